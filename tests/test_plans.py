"""Plans are found by name or path, and the ready-made ones can be run as they stand."""

import os
import re
import stat
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from workshop import plans
from workshop.errors import WorkshopError
from workshop.model.plan import Activity, Kind, Plan
from workshop.model.planfile import parse_plan
from workshop.plans import (
    copy_plan,
    example_folder,
    good_plans,
    load_plan,
    new_plan,
    not_yet,
    own_folder,
    plan_names,
    plans_folder,
)
from workshop.workbook.catalogue import slug

SHIPPED = plan_names()
SMALL = 'title = "P"\n[[activity]]\ntitle = "A"\nkind = "open"\nminutes = 5\n'


def words(text: str) -> list[str]:
    """The words of a text as they would be compared by ear: no case, no punctuation, no comment signs."""
    return re.findall(r"[a-z0-9']+", text.casefold().replace("’", "'"))


def test_the_plans_of_the_first_version_are_there() -> None:
    """The plans that the first versions promise are found by name."""
    assert {"community-of-practice", "readback", "families-priorities"} <= set(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_ready_made_plan_can_be_run_as_it_stands(name: str) -> None:
    """Every plan says what it is for, for whom and where it comes from, and every activity says what to ask and what to watch for."""
    plan = load_plan(name)
    assert all((plan.purpose, plan.people, plan.perspectives, plan.welcome, plan.source, plan.contact))
    assert all(activity.prompt and activity.notes for activity in plan.activities)
    assert all(activity.minimum for activity in plan.activities), "catching up needs to know how short each may become"
    assert (plans_folder() / f"{name}.toml").read_text("utf-8").startswith("# "), "a header says which way of working this is"


@pytest.mark.parametrize("name", SHIPPED)
def test_a_ready_made_plan_looks_after_people(name: str) -> None:
    """Every plan tells the purpose, confidentiality and its limit, how to withdraw and whom to tell of a worry; it closes protected."""
    plan = load_plan(name)
    told = " ".join(f"{card.title} {card.text}" for card in plan.cards)
    assert all(matter in told for matter in ("What today is for", "risk of harm", "change your mind", "worried"))
    close = plan.activities[-1]
    assert (close.kind, close.protected) == (Kind.CLOSE, True)
    assert re.search("not here|was not", close.prompt), "the close asks who was not in the room"
    assert any("two people" in activity.notes for activity in plan.activities)
    assert all(activity.protected for activity in plan.activities if activity.kind is Kind.BREAK)


@pytest.mark.parametrize(("name", "minutes"), [("community-of-practice", 120), ("readback", 90), ("families-priorities", 90)])
def test_a_plan_takes_as_long_as_its_welcome_says(name: str, minutes: float) -> None:
    """Two hours, and twice an hour and a half."""
    assert load_plan(name).minutes == minutes


def test_the_open_round_comes_before_anything_is_shown() -> None:
    """In the readback, people speak for themselves before they hear what others said (method.md, 1.4)."""
    kinds = [activity.kind for activity in load_plan("readback").activities]
    assert Kind.OPEN in kinds[: kinds.index(Kind.SHOW)]


def test_no_sentence_is_copied_from_the_sources(shared: Path) -> None:
    """No eight words in a row of any file in sessions/ stand in the documents that the ways of working come from."""
    taken = set()
    for source in sorted((shared / "sources").glob("*.txt")):
        told = words(source.read_text("utf-8"))
        taken |= {tuple(told[at : at + 8]) for at in range(len(told) - 7)}
    for file in sorted(plans_folder().rglob("*.toml")):
        ours = words(re.sub(r"(?m)^\s*#", "", file.read_text("utf-8")))
        assert not [" ".join(ours[at : at + 8]) for at in range(len(ours) - 7) if tuple(ours[at : at + 8]) in taken], file.name


@pytest.mark.parametrize("name", ["readback", " Readback", "community of practice", "Community_of_Practice"])
def test_a_name_is_found_however_it_is_typed(name: str) -> None:
    """Case, spaces, hyphens and underscores don't keep a plan from being found."""
    assert load_plan(name).name in SHIPPED


def test_a_miss_names_the_nearest_and_the_rest() -> None:
    """A mistyped name is answered with the plan that was meant and with all there are."""
    with pytest.raises(WorkshopError) as caught:
        load_plan("comunity of practise\x1b[31m")
    assert caught.value.message == 'There is no plan "comunity of practise".'
    assert caught.value.cure.startswith('Did you mean "community-of-practice"? The plans here are: ')
    with pytest.raises(WorkshopError) as caught:
        load_plan("zzz")
    assert caught.value.cure.startswith("The plans here are: ")


def test_a_plan_of_one_s_own_is_given_by_its_file(tmp_path: Path) -> None:
    """A path, as a text or a Path, is read as it is, and the plan has the file's name."""
    file = tmp_path / "my plan.toml"
    file.write_text(SMALL, "utf-8")
    assert load_plan(file) == load_plan(str(file))
    assert load_plan(file).name == "my plan"
    file.write_text(SMALL.replace("5", "0"), "utf-8")
    with pytest.raises(WorkshopError, match="one thing to put right") as caught:
        load_plan(file)
    assert caught.value.lines == ('my plan.toml:5: activity 1 ("A"): "minutes" must be more than 0 minutes',)


def test_a_file_that_can_t_be_read_is_said(tmp_path: Path) -> None:
    """No file, a folder, a NUL in the path, something else than text, something huge: each is a plain sentence."""
    (tmp_path / "picture.toml").write_bytes(b"\x89PNG\r\n\x1a\n\xff")
    (tmp_path / "huge.toml").write_bytes(b"#" * (plans.LARGEST_FILE + 1))
    said = {
        "none.toml": "can't be read: No such file or directory.",
        ".": "can't be read: Is a directory.",
        "a\0b.toml": "is not the path of a file.",
        "huge.toml": "is larger than a plan can be (200 kB).",
        "picture.toml": "picture.toml can't be read:",
    }
    for name, words in said.items():
        with pytest.raises(WorkshopError) as caught:
            load_plan(os.fspath(tmp_path / name) if name != "." else tmp_path)
        assert caught.value.message.endswith(words)


def test_the_folder_in_the_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As installed, the plans are in the package; a folder `sessions` that something else put beside it isn't taken for them."""
    package = tmp_path / "workshop"
    (tmp_path / "sessions").mkdir()
    (package / "sessions").mkdir(parents=True)
    monkeypatch.setattr(plans, "files", lambda _: package)
    assert plans_folder() == package / "sessions"
    (package / "sessions").rmdir()
    assert plans_folder() == tmp_path / "sessions"
    assert example_folder() == tmp_path / "sessions" / "example"


def test_what_is_noted_by_hand_is_said_before() -> None:
    """A plan that asks for sorting names the activity; one that doesn't says nothing."""
    sorting = parse_plan(SMALL.replace('"open"', '"sort"'), "plan")
    assert not_yet(sorting) == ('Activity 1 ("A"): sorting by lane is noted as remarks, one a card.',)
    assert not_yet(load_plan("community-of-practice")) == ()


def test_a_plan_of_one_s_own_stands_in_for_a_ready_made_one(tmp_path: Path) -> None:
    """In the folder of one's own plans each is found by name beside the ready-made ones, and one of the same name comes first."""
    own = own_folder(tmp_path)
    assert plan_names(own) == plan_names(), "the folder need not be there"
    own.mkdir()
    (own / "Breakfast Club.toml").write_text(SMALL, "utf-8")
    (own / "readback.toml").write_text(SMALL, "utf-8")
    assert set(plan_names(own)) == {*SHIPPED, "Breakfast Club"}
    assert load_plan("breakfast-club", own).title == load_plan("readback", own).title == "P"
    assert load_plan("readback").title == "Reading it back"
    with pytest.raises(WorkshopError, match="no plan"):
        load_plan("breakfast-club")


def test_a_faulty_plan_hides_no_other(tmp_path: Path) -> None:
    """Of all plans those that can be run are given, and what is wrong with the others."""
    own = own_folder(tmp_path)
    own.mkdir()
    (own / "mine.toml").write_text(SMALL.replace("minutes", "minuets"), "utf-8")
    good, faults = good_plans(own)
    assert [plan.name for plan in good] == list(SHIPPED)
    assert [fault.lines[0].partition(": activity")[0] for fault in faults] == ["mine.toml:5"]


def test_no_workshop_can_take_the_name_of_the_folder(tmp_path: Path) -> None:
    """A workshop's folder is named with letters, digits and hyphens; its own plans stand where none of these can."""
    assert slug(own_folder(tmp_path).name) != own_folder(tmp_path).name


TEMPLATE = plans_folder() / "new" / "plan.toml"


def test_a_new_plan_can_be_run_as_it_stands(tmp_path: Path) -> None:
    """It has the title that was given, whatever is in it, looks after people as the others do, and is readable by oneself alone."""
    title = 'Tea & "toast" \\ at 9 ☕'
    path = new_plan(tmp_path / "own", "tea", title)
    plan = load_plan(path)
    assert (plan.name, plan.title) == ("tea", title)
    assert all(activity.prompt and activity.notes and (activity.minimum or activity.protected) for activity in plan.activities)
    told = " ".join(f"{card.title} {card.text}" for card in plan.cards)
    assert all(matter in told for matter in ("What today is for", "risk of harm", "change your mind", "worried"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(WorkshopError, match='There is a plan "tea" already'):
        new_plan(tmp_path / "own", "tea", title)


def test_a_new_plan_explains_every_key(tmp_path: Path) -> None:
    """Each key of a plan, an activity and a card is in it, in use or switched off; switched on, all of them are right."""
    text = TEMPLATE.read_text("utf-8")
    switched_on = re.sub(r"(?m)^#(?=[a-z_]+ = )", "", text)
    told = tomllib.loads(switched_on)
    assert parse_plan(switched_on, "plan").title == "A session of our own"
    made = {field.name for field in fields(Plan)} - {"name", "text", "activities"}
    assert set(told) - {"activity"} == made
    assert {key for activity in told["activity"] for key in activity} == {field.name for field in fields(Activity)}
    lines = text.splitlines()
    explained, talk = set(), False
    for line in lines:
        key = re.match(r"#?([a-z_]+) = ", line)
        talk = line.startswith("# ") or (talk and key is not None)  # a comment explains the keys right below it
        explained |= {key[1]} if key is not None and talk else set()
    assert {*made, *(field.name for field in fields(Activity))} - explained == {"kind", "minutes", "cards"}, "told above the brackets"
    assert set(Kind) <= set(re.findall(r"(?m)^# (?:The kinds:)? +([a-z]+)  ", text))


def test_a_copy_is_made_once(tmp_path: Path) -> None:
    """A ready-made plan is copied as it is; what is one's own already stays where it is."""
    own = tmp_path / "own"
    path = copy_plan(own, "Readback")
    assert path == own / "readback.toml"
    assert path.read_bytes() == (plans_folder() / "readback.toml").read_bytes()
    path.write_text(SMALL, "utf-8")
    assert copy_plan(own, "readback") == path
    assert path.read_text("utf-8") == SMALL
    with pytest.raises(WorkshopError, match="no plan"):
        copy_plan(own, "nothing")
