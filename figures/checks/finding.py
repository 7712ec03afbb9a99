"""The record of a finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from figures.checks.plainly import value_words, voice_words
from figures.records import Figure

KINDS = ("contradiction", "suspect", "revision", "agreement")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Two or more figures side by side, and one sentence that says why.

    `kind` is one of `KINDS`; `sentence` says what was found, `detail` lists what each figure states or
    the arithmetic between them; `rule` names the check that raised it.
    """

    kind: str
    rule: str
    figure_ids: tuple[str, ...]
    sentence: str
    detail: str


def listed(figures: Iterable[Figure]) -> str:
    """What each figure states, by whom and when, for the detail of a finding."""
    return "; ".join(f"{value_words(figure)} ({voice_words(figure)})" for figure in figures)
