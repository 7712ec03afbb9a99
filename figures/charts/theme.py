"""Colours, type and the empty layout that every chart shares.

The hues keep apart for colour-blind readers and reach a contrast of 3 to 1 on their paper; a hue
belongs to an actor, whatever the filters are, and shape and fill say the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from figures.wording import locale_of

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "showSendToCloud": False,
    "displayModeBar": "hover",
    "modeBarButtons": [["toImage"]],
    "scrollZoom": False,
    "doubleClick": False,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of one scheme."""

    paper: str
    ink: str
    muted: str
    grid: str
    rule: str
    hues: tuple[str, ...]
    other: str
    flag: str


LIGHT = Palette(
    paper="#ffffff", ink="#1b2430", muted="#566170", grid="#e9ebee", rule="#8b95a1",
    hues=("#1d5fa6", "#c24a14", "#00796b", "#84489e", "#8a6500", "#b0306a"), other="#66717e", flag="#a8271b",
)  # fmt: skip
DARK = Palette(
    paper="#171c23", ink="#e9edf2", muted="#a5afbb", grid="#29313b", rule="#6f7a87",
    hues=("#6caef5", "#f2905f", "#45c4ab", "#c79ae0", "#dcb444", "#f083b4"), other="#98a3af", flag="#ff9d8f",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How a reader looks at the charts: language, currency, scheme, width, and the order of hues.

    `actors` are the names that get a hue, the most frequent first; all others share a grey. `findings`
    are the addresses of open findings by the ids of the figures that they are about.
    """

    language: str = "en"
    currency: str = "original"
    dark: bool = False
    narrow: bool = False
    actors: tuple[str, ...] = ()
    findings: Mapping[str, str] = field(default_factory=dict)

    @property
    def palette(self) -> Palette:
        """The colours of the scheme."""
        return DARK if self.dark else LIGHT

    @property
    def width(self) -> int:
        """About how many pixels lie between the left and the right end of the axes."""
        return 300 if self.narrow else 605

    def hue(self, actor: str) -> str:
        """The colour of an actor.

        >>> View(actors=("NATO Allies",)).hue("NATO Allies"), View().hue("Spain")
        ('#1d5fa6', '#66717e')
        """
        if actor in self.actors[: len(self.palette.hues)]:
            return self.palette.hues[self.actors.index(actor)]
        return self.palette.other


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart as Plotly reads it, and what to say about it.

    `height` is in pixels; `drawn` are the ids of the figures that have a mark, `notes` say what is left out and why,
    `summary` describes the chart to those who do not see it.
    """

    spec: dict[str, Any]
    height: int
    drawn: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    summary: str = ""


def layout(view: View, axes: dict[str, Any], annotations: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The layout of a chart: our own look around the axes and annotations given."""
    palette = view.palette
    symbols = locale_of(view.language).number_symbols["latn"]
    return {
        "margin": {
            "l": 44 if view.narrow else 52,
            "r": 14 if view.narrow else 120,
            "t": 8,
            "b": 30,
            "pad": 4,
        },
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 12, "color": palette.ink},
        "hovermode": "closest",
        "hoverdistance": 18,
        "dragmode": False,
        "showlegend": False,
        "separators": symbols["decimal"] + symbols["group"],
        "hoverlabel": {
            "bgcolor": palette.paper,
            "bordercolor": palette.rule,
            "align": "left",
            "font": {"family": FONT, "size": 13, "color": palette.ink},
        },
        "modebar": {"bgcolor": palette.paper, "color": palette.rule, "activecolor": palette.ink},
        "barmode": "overlay",
        "annotations": list(annotations),
        **axes,
    }


def value_axis(
    view: View, span: tuple[float, float], domain: tuple[float, float], suffix: str = ""
) -> dict[str, Any]:
    """A vertical axis of amounts: faint lines, no frame, figures in grey."""
    palette = view.palette
    return {
        "range": list(span),
        "domain": list(domain),
        "fixedrange": True,
        "gridcolor": palette.grid,
        "zeroline": True,
        "zerolinecolor": palette.rule,
        "zerolinewidth": 1,
        "nticks": 5,
        "tickfont": {"color": palette.muted, "size": 12},
        "ticksuffix": suffix,
        "tickformat": ",~f",
        "automargin": False,
    }


def heading(view: View, text: str, top: float) -> dict[str, Any]:
    """The title of a panel, at the left above its axis; `top` as a part of the chart's height."""
    return {
        "text": f"<b>{text}</b>",
        "xref": "paper", "yref": "paper", "x": 0, "xanchor": "left", "xshift": -44 if view.narrow else -52,
        "y": top, "yanchor": "bottom", "yshift": 6, "showarrow": False, "align": "left",
        "font": {"size": 12 if view.narrow else 13, "color": view.palette.ink},
    }  # fmt: skip
