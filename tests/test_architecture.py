"""Layers point one way (architecture.md, 2): by the imports as written, and by what a fresh interpreter loads."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from workshop.workbook.book import Workbook

PACKAGE = Path(__file__).parents[1] / "workshop"
GROUND = {"text", "errors"}
MAY_IMPORT = {
    "text": set(),
    "errors": set(),
    "clocks": {"model", *GROUND},
    "plans": {"model", *GROUND},
    "guide": GROUND,
    "settings": GROUND,
    "model": GROUND,
    "compare": {"model", *GROUND},
    "privacy": {"model", "compare", *GROUND},
    "report": {"model", "privacy", "compare", "guide", *GROUND},
    "intake": {"model", *GROUND},
    "store": {"model", *GROUND},
    "workbook": {"model", "compare", "privacy", "report", "intake", "store", "plans", "clocks", *GROUND},
    "console": {"model", "compare", "workbook", *GROUND},
    "tui": {"model", "compare", "workbook", "plans", "guide", "settings", "clocks", *GROUND},
    "cli": {"model", "compare", "workbook", "plans", "clocks", "report", "intake", "console", "guide", "settings", "tui", *GROUND},
    "__main__": {"cli"},
    "__init__": set(),
}
OWNER = {
    "tinydb": "store",
    "textual": "tui",
    "click": "cli",
    "jinja2": "report",
    "docx": "report",
    "xlsxwriter": "report",
    "python_calamine": "intake",
    "rich": "console",
    "pyrage": "store",
    "PIL": "intake",
}
LATE = {"workbook/exporting.py", "workbook/forms.py", "workbook/importing.py", "workbook/papers.py", "workbook/voting.py"}
"""Files that load other layers when they are first needed; the layers that they name are checked all the same."""
ALSO = {"rich": {"tui"}}


def modules() -> Iterator[tuple[str, Path]]:
    """Each file of the package with the layer that it belongs to."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).parts
        yield (parts[0].removesuffix(".py"), path)


def imports(path: Path) -> Iterator[str]:
    """The full dotted names that a file imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides its layer"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def loaded_by(module: str) -> set[str]:
    """The top-level packages and layers in `sys.modules` after a fresh interpreter imports one module."""
    code = f"import json, sys, {module}; print(json.dumps(list(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    return set(json.loads(done.stdout))


def test_every_import_follows_the_layers() -> None:
    """No file imports a layer that its own may not."""
    wrong = []
    for layer, path in modules():
        for name in imports(path):
            if not name.startswith("workshop."):
                continue
            target = name.split(".")[1]
            if target not in {layer, "__version__"} and target not in MAY_IMPORT[layer]:
                wrong.append(f"{path.relative_to(PACKAGE)} imports {name}")
    assert wrong == []


def test_each_library_has_one_layer_that_imports_it() -> None:
    """TinyDB is the store's, Textual the screens', click the command line's, jinja2 the reports', rich the console's and the screens'."""
    wrong = []
    for layer, path in modules():
        for name in imports(path):
            library = name.split(".")[0]
            if library in OWNER and layer != OWNER[library] and layer not in ALSO.get(library, set()):
                wrong.append(f"{path.relative_to(PACKAGE)} imports {library}")
    assert wrong == []


def test_nothing_hides_a_cycle() -> None:
    """No TYPE_CHECKING import anywhere; our own modules are imported inside functions only where a first screen would pay for them."""
    wrong = []
    for layer, path in modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if any(isinstance(node, ast.Name) and node.id == "TYPE_CHECKING" for node in ast.walk(tree)):
            wrong.append(f"{path.relative_to(PACKAGE)} has TYPE_CHECKING")
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    name = node.module if isinstance(node, ast.ImportFrom) else node.names[0].name
                    if (name or "").startswith("workshop") and layer != "cli" and path.relative_to(PACKAGE).as_posix() not in LATE:
                        wrong.append(f"{path.relative_to(PACKAGE)}:{node.lineno} imports {name} inside {function.name}")
    assert wrong == []


@pytest.mark.parametrize(
    "layer", ["text", "errors", "model.records", "model.clock", "model.capture", "model.planfile", "compare.comparison"]
)
def test_the_ground_reaches_no_other_package(layer: str) -> None:
    """Importing model and compare loads the standard library and nothing else."""
    before = loaded_by("json")
    outside = {name.split(".")[0] for name in loaded_by(f"workshop.{layer}") - before} - set(sys.stdlib_module_names) - {"workshop"}
    assert outside == set()


@pytest.mark.parametrize("layer", ["cli", "workbook", "store.repository", "console", "report.formats", "intake.rows", "privacy.view"])
def test_only_the_screens_load_textual(layer: str) -> None:
    """A fresh interpreter that imports any other layer has no textual in it."""
    assert "textual" not in {name.split(".")[0] for name in loaded_by(f"workshop.{layer}")}


def test_the_help_loads_click_and_no_more() -> None:
    """`workshop --help` pays for click alone: no tinydb, no jinja2, no rich, no textual."""
    code = "import json, sys\nfrom workshop.cli import main\nmain(['--help'])\nprint('#' + json.dumps(list(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    loaded = {name.split(".")[0] for name in json.loads(done.stdout.rsplit("#", 1)[1])}
    assert "click" in loaded
    assert loaded & {"tinydb", "jinja2", "rich", "textual", "platformdirs"} == set()


def test_files_stay_short() -> None:
    """No file of the package is over 400 lines, and half of them are under 150."""
    lengths = {str(path.relative_to(PACKAGE)): len(path.read_text(encoding="utf-8").splitlines()) for _, path in modules()}
    assert {name: lines for name, lines in lengths.items() if lines > 400} == {}
    assert sorted(lengths.values())[len(lengths) // 2] < 150


def test_no_part_of_the_workbook_hides_another_s_private_name() -> None:
    """`Workbook` is made of many parts, and two of them with one private name would each call the last one's."""
    owners: dict[str, list[str]] = {}
    for part in Workbook.__mro__:
        for name in vars(part) if part.__module__.startswith("workshop.") else ():
            if name.startswith("_") and not name.startswith("__"):
                owners.setdefault(name, []).append(part.__name__)
    assert {name: parts for name, parts in owners.items() if len(parts) > 1} == {}
