"""LibreOffice without a window: what another office program makes of a file."""

import shutil
import subprocess
from pathlib import Path

import pytest

SECONDS = 180


def converted(path: Path, to: str, *, by: str = "") -> Path:
    """The file as LibreOffice saves it in another format, beside it; the test is skipped where there is none."""
    if not shutil.which("soffice"):
        pytest.skip("soffice is not installed")
    profile = (path.parent / "office").as_uri()
    reader = [f"--infilter={by}"] if by else []
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", *reader, "--convert-to", to, "--outdir", str(path.parent)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=SECONDS)
    return path.with_suffix(f".{to}")
