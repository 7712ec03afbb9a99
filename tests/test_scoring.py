"""The scorer itself: an extractor that reads the labels back is perfect, and every fault is seen."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from figures.records import Claim
from tests.labelled import Example, example_of, read_examples
from tests.scoring import by_phenomenon, main, matches, offsets_exact, run, score_example
from tests.tables import failure_text, table

FIGURE = {
    "exact": "2%", "kind": "share", "value": "2", "low": None, "high": None, "unit": "% of GDP",
    "bound": "at_least", "per": "", "period_start": "2024-01-01", "period_end": "2024-12-31",
    "period_text": "in 2024", "actor": "Poland", "recipient": "", "measure": "defence_share_gdp",
    "status": "spent", "speaker": "",
}  # fmt: skip
ENTRY = {
    "id": "a", "phenomenon": "shares", "text": "In 2024 Poland spent at least 2% of GDP on defence.",
    "published": "2025-01-02", "figures": [{**FIGURE, "period_text": "In 2024"}],
}  # fmt: skip


def claims_of(example: Example) -> list[Claim]:
    return [
        Claim(
            kind=label.kind,
            value=label.value,
            low=label.low,
            high=label.high,
            unit=label.unit,
            bound=label.bound,
            per=label.per,
            period_start=label.period_start,
            period_end=label.period_end,
            period_text=label.period_text,
            base_period_start=label.base_period_start,
            base_period_end=label.base_period_end,
            actor=label.actor or "",
            recipient=label.recipient or "",
            measure=label.measure or "",
            status=label.status or "",
            speaker=label.speaker or "",
            exact=label.exact,
            start=label.start,
            end=label.end,
            quote=example.text,
            quote_start=0,
            prefix=example.text[max(0, label.start - 32) : label.start],
            suffix=example.text[label.end : label.end + 32],
        )
        for label in example.figures
    ]


EXAMPLE = example_of(ENTRY)
CLAIM = claims_of(EXAMPLE)[0]


def test_labels_read_back_are_perfect() -> None:
    outcome = score_example(EXAMPLE, [CLAIM])
    assert not outcome.failed
    score = outcome.score
    assert score.f1() == score.f1("lenient") == 1
    assert all(score.ratio(name) == 1 for name in score.of)
    assert score.ratio("speaker empty") == score.ratio("recipient empty") == 1


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"unit": "%"}, "unit"),
        ({"bound": "exact"}, "bound"),
        ({"kind": "change"}, "kind"),
        ({"period_end": None}, "period"),
        ({"per": "year"}, "period"),
        ({"period_text": ""}, "period words"),
        ({"actor": "Estonia"}, "actor"),
        ({"recipient": "Ukraine"}, "recipient empty"),
        ({"measure": ""}, "measure"),
        ({"status": "target"}, "status"),
        ({"speaker": "Mark Rutte"}, "speaker empty"),
        ({"end": 33, "exact": "2% "}, "span"),
    ],
)
def test_each_fault_is_seen(changes: dict[str, str], name: str) -> None:
    outcome = score_example(EXAMPLE, [replace(CLAIM, **changes)])  # type: ignore[arg-type]
    assert outcome.wrong[0][2] == (name,)
    assert outcome.score.ratio(name) == 0
    assert outcome.score.f1("lenient") == 1
    assert name in failure_text(outcome)


@pytest.mark.parametrize(
    "changes",
    [{"value": Decimal(3)}, {"unit": "USD"}, {"start": 0, "end": 4}, {"low": Decimal(1)}, {"value": None}],
)
def test_another_number_is_missed_and_surplus(changes: dict[str, Decimal]) -> None:
    outcome = score_example(EXAMPLE, [replace(CLAIM, **changes)])  # type: ignore[arg-type]
    assert len(outcome.missed) == len(outcome.surplus) == 1
    assert outcome.score.f1("lenient") == 0
    assert failure_text(outcome).count("\n  ") == 2


def test_the_percentage_base_counts_only_strictly() -> None:
    score = score_example(EXAMPLE, [replace(CLAIM, unit="%")]).score
    assert (score.f1("strict"), score.f1("lenient")) == (0, 1)


def test_fractions_may_be_rounded_but_money_not() -> None:
    third = replace(EXAMPLE.figures[0], value=Decimal("33.33"))
    assert matches([third], [replace(CLAIM, value=Decimal("33.3"))]) == [(0, 0)]
    money = replace(EXAMPLE.figures[0], value=Decimal(1000), unit="EUR")
    assert matches([money], [replace(CLAIM, value=Decimal(1001), unit="EUR")]) == []


def test_a_figure_for_each_actor_is_paired_by_actor() -> None:
    labels = [EXAMPLE.figures[0], replace(EXAMPLE.figures[0], actor="Estonia")]
    claims = [replace(CLAIM, actor="Estonia"), CLAIM]
    assert sorted(matches(labels, claims)) == [(0, 1), (1, 0)]


def test_an_unlabelled_field_is_not_scored() -> None:
    entry = {**ENTRY, "figures": [{key: value for key, value in FIGURE.items() if key != "actor"}]}
    outcome = score_example(example_of(entry), [replace(CLAIM, actor="Malta", period_text="in 2024")])
    assert not outcome.failed
    assert "actor" not in outcome.score.of


def test_offsets() -> None:
    text = EXAMPLE.text
    assert offsets_exact(text, CLAIM)
    for changes in ({"start": None}, {"exact": "3%"}, {"quote": "another"}, {"prefix": "x"}, {"suffix": "x"}):
        assert not offsets_exact(text, replace(CLAIM, **changes))


def test_scores_add_up_by_phenomenon() -> None:
    other = replace(EXAMPLE, phenomenon="negatives", figures=())
    outcomes = run([EXAMPLE, other], lambda *_: [CLAIM])
    scores = by_phenomenon(outcomes)
    assert list(scores) == ["shares", "negatives", "all"]
    whole = scores["all"]
    assert (whole.examples, whole.labelled, whole.found) == (2, 1, 2)
    assert (whole.precision(), whole.recall()) == (0.5, 1)
    assert [line.split()[0] for line in table(scores).splitlines()[1:4]] == ["shares", "negatives", "all"]


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "en" / "bad.jsonl"
    path.parent.mkdir()
    path.write_text(json.dumps({**ENTRY, "figures": [{**FIGURE, "exact": "9%"}]}), encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.jsonl:1: .*9%"):
        list(read_examples(path))


def test_dates_and_amounts_are_read() -> None:
    label = EXAMPLE.figures[0]
    assert label.value == 2
    assert label.period_end == date(2024, 12, 31)
    assert EXAMPLE.published == date(2025, 1, 2)


@pytest.mark.parametrize("folder", ["blind", "held_out"])
def test_failures_of_unseen_examples_are_refused(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / folder / "en.jsonl"
    path.parent.mkdir()
    path.write_text(json.dumps(ENTRY), encoding="utf-8")
    assert main([str(path), "--failures"]) == 2
    assert "one by one" in capsys.readouterr().err
