"""The grammar of periods, written once for all languages, in the roles that words play.

A template is a regular expression over the symbols of `words`: a role in angle brackets stands for
any of its phrases, the letters Y, D, … for numbers, ``c`` for a comma. Orders that differ between
languages ("last year", "année dernière") stand side by side: the words of a language decide which
of them can match. All repeats are bounded.
"""

from __future__ import annotations

import re

from figures.extraction.periods.words import Words

# A year, unless it is an amount: "$2024", "2024 million", "2024%"; 2000 is one only without a noun behind.
_YEAR = "(?:<year_before>)?(?<!m)(?:Y|Z(?!x))(?!w|<counted>)(?:<year_after>)?"
# A day or other small number that is no amount.
_FEW = "(?<!m)D(?!w|<counted>)"
_COUNT = "(?:[DT](?!w|<counted>)|<number>)"
_ORDINAL = "(?:<ordinal>|D<ordinal_ending>?)"
# Any word, whether a table names it or not.
ANY = "[xu\u4e00-\u9fff]"
_UNIT = "(?:<unit>|<units>)"
# 2022 to 2024 in one name: 2022-24, 2022-2024, 2025/26.
_PAIR = "(?:<year_before>)?[YZ][hs](?:Y|[DT])(?!w|h[DTYZN]|<counted>)(?:<year_after>)?"
_FISCAL = f"(?:<fiscal>(?:{_PAIR}|{_YEAR}|[DT](?:[hs][DT])?)|(?:{_PAIR}|Y)<fiscal>|<step><fiscal>|<fiscal><step_after>)"
_RELATIVE = "(?:<step><unit>|<unit><step_after>|<relative>)"
# What a day, a month, a half can be part of: a year in any words, "of the year".
_OF_YEAR = f"(?:(?:c|<of>)?<article>?(?:{_FISCAL}|{_YEAR}|{_RELATIVE})|<of><article>?<unit>)"
_AGAIN = f"(?:<article>?<again>|<article>?<previous>{_UNIT}|<article><unit><before_after>|{_COUNT}{_UNIT}<earlier>(?!<base>))"

# The forms of time, most telling first. `readings` parses what one of them matched by its groups.
TIMES = {
    "day": (
        f"(?:<weekday>c?)?(?:(?P<day>{_FEW})<ordinal_ending>?"
        f"(?:(?:h|<to>|<and>)(?P<last_day>{_FEW})<ordinal_ending>?)?<of>?(?P<month><month>)"
        f"|(?P<month_before><month>)(?P<day_after>{_FEW})<ordinal_ending>?"
        f"(?:(?:h|<to>|<and>)(?P<last_day_after>{_FEW})<ordinal_ending>?)?)(?P<of_year>{_OF_YEAR})?"
    ),
    "iso": "(?P<year>Y)h(?P<month>D)h(?P<day>D)",
    "numeric": "K",
    "months": (
        f"(?:(?:<first>|(?P<final><final>))(?P<count>{_COUNT})(?P<units><units>)"
        f"|(?P<count_before>{_COUNT})(?:<first>|(?P<final_after><final>))(?P<units_after><units>)"
        f"|(?P<count_alone>{_COUNT})<month_units>(?=Y))(?P<of_year>{_OF_YEAR})?"
    ),
    "same": f"<same>(?:<of>?(?P<again>{_AGAIN})|(?P<of_year>{_OF_YEAR}))?",
    "half": (
        f"(?:(?P<ordinal>{_ORDINAL}|<final>(?=<half>(?:Y|<of>)))<half>|<half_letter>(?P<number>D)|(?P<number_before>D)<half_letter>)"
        f"(?P<of_year>{_OF_YEAR})?|(?P<year>Y)<half_letter>(?P<number_after>D)"
    ),
    "quarter": (
        f"(?:(?P<ordinal>{_ORDINAL}|<final>(?=<quarter>(?:Y|<of>)))<quarter>|<quarter_letter>(?P<number>D)"
        f"|(?P<number_before>D)<quarter_letter>)(?P<of_year>{_OF_YEAR})?"
        "|(?P<year>Y)<quarter_letter>(?P<number_after>D)"
    ),
    "month": "(?P<month_led><month_name>)(?P<step_after><step_after>)(?!<unit>)"
    f"|(?P<month><month>)(?P<of_year>{_OF_YEAR})|(?P<step><step>)?(?P<month_name><month_name>)",
    "fiscal": _FISCAL,
    "pair": _PAIR,
    "decade": "(?P<year>Y)<decade_after>|<decade_before>(?P<year_after>[YDT])(?!h|<to>|<and>)",
    "ago": f"(?P<count>{_COUNT})(?P<unit>{_UNIT})<ago>|<ago_before>(?P<count_after>{_COUNT})(?P<unit_after>{_UNIT})",
    "again": f"<article>?(?P<word><again>)|<article>?<previous>(?P<unit>{_UNIT})|<article>(?P<unit_before><unit>)<before_after>"
    f"|(?P<count>{_COUNT})(?P<unit_counted>{_UNIT})<earlier>(?!<base>)",
    "relative": "(?P<step><step>)(?P<unit><unit>)|(?P<unit_before><unit>)(?P<step_after><step_after>)"
    "|(?P<word><relative>)",
    "year": _YEAR,
    "of_unit": "<of><article>?(?P<unit><unit>)",
}  # fmt: skip


def _any_of(*names: str) -> str:
    """One of some forms of time, without their groups, for use inside an expression."""
    forms = "|".join(f"(?:{TIMES[name]})" for name in names)
    return "(?:" + re.sub(r"\(\?P<\w+>", "(?:", forms) + ")"


_TIME = _any_of(*(name for name in TIMES if name != "of_unit"))
_SECOND_TIME = _any_of("day", "months", "half", "quarter", "month", "fiscal", "pair", "relative", "year")
# "From 2014, when Russia invaded Crimea, to 2022"
_ASIDE = f"c<when>{ANY}{{1,8}}c(?=<to>)"
_UNTIL = _any_of("day", "month", "fiscal", "pair", "year")
_STARTING_TIME = _any_of("day", "month")
_EVENT_TIME = _any_of("day", "month", "year", "relative")
_PHASE = "<phase><of>?<article>?"
_NEAR = "(?:<past>|<coming>)"
_STEP = "(?:<last>|<next>)"
_SEVERAL = f"(?:{_COUNT}|<several>)"

# What a sentence can hold, in the order in which it is tried at a place.
EXPRESSIONS = {
    # in 2024: by far the most common, and so tried before all that it could be the beginning of
    "plain": (
        f"(?P<plain_prep><prep>)Y(?!{_ASIDE}|h|s|w|cY|<onwards>|<half_letter>D|<quarter_letter>D|<counted>|<year_after>|<fiscal>|<decade_after>|<to>|<by>|<and>(?:[YZ]|<step>|<article>|<phase>))"
    ),
    # year on year; in some languages like a span ("sur un an"), and so before spans
    "unit_on_unit": "(?P<unit_on_unit><unit_on_unit>)",
    # for the fiscal year starting April 1
    "starting": (
        f"(?:(?:<in>|<run>)<article>?|<article>)?(?:<fiscal>|<unit>)<starting>(?P<starting_time>{_STARTING_TIME})"
    ),
    # in the year to March 2025; in the 12 months ending June 2024
    "until": (
        f"(?:(?:<in>|<run>)<article>?|<article>)(?P<until_count>{_COUNT})?(?P<until_unit>{_UNIT}|<fiscal>)(?:<to>|<ending>)"
        f"(?:{_PHASE})?(?P<until_time>{_UNTIL})"
    ),
    # so far this year
    "so_far": f"<so_far>(?:<in>?(?P<so_far_year>{_RELATIVE}))?|(?P<so_far_before>{_RELATIVE})<so_far>",
    # over the next five years; in recent weeks; within a year; for decades
    "running": (
        f"(?:<run>|<in>)?(?:<article>(?=<article>))?(?:<span_article>(?:{_STEP}|{_NEAR})<unit>(?!<of>)"
        f"|<article>?(?:{_NEAR}|{_STEP}){_SEVERAL}?<units>(?!<of>)|<this>{_NEAR}<unit>"
        f"|<article>?{_COUNT}(?:{_NEAR}|{_STEP})<units>)"
        f"|(?:<run>|<in>)(?!{_COUNT}<month_units>Y)(?:<article>?(?:[DT]<units>|<several><units>|<number>{_UNIT}|<units>(?=<ahead>))"
        f"|<article>?<number>?{_COUNT}<unit><period_noun>|<article>?<number>?<period_noun><of>{_COUNT}{_UNIT})<ahead>?(?!<of>|<ago>|<earlier>|<before_after>)"
        f"|<run><span_article><unit>(?!<of>|{ANY}?[YZ]|<before_after>|<step_after>)"
        "|<run><units>(?!Y)|<in><that>(?:<unit>|<units>)|<span>"
    ),
    # 12/06/2024: a day, but which one is not the same everywhere
    "slashed": "DsDsY|YsDsD",
    # a preposition, a phase, a time, and perhaps a second one
    "timed": (
        f"(?P<prep><prep>)?<in>?<article>?(?P<phase>{_PHASE})?(?P<time>{_TIME})"
        f"(?:(?P<and_next><and><article>?<next>(?!<unit>|<units>|{_COUNT}))|(?:(?P<more>(?:c<fiscal>?Y){{1,4}})c?(?=<and>))?(?:{_ASIDE}|c(?=<to>))?(?P<join>h|<to>|<by>|<and>|(?=<month>))<article>?(?P<phase2>{_PHASE})?(?P<time2>{_SECOND_TIME})|(?P<onwards><onwards>))?"
    ),
    # compared with the budget of 2024, in languages that set the year behind its noun
    "noun_base": "<base><article>?<year_nouns>(?P<base_year>[YZ])(?!w|<counted>)",
    # since then
    "then": "<since_then>",
    # since Russia's invasion of Ukraine in February 2022; since the 2014 pledge
    "event": (
        f"(?:<since_event>{ANY}{{1,9}}?|<since_alone><event>{ANY}{{0,8}}?)"
        f"(?P<event_time>{_EVENT_TIME})(?:[xu]{{0,4}}<name>)?"
    ),
    # since the start of the full-scale invasion
    "event_alone": f"(?:<since_event>{ANY}{{0,6}}?|<since_alone>)<event>(?:<of>{ANY}{{0,3}}?<event>)?",
    # by the end of the year
    "edge": (
        "(?P<edge_prep><prep>)?<article>?(?:(?P<edge_phase><phase>)<of>?<article>?(?P<edge_unit><unit>)"
        "|(?P<edge_unit_before><unit>)<possessive>?<end>)"
    ),
    # annually; a year; /month; every six months
    "rate": "(?:(?:<per>|s)(?P<rate_unit><unit>)|(?P<rate_word><rate>))(?!<of>|<ago>|<earlier>|<before_after>|<counted>|<later>)",
    "adjective": "(?P<rate_adjective><rate_adjective>)",
    # a two-day meeting, half a year, five years: spans of time that govern nothing
    "duration": f"(?!<number>(?:<half>|<quarter>))(?:{_SEVERAL}|<half>)<article>?{_UNIT}(?:<ago>|<earlier>|<before_after>)?",
    "lone": "(?<!m)[YZK](?!w|<counted>)",
}  # fmt: skip


def compile_times(words: Words) -> dict[str, re.Pattern[str]]:
    """The forms of time for the words of one language."""
    return {name: re.compile(words.compile(form)) for name, form in TIMES.items()}


def compile_expressions(words: Words) -> re.Pattern[str]:
    """All expressions as one pattern; the last group that matched is the expression's name."""
    core, since = _core(words), words.starts(_SINCE) or "-"
    branches = "|".join(f"(?P<{name}_>{form})" for name, form in EXPRESSIONS.items())
    # Most places can begin nothing, and one look passes over them: an expression begins with a word
    # of time, or with a small word or number that has one close behind.
    starters = "DTs" + words.starts(_STARTERS)
    near = f"(?=[{core}{since}]|[{starters}][^{core}]{{0,7}}[{core}])"
    return re.compile(f"{near}(?:{words.compile(branches)})")


def compile_seeds(words: Words) -> re.Pattern[str]:
    """What a sentence without any expression does not hold."""
    return re.compile(f"[{_core(words)}{words.starts(('since_event',))}]")


def _core(words: Words) -> str:
    return "YZK" + words.cores(_CORES)


# Roles of which every expression, but for those with "since", holds a word, unless it holds a year.
_CORES = (
    "unit", "units", "relative", "rate", "rate_adjective", "unit_on_unit", "so_far", "month", "fiscal", "since_then",
    "same", "again", "span", "half_letter", "quarter_letter", "decade_before", "half", "quarter",
)  # fmt: skip
# Words that need no word of time behind them; "alone" those that lead an event and nothing else.
_SINCE = ("since_event", "since_alone")
# Roles of the words with which an expression can begin before its word of time.
_STARTERS = (
    "in", "run", "article", "number", "several", "so_far", "step", "relative", "past", "coming", "prep",
    "weekday", "first", "final", "same", "ordinal", "year_before", "ago_before", "previous", "again", "span", "phase",
    "per", "rate", "fiscal", "unit_on_unit",
)  # fmt: skip
