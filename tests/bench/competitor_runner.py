"""Runs another extractor over texts; started in the Python that has it, with no import of this project.

Reads ``{"tool": …, "texts": […]}`` from standard input and writes
``{"seconds": …, "found": [[[start, end, value, unit], …], …]}``: offsets in code points, end exclusive,
units in the tool's own words. Only money and percentages are returned: the rest is not compared.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

Found = tuple[int, int, str, str]


def _quantulum() -> Callable[[str], list[Found]]:
    parser = import_module("quantulum3.parser")

    def read(text: str) -> Iterator[Found]:
        for quantity in parser.parse(text):
            name = quantity.unit.name
            if quantity.unit.entity.name == "currency" or name in {"percentage", "per cent", "percent"}:
                start, end = quantity.span
                yield start, end, repr(quantity.value), "%" if "cent" in name else name

    return lambda text: list(read(text))


def _recognizers() -> Callable[[str], list[Found]]:
    english = import_module("recognizers_text").Culture.English
    models = (
        import_module("recognizers_number_with_unit").NumberWithUnitRecognizer(english).get_currency_model(),
        import_module("recognizers_number").NumberRecognizer(english).get_percentage_model(),
    )

    def read(text: str) -> Iterator[Found]:
        for model in models:
            for result in model.parse(text):
                resolution = result.resolution or {}
                value = resolution.get("value")
                if value is not None:
                    unit = resolution.get("unit") or "%"
                    yield result.start, result.end + 1, str(value).rstrip("%"), str(unit)

    return lambda text: list(read(text))


TOOLS = {"quantulum3": _quantulum, "Recognizers-Text": _recognizers}


def main() -> None:
    """Read the request, run the tool, write the answer."""
    warnings.simplefilter("ignore")
    request: dict[str, Any] = json.load(sys.stdin)
    read = TOOLS[request["tool"]]()
    read("It costs 5 euros.")  # loading is not what is measured
    found = []
    start = time.perf_counter()
    for text in request["texts"]:
        try:
            found.append(read(text))
        except Exception as problem:  # a tool that fails on a text has found nothing in it
            print(f"{request['tool']}: {problem!r}", file=sys.stderr)
            found.append([])
    seconds = time.perf_counter() - start
    json.dump({"seconds": seconds, "found": found}, sys.stdout)


if __name__ == "__main__":
    main()
