"""Which part a time plays: a period, a base, or a mention that is no period of a figure."""

from __future__ import annotations

import re
from collections.abc import Set

from figures.extraction.periods.calendar import NOWHEN
from figures.extraction.periods.expressions import Expression
from figures.extraction.periods.patterns import ANY
from figures.extraction.periods.times import Sight
from figures.extraction.periods.words import Words

_TO_MEASURE = 12  # tokens from "than the amount" to its time
_TO_EVENT = 10  # tokens from "after" to the time of an event
_LONGEST_PLACE = 6  # tokens from the beginning of a text to the day of its dateline


_AMOUNTS = frozenset("DTNm")  # how an amount begins, as symbols


class Roles:
    """Tells the parts that times play, by the words around them, in one language."""

    def __init__(self, words: Words, *, bare_year: bool, bare_day: bool) -> None:
        self._words = words
        self._bare_year = bare_year
        self._bare_day = bare_day
        self._named = re.compile(words.compile("(?:[xu]|<year_nouns>){0,4}?<name>"))
        self._year_noun = re.compile(words.compile("[xu]{0,2}?<year_nouns>"))
        self._possessive = re.compile(words.compile("<possessive>"))
        self._prices = re.compile(words.compile("[x]{0,2}?<prices>"))
        self._priced = re.compile(words.compile("<prices_of>(?:<of>|<in>)?$"))
        self._reported = re.compile(words.compile(f"<report>(?:o|{ANY}){{0,5}}$"))
        # "In June the minister said, …", "the draft of 24 June": days of saying and of making.
        self._reporting = re.compile(
            words.compile(
                f"(?:[xu]|<article>|<of>){{0,6}}<report>c|(?:o|{ANY}){{0,9}}?<report><saying>|c?(?:o|{ANY}){{0,9}}?<spoke>"
            )
        )
        self._dated = re.compile(words.compile("<dated>$"))
        self._lasting = re.compile(words.compile("<lasting>$"))
        # "Den 2 mars meddelades att": languages that set the verb behind the day of saying.
        self._told = re.compile(words.compile("<report>(?!c)"))
        self._superlative = re.compile(words.compile("<records>"))
        self._so_far = re.compile(words.compile("<so_far>$"))
        self._record = re.compile(words.compile(f"<records>(?:o|{ANY}){{0,7}}$"))
        self._origin = re.compile(
            words.compile(f"<origins>(?:<by>{ANY}{{1,5}})?(?:[xu]|<of>|<name>){{0,2}}$")
        )
        # "Frozen after the invasion of Ukraine by Moscow in February 2022": the time of the event.
        self._event = re.compile(
            words.compile(f"(?:<after>|<before>)(?:o|{ANY}){{0,2}}?<event>(?:o|{ANY}){{0,6}}$")
        )
        self._met = re.compile(words.compile("<meeting>(?:[xu]|<in>|<article>|<of>){0,4}$"))
        # "Up 5% compared with the average of 2022": the noun stands for the amount of that time.
        self._against = re.compile(
            words.compile(f"(?:<base>|<over>)(?:(?!<and>){ANY}){{0,3}}<base_nouns>{ANY}{{0,6}}$")
        )
        # Most times have none of the words before them that a base needs.
        measuring = words.starts(("base", "over", "base_clause"))
        self._measuring = re.compile(f"[{measuring}]" if measuring else "(?!)")
        # "More than we did in 2021"
        self._than = re.compile(words.compile(f"<base_clause>{ANY}{{0,3}}$"))
        self._saw = re.compile(words.compile("<saw>"))

    def without_vetoes(self, symbols: str, found: Expression) -> Expression:
        """A time of speaking, meeting, lasting or of a record ("said on 12 June", "the most since 2014")."""
        if found.role not in ("period", "running"):
            year = found.role == "mention" and found.grain == "year" and found.full.first
            if year and self._against.search(symbols, max(0, found.start - 9), found.start):
                return found._replace(if_change="base")  # "above the level of 2022"
            return found
        first, last = found.interval
        before = symbols[max(0, found.start - 9) : found.start]
        veto: re.Match[str] | bool | None
        if found.role == "running" and self._of_record_behind(symbols, found):
            return found._replace(role="mention")
        if last is None:
            beginning = found.role == "running" or first is None
            veto = self._record.search(before) or (
                beginning and (self._lasting.search(before) or self._origin.search(before))
            )
        else:
            veto = first is not None and (
                self._met.search(before)
                or self._origin.search(before)
                or self._event.search(symbols[max(0, found.start - _TO_EVENT) : found.start])
                or self._is_of_report(symbols, found, before)
                or (found.grain == "day" and self._dated.search(before))
            )
        if veto:
            return found._replace(role="mention")
        if not self._measuring.search(before):
            return found
        if self._than.search(before):
            return found._replace(role="base")
        before = symbols[max(0, found.start - _TO_MEASURE) : found.start]
        return found._replace(if_change="base") if self._against.search(before) else found

    def _of_record_behind(self, symbols: str, found: Expression) -> bool:
        """Whether a record follows "so far": "sitt hittills största paket"."""
        so_far = self._so_far.match(symbols[found.start : found.end])
        return so_far is not None and self._superlative.match(symbols, found.end) is not None

    def _is_of_report(self, symbols: str, found: Expression, before: str) -> bool:
        """Whether a time is the one at which something was said: "said in June", "in June she said, …"."""
        if found.grain not in ("day", "week", "month"):
            return False
        if self._reported.search(before):
            return True
        opens = not before or before[-1] in "bo"
        if found.grain == "day" and opens and self._told.match(symbols, found.end):
            return True
        return opens and self._reporting.match(symbols, found.end) is not None

    def is_record(self, symbols: str, place: int) -> bool:
        """Whether the words before a place are those of a record ("the steepest year-on-year rise")."""
        return self._record.search(symbols[max(0, place - 3) : place]) is not None

    def is_clear_year(self, symbols: str, match: re.Match[str]) -> bool:
        """Whether a preposition stands directly before a year, or a word such as "year" beside it."""
        start, end = match.span("time")
        if end - start > 1:
            return True
        behind = match.end("prep")
        return (behind >= 0 and not self._words.has("article", symbols[start - 1])) or behind == start

    def year_in_phrase(self, sight: Sight, match: re.Match[str], expression: Expression) -> Expression:
        """A year in a noun phrase: "the 2024 budget" is a period, "the 2014 pledge" is none."""
        symbols, start, end = sight.symbols, match.start("time"), match.end("time")
        prep = self._words.plays(match["prep"] or "")
        noun = self._year_noun.match(symbols, end)
        named = self._named.match(symbols, end)
        if "since" in prep:
            return expression._replace(end=named.end() if named else end)
        if "base" in prep and not named:
            return expression._replace(role="base")
        if noun and not named:
            plain = not prep or "in" in prep or "over" in prep
            interval = expression.full if plain else expression.interval
            found = expression._replace(
                start=start if plain else expression.start, role="period", interval=interval
            )
            return found._replace(if_change="base") if "over" in prep else found
        around = symbols[start - 1 : start], symbols[end : end + 1]
        if around == ("p", "q") or (around[0] in ("", "b", "p") and around[1] == "b"):
            return expression._replace(start=start)
        if around == ("c", "b") and end + 1 == len(symbols):
            return expression._replace(start=start)  # "Spending, share of GDP, 2025:", the head of a list
        if not start and around[1] == "h" and symbols[end + 1 : end + 2] in _AMOUNTS:
            return expression._replace(start=start)  # "2026 — €4bn", a line of its own
        if around[1] == "b" and symbols[end + 1 : end + 2] in _AMOUNTS:
            return expression._replace(start=start)  # "… 2027: €4bn", in a list of years
        if self._bare_year and not named and sight.symbols[start] == "Y":
            return expression
        if self._is_subject(symbols, expression._replace(start=start)):
            return expression._replace(start=start)
        return expression._replace(role="mention")

    def of_time(self, sight: Sight, found: Expression, form: str, prep: Set[str], whole: bool) -> Expression:
        """The part that a time plays by its preposition's roles, or by its form where it has none."""
        if form == "year" and (
            self._prices.match(sight.symbols, found.end)
            or self._priced.search(sight.symbols[max(0, found.start - 4) : found.start])
        ):
            return found._replace(role="mention")
        if "base" in prep:
            return found._replace(role="base")
        if form == "again":
            if found.grain in ("day", "week"):
                return found._replace(role="mention", if_change="base")
            return found._replace(if_change="base")
        if form == "ago" and found.full == NOWHEN and found.grain != "year":
            return found._replace(role="mention" if found.grain != "decade" else found.role)
        if form == "same" and found.full == NOWHEN and not found.back:
            return found._replace(role="mention")
        if "over" in prep:
            if found.grain == "day" and "day_in" in prep:
                return found
            return found._replace(role="period" if "run" in prep else "mention", if_change="base")
        if "from" in prep:
            first = found.interval.first
            past = sight.published is None or first is None or first <= sight.published
            return found._replace(if_change="base") if past else found
        if prep and found.grain in ("day", "week") and self._possessive.match(sight.symbols, found.end):
            return found._replace(role="mention")  # "at this week's summit"
        if prep or self._stands_alone(sight.symbols, found, form, whole):
            return found
        if form in ("month", "quarter", "half") and self._is_subject(sight.symbols, found):
            return found
        return found._replace(role="mention")

    def _is_subject(self, symbols: str, found: Expression) -> bool:
        """Whether a time is told what it brought, as the subject of a clause: "August saw €2bn in aid"."""
        opens = not found.start or symbols[found.start - 1] in "cbo"
        return opens and self._saw.match(symbols, found.end) is not None

    @staticmethod
    def _is_dateline(symbols: str, found: Expression) -> bool:
        """Whether a sentence opens with place and day, set off: "Roma, 2 maggio (Ansa)", "KYIV, 23 maggio –"."""
        ahead, behind = symbols[: found.start], symbols[found.end : found.end + 1]
        opens = len(ahead) <= _LONGEST_PLACE and ahead.endswith("c") and ahead.count("c") == 1
        return opens and behind in {"p", "h"}

    def _stands_alone(self, symbols: str, found: Expression, form: str, whole: bool) -> bool:
        """Whether a time without a preposition can be the period of an amount."""
        if form == "day":
            return self._bare_day and not self._is_dateline(symbols, found)
        if form in ("iso", "numeric", "decade"):
            return False
        if form in ("month", "half", "quarter"):
            enclosed = (
                symbols[found.start - 1 : found.start] == "p" and symbols[found.end : found.end + 1] == "q"
            )
            return (whole and form != "month") or (enclosed and (whole or form != "month"))
        return not (found.grain in ("day", "week") and self._possessive.match(symbols, found.end))
