from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.checks.implied import implied
from figures.checks.stated import said
from figures.records import Figure, Link
from tests.checks.making import figure

ALLIES = {"actor": "NATO Allies"}
AID = {"measure": "military_aid", "actor": "NATO Allies", "recipient": "Ukraine"}
SPENDING = {"measure": "defence_expenditure", "actor": "NATO Europe and Canada"}
GROWTH = {"measure": "defence_expenditure_change", "actor": "NATO Europe and Canada"}

LEVELS_AND_CHANGES: list[tuple[list[Figure], list[str]]] = [
    # A level and its change give the level before; soft and open ends stay open.
    (
        [
            figure("a", "485 bn USD", period="2024", **SPENDING),
            figure("b", "≲ 20 %", period="2024", base="2023", links="change_of:a", **GROWTH),
        ],
        ["USD 485 billion in 2024 ÷ (100% + nearly 20%) = more than USD 403.7 billion in 2023"],
    ),
    (
        [
            figure("a", "485 bn USD", period="2024", **SPENDING),
            figure("b", "20 %", period="2024", base="2023", links="change_of:a", **GROWTH),
        ],
        ["USD 485 billion in 2024 ÷ (100% + 20%) = between USD 402 billion and USD 406.3 billion in 2023"],
    ),
    (
        [
            figure("a", "485 bn USD", period="2024", **SPENDING),
            figure("b", "~ 20 %", period="2024", base="2023", links="change_of:a", **GROWTH),
        ],
        [
            "USD 485 billion in 2024 ÷ (100% + about 20%) = between USD 397.1 billion and USD 411.5 billion in 2023"
        ],
    ),
    (
        [
            figure("a", "485 bn USD", period="2024", **SPENDING),
            figure("b", "> 20 %", period="2024", base="2023", links="change_of:a", **GROWTH),
        ],
        ["USD 485 billion in 2024 ÷ (100% + more than 20%) = less than USD 404.6 billion in 2023"],
    ),
    (
        [
            figure("a", ">= 60 bn USD", period="2024", **SPENDING),
            figure("b", "<= 20 %", period="2024", base="2023", links="change_of:a", **GROWTH),
        ],
        ["at least USD 60 billion in 2024 ÷ (100% + at most 20%) = at least USD 50 billion in 2023"],
    ),
    (
        [
            figure("a", "60 bn USD", period="2024", **SPENDING),
            figure("b", "15-20 %", kind="change", period="2024", base="2023", links="change_of:a", **GROWTH),
        ],
        [
            "USD 60 billion in 2024 ÷ (100% + between 15% and 20%) = "
            "between USD 49.5 billion and USD 52.7 billion in 2023"
        ],
    ),
    # A fall: what was there before was more.
    (
        [
            figure("a", "80 bn USD", period="2024", **SPENDING),
            figure("b", "-20 %", period="2024", base="2023", links="change_of:a", **GROWTH),
        ],
        ["USD 80 billion in 2024 ÷ (100% − 20%) = between USD 98.7 billion and USD 101.3 billion in 2023"],
    ),
    (
        [
            figure("a", "80 bn USD", period="2024", **SPENDING),
            figure("b", ">= -20 %", period="2024", base="2023", links="change_of:a", **GROWTH),
        ],
        ["USD 80 billion in 2024 ÷ (100% − at least 20%) = more than USD 99.3 billion in 2023"],
    ),
    # More than all of it cannot be lost.
    (
        [
            figure("a", "80 bn USD", period="2024", **SPENDING),
            figure("b", "-120 %", period="2024", base="2023", links="change_of:a", **GROWTH),
        ],
        [],
    ),
    # A change in money, in points, and a multiple.
    (
        [
            figure("a", "67 bn EUR", period="2024", **SPENDING),
            figure(
                "b", "2 bn EUR", kind="change", period="2024", base="2023", links="change_of:a", **SPENDING
            ),
        ],
        ["EUR 67 billion in 2024 − EUR 2 billion = between EUR 64 billion and EUR 66 billion in 2023"],
    ),
    (
        [
            figure("a", "2.0 % of GDP", measure="defence_share_gdp", period="2024", **ALLIES),
            figure("b", "0.3 pp", period="2024", base="2023", links="change_of:a", **ALLIES),
        ],
        ["2% of GDP in 2024 − 0.3 percentage points = between 1.6% of GDP and 1.8% of GDP in 2023"],
    ),
    (
        [
            figure("a", "18 allies", measure="allies_at_guideline", period="2024", **ALLIES),
            figure("b", "6 x", period="2024", base="2014", links="change_of:a", **ALLIES),
        ],
        ["18 allies in 2024 ÷ 6 times = 3 allies in 2014"],
    ),
    (
        [
            figure("a", "40 bn PLN", period="2024", **SPENDING),
            figure("b", "> 2 x", period="2024", base="2019", links="change_of:a", **SPENDING),
        ],
        ["PLN 40 billion in 2024 ÷ more than 2 times = less than PLN 20.3 billion in 2019"],
    ),
    # Without the period before there is nothing to say when.
    (
        [
            figure("a", "485 bn USD", period="2024", **SPENDING),
            figure("b", "20 %", period="2024", links="change_of:a", **GROWTH),
        ],
        [],
    ),
    # Prices that differ, units that differ, a level that is itself a change, a missing level.
    (
        [
            figure("a", "485 bn USD", period="2024", price_basis="current", **SPENDING),
            figure(
                "b",
                "20 %",
                period="2024",
                base="2023",
                links="change_of:a",
                price_basis="constant:2021",
                **GROWTH,
            ),
        ],
        [],
    ),
    (
        [
            figure("a", "485 bn USD", period="2024", **SPENDING),
            figure(
                "b", "20 bn EUR", kind="change", period="2024", base="2023", links="change_of:a", **SPENDING
            ),
        ],
        [],
    ),
    (
        [
            figure("a", "11 %", period="2024", **GROWTH),
            figure("b", "20 %", period="2024", base="2023", links="change_of:a", **GROWTH),
        ],
        [],
    ),
    ([figure("b", "20 %", period="2024", base="2023", links="change_of:gone", **GROWTH)], []),
    # Two figures that name each other as their base lead nowhere.
    (
        [
            figure("a", "485 bn USD", period="2024", base="2023", links="change_of:b", **SPENDING),
            figure("b", "20 %", period="2024", base="2023", links="change_of:a", **GROWTH),
        ],
        [],
    ),
    # One document states growth and a level without saying that they belong together.
    (
        [
            figure("a", "254 bn USD", period="2014", source="one", **SPENDING),
            figure("b", "-0.3 %", period="2015", base="2014", source="one", **GROWTH),
        ],
        ["USD 254 billion in 2014 × (100% − 0.3%) = between USD 252.6 billion and USD 253.9 billion in 2015"],
    ),
    (
        [
            figure("a", "559 bn USD", period="2025", source="one", **SPENDING),
            figure("b", "15.9 %", period="2025", base="2024", source="one", **GROWTH),
        ],
        ["USD 559 billion in 2025 ÷ (100% + 15.9%) = between USD 481.6 billion and USD 483 billion in 2024"],
    ),
    (
        [
            figure("a", "559 bn USD", period="2025", **SPENDING),
            figure("b", "15.9 %", period="2025", base="2024", **GROWTH),
        ],
        [],
    ),
    (
        [
            figure(
                "a", "559 bn USD", period="2025", source="one", measure="defence_expenditure", actor="Canada"
            ),
            figure("b", "15.9 %", period="2025", base="2024", source="one", **GROWTH),
        ],
        [],
    ),
]

SHARES: list[tuple[list[Figure], list[str]]] = [
    (
        [
            figure("a", "> 50 bn EUR", period="2024", **AID),
            figure("b", "> 50 %", actor="NATO Europe and Canada", links="share_of:a"),
        ],
        ["more than 50% of more than EUR 50 billion in 2024 = more than EUR 25 billion in 2024"],
    ),
    (
        [
            figure("a", "50 bn EUR", period="2024", **AID),
            figure("b", "> 50 %", actor="NATO Europe and Canada", links="share_of:a"),
        ],
        ["more than 50% of EUR 50 billion in 2024 = between EUR 24.7 billion and EUR 50.5 billion in 2024"],
    ),
    (
        [
            figure("a", "<= 50 bn EUR", period="2024", **AID),
            figure("b", "60 %", actor="NATO Europe and Canada", links="share_of:a"),
        ],
        ["60% of at most EUR 50 billion in 2024 = less than EUR 30.3 billion in 2024"],
    ),
    (
        [figure("a", "50 bn EUR", **AID), figure("b", "< 10 %", actor="Germany", links="share_of:a")],
        ["less than 10% of EUR 50 billion = less than EUR 5.1 billion"],
    ),
    (
        [
            figure("a", "32 allies", measure="allies_at_guideline", **ALLIES),
            figure("b", "50 %", links="share_of:a"),
        ],
        ["50% of 32 allies = 16 allies"],
    ),
    # Said without a limit on either side, it says nothing.
    ([figure("a", "> 50 bn EUR", **AID), figure("b", "< 50 %", actor="Germany", links="share_of:a")], []),
    ([figure("a", "50 bn EUR", **AID), figure("b", "120 %", actor="Germany", links="share_of:a")], []),
    # A share of GDP, or of another share, is no part of an amount.
    ([figure("a", "50 bn EUR", **AID), figure("b", "2 % of GDP", actor="Germany", links="share_of:a")], []),
    ([figure("a", "60 %", **AID), figure("b", "50 %", actor="Germany", links="share_of:a")], []),
    ([figure("b", "50 %", actor="Germany", links="share_of:gone")], []),
    # Shares of GDP become money with a GDP of the same actor and period.
    (
        [
            figure("a", "2.00 % of GDP", measure="defence_share_gdp", actor="Canada", period="2025"),
            figure("b", "3135 bn CAD", measure="gdp", actor="Canada", period="2025"),
        ],
        ["2% of GDP × CAD 3.135 trillion in 2025 = between CAD 62.5 billion and CAD 62.9 billion in 2025"],
    ),
    (
        [
            figure("a", ">= 2 % of GDP", measure="defence_share_gdp", actor="Canada", period="2025"),
            figure("b", "3135 bn CAD", measure="gdp", actor="Canada", period="2025"),
        ],
        ["at least 2% of GDP × CAD 3.135 trillion in 2025 = more than CAD 62.6 billion in 2025"],
    ),
    (
        [
            figure("a", "2 % of GDP", measure="defence_share_gdp", actor="Canada", period="2025"),
            figure("b", "3135 bn CAD", measure="gdp", actor="Canada", period="2024"),
        ],
        [],
    ),
    (
        [
            figure("a", "2 % of GDP", measure="defence_share_gdp", actor="Norway", period="2025"),
            figure("b", "3135 bn CAD", measure="gdp", actor="Canada", period="2025"),
        ],
        [],
    ),
    # The words of a share of defence spending are no share of GDP.
    (
        [
            figure("a", "20 %", measure="equipment_share", actor="Canada", period="2025"),
            figure("b", "3135 bn CAD", measure="gdp", actor="Canada", period="2025"),
        ],
        [],
    ),
]

RESTS: list[tuple[list[Figure], list[str]]] = [
    (
        [
            figure("a", "> 50 bn EUR", period="2024", status="delivered", **AID),
            figure("b", "20.9 bn EUR", period="2024H1", status="committed", **AID),
        ],
        [
            "more than EUR 50 billion in 2024 − EUR 20.9 billion in the first half of 2024 = "
            "more than EUR 29 billion in the second half of 2024"
        ],
    ),
    (
        [
            figure("a", "50 bn EUR", period="2024", status="delivered", **AID),
            figure("b", "20.9 bn EUR", period="2024H2", status="delivered", **AID),
        ],
        [
            "EUR 50 billion in 2024 − EUR 20.9 billion in the second half of 2024 = "
            "between EUR 28.5 billion and EUR 29.7 billion in the first half of 2024"
        ],
    ),
    # Neither a pledge nor a target is money in motion; other units, recipients, years are other sums.
    (
        [
            figure("a", "50 bn EUR", period="2024", status="pledged", **AID),
            figure("b", "20.9 bn EUR", period="2024H1", status="committed", **AID),
        ],
        [],
    ),
    (
        [
            figure("a", "50 bn USD", period="2024", status="delivered", **AID),
            figure("b", "20.9 bn EUR", period="2024H1", status="committed", **AID),
        ],
        [],
    ),
    (
        [
            figure("a", "50 bn EUR", period="2023", status="delivered", **AID),
            figure("b", "20.9 bn EUR", period="2024H1", status="committed", **AID),
        ],
        [],
    ),
    # The rest may be nothing: "more than" has no upper end to take from.
    (
        [
            figure("a", "50 bn EUR", period="2024", status="delivered", **AID),
            figure("b", "> 20.9 bn EUR", period="2024H1", status="committed", **AID),
        ],
        [],
    ),
    # One country's sums are many packages, not a total with its parts.
    (
        [
            figure(
                "a", "5 bn EUR", period="2024", status="delivered", measure="military_aid", actor="Germany"
            ),
            figure(
                "b", "2 bn EUR", period="2024H1", status="delivered", measure="military_aid", actor="Germany"
            ),
        ],
        [],
    ),
    # A total and its parts.
    (
        [
            figure("a", "183 bn USD", measure="total_aid", actor="United States"),
            figure("b", "131 bn USD", measure="military_aid", actor="United States", links="part_of:a"),
            figure("c", "44 bn USD", measure="total_aid", actor="United States", links="part_of:a"),
        ],
        ["USD 183 billion − USD 131 billion − USD 44 billion = between USD 6.5 billion and USD 9.5 billion"],
    ),
    (
        [
            figure("a", ">= 40 bn EUR", **AID),
            figure("b", "10 bn EUR", measure="military_aid", actor="Germany", links="part_of:a"),
        ],
        ["at least EUR 40 billion − EUR 10 billion = at least EUR 29.5 billion"],
    ),
    # Parts that make up the whole leave nothing; parts in another unit cannot be taken away.
    (
        [
            figure("a", "5 % of GDP", measure="defence_share_gdp", **ALLIES),
            figure("b", "3.5 % of GDP", measure="core_defence_share_gdp", links="part_of:a", **ALLIES),
            figure("c", "1.5 % of GDP", measure="related_defence_share_gdp", links="part_of:a", **ALLIES),
        ],
        [],
    ),
    ([figure("a", "50 bn USD", **AID), figure("b", "35 bn EUR", links="part_of:a", **AID)], []),
    ([figure("a", "<= 50 bn EUR", **AID), figure("b", "17 bn EUR", links="part_of:a", **AID)], []),
]


@pytest.mark.parametrize(("figures", "formulas"), LEVELS_AND_CHANGES + SHARES + RESTS)
def test_what_is_implied(figures: list[Figure], formulas: list[str]) -> None:
    assert [found.description for found in implied(figures)] == formulas
    assert {found.description for found in implied(figures[::-1])} == set(formulas)


def test_a_derived_figure_names_its_parents_and_its_rule() -> None:
    figures = LEVELS_AND_CHANGES[0][0]
    (base,) = implied(figures)
    assert (base.origin, base.rule, base.bound, base.value) == (
        "derived", "base_of_change", "more_than", Decimal("403.7e9"),
    )  # fmt: skip
    assert base.links == (Link("derived_from", "a"), Link("derived_from", "b"))
    assert (base.period_start, base.period_end) == (date(2023, 1, 1), date(2023, 12, 31))
    assert base.note == "'Nearly' is taken as below the number; how far below was not said."
    assert (base.quote, base.exact, base.url, base.stated_on) == ("", "", "", None)
    assert implied(figures)[0].figure_id == base.figure_id


def test_a_part_is_the_share_holders() -> None:
    (part,) = implied(SHARES[0][0])
    assert (part.actor, part.recipient, part.measure) == ("NATO Europe and Canada", "Ukraine", "military_aid")


def test_a_difference_of_status_is_said() -> None:
    (rest,) = implied(RESTS[0][0])
    assert rest.note == "The year's total is stated as delivered, the part as committed: not quite the same."
    (same,) = implied(RESTS[1][0])
    assert same.note == ""


def test_nothing_follows_from_what_was_derived() -> None:
    figures = [dataclasses.replace(one, origin="derived") for one in LEVELS_AND_CHANGES[0][0]]
    assert implied(figures) == ()


def test_a_period_that_ends_before_it_starts_gives_nothing() -> None:
    level, change = LEVELS_AND_CHANGES[0][0]
    reversed_base = dataclasses.replace(change, base_period_end=date(2022, 12, 31))
    assert implied([level, reversed_base]) == ()


amounts = st.sampled_from(["exact", "about", "nearly", "at_least", "more_than", "at_most", "less_than"])


@given(
    st.data(), st.integers(10, 9999), amounts, st.integers(1, 300), amounts,
    st.sampled_from(["change_of", "share_of", "part_of"]),
)  # fmt: skip
def test_true_values_inside_what_was_said_stay_inside_what_is_implied(
    data: st.DataObject, size: int, bound: str, percent: int, other_bound: str, relation: str
) -> None:
    whole = figure("a", f"{size} bn EUR", period="2024", **AID)
    second = figure(
        "b", f"{percent} {'bn EUR' if relation == 'part_of' else '%'}", base="2023", links=f"{relation}:a"
    )
    second = dataclasses.replace(
        second, bound=other_bound, kind="change" if relation == "change_of" else second.kind
    )
    whole = dataclasses.replace(whole, bound=bound)
    for found in implied([whole, second]):
        true_whole, true_second = data.draw(_true(whole)), data.draw(_true(second))
        if relation == "change_of":
            if true_second <= -100:
                continue
            result = true_whole / (1 + true_second / 100)
        elif relation == "share_of":
            result = true_whole * min(true_second, Fraction(100)) / 100
        else:
            result = true_whole - true_second
        interval = said(found)
        assert interval is not None
        assert Fraction(interval.low) <= result if interval.low.is_finite() else True
        assert result <= Fraction(interval.high) if interval.high.is_finite() else True


@st.composite
def _true(draw: st.DrawFn, stated: Figure) -> Fraction:
    """A true value that a statement allows, often at the edge of it."""
    interval = said(stated)
    assert interval is not None
    size = Fraction(stated.value or 1)
    low = Fraction(interval.low) if interval.low.is_finite() else -size * 2
    high = Fraction(interval.high) if interval.high.is_finite() else low + size * 3
    part = draw(
        st.sampled_from([Fraction(1, 10**9), 1 - Fraction(1, 10**9)])
        | st.fractions(0, 1, max_denominator=999)
    )
    if part in (0, 1):
        part = Fraction(1, 2)
    return low + (high - low) * part
