from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.checks.vintage import vintages
from figures.records import Figure
from tests.checks.making import figure

GROWTH = {
    "measure": "defence_expenditure_change",
    "actor": "NATO Europe and Canada",
    "period": "2023",
    "base": "2022",
}
ALLIES = {"measure": "allies_at_guideline", "actor": "NATO Allies", "period": "2024"}
AID = {"measure": "military_aid", "recipient": "Ukraine", "period": "2024", "status": "pledged"}


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        # The newest statement leads, whatever the order of the figures.
        (
            [
                figure("a", "18 allies", status="forecast", day="2024-02-14", **ALLIES),
                figure("b", "22 allies", status="estimated", day="2025-04-24", **ALLIES),
                figure("c", "23 allies", status="forecast", day="2024-06-17", **ALLIES),
            ],
            ["b < c a"],
        ),
        # One without a day never leads, and comes last.
        (
            [
                figure("a", "8.3 %", status="forecast", **GROWTH),
                figure("b", "11 %", status="estimated", day="2024-02-14", **GROWTH),
                figure("c", "9 %", status="forecast", day="2023-07-07", **GROWTH),
            ],
            ["b < c a"],
        ),
        # Alone it stands for itself; of several nobody can say which is newest.
        ([figure("a", "8.3 %", status="forecast", **GROWTH)], ["a <"]),
        (
            [
                figure("a", "8.3 %", status="forecast", **GROWTH),
                figure("b", "11 %", status="spent", **GROWTH),
            ],
            ["None < b a"],
        ),
        # On one day what is further along, then what is quoted.
        (
            [
                figure("a", "11 %", status="forecast", day="2024-02-14", **GROWTH),
                figure("b", "10 %", status="spent", day="2024-02-14", quote="", **GROWTH),
                figure("c", "12 %", status="spent", day="2024-02-14", **GROWTH),
            ],
            ["c < b a"],
        ),
        # A plan is no outcome; another year, scope or price basis is another thing.
        (
            [
                figure("a", "11 %", status="planned", day="2024-02-14", **GROWTH),
                figure("b", "10 %", status="spent", day="2024-02-14", **GROWTH),
                figure("c", "10 %", status="spent", day="2024-02-15", price_basis="current", **GROWTH),
                figure("d", "10 %", status="spent", day="2024-02-15", **{**GROWTH, "actor": "NATO Allies"}),
                figure("e", "10 %", status="spent", day="2024-02-15", **{**GROWTH, "period": "2024"}),
            ],
            ["a <", "b <", "c <", "d <", "e <"],
        ),
        # Packages of one country are no history of each other, and neither are sums that differ by half.
        (
            [
                figure("a", "1 bn EUR", actor="Sweden", day="2024-02-14", **AID),
                figure("b", "1.2 bn EUR", actor="Sweden", day="2024-03-14", **AID),
            ],
            ["a <", "b <"],
        ),
        (
            [
                figure("a", "50 bn EUR", actor="NATO Allies", day="2024-02-14", **AID),
                figure("b", "45 bn EUR", actor="NATO Allies", day="2024-03-14", **AID),
                figure("c", "5 bn EUR", actor="NATO Allies", day="2024-04-14", **AID),
            ],
            ["b < a", "c <"],
        ),
        # What is not clear enough to be compared stands alone.
        (
            [
                figure("a", "11 %", day="2024-02-14", **GROWTH),
                figure("b", "10 %", day="2024-03-14", **GROWTH),
                figure("c", "30 tanks", "equipment"),
            ],
            ["a <", "b <", "c <"],
        ),
        ([], []),
    ],
)
def test_vintages(figures: list[Figure], expected: list[str]) -> None:
    for given_ in (figures, figures[::-1]):
        found = [
            f"{vintage.lead.figure_id if vintage.lead else None} < "
            f"{' '.join(one.figure_id for one in vintage.history)}".rstrip()
            for vintage in vintages(given_)
        ]
        assert sorted(found) == sorted(expected)


def test_the_order_is_that_of_the_first_of_each() -> None:
    figures = [
        figure("x", "30 tanks", "equipment"),
        figure("a", "11 %", status="spent", day="2024-02-14", **GROWTH),
        figure("y", "40 tanks", "equipment"),
        figure("b", "10 %", status="spent", day="2024-03-14", **GROWTH),
    ]
    assert [vintage.shown[0].figure_id for vintage in vintages(figures)] == ["x", "b", "y"]


def test_where_none_can_lead_all_are_shown() -> None:
    figures = [figure("a", "8 %", status="spent", **GROWTH), figure("b", "9 %", status="spent", **GROWTH)]
    (vintage,) = vintages(figures)
    assert [one.figure_id for one in vintage.shown] == ["a", "b"]


@given(
    st.lists(
        st.tuples(st.sampled_from(["8 %", "9 %", "20 %"]), st.sampled_from(["", "2024-02-14", "2024-03-14"])),
        max_size=8,
    )
)
def test_every_figure_is_in_one_vintage_and_a_dated_one_leads(stated: list[tuple[str, str]]) -> None:
    figures = [
        figure(str(number), amount, status="spent", day=day, **GROWTH)
        for number, (amount, day) in enumerate(stated)
    ]
    found = vintages(figures)
    members = [
        one.figure_id for vintage in found for one in (*filter(None, [vintage.lead]), *vintage.history)
    ]
    assert sorted(members) == sorted(one.figure_id for one in figures)
    for vintage in found:
        days = [one.stated_on for one in vintage.history if one.stated_on]
        if vintage.lead is None:
            assert not days
        elif vintage.history:
            assert vintage.lead.stated_on is not None
            assert all(day <= vintage.lead.stated_on for day in days)
