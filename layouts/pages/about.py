"""What the words mean, how to read the marks, where the data come from and who may use them."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from figures.records import field_docs
from figures.vocabularies import vocabulary
from layouts.parts.legend import legend

_WORDS = (
    ("Source", "A document that states figures."),
    ("Quote", "The sentence that states a figure, exactly as written."),
    ("Figure", "A published number tied to the sentence that states it."),
    ("Cited figure", "A number from a publication that is cited but not quoted; described in our own words."),
    ("Derived", "Computed from other figures by a stated formula, and drawn hollow."),
    ("Finding", "Figures that contradict, revise or confirm each other, or look like a slip, side by side."),
    ("As stated", "The amount in its own currency and words, before any conversion."),
)
_TABLES = (
    ("status", "How far it has come"),
    ("bound", "Bounds"),
    ("measure", "Measures"),
    ("origin", "Origin of a figure"),
)


def about() -> list[Component]:
    """The page."""
    return [
        html.Header(
            [
                html.H1("About the figures"),
                html.P(
                    "A figure here is never a bare number: it stands with its sentence, its speaker, its day "
                    "and its bound. What a text does not state stays empty.",
                    className="lead",
                ),
            ],
            className="page-head",
        ),
        html.Section([html.H2("Words"), _terms(_WORDS)]),
        html.Section([html.H2("How to read the marks"), legend()]),
        html.Section(
            [
                html.H2("Conversion"),
                html.P(
                    "Amounts are converted with the euro foreign exchange reference rates of the European "
                    "Central Bank: what was spent or delivered by the mean rate of its period, everything else "
                    "by the rate of the day of its statement. Every converted value names its rate and its days; "
                    "where no rate is published, there is no conversion."
                ),
            ]
        ),
        html.Section(
            [
                html.H2("Files"),
                html.Ul(
                    [
                        html.Li(
                            [html.A("figures.csv", href="/figures.csv"), " for spreadsheets and scripts"]
                        ),
                        html.Li([html.A("figures.json", href="/figures.json"), " the same as JSON"]),
                        html.Li(
                            [
                                html.A("figures.zip", href="/figures.zip"),
                                " a data package: CSV, its schema and the data dictionary",
                            ]
                        ),
                    ]
                ),
                html.P("The filters of a page work in the address of a file too."),
            ],
            id="files",
        ),
        html.Section(
            [
                html.H2("Rights"),
                html.P(
                    "The code is under the MIT licence, the compiled data under CC BY 4.0. Quotations remain "
                    "their publishers'. Exchange rates: European Central Bank."
                ),
            ]
        ),
        *[html.Section([html.H2(title), _terms(_rows(name))], id=name) for name, title in _TABLES],
        html.Section([html.H2("Columns of the files"), _terms(_columns())], id="columns"),
    ]


def _rows(name: str) -> list[tuple[str, str]]:
    return [(term.label, term.definition) for term in vocabulary(name).values()]


def _columns() -> list[tuple[str, str]]:
    return [(name, text.replace("`", "")) for name, text in field_docs().items()]


def _terms(rows: tuple[tuple[str, str], ...] | list[tuple[str, str]]) -> Component:
    return html.Dl([html.Div([html.Dt(name), html.Dd(text)]) for name, text in rows], className="terms")
