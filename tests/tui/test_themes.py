"""The Themes screen by keys alone: finding a theme by its name, filing, looking for remarks, and the codebook's verbs."""

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.driving import press, running, settle, shown, type_text
from tests.tui.test_sizes import SIZES
from workshop.model.records import Session, Verb
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.contact_card import WhoIsToBeTold
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.tui.screens.theme_merge import MergeIntoWhich
from workshop.tui.screens.themes import ThemesScreen
from workshop.tui.screens.themes.lanes import Lane
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import Shelf

SAID = (
    "3: we go without so the kids eat",
    '4: "nobody tells you there is a fund" #debt',
    "5: the bus is two hours each way !barrier",
    "3: the foodbank shut at four #food",
    "parents: two buses to the foodbank",
)


@pytest.fixture
def said(book: Workbook, session: Session) -> Session:
    """Five remarks of parents, of which two are filed, and the clock running."""
    book.act(session, Verb.START)
    for line in SAID:
        book.capture(session, line)
    return session


def filed(book: Workbook, reference: str) -> list[str]:
    """The titles of the themes that a remark is filed under."""
    return [theme.title for theme in book.themes_of(book.reflection(reference))]


async def answer(pilot: Pilot[None], key: str, text: str) -> None:
    """Press a key that asks for a text, give it, and wait."""
    await press(pilot, key)
    await type_text(pilot, text)
    await press(pilot, "enter")


@pytest.mark.usefixtures("said")
async def test_typing_a_name_and_enter_files_the_remark_and_goes_on_to_the_next(book: Workbook) -> None:
    """The unsorted ones are listed; what is filed leaves the list, and the next one is chosen."""
    async with running(ThemesScreen(book)) as pilot:
        assert "Unsorted: 3 of 5" in shown(pilot)
        await press(pilot, "f", "o")
        assert "Enter files R1 under Food" in shown(pilot)
        await press(pilot, "enter")
        assert filed(book, "R1") == ["Food"]
        assert "R1 filed under Food" in shown(pilot)
        assert "Unsorted: 2 of 5" in shown(pilot)
        await press(pilot, "2", "enter")  # by its number
        assert filed(book, "R3") == ["Debt"]


@pytest.mark.usefixtures("said")
async def test_several_remarks_go_under_several_themes_as_one_step(book: Workbook) -> None:
    """Space marks remarks, a comma a theme; one undo takes all of it back."""
    async with running(ThemesScreen(book)) as pilot:
        await press(pilot, "space", "space", *"fo", "comma", *"de")
        assert "2 marked" in shown(pilot)
        await press(pilot, "enter")
        assert filed(book, "R1") == filed(book, "R3") == ["Food", "Debt"]
        await press(pilot, "ctrl+z")
        assert filed(book, "R1") == filed(book, "R3") == []
        assert "Unsorted: 3 of 5" in shown(pilot)


@pytest.mark.usefixtures("said")
async def test_a_key_takes_a_remark_out_again(book: Workbook) -> None:
    """Out of the only theme that it is in, or of the one that is chosen."""
    async with running(ThemesScreen(book)) as pilot:
        await press(pilot, "asterisk", "down", "ctrl+u")
        assert filed(book, "R2") == []
        assert "R2 taken out of Debt" in shown(pilot)


@pytest.mark.usefixtures("said")
async def test_nothing_is_filed_under_a_name_that_means_nothing(book: Workbook) -> None:
    """It says so, and that a key makes a theme of it; which it does."""
    async with running(ThemesScreen(book)) as pilot:
        await press(pilot, *"transport", "enter")
        assert "No theme has a name like that" in shown(pilot)
        assert filed(book, "R1") == []
        await press(pilot, "ctrl+n", "enter")
        assert [theme.title for theme in book.themes()] == ["Food", "Debt", "transport"]
        await press(pilot, "enter")
        assert filed(book, "R1") == ["transport"]


@pytest.mark.usefixtures("said")
async def test_what_is_spelt_alike_is_hinted_at_and_never_merged(book: Workbook) -> None:
    """As the title is typed."""
    async with running(ThemesScreen(book)) as pilot:
        await press(pilot, "ctrl+n")
        await type_text(pilot, "Foods")
        await settle(pilot)
        assert "Spelt much like it: Food." in shown(pilot)
        await press(pilot, "enter")
        assert [theme.title for theme in book.themes()] == ["Food", "Debt", "Foods"]


@pytest.mark.usefixtures("said")
async def test_a_filter_is_typed_in_the_language_of_the_command_line(book: Workbook) -> None:
    """It lists as it is typed; what isn't there to look for is said at Enter; Esc goes back to the unsorted ones."""
    async with running(ThemesScreen(book)) as pilot:
        await press(pilot, "slash")
        told = " ".join(shown(pilot).split())
        assert "unsorted unfinished highlighted theme= person= kind= lane= session= activity= perspective=" in told
        await type_text(pilot, "theme=nonesuch")
        await settle(pilot)
        assert 'There is no theme "nonesuch"' in shown(pilot)
        assert "workshop theme" not in shown(pilot)
        await press(pilot, "escape")
        await answer(pilot, "slash", "person=3")
        assert "person=3 unsorted: 1 of 5" in shown(pilot)
        await press(pilot, "slash", "ctrl+u")
        await type_text(pilot, "foodbank")
        await settle(pilot)
        assert "foodbank: 2 of 5" in shown(pilot)
        await type_text(pilot, " colour=red")
        await press(pilot, "enter")
        assert 'Remarks have no "colour"' in shown(pilot)
        await press(pilot, "escape")
        assert "Unsorted: 3 of 5" in shown(pilot)


@pytest.mark.usefixtures("said")
async def test_remarks_of_a_theme_and_remarks_with_words_in_common(book: Workbook) -> None:
    """Each by a key."""
    async with running(ThemesScreen(book)) as pilot:
        await press(pilot, *"food", "equals_sign")
        assert "theme=Food: 1 of 5" in shown(pilot)
        await press(pilot, "ctrl+f")
        assert "Words shared with R4: 1 of 5" in shown(pilot)
        assert "two buses to the" in shown(pilot)


@pytest.mark.usefixtures("said")
async def test_a_theme_is_renamed_described_and_moved(book: Workbook) -> None:
    """What was typed is there, the old title stays as another name."""
    async with running(ThemesScreen(book), (160, 50)) as pilot:
        await press(pilot, "d", "e")
        await answer(pilot, "ctrl+r", "Money owed")  # typed in place of the title, which is selected
        assert book.theme("Debt").title == "Money owed"
        await press(pilot, "ctrl+e")
        await type_text(pilot, "What people owe.")
        await press(pilot, "tab", "tab", "tab")
        await type_text(pilot, "CAB")
        await press(pilot, "enter")
        theme = book.theme("Money owed")
        assert (theme.description, theme.lead_organisation, theme.provisional) == ("What people owe.", "CAB", True)
        assert "led by CAB" in shown(pilot)
        await press(pilot, "less_than_sign")
        assert [each.title for each in book.themes()] == ["Money owed", "Food"]


@pytest.mark.usefixtures("said")
async def test_a_parent_that_is_not_there_is_said_in_the_dialog(book: Workbook) -> None:
    """So that what was typed is not lost; one that is there is taken, and the theme stands below it."""
    async with running(ThemesScreen(book)) as pilot:
        await press(pilot, "2", "ctrl+e", "tab", "tab")
        await type_text(pilot, "Nowhere")
        await press(pilot, "enter")
        assert 'There is no theme "Nowhere"' in shown(pilot)
        await pilot.press(*["backspace"] * 7)
        await type_text(pilot, "food")
        await press(pilot, "enter")
        assert book.theme("Debt").parent == book.theme("Food").id
        assert "Food" in shown(pilot)


@pytest.mark.usefixtures("said")
async def test_a_merge_says_what_it_does_first_and_is_undone(book: Workbook) -> None:
    """Enter alone merges nothing: which theme has to be said, and until it is none looks as if it were."""
    async with running(ThemesScreen(book)) as pilot:
        await press(pilot, *"debt", "ctrl+g", "enter")
        assert isinstance(pilot.app.screen, MergeIntoWhich)
        assert "Say which" in shown(pilot)
        assert "will be filed" not in shown(pilot)
        assert "›" not in shown(pilot)
        await press(pilot, "f")
        screen = shown(pilot)
        assert "1 remark of Debt will be filed under Food, which then has 2." in " ".join(screen.split())
        await press(pilot, "enter")
        assert [theme.title for theme in book.themes()] == ["Food"]
        assert filed(book, "R2") == ["Food"]
        await press(pilot, "ctrl+z")
        assert filed(book, "R2") == ["Debt"]


@pytest.mark.usefixtures("said")
async def test_the_marked_remarks_leave_a_theme_for_a_new_one(book: Workbook) -> None:
    """Of those that are marked, the ones that were in it."""
    book.code(["R1", "R3"], "Food")
    async with running(ThemesScreen(book)) as pilot:
        await press(pilot, *"food", "equals_sign", "space")
        await answer(pilot, "ctrl+x", "Going without")
        assert filed(book, "R1") == ["Going without"]
        assert filed(book, "R3") == filed(book, "R4") == ["Food"]
        await press(pilot, "ctrl+z")
        assert filed(book, "R1") == ["Food"]


@pytest.mark.usefixtures("said")
async def test_the_lanes_of_an_activity_stand_side_by_side(book: Workbook) -> None:
    """Where one activity with lanes is looked for; remarks are filed from there too, and Esc gives the list back."""
    async with running(ThemesScreen(book), (120, 30)) as pilot:
        await answer(pilot, "slash", "activity=1")
        await press(pilot, "ctrl+l")
        assert len(pilot.app.screen.query(Lane)) == 3
        assert "barrier: 1" in shown(pilot)
        assert "in no lane: 2" in shown(pilot)
        await press(pilot, "right", *"food", "enter")
        assert filed(book, "R3") == ["Food"]
        await press(pilot, "escape")
        assert not pilot.app.screen.query(Lane)


async def test_the_lanes_of_the_activity_that_is_on_need_no_looking_for(book: Workbook, said: Session) -> None:
    """Ctrl+L looks for it by itself; where it has none, it is said what to do."""
    async with running(ThemesScreen(book), (120, 30)) as pilot:
        await press(pilot, "ctrl+l")
        assert "barrier: 1" in shown(pilot)
        await press(pilot, "escape", "escape")
        book.act(said, Verb.NEXT)
        await press(pilot, "ctrl+l")
        assert "Nothing is noted in lanes there" in shown(pilot)
        assert not pilot.app.screen.query(Lane)


@pytest.mark.usefixtures("said")
async def test_a_flagged_remark_vanishes_and_the_contact_is_shown(book: Workbook) -> None:
    """Its words are shown and asked about once; then it is off the list and every count; undo takes it back."""
    async with running(ThemesScreen(book)) as pilot:
        await press(pilot, "exclamation_mark")
        assert "Put R1 aside for safeguarding" in shown(pilot)
        await press(pilot, "y")
        assert isinstance(pilot.app.screen, WhoIsToBeTold)
        assert "R1 is put aside for safeguarding" in shown(pilot)
        await press(pilot, "escape")
        assert "Unsorted: 2 of 4" in shown(pilot)
        assert "we go without" not in shown(pilot)
        await press(pilot, "ctrl+z")
        assert "Unsorted: 3 of 5" in shown(pilot)


@pytest.mark.usefixtures("said")
async def test_a_remark_is_struck_from_here_too(book: Workbook) -> None:
    """Asked once, for good."""
    async with running(ThemesScreen(book)) as pilot:
        await press(pilot, "delete", "y")
        assert "Unsorted: 2 of 4" in shown(pilot)
        assert [each.text for each in book.records.reflections.values() if "without" in each.text] == []


@pytest.mark.usefixtures("said")
async def test_esc_backs_out_one_thing_at_a_time(book: Workbook) -> None:
    """Letters typed, then marks, then what was looked for, then the screen."""
    async with running(ThemesScreen(book)) as pilot:
        await press(pilot, "asterisk", "space", *"fo")
        for gone in ("theme: fo", "1 marked", "All remarks"):
            assert gone in shown(pilot)
            await press(pilot, "escape")
            assert gone not in shown(pilot)
        assert "Unsorted: 3 of 5" in shown(pilot)


async def test_empty_panes_say_what_fills_them(book: Workbook, session: Session) -> None:
    """No remarks, no themes, everything filed, nothing found."""
    async with running(ThemesScreen(book)) as pilot:
        assert "Nothing has been said yet" in shown(pilot)
        book.capture(session, "the queue is long")
        await settle(pilot)
        assert "the queue is long" in shown(pilot)
    for theme in book.themes():
        book.repository.remove(theme)
    async with running(ThemesScreen(book)) as pilot:
        assert "No themes yet" in shown(pilot)
        await answer(pilot, "ctrl+n", "Queues")
        await press(pilot, *"qu", "enter")
        assert "Every remark is filed" in shown(pilot)
        await answer(pilot, "slash", "umbrella")
        assert "No remark is like that" in shown(pilot)


@pytest.mark.usefixtures("said")
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_it_survives_every_size(book: Workbook, size: tuple[int, int]) -> None:
    """With a filter open, lanes, both panes, and every dialog; at 80x24 it reads as ever afterwards."""
    async with running(ThemesScreen(book), size) as pilot:
        for key in ("down", "tab", "down", "tab", "f", "escape", "asterisk", "slash", "escape"):
            await press(pilot, key)
        await press(pilot, "asterisk", "home", "down", "d", "escape")
        for key in ("ctrl+n", "ctrl+r", "ctrl+e", "ctrl+g", "ctrl+x", "exclamation_mark"):
            await press(pilot, key)
            assert not isinstance(pilot.app.screen, ThemesScreen)
            await press(pilot, "escape")
        await press(pilot, "ctrl+z")
        await answer(pilot, "slash", "activity=1")
        await press(pilot, "ctrl+l")
        await pilot.resize_terminal(*reversed(size))
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "barrier: 1" in shown(pilot)


@pytest.mark.usefixtures("said")
async def test_which_side_has_the_keys_shows_without_colour(book: Workbook) -> None:
    """A mark stands above the remarks, after Tab above the themes."""
    async with running(ThemesScreen(book)) as pilot:
        assert "› Unsorted: 3 of 5" in shown(pilot)
        assert "› Type a theme" not in shown(pilot)
        await press(pilot, "tab")
        assert "› Unsorted" not in shown(pilot)
        assert "› Type a theme's name or number" in shown(pilot)


@pytest.mark.usefixtures("said")
async def test_where_there_is_room_for_one_pane_it_is_the_one_that_one_is_in(book: Workbook) -> None:
    """At 40 columns: Tab goes from the remarks to the themes."""
    async with running(ThemesScreen(book), (40, 12)) as pilot:
        assert "we go without" in shown(pilot)
        assert "2 Debt" not in shown(pilot)
        await press(pilot, "tab")
        assert "2 Debt" in shown(pilot)
        assert "we go without" not in shown(pilot)


async def test_the_room_leads_there_and_back(book: Workbook, said: Session) -> None:
    """By Ctrl+K m; from the list with the remark that is chosen there; what is filed shows in the Room."""
    async with running(RoomScreen(book, said)) as pilot:
        await press(pilot, "ctrl+k", "m")
        assert "Unsorted: 3 of 5" in shown(pilot)
        await press(pilot, *"food", "enter", "escape")
        assert isinstance(pilot.app.screen, RoomScreen)
        assert "the kids eat  #food" in " ".join(shown(pilot).split(" "))
        await press(pilot, "shift+tab", "up", "ctrl+k", "m")
        assert "›  R4" in shown(pilot)


async def test_a_letter_right_behind_the_leader_is_not_typed_into_the_line(book: Workbook, said: Session) -> None:
    """Ctrl+K and m as fast as a terminal sends them lead to the themes, and nothing stands in the line."""
    async with running(RoomScreen(book, said)) as pilot:
        room = pilot.app.screen
        for event in (events.Key("ctrl+k", None), events.Key("m", "m")):
            pilot.app.post_message(event)
        await settle(pilot)
        assert isinstance(pilot.app.screen, ThemesScreen)
        assert isinstance(room, RoomScreen)
        assert room.line.text == ""


async def test_the_room_puts_a_remark_aside(book: Workbook, said: Session) -> None:
    """By Ctrl+K f and y, the last one where none is chosen; it is gone from the list as the contact is shown."""
    async with running(RoomScreen(book, said)) as pilot:
        await press(pilot, "ctrl+k", "f")
        await press(pilot, "y")
        assert "R5 is put aside for safeguarding" in shown(pilot)
        await press(pilot, "escape")
        assert "two buses" not in shown(pilot)
        await press(pilot, "ctrl+z")
        assert "two buses" in shown(pilot)


async def test_the_shelf_and_the_comparison_lead_there(book: Workbook, said: Session) -> None:
    """By t; what was filed is compared anew on the way back."""
    book.act(said, Verb.END)
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        await press(pilot, "t")
        assert "Unsorted: 3 of 5" in shown(pilot)
        await press(pilot, "escape", "c", "t")
        assert "Unsorted: 3 of 5" in shown(pilot)
        await press(pilot, "ctrl+q")
        assert isinstance(pilot.app.screen, CompareScreen)
