"""Adds a source: an excerpt of its figure-stating sentences, and its provenance."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from figures.errors import SourceError
from figures.records import Claim
from figures.sources import PASSAGE_BREAK, Source

_RIGHTS = "Quotations remain their publisher's; only the sentences that state figures are kept."


class Passage(NamedTuple):
    """A piece of the original, in one paragraph of the excerpt; `start` is its place in the original."""

    start: int
    text: str


def excerpt(text: str, claims: Iterable[Claim]) -> tuple[Passage, ...]:
    """The sentences of a text that state figures, each with the one before where it needs it, in order.

    Neighbours in the same paragraph stay together, so that a sentence keeps the one before it.

    >>> quote = "It spent 5 euros."
    >>> excerpt("Hello. " + quote, [Claim(quote=quote, quote_start=7)])
    (Passage(start=7, text='It spent 5 euros.'),)
    >>> excerpt("Nothing.", [])
    ()
    """
    spans = set()
    for claim in claims:
        start = claim.quote_start or 0
        spans.add((start, start + len(claim.quote)))
        before = text.rfind(claim.context, 0, start) if claim.context else -1
        if before >= 0:
            spans.add((before, before + len(claim.context)))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        gap = text[merged[-1][1] : start] if merged else "-"
        if not gap.strip() and PASSAGE_BREAK not in gap.replace("\r\n", "\n"):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(Passage(start, text[start:end]) for start, end in merged)


def add_source(document: Source, claims: Iterable[Claim], folder: Path) -> Path:
    """Write the excerpt and the provenance of a document into `folder` (``data/sources``); returns the excerpt's path.

    Raises `SourceError` when the document states no figure, says too little of where it comes from,
    or is there already.
    """
    name = document.source_id
    for field in ("publisher", "language"):
        if not getattr(document, field):
            remedy = "write it in the sources.toml beside the document"
            raise SourceError(name, f"its {field} is not given", remedy)
    path = folder / f"{name}.txt"
    if path.exists():
        raise SourceError(name, "is a source already", f"edit {path}, or delete it first")
    passages = excerpt(document.text, claims)
    if not passages:
        raise SourceError(name, "states no figure", "nothing was added")
    folder.mkdir(parents=True, exist_ok=True)
    text = PASSAGE_BREAK.join(passage.text for passage in passages)
    # Bytes, so that no system changes the line ends that offsets count.
    path.write_bytes(f"{text}\n".encode())
    path.with_suffix(".toml").write_bytes(_provenance(document, passages).encode())
    return path


def _provenance(document: Source, passages: Sequence[Passage]) -> str:
    """The TOML text of a source's provenance."""
    lines = [f"{name} = {_quoted(getattr(document, name))}" for name in ("title", "publisher")]
    if document.published_on:
        lines.append(f"published_on = {document.published_on}")
    names = ("published_on_basis", "url", "language", "main_speaker")
    lines += [f"{name} = {_quoted(getattr(document, name))}" for name in names]
    lines += [
        f"rights = {_quoted(document.rights or _RIGHTS)}",
        f"original_sha256 = {_quoted(document.original_sha256)}",
        "# Where each paragraph of the excerpt starts in the original, in Unicode code points.",
        f"passages = {[passage.start for passage in passages]}",
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML string; its escapes are those of JSON, but for DEL, which no title holds."""
    return json.dumps(text, ensure_ascii=False)
