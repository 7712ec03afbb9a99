"""Holds what no single module can: imports of `app.py`, versions, pinned requirements, documents."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs_version

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
APP_MAY_IMPORT = {
    "__future__", "argparse", "collections", "contextlib", "errno", "logging", "os", "pathlib", "signal",
    "socket", "sys", "typing",
    "dash", "dash_mantine_components", "flask", "werkzeug",
    "layouts", "figures.errors", "figures.store",
}  # fmt: skip


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def allowed(name: str) -> bool:
    """Whether a name, or a package that holds it, may be imported."""
    parts = name.split(".")
    return any(".".join(parts[:depth]) in APP_MAY_IMPORT for depth in range(1, len(parts) + 1))


def test_app_stands_on_the_screen_and_the_store_alone() -> None:
    assert {name for name in imports_of(ROOT / "app.py") if not allowed(name)} == set()
    assert not allowed("figures.extraction")
    assert not allowed("figures.storeroom")


MODULES = sorted(path for folder in ("figures", "layouts") for path in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_names_its_responsibility_first(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    assert docstring.split("\n\n")[0].endswith((".", ":")), "begin with a sentence that names it"


def test_public_names_exist() -> None:
    code = (
        "import figures, figures.store, figures.publish\n"
        "for package in (figures, figures.store, figures.publish):\n"
        "    assert all(hasattr(package, name) for name in package.__all__), package\n"
        "    assert len(set(package.__all__)) == len(package.__all__), package\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_the_version_is_the_newest_of_the_changelog() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$", changes, re.MULTILINE)
    assert versions[0] == PROJECT["version"]
    assert versions == sorted(
        versions, key=lambda text: [int(part) for part in text.split(".")], reverse=True
    )


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_and_stands_once(file: str) -> None:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    requirements = [line.split("#")[0].strip() for line in lines if line.split("#")[0].strip()]
    for line in requirements:
        assert re.fullmatch(r'[\w.-]+(\[\w+\])?==[\w.]+(; python_version < "3\.\d+")?', line), line
    names = [re.split(r"[\[=]", line)[0].lower().replace("_", "-") for line in requirements]
    assert len(set(names)) == len(names)


def test_the_browser_gets_the_plotly_that_python_knows() -> None:
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    assert package["dependencies"]["plotly.js-basic-dist-min"] == get_plotlyjs_version()
    assert package["version"] == PROJECT["version"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", pin) for pin in package["dependencies"].values())


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\(([\w-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(path.name for path in folder.glob("*.md") if path.name != "README.md")


DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "data").glob("*.md")])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\((?!https?://|#)([^)#\s]+)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_make_lists_its_commands() -> None:
    listed = subprocess.run(["make", "help"], check=True, cwd=ROOT, capture_output=True, text=True).stdout
    assert re.findall(r"^make ([a-z]+) ", listed, re.MULTILINE)[:5] == [
        "help",
        "run",
        "test",
        "lint",
        "bench",
    ]


SCRIPTS = sorted([*(ROOT / "scripts").glob("*.sh"), ROOT / ".ci" / "run"])


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_shell_scripts_are_well_formed(path: Path) -> None:
    subprocess.run(["sh", "-n", str(path)], check=True)
    assert "set -eu" in path.read_text(encoding="utf-8")


def test_no_group_is_repeated_possessively() -> None:
    # Python 3.11.0 to 3.11.4 match `(…)*+` wrongly where the group backtracks; `(?>(…)*)` means the same.
    wrong = re.compile(r"\)(?:[*+?]|\{\{?[0-9]*,?[0-9]*\}?\})\+")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "figures").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if wrong.search(line)
    ]
    assert found == []
