"""The adapters of the comparison: other tools' answers and the public benchmark as our records."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from figures.records import Claim
from tests.bench.competitors import Unavailable, ask, comparable, compare, currency
from tests.bench.public_benchmark import read_specification
from tests.labelled import example_of

EMPTY: dict[str, Any] = {
    "low": None, "high": None, "bound": "exact", "per": "",
    "period_start": None, "period_end": None, "period_text": "",
}  # fmt: skip
EXAMPLE = example_of(
    {
        "id": "a",
        "phenomenon": "changes",
        "text": "Costs fell 3% to €2bn, half of it wages.",
        "published": None,
        "figures": [
            {**EMPTY, "exact": "3%", "kind": "change", "value": "-3", "unit": "%"},
            {**EMPTY, "exact": "€2bn", "kind": "money", "value": "2000000000", "unit": "EUR"},
            {**EMPTY, "exact": "half", "kind": "share", "value": "50", "unit": "%"},
        ],
    }
)


def test_fractions_and_signs_are_not_asked_of_other_tools() -> None:
    found = [
        Claim(kind="share", value=Decimal(3), unit="%", exact="3%", start=11, end=13),
        Claim(kind="money", value=Decimal(2_000_000_000), unit="EUR", exact="€2bn", start=17, end=21),
    ]
    assert compare([EXAMPLE], [found]).f1() == 1
    assert compare([EXAMPLE], [found[:1]], only="percent").f1() == 1
    assert compare([EXAMPLE], [found[:1]]).recall() == 0.5


def test_counts_are_not_compared() -> None:
    assert not comparable(Claim(kind="count", value=Decimal(3), unit="tanks", exact="3 tanks"))


def test_currency_names_have_codes() -> None:
    assert [currency(name)[0] for name in ("Dollar", "Finnish markka", "Hong Kong dollar")] == [
        "USD",
        "FIM",
        "HKD",
    ]


def test_a_missing_tool_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="make bench"):
        ask("quantulum3", ["€5"], tmp_path / "python")


def test_a_failing_tool_is_reported() -> None:
    with pytest.raises(Unavailable, match="no such tool failed: KeyError"):
        ask("no such tool", ["€5"], Path(sys.executable))


def test_the_public_format_is_read(tmp_path: Path) -> None:
    path = tmp_path / "currency-english.json"
    results = [
        {
            "Text": "50 cents",
            "TypeName": "currency",
            "Start": 3,
            "End": 10,
            "Resolution": {"value": "50", "unit": "Cent"},
        },
        {"Text": "20%", "TypeName": "percentage", "Resolution": {"value": "20%"}},
        {"Text": "percent", "TypeName": "percentage", "Start": 0, "End": 1, "Resolution": {"value": "null"}},
    ]
    entries = [
        {"Input": "🙂 50 cents or 20%", "Results": results},
        {"Input": "₿5", "Results": [], "NotSupported": "python"},
    ]
    path.write_text(json.dumps(entries), encoding="utf-8")
    (example,) = read_specification(path, "en")
    assert [(label.exact, label.value, label.unit) for label in example.figures] == [
        ("50 cents", Decimal("0.5"), "USD"),
        ("20%", Decimal(20), "%"),
    ]
