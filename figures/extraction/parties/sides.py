"""Sides: who acts and who receives, as told of one quantity."""

from __future__ import annotations

from typing import NamedTuple


class Parties(NamedTuple):
    """Canonical names of the actors and the recipient ("" when not stated).

    With `each` the quantity holds once for every actor; otherwise they act together.
    """

    actors: tuple[str, ...]
    each: bool
    recipient: str


NOBODY = Parties((), False, "")
