"""Which figure of a sentence is part, share or change of which, and which is the same amount."""

from __future__ import annotations

import pytest

from figures import extract
from figures.records import Link

# Links of the figures of a text, in order.
ROWS = [
    ("method 26: of which", "It gave EUR 5 billion, of which 2 billion euros for arms.", [[], [("part_of", 0)]]),
    ("method 26: including", "It is 5%, including 3.5% for defence and 1.5% for roads.", [[], [("part_of", 0)], [("part_of", 0)]]),
    ("method 26: share", "It gave €50bn, more than half of it in arms.", [[], [("share_of", 0)]]),
    ("method 26: change behind", "It spent 485 billion US dollars, a nearly 20% increase.", [[], [("change_of", 0)]]),
    ("change before", "Spending rose 20% to $485 billion.", [[("change_of", 1)], []]),
    ("method 25: parentheses", "It gave SEK 16 billion (EUR 1.4 billion).", [[], [("same_amount", 0)]]),
    ("method 25: or", "It gave £5m, or $6m.", [[], [("same_amount", 0)]]),
    ("a part is not larger", "It gave $5bn, including $7bn.", [[], []]),
    ("two amounts", "It gave $5bn and €6bn.", [[], []]),
    ("another sentence", "It gave $5bn. It gave $2bn too.", [[], []]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_links(text: str, wanted: list[list[tuple[str, int]]]) -> None:
    found = [list(claim.links) for claim in extract(text)]
    assert found == [[Link(relation, f"#{target}") for relation, target in links] for links in wanted]
