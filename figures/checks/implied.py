"""Implied values: what follows from figures by arithmetic, with the formula and the figures behind it.

An implied figure has the origin `derived`, its parents in `links` (`derived_from`), the name of the
rule in `rule`, the formula in `description`, and in `note` what a reader has to know. Amounts go
through as intervals (see `stated.said`), so that an implied figure never claims more than was said.
Nothing is implied from derived figures, across currencies, or across price bases.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from figures.checks.deriving import ORIGIN, derived
from figures.checks.intervals import Interval, point
from figures.checks.periods import rest_of_year
from figures.checks.plainly import period_words, value_words
from figures.checks.stated import said, states_value
from figures.checks.statements import document, reversed_period, statements
from figures.checks.terms import terms
from figures.checks.vintage import groups
from figures.records import Figure

BASE = "base_of_change"
LEVEL = "level_after_change"
PART = "part_by_share"
SHARE_OF_GDP = "money_by_share_of_gdp"
REST_OF_YEAR = "rest_of_year"
REST_OF_TOTAL = "rest_of_total"
RESTS = frozenset({REST_OF_YEAR, REST_OF_TOTAL})

_HUNDRED = point(100)
_ALL = Interval(Decimal(0), Decimal(100))
_MONEY_IN_MOTION = frozenset({"spent", "delivered", "allocated", "committed"})
_SOFT = {"nearly": "'Nearly' is taken as below the number; how far below was not said."}


def implied(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures that follow from others, each once, in the order of their first parent.

    >>> from datetime import date
    >>> from figures.records import Link
    >>> level = Figure(figure_id="a", kind="money", value=Decimal("485e9"), unit="USD", exact="485 billion US dollars")
    >>> rise = Figure(
    ...     figure_id="b", kind="change", value=Decimal(20), unit="%", bound="nearly",
    ...     base_period_start=date(2023, 1, 1), base_period_end=date(2023, 12, 31), links=(Link("change_of", "a"),),
    ... )
    >>> [base.description for base in implied([level, rise])]
    ['USD 485 billion ÷ (100% + nearly 20%) = more than USD 403.7 billion in 2023']
    >>> implied([level])
    ()
    """
    usable = {
        figure.figure_id: figure
        for figure in figures
        if figure.origin != ORIGIN and not reversed_period(figure) and states_value(figure)
    }
    found: dict[str, Figure] = {}
    for rule in (_from_links, _rests_of_totals, _from_shares_of_gdp, _from_growth, _rests_of_years):
        for figure in rule(usable):
            found.setdefault(figure.figure_id, figure)
    order = {identity: place for place, identity in enumerate(usable)}
    return tuple(sorted(found.values(), key=lambda figure: order[figure.links[0].target]))


def _from_links(figures: Mapping[str, Figure]) -> Iterator[Figure]:
    """Values that follow from a figure and the one it links to."""
    rules: dict[str, Callable[[Figure, Figure], Figure | None]] = {
        "change_of": base_of_change,
        "share_of": part_by_share,
    }
    for figure in figures.values():
        for link in figure.links:
            rule, target = rules.get(link.relation), figures.get(link.target)
            if (
                rule is None
                or target is None
                or any(back.target == figure.figure_id for back in target.links)
            ):
                continue
            if (result := rule(figure, target)) is not None:
                yield result


def base_of_change(change: Figure, level: Figure) -> Figure | None:
    """The level before a change, from the change and the level after it; None where they do not give one."""
    if (change.base_period_start is None and change.base_period_end is None) or not _one_basis(change, level):
        return None
    after, factor = said(level), _factor(change, level)
    if after is None or level.kind not in ("money", "share", "count"):
        return None
    if factor is not None:
        before, sign = after / factor, "÷"
    elif change.unit in (level.unit, "pp") and change.kind == "change" and (by := said(change)) is not None:
        before, sign = after - by, "−"
    else:
        return None
    formula = f"{_with_period(level)} {sign} {_factor_words(change, sign)}"
    return derived(
        BASE, (level, change), before, level, formula,
        period=(change.base_period_start, change.base_period_end),
        note=_SOFT.get(change.bound, ""), price_basis=change.price_basis,
    )  # fmt: skip


def level_after_change(change: Figure, base: Figure) -> Figure | None:
    """The level after a change, from the change and the level before it; None where they do not give one."""
    before, factor = said(base), _factor(change, base)
    if before is None or factor is None or not _one_basis(change, base):
        return None
    formula = f"{_with_period(base)} × {_factor_words(change, '×')}"
    return derived(
        LEVEL, (base, change), before * factor, base, formula,
        period=(change.period_start, change.period_end),
        note=_SOFT.get(change.bound, ""), status=change.status, price_basis=change.price_basis,
    )  # fmt: skip


def part_by_share(share: Figure, whole: Figure) -> Figure | None:
    """The part of a whole, from the share; None for a share of something else than an amount."""
    portion, amount = said(share), said(whole)
    if share.kind != "share" or share.unit != "%" or portion is None or amount is None:
        return None
    if whole.kind not in ("money", "count") or portion.high <= 0:
        return None
    # No part is more than the whole.
    if not portion.meets(_ALL):
        return None
    if portion.high > 100:
        portion = Interval(portion.low, Decimal(100), portion.low_open)
    formula = f"{value_words(share)} of {_with_period(whole)}"
    return derived(
        PART, (share, whole), amount * portion / _HUNDRED, whole, formula,
        period=(whole.period_start, whole.period_end), actor=share.actor, status=share.status,
    )  # fmt: skip


def _from_shares_of_gdp(figures: Mapping[str, Figure]) -> Iterator[Figure]:
    """Money from a share of GDP and a GDP of the same actor and period."""
    economies: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures.values():
        if figure.measure == "gdp" and figure.kind == "money" and figure.actor:
            economies.setdefault(_who_and_when(figure), []).append(figure)
    for share in figures.values():
        term = terms("measure").get(share.measure)
        if share.unit != "% of GDP" or share.kind != "share" or term is None or not term.extra["applies_to"]:
            continue
        for economy in economies.get(_who_and_when(share), ()):
            portion, amount = said(share), said(economy)
            if portion is None or amount is None:
                continue
            formula = f"{value_words(share)} × {_with_period(economy)}"
            like = dataclasses.replace(economy, measure=term.extra["applies_to"])
            result = derived(
                SHARE_OF_GDP, (share, economy), amount * portion / _HUNDRED, like, formula,
                period=(share.period_start, share.period_end), status=share.status,
            )  # fmt: skip
            if result is not None:
                yield result


def _from_growth(figures: Mapping[str, Figure]) -> Iterator[Figure]:
    """Levels before and after a growth rate, where one document states both the rate and a level."""
    levels: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures.values():
        if figure.kind == "money" and document(figure):
            levels.setdefault((document(figure), figure.measure, *_who_and_when(figure)), []).append(figure)
    for change in figures.values():
        term = terms("measure").get(change.measure)
        if change.kind != "change" or term is None or not term.extra["applies_to"]:
            continue
        if any(link.relation == "change_of" for link in change.links):
            continue
        place = (document(change), term.extra["applies_to"], change.actor)
        base = (change.base_period_start, change.base_period_end)
        for level in levels.get((*place, *base), ()):
            if (result := level_after_change(change, level)) is not None:
                yield result
        for level in levels.get((*place, change.period_start, change.period_end), ()):
            if (result := base_of_change(change, level)) is not None:
                yield result


def _rests_of_totals(figures: Mapping[str, Figure]) -> Iterator[Figure]:
    """What is left of a total when the parts that are named are taken away."""
    parts: dict[str, list[Figure]] = {}
    for figure in figures.values():
        for link in figure.links:
            if link.relation == "part_of" and link.target in figures:
                parts.setdefault(link.target, []).append(figure)
    for identity, named in parts.items():
        whole = figures[identity]
        named.sort(key=lambda part: (part.start or 0, part.figure_id))
        same = [
            part for part in named if (part.kind, part.unit, part.per) == (whole.kind, whole.unit, whole.per)
        ]
        amount = said(whole)
        if amount is None or len(same) < len(named):
            continue
        for part in same:
            amount -= said(part) or point(0)
        if amount.low <= 0:
            continue
        formula = " − ".join([_with_period(whole), *(value_words(part) for part in same)])
        result = derived(
            REST_OF_TOTAL, (whole, *same), amount, whole, formula,
            period=(whole.period_start, whole.period_end), note="The rest of the total, beside the parts named.",
        )  # fmt: skip
        if result is not None:
            yield result


def _rests_of_years(figures: Mapping[str, Figure]) -> Iterator[Figure]:
    """The other part of a year, from a year's total and a total for its beginning or end."""
    sums = (
        figure for figure in figures.values() if figure.kind == "money" and figure.status in _MONEY_IN_MOTION
    )
    by_topic: dict[tuple[object, ...], list[Figure]] = {}
    for lead, *_ in groups(statements(sums)):
        topic = lead.topic._replace(period_start=None, period_end=None)
        by_topic.setdefault(topic, []).append(lead.figure)
    for leads in by_topic.values():
        for year, part, rest in rest_of_year(leads):
            whole, taken = said(year), said(part)
            if whole is None or taken is None or (whole - taken).low <= 0:
                continue
            note = ""
            if year.status != part.status:
                note = f"The year's total is stated as {year.status}, the part as {part.status}: not quite the same."
            formula = f"{_with_period(year)} − {_with_period(part)}"
            result = derived(REST_OF_YEAR, (year, part), whole - taken, year, formula, period=rest, note=note)
            if result is not None:
                yield result


def _factor(change: Figure, level: Figure) -> Interval | None:
    """By what a change multiplies a level, never below nothing; None where it is no ratio."""
    by = said(change)
    if by is None:
        return None
    if change.kind == "multiple" or change.unit == "x":
        factor = by
    elif change.kind == "change" and change.unit == "%" and level.unit != "%":
        factor = point(1) + by / _HUNDRED
    else:
        return None
    if factor.high <= 0:
        return None
    return factor if factor.low > 0 else Interval(Decimal(0), factor.high, True, factor.high_open)


def _factor_words(change: Figure, sign: str) -> str:
    if sign == "−" or change.kind == "multiple" or change.unit == "x":
        return value_words(change)
    if change.value is not None and change.value < 0:
        return f"(100% − {value_words(dataclasses.replace(change, value=-change.value))})"
    return f"(100% + {value_words(change)})"


def _one_basis(change: Figure, level: Figure) -> bool:
    """Whether a change and a level can be in the same prices."""
    return not change.price_basis or not level.price_basis or change.price_basis == level.price_basis


def _with_period(figure: Figure) -> str:
    return f"{value_words(figure)} {period_words(figure.period_start, figure.period_end)}".rstrip()


def _who_and_when(figure: Figure) -> tuple[object, ...]:
    return figure.actor, figure.period_start, figure.period_end
