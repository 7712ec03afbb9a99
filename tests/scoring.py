"""Scores an extractor against labelled sentences, field by field.

``python -m tests.scoring FILE… [--failures] [--phenomenon NAME]``. What each column means is said
in `tests/examples/README.md`. Blind files are only counted: their sentences are never shown.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from figures.records import Claim
from tests.labelled import PARTY_FIELDS, UNSEEN, Example, Label, read_examples

Extractor = Callable[[str, str, date | None], Sequence[Claim]]
PERCENT_UNITS = frozenset({"%", "% of GDP"})
PERCENT_TOLERANCE = Decimal("0.005")
PERIOD_FIELDS = ("period_start", "period_end", "per")


@dataclass(slots=True)
class Score:
    """Tallies of right and all, per measure; ratios are computed when asked for."""

    examples: int = 0
    labelled: int = 0
    found: int = 0
    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)

    def count(self, name: str, right: bool) -> None:
        """Add one case of `name`."""
        self.of[name] += 1
        self.right[name] += right

    def add(self, other: Score) -> None:
        """Take in the tallies of another score."""
        self.examples += other.examples
        self.labelled += other.labelled
        self.found += other.found
        self.right.update(other.right)
        self.of.update(other.of)

    def ratio(self, name: str) -> float | None:
        """Share of right cases, 0 to 1; None where there was no case.

        >>> Score().ratio("bound") is None
        True
        """
        return self.right[name] / self.of[name] if self.of[name] else None

    def precision(self, name: str = "strict") -> float | None:
        """Share of the found figures that are right."""
        return self.right[name] / self.found if self.found else None

    def recall(self, name: str = "strict") -> float | None:
        """Share of the labelled figures that are found."""
        return self.right[name] / self.labelled if self.labelled else None

    def f1(self, name: str = "strict") -> float | None:
        """Harmonic mean of precision and recall of value and unit (`strict` or `lenient`)."""
        both = self.found + self.labelled
        return 2 * self.right[name] / both if both else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One example with what was found in it."""

    example: Example
    pairs: tuple[tuple[Label, Claim], ...]
    missed: tuple[Label, ...]
    surplus: tuple[Claim, ...]
    wrong: tuple[tuple[Label, Claim, tuple[str, ...]], ...]
    score: Score

    @property
    def failed(self) -> bool:
        """Whether anything differs from the labels."""
        return bool(self.missed or self.surplus or self.wrong)


def same_value(label: Label, claim: Claim) -> bool:
    """Whether value, low and high agree; percentages within 0.5 % of each other (33.33 and 33.3)."""
    pairs = ((label.value, claim.value), (label.low, claim.low), (label.high, claim.high))
    near = label.unit in PERCENT_UNITS
    return all(_same(wanted, got, near) for wanted, got in pairs)


def _same(wanted: Decimal | None, got: Decimal | None, near: bool) -> bool:
    if wanted is None or got is None:
        return wanted is got
    return abs(wanted - got) <= (abs(wanted) * PERCENT_TOLERANCE if near else 0)


def same_unit(label: Label, claim: Claim, lenient: bool = False) -> bool:
    """Whether the units agree; leniently any percentage is one unit, and so is any counted noun."""
    if lenient and label.unit in PERCENT_UNITS:
        return claim.unit in PERCENT_UNITS
    if lenient and label.kind == "count":
        return claim.kind == "count"
    return " ".join(label.unit.casefold().split()) == " ".join(claim.unit.casefold().split())


def matches(labels: Sequence[Label], claims: Sequence[Claim], lenient: bool = True) -> list[tuple[int, int]]:
    """Pairs (place of label, place of claim) of equal value and unit whose spans overlap, best first."""
    candidates = []
    for i, label in enumerate(labels):
        for j, claim in enumerate(claims):
            overlap = _overlap(label, claim)
            if overlap and same_value(label, claim) and same_unit(label, claim, lenient):
                exact = (label.start, label.end) == (claim.start, claim.end)
                # "each" repeats a span for every actor: pair those of the same actor.
                actor = label.actor is not None and _same_parties(label.actor, claim.actor)
                strict = same_unit(label, claim)
                candidates.append((not strict, not exact, not actor, -overlap, i, j))
    pairs: list[tuple[int, int]] = []
    for *_, i, j in sorted(candidates):
        if all(i != taken and j != used for taken, used in pairs):
            pairs.append((i, j))
    return pairs


def _overlap(label: Label, claim: Claim) -> int:
    if claim.start is None or claim.end is None:
        return 0
    return max(0, min(label.end, claim.end) - max(label.start, claim.start))


def _same_parties(wanted: str, got: str) -> bool:
    return set(wanted.split("; ")) == set(got.split("; "))


def offsets_exact(text: str, claim: Claim) -> bool:
    """Whether offsets, quote, prefix and suffix are those of the text."""
    start, end, quote_start = claim.start, claim.end, claim.quote_start
    if start is None or end is None or quote_start is None:
        return False
    return (
        text[start:end] == claim.exact != ""
        and text[quote_start : quote_start + len(claim.quote)] == claim.quote
        and quote_start <= start <= end <= quote_start + len(claim.quote)
        and text[:start].endswith(claim.prefix)
        and text[end:].startswith(claim.suffix)
    )


def score_example(example: Example, claims: Sequence[Claim]) -> Outcome:
    """Compare what was found in one example with its labels."""
    score = Score(examples=1, labelled=len(example.figures), found=len(claims))
    labels = example.figures
    for claim in claims:
        score.count("offsets", offsets_exact(example.text, claim))
    strict = matches(labels, claims, lenient=False)
    score.right["strict"] = len(strict)
    places = matches(labels, claims)
    score.right["lenient"] = len(places)
    wrong = []
    for i, j in places:
        fields = _compare(labels[i], claims[j], score)
        if fields:
            wrong.append((labels[i], claims[j], fields))
    return Outcome(
        example=example,
        pairs=tuple((labels[i], claims[j]) for i, j in places),
        missed=tuple(label for i, label in enumerate(labels) if all(i != a for a, _ in places)),
        surplus=tuple(claim for j, claim in enumerate(claims) if all(j != b for _, b in places)),
        wrong=tuple(wrong),
        score=score,
    )


def _compare(label: Label, claim: Claim, score: Score) -> tuple[str, ...]:
    """Tally the fields of a matched pair; the names of those that differ."""
    differing = []

    def tally(name: str, right: bool) -> None:
        score.count(name, right)
        if not right:
            differing.append(name)

    tally("unit", same_unit(label, claim))
    tally("span", (label.start, label.end) == (claim.start, claim.end))
    tally("bound", label.bound == claim.bound)
    if label.bound != "exact":
        score.count("bound not exact", label.bound == claim.bound)
    tally("kind", label.kind == claim.kind)
    same_period = all(getattr(label, name) == getattr(claim, name) for name in PERIOD_FIELDS)
    tally("period", same_period)
    if label.period_text or label.per:
        score.count("period stated", same_period)
        tally("period words", label.period_text.casefold() == claim.period_text.casefold())
    if label.base_period_start or label.base_period_end:
        base = (claim.base_period_start, claim.base_period_end)
        tally("base period", (label.base_period_start, label.base_period_end) == base)
    for name in PARTY_FIELDS:
        wanted, got = getattr(label, name), getattr(claim, name)
        if wanted:
            tally(name, _same_parties(wanted, got))
        elif wanted == "":
            tally(f"{name} empty", got == "")
    return tuple(differing)


def run(examples: Iterable[Example], extract: Extractor) -> list[Outcome]:
    """Run an extractor over examples."""
    return [
        score_example(example, extract(example.text, example.language, example.published))
        for example in examples
    ]


def by_phenomenon(outcomes: Iterable[Outcome]) -> dict[str, Score]:
    """Scores by phenomenon in order of appearance, and `all` at the end."""
    scores: dict[str, Score] = {}
    whole = Score()
    for outcome in outcomes:
        scores.setdefault(outcome.example.phenomenon, Score()).add(outcome.score)
        whole.add(outcome.score)
    return {**scores, "all": whole}


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; exit code 2 where the failures of blind or held-out examples are asked for."""
    from tests.tables import failure_text, table

    parser = argparse.ArgumentParser(prog="python -m tests.scoring", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--failures", action="store_true", help="show each example that differs")
    parser.add_argument("--phenomenon", help="only the examples of this phenomenon")
    options = parser.parse_args(arguments)
    if options.failures and any(part in UNSEEN for path in options.files for part in path.resolve().parts):
        print(
            "Blind and held-out examples are never looked at one by one: leave --failures out.",
            file=sys.stderr,
        )
        return 2
    from figures import extract

    examples = [example for path in options.files for example in read_examples(path)]
    if options.phenomenon:
        examples = [example for example in examples if example.phenomenon == options.phenomenon]
    outcomes = run(examples, lambda text, language, day: extract(text, language=language, published=day))
    if options.failures:
        for outcome in outcomes:
            if outcome.failed:
                print(failure_text(outcome), end="\n\n")
    print(table(by_phenomenon(outcomes)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
