"""A REFI-QDA project read back with lxml, as the programs that import it read it."""

import io
import zipfile
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree

from workshop.model.view.view import View
from workshop.report.qdpx.project import NAMESPACE, qdpx

Q = f"{{{NAMESPACE}}}"


@dataclass(frozen=True)
class Project:
    """The files of one archive by name, and what `project.qde` says."""

    files: dict[str, bytes]

    @cached_property
    def root(self) -> Any:
        """The parsed project."""
        return etree.fromstring(self.files["project.qde"])

    def all(self, name: str) -> list[Any]:
        """All elements of this name, in their order."""
        return list(self.root.iter(f"{Q}{name}"))

    def named(self, element: str, name: str) -> Any:
        """The one element with this name."""
        (found,) = [each for each in self.all(element) if each.get("name") == name]
        return found

    def text_of(self, element: Any) -> str:
        """The text that a source or a note stands for."""
        path = element.get("plainTextPath").removeprefix("internal://")
        return self.files[f"sources/{path}"].decode()

    def words(self, selection: Any) -> str:
        """What a selection cuts out of its source."""
        return self.text_of(selection.getparent())[int(selection.get("startPosition")) : int(selection.get("endPosition"))]

    def codes_of(self, selection: Any, user: str = "note-taker") -> list[str]:
        """The names of the codes that somebody gave it."""
        names = {each.get("guid"): each.get("name") for each in self.all("Code")}
        users = {each.get("guid"): each.get("name") for each in self.all("User")}
        codings = [each for each in selection.findall(f"{Q}Coding") if users[each.get("creatingUser")] == user]
        return [names[each.find(f"{Q}CodeRef").get("targetGUID")] for each in codings]

    def values(self, element: Any) -> dict[str, str]:
        """The variables of a case or a source, by name."""
        names = {each.get("guid"): each.get("name") for each in self.all("Variable")}
        return {
            names[each.find(f"{Q}VariableRef").get("targetGUID")]: each.findtext(f"{Q}TextValue")
            for each in element.findall(f"{Q}VariableValue")
        }


def project(shown: View, *, case_codes: bool = False, speaking_order: bool = False) -> Project:
    """The project that the writer makes of a view."""
    (content,) = qdpx(shown, case_codes=case_codes, speaking_order=speaking_order).values()
    return opened(content)


def opened(content: bytes) -> Project:
    """The project in these bytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        return Project({name: zipped.read(name) for name in zipped.namelist()})
