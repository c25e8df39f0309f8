"""How records are read: without what was put aside for safeguarding, and what was merged as what it is part of.

Both are records of their own beside what they are about, so neither a flag nor a merge can be undone by what another laptop writes to the
remark, the coding or the theme at the same time; and taking one back leaves everything as it was.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from workshop.model.flag import Flag
from workshop.model.merge import Merge
from workshop.model.recommendation import Recommendation
from workshop.model.records import Reflection, Theme
from workshop.model.revision import whole
from workshop.model.withdrawal import REMARK, REMARKS, rests_on
from workshop.text import fold

Some = TypeVar("Some")


@dataclass(frozen=True, slots=True)
class Lens:
    """`hidden` are reflections (ids) that nobody sees; `into` gives for each theme that was merged the one that it is part of now."""

    hidden: frozenset[str] = frozenset()
    into: Mapping[str, str] = field(default_factory=dict)

    @property
    def clear(self) -> bool:
        """Whether everything looks as it is."""
        return not self.hidden and not self.into

    def touches(self, kind: type) -> bool:
        """Whether a record of this kind may look otherwise than it is."""
        names = set(kind.__dataclass_fields__)  # type: ignore[attr-defined]  # records are dataclasses
        about_themes = kind in (Theme, Recommendation) or ("theme" in names and kind is not Merge)
        return bool(self.into and about_themes) or bool(self.hidden and (kind is Reflection or names & {REMARK, REMARKS}))

    def differs(self, other: "Lens", record: object) -> bool:
        """Whether a record may look otherwise through the other lens."""
        theme = getattr(record, "theme", None)
        themes = record.themes if isinstance(record, Recommendation) else (theme,) if theme else ()
        if any(self.into.get(each) != other.into.get(each) for each in themes):
            return True
        return self.hidden != other.hidden and rests_on(record, self.hidden ^ other.hidden)

    def through(self, record: Some) -> Some | None:
        """The record as it is read, None where it is not; what its parts bring to a theme is left to `themes`."""
        if self.hidden and rests_on(record, self.hidden):
            return None
        if isinstance(record, Theme):
            return None if record.id in self.into else record
        if isinstance(record, Recommendation):
            return replace(record, themes=tuple(dict.fromkeys(self.into.get(each, each) for each in record.themes)))
        into = self.into.get(getattr(record, "theme", None) or "")
        if into is None or isinstance(record, Merge):
            return record
        return replace(record, theme=into)  # type: ignore[type-var]  # records are dataclasses

    def themes(self, themes: Mapping[str, Theme]) -> dict[str, Theme]:
        """The themes that are parts of no other, each with what its parts bring."""
        parts: dict[str, list[Theme]] = {}
        for key, root in self.into.items():
            parts.setdefault(root, []).append(themes[key])
        shown = {}
        for key, theme in themes.items():
            if key not in self.into:
                joined = whole(theme, sorted(parts[key], key=lambda part: (part.order, part.id)), themes) if key in parts else theme
                above = self.into.get(joined.parent or "", joined.parent)
                shown[key] = joined if above == joined.parent else replace(joined, parent=None if above == key else above)
        titles = {fold(theme.title) for theme in shown.values()}
        for key in parts:  # a title that is in use again is no alias
            shown[key] = replace(shown[key], aliases=tuple(alias for alias in shown[key].aliases if fold(alias) not in titles))
        return shown


def lens(flags: Iterable[Flag], merges: Iterable[Merge], themes: Collection[str]) -> Lens:
    """The lens of these flags and merges; `themes` are the ids of all there are. A merge with a theme that isn't there does nothing."""
    edges = {each.theme: each.into for each in merges if each.theme in themes and each.into in themes}
    roots = {key: _root(key, edges) for key in edges}
    return Lens(frozenset(each.reflection for each in flags), {key: root for key, root in roots.items() if key != root})


def _root(theme: str, into: Mapping[str, str]) -> str:
    """Where a theme's merges lead. Two laptops may have merged each into the other: of such a ring the first by id is what is left."""
    passed: list[str] = []
    while theme in into:
        if theme in passed:
            return min(passed[passed.index(theme) :])
        passed.append(theme)
        theme = into[theme]
    return theme
