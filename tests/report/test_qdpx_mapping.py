"""What of a workshop becomes what in a REFI-QDA project (method.md, 4.3)."""

from dataclasses import replace

from tests.report.coded import shown
from tests.report.refi import Q, project


def test_a_person_is_a_case_with_what_is_known() -> None:
    """Named by code, with perspective, organisation and answers, and their texts; a case's variables are no source's."""
    found = project(shown())
    case = found.named("Case", "p3")
    assert found.values(case) == {
        "Perspective": "parent",
        "Answer to T1": "disagree",
        "Answer to T2": "agree",
        "Answer to T3": "agree",
        "Answer to T4": "partly",
    }
    (reference,) = case.findall(f"{Q}SourceRef")
    assert found.named("TextSource", "Session 2 - p3").get("guid") == reference.get("targetGUID")
    of_cases = {name for each in found.all("Case") for name in found.values(each)}
    of_sources = {name for each in found.all("TextSource") for name in found.values(each)}
    assert not of_cases & of_sources


def test_who_said_nothing_is_a_case_all_the_same() -> None:
    """Silent people count: a case without a text."""
    case = project(shown()).named("Case", "p9")
    assert case.findall(f"{Q}SourceRef") == []


def test_whose_view_it_is_stands_three_times() -> None:
    """As the case's and as the source's variable, and as a set of sources, since each program reads another of them."""
    found = project(shown())
    source = found.named("TextSource", "Session 2 - p3")
    assert found.values(found.named("Case", "p3"))["Perspective"] == "parent"
    assert found.values(source) == {
        "Session": "Session 2",
        "Session group": "parent",
        "Session date": "19 May 2026",
        "Session place": "Kiln Street nursery",
        "Source perspective": "parent",
    }
    members = [each.get("targetGUID") for each in found.named("Set", "Perspective: parent")]
    assert source.get("guid") in members
    assert len(members) == len([each for each in found.all("TextSource") if found.values(each)["Source perspective"] == "parent"])


def test_a_variable_that_nobody_has_is_left_out() -> None:
    """No one of them has a role, and where no place is told there is no variable of it."""
    view = shown()
    names = {each.get("name") for each in project(view).all("Variable")}
    assert "Role" not in names
    assert "Session place" in names
    nowhere = replace(view, sessions=tuple(replace(each, place="") for each in view.sessions))
    assert "Session place" not in {each.get("name") for each in project(nowhere).all("Variable")}


def test_remarks_of_no_one_have_a_source_of_their_own() -> None:
    """One for each session and perspective, with no case."""
    found = project(shown())
    source = found.named("TextSource", "Session 2 - parent, no code")
    assert found.text_of(source) == "Jumpers with the badge on cost double."
    assert source.get("guid") not in {each.get("targetGUID") for each in found.all("SourceRef")}


def test_each_coder_is_a_user() -> None:
    """The note-taker first, whom QualCoder then takes for its own coder; what each gave stands under their name, no theme too."""
    found = project(shown())
    assert [each.get("name") for each in found.all("User")] == ["note-taker", "Ana", "Bo"]
    first, second = found.named("PlainTextSelection", "R400"), found.named("PlainTextSelection", "R401")
    assert {"Bus fares", "Getting there: buses and distance"} <= set(found.codes_of(first))
    assert found.codes_of(first, "Ana") == ["Bus fares"]
    assert found.codes_of(second, "Bo") == ["Coding: no theme fits"]


def test_how_a_remark_came_is_coded_and_told() -> None:
    """Activity, lane, answer, statement, mark and how it was noted are codes in branches of their own, and stand in the description."""
    found = project(shown())
    second = found.named("PlainTextSelection", "R401")
    assert set(found.codes_of(second)) == {
        "Activity: What it is like",
        "Lane: enabler (2)",
        "How it came: open",
        "How it came: paraphrased",
        "Mark: silence",
        "Mark: highlighted",
    }
    assert second.findtext(f"{Q}Description") == "2026-05-19 12:21; What it is like; lane enabler; open; paraphrased; a show of hands, 5"
    reason = next(each for each in found.all("PlainTextSelection") if found.words(each).startswith("That is naive"))
    assert {"Stance: disagree", "How it came: prompted", "How it came: verbatim"} <= set(found.codes_of(reason))
    statement = next(each for each in found.codes_of(reason) if each.startswith("T1: "))
    assert found.named("Code", statement).findtext(f"{Q}Description").endswith("on a low income.")


def test_priority_themes_are_a_set() -> None:
    """With the codes of the priority themes and no other."""
    found = project(shown())
    names = {each.get("guid"): each.get("name") for each in found.all("Code")}
    members = [names[each.get("targetGUID")] for each in found.named("Set", "Priority themes")]
    assert members == [each.title for each in shown().codebook if each.priority]


def test_the_journal_is_a_note_for_each_session() -> None:
    """Each line with its time; no two notes have one name, on which QualCoder fails."""
    found = project(shown())
    assert [each.get("name") for each in found.all("Note")] == ["Journal of Session 1", "Journal of Session 2"]
    assert found.text_of(found.all("Note")[0]) == "09:33 The kettle took ten minutes.\n09:33 Room too warm."


def test_a_person_is_a_code_only_where_that_is_asked_for() -> None:
    """Then the code has the case's GUID and covers each of their texts: so NVivo and QualCoder link a case with its words."""
    assert not {each.get("guid") for each in project(shown()).all("Case")} & {each.get("guid") for each in project(shown()).all("Code")}
    found = project(shown(), case_codes=True)
    case = found.named("Case", "p3")
    (code,) = [each for each in found.all("Code") if each.get("guid") == case.get("guid")]
    assert (code.getparent().get("name"), code.getparent().get("isCodable")) == ("People", "false")
    whole = found.named("TextSource", "Session 2 - p3").find(f"{Q}PlainTextSelection[@name='p3']")
    assert found.codes_of(whole) == [code.get("name")]
    assert found.words(whole) == found.text_of(whole.getparent())


def test_a_session_can_be_one_text_in_the_order_said() -> None:
    """With who spoke before each remark, whom the selections leave out; cases point at their remarks, and codes say whose view it is."""
    view = shown()
    found = project(view, case_codes=True, speaking_order=True)
    assert [each.get("name") for each in found.all("TextSource")] == ["Session 1", "Session 2"]
    text = found.text_of(found.named("TextSource", "Session 2"))
    assert "parent: Jumpers with the badge" in text
    reason = next(each for each in found.all("PlainTextSelection") if found.words(each).startswith("That is naive"))
    assert f"p3: {found.words(reason)}" in text
    assert {"Perspective: parent", "p3"} <= set(found.codes_of(reason))
    references = {each.get("targetGUID") for each in found.named("Case", "p3").findall(f"{Q}SelectionRef")}
    assert references == {each.get("guid") for each in found.all("PlainTextSelection") if "p3" in found.codes_of(each)}
    assert found.named("Case", "p3").findall(f"{Q}SourceRef") == []
    order = [each.quote.name for each in view.reflections if each.quote.text and each.quote.session == "Session 2"]
    assert [each.get("name") for each in found.named("TextSource", "Session 2").findall(f"{Q}PlainTextSelection")] == order


def test_the_project_says_for_whom_it_is() -> None:
    """The marking of a working copy stands in the project's description."""
    description = project(shown()).root.findtext(f"{Q}Description")
    assert description.startswith("Working copy")
    assert "parents and 13 practitioners took part." in description


def test_a_picture_is_a_source_with_its_whole_area_coded() -> None:
    """As its readings are; its name has the ending that QualCoder needs, and no other dot."""
    found = project(shown())
    (picture,) = found.all("PictureSource")
    assert picture.get("name") == "A1 Hands cups.png"
    assert found.files[picture.get("path").replace("internal://", "sources/")].startswith(b"\x89PNG")
    assert picture.findtext(f"{Q}Description") == "Two cups side by side."
    (area,) = picture.findall(f"{Q}PictureSelection")
    assert [area.get(name) for name in ("firstX", "firstY", "secondX", "secondY")] == ["0", "0", "3", "2"]
    assert found.codes_of(area) == ["A1: Hands / cups."]
    reading = found.named("PlainTextSelection", "R402")
    assert {"A1: Hands / cups.", "How it came: prompted"} <= set(found.codes_of(reading))
    assert "to A1" in reading.findtext(f"{Q}Description")


def test_a_picture_that_was_shown_on_paper_is_a_code_alone() -> None:
    """There is no file of it, and its readings are told apart all the same."""
    found = project(shown())
    assert "A2: A drawing on the wall" in found.codes_of(found.named("PlainTextSelection", "R403"))
