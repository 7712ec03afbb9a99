"""Nothing in the fields of figures makes the checks fail, and the same figures give the same findings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from figures.checks.findings import find
from figures.checks.implied import implied
from figures.checks.stated import said
from figures.checks.vintage import vintages
from figures.records import Figure, Link

IDS = ["a", "b", "c", "d", "e", "f"]
days = st.sampled_from(
    [None, date(2023, 1, 1), date(2024, 1, 1), date(2024, 6, 30), date(2024, 12, 31), date.max, date.min]
)
amounts = st.none() | st.sampled_from(
    ["0", "1", "-3", "20", "50e9", "20.9e9", "1e-9", "NaN", "Infinity", "1e90"]
).map(Decimal)
links = st.lists(
    st.builds(
        Link,
        st.sampled_from(["part_of", "share_of", "change_of", "same_amount", "derived_from"]),
        st.sampled_from([*IDS, "gone"]),
    ),
    max_size=2,
).map(tuple)


@st.composite
def collections(draw: st.DrawFn) -> list[Figure]:
    one = st.builds(
        Figure,
        source_id=st.sampled_from(["", "one", "two"]),
        publisher=st.sampled_from(["", "one", "two"]),
        speaker=st.sampled_from(["", "A", "B"]),
        quote=st.sampled_from(["", "It says so.", "It says more."]),
        kind=st.sampled_from(["money", "share", "change", "count", "multiple", ""]),
        value=amounts,
        low=amounts,
        high=amounts,
        unit=st.sampled_from(["EUR", "USD", "%", "% of GDP", "pp", "x", "allies", ""]),
        bound=st.sampled_from(["exact", "about", "nearly", "at_least", "less_than", "between", "", "loud"]),
        measure=st.sampled_from(
            ["military_aid", "defence_expenditure", "defence_share_gdp", "gdp", "", "unknown"]
        ),
        actor=st.sampled_from(["NATO Allies", "Canada", ""]),
        programme=st.sampled_from(["", "PURL"]),
        status=st.sampled_from(["spent", "committed", "pledged", "forecast", "", "unknown"]),
        period_start=days,
        period_end=days,
        base_period_start=days,
        base_period_end=days,
        stated_on=days,
        price_basis=st.sampled_from(["", "current"]),
        rate_usd=st.sampled_from([None, Decimal("1.1"), Decimal(0)]),
        value_usd=amounts,
        links=links,
        origin=st.sampled_from(["extracted", "cited", "derived"]),
        exact=st.sampled_from(["", "50 billion", "half"]),
    )
    found = draw(st.lists(one, max_size=len(IDS)))
    return [_named(figure, identity) for figure, identity in zip(found, IDS, strict=False)]


def _named(figure: Figure, identity: str) -> Figure:
    fields = {name: getattr(figure, name) for name in Figure.__dataclass_fields__}
    return Figure(**{**fields, "figure_id": identity})


@settings(max_examples=400)
@given(collections())
def test_any_figures_can_be_checked(figures: list[Figure]) -> None:
    findings = find(figures)
    assert findings == find(figures)
    assert all(set(finding.figure_ids) <= set(IDS) for finding in findings)
    for figure in implied(figures):
        assert said(figure) is not None
        assert {link.relation for link in figure.links} == {"derived_from"}
        assert figure.description
    members = [one for each in vintages(figures) for one in (*filter(None, [each.lead]), *each.history)]
    assert len(members) == len(figures)
