"""Attributions: who says something where, in one block of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from figures.extraction.speakers.dropped import stands_alone
from figures.extraction.speakers.holders import ENDS_PHRASE, in_office, is_articled, named_behind, past_where
from figures.extraction.speakers.offices import offices_in
from figures.extraction.speakers.people import Person, run_after, run_before
from figures.extraction.speakers.pointing import before_verb, points_behind
from figures.extraction.speakers.quotations import QUOTES, before_title
from figures.extraction.speakers.speech_words import WORD, SpeechWords
from figures.extraction.words.nearby import before_aside, is_led_by

_MOST_VERBS = 64  # in one block; more are no news text
_AHEAD = 140  # of a verb: where its subject may begin
_SUBJECT = 90  # code points: more than seven words
_BEHIND = 120
_CLAUSE_END = re.compile(r"[.!?;,\"\u201d]")
_OFFICE = 50  # from an office behind a verb to the comma before its holder
_ARTICLED = 2  # words: an article and a name


class Attribution(NamedTuple):
    """Somebody speaks at ``start:end``: by name, or by a word that stands for a person.

    `refers` is "" with a name, "pronoun" ("he said"), "dropped" where the verb alone stands for one, or
    "role" ("the minister said"); `titles` are
    the words of office beside the name. Whoever only acts ("praised the aid") does not `speak`, but
    may be the one that a "he" behind stands for. `points_back`: the sentence before is what was said.
    """

    start: int
    end: int
    name: str
    refers: str
    titles: frozenset[str]
    speaks: bool = True
    points_back: bool = False


def attributions(
    text: str, start: int, end: int, words: SpeechWords, person: Person
) -> Iterator[Attribution]:
    """All attributions in ``text[start:end]``, in order."""
    if words.verbs is None:
        return
    free = start
    for verb in islice(words.verbs.finditer(text, start, end), _MOST_VERBS):
        if _is_compound(text, verb.start()):
            continue
        found = _around(text, verb, max(free, verb.start() - _AHEAD), end, words, person)
        if found is not None:
            yield found
            free = found.end


def _is_compound(text: str, start: int) -> bool:
    """Whether a verb is the end of a compound: "the so-called peace fund"."""
    return start > 1 and text[start - 1] == "-" and text[start - 2].isalpha()


def _around(
    text: str, verb: re.Match[str], start: int, end: int, words: SpeechWords, person: Person
) -> Attribution | None:
    spoken = " ".join(verb[0].lower().split())
    if spoken in words.according:
        found = _behind(text, verb.start(), verb.end(), end, words, person)
        if found is None and words.drops_subjects and text.startswith(", ", verb.end()):
            found = Attribution(verb.start(), verb.end(), "", "dropped", frozenset())
        return found
    if spoken in words.own_view or not words.pronouns.isdisjoint(spoken.replace("-", " ").split()):
        return Attribution(verb.start(), verb.end(), "", "pronoun", frozenset())  # "a-t-elle ajouté"
    found = _ahead(text, verb, start, words, person)
    lead, back = ("", False) if found else before_verb(text, start, verb.start(), words)
    if found is None:
        if back or not lead or lead[-1] in '"\u201d\u00bb\u201c,-\u2013\u2014.':
            found = _behind(text, verb.start(), verb.end(), end, words, person)
        elif words.inverts:
            # "As the prime minister has said" with the verb first; whom it is said to has no office.
            found = _behind(text, verb.start(), verb.end(), end, words, person)
            named = found is not None and (" " in found.name and _opens_about(text, start, words))
            if found is not None and not (named or found.titles or _is_surname(text, verb, found, words)):
                found = None
    if found is None:
        found = _by_whom(text, verb, end, words, person)
        if found is None and words.drops_subjects and stands_alone(text, start, verb, words):
            found = Attribution(verb.start(), verb.end(), "", "dropped", frozenset())
        return found._replace(points_back=back) if found is not None else None
    if back or points_behind(text, verb.end(), words):
        return found._replace(points_back=True)
    if spoken in words.acting and not _speaks(text, found, verb.end(), words):
        return found._replace(speaks=False)
    return found


def _opens_about(text: str, start: int, words: SpeechWords) -> bool:
    """Whether a sentence opens with what is spoken about: "Про новий пакет повідомив Кір Стармер"."""
    opening = WORD.search(text, start, start + 12) if words.about else None
    return opening is not None and opening[0].lower() in words.about


def _is_surname(text: str, verb: re.Match[str], found: Attribution, words: SpeechWords) -> bool:
    """Whether one word stands behind a verb that the document gives as somebody's surname."""
    alone = len(text[verb.end() : found.end].split()) == 1
    return words.nouns_are_capitalised and alone and " " in found.name


def _speaks(text: str, found: Attribution, verb_end: int, words: SpeechWords) -> bool:
    """Whether a verb that can also mean giving stands beside a quotation or a "that" clause."""
    behind = text[verb_end : verb_end + 8] + text[found.end : found.end + 8]  # "krävde Rutte att …"
    around = text[max(found.start - 3, 0) : found.start] + behind
    if QUOTES.search(around) or ":" in around or any(sign in around[:3] for sign in ",\u2013\u2014"):
        return True
    return words.that is not None and words.that.search(around) is not None


def _ahead(
    text: str, verb: re.Match[str], start: int, words: SpeechWords, person: Person
) -> Attribution | None:
    """The subject before a verb: "Rutte said", "Mark Rutte, the NATO chief, later said"."""
    stop = before_title(text, start, before_aside(text, start, verb.start()))
    tokens = list(WORD.finditer(text, _near(text, start, stop), stop))
    while tokens and tokens[-1][0].lower() in words.between:
        tokens.pop()
    if not tokens:
        return None
    last = tokens[-1]
    gap = text[last.end() : stop]
    if QUOTES.search(gap) or any(sign in gap for sign in ".!?;:-\u2013\u2014\n("):
        return None
    if last[0].lower() in words.pronouns:
        return Attribution(last.start(), verb.end(), "", "pronoun", frozenset())
    aside = "," in gap
    found = _before_aside(text, tokens, start, verb.end(), words, person) if aside else None
    if found is None and last[0][0].isupper():
        found = _named(text, last.end(), start, verb.end(), words, person)
        if found is not None and aside and text[found.start - 2 : found.start] not in {", ", " ", ""}:
            # "The chancellor, who took office in May, said": the last word belongs to the aside.
            comma = text.rfind(",", start, found.start)
            ahead = [token for token in tokens if token.end() <= comma]
            return _role(text, ahead, verb.end(), words) if ahead else None
    return found or _role(text, tokens, verb.end(), words)


def _near(text: str, start: int, end: int) -> int:
    """Where the words directly before a place begin, as many as a subject has; `start` where they are few."""
    comma = text.find(",", start, end)
    space = text.rfind(" ", start, max(start, end - _SUBJECT)) if comma < 0 else -1
    return space if space >= 0 else start


def _before_aside(
    text: str, tokens: list[re.Match[str]], start: int, verb_end: int, words: SpeechWords, person: Person
) -> Attribution | None:
    """Who is named before an aside in commas: "Rutte, speaking to reporters in The Hague, said"."""
    for place in range(len(tokens) - 2, -1, -1):
        between = text[tokens[place].end() : tokens[place + 1].start()]
        if "," in between:
            return _named(text, tokens[place].end(), start, verb_end, words, person)
        if any(sign in between for sign in '.!?;:"\u201d\u201c\n') and len(tokens[place][0]) > 1:
            break
    return None


def _named(
    text: str, end: int, start: int, verb_end: int, words: SpeechWords, person: Person
) -> Attribution | None:
    run = run_before(text, end, start, words)
    name = person.name(run, start)
    # From the first word of the run on: the point of "Mr. Rutte" ends no sentence before it.
    begin = text.rfind(run[0], start, end - sum(map(len, run[1:]))) if name else start
    if not name or is_led_by(text, begin, words.bodies):
        return None  # "the newspaper Bild said"
    if words.impersonal and _is_impersonal(text, begin, run, words):
        return None  # "the Duma said", "47% of Spaniards said"
    return Attribution(begin, verb_end, name, "", offices_in(run, words.roles, words.offices))


def _is_impersonal(text: str, begin: int, run: list[str], words: SpeechWords) -> bool:
    """Whether a single name stands behind a word that no surname has before it, such as an article."""
    if run[0].lower() in words.impersonal:
        return len(run) == _ARTICLED
    before = text[max(0, begin - 7) : begin].lower().split()
    return len(run) == 1 and bool(before) and before[-1] in words.impersonal


def _is_indefinite(text: str, place: int, words: SpeechWords) -> bool:
    """Whether an office is one of several, and nobody's who was named: "a spokesman said"."""
    before = text[max(0, place - 9) : place].lower().split()
    return bool(before) and before[-1] in words.indefinite


def _role(text: str, tokens: list[re.Match[str]], end: int, words: SpeechWords) -> Attribution | None:
    """A role that stands for a person: "the secretary general said", "the head of the alliance said"."""
    run: list[str] = []
    first = tokens[-1]
    for token in reversed(tokens):
        if token[0].lower() not in words.titles:
            break
        run.insert(0, token[0])
        first = token
    titles = offices_in(run, words.roles, ())
    if titles:
        if _is_indefinite(text, first.start(), words):
            return None
        return Attribution(first.start(), end, "", "role", titles)
    tail = text[tokens[max(len(tokens) - 7, 0)].start() : tokens[-1].end()].lower()
    for phrase in words.head_of:
        place = tail.rfind(phrase)
        begin = tokens[max(len(tokens) - 7, 0)].start() + place
        if place >= 0 and not any(sign in tail[place:] for sign in ',.;:"'):
            if _is_indefinite(text, begin, words):
                return None
            return Attribution(tokens[-1].start(), end, "", "role", frozenset())
    return None


def _behind(
    text: str, start: int, verb_end: int, end: int, words: SpeechWords, person: Person
) -> Attribution | None:
    """The speaker behind a verb: "said NATO Secretary General Mark Rutte", "according to Rutte"."""
    run, place = run_after(text, verb_end, words, min(end, verb_end + _BEHIND))
    if not run:
        token = WORD.search(text, verb_end, min(end, verb_end + 20))
        if token and token[0].lower() in words.pronouns:
            return Attribution(start, token.end(), "", "pronoun", frozenset())
        stop = min(end, verb_end + _BEHIND)
        held = in_office(text, verb_end, stop, words, person)
        held = held or past_where(text, verb_end, stop, words, person)
        return Attribution(start, held.end, held.name, "", held.titles) if held is not None else None
    name = person.name(run, start)
    titles = offices_in(run, words.roles, words.offices)
    if not name and titles:
        held = named_behind(text, place, min(end, place + _OFFICE), words, person)
        if held is not None:
            return Attribution(start, held.end, held.name, "", titles)
    comma = text.find(", ", place, place + _OFFICE) if not name and titles else -1
    if comma >= 0 and not ENDS_PHRASE.search(text, place, comma):
        # "said the German chancellor, Friedrich Merz", "said the head of the team, Anna Berg"
        place = comma
        apposed, after = run_after(text, place + 2, words, min(end, verb_end + _BEHIND))
        name, place = person.name(apposed, start), after
    if name and (titles or " " in name or not is_articled(text, verb_end, words)):
        return Attribution(start, place, name, "", titles)
    if titles and all(word.lower() in words.titles or word.lower() in words.parties for word in run):
        return Attribution(start, place, "", "role", titles)
    return None


def _by_whom(
    text: str, verb: re.Match[str], end: int, words: SpeechWords, person: Person
) -> Attribution | None:
    """Whom a passive names: "this was stated at a conference by NATO Secretary General Mark Rutte"."""
    stop = min(end, verb.end() + _BEHIND)
    clause_end = _CLAUSE_END.search(text, verb.end(), stop)
    stop_of_clause = clause_end.start() if clause_end else stop
    if words.by.isdisjoint(map(str.lower, WORD.findall(text, verb.end(), stop_of_clause))):
        return None
    for token in WORD.finditer(text, verb.end(), stop_of_clause):
        if token[0].lower() in words.by:
            run, place = run_after(text, token.end(), words, stop)
            name = person.name(run, token.end())
            if name:
                return Attribution(verb.start(), place, name, "", offices_in(run, words.roles, words.offices))
            # "by the head of the Commission, Anna Berg"
            held = in_office(text, token.end(), min(end, token.end() + _BEHIND), words, person)
            return Attribution(verb.start(), held.end, held.name, "", held.titles) if held else None
    return None
