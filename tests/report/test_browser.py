"""The html report in a real browser: for whoever uses a screen reader, in the dark, on a phone, and on paper."""

import json
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from tests.report.browser import DARK, LIGHT, audited, axe_core, printed, run
from tests.report.page import Page, page
from tests.report.rich import published, rich
from workshop.workbook.example import make_example

A4 = (595, 842)
"""Points."""
MARGIN = 44
"""Points: what the 16 mm of the style sheet come to, rounded down."""
DESK, PHONE = 1000, 390
"""Pixels."""
PASSED = {"color-contrast", "svg-img-alt", "landmark-unique", "heading-order", "target-size", "region", "th-has-data-cells"}
"""Rules that must have had something to look at."""


@pytest.fixture(scope="module")
def axe(request: pytest.FixtureRequest) -> str:
    """The source of axe-core, kept from run to run."""
    return axe_core(request.config)


@pytest.fixture(scope="module", params=["example", "rich", "published"])
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The page of the example, and that of a workshop with all that a report can hold, for those who work with it and for everybody."""
    if request.param != "example":
        return page(rich() if request.param == "rich" else published())
    book = make_example(tmp_path_factory.mktemp("example") / "example")
    try:
        return page(book.view())
    finally:
        book.close()


@pytest.mark.parametrize(("scheme", "width"), [(LIGHT, DESK), (DARK, DESK), (LIGHT, PHONE)], ids=["light", "dark", "phone"])
def test_axe_finds_nothing_to_mend(shown: Page, axe: str, tmp_path: Path, scheme: int, width: int) -> None:
    """WCAG 2.2 A and AA and the best practices: no violation, and colours were looked at in the scheme that was asked for.

    What axe-core can't see through, the bars behind a chart's words, test_html's contrasts hold.
    """
    found = audited(shown.source, axe, tmp_path, scheme, width)
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]] == []
    assert found["dark"] is (scheme == DARK)
    passed = {each["id"] for each in found["passes"]}
    assert PASSED | ({"scrollable-region-focusable"} if width == PHONE else set()) <= passed
    unsure = [(each["id"], node["html"]) for each in found["incomplete"] for node in each["nodes"]]
    print(f"axe-core left {len(unsure)} of the page's texts to a person, for what is behind them")
    assert {rule for rule, _ in unsure} <= {"color-contrast"}


def test_axe_would_find_what_is_wrong(axe: str, tmp_path: Path) -> None:
    """Pale words in the dark, and a page in no language, are violations in the browser that the pages are looked at in."""
    source = page(rich()).source.replace("--soft:#aab3bd", "--soft:#2a3138").replace("lang=en-GB", "")
    found = audited(source, axe, tmp_path, DARK)
    assert {"color-contrast", "html-has-lang"} <= {each["id"] for each in found["violations"]}


def test_a_page_asks_the_network_for_nothing(shown: Page, tmp_path: Path) -> None:
    """The browser's own log of a visit has no request that the page began."""
    assert asked_for(shown.source, tmp_path) == []


def test_the_log_would_have_a_request(tmp_path: Path) -> None:
    """A page with a picture from elsewhere begins one."""
    assert asked_for('<img src="https://example.invalid/x.png">', tmp_path) == ["https://example.invalid/x.png"]


def asked_for(source: str, folder: Path) -> list[str]:
    """What a page asks for beside its own file; what the browser asks for by itself has no page as its origin."""
    path, log = folder / "page.html", folder / "net.json"
    path.write_text(source, encoding="utf-8")
    run(folder, path.as_uri(), f"--log-net-log={log}", "--disable-background-networking", "--dump-dom")
    events = re.findall(r'"initiator":"([^"]*)"[^\n]*?"url":"([^"]*)"', log.read_text())
    return sorted({url for initiator, url in events if initiator != "not an origin"})


def test_the_page_prints_on_a4_and_nothing_is_cut_off(shown: Page, tmp_path: Path) -> None:
    """Every word of every table is on paper, within the margins, and each page carries the marking and its number."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    paper = printed(shown.source, tmp_path)
    boxes = subprocess.run(["pdftotext", "-bbox", str(paper), "-"], check=True, capture_output=True, timeout=60).stdout
    words = Counter[str]()
    pages = etree.fromstring(boxes).findall(".//{*}page")
    for number, one in enumerate(pages, start=1):
        assert (round(float(one.get("width", 0))), round(float(one.get("height", 0)))) == A4
        found = one.findall("{*}word")
        words.update(word.text or "" for word in found)
        edges = [float(word.get(edge, 0)) for word in found for edge in ("xMin", "xMax")]
        assert MARGIN <= min(edges) < max(edges) <= A4[0] - MARGIN, number
        assert [word.text for word in found][-3:] == [str(number), "/", str(len(pages))]
    wanted = Counter(word for text in shown.root.xpath("//tr//text()") for word in text.split())
    assert {word: count for word, count in wanted.items() if words[word] < count} == {}


def test_no_row_of_a_table_runs_over_two_pages(shown: Page, tmp_path: Path) -> None:
    """A row that would not fit begins on the next page, whole."""
    script = """<script>
      const rows = [...document.querySelectorAll('tr, figure, li')].map(e => getComputedStyle(e).breakInside);
      document.body.append(Object.assign(document.createElement('pre'), {id: 'found', textContent: JSON.stringify(rows)}));
    </script></body>"""
    path = tmp_path / "page.html"
    policy_free = re.sub(r"<meta http-equiv=Content-Security-Policy[^>]*>", "", shown.source)
    path.write_text(policy_free.replace("@media print", "@media all").replace("</body>", script), encoding="utf-8")
    found = re.search(r'<pre id="found">(.*?)</pre>', run(tmp_path, path.as_uri(), "--dump-dom"), re.DOTALL)
    assert found is not None
    assert set(json.loads(found[1])) == {"avoid"}
