"""Other extractors as ours: their answers as claims, on the same texts.

They live in a Python of their own (`build/bench-venv`), since they pin old libraries.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from babel import Locale

from figures.records import Claim
from tests.labelled import Example, Label
from tests.scoring import PERCENT_UNITS, Score, score_example

RUNNER = Path(__file__).with_name("competitor_runner.py")
PYTHON = Path(__file__).parents[2] / "build" / "bench-venv" / "bin" / "python"
TOOLS = ("quantulum3", "Recognizers-Text")
SECONDS_ALLOWED = 900
Record = TypeVar("Record", Label, Claim)

# Names without a country, as the tools and the public benchmark mean them.
_NAMES = {
    "dollar": "USD", "united states dollar": "USD", "euro": "EUR", "pound": "GBP", "british pound": "GBP",
    "pound sterling": "GBP", "franc": "CHF", "rupee": "INR", "yen": "JPY", "yuan": "CNY",
    "chinese yuan": "CNY", "krona": "SEK", "krone": "NOK", "won": "KRW", "ruble": "RUB", "zloty": "PLN",
    "hryvnia": "UAH", "peseta": "ESP", "netherlands guilder": "NLG", "dutch guilder": "NLG", "lira": "TRY",
    "shekel": "ILS", "lao kip": "LAK",
}  # fmt: skip
_HUNDREDTHS = {"cent": "USD", "pence": "GBP", "penny": "GBP", "sen": "JPY"}
# What a tool that reads percent signs and currencies can be asked for: no fractions, no multiples.
_PERCENT_WORDS = ("%", "per cent", "percent", "pct")


class Unavailable(Exception):
    """A tool that cannot be run here; the message says why."""


class Answer(NamedTuple):
    """What a tool found in each text, and the seconds it took."""

    claims: list[list[Claim]]
    seconds: float


@cache
def _currencies() -> Mapping[str, str]:
    names = {name.casefold(): code for code, name in Locale("en").currencies.items()}
    return {**names, **_NAMES}


def currency(name: str) -> tuple[str, Decimal]:
    """ISO code and the part of it for a currency name; the name itself where it has none.

    >>> currency("Canadian dollar"), currency("Pence"), currency("Bitcoin")
    (('CAD', Decimal('1')), ('GBP', Decimal('0.01')), ('Bitcoin', Decimal('1')))
    """
    plain = name.casefold()
    if plain in _HUNDREDTHS:
        return _HUNDREDTHS[plain], Decimal("0.01")
    return _currencies().get(plain, name), Decimal(1)


def ask(tool: str, texts: Sequence[str], python: Path = PYTHON) -> Answer:
    """Run a tool over texts. Raises `Unavailable` where it cannot be run."""
    if not python.exists():
        raise Unavailable("build/bench-venv is missing: make bench makes it")
    request = json.dumps({"tool": tool, "texts": list(texts)})
    done = subprocess.run(
        [python, "-W", "ignore", RUNNER],
        input=request,
        capture_output=True,
        text=True,
        timeout=SECONDS_ALLOWED,
        check=False,
    )
    if done.returncode:
        reason = (done.stderr.strip() or f"exit code {done.returncode}").splitlines()[-1]
        raise Unavailable(f"{tool} failed: {reason}")
    answer = json.loads(done.stdout)
    claims = [
        [claim for item in found if (claim := _claim(text, *item)) is not None]
        for text, found in zip(texts, answer["found"], strict=True)
    ]
    return Answer(claims, answer["seconds"])


def _claim(text: str, start: int, end: int, value: str, unit: str) -> Claim | None:
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return None
    code, part = ("%", Decimal(1)) if unit == "%" else currency(unit)
    kind = "share" if code == "%" else "money"
    # Floats come as 20.899999…: twelve digits are what was meant.
    value_read = Decimal(f"{amount * part:.12g}")
    return Claim(kind=kind, value=value_read, unit=code, exact=text[start:end], start=start, end=end)


def comparable(record: Label | Claim, only: str = "") -> bool:
    """Whether a figure is of the sort that all tools look for: money, or a percentage written as one.

    `only` narrows it to "money" or "percent", for texts in which the other was not labelled.
    """
    if record.unit in PERCENT_UNITS:
        return only != "money" and any(word in record.exact.casefold() for word in _PERCENT_WORDS)
    return only != "percent" and record.kind in {"money", "change"} and len(record.unit) == 3


def compare(examples: Sequence[Example], answers: Sequence[Sequence[Claim]], only: str = "") -> Score:
    """Score on comparable figures only, by magnitude: a tool need not know a rise from a fall."""
    whole = Score()
    for example, claims in zip(examples, answers, strict=True):
        labels = tuple(_magnitude(label) for label in example.figures if comparable(label, only))
        unique = tuple({(label.start, label.end): label for label in labels}.values())
        found = {(claim.start, claim.end): _magnitude(claim) for claim in claims if comparable(claim, only)}
        whole.add(score_example(replace(example, figures=unique), list(found.values())).score)
    return whole


def _magnitude(record: Record) -> Record:
    return record if record.value is None else replace(record, value=abs(record.value))
