"""Text from people is never read as markup: whatever is shown is a literal, a Content or a visual (textual.md, 2).

Textual parses a plain str given to these places, and `[/]` in a remark crashes it. Escaping does not help (Textualize/textual #6155).
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SCREENS = Path(__file__).parents[2] / "workshop" / "tui"
"""The only place that imports Textual."""
WIDGETS = {"Static", "Label", "Button", "Checkbox", "RadioButton", "Collapsible", "Tab", "TabPane", "Placeholder", "Option", "Tooltip"}
"""Widgets whose first argument is parsed."""
METHODS = {"notify": 0, "add_option": 0, "add_options": 0, "set_options": 0, "replace_option_prompt": 1}
"""Methods that show one of their arguments, and which."""
ATTRIBUTES = {"border_title", "border_subtitle", "tooltip"}
SAFE_TYPES = {"Content", "Visual", "VisualType", "Option", "Text"}
"""What may be shown; further visuals are found by what they derive from."""


@cache
def trees() -> dict[Path, ast.Module]:
    """Every file of the screens, parsed."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SCREENS.rglob("*.py"))}


def base_names(node: ast.ClassDef) -> set[str]:
    """The names of a class's bases, without what stands in brackets."""
    bare = (base.value if isinstance(base, ast.Subscript) else base for base in node.bases)
    return {base.id for base in bare if isinstance(base, ast.Name)}


def named_in(annotation: ast.AST | None) -> set[str]:
    """Every type that an annotation names."""
    return {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)} if annotation is not None else set()


class Safe:
    """Which names give something that may be shown: visual classes, and functions annotated to return them."""

    def __init__(self) -> None:
        """Look through all files, since helpers are imported from one to another."""
        nodes = [node for tree in trees().values() for node in ast.walk(tree)]
        self.types = set(SAFE_TYPES)
        for _ in range(3):  # visuals derive from visuals
            self.types |= {node.name for node in nodes if isinstance(node, ast.ClassDef) and base_names(node) & self.types}
        functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
        self.functions = {each.name for each in functions if self._shows(each.returns)}
        self.attributes = {
            target.attr
            for node in nodes
            if isinstance(node, ast.AnnAssign) and isinstance(target := node.target, ast.Attribute) and self._shows(node.annotation)
        }

    def _shows(self, annotation: ast.AST | None) -> bool:
        """Whether the annotation is of something that may be shown, or of several, and never of a str."""
        names = named_in(annotation)
        return bool(names & self.types) and "str" not in names

    def value(self, node: ast.AST, function: ast.AST) -> bool:
        """Whether an expression, as it stands in a function, may be shown."""
        safe = False
        match node:
            case ast.Constant(value=str()):
                safe = True
            case ast.Name(id=name):
                safe = self._name(name, function)
            case ast.Attribute(attr=name):
                safe = name in self.attributes
            case ast.Call(func=called):
                safe = self._call(called, function)
            case ast.GeneratorExp(elt=element) | ast.ListComp(elt=element) | ast.Starred(value=element):
                safe = self.value(element, function)
            case ast.IfExp(body=body, orelse=other):
                safe = self.value(body, function) and self.value(other, function)
        return safe

    def _call(self, called: ast.expr, function: ast.AST) -> bool:
        """Whether what this gives when it is called may be shown: a visual's class, a function that returns one, a method of one."""
        match called:
            case ast.Name(id=name):
                return name in self.types or name in self.functions
            case ast.Attribute(value=ast.Name(id=owner), attr=name):
                return owner in self.types or name in self.functions or self._name(owner, function)
            case ast.Attribute(value=inner, attr=name):
                return name in self.functions or self.value(inner, function)
        return False

    def _name(self, name: str, function: ast.AST) -> bool:
        """Whether every way in which a name gets its value in this function is safe."""
        found = []
        for node in ast.walk(function):
            match node:
                case ast.arg(arg=other, annotation=annotation) | ast.AnnAssign(target=ast.Name(id=other), annotation=annotation):
                    found += [self._shows(annotation)] if other == name else []
                case ast.Assign(targets=[ast.Name(id=other)], value=value):
                    found += [self.value(value, function)] if other == name else []
                case ast.For(target=ast.Name(id=other), iter=several) | ast.comprehension(target=ast.Name(id=other), iter=several):
                    found += [self.value(several, function)] if other == name else []
        return bool(found) and all(found)


def unsafe_in(tree: ast.Module, safe: Safe) -> Iterator[int]:
    """The lines in which something is shown that may be a plain str."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for node in ast.walk(function):
            if not all(safe.value(text, function) for text in texts_of(node)):
                yield node.lineno if isinstance(node, ast.expr | ast.stmt) else 0


def texts_of(node: ast.AST) -> list[ast.expr]:
    """What an assignment or a call shows. `update` does so on a widget that is self or was queried, not on a dict."""
    match node:
        case ast.Assign(targets=[ast.Attribute(attr=name)], value=value) if name in ATTRIBUTES:
            return [value]
        case ast.Call() if markup_is_off(node):
            return []
        case ast.Call(func=ast.Name(id=name)) if name in WIDGETS:
            place = 0
        case ast.Call(func=ast.Attribute(value=ast.Name(id="self") | ast.Call(func=ast.Attribute(attr="query_one")), attr="update")):
            place = 0
        case ast.Call(func=ast.Attribute(attr=name)) if name in METHODS:
            place = METHODS[name]
        case _:
            return []
    named = (word.value for word in node.keywords if word.arg in ("content", "message", "prompt", "label", "tooltip"))
    return [*node.args[place : place + 1], *named]


def markup_is_off(call: ast.Call) -> bool:
    """Whether the call says `markup=False`."""
    return any(word.arg == "markup" and isinstance(word.value, ast.Constant) and word.value.value is False for word in call.keywords)


def test_nothing_shown_can_be_read_as_markup() -> None:
    """No widget, message or title of the package is given a str that isn't a literal."""
    safe = Safe()
    assert [f"{path.relative_to(SCREENS)}:{line}" for path, tree in trees().items() for line in unsafe_in(tree, safe)] == []


@pytest.mark.parametrize(
    "line",
    [
        "Static(f'{text}')",
        "Static(text)",
        "self.update(text)",
        "self.query_one('#x', Static).update(text + '!')",
        "self.app.notify(text)",
        "self.app.notify(str(text), title='x')",
        "Option(text, id='x')",
        "Label('%s' % text)",
        "Button(label=text)",
        "self.border_title = text",
        "self.set_options(Option(each) for each in texts)",
    ],
)
def test_a_text_that_is_no_literal_is_found(line: str) -> None:
    """The test above sees each of these."""
    tree = ast.parse(f"def show(self, text: str, texts: list[str]) -> None:\n    {line}\n")
    assert list(unsafe_in(tree, Safe())) == [2]


@pytest.mark.parametrize(
    "line",
    [
        "Static('literal')",
        "Static(Content(text))",
        "Static(Content.assemble(text, '!'))",
        "Static(Content(text).stylize('bold'))",
        "self.app.notify(text, markup=False)",
        "self.border_title = Content(text)",
        "self.set_options(Option(Content(each)) for each in texts)",
        "touched.update(texts)",
    ],
)
def test_what_is_literal_or_content_is_let_through(line: str) -> None:
    """The test above doesn't cry wolf."""
    tree = ast.parse(f"def show(self, text: str, texts: list[str]) -> None:\n    {line}\n")
    assert list(unsafe_in(tree, Safe())) == []
