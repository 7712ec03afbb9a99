"""Openings: the country that a sentence opens with as its place: "In Denmark, the fund will be cut to"."""

from __future__ import annotations

from figures.extraction.parties.owners import Case
from figures.extraction.scenes.groups import Group

_OPENING = 8  # from the start of the sentence to the country: "In the "


def opened_by(case: Case) -> Group | None:
    """The country in which all happens that a sentence tells, None where it opens with none."""
    scene, group = case.scene, case.groups[0]
    opens = group.link == "in" and group.form == "name" and group.start - scene.start <= _OPENING
    return group if opens and not group.receiver and scene.text[group.end : group.end + 1] == "," else None
