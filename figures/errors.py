"""Everything that can go wrong, as one tree.

::

    FiguresError
    ├── DataError (ValueError)          one fault in a file: which file, which row, what, what to do
    ├── DataErrors (ValueError)         all faults of a run at once
    ├── SourceError (ValueError)        a document that cannot be read
    ├── LanguageError (LookupError)     a language that has no tables
    ├── QueryError (ValueError)         a query parameter that is unknown or invalid
    ├── UnknownFigureError (LookupError)  an id that no figure has
    ├── UnitError (ValueError)          two units that cannot be added or compared
    └── RateError (LookupError)         no exchange rate for a currency and day

Every message is one line that says what is wrong and what to do.
"""

from __future__ import annotations

from collections.abc import Sequence


class FiguresError(Exception):
    """Parent of every error that this package raises on purpose."""


class DataError(FiguresError, ValueError):
    """One fault in a data file."""

    def __init__(self, file: str, row: int | str | None, problem: str, remedy: str) -> None:
        super().__init__(file, row, problem, remedy)
        self.file = file
        self.row = row
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        if self.row is None:
            place = self.file
        elif isinstance(self.row, int):
            place = f"{self.file}, row {self.row}"
        else:
            place = f"{self.file}, {self.row}"
        return f"{place}: {self.problem}; {self.remedy}"


class DataErrors(FiguresError, ValueError):
    """All faults found in one run, in the order in which they were met."""

    def __init__(self, errors: Sequence[DataError]) -> None:
        super().__init__(errors)
        self.errors = tuple(errors)

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


class SourceError(FiguresError, ValueError):
    """A document that cannot be read as text."""

    def __init__(self, file: str, problem: str, remedy: str) -> None:
        super().__init__(file, problem, remedy)
        self.file = file
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.file}: {self.problem}; {self.remedy}"


class LanguageError(FiguresError, LookupError):
    """A language for which `data/lexicon/` holds no table."""

    def __init__(self, language: str, known: Sequence[str]) -> None:
        super().__init__(language, known)
        self.language = language
        self.known = tuple(known)

    def __str__(self) -> str:
        return f"no lexicon for language {self.language!r}; use one of: {', '.join(self.known)}"


class QueryError(FiguresError, ValueError):
    """A query parameter that is unknown or has an invalid value."""

    def __init__(self, parameter: str, value: str, problem: str, remedy: str) -> None:
        super().__init__(parameter, value, problem, remedy)
        self.parameter = parameter
        self.value = value
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.parameter}={self.value}: {self.problem}; {self.remedy}"


class UnknownFigureError(FiguresError, LookupError):
    """An id that no figure has."""

    def __init__(self, figure_id: str) -> None:
        super().__init__(figure_id)
        self.figure_id = figure_id

    def __str__(self) -> str:
        return f"no figure has the id {self.figure_id!r}; ids are listed in figures.csv"


class UnitError(FiguresError, ValueError):
    """Two units that cannot be added, compared or converted."""

    def __init__(self, left: str, right: str) -> None:
        super().__init__(left, right)
        self.left = left
        self.right = right

    def __str__(self) -> str:
        return f"{self.left} and {self.right} cannot be combined; convert one of them first"


class RateError(FiguresError, LookupError):
    """No exchange rate is published for a currency and a day."""

    def __init__(self, currency: str, day: str, reason: str) -> None:
        super().__init__(currency, day, reason)
        self.currency = currency
        self.day = day
        self.reason = reason

    def __str__(self) -> str:
        return f"no ECB reference rate for {self.currency} on {self.day}: {self.reason}"
