"""The code tree: the themes first, then a branch for each thing else that is known of a remark."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workshop.model.view.codebook import ShownTheme
from workshop.model.view.view import View
from workshop.report.qdpx.guids import Guids
from workshop.report.qdpx.labels import BRANCHES, CODING, NO_THEME, PEOPLE, PERSPECTIVE, PICTURE, READBACK, Label, labels
from workshop.report.qdpx.plain import Unique, plain, shortened

BESIDE_ITS_NAME = 60
"""How many characters of a statement stand in the name of its code."""


@dataclass(frozen=True, slots=True)
class Code:
    """One node; one that only groups others is not `codable`."""

    guid: str
    name: str
    codable: bool
    description: str = ""
    below: tuple["Code", ...] = ()


@dataclass(frozen=True, slots=True)
class Codes:
    """The tree, and the GUIDs of its themes by title and of its labels. `priorities` are those of the priority themes."""

    tree: tuple[Code, ...]
    themes: Mapping[str, str]
    labels: Mapping[Label, str]
    priorities: tuple[str, ...]


def codes(view: View, guids: Guids, *, people: Sequence[tuple[str, str]] = (), speakers: bool = False) -> Codes:
    """All themes, and the labels that some remark with words, or some picture, bears; no two nodes have one name.

    `people` are the cases (name, GUID) that are to be codes too; with `speakers` each perspective is a label.
    """
    unique = Unique()
    tree = _themes(view.codebook, guids, unique)
    found = dict.fromkeys(_all_labels(view, speakers=speakers))
    identifiers = {label: guids.of("label", *label) for label in found}
    for branch, description in BRANCHES.items():
        below = tuple(_label(view, label, identifiers[label], unique) for label in found if label[0] == branch)
        if branch == PEOPLE:
            below = tuple(Code(guid, unique.name(name, PEOPLE), codable=True) for name, guid in people)
        if below:
            tree.append(Code(guids.of("branch", branch), unique.name(branch, branch), codable=False, description=description, below=below))
    return Codes(
        tree=tuple(tree),
        themes={each.title: guids.of("theme", each.id) for each in view.codebook},
        labels=identifiers,
        priorities=tuple(guids.of("theme", each.id) for each in view.codebook if each.priority),
    )


def described(theme: ShownTheme) -> str:
    """A theme's description, with its other names, who leads it, and that it is provisional."""
    facts = (
        plain(theme.description).strip(),
        f"Also called: {'; '.join(theme.aliases)}." if theme.aliases else "",
        f"Lead: {theme.lead_organisation}." if theme.lead_organisation else "",
        "" if theme.agreed else "Provisional.",
    )
    return plain("\n".join(fact for fact in facts if fact))


def _themes(themes: Sequence[ShownTheme], guids: Guids, unique: Unique) -> list[Code]:
    """Those under none; whoever stands above itself is under none, so that no theme is lost."""
    names = {each.id: unique.name(each.title, "theme") for each in themes}
    parents = {each.id: each.parent for each in themes}
    tops = {each.id for each in themes if not each.parent or _above_itself(each.id, parents)}

    def node(theme: ShownTheme) -> Code:
        below = tuple(node(each) for each in themes if each.parent == theme.id and each.id not in tops)
        return Code(guids.of("theme", theme.id), names[theme.id], codable=True, description=described(theme), below=below)

    return [node(each) for each in themes if each.id in tops]


def _above_itself(theme: str, parents: Mapping[str, str]) -> bool:
    seen: set[str] = set()
    above = parents[theme]
    while above and above not in seen:
        if above == theme:
            return True
        seen.add(above)
        above = parents.get(above, "")
    return False


def _all_labels(view: View, *, speakers: bool) -> Iterable[Label]:
    for said in view.reflections:
        if not said.quote.text:
            continue
        yield from labels(said)
        if speakers and said.quote.perspective:
            yield PERSPECTIVE, said.quote.perspective
        if any(not given for given in said.coded_by.values()):
            yield CODING, NO_THEME
    yield from ((PICTURE, each.name) for each in view.artworks if each.content)


def _label(view: View, label: Label, guid: str, unique: Unique) -> Code:
    """A label's name has its branch before it: a program that shows the tree flat shows it so."""
    branch, value = label
    if branch in (READBACK, PICTURE):
        words, description = _on_show(view).get(value, ("", ""))
        name = f"{value}: {shortened(words, BESIDE_ITS_NAME)}" if words else value
        return Code(guid, unique.name(name, value), codable=True, description=plain(description))
    return Code(guid, unique.name(f"{branch}: {value}", branch), codable=True)


def _on_show(view: View) -> dict[str, tuple[str, str]]:
    """What was put to people, by its name: a few words for it, and a description."""
    statements = {each.name: (each.text, each.text) for each in view.statements}
    return statements | {each.name: (each.caption, each.described) for each in view.artworks}
