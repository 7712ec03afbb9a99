"""The figures of the five source documents, as their own sentences state them; nothing else is found."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from figures import extract
from figures.records import Claim
from figures.sources import read_sources
from figures.vocabularies import data_folder

# Figures of each excerpt: text, value, unit, bound, words of the period, actor, recipient, status, links.
Row = tuple[str, str, str, str, str, str, str, str, list[tuple[str, str]]]
SOURCES: dict[str, list[Row]] = {
    "interfax-ukraine-2025-10-15": [
        ("5%", "5", "%", "exact", "", "", "", "target", []),
        ("3.5%", "3.5", "%", "exact", "", "", "", "target", [("part_of", "#0")]),
        ("1.5%", "1.5", "%", "exact", "", "", "", "target", [("part_of", "#0")]),
        ("EUR 2 billion", "2e9", "EUR", "exact", "", "NATO Allies", "Ukraine", "allocated", []),
    ],
    "mirage-news-2025-02-12": [
        ("485 billion US dollars", "485e9", "USD", "exact", "in 2024", "NATO Europe and Canada", "", "spent", []),
        ("20%", "20", "%", "nearly", "in 2024", "NATO Europe and Canada", "", "", [("change_of", "#0")]),
        ("700 billion additional US dollars", "700e9", "USD", "more_than", "Since the 2014 Defence Investment Pledge",
         "NATO Europe and Canada", "", "spent", []),
        ("50 billion euros", "50e9", "EUR", "more_than", "in 2024", "", "", "delivered", []),
        ("half", "50", "%", "more_than", "in 2024", "", "", "", [("share_of", "#3")]),
    ],
    "unn-2025-06-04": [
        ("2%", "2", "% of GDP", "exact", "this year", "NATO Allies", "", "target", []),
    ],
    "interfax-ukraine-2024-10-17": [
        ("one billion citizens", "1e9", "citizens", "exact", "", "", "", "", []),
        ("40 billion euros", "40e9", "EUR", "at_least", "within a year", "", "Ukraine", "pledged", []),
        ("EUR 20.9 billion", "20.9e9", "EUR", "exact", "during the first half of 2024", "NATO Allies", "Ukraine",
         "committed", []),
    ],
    "interfax-ukraine-2024-06-12": [
        ("EUR 40 billion", "40e9", "EUR", "exact", "since Russia's full-scale invasion in 2022", "NATO Allies", "Ukraine",
         "delivered", []),
        ("EUR 1 billion", "1e9", "EUR", "more_than", "In recent weeks", "Sweden", "Ukraine", "pledged", []),
        ("EUR 1 billion", "1e9", "EUR", "more_than", "In recent weeks", "Spain", "Ukraine", "pledged", []),
        ("EUR 1 billion", "1e9", "EUR", "more_than", "In recent weeks", "Belgium", "Ukraine", "pledged", []),
        ("30 F-16 jets", "30", "F-16 jets", "exact", "", "", "Ukraine", "", []),
    ],
}  # fmt: skip
PERIODS = {
    ("mirage-news-2025-02-12", "485 billion US dollars"): (date(2024, 1, 1), date(2024, 12, 31)),
    ("mirage-news-2025-02-12", "700 billion additional US dollars"): (date(2014, 1, 1), None),
    ("unn-2025-06-04", "2%"): (date(2025, 1, 1), date(2025, 12, 31)),
    ("interfax-ukraine-2024-10-17", "EUR 20.9 billion"): (date(2024, 1, 1), date(2024, 6, 30)),
    ("interfax-ukraine-2024-10-17", "40 billion euros"): (None, None),
    ("interfax-ukraine-2024-06-12", "EUR 40 billion"): (date(2022, 1, 1), None),
}


KEPT = {source.source_id: source for source in read_sources(data_folder() / "sources")}


def _claims(source_id: str) -> list[Claim]:
    source = KEPT[source_id]
    return extract(source.text, source.language or "en", source.published_on)


@pytest.mark.parametrize("source_id", SOURCES)
def test_a_source_states_these_figures_and_no_others(source_id: str) -> None:
    found = [
        (
            claim.exact,
            claim.value,
            claim.unit,
            claim.bound,
            claim.period_text,
            claim.actor,
            claim.recipient,
            claim.status,
            [(link.relation, link.target) for link in claim.links],
        )
        for claim in _claims(source_id)
    ]
    assert found == [(row[0], Decimal(row[1]), *row[2:]) for row in SOURCES[source_id]]


@pytest.mark.parametrize(("source_id", "exact"), PERIODS, ids=[" ".join(key) for key in PERIODS])
def test_periods_have_their_days(source_id: str, exact: str) -> None:
    (claim,) = [claim for claim in _claims(source_id) if claim.exact == exact]
    assert (claim.period_start, claim.period_end) == PERIODS[source_id, exact]


def test_the_base_of_the_rise_is_the_year_before() -> None:
    claim = next(claim for claim in _claims("mirage-news-2025-02-12") if claim.exact == "20%")
    assert (claim.kind, claim.base_period_start, claim.base_period_end) == (
        "change",
        date(2023, 1, 1),
        date(2023, 12, 31),
    )


def test_the_yearly_amount_has_its_rate() -> None:
    (claim,) = [claim for claim in _claims("interfax-ukraine-2024-06-12") if claim.exact == "EUR 40 billion"]
    assert claim.per == "year"


def test_who_is_quoted_speaks() -> None:
    assert {claim.speaker for claim in _claims("mirage-news-2025-02-12")} == {"Mark Rutte"}
    assert {claim.speaker for claim in _claims("interfax-ukraine-2025-10-15")} == {""}


def test_the_five_documents_are_kept() -> None:
    assert set(SOURCES) <= set(KEPT)
