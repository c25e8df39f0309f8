"""A form to send out: a plan's questions as columns of a sheet, which comes back by an import that needs no options."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from workshop.errors import NotSavedError, WorkshopError
from workshop.model.contact import ASKED_ON_A_FORM, WHO_TO_ASK
from workshop.model.keys import digest
from workshop.model.knownheader import KnownHeader
from workshop.model.plan import Kind, Plan
from workshop.store import trouble
from workshop.store.whole import write_whole
from workshop.text import clean_line, fold
from workshop.workbook.desk import Desk

WHO = "I am one of the"
CALLED = "What we call it, in two or three words"
_ASKED_IN = (Kind.OPEN, Kind.REFLECT, Kind.SORT)
_HOW = (
    "One row for each example. Leave out what you don't know. Write no names of people, and nothing by which a family could be found.",
    "An organisation may be named if it wants to be. You can change or take back what you wrote: say so to whoever sent you this.",
)


class Forms(Desk):
    """The verb that makes a form."""

    def write_form(self, plan: Plan, path: Path, by: date, contact: str = "", *, force: bool = False) -> Path:
        """Write the form as an xlsx file, and remember how it is read. `contact` is where it is sent back to, by the day `by`.

        Its questions are the lanes of the plan's open, reflect and sort activities, or their prompts where they have no lanes. Raises
        WorkshopError where the plan asks nothing, the day is past or a file is in the way, and NotSavedError.
        """
        from workshop.report.form import form  # noqa: PLC0415  # XlsxWriter: half of what a first screen costs

        questions = tuple(dict.fromkeys((*_questions(plan), ASKED_ON_A_FORM)))
        if questions == (ASKED_ON_A_FORM,):
            raise WorkshopError(f"{plan.title} asks nothing that a form could.", "Choose a plan with open, reflect or sort activities.")
        if by < self.now().date():
            raise WorkshopError(f"{by.isoformat()} is past.", "Give a day to come, such as one in three weeks.")
        if path.exists() and not force:
            raise WorkshopError(f"{path} is there already.", "Choose another name, or write over it with --force.")
        back = f"Please send it back by {by.day} {by:%B %Y}{f' to {clean_line(contact)}' if clean_line(contact) else ''}."
        columns = (WHO, CALLED, *questions)
        content = form(
            (plan.title, clean_line(plan.purpose), *_HOW, back), columns, [each.plural for each in self.perspectives], self.now()
        )
        try:
            write_whole(path, content)
        except OSError as error:
            raise NotSavedError(f"The form could not be written to {path} ({trouble.reason(error)}).") from error
        known = KnownHeader(
            id=digest(self.workshop.salt, "header", *map(fold, columns)),
            what="reflections",
            columns=(("perspective", (WHO,)), ("text", questions), ("theme", (CALLED,))),
            values=(("verbatim", "", "yes"),),
        )
        if self.records.headers.get(known.id) != known:
            self._do(f"the form of {plan.title}", known)
        return path


def _questions(plan: Plan) -> Iterator[str]:
    """What the plan asks: by lane, else by prompt. What is said to open and to close a meeting is asked of nobody at home."""
    asked = [each for each in plan.activities if each.kind in _ASKED_IN]
    for activity in [each for each in asked if each.lanes] or asked:
        yield from (upper_first(clean_line(lane)) for lane in activity.lanes if fold(lane) != WHO_TO_ASK)
        if not activity.lanes:
            yield clean_line(activity.prompt) or activity.title
    if any(each.lanes for each in asked):
        yield from (clean_line(each.prompt) for each in asked if each.kind is Kind.REFLECT and not each.lanes and each.prompt)


def upper_first(text: str) -> str:
    """As a sentence begins."""
    return text[:1].upper() + text[1:]
