"""The public test specifications of Recognizers-Text as labelled examples.

They lie beside the project, not in it: `../shared/bench/recognizers-text`. Their conventions are their
own; where they and `docs/method.md` differ, ours stand, so that a full score is not the aim.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from tests.bench.competitors import currency
from tests.labelled import Example, Label

FOLDER = Path(__file__).parents[3] / "shared" / "bench" / "recognizers-text"


def read_specification(path: Path, language: str) -> Iterator[Example]:
    """The examples of one file; results without a value are left out."""
    for number, entry in enumerate(json.loads(path.read_text(encoding="utf-8-sig")), start=1):
        text = entry["Input"]
        if not entry["Results"] and ("NotSupported" in entry or "NotSupportedByDesign" in entry):
            continue
        labels = [label for result in entry["Results"] if (label := _label(text, result)) is not None]
        yield Example(
            id=f"{path.stem}-{number}",
            phenomenon=path.stem,
            text=text,
            language=language,
            published=None,
            figures=tuple(labels),
        )


def _label(text: str, result: dict[str, Any]) -> Label | None:
    resolution = result["Resolution"]
    percent = result["TypeName"] == "percentage"
    unit, part = ("%", Decimal(1)) if percent else currency(resolution.get("unit") or "")
    try:
        value = Decimal(str(resolution.get("value")).rstrip("%")) * part
    except InvalidOperation:
        return None
    start, end = _span(text, result)
    return Label(
        start=start,
        end=end,
        exact=text[start:end],
        kind="share" if percent else "money",
        value=value,
        low=None,
        high=None,
        unit=unit,
        bound="exact",
        per="",
        period_start=None,
        period_end=None,
        period_text="",
        base_period_start=None,
        base_period_end=None,
        actor=None,
        recipient=None,
        measure=None,
        status=None,
        speaker=None,
    )


def _span(text: str, result: dict[str, Any]) -> tuple[int, int]:
    """Start and end in code points from inclusive UTF-16 offsets, or by searching where there are none."""
    if "Start" not in result:
        start = max(0, text.casefold().find(result["Text"].casefold()))
        return start, start + len(result["Text"])
    units = text.encode("utf-16-le")
    start = len(units[: 2 * result["Start"]].decode("utf-16-le", "replace"))
    end = len(units[: 2 * result["End"] + 2].decode("utf-16-le", "replace"))
    return start, end
