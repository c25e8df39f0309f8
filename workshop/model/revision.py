"""Changes of the codebook as values: rename, merge, split. Nothing is saved here; every revision can be turned round.

A merge is a person's decision. What the themes were called stays as aliases, so that a tag typed from habit still finds its theme.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from workshop.errors import WorkshopError
from workshop.model.codebook import named, new_theme, resolve
from workshop.model.keys import coding_id
from workshop.model.records import Coding, Statement, Theme
from workshop.text import clean_line, fold

Row = TypeVar("Row", Theme, Coding, Statement)


@dataclass(frozen=True, slots=True)
class Swap(Generic[Row]):
    """What takes the place of what: the rows `after` are to be put, the rows `before` with no such id among them are to be deleted."""

    before: tuple[Row, ...] = ()
    after: tuple[Row, ...] = ()

    @property
    def gone(self) -> tuple[Row, ...]:
        """The rows to delete."""
        stay = {row.id for row in self.after}
        return tuple(row for row in self.before if row.id not in stay)


@dataclass(frozen=True, slots=True)
class Revision:
    """One change of the codebook, for one transaction."""

    themes: Swap[Theme]
    codings: Swap[Coding] = Swap()
    statements: Swap[Statement] = Swap()

    @property
    def undone(self) -> "Revision":
        """The revision that takes this one back. What came between stays: a coding made since then keeps its theme."""
        return Revision(
            Swap(self.themes.after, self.themes.before),
            Swap(self.codings.after, self.codings.before),
            Swap(self.statements.after, self.statements.before),
        )


def renamed(theme: Theme, title: str, themes: Mapping[str, Theme]) -> Theme:
    """The theme under its new title, the old one an alias. Raises WorkshopError if the title is blank or another theme's."""
    title = _free(title, theme, themes)
    aliases = theme.aliases if fold(title) == fold(theme.title) else (*theme.aliases, theme.title)
    return replace(theme, title=title, aliases=_distinct(aliases, title))


def with_aliases(theme: Theme, aliases: Iterable[str], themes: Mapping[str, Theme]) -> Theme:
    """The theme with these aliases and no others. Raises WorkshopError if one is blank or another theme's."""
    return replace(theme, aliases=_distinct((_free(alias, theme, themes) for alias in aliases), theme.title))


def with_parent(theme: Theme, parent: str | None, themes: Mapping[str, Theme]) -> Theme:
    """The theme under this parent (an id), or under none. Raises WorkshopError if that isn't there, or stands under the theme."""
    above = parent
    passed = {theme.id}
    while above is not None:
        if above in passed:  # two laptops may have made a ring of others that neither saw
            raise WorkshopError(f'"{theme.title}" would stand under itself, or in a ring.', "Choose a parent that isn't below it.")
        if above not in themes:
            raise WorkshopError("There is no such parent theme.")
        passed.add(above)
        above = themes[above].parent
    return replace(theme, parent=parent)


def merged(
    into: Theme,
    others: Collection[Theme],
    *,
    themes: Mapping[str, Theme],
    codings: Iterable[Coding],
    statements: Iterable[Statement],
    salt: str,
) -> Revision:
    """The others become part of `into`, with all that is coded with them, what stands under them and the statements about them.

    `into` keeps its id, title, order and lead organisation; of what it lacks it takes the first of the others', descriptions are joined.
    A reflection that one coder coded with both is then coded once. `codings` and `statements` may be those of the whole workshop.
    """
    if not others or any(other.id == into.id for other in others):
        raise WorkshopError("A merge takes two themes.", "Choose another theme to merge into this one.")
    all_of = (into, *others)
    gone = {other.id for other in others}
    whole = replace(
        into,
        description="\n".join(dict.fromkeys(theme.description for theme in all_of if theme.description)),
        aliases=_distinct((name for theme in all_of for name in (theme.title, *theme.aliases)), into.title),
        parent=_parent_outside(into, gone, themes),
        priority=any(theme.priority for theme in all_of),
        lead_organisation=next((theme.lead_organisation for theme in all_of if theme.lead_organisation), ""),
        provisional=all(theme.provisional for theme in all_of),
    )
    children = [theme for theme in themes.values() if theme.parent in gone and theme.id not in gone | {into.id}]
    about = tuple(statement for statement in statements if statement.theme in gone)
    return Revision(
        Swap((*all_of, *children), (whole, *(replace(child, parent=into.id) for child in children))),
        _moved(list(codings), gone, into.id, salt),
        Swap(about, tuple(replace(statement, theme=into.id) for statement in about)),
    )


def split(
    theme: Theme,
    title: str,
    reflections: Collection[str],
    *,
    themes: Mapping[str, Theme],
    codings: Iterable[Coding],
    salt: str,
) -> Revision:
    """These reflections (ids) leave the theme for another: the one of this title, or a new one, which then stands under the same parent.

    Raises WorkshopError if the title is the theme's own, or blank. If it was an alias of the theme, it is that no longer.
    """
    title = _title(title)
    if fold(title) == fold(theme.title):
        raise WorkshopError(f'"{theme.title}" can\'t be split into itself.', "Give the new theme a title of its own.")
    rest = replace(theme, aliases=tuple(alias for alias in theme.aliases if fold(alias) != fold(title)))
    found = resolve(title, {**themes, theme.id: rest})
    part = found or replace(new_theme(title, themes, salt), title=title, parent=theme.parent)
    before = [theme] if rest != theme else []
    after = [*([rest] if rest != theme else []), *([] if found else [part])]
    leaving = [coding for coding in codings if coding.reflection in reflections]
    return Revision(Swap(tuple(before), tuple(after)), _moved(leaving, {theme.id}, part.id, salt))


def _moved(codings: list[Coding], gone: Collection[str], into: str, salt: str) -> Swap[Coding]:
    """What is coded with a theme of `gone` is coded with `into`, unless the same coder had done that already."""
    there = {coding.id for coding in codings if coding.theme == into}
    leaving = tuple(coding for coding in codings if coding.theme in gone)
    arriving = {}
    for coding in leaving:
        moved = replace(coding, id=coding_id(salt, coding.reflection, into, coding.coder), theme=into)
        if moved.id not in there:
            arriving[moved.id] = moved
    return Swap(leaving, tuple(arriving.values()))


def _parent_outside(theme: Theme, gone: Collection[str], themes: Mapping[str, Theme]) -> str | None:
    """The nearest theme above that is not merged away."""
    parent = theme.parent
    passed = {theme.id}
    while parent is not None and parent in gone and parent not in passed:
        passed.add(parent)
        parent = themes[parent].parent
    return None if parent in passed else parent


def _title(title: str) -> str:
    title = clean_line(title)
    if not fold(title):
        raise WorkshopError("A theme needs a title.", "Type a word or two for it.")
    return title


def _free(title: str, theme: Theme, themes: Mapping[str, Theme]) -> str:
    """The title, cleaned, if no other theme has it as its title or alias."""
    title = _title(title)
    taken = named({key: other for key, other in themes.items() if key != theme.id}).get(fold(title))
    if taken is not None:
        raise WorkshopError(f'There is a theme of that name already: "{taken.title}".', "Merge the two if they mean the same.")
    return title


def _distinct(names: Iterable[str], title: str) -> tuple[str, ...]:
    """The names, each once however it is spelt, without the title."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    found.pop(fold(title), None)
    return tuple(found.values())
