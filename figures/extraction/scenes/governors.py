"""Governors: the verb or noun that says what happens to a quantity."""

from __future__ import annotations

from collections.abc import Sequence

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import BREAK, COMMA, Scene
from figures.extraction.scenes.acts import Act

_DONE = frozenset({"give", "spend", "receive"})
_LEVELS = frozenset({"share", "change"})
_REACH_OF_NOUN = 42
_REACH_OF_PARTICIPLE = 26
_REACH_OVER_AID = 60
_REACH_OF_ASIDE = 26  # ", worth approximately "
_REACH_OF_LAST = 200
_HELPING = ("modal", "auxiliary")
_LIST_GAP = 14  # between the quantities of one list: ", ", " and ", " ("


def governors(scene: Scene) -> Sequence[Act | None]:
    """The governor of each quantity of a scene, in their order."""
    found = scene.governing
    if found is None:
        found = scene.governing = [governor(scene, quantity) for quantity in scene.quantities]
    return found


def governor(scene: Scene, quantity: Quantity) -> Act | None:
    """The act that governs a quantity, or None."""
    before = after = None
    for act in scene.acts:
        if quantity.start <= act.start < quantity.end and act.role == "level":
            return act  # "has doubled"
        if act.role == "give" and _is_part(scene, act):
            continue  # "8 of the 30 promised jets"
        if act.end <= quantity.start:
            before = act
        elif act.start >= quantity.end:
            after = act
            break
    if after is not None and _reachable(scene, quantity, after):
        if after.noun:
            if _named_by(scene, quantity, after):
                return after
            after = _next_verb(scene, after)
        if after is not None and _ends_clause(scene, quantity, after, before):
            return after
    last = _next_verb(scene, after) if after is not None and after.noun and not after.final else after
    if last is not None and last.final and _in_its_clause(scene, quantity, last, before):
        return last
    if before is not None and (governing := governing_verb(scene, before)) is not None:
        return governing
    if before is not None and before.noun and not _of(scene, before, quantity):
        verb = verb_before(scene, before)
        return verb or before
    if before is None and after is not None and scene.groups:
        anew = _begins_anew(scene, quantity, after) or _is_of_part(scene, quantity, after)
        return None if anew else after
    if before is not None and before.role == "level" and (told := _behind_level(scene, quantity, before)):
        return told
    return before


def _begins_anew(scene: Scene, quantity: Quantity, after: Act) -> bool:
    """Whether another clause with a party of its own begins behind a level: "was 4% higher, and Peru's rose"."""
    if quantity.kind not in _LEVELS or after.noun:
        return False
    for group in scene.groups:
        if quantity.end < group.start and group.end <= after.start and not group.link:
            joiners = (mark for mark in scene.tagged("joiner") if 0 < group.start - mark.end <= 1)
            return any(scene.text.startswith(",", mark.start - 2) for mark in joiners)
    return False


def _behind_level(scene: Scene, quantity: Quantity, level: Act) -> Act | None:
    """What was done to the subject of a level that opens its sentence: "Ammonta a 2 miliardi l'aiuto fornito"."""
    if level.modal or not 0 <= level.start - scene.start <= 1 or quantity is not scene.quantities[0]:
        return None
    subject = next((mark for mark in scene.tagged("measure") if mark.start >= quantity.end), None)
    if subject is None:
        return None
    told = [act for act in scene.acts if act.start >= quantity.end and act.role in _DONE]
    return min(told, key=lambda act: abs(act.start - subject.start), default=None)


def governing_verb(scene: Scene, act: Act) -> Act | None:
    """The verb whose object an act is: "approved the disbursement of", "announced a donation of"."""
    article = next((mark for mark in scene.tagged("article") if mark.end < act.start <= mark.end + 1), None)
    if article is None or (act.noun and act.status not in {"delivered", "allocated"}):
        return None
    verb = None
    for other in scene.acts:
        if other.end < article.start and not other.noun:
            verb = other
    if verb is None or verb.role not in {"give", "spend"} or verb.passive:
        return None
    near = article.start - verb.end <= _REACH_OF_PARTICIPLE
    return verb if near and not any(verb.end <= item.start < article.start for item in scene.items) else None


def _is_part(scene: Scene, act: Act) -> bool:
    """Whether an act is a word of what a number counts."""
    return any(other.kind == "count" and other.start < act.start < other.end for other in scene.quantities)


def _reachable(scene: Scene, quantity: Quantity, act: Act) -> bool:
    """Whether no foreign quantity stands between: one of the same list does not count."""
    place = quantity.end
    for other in scene.quantities:
        if other.start >= quantity.end and other.end <= act.start:
            if other.start - place > _LIST_GAP:
                return False
            place = other.end
    return not _is_of_part(scene, quantity, act)


def _is_of_part(scene: Scene, quantity: Quantity, act: Act) -> bool:
    """Whether an act behind is told of a part: "costs €4bn, of which Italy pays €1bn".

    It is not in "€4bn, including €1bn in loans, was paid".
    """
    part = next((mark for mark in scene.tagged("part") if quantity.end <= mark.start < act.start), None)
    if part is None or scene.separated(part.end, act.start):
        return False
    return any(part.end <= other.start < act.start for other in scene.quantities)


def _named_by(scene: Scene, quantity: Quantity, noun: Act) -> bool:
    """Whether a noun names the quantity: "the 2% of GDP target", "a €40bn military aid pledge"."""
    if noun.start - quantity.end > _REACH_OF_NOUN or scene.separated(quantity.end, noun.start):
        return False
    for mark in scene.marks:
        if mark.start < quantity.end or mark.end > noun.start:
            continue
        if mark.tag == "link" and not (mark.value == "of" and quantity.unit == "% of GDP"):
            return False
        if mark.tag in {"article", "joiner", "auxiliary", "modal"}:
            return False
    return True


def _next_verb(scene: Scene, noun: Act) -> Act | None:
    return next((act for act in scene.acts if act.start > noun.start and not act.noun), None)


def verb_before(scene: Scene, noun: Act) -> Act | None:
    """The last verb before a noun, or None."""
    found = None
    for act in scene.acts:
        if act.start >= noun.start:
            break
        if not act.noun:
            found = act
    return found


def _ends_clause(scene: Scene, quantity: Quantity, after: Act, before: Act | None) -> bool:
    """Whether the verb behind a quantity takes it along: as its subject, or as its participle."""
    if after.active or after.modal == "purpose":
        return False
    end = min(_past_comma(scene, quantity), after.start)
    gap = after.start - end
    if after.passive and not after.leading:
        return not scene.separated(end, after.start)
    if scene.separated(end, after.start) or gap > _REACH_OVER_AID:
        return False
    if gap > _REACH_OF_PARTICIPLE and not any(
        quantity.end <= mark.start < after.start for mark in scene.tagged("measure")
    ):
        return False
    if after.role == "level":
        # "€2bn in aid rose": the amount is no subject of a change.
        return before is None
    if any(
        mark.tag in {"joiner", "modal", "pronoun"} or (mark.tag == "auxiliary" and mark.value == "copula")
        for mark in scene.marks
        if mark.start >= quantity.end and mark.end <= after.start
    ):
        return False
    if before is None or before.noun or before.role == "level":
        return True
    if scene.separated(before.end, quantity.start):
        return True
    # "30 of the 50 tanks promised", "has spent all of the €5bn pledged"
    return _part_of(scene, quantity)


def _past_comma(scene: Scene, quantity: Quantity) -> int:
    """Where a quantity ends, with the comma that closes its aside: "The aid, worth €5m, will be sent"."""
    end = scene.past_aside(quantity)
    if not scene.text.startswith(", ", end):
        return end
    opening = scene.between(quantity.start - _REACH_OF_ASIDE, quantity.start)
    return end + 1 if opening and opening[-1].value == "," else end


def _in_its_clause(scene: Scene, quantity: Quantity, last: Act, before: Act | None) -> bool:
    """Whether a verb at the end of its clause has the quantity in it, alone or in a list."""
    if last.start - quantity.end > _REACH_OF_LAST:
        return False
    for item in scene.between(quantity.end, last.start):
        if item.sort == BREAK and item.value == "report":
            continue  # "wird nach Angaben aus Kiew 5 Milliarden erhalten"
        if item.sort != COMMA or item.value != ",":
            return False
        if not scene.quantity_between(item.end, _next_separator(scene, item.end, last.start)):
            return False
    if before is None or before.noun or scene.separated(before.end, quantity.start):
        return True
    whole = before.role in {"give", "spend"} and not (before.final or last.leading or last.modal == "purpose")
    if whole and scene.separated(quantity.end, last.start):
        return False  # "gab 5 Milliarden frei, 3 mehr als vorgesehen"
    # "liefert 5 Panzer und will 3 schicken": a second verb begins behind the quantity.
    return not any(quantity.end <= mark.start < last.start for tag in _HELPING for mark in scene.tagged(tag))


def _next_separator(scene: Scene, start: int, end: int) -> int:
    return next((item.start for item in scene.between(start, end)), end)


def _part_of(scene: Scene, quantity: Quantity) -> bool:
    for mark in reversed(scene.marks):
        if mark.end <= quantity.start:
            if quantity.start - mark.end > 12:
                return False
            if mark.tag == "link":
                return mark.value in {"of", "from"}
    return False


def _of(scene: Scene, noun: Act, quantity: Quantity) -> bool:
    """Whether a noun before takes the quantity along: "a pledge of", "the budget, worth"."""
    gap = quantity.start - noun.end
    if gap <= 3:
        return not any(
            mark.value == "to" and noun.end <= mark.start < quantity.start for mark in scene.tagged("link")
        )
    if gap > 60 or scene.quantity_between(noun.end, quantity.start):
        return False
    return any(
        mark.value in {"of", "worth"}
        for mark in scene.tagged("link")
        if noun.end <= mark.start < quantity.start and not scene.separated(noun.end, mark.start)
    )
