"""Speakers: the person to whom a figure's sentence is attributed.

A sentence inside a quotation belongs to whom the quotation is attributed; any other to the person
its own words name. A sentence that nobody is said to have spoken has no speaker, and bodies never
are one: empty rather than wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.sentences import Sentence
from figures.extraction.speakers.attributions import Attribution
from figures.extraction.speakers.blocks import Block, Blocks
from figures.extraction.speakers.mentions import verbless
from figures.extraction.speakers.people import run_after
from figures.extraction.speakers.quotations import led_by_dash
from figures.extraction.speakers.speech_labels import SpeechLabels
from figures.extraction.speakers.speech_words import WORD, SpeechWords, speech_words
from figures.extraction.speakers.turns import Turns

_SENTENCE_END = re.compile(r"[.!?\u2026][\"\u201d\u00bb)]?\s")
_DASH = re.compile("[-\u2013\u2014]")
_OPENING_DASH = re.compile('[.!?\u2026:]["\u201d\u00bb)]?[ \xa0\n][-\u2013\u2014][ \xa0]')
_DASHES = (" \u2013 ", " \u2014 ", " - ")
_LONGEST_LABEL = 60
_BEFORE_DASH = 6
_TERMINAL = (".", "!", "?", "\u2026")
_CLOSING_SIGNS = frozenset("-\u2013\u2014(")
_POINTING = 40  # from the end of what is said to a verb that points back to it
_DROPPED = 1_000  # from a person to a verb that stands for them
_POINTED = 100  # with the verb and the word behind it


class Speakers:
    """The speakers of one document; paragraphs are read when a figure in them asks.

    >>> text = '"We spent 2% of GDP," said Mark Rutte. "They gave $5 million," he added.'
    >>> speakers = Speakers(text, "en")
    >>> speakers.at(Sentence(39, 72), 50)
    'Mark Rutte'
    >>> Speakers("NATO said it spent 2% of GDP.", "en").at(Sentence(0, 29), 19)
    ''
    """

    def __init__(self, text: str, language: str) -> None:
        """For one document in a language that has a table."""
        self._text = text
        self._words = speech_words(language)
        self._blocks = Blocks(text, self._words)
        self._person = self._blocks.person
        self._turns = Turns(text, self._blocks)
        self._labels = SpeechLabels(text, self._blocks, self._turns)
        self._asked: Sentence | None = None
        self._spoken = False

    def of(self, sentence: Sentence, quantity: Quantity) -> str:
        """The full name of the person who states a quantity of a sentence, "" when nobody is named."""
        return self.at(sentence, quantity.start)

    def at(self, sentence: Sentence, place: int) -> str:
        """The full name of the person who states what stands at a place of a sentence."""
        verbs = self._words.verbs
        if verbs is None:
            return ""
        block = self._blocks.at(place)
        quote = block.quote_at(place)
        found = self._of_quotation(block, quote) if quote >= 0 else None
        if found is None and self._is_spoken(verbs, sentence):
            found = _of_sentence(self._text, block, sentence, place, self._words)
        found = found or self._of_line(block, place)
        if found is not None:
            return self._resolve(block, found)
        if quote < 0 and self._words.pointing and not self._text[sentence.end : block.end].strip():
            pointing = self._turns.pointing_behind(block)
            if pointing is not None:
                return self._resolve(*pointing)
        return self._of_turn(block, quote)

    def _of_turn(self, block: Block, quote: int) -> str:
        """Who speaks by the paragraphs beside: the one name that they give."""
        if quote == 0:
            for beside, part in self._turns.quoted_beside(block, quote):
                said = beside.said_in(beside.start, beside.end)
                if part >= 0:
                    found = self._of_quotation(beside, part)
                    said = (found,) if found is not None else ()
                elif self._text[beside.start : beside.end].rstrip().endswith(":"):
                    said = said[-1:]
                names = {self._resolve(beside, found) for found in said}
                if names:
                    return names.pop() if len(names) == 1 else ""
        elif quote < 0:
            colon = self._turns.label_before(block)
            found = self._labels.speaker(self._blocks.at(colon), colon) if colon >= 0 else None
            if found is not None:
                return found.name
        return ""

    def _is_spoken(self, verbs: re.Pattern[str], sentence: Sentence) -> bool:
        """Whether a sentence holds a verb of speech; looked for once for all of its figures."""
        if sentence != self._asked:
            self._asked = sentence
            reach = sentence.end + (_POINTING if self._is_pointed_at(sentence) else 0)
            self._spoken = verbs.search(self._text, sentence.start, reach) is not None
        return self._spoken

    def _is_pointed_at(self, sentence: Sentence) -> bool:
        """Whether a word stands behind a sentence that may point back to it."""
        words = self._words
        if not words.pointing:
            return False
        behind = self._text[sentence.end : sentence.end + _POINTED].lower()
        return any(word in behind for word in (*words.pointing, *words.pointing_behind))

    def _of_quotation(self, block: Block, quote: int) -> Attribution | None:
        """Who is said to have spoken a quotation: behind it, before it, or of the one before it."""
        text = self._text
        start, end = block.quotes[quote]
        inside = block.said_in(start, end - 1)
        if inside:
            return inside[0]
        following = block.quotes[quote + 1][0] if quote + 1 < len(block.quotes) else block.end
        behind = block.said_in(end - 1, following)
        if behind and _follows(text, end, behind[0]):
            return behind[0]
        alone = verbless(text, end, following, self._words, self._person)
        if alone is not None:
            return alone
        previous = block.quotes[quote - 1][1] if quote else block.start
        ahead = block.said_in(previous, start)
        if ahead and ahead[-1].end <= start and not _SENTENCE_END.search(text, ahead[-1].end, start):
            return ahead[-1]
        if text[block.start : start].rstrip().endswith(":"):
            return self._leading_to(block, start)
        if ahead and _goes_on(text, ahead[-1], start, end):
            return ahead[-1]
        earlier = block.said_in(block.start, start) if quote else ()
        return earlier[-1] if earlier else None

    def _leading_to(self, block: Block, start: int) -> Attribution | None:
        """Who is named in full at the beginning of the sentence that a colon before a quotation ends."""
        begin = block.start
        for end in _SENTENCE_END.finditer(self._text, block.start, start):
            begin = end.end() if self._text[end.end() : end.end() + 1].isupper() else begin
        run, place = run_after(self._text, begin, self._words, start)
        name = self._person.name(run, begin)
        return Attribution(begin, place, name, "", frozenset()) if " " in name else None

    def _of_line(self, block: Block, place: int) -> Attribution | None:
        """Who is named at the end of the line behind a dash, or at its beginning before a colon."""
        text = self._text
        # What stands behind a later quotation tells who said that one.
        limit = next((start for start, _ in block.quotes if start > place), block.end)
        if _DASH.search(text, place, limit):
            for found in block.dashed:
                if place < found.start < limit:
                    return found if self._is_of_one_speech(block, place, found) else None
        if not block.quotes and led_by_dash(text, block.start):
            for found in block.said_in(block.start, block.end):
                if _closes_speech(text, block, found):
                    return found
        dash = max(text.rfind(sign, place, limit) for sign in _DASHES)
        if dash >= 0:
            alone = verbless(text, dash + 2, block.end, self._words, self._person)
            if alone is not None:
                return alone
        colon = text.find(": ", block.start, min(place, block.start + _LONGEST_LABEL))
        return self._labels.speaker(block, colon) if colon >= 0 else None

    def _is_of_one_speech(self, block: Block, place: int, found: Attribution) -> bool:
        """Whether what stands at a place is said by whom a dash behind it names.

        In its own sentence it is; before that where a dash opens the speech, or the dash behind it stands
        by itself: "… We must go further. – Rutte said."
        """
        if _SENTENCE_END.search(self._text, place, found.start) is None:
            return True
        opening = _last_opening(self._text, block.start, found.start)
        if opening >= 0:
            return place > opening
        if not block.quotes and _SENTENCE_END.search(self._text.rstrip(), found.end, block.end) is None:
            return True  # a paragraph that is one statement: "… We gave €5bn. - Rutte said"
        before = self._text[max(block.start, found.start - _BEFORE_DASH) : found.start].rstrip(
            " \xa0-\u2013\u2014"
        )
        return before[-1:] in _TERMINAL or led_by_dash(self._text, block.start)

    def _resolve(self, block: Block, found: Attribution) -> str:
        """The name behind an attribution; a pronoun or role only where one person can be meant."""
        if not found.refers:
            return found.name
        for earlier in self._blocks.back_from(block):
            spoken = next((said for said in reversed(earlier.spoken) if said.end <= found.start), None)
            others = [
                named
                for named in earlier.named()
                if named.end <= found.start
                and (spoken is None or (named.start >= spoken.end and named.name != spoken.name))
            ]
            if others:
                name = _only(others, found, self._words)
                return "" if self._others_speak(others[-1].end, found) else name
            if spoken is not None:
                fits = _fits(found, spoken, self._words) and not self._others_speak(spoken.end, found)
                return spoken.name if fits else ""
        return ""

    def _others_speak(self, place: int, found: Attribution) -> bool:
        """Whether somebody not named speaks between a person and a verb that drops its subject."""
        verbs = self._words.verbs
        if found.refers != "dropped" or verbs is None:
            return False
        if found.start - place > _DROPPED:
            return True
        for verb in verbs.finditer(self._text, place, found.start):
            said = self._blocks.at(verb.start()).said_in(place, verb.end())
            if not any(one.start <= verb.start() < one.end and one.refers == "dropped" for one in said):
                return True
        return False


def _goes_on(text: str, said: Attribution, start: int, end: int) -> bool:
    """Whether a quotation of whole sentences stands directly behind the sentence in which somebody speaks."""
    whole = text[end - 2 : end - 1] in _TERMINAL or text[end - 1 : end] in _TERMINAL
    between = text[said.end : start]
    return whole and said.end <= start and not between.rstrip().strip('"\u201c\u201d\u00bb.!?').strip()


def _follows(text: str, place: int, found: Attribution) -> bool:
    """Whether an attribution tells whose words end at a place: in their sentence, or pointing back to it."""
    if not found.points_back:
        return not _SENTENCE_END.search(text, place, found.start)
    return len(_SENTENCE_END.findall(text, place, found.start)) <= 1 and found.start - place <= _POINTING


def _of_sentence(
    text: str, block: Block, sentence: Sentence, place: int, words: SpeechWords
) -> Attribution | None:
    """The attribution in the sentence itself, the nearest before the figure, else behind it.

    Where it has none, one that opens the next sentence and points back ("This was said by …").
    """
    within = [found for found in block.said_in(sentence.start, sentence.end) if found.end <= sentence.end]
    before = [found for found in within if found.end <= place]
    if before:
        return before[-1]
    if within:
        return None if _says_other(text, sentence, place, within[0], words) else within[0]
    behind = block.said_in(sentence.end, sentence.end + _POINTING)
    return behind[0] if behind and behind[0].points_back else None


def _says_other(text: str, sentence: Sentence, place: int, found: Attribution, words: SpeechWords) -> bool:
    """Whether a figure stands in a clause before what somebody says: "While it cost €5bn, Rutte said that …"."""
    if not words.subordinate:
        return False
    behind = text[found.end : found.end + 2]
    if not behind[:1].isspace() or behind[1:] in _CLOSING_SIGNS:
        return False
    comma = text.find(", ", place, found.start)
    led = set(text[comma + 2 : found.start].lower().split()) if comma >= 0 else set()
    if comma < 0 or not led <= words.articles | words.coordinating:
        return False
    if not led.isdisjoint(words.coordinating):
        return True
    first = WORD.match(text, sentence.start, sentence.end)
    that = words.that is not None and words.that.match(text, found.end + 1) is not None
    return that or (first is not None and first[0].lower() in words.subordinate)


def _last_opening(text: str, start: int, end: int) -> int:
    """Where the last dash behind a sentence begins, before the one that leads to a speaker; -1 for none."""
    return max((dash.end() for dash in _OPENING_DASH.finditer(text, start, end - _BEFORE_DASH)), default=-1)


def _closes_speech(text: str, block: Block, found: Attribution) -> bool:
    """Whether an attribution stands behind something spoken: "– … 154 tanks. It is …, says Pål Jonson"."""
    return text[block.start : found.start].rstrip()[-1:] in {",", "!", "?", "…"}


def _fits(found: Attribution, person: Attribution, words: SpeechWords) -> bool:
    """Whether the office that is named can be the person's, in any of its forms and names."""

    def plain(titles: frozenset[str]) -> set[str]:
        same = {words.same_office.get(title, title) for title in titles}
        return {title.removesuffix(ending) for title in same for ending in ("", *words.definite)}

    return not found.titles or not person.titles or bool(plain(found.titles) & plain(person.titles))


def _only(others: Sequence[Attribution], found: Attribution, words: SpeechWords) -> str:
    """The one person among those named who holds the office, "" when there are several."""
    names = {named.name for named in others if _fits(found, named, words)}
    return names.pop() if len(names) == 1 else ""
