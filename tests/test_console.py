"""What the command line prints: readable from 60 columns up, plain in a pipe, and no markup out of people's words."""

import io
import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from tests.report.made_up import records, voted
from tests.report.page import made
from workshop.console import print_comparison, print_picture, print_table
from workshop.model.view.view import View

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def printed(shown: View, width: int = 80, *, terminal: bool = False, encoding: str = "utf-8") -> str:
    """What print_comparison writes to a file, or to a terminal with 256 colours."""
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, errors="replace", write_through=True)
    console = Console(
        file=file,
        width=width,
        force_terminal=terminal,
        color_system="256" if terminal else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    print_comparison(shown, console)
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize("width", [60, 80, 110, 160])
def test_no_line_is_longer_than_the_terminal(width: int) -> None:
    """From 60 columns up nothing is cut off, and no line passes the edge."""
    lines = printed(made(records()), width).splitlines()
    assert max(cell_len(line) for line in lines) <= width
    assert "\u2026" not in "".join(lines)


def test_the_parts_follow_the_report() -> None:
    """Who, at a glance, theme by theme, telling differences, how to read it."""
    text = printed(made(records()), 100)
    parts = [
        "Working copy",
        "8 parents and 13 practitioners took part.",
        "10 themes:",
        "Theme by theme",
        "Telling differences",
        "All statements and their answers",
        "How to read this",
        "How the labels come about",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "Not raising something is not disagreeing with it." in text


def test_what_could_change_with_one_person_has_a_sign_and_its_key() -> None:
    """Behind the label of each fragile theme and answer, and of no other; the key stands below the table, and below the statements."""
    shown = made(records())
    text = printed(shown, 110)
    key = "* could change with one person: leaving out one person would change this."
    table, after, _ = text.partition("Theme by theme")[2].partition(key)
    rows = re.split(r"\n(?=F\d+ )", table)[1:]
    assert after
    assert ["*" in row for row in rows] == [finding.fragile for finding in shown.findings]
    assert {finding.fragile for finding in shown.findings} == {True, False}
    assert "parents 7/1/0/0 endorsed;" in text
    assert text.count(key) == 2


def test_bars_meet_in_the_middle_around_the_themes_name() -> None:
    """Parents' bar ends where the name begins and practitioners' begins where it ends, each with its count at its outer end."""
    text = printed(made(records()), 100)
    line = next(line for line in text.splitlines() if "Income maximisation" in line and "\u2588" in line)
    assert re.fullmatch(r" *6 of 8 +\u2588+ +F6 Income maximisation +\u2593+ +8 of 13 *", line)


def test_bars_are_as_long_as_their_shares() -> None:
    """6 of 8 is a bar three times as long as 2 of 8, and anybody at all is at least one cell."""
    lines = [line for line in printed(made(records()), 110).splitlines() if "\u2588" in line or "\u2593" in line]
    lengths = {
        theme: next(line.count("\u2588") for line in lines if theme in line) for theme in ("Being listened", "Forms and phones", "Sleep")
    }
    assert lengths["Being listened"] == pytest.approx(3 * lengths["Forms and phones"], abs=2)
    assert lengths["Sleep"] >= 1


def test_what_unattributed_notes_could_add_is_drawn_apart() -> None:
    """The range 3-4 of 8 is a bar of 3 with dots to 4."""
    line = next(line for line in printed(made(records()), 110).splitlines() if "School costs" in line and "\u2588" in line)
    assert re.search(r"3-4 of 8 +\u00b7+\u2588+ ", line)


def test_a_telling_difference_has_its_answers_and_both_sides_words() -> None:
    """Who said it, what was answered in a sentence and in four counts, and in whose words."""
    text = printed(made(records()), 100)
    assert re.search(r"Practitioners said +Parents may try to protect their children", text)
    assert re.search(r"Parents answered +6 of 8 parents disagreed +CONTESTED \(challenged\)", text)
    assert re.search(r"disagree +6 \u2588{6}", text)
    assert "\u201cThat is naive. Mine know what day the money comes.\u201d  p3, disagree, R203" in text


def test_every_statement_is_listed_with_each_groups_answers() -> None:
    """Contested or not, in two lines: who said what, then each group's counts and stance, or that it was not asked; contested first."""
    lines = printed(made(records()), 110).splitlines()
    first = lines.index("All statements and their answers") + 4
    assert lines[first : first + 8] == [
        "T1 practitioners: Parents may try to protect their children from the impact of living on a low income.",
        "   contested: parents 1/1/6/0 challenged; practitioners not asked",
        "T3 practitioners: Support for everybody carries less stigma than support for some.",
        "   contested: parents 4/0/4/0 divided; practitioners not asked",
        "T2 practitioners: Families miss out on money because the system is hard to use.",
        "   parents 7/1/0/0 endorsed; practitioners not asked",
        "T4 practitioners: Local people should run more of the services themselves.",
        "   parents 2/1/1/4 unsettled *; practitioners not asked",
    ]


def test_the_thresholds_are_printed_with_the_comparison() -> None:
    """The last part says by which numbers the labels come about."""
    shown = made(records())
    text = " ".join(printed(shown).split())
    assert text.endswith(" ".join(" ".join(shown.method).split()))
    assert "differ by at least 25 points" in text


@pytest.mark.parametrize("width", [60, 80, 160])
def test_ranks_are_printed_side_by_side_where_people_voted(width: int) -> None:
    """Each group's rank, dots and people, in whole words; nothing of it without votes."""
    told = printed(made(voted()), width)
    assert max(map(cell_len, told.splitlines())) <= width
    assert "What came first, by dots" in told
    assert "1st, 4 dots from 2" in " ".join(told.split())
    assert "What came first" not in printed(made(records()), width)


def test_a_pipe_gets_plain_text() -> None:
    """Without a terminal there is no escape sequence in the output, and no space at the end of a line."""
    text = printed(made(records()))
    assert "\x1b" not in text
    assert [line for line in text.split("\n") if line.endswith(" ")] == []


def test_no_color_is_kept_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR set no colour is written, even to a terminal."""
    monkeypatch.setenv("NO_COLOR", "1")
    colours = [
        int(code) for found in re.findall(r"\x1b\[([0-9;]*)m", printed(made(records()), terminal=True)) for code in found.split(";") if code
    ]
    assert set(colours) <= {0, 1, 2, 22}


def test_colour_is_never_the_only_cue() -> None:
    """Without colours the same text stands there: sides are told by place, label and fill."""
    shown = made(records())
    in_terminal = ESCAPE.sub("", printed(shown, terminal=True)).split("\n")
    assert "\n".join(line.rstrip(" ") for line in in_terminal) == printed(shown)


def test_an_ascii_terminal_gets_ascii_bars() -> None:
    """Where the encoding holds no blocks, bars are drawn with # and =."""
    text = printed(made(records()), 100, encoding="ascii")
    assert re.search(r"6 of 8 +#+ +F6 Income maximisation +=+ +8 of 13", text)


@pytest.mark.parametrize("hostile", ["[/]", "oops [/", "[bold]x[/bold]", "[@click=app.bell]hi[/]", ":smile:", "[red", '{"a": [true]}'])
def test_words_of_people_are_no_markup(hostile: str) -> None:
    """Whatever a theme, a remark or a statement is, it is printed as it stands."""
    data = records()
    shown = made(
        replace(
            data,
            workshop=replace(data.workshop, title=hostile),
            themes={key: replace(theme, title=hostile, lead_organisation=hostile) for key, theme in data.themes.items()},
            reflections={key: replace(said, text=hostile) for key, said in data.reflections.items()},
            statements={key: replace(statement, text=hostile) for key, statement in data.statements.items()},
        )
    )
    text = printed(shown, 110)
    assert text.splitlines()[0] == hostile
    assert text.count(hostile) > 30


def test_an_empty_workshop_prints() -> None:
    """Before anybody has said anything there is no table and no bar, and no error."""
    data = records()
    empty = replace(data, sessions={}, timelines={}, participants={}, reflections={}, themes={}, codings={}, statements={}, responses={})
    text = printed(made(empty))
    assert "Nobody has taken part yet." in text
    assert "Theme by theme" not in text


def test_a_table_in_a_pipe_is_never_wrapped(capsys: pytest.CaptureFixture[str]) -> None:
    """A long name stands whole on its line where the output goes to another program, and no cell is markup."""
    long = "a workshop with a very long name indeed " * 5
    print_table(("name", "title"), [(long.strip(), "[/]"), ("b", "")])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert [line for line in lines if line.endswith(" ")] == []
    assert long.strip() in lines[2]
    assert lines[2].rstrip().endswith("[/]")


BLUE, WHITE = (18, 67, 109), (255, 255, 255)


def pictured(*, terminal: bool, no_color: bool = False) -> str:
    """What print_picture writes of a picture of three rows of two pixels."""
    file = io.StringIO()
    console = Console(
        file=file,
        width=20,
        force_terminal=terminal,
        color_system="truecolor" if terminal else None,
        no_color=no_color,
        legacy_windows=False,
    )
    print_picture(((WHITE, WHITE), (BLUE, WHITE), (BLUE, BLUE)), "a [red]table", console)
    return file.getvalue()


def test_a_picture_is_drawn_two_pixels_to_a_letter() -> None:
    """The upper pixel is the letter's colour, the lower one what is behind it; a last odd row has nothing behind."""
    lines = pictured(terminal=True).splitlines()
    assert [ESCAPE.sub("", line) for line in lines] == ["\u2580\u2580", "\u2580\u2580"]
    assert "38;2;255;255;255;48;2;18;67;109" in lines[0]
    assert "48;2" not in lines[1]


@pytest.mark.parametrize(("terminal", "no_color"), [(False, False), (True, True)])
def test_a_picture_is_told_in_words_where_it_can_t_be_drawn(terminal: bool, no_color: bool) -> None:
    """In a pipe, and where somebody wants no colours."""
    assert pictured(terminal=terminal, no_color=no_color) == "(a [red]table)\n"
