"""What a sentence goes on with that the one before has said, and what it must not take over."""

from __future__ import annotations

import pytest

from figures import extract

# Text, the figure looked at, and its actor, recipient and measure.
CARRIED = [
    (
        "Norway will send arms worth €300 million to Ukraine. The package includes 20 tanks.",
        "20 tanks", "Norway", "Ukraine", "equipment",
    ),
    (
        "Spain spent 1.3% of GDP on defence in 2024. The government plans to raise military spending to 2.1%.",
        "2.1%", "Spain", "", "defence_share_gdp",
    ),
    (
        "Spain spent 1.3% of GDP on defence in 2024. The budget will grow by €10 billion.",
        "€10 billion", "Spain", "", "defence_expenditure_change",
    ),
    (
        "Japan announced a new package for Ukraine worth $200m.\n\nThe package includes:\n- 100 vehicles\n- $20m for repairs",
        "$20m", "Japan", "Ukraine", "total_aid",
    ),
    (
        "Denmark has a new government. Defence spending will reach 3% of GDP.",
        "3%", "Denmark", "", "defence_share_gdp",
    ),
]  # fmt: skip
# The figure keeps an empty actor: another one is named, or two could be meant, or it is another matter.
KEPT_EMPTY = [
    ("Norway will send arms worth €300 million to Ukraine. Rheinmetall will deliver 15 howitzers.", "15 howitzers"),
    ("Norway will send arms worth €300 million to Ukraine. The company will deliver 15 howitzers.", "15 howitzers"),
    ("Norway gave €2 billion and Sweden gave €3 billion in military aid. Aid worth €1 billion followed.", "€1 billion"),
    ("Spain spent 1.3% of GDP on defence. Ireland objected to it. Defence spending stood at €18 billion.", "€18 billion"),
    ("Spain spent 1.3% of GDP on defence. Inflation stood at 3%.", "3%"),
    ("Spain spent 1.3% of GDP on defence. " + "Nothing else was said. " * 40 + "Defence spending fell 2%.", "2%"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "actor", "recipient", "measure"), CARRIED)
def test_what_is_carried(text: str, exact: str, actor: str, recipient: str, measure: str) -> None:
    claim = next(claim for claim in extract(text) if claim.exact == exact)
    assert (claim.actor, claim.recipient, claim.measure) == (actor, recipient, measure)


@pytest.mark.parametrize(("text", "exact"), KEPT_EMPTY)
def test_what_is_kept_empty(text: str, exact: str) -> None:
    claim = [claim for claim in extract(text) if claim.exact == exact][-1]
    assert claim.actor == ""


def test_the_sentence_that_it_is_carried_from_is_the_context() -> None:
    text = "Norway will send arms worth €300 million to Ukraine.\n\nThe package includes 20 tanks."
    tanks = extract(text)[-1]
    assert tanks.context == "Norway will send arms worth €300 million to Ukraine."


def test_a_sentence_that_says_all_itself_has_no_context() -> None:
    text = "Norway gave Ukraine €300 million. Sweden gave Ukraine €200 million."
    assert [claim.context for claim in extract(text)] == ["", ""]


# Text, the figure looked at, and its actor: persons act for the office that the document names with them.
IN_OFFICE = [
    ("Danish Prime Minister Mette Frederiksen came. Frederiksen promised €2 billion in aid.", "€2 billion", "Denmark"),
    ("Ana Sousa, Portugal's defence minister, said her country would send 9 tanks to Ukraine.", "9 tanks", "Portugal"),
    ('"We will spend 3% of GDP on defence," Estonian President Alar Karis said.', "3%", "Estonia"),
    ("Analyst Jan Berg came. Berg promised €2 billion in aid.", "€2 billion", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "actor"), IN_OFFICE)
def test_who_acts_in_office(text: str, exact: str, actor: str) -> None:
    assert next(claim.actor for claim in extract(text) if claim.exact == exact) == actor


# Text and what its figures go to: a line that opens a list says it for all items.
INTRODUCED = [
    ("The package for Ukraine includes:\n- 20 tanks\n- up to €30 million for repairs", ["Ukraine", "Ukraine"]),
    ("Spain's aid for Kyiv:\n- 20 tanks\n- 40 guns", ["Ukraine", "Ukraine"]),
    ("The ministers spoke of roads:\n- 20 tanks passed\n- 40 guns passed", ["", ""]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "recipients"), INTRODUCED)
def test_a_list_has_the_recipient_of_its_introduction(text: str, recipients: list[str]) -> None:
    assert [claim.recipient for claim in extract(text)] == recipients
