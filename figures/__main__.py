"""The command line: ``python -m figures extract | build | check | export | add``.

Results go to standard output, errors to standard error, one line each that names the file and says
what to do; the exit code is then 2. Heavy modules load in the command that needs them.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, NoReturn

import figures
from figures import vocabularies
from figures.errors import FiguresError, SourceError
from figures.lexicon import languages
from figures.records import COLUMNS, Claim, Figure, to_json, to_row
from figures.sources import Source, decode, figures_from, read_document

_FAILED = 2
_STDIN = "-"
_STANDARD_INPUT = "standard input"
_AUTO = "auto"
# The parameters of the query grammar that select figures; a test holds them to it.
FILTERS = ("measure", "programme", "actor", "recipient", "status", "kind", "origin", "from", "to", "q")


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(_FAILED, f"{self.prog}: {message}; see `{self.prog} --help`\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        # The same bytes on every system; a file name that is no text must not stop an error message.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        code = run(options)
        sys.stdout.flush()
    except FiguresError as error:
        return _failed(error)
    except BrokenPipeError:
        # The reader has enough, as with `| head`; Python would complain once more on exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _failed(f"{error.filename}: {error.strerror}; check the path and its permissions")
    except KeyboardInterrupt:
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m figures", description="Published numbers, each tied to its sentence.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    extract = commands.add_parser("extract", help="read the figures of documents")
    extract.add_argument("files", nargs="+", metavar="FILE", help="a text file, or - for standard input")
    _add_reading(extract)
    extract.add_argument("--format", choices=("jsonl", "csv"), default="jsonl")
    extract.set_defaults(run=_extract)

    build = commands.add_parser("build", help="make data/figures.csv from what data/ holds")
    build.add_argument("--check", action="store_true", help="only say whether it is up to date")
    build.set_defaults(run=_build)

    check = commands.add_parser("check", help="list contradictions, suspects, revisions and agreements")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.set_defaults(run=_check)

    export = commands.add_parser("export", help="write figures to a file")
    export.add_argument("--format", choices=("csv", "json", "datapackage"), required=True)
    for name in FILTERS:
        export.add_argument(f"--{name}", action="append", default=[], help="as in the addresses of pages")
    export.add_argument("-o", "--output", required=True, metavar="FILE", type=Path)
    export.set_defaults(run=_export)

    add = commands.add_parser("add", help="keep the excerpt and provenance of documents in data/sources/")
    add.add_argument("files", nargs="+", metavar="FILE", help="a text file with a sources.toml beside it")
    _add_reading(add)
    add.set_defaults(run=_add)
    return parser


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", default="auto", metavar="auto|en|…", help="language of the documents")
    parser.add_argument(
        "--published", type=_day, metavar="2024-06-12", help="day on which the documents were published"
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2024-06-12") from None


def _extract(options: argparse.Namespace) -> int:
    write = _csv_writer() if options.format == "csv" else _write_json_lines

    def extract(file: str) -> None:
        source = _document(file, options)
        write(figures_from(source, _claims(source, file)))

    return _each(options.files, extract)


def _add(options: argparse.Namespace) -> int:
    from figures.curation import add_source

    def add(file: str) -> None:
        source = _document(file, options)
        claims = _claims(source, file)
        known = replace(source, language=source.language or figures.detect(source.text))
        print(add_source(known, claims, vocabularies.data_folder() / "sources"))

    return _each(options.files, add)


def _build(options: argparse.Namespace) -> int:
    from figures.curation import build, figures_table

    folder = vocabularies.data_folder()
    path = folder / "figures.csv"
    built = build(figures.extract, folder)
    table = figures_table(built).encode()
    if options.check:
        if not path.is_file() or path.read_bytes() != table:
            return _failed(f"{path}: is out of date; run `python -m figures build`")
        return 0
    path.write_bytes(table)
    print(f"{path}: {len(built)} figures")
    return 0


def _check(options: argparse.Namespace) -> int:
    from figures.checks.findings import find
    from figures.store import Query, open_store

    findings = find(open_store(vocabularies.data_folder() / "figures.csv").select(Query()))
    if options.format == "json":
        print(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2))
        return 0
    for finding in findings:
        print(f"{finding.kind}: {finding.sentence}\n  {finding.detail}\n  {' '.join(finding.figure_ids)}")
    return 0


def _export(options: argparse.Namespace) -> int:
    from figures.publish import write_csv, write_json, write_package
    from figures.store import open_store, parse_query

    query, errors = parse_query((name, value) for name in FILTERS for value in vars(options)[name])
    if errors:
        return _failed("\n".join(f"--{error}" for error in errors))
    found = open_store(vocabularies.data_folder() / "figures.csv").select(query)
    writers: dict[str, Callable[[Sequence[Figure], BinaryIO], None]] = {
        "csv": write_csv,
        "json": write_json,
        "datapackage": write_package,
    }
    with options.output.open("wb") as stream:
        writers[options.format](found, stream)
    print(f"{options.output}: {len(found)} figures")
    return 0


def _each(files: Iterable[str], work: Callable[[str], None]) -> int:
    """Do the work for every file; one that fails is reported and does not keep the others."""
    code = 0
    for file in files:
        try:
            work(file)
        except SourceError as error:
            code = _failed(error)
        except FiguresError as error:
            code = _failed(f"{file}: {error}")
    return code


def _claims(source: Source, file: str) -> list[Claim]:
    """The claims of a document; says so where its language has no table."""
    claims = figures.extract(source.text, source.language or _AUTO, source.published_on)
    if (source.language or figures.detect(source.text)) not in languages() and source.text.strip():
        known = ", ".join(languages())
        print(
            f"{_STANDARD_INPUT if file == _STDIN else file}: only signs, codes and digits are read in this language; words are in: {known}",
            file=sys.stderr,
        )
    return claims


def _document(file: str, options: argparse.Namespace) -> Source:
    """A document or standard input, in the language ("" to detect it) and of the day of the options."""
    if file == _STDIN:
        content = sys.stdin.buffer.read()
        digest = hashlib.sha256(content).hexdigest()
        source = Source(source_id="stdin", text=decode(content, _STANDARD_INPUT), original_sha256=digest)
    else:
        source = read_document(Path(file))
    language = source.language if options.language == _AUTO else options.language
    if options.published is None:
        return replace(source, language=language)
    basis = "given on the command line"
    return replace(source, language=language, published_on=options.published, published_on_basis=basis)


def _write_json_lines(found: Iterable[Figure]) -> None:
    for figure in found:
        print(json.dumps(to_json(figure), ensure_ascii=False))


def _csv_writer() -> Callable[[Iterable[Figure]], None]:
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    return lambda found: writer.writerows(to_row(figure) for figure in found)


def _failed(error: object) -> int:
    print(error, file=sys.stderr)
    return _FAILED


if __name__ == "__main__":
    sys.exit(main())
