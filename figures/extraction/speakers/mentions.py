"""People named without a verb of speech: with their office, or alone behind a quotation or a dash."""

from __future__ import annotations

from collections.abc import Iterator

from figures.extraction.speakers.attributions import Attribution
from figures.extraction.speakers.offices import offices_in
from figures.extraction.speakers.people import Person, run_after
from figures.extraction.speakers.speech_words import WORD, SpeechWords

_VERBLESS = 90  # of the text behind a quotation that may name its speaker without a verb


def mentions(text: str, start: int, end: int, words: SpeechWords, person: Person) -> Iterator[Attribution]:
    """People named with their office in ``text[start:end]``, whether they speak or not."""
    if words.titles.isdisjoint(map(str.lower, WORD.findall(text, start, end))):
        return
    place = start
    for token in WORD.finditer(text, start, end):
        if token.start() < place or token[0].lower() not in words.titles:
            continue
        run, place = run_after(text, token.start(), words, end)
        titles = offices_in(run, words.roles, words.offices)
        name = person.name(run, start)
        if titles and not name and text.startswith(", ", place):
            # "Dutch defence minister, Anna de Vries"
            apposed, place = run_after(text, place + 2, words, end)
            name = person.name(apposed, start)
            name = name if " " in name else ""
        if name and titles:
            yield Attribution(token.start(), place, name, "", titles)


def verbless(text: str, start: int, end: int, words: SpeechWords, person: Person) -> Attribution | None:
    """Who is named alone behind a quotation or a dash: '… weeks," the NATO Secretary General.'."""
    if end - start > _VERBLESS:
        return None
    opening = start + 2 if text.startswith(" (", start) else start
    run, place = run_after(text, opening, words, end)
    if not run or text[place:end].strip(" .)\n\t\u2019'\""):
        return None
    name = person.name(run, start)
    titles = offices_in(run, words.roles, words.offices)
    if name:
        return Attribution(start, place, name, "", titles)
    return Attribution(start, place, "", "role", titles) if titles else None
