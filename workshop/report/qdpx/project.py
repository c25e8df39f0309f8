"""The project: a zip file with `project.qde` and the texts in `sources/`, the same bytes as long as the view says the same."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time

from workshop.model.view.view import View
from workshop.report.qdpx.archive import archive
from workshop.report.qdpx.codes import Codes, codes
from workshop.report.qdpx.guids import Guids
from workshop.report.qdpx.journals import Journal, journals
from workshop.report.qdpx.labels import CODING, NO_THEME, PERSPECTIVE, PICTURE, labels, told
from workshop.report.qdpx.pictures import Picture, pictures
from workshop.report.qdpx.plain import LONGEST, Unique, shortened
from workshop.report.qdpx.sources import Source, Span, by_person, sources, spans_by_person
from workshop.report.qdpx.variables import Variable, of_people, of_source, variables_of_people, variables_of_sources
from workshop.report.qdpx.xml import Element, add, element, put, put_code, put_text, written
from workshop.report.slug import slug

NAMESPACE = "urn:QDA-XML:project:1.0"
ORIGIN = "workshop"
NOTE_TAKER = "note-taker"
EXCERPT = 40


def qdpx(view: View, *, case_codes: bool = False, speaking_order: bool = False) -> dict[str, bytes]:
    """The project, by the name of its file.

    With `case_codes` each person is a code too, given to all that they said: NVivo and QualCoder link a case with its words only so.
    In `speaking_order` a session is one text, not one for each person.
    """
    project = _Project(view, case_codes=case_codes, speaking_order=speaking_order)
    return {f"{slug(view.title)}.qdpx": archive(project.files())}


class _Project:
    """One export: what is in it, and how each part is written. Elements are in the order that the standard's schema asks for."""

    def __init__(self, view: View, *, case_codes: bool, speaking_order: bool) -> None:
        self._view = view
        self._guids = Guids(view.key)
        self._case_codes = case_codes
        self._speaking_order = speaking_order
        self._sources = sources(view, self._guids, speaking_order=speaking_order)
        unique = Unique()
        codes_of_people = [each.code for each in view.people if each.code]
        self._cases = {code: (unique.name(code, "person"), self._guids.of("case", code)) for code in codes_of_people}
        people = list(self._cases.values()) if case_codes else []
        self._codes: Codes = codes(view, self._guids, people=people, speakers=speaking_order)
        coders = dict.fromkeys(coder for said in view.reflections for coder in said.coded_by)
        unique = Unique()
        self._users = {coder: unique.name(coder or NOTE_TAKER, "coder") for coder in ("", *sorted(coders))}
        self._user = {coder: self._guids.of("user", coder) for coder in self._users}
        self._pictures = pictures(view, self._guids)
        self._journals = journals(view, self._guids)

    def files(self) -> dict[str, bytes]:
        """The files of the archive: the project's own first, then the sources, flat, each called by its GUID."""
        texts = {each.guid: each.text for each in self._sources} | {each.guid: each.text for each in self._journals}
        found = {"project.qde": self._qde()} | {f"sources/{guid}.txt": text.encode() for guid, text in texts.items()}
        return found | {f"sources/{each.file}": each.content for each in self._pictures}

    def _qde(self) -> bytes:
        view = self._view
        attributes = {"name": shortened(view.title, LONGEST), "origin": ORIGIN}
        root = element("Project", {**attributes, "creatingUserGUID": self._user[""], "creationDateTime": self._instant(None)})
        put(root, "Users", (element("User", {"guid": self._user[coder], "name": name}) for coder, name in self._users.items()))
        if self._codes.tree:
            tree = add(add(root, "CodeBook", {}), "Codes", {})
            for code in self._codes.tree:
                put_code(tree, code)
        variables = (*variables_of_people(view), *variables_of_sources(self._sources, view))
        put(root, "Variables", (self._variable_element(each) for each in variables))
        put(root, "Cases", self._case_elements())
        texts = (self._source_element(each) for each in self._sources)
        put(root, "Sources", (*texts, *(self._picture_element(each) for each in self._pictures)))
        put(root, "Notes", (self._note_element(each) for each in self._journals))
        put(root, "Sets", self._sets())
        about = (view.marking, view.cover, view.took_part, *view.at_a_glance)
        put_text(root, "Description", "\n".join(part for part in about if part))
        return written(root, NAMESPACE)

    def _variable_element(self, variable: Variable) -> Element:
        found = element("Variable", {"guid": self._variable(variable.name), "name": variable.name, "typeOfVariable": "Text"})
        put_text(found, "Description", variable.description)
        return found

    def _values(self, parent: Element, values: Mapping[str, str]) -> None:
        for name, value in values.items():
            found = add(parent, "VariableValue", {})
            add(found, "VariableRef", {"targetGUID": self._variable(name)})
            put_text(found, "TextValue", value)

    def _case_elements(self) -> Iterable[Element]:
        values = of_people(self._view)
        own = by_person(self._sources)
        spoken = spans_by_person(self._sources) if self._speaking_order else {}
        for person, (name, guid) in self._cases.items():
            found = element("Case", {"guid": guid, "name": name})
            if self._case_codes:
                add(found, "CodeRef", {"targetGUID": guid})
            self._values(found, values[person])
            for source in own.get(person, ()):
                add(found, "SourceRef", {"targetGUID": source.guid})
            for span in spoken.get(person, ()):
                add(found, "SelectionRef", {"targetGUID": span.guid})
            yield found

    def _source_element(self, source: Source) -> Element:
        path = f"internal://{source.guid}.txt"
        since = self._instant(source.spans[0].said.at)
        found = element("TextSource", {"guid": source.guid, "name": source.name, "plainTextPath": path, **self._by("", since)})
        for span in source.spans:
            self._put_selection(found, span)
        if self._case_codes and source.person in self._cases:
            _, case = self._cases[source.person]
            whole = self._guids.of("whole", source.guid)
            attributes = {"guid": whole, "name": source.person, "startPosition": "0", "endPosition": str(len(source.text))}
            selection = add(found, "PlainTextSelection", {**attributes, **self._by("", since)})
            self._put_coding(selection, whole, case, "", since)
        self._values(found, of_source(source, self._view))
        return found

    def _picture_element(self, picture: Picture) -> Element:
        """With one area that is the whole of it, given the code of those who read it."""
        since = self._instant(None)
        path = f"internal://{picture.file}"
        found = element("PictureSource", {"guid": picture.guid, "name": picture.name, "path": path, **self._by("", since)})
        put_text(found, "Description", picture.description)
        whole = self._guids.of("whole", picture.guid)
        area = {"firstX": "0", "firstY": "0", "secondX": str(picture.width), "secondY": str(picture.height)}
        selection = add(found, "PictureSelection", {"guid": whole, "name": picture.artwork, **area, **self._by("", since)})
        self._put_coding(selection, whole, self._codes.labels[PICTURE, picture.artwork], "", since)
        return found

    def _put_selection(self, parent: Element, span: Span) -> None:
        said, at = span.said, self._instant(span.said.at)
        place = {"startPosition": str(span.start), "endPosition": str(span.end)}
        name = said.quote.name or shortened(said.quote.text, EXCERPT)
        found = add(parent, "PlainTextSelection", {"guid": span.guid, "name": name, **place, **self._by("", at)})
        when = said.at.astimezone(self._view.made.tzinfo).replace(tzinfo=None).isoformat(" ", "minutes") if said.at else ""
        put_text(found, "Description", told(said, when))
        for coder, code in self._coded(span):
            self._put_coding(found, span.guid, code, coder, at)

    def _coded(self, span: Span) -> Iterable[tuple[str, str]]:
        """Each code of a remark and who gave it, once."""
        said, themes = span.said, self._codes.themes
        found = [("", themes[title]) for title in said.themes]
        found += [("", self._codes.labels[label]) for label in labels(said)]
        if self._speaking_order and said.quote.perspective:
            found.append(("", self._codes.labels[PERSPECTIVE, said.quote.perspective]))
        if self._speaking_order and self._case_codes and said.quote.person in self._cases:
            found.append(("", self._cases[said.quote.person][1]))
        for coder, titles in said.coded_by.items():
            found += [(coder, themes[title]) for title in titles] or [(coder, self._codes.labels[CODING, NO_THEME])]
        return dict.fromkeys(found)

    def _put_coding(self, selection: Element, within: str, code: str, coder: str, at: str) -> None:
        found = add(selection, "Coding", {"guid": self._guids.of("coding", within, code, coder), **self._by(coder, at)})
        add(found, "CodeRef", {"targetGUID": code})

    def _note_element(self, journal: Journal) -> Element:
        path = f"internal://{journal.guid}.txt"
        return element(
            "Note", {"guid": journal.guid, "name": journal.name, "plainTextPath": path, **self._by("", self._instant(journal.at))}
        )

    def _sets(self) -> Iterable[Element]:
        """ATLAS.ti has no variables: its groups of documents say whose views stand in them."""
        for perspective in dict.fromkeys(source.perspective for source in self._sources):
            found = element("Set", {"guid": self._guids.of("set", perspective), "name": f"Perspective: {perspective}"})
            for source in self._sources:
                if source.perspective == perspective:
                    add(found, "MemberSource", {"targetGUID": source.guid})
            yield found
        if self._codes.priorities:
            found = element("Set", {"guid": self._guids.of("set of priorities"), "name": "Priority themes"})
            for guid in self._codes.priorities:
                add(found, "MemberCode", {"targetGUID": guid})
            yield found

    def _variable(self, name: str) -> str:
        return self._guids.of("variable", name)

    def _by(self, coder: str, instant: str) -> dict[str, str]:
        return {"creatingUser": self._user[coder], "creationDateTime": instant}

    def _instant(self, at: datetime | None) -> str:
        """In UTC; where the moment isn't told, the beginning of the day on which the workshop was made."""
        at = at or datetime.combine(self._view.begun or self._view.made.date(), time(), UTC)
        return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"
