from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from figures import vocabularies
from figures.__main__ import FILTERS, main
from figures.records import COLUMNS, figure_id
from figures.store import parse_query
from figures.vocabularies import data_folder

TEXT = "Norway spent EUR 20.9 billion on defence last year.\n"
ROOT = Path(__file__).resolve().parent.parent
FIGURE = figure_id("news", TEXT.strip(), TEXT.index("EUR"))


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_bytes(TEXT.encode())
    return path


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data folder that commands take for their own."""
    copy = tmp_path / "data"
    shutil.copytree(data_folder(), copy)
    monkeypatch.setattr(vocabularies, "data_folder", lambda: copy)
    return copy


def lines(text: str) -> list[str]:
    return text.splitlines()


def test_extract_json_lines(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(news), "--published", "2024-06-12"]) == 0
    (line,) = lines(capsys.readouterr().out)
    figure = json.loads(line)
    assert list(figure) == list(COLUMNS)
    assert (figure["figure_id"], figure["source_id"], figure["exact"]) == (FIGURE, "news", "EUR 20.9 billion")
    assert (figure["value"], figure["unit"], figure["origin"]) == ("20900000000", "EUR", "extracted")
    assert TEXT[figure["start"] : figure["end"]] == figure["exact"]
    assert (figure["published_on"], figure["published_on_basis"]) == (
        "2024-06-12",
        "given on the command line",
    )
    assert (figure["period_start"], figure["period_end"]) == ("2023-01-01", "2023-12-31")
    assert figure["text_sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (figure["value_usd"], figure["rate_usd"], figure["annual_value"]) == (None, None, None)


def test_extract_csv_holds_the_same(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["extract", str(news)])
    figure = json.loads(capsys.readouterr().out)
    assert main(["extract", "--format", "csv", str(news)]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert list(row) == list(COLUMNS)
    assert row == {name: "" if value is None else str(value) for name, value in figure.items()}


def test_extract_csv_of_nothing_is_a_header(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("No number here.", encoding="utf-8")
    assert main(["extract", "--format", "csv", str(tmp_path / "a.txt")]) == 0
    assert capsys.readouterr().out == ",".join(COLUMNS) + "\n"


def test_extract_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("utf-16"))))
    assert main(["extract", "-"]) == 0
    figure = json.loads(capsys.readouterr().out)
    assert (figure["source_id"], figure["exact"]) == ("stdin", "EUR 20.9 billion")


def test_standard_input_without_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n")))
    assert main(["extract", "-"]) == 2
    assert capsys.readouterr().err == (
        "standard input: holds no text; give a document with at least one sentence\n"
    )


def test_extract_takes_dates_from_the_file_beside(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry = '[[source]]\nfile = "news.txt"\npublished_on = 2020-01-02\npublisher = "Agency"\n'
    (news.parent / "sources.toml").write_text(entry, encoding="utf-8")
    assert main(["extract", str(news)]) == 0
    figure = json.loads(capsys.readouterr().out)
    assert (figure["published_on"], figure["period_start"]) == ("2020-01-02", "2019-01-01")
    assert figure["publisher"] == "Agency"


def test_one_bad_file_does_not_keep_the_others(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = news.with_name("more.txt")
    shutil.copy(news, other)
    empty = news.with_name("empty.txt")
    empty.touch()
    missing = news.with_name("missing.txt")
    assert main(["extract", str(missing), str(news), str(empty), str(news.parent), str(other)]) == 2
    out, err = capsys.readouterr()
    assert [json.loads(line)["source_id"] for line in lines(out)] == ["news", "more"]
    assert lines(err) == [
        f"{missing}: does not exist; check the path",
        f"{empty}: holds no text; give a document with at least one sentence",
        f"{news.parent}: is a folder; name the files in it",
    ]


def test_a_language_without_tables(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "--language", "tlh", str(news)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"{news}: no lexicon for language 'tlh'; use one of: ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "python -m figures: the following arguments are required: COMMAND; see `python -m figures --help`"),
        (["extract"], "python -m figures extract: the following arguments are required: FILE; see `python -m figures extract --help`"),
        (["extract", "a", "--published", "June"], "python -m figures extract: argument --published: 'June' is no date such as 2024-06-12; see `python -m figures extract --help`"),
        (["export", "--format", "csv"], "python -m figures export: the following arguments are required: -o/--output; see `python -m figures export --help`"),
    ],
)  # fmt: skip
def test_wrong_arguments(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err == f"{message}\n"


def test_build_writes_what_check_finds_up_to_date(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = data / "figures.csv"
    table.write_text("old", encoding="utf-8")
    assert main(["build", "--check"]) == 2
    assert capsys.readouterr().err == f"{table}: is out of date; run `python -m figures build`\n"
    assert main(["build"]) == 0
    assert capsys.readouterr().out.startswith(f"{table}: ")
    assert main(["build", "--check"]) == 0
    table.unlink()
    assert main(["build", "--check"]) == 2


def test_build_reports_all_faults_and_keeps_the_table(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (data / "figures.csv").read_bytes()
    with (data / "cited.csv").open("a", encoding="utf-8") as stream:
        stream.write("short\nshort\n")
    assert main(["build"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(lines(err)) == 2
    assert all(line.startswith("data/cited.csv, row ") for line in lines(err))
    assert (data / "figures.csv").read_bytes() == before


def test_add_keeps_an_excerpt(news: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry = '[[source]]\nfile = "news.txt"\npublished_on = 2024-01-02\npublisher = "Agency"\n'
    (news.parent / "sources.toml").write_text(entry, encoding="utf-8")
    assert main(["add", str(news)]) == 0
    path = data / "sources" / "news.txt"
    assert capsys.readouterr().out == f"{path}\n"
    assert path.read_text(encoding="utf-8") == TEXT
    assert main(["build"]) == 0
    assert FIGURE in (data / "figures.csv").read_text(encoding="utf-8")
    capsys.readouterr()
    assert main(["add", str(news)]) == 2
    assert capsys.readouterr().err.startswith("news: is a source already; ")


def test_check_lists_findings_in_both_forms(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "json"]) == 0
    findings = json.loads(capsys.readouterr().out)
    assert {"kind", "rule", "figure_ids", "sentence", "detail"} == findings[0].keys()
    assert main(["check"]) == 0
    text = capsys.readouterr().out
    assert len(lines(text)) == 3 * len(findings)
    for finding in findings:
        assert f"{finding['kind']}: {finding['sentence']}" in text


def test_check_without_a_table(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "figures.csv").unlink()
    assert main(["check"]) == 2
    err = capsys.readouterr().err
    assert err.endswith("there is no such file; run `python -m figures build` to write the file again\n")
    assert len(lines(err)) == 1


def test_export_filters(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "out.csv"
    filters = ["--measure", "defence_share_gdp", "--actor", "Poland", "--actor", "Germany", "--from", "2024"]
    assert main(["export", "--format", "csv", *filters, "-o", str(path)]) == 0
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert {row["actor"] for row in rows} == {"Poland", "Germany"}
    assert {row["measure"] for row in rows} == {"defence_share_gdp"}
    assert capsys.readouterr().out == f"{path}: {len(rows)} figures\n"


def test_export_json_and_data_package(tmp_path: Path) -> None:
    assert main(["export", "--format", "json", "-o", str(tmp_path / "out.json")]) == 0
    assert main(["export", "--format", "datapackage", "-o", str(tmp_path / "out.zip")]) == 0
    figures = json.loads((tmp_path / "out.json").read_bytes())
    with zipfile.ZipFile(tmp_path / "out.zip") as package:
        table = package.read("figures.csv").decode()
    assert [figure["figure_id"] for figure in figures] == [
        row["figure_id"] for row in csv.DictReader(io.StringIO(table))
    ]


def test_export_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = ["--status", "given", "--to", "soon"]
    assert main(["export", "--format", "csv", *wrong, "-o", str(tmp_path / "out.csv")]) == 2
    err = lines(capsys.readouterr().err)
    assert err[0].startswith("--status=given: is no known status")
    assert err[1].startswith("--to=soon: is no date")
    assert not list(tmp_path.iterdir())
    nowhere = tmp_path / "none" / "out.csv"
    assert main(["export", "--format", "csv", "-o", str(nowhere)]) == 2
    assert capsys.readouterr().err == (
        f"{nowhere}: No such file or directory; check the path and its permissions\n"
    )


def test_filters_are_parameters_of_the_query_grammar() -> None:
    _, errors = parse_query([(name, "?") for name in FILTERS])
    assert not [error for error in errors if "no known parameter" in str(error)]


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, check=False, **options
    )


def test_a_real_run_writes_utf_8_whatever_the_system_says() -> None:
    text = "Україні дали 5 % та € 9."
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = run("-m", "figures", "extract", "-", input=text.encode(), env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert [json.loads(line)["quote"] for line in done.stdout.decode().splitlines()] == [text, text]


def test_a_reader_that_stops_is_no_error(tmp_path: Path) -> None:
    many = tmp_path / "many.txt"
    many.write_text("It cost 5 euros. " * 3_000, encoding="utf-8")
    command = f"{sys.executable} -m figures extract {many} | head -n 1"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert done.stderr == b""
    assert json.loads(done.stdout)["exact"] == "5 euros"


def test_extraction_loads_nothing_heavy() -> None:
    code = (
        "import sys; from figures.__main__ import main; main(['extract', '-']);"
        "heavy = {'pandas', 'pint', 'dash', 'plotly', 'numpy'} & sys.modules.keys();"
        "sys.exit(','.join(heavy) or 0)"
    )
    done = run("-c", code, input=TEXT.encode())
    assert (done.returncode, done.stderr) == (0, b"")
