"""Carried context: of whom and of what a sentence goes on to speak that does not say it anew.

"Norway will send arms worth €300 million to Ukraine. The package includes 20 tanks." The second
sentence names nobody, and its tanks are Norway's. What the last sentence with figures said, or a
party named since, is carried into one that names no party and no company of its own, begins with
nothing but a plain subject ("the package", "the government", "spending"), and is about the same
kind of matter. Two parties that it could be are none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from figures.extraction.governors import governors
from figures.extraction.marks import Mark
from figures.extraction.measure_signs import AID
from figures.extraction.measures import Subject
from figures.extraction.parties import Parties
from figures.extraction.party_names import PARTY, is_adversary, is_receiver
from figures.extraction.quantities import Quantity
from figures.extraction.scenes import Scene
from figures.extraction.sentences import Sentence

_REACH = 600  # code points back to the sentence that says it
_GIVEN = AID | {"equipment", "people"}
_SPENDING = "defence_expenditure"
_WORD = re.compile(r"[^\W_][\w’'-]*+")
# Tags of words that a plain subject may consist of, or that stand at its beginning.
_PLAIN = frozenset({
    "measure", "state", "agent", "article", "pronoun", "joiner", "link", "bound", "whole", "extra", "since", "break",
    "modal", "auxiliary", "programme", "distribution", "spend", "step", "defence",
})  # fmt: skip
_ELSEWHERE = frozenset({"to", "for", "against", "help"})


class Said(NamedTuple):
    """What a sentence with figures said: whose it was, for whom, and of what."""

    sentence: Sentence
    actors: tuple[str, ...]
    recipient: str
    measure: str


class Course:
    """The course of one document, from figure to figure.

    `spot` finds the marks between two places of its text.
    """

    def __init__(self, spot: Callable[[int, int], Sequence[Mark]]) -> None:
        """For a document of which nothing is read yet."""
        self._spot = spot
        self._said: Said | None = None

    def measures(self, scene: Scene, subjects: Sequence[Subject]) -> list[Subject]:
        """The subjects of a scene, amounts without a measure with that of what they go on with."""
        said = self._near(scene.start)
        if said is None or not said.measure or all(s.measure for s in subjects) or _names_others(scene):
            return list(subjects)
        return [
            subject if subject.measure else subject._replace(measure=_go_on(scene, place, said.measure))
            for place, subject in enumerate(subjects)
        ]

    def parties(
        self, scene: Scene, subjects: Sequence[Subject], sides: Sequence[Parties]
    ) -> tuple[list[Parties], Sentence | None]:
        """The parties of a scene with those that are carried into it, and the sentence they are carried from.

        Remembers what the scene says. The sentence is None where nothing is carried, or only a name from
        a sentence without figures.
        """
        found = list(sides)
        source = None
        if any(_is_open(*each) for each in zip(subjects, sides, strict=True)) and not _names_others(scene):
            said = self._near(scene.start)
            actors = self._actors(scene.start, said)
            for place, (subject, side) in enumerate(zip(subjects, sides, strict=True)):
                if not _is_open(subject, side) or (said is not None and not _same_kind(said, subject)):
                    continue
                goes_on = said is not None and said.actors == actors
                recipient = side.recipient
                if said is not None and goes_on and not recipient and subject.measure in _GIVEN:
                    recipient = said.recipient
                found[place] = Parties(actors, False, "" if recipient in actors else recipient)
                if said is not None and goes_on and found[place] != side:
                    source = said.sentence
        self._remember(scene, subjects, found)
        return found, source

    def _near(self, start: int) -> Said | None:
        said = self._said
        return said if said is not None and start - said.sentence.end <= _REACH else None

    def _actors(self, start: int, said: Said | None) -> tuple[str, ...]:
        """Of whom the text spoke last before a place, () where it is nobody or not clear."""
        since = max(said.sentence.end if said is not None else 0, start - _REACH)
        named = {
            mark.value
            for mark in self._spot(since, start)
            if mark.tag.startswith(PARTY) and not is_receiver(mark.value) and not is_adversary(mark.value)
        }
        if said is None:
            return tuple(named) if len(named) == 1 else ()
        if not named or said.actors == tuple(named):
            return said.actors
        return tuple(named) if len(named) == 1 and not said.actors else ()

    def _remember(self, scene: Scene, subjects: Sequence[Subject], sides: Sequence[Parties]) -> None:
        # What each of several gives is no matter of all of them together.
        actors = {side.actors if not side.each else () for side in sides if side.actors}
        recipients = {side.recipient for side in sides if side.recipient}
        measures = [subject.measure for subject in subjects if subject.measure]
        if not actors and not measures and not _names_others(scene):
            return  # it says nothing that another sentence could go on with
        measure = measures[0] if len(set(map(_kind, measures))) == 1 else ""
        said = self._near(scene.start)
        if said is not None and said.measure in AID and measure in _GIVEN - AID and said.actors in actors:
            measure = said.measure  # the arms of a package, of which more amounts may follow
        self._said = Said(
            Sentence(scene.start, scene.end),
            actors.pop() if len(actors) == 1 else (),
            recipients.pop() if len(recipients) == 1 else "",
            measure,
        )


def _is_open(subject: Subject, side: Parties) -> bool:
    return bool(subject.measure) and not side.actors


def _same_kind(said: Said, subject: Subject) -> bool:
    return not said.measure or _kind(said.measure) == _kind(subject.measure)


def _kind(measure: str) -> str:
    """Aid or spending: what may follow each other about one matter."""
    return "aid" if measure in _GIVEN else "spending"


def _go_on(scene: Scene, place: int, measure: str) -> str:
    """The measure of an amount or change that goes on with what was said, "" where it may be another."""
    quantity = scene.quantities[place]
    if quantity.kind == "money" and measure in AID:
        told = any(mark.value == "support" for mark in scene.tagged("measure"))
        return measure if told or _is_listed(scene, quantity) else ""
    if _kind(measure) == "spending" and measure.startswith("defence_"):
        act = governors(scene)[place]
        spends = "spend" in scene.tags or any(mark.value == "budgeted" for mark in scene.tagged("state"))
        if not spends or "other_base" in scene.tags or act is None:
            return ""
        if quantity.kind == "money":
            return _SPENDING
        if quantity.kind in {"change", "multiple"}:
            return "defence_expenditure_change"
    return ""


def _is_listed(scene: Scene, quantity: Quantity) -> bool:
    """Whether an amount opens an item of a list: "- £20 million for repairs"."""
    return not scene.acts and _WORD.search(scene.text, scene.start, quantity.start) is None


def _names_others(scene: Scene) -> bool:
    """Whether a sentence names whom it is about itself: a party, a company, or a name no table knows."""
    if any(not group.receiver and group.link not in _ELSEWHERE for group in scene.groups):
        return True
    if any(mark.value == "private" for mark in scene.tagged("agent")):
        return True
    end = min([scene.quantities[0].start, *(act.start for act in scene.acts)])
    first = _WORD.search(scene.text, scene.start, end)
    if first is None:
        return False
    known = [mark for mark in scene.marks if mark.start < end]
    if not any(mark.start == first.start() and mark.tag in _PLAIN for mark in known):
        return True
    return any(
        word[0][0].isupper() and not any(mark.start <= word.start() < mark.end for mark in known)
        for word in _WORD.finditer(scene.text, first.end(), end)
    )
