"""Which figures share a line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from figures.charts.series import series_of
from figures.records import Figure


def extra(since: int, until: int, measure: str = "extra_defence_expenditure") -> Figure:
    return Figure(
        kind="money", unit="USD", value=Decimal(10**11), measure=measure, actor="NATO Europe and Canada",
        period_start=date(since, 1, 1), period_end=date(until, 12, 31),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(extra(2014, 2023), extra(2014, 2024), True, id="sums since one year"),
        pytest.param(extra(2014, 2023), extra(2016, 2024), False, id="sums since two years"),
        pytest.param(
            extra(2023, 2023, "defence_expenditure"), extra(2024, 2024, "defence_expenditure"), True,
            id="spending of two years",
        ),
    ],
)  # fmt: skip
def test_sums_since_different_days_share_no_line(one: Figure, other: Figure, same: bool) -> None:
    assert (series_of(one) == series_of(other)) is same
