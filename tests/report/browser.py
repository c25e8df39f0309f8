"""Chromium without a window, and axe-core in it: what a page really is for whoever reads it, on a screen and on paper."""

import html
import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.report.wheels import fetched

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
AXE = "axe-playwright-python==0.1.8"  # the wheel that brings axe-core 4.12.1 along; no other part of it is used
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
LIGHT, DARK = 1, 0
"""What Chromium calls the colour schemes that a reader may prefer."""
POLICY = re.compile(r"<meta http-equiv=\"?Content-Security-Policy\"?[^>]*>")
SECONDS = 120


def chromium() -> str:
    """The browser's program; the test is skipped where there is none."""
    for name in BROWSERS:
        if found := shutil.which(name):
            return found
    pytest.skip("chromium is not installed")


def run(folder: Path, url: str, *options: str) -> str:
    """What Chromium prints for a page, opened with a profile of its own that knows nothing."""
    command = [chromium(), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}", *options, url]
    return subprocess.run(command, check=True, capture_output=True, timeout=SECONDS, text=True).stdout


def axe_core(config: pytest.Config) -> str:
    """The source of axe-core, fetched once; the test is skipped where it can't be had."""
    return (fetched(config, "axe-core", AXE) / "axe_playwright_python" / "axe.min.js").read_text()


def audited(page: str, axe: str, folder: Path, scheme: int, width: int = 1000) -> Mapping[str, Any]:
    """What axe-core found in a page in one colour scheme: `violations`, `passes`, `incomplete`; and `dark`, which scheme was on.

    The page's policy lets no script run, so that it is taken out of the copy that is looked at.
    """
    rules = json.dumps({"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations", "incomplete", "passes"]})
    script = (
        f"axe.run(document, {rules}).then(found => {{"
        "found.dark = matchMedia('(prefers-color-scheme: dark)').matches;"
        "const out = document.createElement('pre'); out.id = 'found';"
        "out.textContent = JSON.stringify(found); document.body.append(out)})"
    )
    copy, changed = POLICY.subn("", page)
    assert changed == 1, "the page has its policy, once"
    path = folder / "audited.html"
    path.write_text(copy.replace("</body>", f"<script>{axe}</script><script>{script}</script></body>"), encoding="utf-8")
    options = (
        f"--blink-settings=preferredColorScheme={scheme}",
        f"--window-size={width},1200",
        "--virtual-time-budget=30000",
        "--dump-dom",
    )
    found = re.search(r'<pre id="found">(.*?)</pre>', run(folder, path.as_uri(), *options), re.DOTALL)
    assert found is not None, "axe-core came to an end"
    result: dict[str, Any] = json.loads(html.unescape(found[1]))
    return result


def printed(page: str, folder: Path) -> Path:
    """The page printed as PDF, as whoever presses print in a browser gets it."""
    path, paper = folder / "printed.html", folder / "printed.pdf"
    path.write_text(page, encoding="utf-8")
    run(folder, path.as_uri(), "--no-pdf-header-footer", f"--print-to-pdf={paper}")
    return paper
