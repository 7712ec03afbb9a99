"""Beside: the party that stands directly at a number and says whose it is: "Germany: €2bn", "Poland (4.1%)"."""

from __future__ import annotations

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.parties.owners import Case
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.groups import Group
from figures.extraction.scenes.rows import opens_item, opens_row
from figures.extraction.scenes.subjects import subject

_LED = frozenset({"to", "for", "from", "by", "against", "example"})
_NAMED_BESIDE = frozenset({"by", "against"})  # "followed by China (6.6%)", "compared to France (2%)"
_NEXT_NOUN = 2
_POSSESSIVE = 3  # "The EU's €800bn"
_FROM = 16  # "€600m come from the Netherlands"
_ARTICLE = 5  # from a little word over an article to a party
_WHOLE = 12  # from a share to the party of whose whole it is: " of the "
_TO_AVERAGE = 16  # from an average to its number: " of almost "
_SCHEME = 28  # from a party to its programme: " Bank's emergency budget "
_LONGEST_LABEL = 28  # from a party to its number: ", with the equivalent of "


def label(case: Case) -> Group | None:
    """A party directly beside the number: "Germany: €2bn", "Poland (4.1%)", "and France €1bn"."""
    scene, quantity, act = case.scene, case.quantity, case.act
    if case.groups and opens_row(scene, case.groups[0]):
        return case.groups[0]
    if (item := _of_item(case)) is not None:
        return item
    for group in case.groups:
        if not (0 <= group.start - quantity.end <= 3 or 0 <= quantity.start - group.end <= _LONGEST_LABEL):
            continue
        if _ranked(case, group):
            return group
        beside = scene.text[group.end : quantity.start].strip() == "("
        if (group.link in _LED and not (beside and group.link in _NAMED_BESIDE)) or case.receives(group):
            continue
        if group.link == "in" and not _restated(case, group):
            continue
        if 0 <= group.start - quantity.end <= 3 and scene.text[quantity.end : group.start].strip() == "(":
            return group
        gap = scene.text[group.end : quantity.start]
        if gap[:2] == " |" and "\n" not in gap:
            return group  # a row of a table
        if group.end > quantity.start or not only_fillers(scene, group.end, quantity.start):
            continue
        lead = gap.strip()
        if lead[:1] in {":", "(", "–", "—", "-"} or _led_by_with(scene, group, quantity):
            return group
        if group.link == "in" and len(gap) <= 12:
            return group
        if group.attributive or act is None:
            continue
        if not lead:
            direct = act.end <= group.start <= act.end + 5 and act.role == "give"
            if not direct and scene.quantity_between(act.end, group.start):
                return group
            if act.end <= group.start and _elided(scene, act, group):
                return group
        elif _short(lead) and not group.link and scene.quantity_between(act.end, group.start):
            return group  # "and Sweden, €3bn", "Lithuania meanwhile 3.1%"
    return None


def _of_item(case: Case) -> Group | None:
    """The party that opens the line of a number: "Norway – budget €2bn"."""
    scene, start = case.scene, case.quantity.start
    ahead = (group for group in reversed(case.groups) if group.end <= start)
    near = (group for group in ahead if opens_item(scene, group))
    return next((group for group in near if "\n" not in scene.text[group.end : start]), None)


def _ranked(case: Case, group: Group) -> bool:
    """Whether a party is told with its number behind another's: "ahead of Estonia at 2.8%", "by Norway with"."""
    scene, quantity = case.scene, case.quantity
    if group.link not in {"by", "of", "against"} or case.receives(group):
        return False
    if not any(other.kind == quantity.kind and other.end < group.start for other in scene.quantities):
        return False
    led = any(mark.value in {"with", "in"} and mark.start - group.end == 1 for mark in scene.tagged("link"))
    return led and only_fillers(scene, group.end, quantity.start)


def next_or_portion(scene: Scene, quantity: Quantity) -> Group | None:
    """Who comes next in a ranking, or whose portion a number is: "Peru follows with 2%", "Peru's share is 2%"."""
    for group in scene.groups:
        if group.link or group.receiver or not 0 < quantity.start - group.end <= _LONGEST_LABEL:
            continue
        if scene.separated(group.end, quantity.start):
            continue
        leads = "portion" if group.possessive else "follow"
        listed = [other for other in scene.quantities if other.start > group.end]
        for mark in scene.tagged(leads):
            if 0 < mark.start - group.end <= _POSSESSIVE and _only_being(scene, mark.end, listed[0].start):
                return _one_of(group, listed.index(quantity), len(listed))
    return None


def _one_of(group: Group, place: int, count: int) -> Group | None:
    """The one of several parties that a list of as many numbers is paired with: "Peru and Chile follow with"."""
    if len(group.names) == 1:
        return group if place == 0 else None
    return group._replace(names=(group.names[place],)) if len(group.names) == count else None


def _only_being(scene: Scene, start: int, end: int) -> bool:
    """Whether only a verb of being, bounds and the little words that lead a number stand between two places."""
    kept = {mark.start for mark in scene.tagged("auxiliary")}
    return not scene.has_words(start, end) and all(
        mark.start in kept
        or mark.tag in {"bound", "article", "step"}
        or (mark.tag == "link" and mark.value in {"with", "in"})
        for mark in scene.marks
        if mark.start >= start and mark.end <= end
    )


def ranked_beside(scene: Scene, quantity: Quantity) -> Group | None:
    """The party of a list whose number stands in parentheses behind it: "followed by Chile (20%) and Peru (11%)"."""
    averages = (mark for mark in scene.tagged("portion") if mark.value == "average")
    average = next((mark for mark in averages if 0 < quantity.start - mark.end <= _TO_AVERAGE), None)
    if average is not None and quantity.kind == "share":
        whose = (group for group in scene.groups if 0 < average.start - group.end <= _POSSESSIVE)
        return next(whose, None)  # "against a NATO average of 2.6%"
    opening = quantity.start - 2
    if quantity.kind not in {"share", "change"} or not scene.text.startswith(" (", opening):
        return None
    if not scene.text.startswith(")", quantity.end):
        return None
    return next((group for group in scene.groups if group.end == opening and not group.receiver), None)


def owner_of_whole(scene: Scene, quantity: Quantity, act: Act | None) -> Group | None:
    """Whose spending or aid a share is of: "defence takes up half of Peru's spending"."""
    if quantity.kind != "share" or not ("defence" in scene.tags or "measure" in scene.tags):
        return None
    if act is not None and not act.noun and act.end <= quantity.start and subject(scene, act).group >= 0:
        return None
    for group in scene.groups:
        near = 0 < group.start - quantity.end <= _WHOLE and group.link == "of" and group.attributive
        words = (*scene.tagged("portion"), *scene.tagged("spend"))
        if near and any(0 < mark.start - group.end <= _POSSESSIVE for mark in words):
            return group
    return None


def _short(lead: str) -> bool:
    """Whether only a comma or one word stands between a party and its number."""
    return lead == "," or (lead.isalpha() and lead.islower())


def _elided(scene: Scene, act: Act, group: Group) -> bool:
    """Whether a verb behind its quantity holds for the next party too: "… €5bn provided, Norway €2bn"."""
    return scene.separated(act.end, group.start) and any(other.end <= act.start for other in scene.quantities)


def beside_money(case: Case) -> Group | None:
    """Whose money it is of which nothing else is told: "The EU's €800bn plan", "€600m from Germany"."""
    scene, quantity = case.scene, case.quantity
    if quantity.kind != "money" or "other_base" in scene.tags:
        return None
    for group in case.groups:
        if group.receiver or group.adversary:
            continue
        if group.possessive and 0 < quantity.start - group.end <= _POSSESSIVE and not group.link:
            return group
        if group.link == "from" and 0 < group.start - quantity.end <= _FROM and not group.attributive:
            return group
    return None


def of_nation(case: Case) -> Group | None:
    """Whose forces are counted: "1,700 Spanish troops", "a German brigade of 4,800 soldiers"."""
    scene, quantity = case.scene, case.quantity
    forces = scene.tagged("forces")
    if quantity.kind != "count" or not forces:
        return None
    for group in case.groups:
        if group.form != "adjective" or group.receiver or group.adversary or group.start >= quantity.end:
            continue
        if quantity.start <= group.start and any(group.end < mark.start < quantity.end for mark in forces):
            return group
        unit = next((mark for mark in forces if 0 < mark.start - group.end <= _NEXT_NOUN), None)
        led = (
            (mark.value == "of" and mark.start - unit.end == 1 for mark in scene.tagged("link"))
            if unit
            else ()
        )
        if unit is not None and any(led) and only_fillers(scene, unit.end + 1, quantity.start):
            return group
    return None


def of_scheme(case: Case) -> Group | None:
    """Whose programme an amount is given under: "received $2bn under a World Bank programme"."""
    scene = case.scene
    channels = scene.tagged("channel")
    gives = case.act is not None and case.act.role == "give" and not (case.act.passive or case.act.noun)
    if not case.is_received or not channels or gives:
        return None
    for group in case.groups:
        if group.receiver or group.adversary or group.end <= case.quantity.end:
            continue
        leads = any(m.value == "channel" and 0 < group.start - m.end <= _ARTICLE for m in channels)
        if leads and any(m.value == "scheme" and 0 < m.start - group.end <= _SCHEME for m in channels):
            return group
    return None


def only_fillers(scene: Scene, start: int, end: int) -> bool:
    """Whether all marks between two places are bounds, articles, steps and the little words that lead a number."""
    steps = {mark.start for mark in scene.tagged("step")}
    return all(
        mark.tag in {"bound", "article", "step"}
        or (
            mark.tag == "link"
            and (mark.value in {"with", "in"} or (mark.value in {"of", "worth"} and mark.start in steps))
        )
        for mark in scene.marks
        if mark.start >= start and mark.end <= end
    )


def _led_by_with(scene: Scene, group: Group, quantity: Quantity) -> bool:
    return any(
        mark.value == "with" and mark.start - group.end == 1
        for mark in scene.tagged("link")
        if mark.end <= quantity.start
    )


def _restated(case: Case, group: Group) -> bool:
    """Whether the place of a second level is told: "in Poland at 4.1%, in Estonia at 3.4%"."""
    return any(
        other.end <= group.start <= other.end + 20 and other.kind == case.quantity.kind
        for other in case.scene.quantities
    )
