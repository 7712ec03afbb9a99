"""Signs of receiving: what tells that an amount is for one who receives aid."""

from __future__ import annotations

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.groups import Group
from figures.extraction.words.marks import Mark

_TO_RECEIVER = 8
_PROMISED = frozenset({"pledged", "committed", "allocated", "delivered"})


def _is_led_to(group: Group) -> bool:
    """Whether a party stands where receivers stand, and not only something of its own does."""
    return group.link in {"to", "for", "help"} and group.form != "adjective" and not group.possessive


def has_recipient(scene: Scene) -> bool:
    """Whether a party stands where receivers stand, or one that aid is named after."""
    return any((_is_led_to(group) or group.receiver) and not group.adversary for group in scene.groups)


def goes_to_receiver(scene: Scene, quantity: Quantity) -> bool:
    """Whether the amount goes to one who receives aid, in so many words: "€21 billion for Ukraine"."""
    return any(
        group.link in {"to", "for"} and 0 <= group.start - quantity.end <= 16 and group.receiver
        for group in scene.groups
    )


def promised_to_receiver(scene: Scene, act: Act | None) -> bool:
    """Whether a level is that of what is promised to one who receives: "Norway's pledges to Kyiv reached"."""
    if act is None or act.role not in {"level", "hold"}:
        return False
    promises = [
        noun for noun in scene.acts if noun.noun and noun.status in _PROMISED and noun.end < act.start
    ]
    return any(
        group.link in {"to", "for"} and group.receiver and noun.end < group.start < act.start
        for group in scene.groups
        for noun in promises
    )


def budgeted_for_receiver(scene: Scene, quantity: Quantity, act: Act | None) -> bool:
    """Whether an amount is set aside for one who receives aid: "Für die Ukraine sind €11bn eingeplant"."""
    if act is None or act.role != "spend" or act.status not in {"budgeted", "planned"}:
        return False
    return any(
        group.receiver
        and _is_led_to(group)
        and group.end <= quantity.start
        and not scene.separated(group.end, quantity.start)
        for group in scene.groups
    )


def given_to_receiver(scene: Scene, act: Act) -> bool:
    """Whether one who receives aid is told as whom something is given to: "передали Україні"."""
    if act.role == "receive":
        return any(group.receiver and not group.link and group.end <= act.start for group in scene.groups)
    to_it = any(group.link == "to" and group.receiver for group in scene.groups)
    return act.role in {"give", "need"} and to_it


def given_to(scene: Scene, act: Act | None) -> bool:
    """Whether a receiver stands directly behind the verb of giving: "ha destinato a Kiev lo 0,1%"."""
    return act is not None and any(
        group.receiver and group.link == "to" and 0 <= group.start - act.end <= _TO_RECEIVER
        for group in scene.groups
    )


def of_receiver(scene: Scene, mark: Mark) -> bool:
    """Whether "defence" is a receiver's: "to Ukraine's defence"."""
    return any(
        group.receiver and (0 <= mark.start - group.end <= 16 or 0 <= group.start - mark.end <= 8)
        for group in scene.groups
    )
