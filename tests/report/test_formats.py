"""The formats: each writes files, and none is loaded before it is asked for."""

import subprocess
import sys

import pytest

from tests.report.made_up import records
from tests.report.page import made
from workshop.report.formats import FORMATS


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_writes_files(name: str) -> None:
    """Each format's writer is where the table says, and makes at least one file with something in it."""
    files = FORMATS[name](made(records()))
    assert files
    assert all(files.values())


def test_the_names_of_the_formats_load_no_writer() -> None:
    """Whoever lists the formats pays for none of the libraries that write them."""
    code = "import sys, workshop.report.formats; print(sorted({'jinja2', 'docx', 'xlsxwriter', 'lxml'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
