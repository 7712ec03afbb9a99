"""What is raised, and above all what is not: each case is a few figures and the findings over them."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.checks.finding import KINDS, Finding
from figures.checks.findings import by_figure, find
from figures.records import Figure
from tests.checks.making import figure

Case = tuple[list[Figure], list[str]]

EUROPE = "NATO Europe and Canada"


def share(identity: str, amount: str, day: str = "2025-06-24", **fields: Any) -> Figure:
    given_ = {"actor": "Poland", "status": "spent", "period": "2024", **fields}
    return figure(identity, f"{amount} % of GDP", "defence_share_gdp", day=day, **given_)


def growth(identity: str, amount: str, day: str, **fields: Any) -> Figure:
    given_ = {"actor": EUROPE, "status": "estimated", "period": "2023", "base": "2022", **fields}
    return figure(identity, f"{amount} %", "defence_expenditure_change", day=day, **given_)


def allies(identity: str, amount: str, day: str, **fields: Any) -> Figure:
    given_ = {"actor": "NATO Allies", "status": "forecast", "period": "2024", **fields}
    return figure(identity, f"{amount} allies", "allies_at_guideline", day=day, **given_)


def spending(identity: str, amount: str, day: str = "2025-08-28", **fields: Any) -> Figure:
    given_ = {"actor": EUROPE, "status": "spent", "period": "2024", **fields}
    return figure(identity, amount, "defence_expenditure", day=day, **given_)


def aid(identity: str, amount: str, day: str = "2025-02-12", **fields: Any) -> Figure:
    given_ = {
        "actor": "NATO Allies",
        "recipient": "Ukraine",
        "status": "delivered",
        "period": "2024",
        **fields,
    }
    return figure(identity, amount, "military_aid", day=day, **given_)


SAME_STATEMENT: list[Case] = [
    ([share("a", "4.48"), share("b", "4.7")], ["contradiction same_statement a b"]),
    ([share("a", "4.48"), share("b", "4.7"), share("c", "4.9")], ["contradiction same_statement a b c"]),
    ([share("a", "4.48"), share("b", "> 4.7")], ["contradiction same_statement a b"]),
    ([share("a", "4.1-4.3"), share("b", "4.48")], ["contradiction same_statement a b"]),
    ([share("a", "3.5", status="pledged", period="2029"), share("b", "3.05", status="pledged", period="2029")],
     ["contradiction same_statement a b"]),
    ([allies("a", "23", "2024-06-17"), allies("b", "18", "2024-06-20")], ["contradiction same_statement a b"]),
    ([spending("a", "845 bn USD", price_basis="current"), spending("b", "980 bn USD", price_basis="current")],
     ["contradiction same_statement a b"]),
    ([aid("a", "50 bn EUR"), aid("b", "41 bn EUR", "2025-02-20")], ["contradiction same_statement a b"]),
    # Two sentences of one document, dated or not.
    ([share("a", "4.48", source="one"), share("b", "4.7", source="one")], ["contradiction same_statement a b"]),
    ([share("a", "4.48", "", source="one"), share("b", "4.7", "", source="one")], ["contradiction same_statement a b"]),
    # The same to the last written digit, within a bound, a range, a tolerance, or a round number.
    ([share("a", "4.48"), share("b", "4.5")], []),
    ([share("a", "4.48"), share("b", "> 4")], []),
    ([share("a", "4.48"), share("b", "4-5")], []),
    ([share("a", "4.48"), share("b", "~ 4.7")], []),
    ([share("a", "1.92"), share("b", "≲ 2")], []),
    ([share("a", ">= 2"), share("b", "> 3")], []),
    ([spending("a", "100 bn USD", price_basis="current"), spending("b", "102 bn USD", price_basis="current")], []),
    # Another scope, status, period, recipient, programme, base, unit, rate or price basis.
    ([share("a", "4.48"), share("b", "2.12", actor="Germany")], []),
    ([share("a", "4.48"), share("b", "4.7", status="planned")], []),
    ([share("a", "4.48"), share("b", "4.7", period="2025")], []),
    ([share("a", "4.48"), share("b", "4.7", period="2024H1")], []),
    ([aid("a", "50 bn EUR"), aid("b", "41 bn EUR", recipient="Moldova")], []),
    ([aid("a", "50 bn EUR"), aid("b", "41 bn EUR", programme="PURL")], []),
    ([aid("a", "50 bn EUR"), aid("b", "41 bn EUR", per="year")], []),
    ([aid("a", "50 bn EUR"), aid("b", "41 bn USD")], []),
    ([growth("a", "8.3", "2024-02-14"), growth("b", "11", "2024-02-14", base="2020")], []),
    ([growth("a", "8.3", "2024-02-14", price_basis="current"), growth("b", "11", "2024-02-14", price_basis="constant:2015")],
     []),
    ([spending("a", "845 bn USD", price_basis="constant:2021"), spending("b", "980 bn USD", price_basis="current")], []),
    # A status, an actor, a period or a base that is not stated is nothing to compare.
    ([share("a", "4.48", status=""), share("b", "4.7", status="")], []),
    ([share("a", "4.48", actor=""), share("b", "4.7", actor="")], []),
    ([share("a", "4.48", period=""), share("b", "4.7", period="")], []),
    ([growth("a", "8.3", "2024-02-14", base=""), growth("b", "11", "2024-02-14", base="")], []),
    # A pledge "within a year" has no dates, and a pledge is no delivery.
    ([aid("a", ">= 40 bn EUR", status="pledged", period="", period_text="within a year"), aid("b", "30 bn EUR")], []),
    # One country pledges many packages; troops and tanks are counted in many places.
    ([aid("a", "1 bn EUR", actor="Sweden", status="pledged"), aid("b", "1.2 bn EUR", actor="Sweden", status="pledged")],
     []),
    ([figure("a", "30 tanks", "equipment", actor="Sweden", status="pledged", period="2024"),
      figure("b", "40 tanks", "equipment", actor="Sweden", status="pledged", period="2024")], []),
    # A total for everyone and a single item of it.
    ([aid("a", "50 bn EUR"), aid("b", "5 bn EUR")], []),
    # One sentence can name two levels; a part is not its total, here or elsewhere.
    ([share("a", "4.48", source="one", quote="It says both."), share("b", "4.7", source="one", quote="It says both.")], []),
    ([share("a", "5", status="target", period="..2035"), share("b", "3.5", status="target", period="..2035", links="part_of:a")],
     []),
    ([share("a", "5", status="target", period="..2035"), share("b", "3.5", status="target", period="..2035", links="part_of:a"),
      share("c", "3.5", status="target", period="..2035")], []),
    # Periods that end before they start state nothing.
    ([share("a", "4.48", period="2025..2024"), share("b", "4.7", period="2025..2024")], []),
    # What was derived is no statement.
    ([share("a", "4.48"), share("b", "4.7", origin="derived")], []),
]  # fmt: skip

TOTALS: list[Case] = [
    # A running total that falls.
    ([aid("a", "145 bn EUR", "2025-02-24", actor="EU and member states", period="2022-02-24..2025-02-24"),
      aid("b", "135 bn EUR", "2025-03-06", actor="EU and member states", period="2022-02-24..2025-03-06")],
     ["contradiction falling_total a b"]),
    ([figure("a", "700 bn USD", "extra_defence_expenditure", actor=EUROPE, status="spent", period="2014..2024",
             day="2025-02-12", price_basis="current"),
      figure("b", "650 bn USD", "extra_defence_expenditure", actor=EUROPE, status="spent", period="2014..2025",
             day="2026-02-12", price_basis="current")], ["contradiction falling_total a b"]),
    ([aid("a", "145 bn EUR", "2025-02-24", actor="EU and member states", period="2022-02-24..2025-02-24"),
      aid("b", "> 135 bn EUR", "2025-03-06", actor="EU and member states", period="2022-02-24..2025-03-06")], []),
    ([aid("a", "124 bn EUR", "2024-12-17", actor="EU and member states", period="2022-02-24..2024-11-30"),
      aid("b", "145 bn EUR", "2025-02-24", actor="EU and member states", period="2022-02-24..2025-02-24")], []),
    # An older statement of the longer period, another start, no day, a country's package.
    ([aid("a", "145 bn EUR", "2025-02-24", actor="EU and member states", period="2022-02-24..2024-11-30"),
      aid("b", "135 bn EUR", "2024-12-31", actor="EU and member states", period="2022-02-24..2024-12-31")], []),
    ([aid("a", "145 bn EUR", "2025-02-24", actor="EU and member states", period="2022-01-01..2025-02-24"),
      aid("b", "135 bn EUR", "2025-03-06", actor="EU and member states", period="2022-02-24..2025-03-06")], []),
    ([aid("a", "6.1 bn USD", "2022-06-27", actor="NATO Allies", period="2022-02-24..2022-06-27"),
      aid("b", "4.6 bn USD", "", actor="NATO Allies", period="2022-02-24..2022-06-30")], []),
    ([aid("a", "6.1 bn USD", "2022-06-27", actor="Germany", period="2022-02-24..2022-06-27"),
      aid("b", "4.6 bn USD", "2022-07-27", actor="Germany", period="2022-02-24..2022-07-27")], []),
    ([aid("a", "46 bn USD", "2024-06-27", status="pledged", period="2024..2026"),
      aid("b", "41 bn USD", "2024-07-27", status="pledged", period="2024..2027")], []),
    # Parts and their total.
    ([spending("a", "62.7 bn CAD", actor="Canada"), spending("b", "9.3 bn CAD", actor="Canada", links="part_of:a"),
      spending("c", "40 bn CAD", actor="Canada", links="part_of:a"), spending("d", "18 bn CAD", actor="Canada", links="part_of:a")],
     ["contradiction parts_and_total a b c d"]),
    ([aid("a", "50 bn EUR"), aid("b", "60 bn EUR", actor="Germany", links="part_of:a")],
     ["contradiction parts_and_total a b"]),
    ([aid("a", "124 bn EUR"), aid("b", "47.8 bn EUR", actor="Germany", links="part_of:a"),
      aid("c", "75.0 bn EUR", actor="France", links="part_of:a")], ["contradiction parts_and_total a b c"]),
    ([share("a", "5", status="target"), share("b", "3.5", status="target", links="part_of:a"),
      share("c", "1.5", status="target", links="part_of:a")], []),
    ([aid("a", "12.8 bn GBP"), aid("b", "7.8 bn GBP", actor="Norway", links="part_of:a"),
      aid("c", "5 bn GBP", actor="Sweden", links="part_of:a")], []),
    # Named parts need not be all; money counted by giver and by purpose may be the same money.
    ([aid("a", ">= 182.99 bn USD"), aid("b", "131.36 bn USD", actor="Germany", links="part_of:a"),
      aid("c", "43.84 bn USD", actor="France", links="part_of:a")], []),
    ([aid("a", "50 bn EUR"), aid("b", "30 bn EUR", links="part_of:a"),
      figure("c", "25 bn EUR", "total_aid", actor="European Union", recipient="Ukraine", links="part_of:a")], []),
    ([aid("a", "50 bn EUR"), aid("b", "60 bn USD", actor="Germany", links="part_of:a")], []),
    ([aid("a", "<= 50 bn EUR"), aid("b", "33 bn EUR", actor="Germany", links="part_of:a"),
      aid("c", "17 bn EUR", actor="France", links="part_of:a")], []),
]  # fmt: skip

IMPLIED: list[Case] = [
    # A level, its change and the level before do not fit.
    ([spending("a", "485 bn USD", source="one"), growth("b", "≲ 20", "", period="2024", base="2023", links="change_of:a", source="one"),
      spending("c", "380 bn USD", period="2023", source="one")], ["contradiction implied c a b"]),
    ([spending("a", "485 bn USD", price_basis="constant:2021"),
      growth("b", "≲ 20", "2025-08-28", period="2024", base="2023", links="change_of:a", price_basis="constant:2021"),
      spending("c", "380 bn USD", period="2023", price_basis="constant:2021")], ["contradiction implied c a b"]),
    # They fit, are from another time, or may be in other prices.
    ([spending("a", "485 bn USD", source="one"), growth("b", "≲ 20", "", period="2024", base="2023", links="change_of:a", source="one"),
      spending("c", "405 bn USD", period="2023", source="one")], []),
    ([spending("a", "485 bn USD", price_basis="constant:2021"),
      growth("b", "≲ 20", "2025-08-28", period="2024", base="2023", links="change_of:a", price_basis="constant:2021"),
      spending("c", "380 bn USD", "2024-02-14", period="2023", price_basis="constant:2021")], []),
    ([spending("a", "485 bn USD"), growth("b", "≲ 20", "2025-08-28", period="2024", base="2023", links="change_of:a"),
      spending("c", "380 bn USD", period="2023")], []),
    ([spending("a", "253 bn USD", period="2015", source="one"), spending("b", "254 bn USD", period="2014", source="one"),
      growth("c", "-0.3", "", period="2015", base="2014", source="one")], []),
    # A share of GDP and its money: 3,135 × 2% = 62.7 holds, 70 does not.
    ([share("a", "2.00", actor="Canada", source="one"), figure("b", "3135 bn CAD", "gdp", actor="Canada", period="2024", source="one"),
      spending("c", "62.7 bn CAD", actor="Canada", source="one", origin="curated")], []),
    ([share("a", "2.00", actor="Canada", source="one"), figure("b", "3135 bn CAD", "gdp", actor="Canada", period="2024", source="one"),
      spending("c", "70 bn CAD", actor="Canada", source="one", origin="curated")], ["contradiction implied c a b"]),
    # More than half of more than 50: a quarter is too little, a total is no part of itself.
    ([aid("a", "> 50 bn EUR", source="one"), aid("b", "> 50 %", actor=EUROPE, links="share_of:a", source="one", kind="share"),
      aid("c", "20 bn EUR", actor=EUROPE, source="one")], ["contradiction implied c b a"]),
    ([aid("a", "50 bn EUR", source="one"), aid("b", "50 %", links="share_of:a", source="one", kind="share"),
      aid("c", "50 bn EUR", source="two")], []),
]  # fmt: skip

SUSPECTS: list[Case] = [
    # The same number in two currencies: of one voice, or in one month, or in one document.
    ([aid("a", "> 35 bn EUR", "2025-06-23", actor=EUROPE, status="pledged", speaker="Mark Rutte"),
      aid("b", "35 bn USD", "2025-06-23", actor=EUROPE, status="pledged", speaker="Mark Rutte")],
     ["suspect two_currencies a b"]),
    ([aid("a", "4 bn EUR", "2025-12-02", status="pledged", speaker="Mark Rutte", period="2025"),
      aid("b", "> 4 bn USD", "2025-12-03", status="committed", speaker="Mark Rutte", period="..2025-12-03")],
     ["suspect two_currencies a b"]),
    ([aid("a", "1.4 bn EUR", actor="Sweden", source="one", period=""), aid("b", "1.4 bn USD", actor="Sweden", source="one", period="")],
     ["suspect two_currencies a b"]),
    ([aid("a", "35 bn EUR", "2025-06-23", status="pledged"), aid("b", "35 bn USD", "2025-09-23", status="pledged")], []),
    ([aid("a", "35 bn EUR", "2025-06-23", actor="Sweden"), aid("b", "35 bn USD", "2025-06-23", actor="Norway")], []),
    ([aid("a", "1 bn EUR", "2025-06-23", actor="Sweden"), aid("b", "1 bn USD", "2025-06-24", actor="Sweden")], []),
    ([aid("a", "35 bn EUR", "2025-06-23", period="2024"), aid("b", "35 bn USD", "2025-06-23", period="2025")], []),
    # At parity both can be right.
    ([aid("a", "35 bn EUR", "2022-08-24", period="", status="pledged"), aid("b", "35 bn USD", "2022-08-24", period="", status="pledged")],
     []),
    # A conversion that the exchange rate does not bear out, one that it does, one without a rate.
    ([aid("a", "16 bn SEK", period="", status="pledged"), aid("b", "14 bn EUR", period="", status="pledged", links="same_amount:a")],
     ["suspect conversion a b"]),
    ([aid("a", "16 bn SEK", period="", status="pledged"), aid("b", "1.4 bn EUR", period="", status="pledged", links="same_amount:a")],
     []),
    ([aid("a", "16 bn UAH", period="", status="pledged"), aid("b", "14 bn EUR", period="", status="pledged", links="same_amount:a")],
     []),
    # The same growth for two groups.
    ([growth("a", "18.6", "2025-08-28"), growth("b", "18.6", "2025-08-30", actor="NATO Allies")], ["suspect two_scopes a b"]),
    ([growth("a", "18.6", "2025-08-28"), growth("b", "10.2", "2025-08-30", actor="NATO Allies")], []),
    ([growth("a", "18.6", "2025-08-28", source="one"), growth("b", "18.6", "2025-08-28", actor="NATO Allies", source="one")], []),
    ([growth("a", "4", "2025-08-28"), growth("b", "4", "2025-08-30", actor="NATO Allies")], []),
    ([growth("a", "18.6", "2025-08-28"), growth("b", "18.6", "2025-08-30", actor="Poland")], []),
    # The year moved by one.
    ([share("a", "2.5", actor="United Kingdom", status="pledged", period="2027-04-01..", day="2025-02-25"),
      share("b", "2.5", actor="United Kingdom", status="pledged", period="2028-04-01..", day="2025-02-26")],
     ["suspect two_years a b"]),
    ([allies("a", "22", "2025-04-24", status="estimated"), allies("b", "22", "2025-04-26", status="estimated", period="2023")],
     ["suspect two_years a b"]),
    ([share("a", "2.5", status="pledged", period="2027", day="2025-02-25"),
      share("b", "2.5", status="pledged", period="2030", day="2025-02-26")], []),
    ([share("a", "2.5", status="pledged", period="2027", day="2025-02-25"),
      share("b", "2.5", status="pledged", period="2028", day="2022-06-30")], []),
    # A document that states both years means both.
    ([share("a", "2.44", source="table"), share("b", "2.44", period="2023", source="table"), share("c", "2.44", period="2023")],
     []),
    # A forecast repeated as a demand; to expect that a target is met is none.
    ([figure("a", "266 bn USD", "extra_defence_expenditure", actor=EUROPE, status="forecast", period="2018..2024", day="2018-07-11"),
      figure("b", "266 bn USD", "extra_defence_expenditure", actor=EUROPE, status="required", period="2018..2024", day="2018-07-12")],
     ["suspect demand a b"]),
    ([share("a", "2.5", status="forecast", period="2027"), share("b", "2.5", status="target", period="2027")], []),
    # Millions for billions.
    ([aid("a", "1.4 bn EUR", actor="Sweden", status="pledged"), aid("b", "1.4 m EUR", actor="Sweden", status="pledged")],
     ["suspect thousandfold a b"]),
    ([aid("a", "1.4 bn EUR", actor="Sweden", status="pledged"), aid("b", "14 m EUR", actor="Sweden", status="pledged")], []),
    # Two amounts of spending of which nobody says the prices.
    ([spending("a", "845 bn USD", status="forecast"), spending("b", "980 bn USD", status="forecast")],
     ["suspect unstated_prices a b"]),
    ([spending("a", "845 bn USD", status="forecast"), spending("b", "845 bn USD", status="forecast")], []),
]  # fmt: skip

REVISIONS: list[Case] = [
    ([growth("a", "8.3", "2023-07-07", status="forecast"), growth("b", "11", "2024-02-14")], ["revision restated b a"]),
    ([allies("a", "18", "2024-02-14"), allies("b", "23", "2024-06-17"), allies("c", "22", "2025-04-24", status="estimated")],
     ["revision restated c b a"]),
    ([share("a", "3.9", "2024-02-14", status="estimated"), share("b", "3.27", "2025-08-28")], ["revision restated b a"]),
    # The same voice corrects itself within the month; one statement has no day.
    ([allies("a", "18", "2024-06-14", speaker="Jens Stoltenberg"), allies("b", "23", "2024-06-17", speaker="Jens Stoltenberg")],
     ["revision restated b a"]),
    ([allies("a", "8", "2023-03-21", period="2021"), allies("b", "6", "", period="2021")], ["revision restated a b"]),
    ([spending("a", "485 bn USD", "2025-02-12"), spending("b", "486 bn USD", "2025-04-24", status="estimated")],
     ["revision restated b a"]),
    # The same number again, one that fits the bound, a plan beside a forecast, two without a day, unknown prices.
    ([growth("a", "11", "2024-02-14"), growth("b", "11", "2024-06-17")], []),
    ([growth("a", "> 10", "2024-02-14"), growth("b", "11", "2024-06-17")], []),
    ([share("a", "4.7", "2025-04-03", status="planned"), share("b", "4.48", "2025-08-28", status="estimated")], []),
    ([share("a", "4.7", ""), share("b", "4.48", "")], []),
    ([spending("a", "380 bn USD", "2024-02-14", status="forecast"), spending("b", "440 bn USD", "2025-02-12")], []),
    ([aid("a", "> 20 bn EUR", "2025-04-02", status="pledged"), aid("b", "> 35 bn EUR", "2025-06-23", status="pledged")], []),
]  # fmt: skip

AGREEMENTS: list[Case] = [
    # Two people, or two years, and two publishers.
    ([allies("a", "18", "2024-02-14", speaker="Jens Stoltenberg"), allies("b", "18", "2024-02-20", speaker="Mark Rutte")],
     ["agreement same_value b a"]),
    ([share("a", "1.51", "2019-03-14"), share("b", "1.51", "2025-08-28")], ["agreement same_value b a"]),
    # One announcement in two papers, one publisher, one voice, a number too vague to confirm.
    ([allies("a", "18", "2024-02-14"), allies("b", "18", "2024-02-15")], []),
    ([share("a", "1.51", "2019-03-14", publisher="NATO"), share("b", "1.51", "2025-08-28", publisher="NATO")], []),
    ([allies("a", "18", "2024-02-14", speaker="Mark Rutte"), allies("b", "18", "2024-02-20", speaker="Mark Rutte")], []),
    ([share("a", "> 1.5", "2019-03-14"), share("b", "1.51", "2025-08-28")], []),
    # One amount in two currencies at the rate of the day.
    ([aid("a", "20.9 bn EUR", "2024-10-16", status="committed", period="2024H1"),
      aid("b", "22.7 bn USD", "2024-10-16", status="committed", period="2024H1")], ["agreement across_currencies a b"]),
    ([aid("a", "20.9 bn EUR", "2024-10-16", status="committed", period="2024H1"),
      aid("b", "25 bn USD", "2024-10-16", status="committed", period="2024H1")], []),
    # Six times as many, and how many there were: two publishers.
    ([allies("a", "18", "2024-02-14", source="one"),
      figure("b", "6 x", "allies_at_guideline", actor="NATO Allies", base="2014", links="change_of:a", source="one", publisher="publisher of a"),
      allies("c", "3", "2014-09-05", period="2014", status="estimated")], ["agreement implied c a b"]),
    ([allies("a", "18", "2024-02-14", source="one"),
      figure("b", "6 x", "allies_at_guideline", actor="NATO Allies", base="2014", links="change_of:a", source="one", publisher="publisher of a"),
      allies("c", "3", "2024-02-14", period="2014", status="estimated", source="one", publisher="publisher of a")], []),
]  # fmt: skip

CASES = SAME_STATEMENT + TOTALS + IMPLIED + SUSPECTS + REVISIONS + AGREEMENTS


def raised(figures: list[Figure]) -> list[str]:
    return [f"{one.kind} {one.rule} {' '.join(one.figure_ids)}" for one in find(figures)]


@pytest.mark.parametrize(("figures", "expected"), CASES)
def test_findings(figures: list[Figure], expected: list[str]) -> None:
    assert raised(figures) == expected


def test_half_of_the_cases_are_silent() -> None:
    assert len(CASES) >= 60
    assert 2 * sum(not expected for _, expected in CASES) >= len(CASES)


@pytest.mark.parametrize("figures", [figures for figures, expected in CASES if expected])
def test_the_order_of_the_figures_does_not_matter(figures: list[Figure]) -> None:
    assert {(one.kind, one.rule, frozenset(one.figure_ids)) for one in find(figures[::-1])} == {
        (one.kind, one.rule, frozenset(one.figure_ids)) for one in find(figures)
    }


@pytest.mark.parametrize(
    ("figures", "sentence", "detail"),
    [
        (
            [share("a", "4.48"), share("b", "4.7", speaker="A minister")],
            "Defence spending as a share of GDP, Poland, in 2024: it cannot be 4.48% of GDP and 4.7% of GDP at once.",
            "4.48% of GDP (publisher of a, 24 June 2025); 4.7% of GDP (A minister, 24 June 2025)",
        ),
        (
            [growth("a", "8.3", "2023-07-07", status="forecast"), growth("b", "11", "2024-02-14")],
            "Growth of defence spending, European Allies and Canada, in 2023: "
            "11% on 14 February 2024, after 8.3% on 7 July 2023.",
            "11% (publisher of b, 14 February 2024); 8.3% (publisher of a, 7 July 2023)",
        ),
        (
            [allies("a", "8", "2023-03-21", period="2021"), allies("b", "6", "", period="2021")],
            "Allies at the guideline, NATO Allies, in 2021: 8 allies on 21 March 2023, and 6 allies on an unknown day.",
            "8 allies (publisher of a, 21 March 2023); 6 allies (publisher of b, an unknown day)",
        ),
        (
            IMPLIED[0][0],
            "Defence spending, European Allies and Canada, in 2023: USD 380 billion is stated, "
            "but more than USD 403.7 billion follows from other figures.",
            "USD 485 billion in 2024 ÷ (100% + nearly 20%) = more than USD 403.7 billion in 2023; "
            "USD 380 billion (publisher of c, 28 August 2025); USD 485 billion (publisher of a, 28 August 2025); "
            "nearly 20% (publisher of b, an unknown day)",
        ),
    ],
)
def test_wording(figures: list[Figure], sentence: str, detail: str) -> None:
    (finding,) = find(figures)
    assert (finding.sentence, finding.detail) == (sentence, detail)


def test_every_case_together_raises_in_the_same_order_whatever_the_order_of_the_figures() -> None:
    figures = [
        figure(f"{number}-{one.figure_id}", "4.48 % of GDP", "defence_share_gdp", actor="Poland", status="spent",
               period=f"{2000 + number % 9}", day="2025-06-24")
        for number, (group, _) in enumerate(CASES) for one in group
    ]  # fmt: skip
    shuffled = random.Random(1).sample(figures, len(figures))  # noqa: S311
    assert [one.kind for one in find(shuffled)] == [one.kind for one in find(figures)]
    kinds = [KINDS.index(one.kind) for one in find(figures)]
    assert kinds == sorted(kinds)


def test_findings_by_figure() -> None:
    found = find([share("a", "4.48"), share("b", "4.7"), share("c", "2.1", actor="Spain")])
    assert {identity: len(standing) for identity, standing in by_figure(found).items()} == {"a": 1, "b": 1}
    assert isinstance(found[0], Finding)


@given(st.lists(st.sampled_from([one for figures, _ in CASES for one in figures]), max_size=12, unique_by=id))
def test_any_mixture_is_checked_without_fail(figures: list[Figure]) -> None:
    unique = list({one.figure_id: one for one in figures}.values())
    known = {one.figure_id for one in unique}
    for finding in find(unique):
        assert finding.kind in KINDS
        assert len(finding.figure_ids) >= 2
        assert set(finding.figure_ids) <= known
        assert len(set(finding.figure_ids)) == len(finding.figure_ids)
        assert finding.sentence.endswith(".")
