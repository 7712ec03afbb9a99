"""How to read the marks: shape, fill, bounds, lines."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

_ROWS = (
    ("quoted", "A figure whose sentence is quoted"),
    ("cited", "A cited figure, in our own words"),
    ("aim", "A diamond: a target, pledge, plan or forecast"),
    ("derived", "Derived from other figures, or a year at the same pace"),
    ("open-up", "“At least”, “more than”: open upwards"),
    ("open-down", "“Up to”, “less than”: open downwards"),
    ("about", "“About”: near it on either side"),
    ("nearly", "“Nearly”: just below"),
    ("between", "“Between”: from one end to the other"),
    ("older", "An older statement of the same thing"),
    ("flag", "An open finding: choose it to see why"),
    ("line", "A line joins neighbouring years of one series"),
    ("period", "A bar spans the period a figure covers"),
)


def legend() -> Component:
    """The list of marks with their meanings."""
    return html.Ul(
        [html.Li([html.Span(className=f"mark mark-{name}"), text]) for name, text in _ROWS],
        className="legend",
    )
