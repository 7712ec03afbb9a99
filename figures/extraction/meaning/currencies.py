"""Which country's money a shared name means: "$", "kroner", "cents"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.sentences import Sentence
from figures.extraction.words.marks import Mark
from figures.extraction.words.party_names import is_receiver
from figures.lexicon import Lexicon

_PARTY = "party."
_SIDE_BY_SIDE = 6
_HIGHEST_RATE = 2_000
_LABEL_REACH = 4  # from a country to the amount that it labels: "Canada: ", "Canada — "
_FOUR_DECIMALS = re.compile(r"[0-9][.,][0-9]{4,6}(?![0-9])")


class Currencies:
    """Resolves shared names of money in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        money = lexicon.section("money")
        self._countries = {name: dict(countries) for name, countries in money.get("countries", {}).items()}
        self._default = dict(money.get("default", {}))
        self._words = dict(money.get("words_of_default", {}))
        self._last_resort = dict(money.get("last_resort", {}))
        self._shared = frozenset(self._countries)
        self._exchange = re.compile(
            "|".join(re.escape(words) for words in lexicon.words("vetoes", "exchange")) or "(?!)",
            re.IGNORECASE,
        )

    def at_home(self, country: str) -> dict[str, str]:
        """Which money the shared names without a default mean in a text at home in a country."""
        return {
            name: countries[country]
            for name, countries in self._countries.items()
            if country in countries and name not in self._default
        }

    def without_rates(self, text: str, sentence: Sentence, quantities: Sequence[Quantity]) -> list[Quantity]:
        """The quantities of a sentence without rates of exchange ("41.5 hryvnias to the dollar")."""
        small = [quantity for quantity in quantities if _may_be_rate(quantity)]
        if not small:
            return list(quantities)
        if self._exchange.search(text, sentence.start, sentence.end) is None:
            equated = _equated(text, small)
            small = [
                quantity
                for quantity in small
                # Only rates are quoted to a hundredth of a cent.
                if quantity in equated or _FOUR_DECIMALS.search(text, quantity.start, quantity.end)
            ]
        return [quantity for quantity in quantities if quantity not in small]

    def resolve(
        self,
        text: str,
        quantities: Sequence[Quantity],
        marks: Sequence[Mark],
        before: Sequence[Mark],
        known: dict[str, str],
    ) -> list[Quantity]:
        """The quantities with ISO codes for shared names; those that no country tells are left out.

        The country nearest to the amount in its sentence tells, else one of the sentence before for
        names that have no default, else what the name was `known` for before in the document.
        """
        kept = []
        for quantity in quantities:
            if quantity.unit in self._shared:
                lent = quantity.rule.endswith("-before") and known.get(quantity.unit, "")
                code = lent or self._code(text, quantity, quantities, marks, before)
                code = code or known.get(quantity.unit, "") or self._last_resort.get(quantity.unit, "")
                if quantity.relation == "same_amount" and quantity.related and quantity.related.unit == code:
                    code = str(self._default.get(quantity.unit, ""))  # "C$76m ($56m)"
                if not code:
                    continue
                known[quantity.unit] = code
                quantity.unit = code
            kept.append(quantity)
        return kept

    def _code(
        self,
        text: str,
        quantity: Quantity,
        quantities: Sequence[Quantity],
        marks: Sequence[Mark],
        before: Sequence[Mark],
    ) -> str:
        countries = self._countries[quantity.unit]
        twin = quantity.related if quantity.relation == "same_amount" else None
        if twin is not None and twin.unit in countries.values() and quantity.unit in self._default:
            return str(self._default[quantity.unit])  # "A$42 billion ($29 billion)"
        told = [mark for mark in marks if mark.tag.startswith(_PARTY) and mark.value in countries]
        if told:
            ahead = [mark for mark in told if mark.end <= quantity.start]
            nearest = ahead[-1] if ahead else told[0]
            # A country behind another amount is that amount's, where a name has a default.
            labelled = ahead or quantity.unit not in self._default
            if (labelled or not _between(quantities, quantity, nearest)) and not _disputed(
                nearest, told, countries
            ):
                return str(countries[nearest.value])
        codes = set(countries.values())
        for other in quantities:
            if other.unit not in codes or other.end > quantity.start:
                continue
            # "7.5 billion Danish kroner this year and 10.5 billion kroner in 2024"
            named = text[quantity.start].isalnum() and _last_word(text, quantity) == _last_word(text, other)
            if named or quantity.unit not in self._default:
                return other.unit
        if quantity.unit in self._default:
            own = {countries[mark.value] for mark in told}
            others = (m.value for m in marks if m.tag.startswith(_PARTY) and m.value not in countries)
            if len(own) <= 1 and all(map(is_receiver, others)):
                spoken = {
                    countries[m.value] for m in before if m.tag.startswith(_PARTY) and m.value in countries
                }
                if len(spoken) == 1 and own <= spoken:
                    return str(spoken.pop())
            return str(self._default[quantity.unit])
        for mark in reversed(before):
            if mark.tag.startswith(_PARTY) and mark.value in countries:
                return str(countries[mark.value])
        return str(self._words.get(_last_word(text, quantity), ""))


def _last_word(text: str, quantity: Quantity) -> str:
    return text[quantity.start : quantity.end].split()[-1].lower()


def _disputed(nearest: Mark, told: Sequence[Mark], countries: Mapping[str, str]) -> bool:
    """Whether a country with other money stands side by side with the nearest ("the US and Canada")."""
    return any(
        countries[mark.value] != countries[nearest.value]
        and 0 < max(mark.start - nearest.end, nearest.start - mark.end) <= _SIDE_BY_SIDE
        for mark in told
    )


def _between(quantities: Sequence[Quantity], quantity: Quantity, mark: Mark) -> bool:
    """Whether another amount stands between a quantity and a mark behind it, or is labelled by it."""
    return any(
        other.kind == "money" and quantity.end <= other.start <= mark.end + _LABEL_REACH
        for other in quantities
    )


def _equated(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The amounts on both sides of a sign of equality ("$1 = 41.5 hryvnias")."""
    return [
        quantity
        for left, right in pairwise(quantities)
        if text[left.end : right.start].strip() == "="
        for quantity in (left, right)
    ]


def _may_be_rate(quantity: Quantity) -> bool:
    return quantity.kind == "money" and quantity.value is not None and abs(quantity.value) < _HIGHEST_RATE
