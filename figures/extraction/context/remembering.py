"""Remembering: what a sentence with figures leaves behind, for later ones to go on with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from figures.extraction.context.going_on import RECEIVED, kind_of
from figures.extraction.context.said import Said
from figures.extraction.measures import Matter
from figures.extraction.measures.signs import AID
from figures.extraction.parties.sides import Parties
from figures.extraction.scenes import Scene
from figures.extraction.sentences import Sentence
from figures.extraction.words.party_names import is_alliance

_SPENDING = "defence_expenditure"


def remembered(
    said: Said | None,
    scene: Scene,
    matters: Sequence[Matter],
    sides: Sequence[Parties],
    others: Callable[[], bool],
) -> Said | None:
    """What a scene says that another sentence could go on with, None where it says nothing of that sort.

    `said` is what was told before it, `others` whether it names a company or a name of its own.
    """
    # What each of several gives is no matter of all of them together.
    actors = {side.actors if not side.each else () for side in sides if side.actors}
    if len(actors) > 1:  # who holds the guideline that a country meets does not act
        actors = {names for names in actors if not any(map(is_alliance, names))}
    recipients = {side.recipient for side in sides if side.recipient}
    measures = [matter.measure for matter in matters if matter.measure]
    if _SPENDING in measures and not recipients:  # what is bought is no other matter
        bought = [matter.status == "committed" for matter in matters if matter.measure]
        measures = [m for m, own in zip(measures, bought, strict=True) if not (own and m == "equipment")]
    states = {matter.status for matter in matters if matter.measure}
    if not actors and not measures and not others():
        return None
    measure = measures[0] if len(set(map(kind_of, measures))) == 1 else ""
    here = Sentence(scene.start, scene.end)
    if said is not None:
        alike = kind_of(said.measure) == kind_of(measure)
        if said.measure and alike and not actors and recipients <= {said.recipient} and not others():
            return said._replace(sentence=here)
        if said.measure in AID and measure in RECEIVED - AID and said.actors in actors:
            measure = said.measure  # the arms of a package, of which more amounts may follow
        if not measure and said.actors in actors:
            measure = said.measure
        if kind_of(said.measure) == kind_of(measure) == "aid" and not recipients:
            recipients = {said.recipient}
        if not actors and not others():
            actors = {said.actors}
    return Said(
        here,
        actors.pop() if len(actors) == 1 else (),
        recipients.pop() if len(recipients) == 1 else "",
        measure,
        states.pop() if len(states) == 1 else "",
    )
