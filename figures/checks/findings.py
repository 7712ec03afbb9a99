"""Findings: where figures contradict, revise or confirm each other, or look like a slip.

Precision comes before recall, since a reader who meets two false alarms stops reading. Nothing is
raised across different scopes, price bases or periods; rounding and soft words are respected; and
figures of which it is unclear what they state are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from figures.checks.agreements import agreements
from figures.checks.contradictions import contradictions
from figures.checks.deriving import ORIGIN
from figures.checks.finding import KINDS, Finding
from figures.checks.implied import implied
from figures.checks.revisions import revisions
from figures.checks.statements import comparable, items, statements
from figures.checks.suspects import suspects
from figures.checks.vintage import groups
from figures.records import Figure


def find(figures: Sequence[Figure]) -> list[Finding]:
    """All findings over some figures, the gravest kind first, in the same order for the same figures.

    Derived figures are no statements and are left out; what follows from the others is worked out here.

    >>> find([])
    []
    """
    stated = [figure for figure in figures if figure.origin != ORIGIN]
    every = items(stated)
    found = comparable(every)
    together = groups(found)
    following = statements(implied(stated))
    by_id = {figure.figure_id: figure for figure in stated}
    raised = [
        *contradictions(found, following, by_id),
        *suspects(found, every, by_id),
        *revisions(together),
        *agreements(found, together, following, by_id),
    ]
    return sorted(raised, key=lambda finding: (KINDS.index(finding.kind), finding.rule, finding.figure_ids))


def by_figure(findings: Iterable[Finding]) -> Mapping[str, tuple[Finding, ...]]:
    """The findings that each figure stands in, for the mark beside it."""
    standing: dict[str, list[Finding]] = {}
    for finding in findings:
        for identity in finding.figure_ids:
            standing.setdefault(identity, []).append(finding)
    return MappingProxyType({identity: tuple(found) for identity, found in standing.items()})
