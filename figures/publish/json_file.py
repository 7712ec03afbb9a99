"""Figures as JSON: one array, a figure per line, so that readers need no knowledge of a wrapper.

Not stated is null, amounts are strings (a float cannot hold 0.1), offsets integers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from figures.records import Claim, to_json


def json_chunks(figures: Iterable[Claim]) -> Iterator[bytes]:
    r"""A JSON file in pieces, one figure each.

    >>> b"".join(json_chunks([]))
    b'[\n]\n'
    """
    lead = "[\n"
    for figure in figures:
        # A lone surrogate, which damaged text can hold, has no UTF-8 form.
        yield (lead + json.dumps(to_json(figure), ensure_ascii=False)).encode("utf-8", "replace")
        lead = ",\n"
    yield b"\n]\n" if lead == ",\n" else b"[\n]\n"


def write_json(figures: Iterable[Claim], stream: BinaryIO) -> None:
    """Write a JSON file to a binary stream."""
    stream.writelines(json_chunks(figures))
