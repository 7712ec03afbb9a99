"""Going on: whether an amount without a measure is one of what the sentence before told of."""

from __future__ import annotations

import re

from figures.extraction.measures import Matter
from figures.extraction.measures.signs import AID
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.parties.recipients import needs
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.rows import is_row
from figures.extraction.scenes.subjects import done_by_state
from figures.extraction.sentences.lists import is_item

RECEIVED = AID | {"equipment", "people"}
_SPENDING = "defence_expenditure"
_OF_DEFENCE = ("defence_", "allies_")
_MATTERS = frozenset({"support", "aid", "arms"})
_GIVEN = frozenset({"pledged", "committed", "allocated", "delivered"})
_OF_BUDGETS = frozenset({"money", "share", "change"})
_GIVES = frozenset({"give", "spend"})
_OPENING = 16  # from the start of a sentence over its verb: "Damit steigt die Summe"
_NEXT_OF = 9  # "of the outlay"
_NEAR_EQUIPMENT = 32  # "of the money is for new equipment"
_OF = 5  # from a survey to those who were asked
_TAKEN = 12  # "takes up about 13 percent"
_NEAR = 14  # from "we" to its verb: "we have already "
_SPENDS = frozenset({"spend", "spending"})
_BASES = frozenset({"gdp", "other_base", "growth"})
_NEAR_VERB = 16  # from a subject to its verb: "the government has now "
_WORD = re.compile(r"[^\W_][\w’'-]*+")


def kind_of(measure: str) -> str:
    """Aid or spending: what may follow each other about one matter.

    >>> kind_of("loan"), kind_of("defence_share_gdp")
    ('aid', 'spending')
    """
    return "aid" if measure in RECEIVED else "spending"


def goes_on(
    scene: Scene,
    quantity: Quantity,
    act: Act | None,
    said: str,
    received: bool,
    others: bool,
    back: bool,
    official: bool,
) -> str:
    """The measure of a quantity that goes on with what was `said`, "" where it may be another.

    `received`: the text spoke of one who receives; `others`: the sentence names somebody else;
    `back`: it opens with a word for what was said directly before; `official`: somebody acts for a state.
    """
    if quantity.kind == "money" and is_parted(scene) and not others and (said in AID or said == _SPENDING):
        return said
    if quantity.kind == "money" and said in AID and received and _takes_up(scene):
        return said
    if (
        quantity.kind == "share"
        and quantity.unit == "%"
        and (is_of_whole(scene, quantity) or (not others and _is_part(scene, quantity)))
    ):
        if said in AID:
            return said
        if said.startswith(_OF_DEFENCE) or said == "equipment_share":
            return "equipment_share" if _for_equipment(scene, quantity) else _SPENDING
    if quantity.kind == "multiple" and back and said in RECEIVED and not others:
        return said  # "That is four times as many as it sent last year"
    if said in RECEIVED and quantity.kind in {"change", "multiple"}:
        return said if back and not others else ""  # "This is twice as much as last year"
    if said in AID:
        goes = _is_aid(scene, quantity, act, received, others, official)
        return said if goes or (back and quantity.kind == "money" and not others) else ""
    if said in RECEIVED:
        return _for_things(scene, quantity, back) if received and (not others or _shares(scene)) else ""
    if kind_of(said) == "spending" and said.startswith(_OF_DEFENCE) and "other_base" not in scene.tags:
        return _spending(scene, quantity, act, others, back)
    return ""


def _shares(scene: Scene) -> bool:
    """Whether what others gave is told: "The contributions of Canada and Spain amount to €2bn"."""
    return any(
        group.link == "of" and group.start - mark.end == 1
        for mark in scene.tagged("parcel")
        for group in scene.groups
    )


def _takes_up(scene: Scene) -> bool:
    """Whether a sentence opens with a word for the amount told before: "The money is allocated by Japan"."""
    return any(mark.start - scene.start <= _OPENING for mark in scene.tagged("again"))


def _is_aid(
    scene: Scene, quantity: Quantity, act: Act | None, received: bool, others: bool, official: bool
) -> bool:
    if quantity.unit == "% of GDP":
        return act is not None and act.noun and act.status in _GIVEN
    if quantity.kind != "money":
        return False
    if is_row(scene):
        return True
    gives = act is not None and act.role == "give" and received
    donors = any(mark.value == "support" for mark in scene.tagged("measure"))
    if others and donors and not any(mark.value == "private" for mark in scene.tagged("agent")):
        return True
    if others:
        amounts = act is not None and act.role in {"level", "receive"} and _BASES.isdisjoint(scene.tags)
        return (
            act is not None
            and (received or act.role == "receive")
            and (gives or amounts)
            and not act.passive
            and (official or done_by_state(scene, act))
        )
    matters = {mark.value for mark in scene.tagged("measure")} & _MATTERS
    # "a fund for its own rearmament" is no aid, "a fund for arms" is.
    own = matters == {"support"} and "defence" in scene.tags and not any(g.receiver for g in scene.groups)
    told = bool(matters) and not own
    return told or gives or is_listed(scene, quantity) or is_of_whole(scene, quantity)


def is_of_whole(scene: Scene, quantity: Quantity) -> bool:
    """Whether a share is one of what was told before: "Half of this came from stocks", "of the capital outlay"."""
    if any(0 <= mark.start - quantity.end <= 1 for mark in scene.tagged("whole")):
        return True
    of = any(0 <= mark.start - quantity.end <= 1 and mark.value == "of" for mark in scene.tagged("link"))
    return of and any(0 < mark.start - quantity.end <= _NEXT_OF for mark in scene.tagged("again"))


def _is_part(scene: Scene, quantity: Quantity) -> bool:
    """Whether a sentence goes on with parts of what was told before: "Of that, 35% goes to pay", "takes up 13%"."""
    if quantity.base:
        return False
    taken = any(0 < quantity.start - mark.end <= _TAKEN for mark in scene.tagged("taking"))
    return taken or is_parted(scene)


def _for_equipment(scene: Scene, quantity: Quantity) -> bool:
    """Whether a part is for equipment and for nothing else: "half of the money is for new equipment"."""
    for mark in scene.tagged("equipment"):
        if 0 < mark.start - quantity.end <= _NEAR_EQUIPMENT:
            return _alone(scene, quantity.end, mark.start)
        if 0 < quantity.start - mark.end <= _NEAR_EQUIPMENT:
            return _alone(scene, mark.end, quantity.start)  # "Equipment took a quarter of it"
    return False


def _alone(scene: Scene, start: int, end: int) -> bool:
    """Whether neither an "and" nor a comma parts two places."""
    joined = any(start <= word.start < end for word in scene.tagged("joiner"))
    return not joined and not scene.separated(start, end)


def _for_things(scene: Scene, quantity: Quantity, back: bool) -> str:
    """The measure of money in a text on arms that are given: "these deliveries cost €200m", "the package"."""
    if quantity.kind != "money":
        return ""
    if not {"support", "aid"}.isdisjoint(mark.value for mark in scene.tagged("measure")):
        return "military_aid"
    deliveries = any(noun.noun and noun.status == "delivered" for noun in scene.acts)
    return "military_aid" if deliveries or back else ""


def _spending(scene: Scene, quantity: Quantity, act: Act | None, others: bool, back: bool) -> str:
    """The measure of what is spent, in a text on defence: "spending rose by 4%", "a budget of €2bn"."""
    if quantity.unit == "% of GDP":
        return "" if "balance" in scene.tags else "defence_share_gdp"
    if (
        quantity.kind == "change"
        and quantity.unit not in {"%", "pp"}
        and not (others or _names_matter(scene))
    ):
        return "defence_expenditure_change"  # "The yearly increases will be €3bn"
    if quantity.unit == "%" and quantity.kind == "share":
        return ""
    budget = any(mark.value == "budgeted" for mark in scene.tagged("state"))
    own = any(mark.value == "support" for mark in scene.tagged("measure")) and not any(
        group.receiver for group in scene.groups
    )
    told = "again" in scene.tags or own or is_of_whole(scene, quantity)
    told = told or (act is not None and (budget or not _SPENDS.isdisjoint(scene.tags)))
    if not (told or (not others and (back or _is_set_aside(scene, act)))):
        return ""
    if quantity.kind == "money":
        return _SPENDING
    if quantity.kind in {"change", "multiple"}:
        return "defence_expenditure_change"
    return ""


def _is_set_aside(scene: Scene, act: Act | None) -> bool:
    """Whether money is set aside for nobody else: "€400 million has been earmarked for drones"."""
    if act is None or not _BASES.isdisjoint(scene.tags):
        return False
    budgeted = act.role == "spend" and act.status == "budgeted" and act.passive
    if not (budgeted or (act.role == "give" and act.status == "allocated")):
        return False
    if any(mark.value not in {"arms", "defence"} for mark in scene.tagged("measure")):
        return False
    return not any(group.receiver or group.link in {"to", "for"} for group in scene.groups)


def _names_matter(scene: Scene) -> bool:
    """Whether a sentence names a matter of its own: output, prices, trade, aid."""
    return not _BASES.isdisjoint(scene.tags) or bool(scene.tagged("measure"))


def is_listed(scene: Scene, quantity: Quantity) -> bool:
    """Whether an amount opens an item of a list, or follows one there: "- up to 20 guns and 5 tanks"."""
    if scene.text[quantity.start - 2 : quantity.start - 1] == ":":
        return True
    if scene.acts or (quantity.kind == "count" and "auxiliary" in scene.tags):
        return False
    if is_item(scene.text, scene.start):
        return True
    first = scene.quantities[0]
    return first.kind == quantity.kind and all(
        any(mark.start <= word.start() < mark.end for mark in scene.tagged("bound"))
        for word in _WORD.finditer(scene.text, scene.start, first.start)
    )


def is_parted(scene: Scene) -> bool:
    """Whether a sentence begins with a word for a part of what was told before, or for more: "Of that"."""
    return any(mark.start == scene.start for tag in ("part", "extra") for mark in scene.tagged(tag))


def is_open(scene: Scene, place: int, matter: Matter, act: Act | None) -> bool:
    """Whether somebody acts who may be told before: of a measure, or money that a government gives."""
    if act is not None and act.role == "level" and needs(scene, act, scene.quantities[place]):
        return False  # "Ukraine's needs amount to €60bn"
    if matter.measure:
        return True
    if scene.quantities[place].kind in _OF_BUDGETS and _of_budget(scene, scene.quantities[place]):
        return True
    if act is None or act.role not in _GIVES or act.passive:
        return False
    if any(mark.value == "first" and 0 < act.start - mark.end <= _NEAR for mark in scene.tagged("pronoun")):
        return True
    return bool(matter.status) and scene.quantities[place].kind == "money" and _by_government(scene)


def is_handled(scene: Scene, quantity: Quantity, act: Act | None) -> bool:
    """Whether something is done with what is counted, or it is part of what was told before."""
    if any(0 < quantity.start - mark.end <= _OF for mark in scene.tagged("other_base")):
        return False  # "a survey of 1,003 people"
    if act is not None and not act.noun:
        return act.role != "level" and not (act.passive and act.role != "give")
    parted = any(mark.end <= quantity.start for mark in scene.tagged("part"))
    parted = parted or any(0 < mark.start - quantity.end <= 1 for mark in scene.tagged("whole"))
    return parted or is_listed(scene, quantity)


def _of_budget(scene: Scene, quantity: Quantity) -> bool:
    """Whether a sentence tells of a budget, or of parts of what was told before."""
    budget = any(mark.value == "budgeted" for tag in ("state", "spend") for mark in scene.tagged(tag))
    # "costs €4bn, of which €1bn": of what the sentence itself tells.
    parted = {mark.start for mark in scene.tagged("part") if mark.start > quantity.end + 1}
    whole = any(mark.start not in parted for mark in scene.tagged("whole"))
    told = budget or whole or "again" in scene.tags or _tells_parts(scene)
    return told and "growth" not in scene.tags and "balance" not in scene.tags


def _tells_parts(scene: Scene) -> bool:
    """Whether a sentence goes on with the parts of what was told before: "It also includes"."""
    whole = any(mark.start == scene.start and mark.value == "third" for mark in scene.tagged("pronoun"))
    return whole and any(mark.start - scene.start <= _NEAR for mark in scene.tagged("part"))


def _by_government(scene: Scene) -> bool:
    agents = scene.tagged("agent")
    return bool(agents) and all(mark.value == "public" for mark in agents)


def is_state(scene: Scene, act: Act | None) -> bool:
    """Whether "the government", "it" or "we" is who acts: whatever it does is its country's."""
    if act is None or act.noun:
        return False
    if act.passive:
        return act.status == "budgeted"  # in the budget that the text speaks of
    agents = scene.tagged("agent")
    if any(mark.value == "private" for mark in agents):
        return False
    who = [*agents, *(mark for mark in scene.tagged("pronoun") if mark.value in {"first", "third"})]
    return any(0 < act.start - mark.end <= _NEAR_VERB for mark in who)
