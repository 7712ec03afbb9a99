from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.curation import figures_table
from figures.errors import QueryError, UnknownFigureError
from figures.records import Figure
from figures.sources import Source
from figures.store import Query, TableStore, open_store
from tests.store.samples import FALL, FIGURES, HALF, PLEDGE, RANGE, SINCE, TARGET

STORE = TableStore(FIGURES)

SELECTIONS = [
    (Query(), FIGURES),
    (Query(measure=("military_aid",)), (PLEDGE, HALF)),
    (Query(measure=("loan", "defence_share_gdp")), (TARGET, RANGE)),
    (Query(measure=("people",)), ()),
    (Query(actor=("Canada",)), (TARGET,)),
    (Query(actor=("NATO Allies",)), (PLEDGE, HALF, TARGET)),
    (Query(actor=("Norway", "Canada")), (TARGET, RANGE)),
    (Query(recipient=("Ukraine",), status=("pledged", "planned")), (PLEDGE, RANGE)),
    (Query(programme=("ERA",)), (RANGE,)),
    (Query(kind=("change", "share")), (TARGET, FALL)),
    (Query(origin=("cited",)), (FALL,)),
    # What says nothing about which figures.
    (Query(currency="USD", figure="a00000000001"), FIGURES),
    # Periods: PLEDGE and RANGE state none and overlap with none.
    (Query(start=date(2024, 6, 30)), (HALF, SINCE, TARGET)),
    (Query(start=date(2024, 7, 1)), (SINCE, TARGET)),
    (Query(end=date(2023, 12, 31)), (SINCE, FALL)),
    (Query(end=date(2024, 1, 1)), (HALF, SINCE, FALL)),
    # "Since 2014", published on 2025-02-12, reaches to that day.
    (Query(start=date(2025, 2, 12)), (SINCE, TARGET)),
    (Query(start=date(2025, 2, 13)), (TARGET,)),
    # "By 2035", stated on 2025-02-11, begins on that day.
    (Query(end=date(2025, 2, 10)), (HALF, SINCE, FALL)),
    (Query(start=date(2015, 12, 31), end=date(2015, 12, 31)), (SINCE, FALL)),
    (Query(start=date(2036, 1, 1)), ()),
    # Words.
    (Query(q="ALLIES PLEDGED"), (PLEDGE,)),
    (Query(q="40 billion"), (PLEDGE,)),
    (Query(q="growth real"), (FALL,)),
    (Query(q="norway"), (RANGE,)),
    (Query(q="ministers meet"), (PLEDGE,)),
    (Query(q="rutte"), (PLEDGE,)),
    (Query(q="euros. more"), (RANGE,)),
    (Query(q="no such word"), ()),
]


@pytest.mark.parametrize(("query", "expected"), SELECTIONS)
def test_select(query: Query, expected: tuple[Figure, ...]) -> None:
    assert STORE.select(query) == expected


OPEN_ENDS = [
    # period start, period end, stated on, and the last day before or first day after it still in.
    (date(2014, 1, 1), None, date(2025, 2, 12), date(2014, 1, 1), date(2025, 2, 12)),
    (date(2027, 1, 1), None, date(2025, 2, 12), date(2027, 1, 1), date.max),
    (date(2014, 1, 1), None, None, date(2014, 1, 1), date.max),
    (None, date(2035, 12, 31), date(2025, 2, 12), date(2025, 2, 12), date(2035, 12, 31)),
    (None, date(2020, 12, 31), date(2025, 2, 12), date.min, date(2020, 12, 31)),
    (None, date(2035, 12, 31), None, date.min, date(2035, 12, 31)),
]


@pytest.mark.parametrize(("start", "end", "stated", "first", "last"), OPEN_ENDS)
def test_open_periods_reach_to_the_day_of_the_statement(
    start: date | None, end: date | None, stated: date | None, first: date, last: date
) -> None:
    figure = Figure(figure_id="a" * 12, period_start=start, period_end=end, stated_on=stated)
    store = TableStore([figure])
    assert store.select(Query(end=first)) == (figure,)
    assert store.select(Query(start=last)) == (figure,)
    if first > date.min:
        assert store.select(Query(end=date.fromordinal(first.toordinal() - 1))) == ()
    if last < date.max:
        assert store.select(Query(start=date.fromordinal(last.toordinal() + 1))) == ()


@given(st.dates(), st.dates())
def test_a_span_holds_what_its_parts_hold(one: date, other: date) -> None:
    start, end = sorted((one, other))
    middle = date.fromordinal((start.toordinal() + end.toordinal()) // 2)
    whole = set(STORE.select(Query(start=start, end=end)))
    halves = (*STORE.select(Query(start=start, end=middle)), *STORE.select(Query(start=middle, end=end)))
    assert whole == set(halves)


CHOICES = [
    ("measure", ("defence_share_gdp", "defence_expenditure_change", "extra_defence_expenditure", "military_aid", "loan")),
    ("kind", ("money", "share", "change")),
    ("programme", ("ERA",)),
    ("recipient", ("Ukraine",)),
]  # fmt: skip


@pytest.mark.parametrize(("field", "expected"), CHOICES)
def test_choices_stand_in_the_order_of_the_vocabulary(field: str, expected: tuple[str, ...]) -> None:
    assert sorted(STORE.choices(field)) == sorted(expected)
    assert STORE.choices(field) == tuple(word for word in STORE.choices(field) if word in expected)


def test_choices_take_several_actors_apart() -> None:
    assert set(STORE.choices("actor")) == {"NATO Allies", "NATO Europe and Canada", "Canada", "Norway"}


def test_choices_of_no_filter() -> None:
    with pytest.raises(QueryError, match="quote=: is no filter; use one of: measure, programme"):
        STORE.choices("quote")


def test_get() -> None:
    assert STORE.get("a00000000004") is TARGET
    with pytest.raises(UnknownFigureError, match=r"no figure has the id '1'; ids are listed in figures\.csv"):
        STORE.get("1")


def test_an_empty_store_answers() -> None:
    store = TableStore([])
    assert len(store) == 0
    assert store.select(Query(actor=("Norway",), start=date(2024, 1, 1), q="x")) == ()
    assert store.choices("actor") == store.choices("kind") == ()
    assert store.sources() == ()


def test_the_fingerprint_changes_with_the_figures() -> None:
    assert TableStore(FIGURES).fingerprint == STORE.fingerprint
    assert TableStore(FIGURES[:-1]).fingerprint != STORE.fingerprint
    assert TableStore(FIGURES[::-1]).fingerprint != STORE.fingerprint


def test_open_store_reads_figures_and_sources(tmp_path: Path) -> None:
    table = tmp_path / "figures.csv"
    table.write_text(figures_table(FIGURES), encoding="utf-8")
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "agency-2024-10-17.txt").write_text("It cost 5 euros.", encoding="utf-8")
    (folder / "agency-2024-10-17.toml").write_text(
        'publisher = "The Agency"\nlanguage = "en"\noriginal_sha256 = "00"\npassages = [0]\n',
        encoding="utf-8",
    )
    store = open_store(table)
    assert store.select(Query()) == FIGURES
    assert len(store) == len(FIGURES)
    assert store.modified is not None
    assert abs(store.modified.timestamp() - time.time()) < 3_600
    assert store.sources() == (
        Source(
            source_id="agency-2024-10-17",
            text="It cost 5 euros.",
            publisher="The Agency",
            language="en",
            original_sha256="00",
            passages=(0,),
        ),
    )
