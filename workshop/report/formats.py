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
    """One format: the module and the function that write it, what it is for, and which of the choices that function takes, by name."""

    module: str
    function: str
    purpose: str
    takes: tuple[str, ...] = ()

    def __call__(self, view: View, choices: Choices | None = None) -> dict[str, bytes]:
        """From a view to its files: the content of each, by name. The first call loads what the format needs."""
        writer: Callable[..., dict[str, bytes]] = getattr(importlib.import_module(self.module), self.function)
        chosen = choices or Choices()
        return writer(view, **{name: getattr(chosen, name) for name in self.takes})


_WORD = ("template",)
_REFI = ("case_codes", "speaking_order")

FORMATS: Mapping[str, Format] = {
    "html": Format("workshop.report.html", "html", "one page to read or print, all in one"),
    "docx": Format("workshop.report.docx.report", "docx", "the whole report in Word, to edit and pass on", _WORD),
    "summary": Format("workshop.report.docx.summary", "summary", "two pages in Word, for who decides", _WORD),
    "yousaid": Format("workshop.report.docx.you_said", "you_said", "a page in Word for those who took part: you said, we did", _WORD),
    "outcomes": Format("workshop.report.outcomes", "outcomes", "examples, places, points and promises: a page, and tables"),
    "xlsx": Format("workshop.report.xlsx.workbook", "xlsx", "tables and a chart in Excel"),
    "markdown": Format("workshop.report.markdown.report", "markdown", "plain text, for a web site or a wiki"),
    "csv": Format("workshop.report.csv", "csv", "tables for a spreadsheet or for statistics"),
    "json": Format("workshop.report.json", "json", "everything, for programs"),
    "qdpx": Format("workshop.report.qdpx.project", "qdpx", "a project for NVivo, ATLAS.ti, MAXQDA or QualCoder (REFI-QDA)", _REFI),
    "qdc": Format("workshop.report.qdc", "qdc", "the themes alone, for the same programs"),
    "codebook": Format("workshop.report.codebook_csv", "codebook_csv", "the themes as a table, for Taguette or a spreadsheet"),
    "nvivo": Format("workshop.report.nvivo.kit", "nvivo", "Word files and sheets for NVivo, with a guide to bring them in"),
}
