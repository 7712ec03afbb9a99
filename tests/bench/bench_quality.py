"""How right and how fast extraction is, beside two public extractors on the same texts.

`run()` gives rows (name, goal, measured). Blind and held-out examples are scored as a whole.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from figures import extract
from figures.lexicon import languages
from figures.records import Claim
from tests.bench.competitors import TOOLS, Unavailable, ask, compare
from tests.bench.public_benchmark import FOLDER, read_specification
from tests.labelled import EXAMPLES, PARTY_FIELDS, UNSEEN, Example, read_examples
from tests.scoring import Score, by_phenomenon
from tests.scoring import run as score_all

Row = tuple[str, str, str]

OWN_BYTES = 2_000_000
COMPETITOR_BYTES = 20_000
LANGUAGE_CHARACTERS = 200_000
LONGEST = 300  # characters of an example that is a sentence or two, and no passage
# Sentences without a figure between two with one, as in a news article.
PLAIN = (
    "The talks went on until late in the evening, and neither side wanted to speak of a breakthrough.",
    "Residents described long queues at the border, where volunteers handed out blankets and tea.",
    "Analysts disagree about how long the stocks will last and who could replace them.",
    "The opposition called the decision premature and asked for a debate in the full chamber.",
    "Officials declined to comment, saying only that consultations among the partners would continue.",
)


def _ours(example: Example) -> Sequence[Claim]:
    return extract(example.text, language=example.language, published=example.published)


def _percent(ratio: float | None) -> str:
    return "not scored" if ratio is None else f"{100 * ratio:.1f} %"


def _summary(score: Score) -> str:
    if not score.labelled:
        return f"{score.found} found, none wanted"
    parts = (score.precision(), score.recall(), score.f1(), score.f1("lenient"))
    return "P {} R {} F1 {} lenient {}".format(*(_percent(part).replace(" %", "") for part in parts))


def _score(examples: Sequence[Example]) -> Score:
    return by_phenomenon(
        score_all(examples, lambda text, language, day: extract(text, language=language, published=day))
    )["all"]


def _quality_rows(part: str, examples: Sequence[Example]) -> Iterator[Row]:
    """Rows for one part of the labelled sentences: in all, per field, per phenomenon."""
    scores = by_phenomenon(
        score_all(examples, lambda text, language, day: extract(text, language=language, published=day))
    )
    whole = scores["all"]
    yield f"{part}: F1 of value + unit", "≥ 93 %", _percent(whole.f1())
    yield f"{part}: F1, any percentage one unit", "≥ 98 %", _percent(whole.f1("lenient"))
    for name, goal in (
        ("offsets", "100 %"), ("span", ""), ("bound", "≥ 95 %"), ("bound not exact", "≥ 90 %"), ("kind", ""),
        ("period", "≥ 90 %"), ("period stated", ""), ("base period", ""),
    ):  # fmt: skip
        yield f"{part}: {name}", goal, _percent(whole.ratio(name))
    for name in PARTY_FIELDS:
        goal = "" if name == "speaker" else "≥ 80 %"
        empty = _percent(whole.ratio(f"{name} empty"))
        yield f"{part}: {name}", goal, f"{_percent(whole.ratio(name))}, kept empty {empty}"
    for name, score in scores.items():
        if name != "all":
            yield f"{part}: {name}", "", _summary(score)


def _language_rows() -> Iterator[Row]:
    """Two rows for each other language and part of its sentences: the figures, and what is said of them."""
    for language in languages():
        for part, folder in (("development", EXAMPLES / language), *_unseen()):
            examples = _read(folder, language)
            if language != "en" and examples:
                score = _score(examples)
                yield f"{language}, {part}", "", _summary(score)
                yield f"{language}, {part}: fields", "", _fields(score)


def _unseen() -> Iterator[tuple[str, Path]]:
    """The parts that are never looked at one by one, with their folders."""
    for name in UNSEEN:
        yield name.replace("_", " "), EXAMPLES / name


def _fields(score: Score) -> str:
    """Bound, period and the parties' fields of one score, in per cent."""
    names = ("bound", "period", "period stated", *PARTY_FIELDS)
    return ", ".join(f"{name} {_percent(score.ratio(name)).replace(' %', '')}" for name in names)


def _speed_by_language() -> Iterator[Row]:
    """How many characters a second are read in each language, as a multiple of English in the same run."""
    english = _characters_per_second("en")
    for language in languages():
        if language != "en" and (own := _characters_per_second(language)):
            yield f"{language}: speed, times English", "≥ 0.8 ×", f"{own / english:.2f} ×"


def _characters_per_second(language: str) -> float:
    """The better of two runs over the development sentences of a language, 0 where it has none."""
    text = "\n".join(example.text.replace("\n", " ") for example in _read(EXAMPLES / language, language))
    if not text:
        return 0.0
    long = (text + "\n") * max(1, LANGUAGE_CHARACTERS // len(text))
    seconds = []
    for _ in range(2):
        start = time.perf_counter()
        extract(long, language)
        seconds.append(time.perf_counter() - start)
    return len(long) / min(seconds)


def _comparison_rows(name: str, examples: Sequence[Example], only: str = "") -> Iterator[Row]:
    """Rows for money and percentages read by us and by the other tools."""
    ours = [_ours(example) for example in examples]
    yield f"{name}: this project", "", _summary(compare(examples, ours, only))
    texts = [example.text for example in examples]
    for tool in TOOLS:
        try:
            measured = _summary(compare(examples, ask(tool, texts).claims, only))
        except Unavailable as problem:
            measured = f"not measured: {problem}"
        yield f"{name}: {tool}", "", measured


def _megabytes_per_second(text: str, seconds: float) -> float:
    return len(text.encode()) / 1e6 / seconds


def _speed_rows(name: str, goal: str, goal_ratio: str, paragraph: str) -> Iterator[Row]:
    """Rows for the speed on one text, ours and theirs, and how many times faster we are."""
    long = (paragraph + "\n") * max(1, OWN_BYTES // len(paragraph))
    extract(paragraph)
    start = time.perf_counter()
    extract(long)
    ours = _megabytes_per_second(long, time.perf_counter() - start)
    yield f"{name}: this project", goal, f"{ours:.1f} MB/s"
    # The others are slow: they read every so many lines of the same text.
    lines = paragraph.splitlines()
    texts = lines[:: max(1, len(paragraph) // COMPETITOR_BYTES)]
    for tool in TOOLS:
        try:
            theirs = _megabytes_per_second("\n".join(texts), ask(tool, texts).seconds)
        except Unavailable as problem:
            yield f"{name}: {tool}", "", f"not measured: {problem}"
            continue
        wanted = goal_ratio if tool == "quantulum3" else ""
        yield f"{name}: times as fast as {tool}", wanted, f"{ours / theirs:.0f} × ({theirs:.4f} MB/s)"


def _news(examples: Iterable[Example]) -> str:
    """Paragraphs in which one sentence in six states a figure."""
    lines = []
    for number, example in enumerate(examples):
        plain = [PLAIN[(number + step) % len(PLAIN)] for step in range(5)]
        lines.append(" ".join([*plain[:2], example.text.replace("\n", " "), *plain[2:]]))
    return "\n".join(lines)


def _read(folder: Path, language: str = "en") -> list[Example]:
    """The examples of a language below a folder; the other tools are asked in English."""
    examples = [example for path in sorted(folder.rglob("*.jsonl")) for example in read_examples(path)]
    return [example for example in examples if example.language == language]


def run() -> list[Row]:
    """All rows: name, goal (empty where there is none), measured."""
    development = _read(EXAMPLES / "en")
    unseen = {name: examples for name, folder in _unseen() if (examples := _read(folder))}
    rows = list(_quality_rows("development", development))
    for name, examples in unseen.items():
        rows += _quality_rows(name, examples)
    rows += _comparison_rows("money and percentages, development", development)
    for name, examples in unseen.items():
        rows += _comparison_rows(f"money and percentages, {name}", examples)
    for stem, only in (("currency", "money"), ("percent", "percent")):
        path = FOLDER / f"{stem}-english.json"
        name = f"public benchmark, {stem}"
        if path.exists():
            rows += _comparison_rows(name, list(read_specification(path, "en")), only)
        else:
            rows.append((name, "", "not measured: ../shared/bench/recognizers-text is missing"))
    rows += _language_rows()
    rows += _speed_by_language()
    sentences = [example for example in development if example.figures and len(example.text) <= LONGEST]
    dense = "\n".join(example.text.replace("\n", " ") for example in sentences)
    rows += _speed_rows("news text", "≥ 30 MB/s", "≥ 400 ×", _news(sentences))
    rows += _speed_rows("a figure in every sentence", "≥ 5 MB/s", "", dense)
    return rows


if __name__ == "__main__":
    for name, goal, measured in run():
        print(f"{name:55} {goal:10} {measured}")
