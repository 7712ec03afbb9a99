"""Subjects: the party that does what a verb tells."""

from __future__ import annotations

from figures.extraction.scenes import (
    ACT,
    ARTICLE,
    BREAK,
    COMMA,
    GROUP,
    JOINER,
    PRONOUN,
    QUANTITY,
    RELATIVE,
    Item,
    Scene,
    Subject,
)
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.antecedents import antecedent
from figures.extraction.scenes.elided_nouns import stands_for_noun
from figures.extraction.scenes.framed import framed, is_object
from figures.extraction.scenes.governors import governing_verb
from figures.extraction.scenes.groups import Group
from figures.extraction.scenes.pronouns import by_pronoun

_REACH_OF_VERB = 20
_OWN_NAME = 3  # from a party to a name that it owns: "'s "
_NEXT_TO_VERB = 8
_ARTICLE = 5  # from a little word over an article to the noun


def subject(scene: Scene, act: Act) -> Subject:
    """The subject of an act: before it, or directly behind it where the language allows that."""
    known = scene.subjects.get(act)
    if known is None:
        known = scene.subjects[act] = _subject(scene, act)
    return known


def _subject(scene: Scene, act: Act) -> Subject:
    if act.final and (act.leading or act.modal == "purpose"):
        # "Norway announced, 3 billion to provide": who announces it will do it.
        leader = next((other for other in reversed(scene.acts) if other.end <= act.start), None)
        if leader is not None and not leader.noun:
            return subject(scene, leader)
    if (beside := framed(scene, act)) >= 0:
        return Subject(beside, "")
    found = _ahead(scene, act)
    if act.final and found.group < 0 and (leader := _of_relative(scene, act)) is not None:
        return subject(scene, leader)
    if found.group < 0 and found.why != "pronoun":
        return _behind(scene, act) or found
    return found


def is_taken_up(scene: Scene, act: Act) -> bool:
    """Whether "it" or "they" does what an act tells: a party of a sentence before."""
    return subject(scene, act).why == "pronoun"


def done_by_state(scene: Scene, act: Act) -> bool:
    """Whether a state, or a body of one, does what an act tells, and no company of its country."""
    found = subject(scene, act)
    if act.noun or act.passive or found.why == "none":
        opening = min(act.start, scene.quantities[0].start)
        named = not (act.noun or act.passive) and scene.has_words(scene.start, opening)
        return not named and all(mark.value != "private" for mark in scene.tagged("agent"))
    if found.group < 0:
        return found.why == "pronoun"
    group = scene.groups[found.group]
    agents = [mark.value for mark in scene.tagged("agent") if group.end <= mark.start < act.start]
    if "private" in agents:
        return False
    plain = not group.possessive and group.form != "adjective"
    return plain or "public" in agents or not scene.has_words(group.end, act.start)


def _of_relative(scene: Scene, act: Act) -> Act | None:
    """The verb whose object a relative clause with an article goes on about: "…, das 5 Milliarden vorsieht"."""
    comma = next(
        (item for item in reversed(scene.between(scene.start, act.start)) if item.value == ","), None
    )
    if comma is None or not any(mark.start == comma.end + 1 for mark in scene.tagged("article")):
        return None
    leader = next((other for other in reversed(scene.acts) if other.end <= comma.start), None)
    return leader if leader is not None and not leader.noun and _passes_on(leader) else None


def _behind(scene: Scene, act: Act) -> Subject | None:
    """The party directly behind a verb that leads its clause: "2024 gab Deutschland …"."""
    if not any(mark.start == act.start and mark.value == "inverts" for mark in scene.tagged("form")):
        return None
    for item in scene.items:
        if item.sort == PRONOUN and item.start - act.end == 1:
            return by_pronoun(scene, item)  # "2024 gab sie …"
    for place, group in enumerate(scene.groups):
        if group.start < act.end:
            continue
        words = scene.text[_chain_end(scene, act) : group.start].split()
        little = (*scene.tagged("article"), *scene.tagged("focus"))
        articles = {word for mark in little for word in scene.text[mark.start : mark.end].split()}
        return Subject(place, "") if not group.link and articles.issuperset(words) else None
    return None


def _chain_end(scene: Scene, act: Act) -> int:
    """Where the verbs end that follow an act directly: "зобов'язалися виділити партнери"."""
    end = act.end
    for other in scene.acts:
        if other.start >= end and other.leading and other.start - end <= 1:
            end = other.end
    return end


def _ahead(scene: Scene, act: Act) -> Subject:
    """The nearest party before an act that no little word makes something else."""
    unknown = skipping = relative = False
    # "the goal of spending", "a plan to deliver": the subject is that of the word that governs it.
    chained = bool(act.leading) or act.active or act.modal == "purpose"
    chained = chained or (act.final and act.modal == "agreed")
    crossed = False  # a comma that a participle hangs on: "approved the US aid, adding $700bn"
    bare = True  # nothing but helping verbs seen since the act
    place = act.start
    joined = -1  # where the "and" or "but" begins that was seen last
    if (governing := governing_verb(scene, act)) is not None:
        return subject(scene, governing)
    for item in reversed(scene.items):
        if item.start >= act.start:
            continue
        gap, place_before = scene.text[item.end : place], place
        place = item.start
        if gap != gap.lower() and not _only_known(scene, item.end, place_before):
            unknown = True
        if item.sort == QUANTITY or (skipping and item.sort != COMMA):
            continue
        if item.sort == COMMA and joined - item.end in {0, 1}:
            continue  # ", but", ", and"
        joined = item.start if item.sort in {JOINER, BREAK} else -1
        if item.sort == GROUP:
            group = scene.groups[item.place]
            if crossed and any(other.end <= item.start and not other.noun for other in scene.acts):
                continue
            if _can_act(scene, item, act):
                if relative and group.possessive:
                    unknown = True
                    continue
                return Subject(item.place, "")
            bare = False
        elif item.sort == COMMA:
            if chained or item.value in {"(", ")"} or _goes_on(scene, item, act):
                crossed = chained and act.active
                continue  # "…, adding $700bn"
            if bare and not relative and not unknown and item.value != ":":
                # The end of an apposition or a relative clause: "Germany, the largest donor, gave".
                skipping = not skipping
            elif skipping:
                skipping = False
            elif unknown and not relative:
                return Subject(-1, "other")
        elif item.sort == ARTICLE:
            if _led(scene, item):
                continue
            unknown, bare = not chained, False
        elif item.sort == PRONOUN:
            return by_pronoun(scene, item)
        elif item.sort == RELATIVE:
            if unknown:
                return Subject(-1, "other")
            if (party := antecedent(scene, item)) >= 0:
                return Subject(party, "")
            relative = True
        elif item.sort == BREAK:
            if unknown:
                return Subject(-1, "other")
        elif item.sort == ACT:
            other = scene.acts[item.place]
            if other.noun:
                unknown, bare = not chained, False
            elif chained or (relative and _passes_on(other)):
                return subject(scene, other)
            elif unknown:
                return Subject(-1, "other")
        elif item.sort == JOINER:
            continue
    return Subject(-1, "other" if unknown else "none")


def _only_known(scene: Scene, start: int, end: int) -> bool:
    """Whether the only capitals between two places are those of known words: "4.7% of GDP", "Patriot"."""
    text = scene.text[start:end]
    for mark in (*scene.tagged("gdp"), *scene.tagged("measure"), *scene.tagged("programme")):
        if start <= mark.start and mark.end <= end:
            text = text.replace(scene.text[mark.start : mark.end], "")
    return text == text.lower()


def _passes_on(act: Act) -> bool:
    """Whether who does an act does what its object does too: "signed a law that provides $61bn"."""
    return act.role in {"give", "spend", "hold"} and not act.passive


def _led(scene: Scene, item: Item) -> bool:
    """Whether a little word stands directly before: what follows is no subject ("in the first half")."""
    return any(0 < item.start - mark.end <= 1 for mark in scene.tagged("link"))


def _goes_on(scene: Scene, comma: Item, act: Act) -> bool:
    """Whether a comma only parts two verbs of one subject: "надали 16, а 1 липня пообіцяли ще дві"."""
    return any(
        0 < mark.start - comma.end <= 1 and act.start - mark.end <= _REACH_OF_VERB
        for mark in scene.tagged("clause")
    )


def _is_led_away(scene: Scene, place: int) -> bool:
    """Whether a little word makes what begins at a place no subject: "a deal with the government of Ukraine"."""
    return any(
        mark.value in {"with", "to", "for", "against", "from"} and 0 < place - mark.end <= _ARTICLE
        for mark in scene.tagged("link")
    )


def _is_asked(scene: Scene, group: Group, act: Act) -> bool:
    """Whether a verb of asking stands before a party, and what it is asked to do behind it."""
    asked = act.modal == "purpose" or act.leading == "required"
    return asked and any(
        other.role == "need" and 0 < group.start - other.end <= _NEXT_TO_VERB for other in scene.acts
    )


def _can_act(scene: Scene, item: Item, act: Act) -> bool:
    """Whether a group may be the subject of an act behind it."""
    group = scene.groups[item.place]
    if is_object(scene, item.place, act) or any(mark.start == group.start for mark in scene.tagged("goal")):
        return False  # "rejected the NATO target"
    if group.possessive and act.role in {"hold", "level"} and _names_own(scene, group):
        return False  # "Italy's Leonardo employs"
    if group.link == "example":
        return not group.attributive  # "states such as Latvia and Malta gave"
    if group.link == "of":
        # "the government of Germany", "members of the EU", "the budget of Poland", "el de Rusia"
        return stands_for_noun(scene, group) or any(
            (mark.tag == "state" or (mark.tag == "agent" and mark.value == "public"))
            and 0 <= group.start - mark.end <= 12
            and not (mark.tag == "agent" and _is_led_away(scene, mark.start))
            for mark in scene.marks
        )
    if any(
        not other.noun and 0 < group.start - other.end <= 5 and other.start < act.start
        for other in scene.acts
        if other.role == "give" and not other.passive and not scene.separated(other.end, group.start)
    ):
        return False  # "has given Ukraine €4bn and will send more"
    if group.receiver and act.final and act.role == "give" and not (act.passive or group.link):
        # "Deutschland hat Kiew 3 Milliarden zugesagt"
        givers = [other for other in scene.groups if other.end <= group.start and not other.receiver]
        if any(not (g.link or g.attributive or scene.separated(g.end, group.start)) for g in givers):
            return False
    if group.link == "to" and _is_asked(scene, group, act):
        return True  # "ha chiesto agli alleati di spendere"
    if group.link:
        return group.link == "in" and group.possessive and act.role == "level"
    if (
        group.receiver
        and group.form == "adjective"
        and act.role == "give"
        and not _of_state(scene, group, act)
    ):
        return False  # "the Danish fund for Ukrainian arms has given"
    if group.attributive and group.form != "either":
        return not any(
            mark.tag == "agent" and mark.value == "private" and group.end <= mark.start <= act.start
            for mark in scene.marks
        )
    return True


def _names_own(scene: Scene, group: Group) -> bool:
    """Whether a name of its own stands behind a party, as of its company."""
    start = scene.text.find(" ", group.end) + 1
    named = 0 < start - group.end <= _OWN_NAME and scene.text[start : start + 1].isupper()
    return named and not any(mark.start <= start < mark.end for mark in scene.marks)


def _of_state(scene: Scene, group: Group, act: Act) -> bool:
    return any(
        mark.value == "public" and group.end <= mark.start < act.start for mark in scene.tagged("agent")
    )
