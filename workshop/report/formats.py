"""The formats that a report can be written in, by name; a writer is loaded when it is first asked for."""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workshop.model.view.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a person chose about the files: `template` is a Word file (its bytes) whose styles the reports in Word take.

    Of a REFI-QDA project: `case_codes` makes each person a code too, `speaking_order` a session one text.
    """

    template: bytes | None = None
    case_codes: bool = False
    speaking_order: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """One format: the module and the function that write it, and which of the choices that function takes, by name."""

    module: str
    function: str
    takes: tuple[str, ...] = ()

    def __call__(self, view: View, choices: Choices | None = None) -> dict[str, bytes]:
        """From a view to its files: the content of each, by name. The first call loads what the format needs."""
        writer: Callable[..., dict[str, bytes]] = getattr(importlib.import_module(self.module), self.function)
        chosen = choices or Choices()
        return writer(view, **{name: getattr(chosen, name) for name in self.takes})


FORMATS: Mapping[str, Format] = {
    "html": Format("workshop.report.html", "html"),
    "docx": Format("workshop.report.docx.report", "docx", takes=("template",)),
    "summary": Format("workshop.report.docx.summary", "summary", takes=("template",)),
    "yousaid": Format("workshop.report.docx.you_said", "you_said", takes=("template",)),
    "xlsx": Format("workshop.report.xlsx.workbook", "xlsx"),
    "markdown": Format("workshop.report.markdown.report", "markdown"),
    "csv": Format("workshop.report.csv", "csv"),
    "json": Format("workshop.report.json", "json"),
    "qdpx": Format("workshop.report.qdpx.project", "qdpx", ("case_codes", "speaking_order")),
    "qdc": Format("workshop.report.qdc", "qdc"),
    "codebook": Format("workshop.report.codebook_csv", "codebook_csv"),
    "nvivo": Format("workshop.report.nvivo.kit", "nvivo"),
}
