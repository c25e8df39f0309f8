"""The project: a zip file with `project.qde` and the texts in `sources/`, the same bytes as long as the view says the same."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time
from xml.etree import ElementTree

from workshop.model.view.view import View
from workshop.report.qdpx.archive import archive
from workshop.report.qdpx.codes import Code, Codes, codes
from workshop.report.qdpx.guids import Guids
from workshop.report.qdpx.journals import Journal, journals
from workshop.report.qdpx.labels import CODING, NO_THEME, PERSPECTIVE, PICTURE, labels, told
from workshop.report.qdpx.pictures import Picture, pictures
from workshop.report.qdpx.plain import Unique, plain, shortened
from workshop.report.qdpx.sources import Source, Span, by_person, sources
from workshop.report.qdpx.variables import OF_SOURCES, Variable, of_people, of_source, variables_of_people
from workshop.report.slug import slug

NAMESPACE = "urn:QDA-XML:project:1.0"
ORIGIN = "workshop"
NOTE_TAKER = "note-taker"
EXCERPT = 40

Element = ElementTree.Element


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
        self._pictures = pictures(view, self._guids)
        self._journals = journals(view, self._guids)
        self._variables = variables_of_people(view)

    def files(self) -> dict[str, bytes]:
        """The files of the archive: the project's own first, then the sources, flat, each called by its GUID."""
        texts = {each.guid: each.text for each in self._sources} | {each.guid: each.text for each in self._journals}
        found = {"project.qde": self._qde()} | {f"sources/{guid}.txt": text.encode() for guid, text in texts.items()}
        return found | {f"sources/{each.file}": each.content for each in self._pictures}

    def _qde(self) -> bytes:
        view = self._view
        root = Element(
            "Project",
            {
                "xmlns": NAMESPACE,
                "name": shortened(view.title, 200),
                "origin": ORIGIN,
                "creatingUserGUID": self._user(""),
                "creationDateTime": self._instant(None),
            },
        )
        users = (Element("User", guid=self._user(coder), name=name) for coder, name in self._users.items())
        _put(root, "Users", users)
        if self._codes.tree:
            _put(ElementTree.SubElement(root, "CodeBook"), "Codes", (code_element(each) for each in self._codes.tree))
        of_sources = OF_SOURCES if self._sources else ()
        _put(root, "Variables", (self._variable_element(each) for each in (*self._variables, *of_sources)))
        _put(root, "Cases", self._case_elements())
        texts = (self._source_element(each) for each in self._sources)
        _put(root, "Sources", (*texts, *(self._picture_element(each) for each in self._pictures)))
        _put(root, "Notes", (self._note_element(each) for each in self._journals))
        _put(root, "Sets", self._sets())
        about = (view.marking, view.cover, view.took_part, *view.at_a_glance)
        _text(root, "Description", "\n".join(part for part in about if part))
        return written(root)

    def _variable_element(self, variable: Variable) -> Element:
        found = Element("Variable", guid=self._guids.of("variable", variable.name), name=variable.name, typeOfVariable="Text")
        _text(found, "Description", variable.description)
        return found

    def _values(self, parent: Element, values: Mapping[str, str]) -> None:
        for name, value in values.items():
            found = ElementTree.SubElement(parent, "VariableValue")
            ElementTree.SubElement(found, "VariableRef", targetGUID=self._guids.of("variable", name))
            _text(found, "TextValue", value)

    def _case_elements(self) -> Iterable[Element]:
        values = of_people(self._view)
        own = by_person(self._sources)
        for person, (name, guid) in self._cases.items():
            found = Element("Case", guid=guid, name=name)
            if self._case_codes:
                ElementTree.SubElement(found, "CodeRef", targetGUID=guid)
            self._values(found, values[person])
            for source in own.get(person, ()):
                ElementTree.SubElement(found, "SourceRef", targetGUID=source.guid)
            if self._speaking_order:
                for span in (span for source in self._sources for span in source.spans if span.said.quote.person == person):
                    ElementTree.SubElement(found, "SelectionRef", targetGUID=span.guid)
            yield found

    def _source_element(self, source: Source) -> Element:
        path = f"internal://{source.guid}.txt"
        since = self._instant(source.spans[0].said.at)
        found = Element("TextSource", {"guid": source.guid, "name": source.name, "plainTextPath": path, **self._by("", since)})
        found.extend(self._selection_element(span) for span in source.spans)
        if self._case_codes and source.person in self._cases:
            _, case = self._cases[source.person]
            whole = self._guids.of("whole", source.guid)
            attributes = {"guid": whole, "name": source.person, "startPosition": "0", "endPosition": str(len(source.text))}
            selection = ElementTree.SubElement(found, "PlainTextSelection", {**attributes, **self._by("", since)})
            selection.append(self._coding(whole, case, "", since))
        self._values(found, of_source(source, self._view))
        return found

    def _picture_element(self, picture: Picture) -> Element:
        """With one area that is the whole of it, given the code of those who read it."""
        since = self._instant(None)
        path = f"internal://{picture.file}"
        found = Element("PictureSource", {"guid": picture.guid, "name": picture.name, "path": path, **self._by("", since)})
        _text(found, "Description", picture.description)
        whole = self._guids.of("whole", picture.guid)
        area = {"firstX": "0", "firstY": "0", "secondX": str(picture.width), "secondY": str(picture.height)}
        selection = ElementTree.SubElement(
            found, "PictureSelection", {"guid": whole, "name": picture.artwork, **area, **self._by("", since)}
        )
        selection.append(self._coding(whole, self._codes.labels[PICTURE, picture.artwork], "", since))
        return found

    def _selection_element(self, span: Span) -> Element:
        said, at = span.said, self._instant(span.said.at)
        place = {"startPosition": str(span.start), "endPosition": str(span.end)}
        name = said.quote.name or shortened(said.quote.text, EXCERPT)
        found = Element("PlainTextSelection", {"guid": span.guid, "name": name, **place, **self._by("", at)})
        when = f"{said.at.astimezone(self._view.made.tzinfo):%Y-%m-%d %H:%M}" if said.at else ""
        _text(found, "Description", told(said, when))
        for coder, code in self._coded(span):
            found.append(self._coding(span.guid, code, coder, at))
        return found

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

    def _coding(self, selection: str, code: str, coder: str, at: str) -> Element:
        found = Element("Coding", {"guid": self._guids.of("coding", selection, code, coder), **self._by(coder, at)})
        ElementTree.SubElement(found, "CodeRef", targetGUID=code)
        return found

    def _note_element(self, journal: Journal) -> Element:
        path = f"internal://{journal.guid}.txt"
        return Element(
            "Note", {"guid": journal.guid, "name": journal.name, "plainTextPath": path, **self._by("", self._instant(journal.at))}
        )

    def _sets(self) -> Iterable[Element]:
        """ATLAS.ti has no variables: its groups of documents say whose views stand in them."""
        for perspective in dict.fromkeys(source.perspective for source in self._sources):
            found = Element("Set", guid=self._guids.of("set", perspective), name=f"Perspective: {perspective}")
            for source in self._sources:
                if source.perspective == perspective:
                    ElementTree.SubElement(found, "MemberSource", targetGUID=source.guid)
            yield found
        if self._codes.priorities:
            found = Element("Set", guid=self._guids.of("set of priorities"), name="Priority themes")
            for guid in self._codes.priorities:
                ElementTree.SubElement(found, "MemberCode", targetGUID=guid)
            yield found

    def _user(self, coder: str) -> str:
        return self._guids.of("user", coder)

    def _by(self, coder: str, instant: str) -> dict[str, str]:
        return {"creatingUser": self._user(coder), "creationDateTime": instant}

    def _instant(self, at: datetime | None) -> str:
        """In UTC; where the moment isn't told, the beginning of the day on which the workshop was made."""
        at = at or datetime.combine(self._view.begun or self._view.made.date(), time(), UTC)
        return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def code_element(code: Code) -> Element:
    """One code with those below it, as both formats write it."""
    found = Element("Code", guid=code.guid, name=code.name, isCodable="true" if code.codable else "false")
    _text(found, "Description", code.description)
    found.extend(code_element(each) for each in code.below)
    return found


def written(root: Element) -> bytes:
    """The document in UTF-8, without a byte order mark."""
    ElementTree.indent(root)
    text: str = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _put(parent: Element, container: str, children: Iterable[Element]) -> None:
    """A container with these children; an empty one is invalid, and left out."""
    found = list(children)
    if found:
        ElementTree.SubElement(parent, container).extend(found)


def _text(parent: Element, name: str, text: str) -> None:
    """A child with this text, where there is any."""
    if plain(text):
        ElementTree.SubElement(parent, name).text = plain(text)
