"""The labelled sentences are valid, and whatever extraction finds in them has exact offsets."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from figures import extract
from figures.vocabularies import vocabulary
from tests.labelled import EXAMPLES, PARTY_FIELDS, Example, Label, read_examples
from tests.scoring import offsets_exact

FILES = sorted((EXAMPLES / "en").glob("*.jsonl"))
CASES = [example for path in FILES for example in read_examples(path)]
EVERY_FILE = sorted(EXAMPLES.glob("*/*.jsonl"))
EVERY_CASE = [example for path in EVERY_FILE for example in read_examples(path)]
PHENOMENA = {example.phenomenon for example in CASES}
RATES = {"", "year", "half-year", "quarter", "month", "week", "day"}
PERCENT_UNITS = {"share": {"%", "% of GDP"}, "multiple": {"x"}}


def test_there_are_enough_examples() -> None:
    assert len(CASES) >= 420
    assert sum(not case.figures for case in CASES) >= 60
    labelled = [figure for case in CASES for figure in case.figures]
    with_parties = [figure for figure in labelled if figure.status is not None]
    assert len(with_parties) >= len(labelled) / 4


def test_ids_and_texts_occur_once() -> None:
    for name in ("id", "text"):
        counts = Counter(getattr(case, name) for case in EVERY_CASE)
        assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.stem in PHENOMENA], ids=lambda path: path.stem
)
def test_a_file_named_by_a_phenomenon_holds_it_alone(path: Path) -> None:
    assert {example.phenomenon for example in read_examples(path)} == {path.stem}


@pytest.mark.parametrize("path", EVERY_FILE, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_nth_is_given_where_it_is_needed(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        for figure in entry["figures"]:
            several = entry["text"].find(figure["exact"]) != entry["text"].rfind(figure["exact"])
            assert ("nth" in figure) == several, (entry["id"], figure["exact"])


@pytest.mark.parametrize("case", EVERY_CASE, ids=lambda case: case.id)
def test_labels_are_valid(case: Example) -> None:
    for label in case.figures:
        assert label.kind in vocabulary("kind")
        assert label.bound in vocabulary("bound")
        assert (label.bound == "between") == (label.value is None) == (label.low is not None)
        assert label.low is None or (label.high is not None and label.low < label.high)
        assert label.per in RATES
        assert _ordered(label.period_start, label.period_end)
        assert _ordered(label.base_period_start, label.base_period_end)
        assert label.period_text or not (label.period_start or label.period_end)
        assert label.period_text in case.text
        assert label.unit
        assert label.unit in PERCENT_UNITS.get(label.kind, {label.unit})
        assert label.exact == label.exact.strip()
        for name in ("measure", "status"):
            assert getattr(label, name) in {None, "", *vocabulary(name)}
        for name in ("actor", "recipient"):
            assert set((getattr(label, name) or "").split("; ")) <= {"", *vocabulary("party")}
        # A transcript writes names in capitals, with initials.
        in_capitals = all(word.upper() in case.text for word in (label.speaker or "").split())
        assert not label.speaker or label.speaker in case.text or in_capitals
    starts = [label.start for label in case.figures]
    assert starts == sorted(starts)
    assert not _overlapping(case.figures)


@pytest.mark.parametrize("case", EVERY_CASE, ids=lambda case: case.id)
def test_offsets_of_what_is_found_are_exact(case: Example) -> None:
    for claim in extract(case.text, language=case.language, published=case.published):
        assert offsets_exact(case.text, claim), claim.exact


def test_labelled_fields_are_all_or_chosen() -> None:
    """A field left out is one where the conventions leave room; most examples label all five."""
    groups = Counter(
        sum(getattr(label, name) is not None for name in PARTY_FIELDS)
        for case in CASES
        for label in case.figures
    )
    assert groups[5] > sum(groups[n] for n in range(1, 5))


def _ordered(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start <= end


def _overlapping(labels: tuple[Label, ...]) -> bool:
    spans = sorted({(label.start, label.end) for label in labels})
    return any(before[1] > after[0] for before, after in pairwise(spans))
