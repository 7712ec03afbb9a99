from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.records import (
    COLUMNS,
    RELATIONS,
    Claim,
    Figure,
    Link,
    cell,
    figure_id,
    from_row,
    plain,
    to_json,
    to_row,
)
from tests.store.samples import FIGURES

AMOUNTS = [
    ("0", "0"),
    ("485000000000", "485000000000"),
    ("4.85E+11", "485000000000"),
    ("20.90", "20.9"),
    ("-3.5", "-3.5"),
    ("1E-7", "0.0000001"),
    ("100", "100"),
    ("33.33333333333333333333333333", "33.33333333333333333333333333"),
]


@pytest.mark.parametrize(("amount", "text"), AMOUNTS)
def test_amounts_as_plain_digits(amount: str, text: str) -> None:
    assert plain(Decimal(amount)) == text


CELLS: list[tuple[Any, str]] = [
    (None, ""),
    ("", ""),
    ("a b", "a b"),
    (0, "0"),
    (Decimal("2.50"), "2.5"),
    (date(2024, 6, 12), "2024-06-12"),
    ((), ""),
    (("actor", "status"), "actor status"),
    ((Link("part_of", "0123456789ab"), Link("share_of", "ba9876543210")), "part_of:0123456789ab share_of:ba9876543210"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "text"), CELLS)
def test_fields_as_cells(value: object, text: str) -> None:
    assert cell(value) == text


def test_columns_are_the_fields_of_a_figure_each_once() -> None:
    assert len(set(COLUMNS)) == len(COLUMNS) == 57
    assert set(COLUMNS) == {field.name for field in dataclasses.fields(Figure)}
    assert {field.name for field in dataclasses.fields(Claim)} < set(COLUMNS)


def test_records_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Figure().value = Decimal(1)  # type: ignore[misc]


def test_an_empty_record_states_nothing() -> None:
    assert set(to_row(Figure()).values()) == {""}
    assert set(to_json(Figure()).values()) == {None}
    assert from_row({}) == Figure()


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.figure_id)
def test_a_figure_survives_its_row(figure: Figure) -> None:
    assert from_row(to_row(figure)) == figure
    assert list(to_row(figure)) == list(to_json(figure)) == list(COLUMNS)


words = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=12)
amounts = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=4)
days = st.none() | st.dates()
figures = st.builds(
    Figure,
    value=amounts,
    rate_usd=amounts,
    period_start=days,
    published_on=days,
    start=st.none() | st.integers(min_value=0),
    quote=st.text(),
    links=st.lists(st.builds(Link, st.sampled_from(RELATIONS), words)).map(tuple),
    curated_fields=st.lists(words).map(tuple),
    also_stated_at=st.lists(words).map(tuple),
)


@given(figures)
def test_any_figure_survives_its_row(figure: Figure) -> None:
    assert from_row(to_row(figure)) == figure


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("value", "12,5"),
        ("value", "many"),
        ("period_start", "2024-13-01"),
        ("start", "1.5"),
        ("links", "part_of"),
    ],
)
def test_a_cell_that_cannot_be_read_raises(name: str, text: str) -> None:
    with pytest.raises((ValueError, ArithmeticError, TypeError)):
        from_row({name: text})


def test_a_claim_becomes_a_row_with_empty_provenance() -> None:
    row = to_row(Claim(kind="share", value=Decimal(2), links=(Link("part_of", "#0"),)))
    assert (row["kind"], row["value"], row["links"], row["figure_id"]) == ("share", "2", "part_of:#0", "")


IDENTITIES = [
    (("a", "It cost 5 euros.", 8, 0), "9124816dd86f"),
    (("b", "It cost 5 euros.", 8, 0), "another"),
    (("a", "It cost 6 euros.", 8, 0), "another"),
    (("a", "It cost 5 euros.", 9, 0), "another"),
    (("a", "It cost 5 euros.", 8, 1), "another"),
    (("a", "It cost 5 euros.8", 0, 0), "another"),
    (("a", "\ud800", 8, 0), "another"),
]


def test_identities_differ_wherever_a_part_does() -> None:
    found = [figure_id(*parts) for parts, _ in IDENTITIES]
    assert found[0] == IDENTITIES[0][1]
    assert len(set(found)) == len(found)


@given(st.text(), st.text(), st.integers(min_value=0), st.integers(min_value=0))
def test_an_identity_has_twelve_hexadecimal_digits(
    source: str, quote: str, offset: int, ordinal: int
) -> None:
    identity = figure_id(source, quote, offset, ordinal)
    assert len(identity) == 12
    assert set(identity) <= set("0123456789abcdef")
