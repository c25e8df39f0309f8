"""`nvivo`: all files of the kit."""

from workshop.model.view.view import View
from workshop.report.nvivo.guide import guide
from workshop.report.nvivo.sheets import people_sheet, sessions_sheet
from workshop.report.nvivo.transcripts import transcripts, written
from workshop.report.slug import slug


def nvivo(view: View) -> dict[str, bytes]:
    """A Word file for each session in which something was said, a sheet of people, one of those files, and the guide, by name."""
    base = f"{slug(view.title)}-nvivo"
    found = transcripts(view, base)
    files = {f"{each.file}.docx": written(each, view) for each in found}
    if found or view.people:
        files[f"{base}-people.xlsx"] = people_sheet(view, found)
    if found:
        files[f"{base}-sessions.xlsx"] = sessions_sheet(view, found)
    return {f"{base}-read-me-first.docx": guide(view, list(files)), **files}
