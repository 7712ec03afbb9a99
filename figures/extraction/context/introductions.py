"""Introductions: the line that opens a list, and says of whom and of what all its items are.

"The package for Ukraine includes:" before lines of their own for each item.
"""

from __future__ import annotations

from collections.abc import Sequence

from figures.extraction.words.marks import Mark

_REACH = 900  # code points from the introduction to an item
_LONGEST_ITEM = 240
_LONGEST_TITLE = 120
_MEASURES = {"aid": "total_aid", "support": "total_aid"}
_UNDER = {"future": "pledged", "planned": "planned", "forecast": "forecast", "required": "required"}
_SPENDING = "defence_expenditure"
_OF_AID = frozenset({"military_aid", "total_aid", "loan"})


def introduction(text: str, start: int, since: int = 0) -> tuple[int, int] | None:
    r"""Where the line that introduces the list with an item at `start` begins and ends, None without one.

    Of a line that began before `since` it is the sentence that ends it.

    >>> introduction("Sent so far:\n- 5 tanks\n- 7 guns", 24)
    (0, 12)
    >>> introduction("Sent so far: 5 tanks.", 13)
    """
    colon = text.rfind(":\n", max(0, start - _REACH), start)
    if colon < 0:
        return None
    items = text[colon + 2 : start].split("\n")
    if any(len(item) > _LONGEST_ITEM or ". " in item for item in items):
        return None
    first = text.rfind("\n", 0, colon) + 1
    last = text.rfind(". ", since - 1, colon) if first < since <= colon else -1
    return (last + 2 if last >= 0 else first), colon + 1


def title(text: str) -> tuple[int, int] | None:
    r"""Where the heading of a text begins and ends, None where it opens with a sentence.

    >>> title("Arms for Kyiv\n\nNorway sends 5 tanks."), title("Norway sends 5 tanks.")
    ((0, 13), None)
    """
    end = text.find("\n", 0, _LONGEST_TITLE + 1)
    return (0, end) if end > 0 and text[end - 1] not in ".!?:,;" else None


def state(marks: Sequence[Mark]) -> str:
    """The state that the words of an introduction tell, "" where they tell none or several.

    >>> state([Mark(0, 4, "modal", "future"), Mark(5, 9, "give", "delivered")])
    'pledged'
    """
    last = next((place for place, mark in enumerate(marks) if mark.tag == "modal"), None)
    if last is not None and any(mark.tag in {"give", "receive"} for mark in marks[last:]):
        return _UNDER.get(marks[last].value, "")
    told = {mark.value for mark in marks if mark.tag in {"give", "state"} and mark.value != "none"}
    return told.pop() if len(told) == 1 else ""


def told_measure(marks: Sequence[Mark], spending: bool = False) -> str:
    """The kind of aid that the words of an introduction tell, or of `spending`, "" where they tell none."""
    told = [_MEASURES.get(mark.value, mark.value) for mark in marks if mark.tag == "measure"]
    if spending and _SPENDING in told:
        return _SPENDING
    told = [measure for measure in told if measure in _OF_AID]
    return "military_aid" if "military_aid" in told else told[0] if told else ""
