"""The codebook: themes are added, described, renamed, merged, split and put in order, by people and never by a machine."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from workshop.errors import WorkshopError
from workshop.model.codebook import named, near, new_theme, ordered, resolve
from workshop.model.keys import digest
from workshop.model.merge import Merge
from workshop.model.records import Theme
from workshop.model.revision import renamed, split, with_aliases, with_parent
from workshop.store.schema import Record
from workshop.text import clean, clean_line, fold
from workshop.workbook.desk import Desk


class Codebook(Desk):
    """The verbs of the codebook. A theme is named by its title, an alias, or the beginning of either where that is one theme's alone."""

    def refresh(self) -> bool:
        """Take in what other windows and laptops have written; a theme that was removed while somebody coded with it is there again."""
        changed = super().refresh()
        if changed and not self.repository.db.read_only:
            records = self.records
            lost = {each.theme for each in records.codings.values()} - records.themes.keys() - {""}
            found = [each for each in self.repository.deleted() if isinstance(each, Theme) and each.id in lost] if lost else []
            if found:
                self.repository.put(*found)
        return changed

    def themes(self) -> tuple[Theme, ...]:
        """All themes in the codebook's order."""
        return tuple(ordered(self.records.themes))

    def theme(self, name: str) -> Theme:
        """The theme of this name. Raises WorkshopError with those that are spelt alike."""
        themes, wanted = self.records.themes, fold(clean_line(name))
        found = resolve(name, themes)
        if found is not None:
            return found
        begun = {theme.id: theme for title, theme in named(themes).items() if wanted and title.startswith(wanted)}
        if len(begun) == 1:
            return next(iter(begun.values()))
        if begun:
            titles = ", ".join(f'"{theme.title}"' for theme in begun.values())
            raise WorkshopError(f'"{clean_line(name)}" may be more than one theme.', f"Say which: {titles}.")
        alike = ", ".join(f'"{theme.title}"' for theme in near(name, themes))
        cure = f"Did you mean {alike}?" if alike else "See them with: workshop theme WORKSHOP list"
        raise WorkshopError(f'There is no theme "{clean_line(name)}".', cure)

    def near_themes(self, title: str) -> tuple[Theme, ...]:
        """Themes with a title or an alias spelt much like this: a hint for a person to judge. What means the same in other words isn't."""
        return near(title, self.records.themes)

    def theme_counts(self) -> Mapping[str, Mapping[str, int]]:
        """How many remarks of each perspective the note-taker coded with each theme, by the theme's id."""
        records = self.records
        found: dict[str, set[str]] = {}
        for coding in records.codings.values():
            if not coding.coder:
                found.setdefault(coding.theme, set()).add(coding.reflection)
        reflections = records.reflections
        return {
            theme: Counter(reflections[each].perspective for each in found.get(theme, ()) if each in reflections)
            for theme in records.themes
        }

    def add_theme(
        self, title: str, *, description: str = "", aliases: Iterable[str] = (), parent: str = "", lead: str = "", agreed: bool = True
    ) -> Theme:
        """Make a theme, last in the order. Raises WorkshopError where there is one of that name, or of an alias's."""
        themes = self.records.themes
        name = clean_line(title)
        made = new_theme(name, themes, self.workshop.salt, self.records.merged)
        made = with_aliases(renamed(replace(made, title=name), name, themes), map(clean_line, aliases), themes)
        made = replace(made, description=clean(description).strip(), lead_organisation=clean_line(lead), provisional=not agreed)
        made = with_parent(made, self.theme(parent).id, themes) if parent else made
        self._do(f"the theme {made.title}", made)
        return made

    def describe_theme(
        self, title: str, *, description: str = "", aliases: Iterable[str] = (), priority: bool = False, lead_organisation: str = ""
    ) -> Theme:
        """Make a theme of this title, or describe the one there is; it counts as agreed from now on. Raises WorkshopError."""
        name = clean_line(title)
        if not fold(name):
            raise WorkshopError("A theme needs a title.")
        themes = self.records.themes
        known = resolve(name, themes) or new_theme(name, themes, self.workshop.salt, self.records.merged)
        theme = replace(
            known,
            title=name,
            description=clean(description),
            aliases=tuple(clean_line(each) for each in aliases),
            priority=priority,
            lead_organisation=clean_line(lead_organisation),
            provisional=False,
        )
        self._do(f"the theme {name}", theme)
        return theme

    def edit_theme(
        self,
        name: str,
        *,
        description: str | None = None,
        aliases: Iterable[str] | None = None,
        parent: str | None = None,
        lead: str | None = None,
        agreed: bool | None = None,
        priority: bool | None = None,
    ) -> Theme:
        """Change what is given and leave the rest; an empty `parent` puts it under none. Raises WorkshopError.

        The names of themes that were merged into this one stay aliases, since taking the merge back gives them their titles again.
        """
        theme, themes = self.theme(name), self.records.themes
        changed = theme if aliases is None else with_aliases(theme, map(clean_line, aliases), themes)
        changed = changed if parent is None else with_parent(changed, self.theme(parent).id if parent else None, themes)
        changed = replace(
            changed,
            description=theme.description if description is None else clean(description).strip(),
            lead_organisation=theme.lead_organisation if lead is None else clean_line(lead),
            provisional=theme.provisional if agreed is None else not agreed,
            priority=theme.priority if priority is None else priority,
        )
        return self._change(f"the edit of the theme {theme.title}", theme, changed)

    def rename_theme(self, name: str, title: str) -> Theme:
        """Give a theme another title; the old one becomes an alias. Raises WorkshopError where the title is another theme's."""
        theme = self.theme(name)
        return self._change(f"the title of {theme.title}", theme, renamed(theme, title, self.records.themes))

    def merge_themes(self, name: str, into: str) -> Theme:
        """Make a theme part of another, which keeps its title, with all that is and will be coded with it anywhere. Raises WorkshopError.

        The other theme as it is now. Taking it back gives both what they had, and what was coded with either since.
        """
        part, whole = self.theme(name), self.theme(into)
        if part.id == whole.id:
            raise WorkshopError("A merge takes two themes.", f'"{name}" and "{into}" are one already.')
        merge = Merge(id=digest(self.workshop.salt, "merge", part.id), theme=part.id, into=whole.id, at=self.now())
        self._do(f"the merge of {part.title} into {whole.title}", merge)
        return self.records.themes[whole.id]

    def split_theme(self, name: str, title: str, reflections: Iterable[str]) -> Theme:
        """Take reflections (R12) out of a theme into the theme of this title, a new one where there is none. Raises WorkshopError.

        Whoever coded them with the theme has coded them with the other now, second coders too.
        """
        theme, records = self.theme(name), self.records
        chosen = {self.reflection(each).id for each in reflections}
        change = split(
            theme,
            title,
            chosen,
            themes=records.themes,
            codings=records.codings.values(),
            salt=self.workshop.salt,
            taken=self.records.merged,
        )
        if not change.leaving:
            raise WorkshopError(f'None of these remarks is about "{theme.title}".', "Name those that are to leave it, such as R12.")
        stored = (self.repository.get("codings", each.id) for each in change.leaving)
        gone = [each for each in stored if each is not None]
        self._do(f"the split of {theme.title}", *change.themes, *change.arriving, gone=gone)
        return records.themes.get(change.part.id) or change.part

    def order_themes(self, names: Iterable[str]) -> tuple[Theme, ...]:
        """Put these themes first, in this order, the others after them as they were; all of them. Raises WorkshopError."""
        first = [self.theme(each) for each in names]
        wanted = {each.id: each for each in (*first, *self.themes())}
        self._put_in_order(tuple(wanted.values()))
        return self.themes()

    def move_theme(self, name: str, place: int) -> tuple[Theme, ...]:
        """Put a theme at a place, from 1; past the end it is the last. All of them. Raises WorkshopError."""
        theme = self.theme(name)
        others = [each for each in self.themes() if each.id != theme.id]
        others.insert(max(0, place - 1), theme)
        self._put_in_order(tuple(others))
        return self.themes()

    def remove_theme(self, name: str) -> Theme:
        """Take a theme out of the codebook. Raises WorkshopError where anything is about it."""
        theme, records = self.theme(name), self.records
        tables = (records.codings, records.statements, records.votes)
        about = sum(each.theme == theme.id for table in tables for each in table.values())
        if about:
            cure = "Merge it into another, or take its remarks out of it first."
            what = "remark, statement or vote is" if about == 1 else "remarks, statements or votes are"
            raise WorkshopError(f'"{theme.title}" is not empty: {about} {what} about it.', cure)
        below = [replace(each, parent=theme.parent) for each in records.themes.values() if each.parent == theme.id]
        joins = [each for each in records.merges.values() if self.repository.lens.into.get(each.theme) == theme.id]
        stored = (self.repository.get("themes", key) for key in (theme.id, *(each.theme for each in joins)))
        self._do(f"removing the theme {theme.title}", *below, gone=[*joins, *(each for each in stored if each is not None)])
        return theme

    def _change(self, what: str, before: Theme, after: Theme) -> Theme:
        """Store a theme as it is now; what it had of themes that are part of it is its own from then on."""
        if after != before:
            self._do(what, after, *self._emptied(after.id))
        return self.records.themes[after.id]

    def _emptied(self, theme: str) -> list[Record]:
        """The parts of a theme with nothing that would be added to it again but their names."""
        found: list[Record] = []
        for key, root in self.repository.lens.into.items():
            part = self.repository.get("themes", key)
            if root == theme and isinstance(part, Theme):
                bare = replace(part, description="", lead_organisation="", priority=False, provisional=True)
                found += [bare] if bare != part else []
        return found

    def _put_in_order(self, themes: tuple[Theme, ...]) -> None:
        stored = ((place, self.repository.get("themes", theme.id)) for place, theme in enumerate(themes))
        moved = [replace(each, order=place) for place, each in stored if isinstance(each, Theme) and each.order != place]
        if moved:
            self._do("the order of the themes", *moved)
