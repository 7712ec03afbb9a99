"""Documents and their provenance: what the edge reads before extraction.

A `Source` is a text with its provenance. It comes from a document and the ``sources.toml`` beside
it (`read_document`, `decode`), or from `data/sources/`, where ``<id>.toml`` holds the provenance and
``<id>.txt`` the excerpt (`read_sources`). `figures_from` gives the claims of a source their identity.
"""

from __future__ import annotations

import codecs
import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any

from figures.errors import DataError, DataErrors, SourceError
from figures.records import Claim, Figure, Link, figure_id

PASSAGE_BREAK = "\n\n"
PROVENANCE_FILE = "sources.toml"

# The longer mark first: that of UTF-32 begins like that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "an office document or archive"),
    (b"\x1f\x8b", "compressed"),
)
_LOOKED_AT = 8_000  # bytes searched for NUL, which no text file holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text that states figures, with where it comes from.

    `passages` are the places in the original, in code points, at which the paragraphs of an excerpt
    start; it is empty where `text` is the whole document.
    """

    source_id: str
    text: str
    title: str = ""
    publisher: str = ""
    published_on: date | None = None
    published_on_basis: str = ""
    url: str = ""
    language: str = ""
    main_speaker: str = ""
    rights: str = ""
    original_sha256: str = ""
    passages: tuple[int, ...] = ()

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


_PROVENANCE = frozenset(
    {"title", "publisher", "published_on", "published_on_basis", "url", "language", "main_speaker", "rights"}
)
_CLAIM_FIELDS = tuple(field.name for field in fields(Claim) if field.name != "links")
_claim_values = attrgetter(*_CLAIM_FIELDS)
_STORED = _PROVENANCE | {"original_sha256", "passages"}


def decode(content: bytes, name: str) -> str:
    """The text of a document in UTF-8, or in UTF-16 or UTF-32 with a byte order mark.

    Raises `SourceError` on anything else. Line ends stay as they are, since offsets count them.

    >>> decode("20 %".encode("utf-16"), "a.txt")
    '20 %'
    >>> decode(b"", "a.txt")
    Traceback (most recent call last):
    figures.errors.SourceError: a.txt: holds no text; give a document with at least one sentence
    """
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if content.startswith(mark)), None)
    if encoding is None:
        sort = next((sort for mark, sort in _SIGNATURES if content.startswith(mark)), None)
        if sort is None and b"\x00" in content[:_LOOKED_AT]:
            sort = "binary"
        if sort is not None:
            raise SourceError(name, f"is {sort}, not text", "save it as plain text in UTF-8")
    try:
        text = content.decode(encoding or "utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        problem = f"is not {(encoding or 'utf-8').upper()} text (byte {error.start})"
        raise SourceError(name, problem, "save it as plain text in UTF-8") from error
    if not text.strip():
        raise SourceError(name, "holds no text", "give a document with at least one sentence")
    return text


def read_document(path: Path) -> Source:
    """A document with what the `sources.toml` beside it says of it; its id is the file's name without ending.

    Raises `SourceError` where either cannot be read.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(str(path), "does not exist", "check the path") from error
    except IsADirectoryError as error:
        raise SourceError(str(path), "is a folder", "name the files in it") from error
    except OSError as error:
        problem = f"cannot be read ({error.strerror or error})"
        raise SourceError(str(path), problem, "check the path and its permissions") from error
    text = decode(content, str(path))
    provenance = _beside(path)
    return Source(
        source_id=path.stem,
        text=text,
        original_sha256=hashlib.sha256(content).hexdigest(),
        **provenance,
    )


def _beside(path: Path) -> dict[str, Any]:
    """What `sources.toml` in the folder of a document says of it."""
    file = path.parent / PROVENANCE_FILE
    if not file.is_file():
        return {}
    entries = _toml(file).get("source", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise SourceError(str(file), "'source' is not a list of tables", "write [[source]] above each entry")
    found = [entry for entry in entries if entry.get("file") == path.name]
    if len(found) > 1:
        raise SourceError(str(file), f"file {path.name!r} stands twice", "keep one of the entries")
    if not found:
        return {}
    entry = {name: value for name, value in found[0].items() if name in _PROVENANCE}
    faults = _wrong_types(entry)
    if faults:
        raise SourceError(str(file), f"of {path.name!r} {faults[0][0]}", faults[0][1])
    return entry


def read_sources(folder: Path) -> tuple[Source, ...]:
    """The sources kept in `folder` (``data/sources``), newest first.

    Raises `DataErrors` with all faults of all files.
    """
    faults: list[DataError] = []
    sources: list[Source] = []
    files = sorted(folder.glob("*.toml"))
    for orphan in sorted({path.stem for path in folder.glob("*.txt")} - {path.stem for path in files}):
        problem = "has no provenance"
        faults.append(
            DataError(f"data/sources/{orphan}.txt", None, problem, f"write data/sources/{orphan}.toml")
        )
    for path in files:
        try:
            sources.append(_stored(path))
        except SourceError as error:
            faults.append(
                DataError(f"data/sources/{Path(error.file).name}", None, error.problem, error.remedy)
            )
        except DataErrors as error:
            faults += error.errors
    if faults:
        raise DataErrors(faults)
    sources.sort(key=lambda source: (source.published_on or date.min, source.source_id), reverse=True)
    return tuple(sources)


def _stored(path: Path) -> Source:
    """One source of `data/sources`, from its two files."""
    entry = _toml(path)
    name = f"data/sources/{path.name}"
    faults = [DataError(name, None, *fault) for fault in _wrong_types(entry)]
    faults += [
        DataError(name, None, f"{key!r} is no field of a source", f"use one of: {', '.join(sorted(_STORED))}")
        for key in sorted(entry.keys() - _STORED)
    ]
    faults += [
        DataError(name, None, f"{key!r} is missing", "add it")
        for key in ("publisher", "language", "original_sha256", "passages")
        if not entry.get(key)
    ]
    excerpt = path.with_suffix(".txt")
    if not excerpt.is_file():
        faults.append(DataError(name, None, f"data/sources/{excerpt.name} is missing", "write the excerpt"))
    if faults:
        raise DataErrors(faults)
    text = decode(excerpt.read_bytes(), str(excerpt))
    passages = tuple(entry.pop("passages"))
    paragraphs = text.strip("\n").split(PASSAGE_BREAK)
    if len(passages) != len(paragraphs):
        problem = f"names {len(passages)} passages, the excerpt has {len(paragraphs)} paragraphs"
        raise DataErrors([DataError(name, None, problem, "give the place in the original of each paragraph")])
    return Source(source_id=path.stem, text=text, passages=passages, **entry)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SourceError(str(path), f"is not readable TOML ({error})", "mend it") from error


def _wrong_types(entry: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What is wrong with the types of provenance fields, each with a remedy."""
    found = []
    for field in fields(Source):
        value = entry.get(field.name)
        if value is None:
            continue
        if field.name == "published_on":
            # A TOML date-time is a subclass of date, and has an hour nobody stated.
            if type(value) is not date:
                found.append((f"published_on {value!r} is no date", "write it as 2024-06-12, without quotes"))
        elif field.name == "passages":
            if not isinstance(value, list) or not all(type(place) is int and place >= 0 for place in value):
                found.append((f"passages {value!r} is no list of places", "write it as [0, 512]"))
        elif not isinstance(value, str):
            found.append((f"{field.name} {value!r} is no text", "put it in quotes"))
    return found


def figures_from(source: Source, claims: Iterable[Claim]) -> tuple[Figure, ...]:
    """The claims of a source as figures with identity and provenance, unconverted; origin "extracted".

    Link targets "#0" become the ids of the claims at these places.
    """
    claims = tuple(claims)
    seen: Counter[tuple[str, int]] = Counter()
    ids: list[str] = []
    for claim in claims:
        offset = (claim.start or 0) - (claim.quote_start or 0)
        ids.append(figure_id(source.source_id, claim.quote, offset, seen[claim.quote, offset]))
        seen[claim.quote, offset] += 1
    sha256 = source.text_sha256
    return tuple(
        Figure(
            **dict(zip(_CLAIM_FIELDS, _claim_values(claim), strict=True)),
            links=tuple(Link(link.relation, ids[int(link.target[1:])]) for link in claim.links),
            figure_id=identity,
            source_id=source.source_id,
            origin="extracted",
            title=source.title,
            publisher=source.publisher,
            published_on=source.published_on,
            published_on_basis=source.published_on_basis,
            url=source.url,
            text_sha256=sha256,
        )
        for claim, identity in zip(claims, ids, strict=True)
    )
