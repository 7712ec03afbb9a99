"""The checks over the figures that this project publishes."""

from __future__ import annotations

import pytest

from figures.checks.findings import find
from figures.checks.implied import implied
from figures.checks.vintage import vintages
from figures.records import Figure
from figures.store.files import read_figures
from figures.vocabularies import data_folder


@pytest.fixture(scope="module")
def figures() -> tuple[Figure, ...]:
    return read_figures(data_folder() / "figures.csv")


@pytest.mark.parametrize(
    "formula",
    [
        "USD 485 billion in 2024 ÷ (100% + nearly 20%) = more than USD 403.7 billion in 2023",
        "more than 50% of more than EUR 50 billion in 2024 = more than EUR 25 billion in 2024",
        "more than EUR 50 billion in 2024 − EUR 20.9 billion in the first half of 2024 = "
        "more than EUR 29 billion in the second half of 2024",
    ],
)
def test_what_follows_from_the_source_documents(figures: tuple[Figure, ...], formula: str) -> None:
    found = {figure.description: figure for figure in implied(figures)}
    assert formula in found
    parents = {link.target for link in found[formula].links}
    assert all(figure.quote for figure in figures if figure.figure_id in parents)


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("suspect", "more than EUR 35 billion and USD 35 billion; the same number in two currencies"),
        ("revision", "in 2023: 11% on 14 February 2024, after 8.3% on 7 July 2023"),
        (
            "revision",
            "22 allies on 24 April 2025, after 23 allies on 17 June 2024 and 18 allies on 14 February 2024",
        ),
        ("agreement", "EUR 20.9 billion and USD 22.7 billion, by two publishers, are the same amount"),
    ],
)
def test_known_findings(figures: tuple[Figure, ...], kind: str, part: str) -> None:
    assert [one for one in find(figures) if one.kind == kind and part in one.sentence]


def test_every_figure_is_in_one_vintage(figures: tuple[Figure, ...]) -> None:
    found = vintages(figures)
    members = [one.figure_id for each in found for one in (*filter(None, [each.lead]), *each.history)]
    assert sorted(members) == sorted(one.figure_id for one in figures)
