"""What `data/` holds is consistent, and its built table up to date."""

from __future__ import annotations

import csv
import re

import pytest

import figures
from figures.curation import build, figures_table
from figures.curation.cited import CITED_COLUMNS
from figures.curation.edits import read_edits
from figures.errors import DataError
from figures.records import COLUMNS, Figure, from_row, to_row
from figures.sources import Source, read_sources
from figures.vocabularies import data_folder, vocabulary

DATA = data_folder()
SOURCES = {source.source_id: source for source in read_sources(DATA / "sources")}
TABLE = (DATA / "figures.csv").read_bytes().decode()
ROWS = list(csv.DictReader(TABLE.splitlines(keepends=True)))
FIGURES = tuple(from_row(row) for row in ROWS)
QUOTED = tuple(figure for figure in FIGURES if figure.origin not in ("cited", "derived"))
DERIVED = tuple(figure for figure in FIGURES if figure.origin == "derived")
CITED = tuple(figure for figure in FIGURES if figure.origin == "cited")


def test_the_table_is_up_to_date() -> None:
    assert figures_table(build(figures.extract)) == TABLE, "run `python -m figures build`"


def test_rows_read_back_as_they_are() -> None:
    assert list(ROWS[0]) == list(COLUMNS)
    assert [to_row(figure) for figure in FIGURES] == ROWS
    assert len({figure.figure_id for figure in FIGURES}) == len(FIGURES)


@pytest.mark.parametrize("figure", QUOTED, ids=lambda figure: f"{figure.source_id} {figure.exact}")
def test_quotes_stand_in_their_sources(figure: Figure) -> None:
    source = SOURCES[figure.source_id]
    assert figure.start is not None
    assert figure.quote_start is not None
    assert source.text[figure.start : figure.end] == figure.exact
    assert source.text.startswith(figure.quote, figure.quote_start)
    assert figure.exact in figure.quote
    assert figure.text_sha256 == source.text_sha256
    assert figure.context in source.text


@pytest.mark.parametrize("source", SOURCES.values(), ids=lambda source: source.source_id)
def test_an_excerpt_holds_little_but_what_states_figures(source: Source) -> None:
    paragraphs = source.text.strip().split("\n\n")
    stated = {figure.quote for figure in QUOTED if figure.source_id == source.source_id}
    assert all(any(quote in paragraph for quote in stated) for paragraph in paragraphs)
    told = sum(map(len, stated))
    # Besides the quotes only sentences before them, where a quote needs it.
    assert len(source.text) < 2 * told
    assert re.fullmatch(r"[0-9a-f]{64}", source.original_sha256)
    assert list(source.passages) == sorted(source.passages)


@pytest.mark.parametrize("figure", CITED, ids=lambda figure: figure.description)
def test_cited_figures_carry_no_sentence(figure: Figure) -> None:
    assert not any((figure.quote, figure.exact, figure.context, figure.prefix, figure.suffix, figure.start))
    assert re.fullmatch(r"[A-Z0-9].+\.", figure.description)
    assert not re.search(r"[?&](utm_|fbclid|gclid)", " ".join((figure.url, *figure.also_stated_at)))
    assert figure.url not in figure.also_stated_at
    assert (figure.unit == "% of GDP") is figure.measure.endswith("_share_gdp")


def test_descriptions_tell_cited_figures_apart() -> None:
    seen: dict[tuple[str, ...], Figure] = {}
    for figure in CITED:
        key = (figure.description, figure.publisher, str(figure.stated_on))
        assert key not in seen
        seen[key] = figure


def test_a_transcription_says_so() -> None:
    for figure in CITED:
        if "github.com/Bradythebest27" in figure.url:
            assert figure.publisher.startswith("Transcription of ")


@pytest.mark.parametrize("figure", DERIVED, ids=lambda figure: figure.description)
def test_derived_figures_name_their_formula_and_parents(figure: Figure) -> None:
    by_id = {one.figure_id: one for one in FIGURES}
    assert " = " in figure.description
    assert figure.links
    for link in figure.links:
        assert link.relation == "derived_from"
        assert by_id[link.target].origin != "derived"
    assert not any((figure.quote, figure.exact, figure.source_id, figure.stated_on))
    assert bool(figure.published_on) is bool(figure.published_on_basis)


def test_every_edit_stands_in_its_figure() -> None:
    faults: list[DataError] = []
    edits = read_edits(DATA / "curated.csv", SOURCES.values(), faults)
    by_id = {figure.figure_id: figure for figure in FIGURES}
    assert edits
    assert not faults
    for identity, edit in edits.items():
        if edit.decision != "removed":
            figure = by_id[identity]
            assert edit.values == {name: getattr(figure, name) for name in edit.values}
            assert figure.origin in {"confirmed", "corrected", "curated"}
            assert set(figure.curated_fields) <= edit.values.keys()


def test_cited_rows_keep_their_order_of_columns() -> None:
    with (DATA / "cited.csv").open(encoding="utf-8", newline="") as stream:
        assert next(csv.reader(stream)) == list(CITED_COLUMNS)


@pytest.mark.parametrize(
    ("measure", "actor", "years"),
    [
        ("defence_share_gdp", "NATO Europe and Canada", {2014, 2017, 2018, 2019, 2022, 2023, 2024, 2025}),
        ("defence_expenditure_change", "NATO Europe and Canada", {*range(2015, 2022), 2023, 2024, 2025}),
        ("allies_at_guideline", "NATO Allies", {2014, 2015, 2016, *range(2018, 2025)}),
        ("gdp_deflator", "United States", set(range(2014, 2025))),
    ],
)
def test_the_trends_are_real(measure: str, actor: str, years: set[int]) -> None:
    found = {
        figure.period_start.year
        for figure in CITED
        if (figure.measure, figure.actor) == (measure, actor) and figure.period_start
    }
    assert found >= years


def test_parties_of_the_figures_are_known() -> None:
    parties = vocabulary("party")
    for figure in FIGURES:
        for field in (figure.actor, figure.recipient):
            assert all(party in parties for party in filter(None, field.split("; ")))
