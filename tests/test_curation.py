"""Building from a small data folder of its own, with an extractor that knows its two sentences."""

from __future__ import annotations

import csv
import dataclasses
import io
import re
import shutil
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.curation import add_source, build, cited_figure_id, figures_table
from figures.curation.cited import CITED_COLUMNS
from figures.curation.edits import CURATED_COLUMNS
from figures.curation.excerpts import excerpt
from figures.curation.tables import parse_field
from figures.errors import DataErrors, SourceError
from figures.records import Claim, Figure, Link, figure_id, from_row, to_row
from figures.sources import Source, read_sources
from figures.vocabularies import data_folder

FIRST = "Norway gave 5.5% more, that is 5% or EUR 7 million."
SECOND = "Spain and Italy pledged 3 euros each."
TEXT = f"{FIRST}\n\n{SECOND}\n"
PROVENANCE = """
publisher = "Agency"
published_on = 2024-06-12
language = "en"
original_sha256 = "00"
passages = [0, 90]
"""


def claim(exact: str, place: int, **fields: object) -> Claim:
    """A claim as extraction would make it from the text above."""
    quote = FIRST if place < len(FIRST) else SECOND
    return Claim(
        exact=exact,
        start=place,
        end=place + len(exact),
        quote=quote,
        quote_start=TEXT.index(quote),
        bound="exact",
        **fields,  # type: ignore[arg-type]
    )


MORE, LEVEL, MONEY = TEXT.index("5.5%"), TEXT.index("5% or"), TEXT.index("EUR 7")
EACH = TEXT.index("3 euros")
CLAIMS = (
    claim("5.5%", MORE, kind="change", unit="%", value=Decimal("5.5"), links=(Link("change_of", "#2"),)),
    claim("5%", LEVEL, kind="share", unit="%", value=Decimal(5)),
    claim("EUR 7 million", MONEY, kind="money", unit="EUR", value=Decimal(7_000_000), actor="Norway"),
    claim("3 euros", EACH, kind="money", unit="EUR", value=Decimal(3), actor="Spain"),
    claim("3 euros", EACH, kind="money", unit="EUR", value=Decimal(3), actor="Italy"),
)


def extract(text: str, language: str, published: date | None) -> Sequence[Claim]:
    assert (text, language, published) == (TEXT, "en", date(2024, 6, 12))
    return CLAIMS


MORE_ID, LEVEL_ID, MONEY_ID = (figure_id("news", FIRST, place) for place in (MORE, LEVEL, MONEY))
SPAIN_ID, ITALY_ID = (figure_id("news", SECOND, EACH - TEXT.index(SECOND), number) for number in (0, 1))

CITED = {
    "cited_id": "spending-norway-2024",
    "measure": "defence_expenditure",
    "actor": "Norway",
    "kind": "money",
    "value": "9e9",
    "unit": "NOK",
    "bound": "about",
    "period_start": "2024-01-01",
    "period_end": "2024-12-31",
    "status": "spent",
    "stated_on": "2025-01-10",
    "description": "Norway spent about 9 billion kroner on defence in 2024.",
    "publisher": "Agency",
    "url": "https://example.org/a",
}

Folder = Callable[..., Path]


def table(columns: Sequence[str], rows: Sequence[dict[str, str]]) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def write_folder(path: Path, edits: Sequence[dict[str, str]], cited: Sequence[dict[str, str]]) -> Path:
    (path / "sources").mkdir()
    (path / "sources" / "news.txt").write_bytes(TEXT.encode())
    (path / "sources" / "news.toml").write_text(PROVENANCE, encoding="utf-8")
    shutil.copytree(data_folder() / "vocabularies", path / "vocabularies")
    shutil.copy(data_folder() / "parties.csv", path)
    (path / "curated.csv").write_text(table(CURATED_COLUMNS, edits), encoding="utf-8")
    (path / "cited.csv").write_text(table(CITED_COLUMNS, cited), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    def make(edits: Sequence[dict[str, str]] = (), cited: Sequence[dict[str, str]] = ()) -> Path:
        return write_folder(tmp_path, edits, cited)

    return make


def edit(field: str, value: str, exact: str = "EUR 7 million", **cells: str) -> dict[str, str]:
    quote = SECOND if exact == "3 euros" else FIRST
    row = {"source_id": "news", "quote": quote, "exact": exact, "field": field, "value": value}
    return {**row, "reason": "known", **cells}


def built(data: Path) -> dict[str, Figure]:
    return {figure.figure_id: figure for figure in build(extract, data)}


def test_what_extraction_reads_is_kept_and_converted(folder: Folder) -> None:
    figures = built(folder())
    assert list(figures) == [MORE_ID, LEVEL_ID, MONEY_ID, SPAIN_ID, ITALY_ID]
    money = figures[MONEY_ID]
    assert (money.origin, money.curated_fields, money.value_eur) == ("extracted", (), Decimal(7_000_000))
    assert money.rate_start == date(2024, 6, 12)
    assert (money.value_usd or 0) > 7_000_000
    assert figures[MORE_ID].links == (Link("change_of", MONEY_ID),)


def test_fields_set_by_hand(folder: Folder) -> None:
    figures = built(
        folder(
            [
                edit("status", "delivered"),
                edit("period_start", "2024-01-01"),
                edit("actor", "Norway"),
                edit("links", f"part_of:{LEVEL_ID}"),
                edit("value", "6", exact="5%"),
                edit("recipient", "Ukraine", exact="3 euros", ordinal="2/2"),
            ]
        )
    )
    money = figures[MONEY_ID]
    assert (money.status, money.period_start, money.links) == (
        "delivered",
        date(2024, 1, 1),
        (Link("part_of", LEVEL_ID),),
    )
    # The actor is what extraction reads anyhow: confirmed, not set by hand.
    assert (money.origin, money.curated_fields) == ("corrected", ("status", "period_start", "links"))
    # "5%" is a word of its own, not the end of "5.5%".
    assert (figures[LEVEL_ID].value, figures[MORE_ID].value) == (Decimal(6), Decimal("5.5"))
    assert (figures[SPAIN_ID].recipient, figures[ITALY_ID].recipient) == ("", "Ukraine")


def test_an_empty_value_clears_a_field(folder: Folder) -> None:
    money = built(folder([edit("actor", "")]))[MONEY_ID]
    assert (money.actor, money.curated_fields) == ("", ("actor",))


@pytest.mark.parametrize("row", [edit("figure", "confirmed"), edit("actor", "Norway")])
def test_a_confirmed_figure(folder: Folder, row: dict[str, str]) -> None:
    money = built(folder([row]))[MONEY_ID]
    assert (money.origin, money.curated_fields) == ("confirmed", ())


def test_a_removed_figure_takes_the_links_to_it_along(folder: Folder) -> None:
    figures = built(folder([edit("figure", "removed")]))
    assert MONEY_ID not in figures
    assert figures[MORE_ID].links == ()


def test_an_added_figure(folder: Folder) -> None:
    rows = [
        edit(field, value, exact="more")
        for field, value in [("figure", "added"), ("kind", "multiple"), ("unit", "x"), ("value", "2"), ("bound", "exact")]
    ]  # fmt: skip
    figures = built(folder(rows))
    assert list(figures)[1] == figure_id("news", FIRST, FIRST.index("more"))
    added = list(figures.values())[1]
    assert (added.origin, added.exact, added.value) == ("curated", "more", Decimal(2))
    assert TEXT[added.start : added.end] == "more"
    assert (added.prefix + added.exact + added.suffix) in TEXT
    assert added.curated_fields == ("kind", "unit", "value", "bound")
    assert (added.publisher, added.language) == ("Agency", "en")


def test_cited_figures(folder: Folder) -> None:
    part = {**CITED, "cited_id": "part", "value": "1e9", "links": "part_of:spending-norway-2024"}
    whole, of_it = (one for one in build(extract, folder(cited=[CITED, part])) if one.origin == "cited")
    assert (whole.origin, whole.source_id, whole.quote) == ("cited", "cited", "")
    assert whole.figure_id == cited_figure_id("spending-norway-2024")
    assert of_it.links == (Link("part_of", whole.figure_id),)
    assert whole.value_eur is not None


def test_what_follows_is_built_with_its_formula_and_its_newest_day(folder: Folder) -> None:
    grown = {"kind": "change", "value": "20", "unit": "%", "measure": "defence_expenditure_change", "per": ""}
    base = {"base_period_start": "2023-01-01", "base_period_end": "2023-12-31"}
    rise = {
        **CITED,
        **grown,
        **base,
        "cited_id": "rise",
        "links": "change_of:spending-norway-2024",
        "stated_on": "2025-07-02",
    }
    figures = build(extract, folder(cited=[CITED, rise]))
    before = figures[-1]
    assert before.origin == "derived"
    assert [link.target for link in before.links] == [
        one.figure_id for one in figures if one.origin == "cited"
    ]
    assert "÷ (100% + about 20%) = " in before.description
    assert (before.published_on, before.annual_value) == (date(2025, 7, 2), None)
    assert before.published_on_basis.startswith("derived")


def test_spaces_and_a_mark_that_spreadsheets_add_do_no_harm(folder: Folder) -> None:
    data = folder([edit("status ", " delivered")])
    path = data / "curated.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes() + b"\r\n")
    assert built(data)[MONEY_ID].status == "delivered"


EDITS = (
    edit("status", "delivered"),
    edit("recipient", "Ukraine", exact="3 euros", ordinal="1/2"),
    edit("recipient", "Norway", exact="3 euros", ordinal="2/2"),
)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("edited"), EDITS, [])


@given(places=st.sets(st.sampled_from(range(len(CLAIMS)))))
def test_whatever_extraction_reads_no_edit_is_lost_or_strays(edited: Path, places: set[int]) -> None:
    claims = [dataclasses.replace(CLAIMS[place], links=()) for place in sorted(places)]
    both = {3, 4} <= places
    reported: list[str] = []
    try:
        figures = build(lambda *_: claims, edited)
    except DataErrors as error:
        figures = ()
        reported = sorted(str(fault).split(":")[0] for fault in error.errors)
    gone = [row for row, found in ((2, 2 in places), (3, both), (4, both)) if not found]
    assert reported == [f"data/curated.csv, row {row}" for row in gone]
    recipients = {figure.actor: figure.recipient for figure in figures if figure.actor}
    assert recipients == ({} if gone else {"Norway": "", "Spain": "Ukraine", "Italy": "Norway"})


EDIT_FAULTS = [
    (edit("status", "given"), "row 2: status 'given' is not in its vocabulary; use one of: spent, delivered, "),
    (edit("measure", "militry_aid"), "row 2: measure 'militry_aid' is not in its vocabulary; did you mean 'military_aid'? Else add it to data/vocabularies/"),
    (edit("recipient", "Ukrain"), "row 2: recipient 'Ukrain' is not in its vocabulary; did you mean 'Ukraine'? Else add it to data/parties.csv"),
    (edit("recipient", "Atlantis"), "row 2: recipient 'Atlantis' is not in its vocabulary; use a name of data/parties.csv or add it there"),
    (edit("period_start", "June"), "row 2: period_start 'June' is no date; write it as 2024-06-12"),
    (edit("value", "many"), "row 2: value 'many' is no number; write it in base units, as 485000000000 or 485e9"),
    (edit("value", "nan"), "row 2: value 'NaN' is no number; write it in digits"),
    (edit("value", ""), "row 2: value is missing; add it, or low and high with the bound between"),
    (edit("bound", "between"), "row 2: a range needs low and high, and no value; fill these fields"),
    (edit("low", "3"), "row 2: low and high do not go with the bound exact; clear them"),
    (edit("unit", "euros"), "row 2: unit 'euros' is no currency; write its ISO 4217 code, such as EUR"),
    (edit("unit", "pp", exact="5%"), "row 2: unit 'pp' does not fit kind share; use one of: %, % of GDP"),
    (edit("kind", ""), "row 2: kind is missing; add it"),
    (edit("stated_on", "2999-01-01"), "row 2: stated_on 2999-01-01 lies in the future; correct the date"),
    (edit("stated_on", "2024-06-13"), "row 2: stated_on 2024-06-13 is after published_on 2024-06-12; correct one of them"),
    (edit("links", "part"), "row 2: links 'part' is no list of links; write relation:figure_id, the relation one of: part_of, share_of, "),
    (edit("links", "half_of:0123456789ab"), "row 2: relation 'half_of' is unknown; use one of: part_of, "),
    (edit("links", "part_of:0123456789ab"), "row 2: no figure has the id '0123456789ab'; copy the figure_id of another figure from data/figures.csv"),
    (edit("links", f"part_of:{MONEY_ID}"), "row 2: its links lead in a circle back to it; remove one of the links"),
    (edit("quote", "x"), "row 2: 'quote' cannot be edited; use one of: figure, kind, value, "),
    (edit("colour", "x"), "row 2: 'colour' cannot be edited; use one of: figure, kind, value, "),
    (edit("figure", "nice"), "row 2: a figure cannot be 'nice'; use one of: confirmed, removed, added"),
    (edit("figure", "added"), "row 2: extraction reads 'EUR 7 million' by now; delete the row that adds it"),
    (edit("status", "spent", reason=""), "row 2: the reason is missing; say in a few words what the edit rests on"),
    (edit("status", "spent", source_id="old"), "row 2: source 'old' is unknown; use one of: news"),
    (edit("status", "spent", quote="Gone."), "row 2: the quote is not in its source; copy the sentence from data/sources/news.txt"),
    (edit("status", "spent", quote=""), "row 2: the quote is not in its source; copy the sentence from data/sources/news.txt"),
    (edit("status", "spent", exact="8 euros"), "row 2: '8 euros' is not in the quote; copy the words of the figure from it"),
    (edit("status", "spent", exact=""), "row 2: '' is not in the quote; copy the words of the figure from it"),
    (edit("status", "spent", exact="Norway gave"), "row 2: no figure 'Norway gave' is read from this sentence any more; correct the row, add the figure by hand or delete the row"),
    (edit("status", "spent", exact="3 euros", ordinal="3/3"), "row 2: no figure '3 euros' is read from this sentence any more; "),
    (edit("status", "spent", exact="3 euros", ordinal="1/3"), "row 2: '3 euros' is read 2 times at this place, not 3; see which figure is meant and write which of how many into ordinal, as 2/3"),
    (edit("status", "spent", exact="3 euros"), "row 2: '3 euros' is read 2 times at this place, not 1; "),
    (edit("status", "spent", exact="3 euros", ordinal="2"), "row 2: ordinal '2' is none; write which of how many, as 2/3, or leave it empty"),
    (edit("status", "spent", exact="3 euros", ordinal="3/2"), "row 2: ordinal '3/2' is none; write which of how many, as 2/3, or leave it empty"),
    (edit("status", "spent", occurrence="first"), "row 2: occurrence 'first' is no number; count from 1, or leave it empty"),
    (edit("status", "spent", occurrence="2"), "row 2: 'EUR 7 million' stands 1 times in the quote; say in occurrence which of them, counted from 1"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "message"), EDIT_FAULTS)
def test_faults_of_an_edit(folder: Folder, row: dict[str, str], message: str) -> None:
    with pytest.raises(DataErrors) as caught:
        build(extract, folder([row]))
    lines = str(caught.value).splitlines()
    assert lines[0].startswith(f"data/curated.csv, {message}")


def test_links_in_a_circle_are_named_at_each_figure(folder: Folder) -> None:
    with pytest.raises(DataErrors) as caught:
        build(extract, folder([edit("links", f"part_of:{MORE_ID}")]))
    fault = "its links lead in a circle back to it; remove one of the links"
    assert str(caught.value).splitlines() == [
        f"data/sources/news.txt, figure '5.5%': {fault}",
        f"data/curated.csv, row 2: {fault}",
    ]


def test_two_edits_of_one_field_and_a_decision_against_edits(folder: Folder) -> None:
    rows = [edit("status", "spent"), edit("status", "delivered"), edit("figure", "removed")]
    with pytest.raises(DataErrors) as caught:
        build(extract, folder(rows))
    assert str(caught.value).splitlines() == [
        "data/curated.csv, row 3: status is set twice, also in row 2; delete one of the rows",
        "data/curated.csv, row 2: the figure is removed and has edited fields; keep the one or the other",
    ]


def test_a_period_that_ends_before_it_starts(folder: Folder) -> None:
    rows = [edit("period_start", "2024-06-01"), edit("period_end", "2023-06-01")]
    with pytest.raises(DataErrors) as caught:
        build(extract, folder(rows))
    assert str(caught.value) == (
        "data/curated.csv, row 3: period_end 2023-06-01 is before period_start 2024-06-01; correct one of them"
    )


def test_a_word_said_twice_needs_its_occurrence(folder: Folder) -> None:
    text = "5 euros and 5 euros."
    data = folder([edit("value", "6", exact="5 euros", quote=text, occurrence="")])
    (data / "sources" / "news.txt").write_text(f"{text}\n\n.", encoding="utf-8")
    with pytest.raises(DataErrors) as caught:
        build(lambda *_: [], data)
    assert str(caught.value) == (
        "data/curated.csv, row 2: '5 euros' stands 2 times in the quote; "
        "say in occurrence which of them, counted from 1"
    )


CITED_FAULTS = [
    ({"cited_id": "Two Words"}, "cited_id 'Two Words' is no name; name the row in small letters, digits and hyphens, and never rename it"),
    ({"value": "9 billion"}, "value '9 billion' is no number; write it in base units, as 485000000000 or 485e9"),
    ({"stated_on": "10.1.2025"}, "stated_on '10.1.2025' is no date; write it as 2024-06-12"),
    ({"status": "actual"}, "status 'actual' is not in its vocabulary; use one of: "),
    ({"actor": "Norge"}, "actor 'Norge' is not in its vocabulary; "),
    ({"programme": "XYZ"}, "programme 'XYZ' is not in its vocabulary; "),
    ({"description": ""}, "description is missing; a cited figure needs it"),
    ({"publisher": ""}, "publisher is missing; a cited figure needs it"),
    ({"url": ""}, "url is missing; a cited figure needs it"),
    ({"url": "example.org"}, "'example.org' is no web address; begin it with https://"),
    ({"also_stated_at": "ftp://x"}, "'ftp://x' is no web address; begin it with https://"),
    ({"bound": "between", "value": "", "low": "5", "high": "4"}, "low 5 is not below high 4; swap or correct them"),
    ({"period_end": "2023-12-31"}, "period_end 2023-12-31 is before period_start 2024-01-01; correct one of them"),
    ({"links": "part_of:nothing"}, "no figure has the id 'nothing'; copy the figure_id of another figure from data/figures.csv"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "message"), CITED_FAULTS)
def test_faults_of_a_cited_figure(folder: Folder, cells: dict[str, str], message: str) -> None:
    with pytest.raises(DataErrors) as caught:
        build(extract, folder(cited=[{**CITED, **cells}]))
    lines = str(caught.value).splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"data/cited.csv, row 2: {message}")


def test_all_faults_at_once(folder: Folder) -> None:
    rows = [edit("status", "given"), edit("value", "x", exact="5%"), edit("period_end", "y", exact="5.5%")]
    cited = [CITED, {**CITED, "status": "actual"}, {**CITED, "cited_id": "b", "kind": "cash"}]
    with pytest.raises(DataErrors) as caught:
        build(extract, folder(rows, cited))
    places = [re.split(r"[:;]", line)[0] for line in str(caught.value).splitlines()]
    assert places == [
        "data/curated.csv, row 3",
        "data/curated.csv, row 4",
        "data/cited.csv, row 3",
        "data/curated.csv, row 2",
        "data/cited.csv, row 4",
    ]


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("curated.csv", None, "data/curated.csv: does not exist; write the first line as: source_id,quote,exact,"),
        ("curated.csv", b"", "data/curated.csv, row 1: has other columns than this table; write the first line as: source_id,"),
        ("curated.csv", b"source_id,quote\n", "data/curated.csv, row 1: has other columns than this table; "),
        ("curated.csv", b"\xff\xfe", "data/curated.csv: is not readable as CSV in UTF-8 ("),
        ("cited.csv", b'"a', "data/cited.csv: is not readable as CSV in UTF-8 ("),
        ("cited.csv", ",".join(CITED_COLUMNS).encode() + b"\na,b\n", "data/cited.csv, row 2: has 2 cells, not 31; put cells with a comma in double quotes"),
        ("sources/other.txt", b"One.", "data/sources/other.txt: has no provenance; write data/sources/other.toml"),
        ("vocabularies/bounds.csv", b"bound\n", "data/vocabularies/bounds.csv, row 1: column 'label' is missing; add it to the first line"),
    ],
)  # fmt: skip
def test_files_that_cannot_be_read(folder: Folder, file: str, content: bytes | None, message: str) -> None:
    data = folder()
    if content is None:
        (data / file).unlink()
    else:
        (data / file).write_bytes(content)
    with pytest.raises(DataErrors) as caught:
        build(extract, data)
    assert str(caught.value).startswith(message)


def test_a_fault_of_extraction_is_placed_in_the_source(folder: Folder) -> None:
    wrong = [claim("5%", LEVEL, kind="share", unit="%", value=Decimal(5), actor="Nowhere Land")]
    with pytest.raises(DataErrors) as caught:
        build(lambda *_: wrong, folder())
    assert str(caught.value).startswith("data/sources/news.txt, figure '5%': actor 'Nowhere Land' is not in")


def test_the_table_reads_back_as_the_same_figures(folder: Folder) -> None:
    figures = build(extract, folder([edit("status", "delivered")], [CITED]))
    rows = list(csv.DictReader(io.StringIO(figures_table(figures), newline="")))
    assert tuple(from_row(row) for row in rows) == figures
    assert [to_row(from_row(row)) for row in rows] == rows


def test_unknown_fields_are_named() -> None:
    with pytest.raises(ValueError, match="'colour' is no field of a figure"):
        parse_field("colour", "red")


def document(text: str, publisher: str = 'The "Agency"', language: str = "en") -> Source:
    return Source(
        source_id="new",
        text=text,
        title="Über 5\\%",
        publisher=publisher,
        language=language,
        original_sha256="ab",
    )


def test_an_added_source_reads_back(tmp_path: Path) -> None:
    text = "Headline\r\n\r\nIt met. It spent 5 euros. Then 6 euros came.\r\n\r\nEnd. Later 7 euros."
    claims = [
        Claim(quote="It spent 5 euros.", quote_start=text.index("It spent"), context="It met."),
        Claim(quote="Then 6 euros came.", quote_start=text.index("Then")),
        Claim(quote="Later 7 euros.", quote_start=text.index("Later")),
        Claim(quote="Later 7 euros.", quote_start=text.index("Later")),
    ]
    assert add_source(document(text), claims, tmp_path / "sources") == tmp_path / "sources" / "new.txt"
    (source,) = read_sources(tmp_path / "sources")
    assert source.text == "It met. It spent 5 euros. Then 6 euros came.\n\nLater 7 euros.\n"
    assert source.passages == (text.index("It met"), text.index("Later"))
    assert (source.publisher, source.title) == ('The "Agency"', "Über 5\\%")
    assert source.original_sha256 == "ab"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (document("x", publisher=""), "new: its publisher is not given; write it in the sources.toml beside the document"),
        (document("x", language=""), "new: its language is not given; write it in the sources.toml beside the document"),
        (document("x"), "new: states no figure; nothing was added"),
    ],
)  # fmt: skip
def test_sources_that_cannot_be_added(tmp_path: Path, source: Source, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        add_source(source, [], tmp_path)
    assert str(caught.value) == message
    assert not list(tmp_path.iterdir())


def test_a_source_is_not_overwritten(tmp_path: Path) -> None:
    claims = [Claim(quote="5 euros.", quote_start=0)]
    path = add_source(document("5 euros."), claims, tmp_path)
    with pytest.raises(
        SourceError, match=f"new: is a source already; edit {re.escape(str(path))}, or delete"
    ):
        add_source(document("6 euros."), claims, tmp_path)
    assert path.read_text(encoding="utf-8") == "5 euros.\n"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1), st.data())
def test_passages_stand_in_the_original(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    starts = [sum(map(len, pieces[:number])) for number in range(len(pieces))]
    chosen = data.draw(st.lists(st.integers(0, len(pieces) - 1)))
    claims = [Claim(quote=pieces[number], quote_start=starts[number]) for number in chosen]
    passages = excerpt(text, claims)
    assert all(text.startswith(passage.text, passage.start) for passage in passages)
    for number in chosen:
        assert any(
            start <= starts[number] and starts[number] + len(pieces[number]) <= start + len(passage)
            for start, passage in passages
        )
