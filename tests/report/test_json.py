"""The JSON report: one object with the comparison and all that it rests on."""

import json
from dataclasses import replace
from typing import Any

from tests.report.made_up import PLANS, records, voted
from tests.report.page import made
from workshop.compare.as_json import comparison_json
from workshop.compare.comparison import compare
from workshop.model.view.view import View
from workshop.report.json import json as json_file


def report(shown: View) -> dict[str, Any]:
    """The object, read back."""
    ((name, content),) = json_file(shown).items()
    assert name == "parenting-on-a-low-income-report.json"
    found: dict[str, Any] = json.loads(content)
    return found


def test_the_object_says_what_it_is_and_for_whom() -> None:
    """Schema, version, audience and marking come first."""
    found = report(made(records()))
    assert list(found)[:4] == ["schema", "version", "audience", "marking"]
    assert (found["schema"], found["version"], found["audience"]) == ("workshop.report", 1, "working")
    assert found["marking"] == "Working copy \u2013 not for passing on"


def test_the_comparison_in_it_is_that_of_the_compare_command() -> None:
    """A working report's comparison is the object that `compare --json` prints."""
    expected = comparison_json(compare(records(), plans=PLANS))
    assert report(made(records()))["comparison"] == json.loads(json.dumps(expected))


def test_findings_have_the_names_of_every_other_report() -> None:
    """F1 is the first theme of the comparison, and names the remarks that stand beside it."""
    found = report(made(records()))
    assert [finding["theme"] for finding in found["findings"]] == [theme["theme"] for theme in found["comparison"]["themes"]]
    names = {remark["remark"] for remark in found["reflections"]}
    quoted = {name for finding in found["findings"] for side in finding["quotes"].values() for name in side}
    assert quoted
    assert quoted <= names


def test_all_remarks_people_and_answers_are_in_it() -> None:
    """Nothing that was noted is left out of a working report."""
    data = records()
    found = report(made(data))
    assert sorted(remark["text"] for remark in found["reflections"]) == sorted(each.text for each in data.reflections.values())
    assert {person["code"] for person in found["participants"]} == {person.code for person in data.participants.values()}
    assert len(found["responses"]) == len(data.responses) == 32


def test_remarks_keep_their_marks() -> None:
    """The kinds of a remark are a list, empty where it has none."""
    data = records()
    action = replace(data.reflections["g1"], kinds=("action",))
    found = report(made(replace(data, reflections={**data.reflections, "g1": action})))
    assert {remark["remark"]: remark["kinds"] for remark in found["reflections"] if remark["kinds"]} == {"R300": ["action"]}
    assert all(isinstance(remark["kinds"], list) for remark in found["reflections"])


def test_words_of_every_script_are_written_as_themselves() -> None:
    """Text stands in the file as people typed it, not as escapes, and comes back whole."""
    data = records()
    text = 'ça va \u0161k\u00f3\u0142ka \U0001f9e6 "x"\nand so on'
    said = {"g1": replace(data.reflections["g1"], text=text)}
    (content,) = json_file(made(replace(data, reflections=said, codings={}))).values()
    assert "ça va \u0161k\u00f3\u0142ka \U0001f9e6".encode() in content
    assert json.loads(content)["reflections"][0]["text"] == text


def test_priorities_have_the_names_of_the_findings() -> None:
    """V1 ranks themes that are findings, in numbers and in words; every vote stands there as it was cast."""
    found = report(made(voted()))
    (ranked,) = found["priorities"]
    assert (ranked["priorities"], ranked["kind"], ranked["voted"]) == ("V1", "dots", {"parent": "3 voted", "practitioner": "2 voted"})
    names = {finding["theme"]: finding["finding"] for finding in found["findings"]}
    assert all(each["finding"] == names[each["theme"]] for each in ranked["themes"])
    assert ranked["themes"][0]["groups"]["parent"]["share"] == 2 / 3
    assert [vote["amount"] for vote in found["votes"]] == [3, 1, 2, 1, 2, 3, 1]
    assert found["comparison"]["priorities"][0]["themes"][0]["groups"]["parent"]["rank"] == 1
    assert report(made(records()))["priorities"] == []
