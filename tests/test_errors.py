from __future__ import annotations

import inspect
import re

import pytest

from figures import errors
from figures.errors import (
    DataError,
    DataErrors,
    FiguresError,
    LanguageError,
    QueryError,
    RateError,
    SourceError,
    UnitError,
    UnknownFigureError,
)

EXAMPLES: list[tuple[FiguresError, type[Exception], str]] = [
    (DataError("a.csv", 3, "unit is missing", "add it"), ValueError, "a.csv, row 3: unit is missing; add it"),
    (DataError("a.csv", None, "is empty", "build it"), ValueError, "a.csv: is empty; build it"),
    (DataError("a.toml", "figure '5'", "is gone", "delete it"), ValueError, "a.toml, figure '5': is gone; delete it"),
    (
        DataErrors([DataError("a.csv", 1, "x", "y"), DataError("b.csv", None, "z", "w")]),
        ValueError,
        "a.csv, row 1: x; y\nb.csv: z; w",
    ),
    (SourceError("a.pdf", "is a PDF", "save it as text"), ValueError, "a.pdf: is a PDF; save it as text"),
    (LanguageError("xx", ["en", "de"]), LookupError, "no lexicon for language 'xx'; use one of: en, de"),
    (QueryError("from", "soon", "is no date", "write 2024"), ValueError, "from=soon: is no date; write 2024"),
    (
        UnitError("EUR", "USD"),
        ValueError,
        "EUR and USD cannot be combined; convert one of them first",
    ),
    (
        RateError("UAH", "2024-06-12", "not published"),
        LookupError,
        "no ECB reference rate for UAH on 2024-06-12: not published",
    ),
    (UnknownFigureError("1"), LookupError, "no figure has the id '1'; ids are listed in figures.csv"),
]  # fmt: skip


@pytest.mark.parametrize(("error", "parent", "message"), EXAMPLES, ids=lambda value: type(value).__name__)
def test_an_error_says_what_is_wrong_and_what_to_do(
    error: FiguresError, parent: type[Exception], message: str
) -> None:
    assert str(error) == message
    assert isinstance(error, parent)
    assert isinstance(error, FiguresError)


def classes() -> dict[str, type[Exception]]:
    return {
        name: thing
        for name, thing in vars(errors).items()
        if inspect.isclass(thing) and issubclass(thing, FiguresError)
    }


def test_the_drawn_tree_is_the_tree() -> None:
    drawn = re.findall(r"[├└]── (\w+) \((\w+)\)", errors.__doc__ or "")
    found = [
        (name, thing.__mro__[2].__name__) for name, thing in classes().items() if thing is not FiguresError
    ]
    assert sorted(drawn) == sorted(found)


def test_every_error_has_an_example() -> None:
    assert classes().keys() - {"FiguresError"} == {type(error).__name__ for error, _, _ in EXAMPLES}
