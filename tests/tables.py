"""Prints scores as a compact table, and an example that failed as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from figures.records import Claim, cell
from tests.labelled import PARTY_FIELDS, Label

if TYPE_CHECKING:
    from tests.scoring import Outcome, Score

_RATIOS = {
    "span": "span",
    "bnd": "bound",
    "bnd≠": "bound not exact",
    "kind": "kind",
    "per": "period",
    "per≠": "period stated",
    "perw": "period words",
    "base": "base period",
    "actr": "actor",
    "rcpt": "recipient",
    "meas": "measure",
    "stat": "status",
    "spkr": "speaker",
}
_SHOWN = ("kind", "value", "low", "high", "unit", "bound", "per", "period_start", "period_end", "period_text",
          "base_period_start", "base_period_end", *PARTY_FIELDS)  # fmt: skip


def table(scores: Mapping[str, Score]) -> str:
    """Scores in percent, one line for each phenomenon, a dot where nothing was to be scored."""
    head = ["", "ex", "fig", "found", "P", "R", "F1", "F1~", *_RATIOS, "off"]
    rows = [head]
    for name, score in scores.items():
        ratios = [score.precision(), score.recall(), score.f1(), score.f1("lenient")]
        ratios += [score.ratio(key) for key in _RATIOS.values()]
        ratios.append(score.ratio("offsets"))
        counts = [str(score.examples), str(score.labelled), str(score.found)]
        rows.append([name, *counts, *(_percent(ratio) for ratio in ratios)])
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = [
        " ".join(
            text.ljust(width) if column == 0 else text.rjust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
    whole = scores.get("all")
    if whole is not None:
        lines.append(
            "kept empty where not stated: "
            + ", ".join(f"{name} {_percent(whole.ratio(f'{name} empty'))}" for name in PARTY_FIELDS)
        )
    return "\n".join(lines)


def _percent(ratio: float | None) -> str:
    return "." if ratio is None else f"{100 * ratio:.1f}"


def failure_text(outcome: Outcome) -> str:
    """A failing example: its text, then what was missed (-), found too much (+) or read differently (~)."""
    example = outcome.example
    lines = [f"{example.id} [{example.published or 'no date'}] {example.text}"]
    lines += [f"  - {_line(label)}" for label in outcome.missed]
    lines += [f"  + {_line(claim)}" for claim in outcome.surplus]
    for label, claim, names in outcome.wrong:
        lines.append(f"  ~ {label.exact!r}: {', '.join(names)}  ({claim.rule})")
        lines += [
            f"      {name}: {wanted!r} wanted, {got!r} found"
            for name, wanted, got in _differences(label, claim)
        ]
    return "\n".join(lines)


def _differences(label: Label, claim: Claim) -> list[tuple[str, str, str]]:
    pairs = [("exact", label.exact, claim.exact)]
    for name in _SHOWN:
        wanted = getattr(label, name)
        if wanted is not None or name not in PARTY_FIELDS:
            pairs.append((name, cell(wanted), cell(getattr(claim, name))))
    return [pair for pair in pairs if pair[1] != pair[2]]


def _line(record: Label | Claim) -> str:
    fields = [f"{name}={cell(getattr(record, name))}" for name in _SHOWN if getattr(record, name)]
    rule = f"  ({record.rule})" if isinstance(record, Claim) else ""
    return f"{record.exact!r} {' '.join(fields)}{rule}"
