"""Fuzzes extraction with atheris: whatever the bytes, reading never fails and its claims hold.

Not part of the tests, since it runs as long as it is let. ``make fuzz`` installs atheris and runs it
for a minute.
"""

from __future__ import annotations

import importlib
import sys

_LONGEST = 2_000


def main() -> None:
    """Run until something fails or libFuzzer's own options end it; exits with its status."""
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["figures"]):
        from figures import extract

        extract("1%")  # loads the grammar, which is to be instrumented too
    from tests.extraction.test_properties import FRAGMENTS, check

    fragments = [fragment.strip() for fragment in FRAGMENTS if fragment.strip()]

    def read(data: bytes) -> None:
        """Half of the inputs are any characters, half are words that the grammar looks for."""
        provider = atheris.FuzzedDataProvider(data)
        if provider.ConsumeBool():
            text = provider.ConsumeUnicode(_LONGEST)
        else:
            places = provider.ConsumeIntListInRange(60, 0, len(fragments) - 1)
            gap = provider.ConsumeUnicode(1) or " "
            text = gap.join(fragments[place] for place in places)
        check(text, extract(text))

    atheris.Setup(sys.argv, read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
