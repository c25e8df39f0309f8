"""Any text at all becomes a Plan, or its faults: nothing else comes out."""

from hypothesis import given
from hypothesis import strategies as st

from tests.model.test_planfile import ACTIVITY, EVERYTHING
from workshop.errors import WorkshopError
from workshop.model.plan import Plan
from workshop.model.planfile import parse_plan
from workshop.text import clean_line

SIGNS = "= . \" \"\"\" ' ''' [ ] [[ ]] { } , # \\ 5 -1 09:30 true nan 2012-06-12 é “ \x00 \x1b[31m \ud800"
WORDS = st.sampled_from(
    [*SIGNS.split(" "), "title", "kind", "minutes", "lanes", "activity", "cards", "text", "open", "\n", "\r", " ", "\u2028"]
)


def outcome(text: str) -> Plan | WorkshopError:
    """What comes of a text: anything but these two is a crash."""
    try:
        return parse_plan(text, "plan")
    except WorkshopError as error:
        return error


@given(st.lists(WORDS | st.text(max_size=3), max_size=40).map("".join))
def test_any_text_gives_a_plan_or_faults(text: str) -> None:
    """Whatever the file holds, nothing but a Plan or a WorkshopError comes out, and every fault names a line that is there."""
    found = outcome(text)
    last = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    if isinstance(found, WorkshopError):
        assert found.lines
        assert all(clean_line(line) == line for line in found.lines)
        assert all(1 <= int(line.split(":")[1]) <= last for line in found.lines if not line.endswith("at all?"))


@given(st.lists(st.sampled_from(EVERYTHING.splitlines(keepends=True)) | WORDS, max_size=30).map("".join))
def test_any_plan_like_text_gives_a_plan_or_faults(text: str) -> None:
    """The same for texts made of a real plan's lines; and what is kept of a plan's text gives the same plan again."""
    found = outcome(f'title = "P"\n{ACTIVITY}{text}')
    if isinstance(found, Plan):
        assert parse_plan(found.text, "plan") == found
        assert found.title == "P"
    else:
        assert found.lines
