"""The codebook as REFI-QDA's own format for it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.report.coded import empty, shown
from tests.report.refi import Q, project
from tests.report.wheels import fetched
from workshop.report.qdc import NAMESPACE, qdc
from workshop.report.qdpx.project import NAMESPACE as PROJECT

C = f"{{{NAMESPACE}}}"


def codebook() -> Any:
    """The hard workshop's codebook, parsed."""
    (content,) = qdc(shown()).values()
    assert not content.startswith(b"\xef\xbb\xbf")
    return etree.fromstring(content)


def test_its_codes_are_valid(request: pytest.FixtureRequest) -> None:
    """The standard's schema of a project, whose codes are the codebook's but for notes, finds nothing wrong with them."""
    folder: Path = fetched(request.config, "qualitative-coding-1.7.6", "qualitative-coding==1.7.6")
    schema = etree.XMLSchema(etree.parse(folder / "qualitative_coding" / "refi_qda" / "schema.xsd"))
    codes = etree.tostring(codebook().find(f"{C}Codes"), encoding="unicode").replace(NAMESPACE, PROJECT)
    whole = etree.fromstring(f'<Project xmlns="{PROJECT}" name="x"><CodeBook>{codes}</CodeBook></Project>')
    assert schema.validate(whole), schema.error_log


def test_it_is_as_the_codebook_s_schema_has_it() -> None:
    """Codes, then sets; a code refers to no note, a set's members have a `guid`, and neither container is empty."""
    root = codebook()
    assert root.tag == f"{C}CodeBook"
    assert dict(root.attrib) == {"origin": "workshop"}
    assert [each.tag for each in root] == [f"{C}Codes", f"{C}Sets"]
    assert all(len(each) for each in root)
    for code in root.iter(f"{C}Code"):
        assert set(code.attrib) == {"guid", "name", "isCodable"}
        assert {each.tag for each in code} <= {f"{C}Description", f"{C}Code"}
    codes = {each.get("guid") for each in root.iter(f"{C}Code")}
    for each in root.find(f"{C}Sets"):
        assert set(each.attrib) == {"guid", "name"}
        assert [dict(member.attrib).keys() for member in each] == [{"guid"}] * len(each)
        assert {member.get("guid") for member in each} <= codes


def test_without_a_priority_there_are_no_sets() -> None:
    """An empty `Sets` is what makes Taguette's own codebook invalid."""
    view = shown()
    plain = replace(view, codebook=tuple(replace(each, priority=False) for each in view.codebook))
    (content,) = qdc(plain).values()
    assert b"Sets" not in content


def test_without_a_code_there_is_no_file() -> None:
    """The format has no empty codebook."""
    assert qdc(empty()) == {}


def test_its_codes_are_the_project_s() -> None:
    """The same GUIDs and names, so that a codebook that was sent first and the project that follows are one."""
    ours = [(each.get("guid"), each.get("name")) for each in codebook().iter(f"{C}Code")]
    assert ours == [(each.get("guid"), each.get("name")) for each in project(shown()).root.iter(f"{Q}Code")]


def test_it_has_the_same_bytes_another_day() -> None:
    """Nothing of the moment of export is in it."""
    assert qdc(shown()) == qdc(replace(shown(), made=shown().made + timedelta(days=1)))
