from __future__ import annotations

import codecs
import hashlib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.errors import DataErrors, SourceError
from figures.records import Claim, Link, figure_id
from figures.sources import Source, decode, figures_from, read_document, read_sources

TEXT = "It cost “5 euros”, про що сказав 🙂.\r\n"
NO_TEXT = "save it as plain text in UTF-8"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big end first", "utf-32", "utf-32 big end first"],
)
def test_encodings(content: bytes) -> None:
    assert decode(content, "a.txt") == TEXT


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "holds no text; give a document with at least one sentence"),
        (b" \r\n\t", "holds no text; give a document with at least one sentence"),
        (codecs.BOM_UTF8, "holds no text; give a document with at least one sentence"),
        (codecs.BOM_UTF16_LE, "holds no text; give a document with at least one sentence"),
        (b"%PDF-1.7\n", f"is a PDF, not text; {NO_TEXT}"),
        (b"PK\x03\x04rest", f"is an office document or archive, not text; {NO_TEXT}"),
        (b"\x1f\x8b\x08", f"is compressed, not text; {NO_TEXT}"),
        (b"\x7fELF\x00\x00", f"is binary, not text; {NO_TEXT}"),
        ("5 euros".encode("utf-16-le"), f"is binary, not text; {NO_TEXT}"),
        ("5 милиардов".encode("cp1251"), f"is not UTF-8 text (byte 2); {NO_TEXT}"),
        (codecs.BOM_UTF16_LE + b"a", f"is not UTF-16-LE text (byte 2); {NO_TEXT}"),
    ],
)
def test_what_is_no_text(content: bytes, problem: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode(content, "a.txt")
    assert str(caught.value) == f"a.txt: {problem}"


@given(st.binary())
def test_any_bytes_are_text_or_a_source_error(content: bytes) -> None:
    try:
        message = ""
        text = decode(content, "a")
    except SourceError as error:
        message, text = str(error), ""
    assert bool(text.strip()) is not bool(message)
    assert "\n" not in message


def document(folder: Path, provenance: str = "", name: str = "a.txt") -> Path:
    path = folder / name
    path.write_text(TEXT, encoding="utf-8", newline="")
    if provenance:
        (folder / "sources.toml").write_text(provenance, encoding="utf-8")
    return path


def test_a_document_alone(tmp_path: Path) -> None:
    source = read_document(document(tmp_path, name="2024-06-12.news.txt"))
    assert source == Source(
        source_id="2024-06-12.news", text=TEXT, original_sha256=hashlib.sha256(TEXT.encode()).hexdigest()
    )
    assert source.text_sha256 == source.original_sha256


def test_a_document_with_provenance(tmp_path: Path) -> None:
    source = read_document(
        document(
            tmp_path,
            """
            [[source]]
            file = "b.txt"
            title = "Another"
            [[source]]
            id = "a"
            file = "a.txt"
            title = "A report"
            publisher = "Agency"
            published_on = 2024-06-12
            published_on_basis = "text"
            url = "https://example.org/a"
            language = "uk"
            main_speaker = "A. Speaker"
            """,
        )
    )
    assert (source.title, source.publisher, source.published_on) == ("A report", "Agency", date(2024, 6, 12))
    assert (source.url, source.language, source.main_speaker) == (
        "https://example.org/a",
        "uk",
        "A. Speaker",
    )


@pytest.mark.parametrize(
    ("provenance", "problem"),
    [
        ("[[source", "is not readable TOML (Expected ']]' at the end of an array declaration (at end of document)); mend it"),
        ("source = 5", "'source' is not a list of tables; write [[source]] above each entry"),
        ('[[source]]\nfile="a.txt"\n[[source]]\nfile="a.txt"', "file 'a.txt' stands twice; keep one of the entries"),
        ('[[source]]\nfile="a.txt"\npublished_on="June"', "of 'a.txt' published_on 'June' is no date; write it as 2024-06-12, without quotes"),
        ('[[source]]\nfile="a.txt"\ntitle=5', "of 'a.txt' title 5 is no text; put it in quotes"),
    ],
)  # fmt: skip
def test_faults_of_a_provenance_file(tmp_path: Path, provenance: str, problem: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_document(document(tmp_path, provenance))
    assert str(caught.value) == f"{tmp_path / 'sources.toml'}: {problem}"


def test_a_missing_document_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.txt: does not exist; check the path$"):
        read_document(tmp_path / "none.txt")
    with pytest.raises(SourceError, match=r": is a folder; name the files in it$"):
        read_document(tmp_path)


STORED = """
publisher = "Agency"
published_on = 2024-06-12
language = "en"
original_sha256 = "00"
passages = [10, 90]
"""


def store(folder: Path, name: str, provenance: str, excerpt: str | None = "One.\n\nTwo.\n") -> None:
    (folder / f"{name}.toml").write_text(provenance, encoding="utf-8")
    if excerpt is not None:
        (folder / f"{name}.txt").write_text(excerpt, encoding="utf-8")


def test_stored_sources_newest_first(tmp_path: Path) -> None:
    store(tmp_path, "old", STORED.replace("2024", "2020"))
    store(tmp_path, "new", STORED)
    sources = read_sources(tmp_path)
    assert [source.source_id for source in sources] == ["new", "old"]
    assert (sources[0].text, sources[0].passages) == ("One.\n\nTwo.\n", (10, 90))


def test_all_faults_of_stored_sources_at_once(tmp_path: Path) -> None:
    store(tmp_path, "a", STORED.replace("passages = [10, 90]", "passages = [10]"))
    store(tmp_path, "b", STORED + 'autor = "x"\n')
    store(tmp_path, "c", STORED, None)
    store(tmp_path, "d", "publisher = 5")
    store(tmp_path, "e", "publisher =")
    store(tmp_path, "f", STORED, " ")
    store(tmp_path, "g", STORED.replace("[10, 90]", '["ten"]').replace("2024-06-12", "2024-06-12T10:00:00"))
    (tmp_path / "h.txt").write_text("One.", encoding="utf-8")
    with pytest.raises(DataErrors) as caught:
        read_sources(tmp_path)
    assert str(caught.value).splitlines() == [
        "data/sources/h.txt: has no provenance; write data/sources/h.toml",
        "data/sources/a.toml: names 1 passages, the excerpt has 2 paragraphs; give the place in the original of each paragraph",
        "data/sources/b.toml: 'autor' is no field of a source; use one of: language, main_speaker, original_sha256, passages, published_on, published_on_basis, publisher, rights, title, url",
        "data/sources/c.toml: data/sources/c.txt is missing; write the excerpt",
        "data/sources/d.toml: publisher 5 is no text; put it in quotes",
        "data/sources/d.toml: 'language' is missing; add it",
        "data/sources/d.toml: 'original_sha256' is missing; add it",
        "data/sources/d.toml: 'passages' is missing; add it",
        "data/sources/e.toml: is not readable TOML (Invalid value (at end of document)); mend it",
        "data/sources/f.txt: holds no text; give a document with at least one sentence",
        "data/sources/g.toml: published_on datetime.datetime(2024, 6, 12, 10, 0) is no date; write it as 2024-06-12, without quotes",
        "data/sources/g.toml: passages ['ten'] is no list of places; write it as [0, 512]",
    ]


def test_claims_become_figures() -> None:
    quote = "They gave 1 euro each."
    text = f"{quote} {quote}"
    claims = [
        Claim(exact="1 euro", start=10, end=16, quote=quote, quote_start=0, actor="Spain", value=Decimal(1)),
        Claim(exact="1 euro", start=10, end=16, quote=quote, quote_start=0, actor="Italy", links=(Link("part_of", "#2"),)),
        Claim(exact="1 euro", start=33, end=39, quote=quote, quote_start=23),
    ]  # fmt: skip
    source = Source(
        source_id="a", text=text, title="T", publisher="P", published_on=date(2024, 1, 2), url="u"
    )
    figures = figures_from(source, claims)
    # The same sentence said again is told apart by the ordinal, like one span for two actors.
    assert [figure.figure_id for figure in figures] == [figure_id("a", quote, 10, n) for n in range(3)]
    assert figures[1].links == (Link("part_of", figures[2].figure_id),)
    first = figures[0]
    assert (first.actor, first.value, first.origin, first.source_id) == (
        "Spain",
        Decimal(1),
        "extracted",
        "a",
    )
    assert (first.title, first.publisher, first.published_on, first.url) == ("T", "P", date(2024, 1, 2), "u")
    assert first.text_sha256 == source.text_sha256
    assert figures_from(source, []) == ()
