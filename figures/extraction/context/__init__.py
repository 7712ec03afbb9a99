"""Carried context: of whom and of what a sentence goes on to speak that does not say it anew.

"Norway will send arms worth €300 million to Ukraine. The package includes 20 tanks." The second
sentence names nobody, and its tanks are Norway's. What the last sentence with figures said, or a
party named since, is carried into one that names no other party and no company or name of its own,
and is about the same kind of matter. Two parties that it could be are none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial

from figures.extraction.context.going_on import RECEIVED, is_handled, is_open, is_state, kind_of
from figures.extraction.context.homes import Home
from figures.extraction.context.introductions import introduction, state, title, told_measure
from figures.extraction.context.matters import carried_on
from figures.extraction.context.named import ASIDE, named_by_themselves, receivers_named
from figures.extraction.context.naming import Names, is_labelled
from figures.extraction.context.remembering import remembered
from figures.extraction.context.said import Said, as_listed, in_state, is_received, same_kind
from figures.extraction.context.sole import is_of_home, sole_party
from figures.extraction.context.topics import Topics
from figures.extraction.measures import Matter
from figures.extraction.measures.signs import AID
from figures.extraction.parties.completing import hangs_on
from figures.extraction.parties.sides import Parties
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.datelines import without_datelines
from figures.extraction.scenes.governors import governors
from figures.extraction.scenes.subjects import is_taken_up
from figures.extraction.sentences import Sentence
from figures.extraction.sentences.lists import is_item
from figures.extraction.words.marks import Mark
from figures.extraction.words.party_names import PARTY, is_alliance, is_receiver

_TAKEN_UP = frozenset({"parcel", "whole", "again"})  # "The new tranche is for:"
_REACH = 600  # code points back to the sentence that says it


class Course:
    """The course of one document, from figure to figure.

    `spot` finds the marks between two places of its text, `names` the names in it that no table
    knows, `speaker` the person who states what stands at a place of a sentence, `topics` what sentences
    without figures are about.
    """

    def __init__(
        self,
        text: str,
        spot: Callable[[int, int], Sequence[Mark]],
        names: Names,
        speaker: Callable[[Sentence, int], str],
        home: Home,
        topics: Topics,
    ) -> None:
        """For a document at `home` somewhere, of which nothing is read yet."""
        self._text = text
        self._spot = spot
        self._names = names
        self._speaker = speaker
        self._topics = topics
        self._home = home.country if home.sure else ""
        self._said: Said | None = None

    def measures(self, scene: Scene, matters: Sequence[Matter]) -> list[Matter]:
        """The matters of a scene, those without a measure with that of what they go on with."""
        self._introduce(scene.start)
        self._turn(scene.start)
        said = self._near(scene.start)
        if said is None or not said.measure:
            return list(matters)
        if not scene.acts and is_item(self._text, scene.start) and self._lists(said, scene.start):
            matters = [
                in_state(as_listed(matter, quantity, said), said)
                for matter, quantity in zip(matters, scene.quantities, strict=True)
            ]
        return carried_on(
            scene,
            matters,
            said,
            partial(self._names.others, scene, said.actors),
            lambda act: bool(self._names.subject(scene, act)),
        )

    def parties(
        self, scene: Scene, matters: Sequence[Matter], sides: Sequence[Parties]
    ) -> tuple[list[Parties], Sentence | None]:
        """The parties of a scene with those that are carried into it, and the sentence they are carried from.

        Remembers what the scene says. The sentence is None where nothing is carried, or only a name from
        a sentence without figures.
        """
        found = list(sides)
        source = None
        said = self._near(scene.start)
        for place, (matter, side, act) in enumerate(zip(matters, sides, governors(scene), strict=True)):
            told = side
            if not side.actors and is_open(scene, place, matter, act):
                told, carried = self._acted(scene, place, matter, side, act, said)
                source = source or carried
                if self._home and not told.actors and (said is None or said.actors in ((), (self._home,))):
                    quantity = scene.quantities[place]
                    if is_of_home(scene, quantity, matter.measure, act, self._home):
                        told = told._replace(actors=(self._home,))
            if (
                not told.recipient
                and (said is None or same_kind(said, matter))
                and is_received(scene, place, matter, act)
                and not self._names.receivers(scene)
                and (receiver := self._receiver(scene.start, said)) not in told.actors
            ):
                told = told._replace(recipient=receiver)
                if said is not None and receiver == said.recipient:
                    source = source or said.sentence
            if place and not told.actors and hangs_on(scene, place):
                told = told._replace(actors=found[place - 1].actors)
            found[place] = told
        others = cache(partial(self._names.others, scene, ()))
        self._said = remembered(self._near(scene.start), scene, matters, found, others) or self._said
        return found, source

    def _acted(
        self, scene: Scene, place: int, matter: Matter, side: Parties, act: Act | None, said: Said | None
    ) -> tuple[Parties, Sentence | None]:
        """Who acts where the sentence names no party: its person, its speaker, or who did before."""
        quantity = scene.quantities[place]
        if quantity.kind == "count" and not is_handled(scene, quantity, act):
            return side, None
        person = self._names.subject(scene, act) or self._speaks_for(scene, quantity.start, act)
        if person:
            if act is not None and act.role in {"receive", "need"}:
                return (side if side.recipient else side._replace(recipient=person)), None
            return (side if side.recipient == person else side._replace(actors=(person,))), None
        carried = (
            said is None or same_kind(said, matter) or is_state(scene, act) or is_labelled(self._text, scene)
        ) and (act is None or act.role != "receive" or any(group.receiver for group in scene.groups))
        if act is not None and act.role == "need":
            return side, None
        taken_up = act is not None and said is not None and is_taken_up(scene, act)
        if taken_up and any(mark.value == "private" for mark in scene.tagged("agent")):
            return side, None
        known_others = not taken_up and self._names.others(scene, said.actors if said is not None else ())
        if not carried or known_others:
            known = said is not None and bool(said.actors)
            sole = () if known else sole_party(scene, matter.measure, act)
            if not sole or side.recipient in sole or self._names.others(scene, sole):
                return side, None
            return side._replace(actors=sole), None
        actors = self._actors(scene.start, said, kind_of(matter.measure) == "spending")
        if not actors or side.recipient in actors:
            return side, None  # who receives did not give
        recipient = side.recipient
        held = matter.measure == "people" and act is not None and act.role == "hold"  # who are taken in
        if said and said.actors == actors and not (recipient or held) and matter.measure in RECEIVED:
            recipient = said.recipient
        told = Parties(actors, False, "" if recipient in actors else recipient)
        return told, said.sentence if said is not None and said.actors == actors else None

    def _speaks_for(self, scene: Scene, start: int, act: Act | None) -> str:
        """For whom the speaker speaks: who says "we", or tells what "the government" does."""
        name = self._speaker(Sentence(scene.start, scene.end), start)
        party = self._names.officials.party(name, start) if name else ""
        if not party or any(mark.value == "first" and mark.end <= start for mark in scene.tagged("pronoun")):
            return party
        acts = act is not None and act.role in {"give", "spend", "hold", "level"} and not act.passive
        own = acts and not is_receiver(party) and not is_alliance(party)
        return party if own and not self._names.others(scene, (party,)) else ""

    def _introduce(self, start: int) -> None:
        """Take in what the line says that introduces a list with an item at a place."""
        if self._said is None:
            self._head(start)
        said = self._near(start)
        found = introduction(self._text, start, said.sentence.end if said is not None else 0)
        if found is None or (said is not None and said.sentence.end > found[0]):
            if said and found and said.sentence.end == found[1]:  # it has figures of its own
                self._said = said._replace(status=state(self._spot(*found)))
            return
        marks = without_datelines(self._text, self._spot(*found))
        receiver = next((m.value for m in marks if m.tag.startswith(PARTY) and is_receiver(m.value)), "")
        named = named_by_themselves(marks, aside=ASIDE - {"from"})
        measure = told_measure(marks) or told_measure(marks, spending=True)
        if not measure and said is not None and said.measure in AID and not named:
            measure = said.measure if any(mark.tag in _TAKEN_UP for mark in marks) else ""
        if not measure and not receiver:
            return
        spending = kind_of(measure) == "spending" if measure else False
        actors = tuple(named) if len(named) == 1 else ()
        if not named:
            actors = self._actors(found[0], said, spending)
            receiver = receiver or (said.recipient if said is not None else "")
        receiver = "" if spending else receiver
        last = self._text.rfind(". ", *found)
        told = state([mark for mark in marks if mark.start > last])
        self._said = Said(Sentence(*found), actors, receiver, measure or "total_aid", told)

    def _lists(self, said: Said, start: int) -> bool:
        """Whether what was said introduces the list with an item at a place, or is another of its items."""
        found = introduction(self._text, start)
        return found is None or said.sentence.end >= found[1]

    def _head(self, start: int) -> None:
        """Take in what the heading of the text says, before the first sentence with figures."""
        found = title(self._text)
        if found is None or found[1] > start:
            return
        marks = self._spot(*found)
        measure = told_measure(marks, spending=True)
        if measure:
            receiver = next((m.value for m in marks if m.tag.startswith(PARTY) and is_receiver(m.value)), "")
            receiver = receiver or next((mark.value for mark in marks if mark.tag == "receiver"), "")
            named = named_by_themselves(marks, aside=ASIDE - {"of", "by"})
            self._said = Said(Sentence(*found), tuple(named) if len(named) == 1 else (), receiver, measure)

    def _turn(self, start: int) -> None:
        """Take in what a sentence without figures says before a place, that those behind it go on with."""
        said = self._near(start)
        since = max(said.sentence.end if said is not None else 0, start - _REACH)
        found = self._topics.last(self._text, since, start, self._spot)
        if found is None:
            return
        marks = without_datelines(self._text, found.marks)
        same = said is not None and (not said.measure or kind_of(said.measure) == kind_of(found.measure))
        named = named_by_themselves(marks, aside=ASIDE - {"of", "from"})
        actors = tuple(named) if len(named) == 1 else said.actors if said and same and not named else ()
        receiver = next((m.value for m in marks if m.tag.startswith(PARTY) and is_receiver(m.value)), "")
        if not receiver and said is not None and same:
            receiver = said.recipient
        receiver = "" if kind_of(found.measure) == "spending" else receiver
        self._said = Said(Sentence(found.start, found.end), actors, receiver, found.measure)

    def _receiver(self, start: int, said: Said | None) -> str:
        """Who received what the text spoke of last before a place, or the only one named who could."""
        if said is not None and said.recipient:
            return said.recipient if is_receiver(said.recipient) else ""
        named = receivers_named(self._spot(max(0, start - _REACH), start))
        return named.pop() if len(named) == 1 else ""

    def _near(self, start: int) -> Said | None:
        said = self._said
        return said if said is not None and start - said.sentence.end <= _REACH else None

    def _actors(self, start: int, said: Said | None, spending: bool) -> tuple[str, ...]:
        """Of whom the text spoke last before a place, () where it is nobody or not clear."""
        far = max(0, start - _REACH)
        since = max(said.sentence.end if said is not None else 0, far)
        marks = without_datelines(self._text, self._spot(since, start))
        named = named_by_themselves(marks)
        if not named and said is not None and not said.actors:
            named = named_by_themselves(without_datelines(self._text, self._spot(far, start)))
        if spending and not named and (said is None or not said.actors):
            named = named_by_themselves(marks, receivers=True)
        if said is None:
            return tuple(named) if len(named) == 1 else ()
        if not named or said.actors == tuple(named):
            return said.actors
        return tuple(named) if len(named) == 1 and not said.actors else ()
