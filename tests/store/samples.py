"""Small hand-made figures for tests of the store, the files and the routes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from figures.records import Figure, Link

PLEDGE = Figure(
    figure_id="a00000000001",
    source_id="agency-2024-10-17",
    kind="money",
    value=Decimal("40000000000"),
    unit="EUR",
    bound="at_least",
    period_text="within a year",
    measure="military_aid",
    actor="NATO Allies",
    recipient="Ukraine",
    status="pledged",
    speaker="Mark Rutte",
    exact="40 billion euros",
    start=58,
    end=74,
    quote="Allies pledged at least 40\u00a0billion euros of military aid within a year.",
    quote_start=34,
    language="en",
    origin="corrected",
    curated_fields=("actor", "recipient"),
    title="Ministers meet",
    publisher="The Agency",
    published_on=date(2024, 10, 17),
    url="https://agency.example/1",
)
HALF = Figure(
    figure_id="a00000000002",
    source_id="agency-2024-10-17",
    kind="money",
    value=Decimal("20900000000"),
    unit="EUR",
    bound="exact",
    period_start=date(2024, 1, 1),
    period_end=date(2024, 6, 30),
    measure="military_aid",
    actor="NATO Allies",
    recipient="Ukraine",
    status="committed",
    quote="They committed EUR 20.9 billion in the first half of 2024.",
    language="en",
    origin="extracted",
    publisher="The Agency",
    published_on=date(2024, 10, 17),
    value_usd=Decimal("22600000000.50"),
    rate_source="ECB",
    annual_value=Decimal("41800000000"),
)
SINCE = Figure(
    figure_id="a00000000003",
    source_id="release-2025-02-12",
    kind="money",
    value=Decimal("700000000000"),
    unit="USD",
    bound="more_than",
    period_start=date(2014, 1, 1),
    measure="extra_defence_expenditure",
    actor="NATO Europe and Canada",
    status="spent",
    origin="extracted",
    published_on=date(2025, 2, 12),
    links=(Link("part_of", "a00000000004"), Link("change_of", "a00000000002")),
)
TARGET = Figure(
    figure_id="a00000000004",
    source_id="release-2025-02-12",
    kind="share",
    value=Decimal("5"),
    unit="% of GDP",
    bound="exact",
    period_end=date(2035, 12, 31),
    measure="defence_share_gdp",
    actor="NATO Allies; Canada",
    status="target",
    origin="confirmed",
    stated_on=date(2025, 2, 11),
)
FALL = Figure(
    figure_id="a00000000005",
    source_id="cited",
    kind="change",
    value=Decimal("-3.5"),
    unit="%",
    bound="about",
    period_start=date(2015, 1, 1),
    period_end=date(2015, 12, 31),
    measure="defence_expenditure_change",
    actor="NATO Europe and Canada",
    status="estimated",
    origin="cited",
    description="=Growth of 2015, in real terms",
    publisher='NATO, table "A"',
    url="https://tables.example/2015?a=1,2",
    also_stated_at=("https://b.example/", "https://c.example/"),
    price_basis="constant:2021",
)
RANGE = Figure(
    figure_id="a00000000006",
    source_id="release-2025-02-12",
    kind="money",
    low=Decimal("1500000000"),
    high=Decimal("2000000000"),
    unit="EUR",
    bound="between",
    measure="loan",
    programme="ERA",
    actor="Norway",
    recipient="Ukraine",
    status="planned",
    origin="curated",
    quote="Oslo plans loans of between 1.5 and 2 billion euros.\nMore may follow.",
)
FIGURES = (PLEDGE, HALF, SINCE, TARGET, FALL, RANGE)


def many(number: int) -> tuple[Figure, ...]:
    """That many figures with ids of their own, for measurements."""
    fields: tuple[dict[str, Any], ...] = tuple(
        {name: getattr(figure, name) for name in Figure.__dataclass_fields__} for figure in FIGURES
    )
    return tuple(
        Figure(**{**fields[place % len(fields)], "figure_id": f"{place:012x}"}) for place in range(number)
    )
