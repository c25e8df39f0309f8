"""The offline kit: made from this checkout, set up and run with the network shut, and whole for Windows too."""

import json
import os
import platform
import re
import shutil
import subprocess
import sys
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).parents[1]
HERE = f"{sys.version_info[0]}.{sys.version_info[1]}"
"""The one Python that the kit is made for here: more would only take longer."""
CANNOT_FETCH = 69
SHUT = """
import socket

def shut(*_: object, **__: object) -> None:
    raise OSError("the network is shut")

socket.socket.connect = shut
socket.socket.sendto = shut
socket.getaddrinfo = shut
"""


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kit for this machine and for Windows, with its zip beside it."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        pytest.skip("the kit is tried on Linux x86_64 alone")
    import fcntl  # noqa: PLC0415 - Windows has none

    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "workshop kit"
    with folder.with_suffix(".lock").open("w") as lock:  # one of several workers makes it, for all
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not Path(f"{folder}.zip").exists():
            shutil.rmtree(folder, ignore_errors=True)
            command: list[str | Path] = [sys.executable, ROOT / "scripts" / "offline_kit.py", folder, "--zip", "--python", HERE]
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=400)
            if done.returncode == CANNOT_FETCH:
                pytest.skip(f"a wheel for the kit is not installed, and could not be fetched: {done.stderr[-200:]}")
            assert done.returncode == 0, done.stderr
            assert done.stdout.strip() == f"{folder}.zip"
            folder.with_suffix(".said").write_text(done.stderr, encoding="utf-8")
    return folder


def shut_off(tmp_path: Path) -> tuple[list[str], dict[str, str]]:
    """What stands before a command, and its environment, so that no byte leaves.

    A network of its own where that may be had, and sockets that refuse in any case.
    """
    (tmp_path / "shut").mkdir()
    (tmp_path / "shut" / "sitecustomize.py").write_text(SHUT)
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "PYTHON", "VIRTUAL_ENV"))}
    environment |= {"PYTHONPATH": str(tmp_path / "shut"), "HOME": str(tmp_path), "WORKSHOP_HOME": str(tmp_path / "shelf")}
    alone = ["unshare", "--user", "--map-root-user", "--net"]
    allowed = shutil.which("unshare") and subprocess.run([*alone, "true"], check=False, capture_output=True).returncode == 0
    return (alone if allowed else []), environment


def test_it_is_set_up_and_runs_without_a_network(kit: Path, tmp_path: Path) -> None:
    """Unpacked from its zip, the start file sets it up once, and the example runs; the second time nothing is set up."""
    with zipfile.ZipFile(f"{kit}.zip") as packed:
        packed.extractall(tmp_path)
    unpacked = tmp_path / kit.name
    before, environment = shut_off(tmp_path)
    # The kit picks the newest Python that fits; here it is to be the one of these tests, whatever else this machine has.
    (unpacked / "parts" / "fits.txt").write_text(f"{(kit / 'parts' / 'fits.txt').read_text().split()[0]}\nlinux-x86_64 {HERE}\n")
    environment["PATH"] = f"{named(tmp_path)}{os.pathsep}{environment['PATH']}"
    said = []
    for _ in range(2):
        command = [*before, "sh", str(unpacked / "start-linux.sh"), "demo"]
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, cwd=tmp_path, env=environment, timeout=300
        )
        assert done.returncode == 0, done.stderr
        assert "contested" in done.stdout
        said.append("Setting workshop up" in done.stderr)
    assert said == [True, False]


def named(tmp_path: Path) -> Path:
    """A folder in which this Python is called as the start file calls it, ours being perhaps one of an environment."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / f"python{HERE}").symlink_to(Path(sys.base_prefix) / "bin" / f"python{HERE}")
    return folder


def test_one_that_was_moved_is_set_up_anew(kit: Path, tmp_path: Path) -> None:
    """And so is one that was cut off: only a set-up that came to its end and still answers is taken as done."""
    moved = tmp_path / "moved"
    shutil.copytree(kit, moved, ignore=shutil.ignore_patterns("wheels"))
    script = moved / "parts" / "set_up.py"
    version = (moved / "parts" / "fits.txt").read_text().split()[0]
    program = moved / f"program-{version}-linux-x86_64-{HERE}"
    (program / "bin").mkdir(parents=True)
    (program / "ready").touch()
    (moved / "parts" / "wheels").mkdir()
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=60)
    assert "Setting workshop up" in done.stderr


def test_every_wheel_that_windows_needs_is_there(kit: Path, tmp_path: Path) -> None:
    """By pip's own account, from the kit alone; and with what is needed on Windows only, which pip doesn't see from here."""
    wheels = kit / "parts" / "wheels"
    report = tmp_path / "report.json"
    words = ["install", "--isolated", "--quiet", "--dry-run", "--ignore-installed", "--target", str(tmp_path / "nowhere")]
    words += ["--report", str(report), "--no-index", "--find-links", str(wheels)]
    words += ["--platform", "win_amd64", "--python-version", HERE, "--implementation", "cp", "--only-binary=:all:"]
    words += map(str, wheels.glob("workshop-*.whl"))
    subprocess.run([sys.executable, "-m", "pip", *words], check=True, timeout=120, capture_output=True)
    installed = [each["metadata"] for each in json.loads(report.read_text("utf-8"))["install"]]
    there = {canonicalize_name(each["name"]) for each in installed}
    there |= {parse_wheel_filename(file.name)[0] for file in wheels.glob("*-any.whl")}
    windows = {"os_name": "nt", "sys_platform": "win32", "platform_system": "Windows", "python_version": HERE, "extra": ""}
    needed = [Requirement(line) for each in installed for line in each.get("requires_dist", ())]
    assert {canonicalize_name(need.name) for need in needed if need.marker is None or need.marker.evaluate(windows)} <= there
    assert {"textual", "lxml", "pyrage", "workshop"} <= there


def test_what_only_windows_needs_is_seen(tmp_path: Path) -> None:
    """A wheel whose need holds on Windows alone is found lacking there, and not on Linux."""
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        import offline_kit as made  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415 - a script beside the package
    finally:
        sys.path.remove(str(ROOT / "scripts"))
    headers = HeaderParser().parsestr("")
    headers["Name"], headers["Requires-Dist"] = "one", 'two>=1; sys_platform == "win32"'
    with zipfile.ZipFile(tmp_path / "one-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("one-1.dist-info/METADATA", headers.as_string())
    assert list(made.lacking(tmp_path, made.SYSTEMS["windows"], "3.12")) == ["two>=1"]
    assert list(made.lacking(tmp_path, made.SYSTEMS["linux"], "3.12")) == []


def test_the_start_file_for_windows_asks_for_each_python(kit: Path) -> None:
    """In the line ends of that system, in plain letters, with nothing left to fill in."""
    for name in ("start-windows.bat", "READ-ME-FIRST.txt"):
        written = (kit / name).read_bytes()
        assert b"@" not in written.replace(b"@echo off", b"")
        assert written.count(b"\r\n") == written.count(b"\n")
        assert written.isascii()
    assert f"for %%V in ({HERE}) do" in (kit / "start-windows.bat").read_text()


def test_a_python_that_does_not_fit_is_refused_in_words(kit: Path, tmp_path: Path) -> None:
    """It points at the page that says which one is needed, and sets nothing up."""
    parts = tmp_path / "parts"
    shutil.copytree(kit / "parts", parts, ignore=shutil.ignore_patterns("wheels"))
    (parts / "fits.txt").write_text("1.0\nwin-amd64 3.11\n")
    done = subprocess.run([sys.executable, str(parts / "set_up.py")], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 3
    assert "READ-ME-FIRST.txt" in done.stderr
    assert sorted(each.name for each in tmp_path.iterdir()) == ["parts"]


def test_an_old_kit_is_not_added_to(tmp_path: Path) -> None:
    """A folder that holds something is refused, so that no wheel of an old kit stays."""
    (tmp_path / "old.whl").touch()
    command = [sys.executable, str(ROOT / "scripts" / "offline_kit.py"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "is not empty" in done.stderr


def test_how_long_how_large_and_what_to_do_with_it_is_said(kit: Path) -> None:
    """Before anything is fetched how long it takes and how large it gets; at the end what to copy and which file to double-click."""
    said = kit.with_suffix(".said").read_text(encoding="utf-8")
    first, *_, last = said.strip().splitlines()
    assert re.fullmatch(r"This takes about \d+ minutes? and needs internet\. The kit will have about \d+ MB\.", first)
    assert re.search(r"Done, \d+ MB\. Copy this file to the laptop and unpack it there, then\n", said)
    assert "  windows: double-click start-windows.bat\n" in said
    assert "  linux: double-click start-linux.sh\n" in said
    assert last == "READ-ME-FIRST.txt in it says what the laptop needs."
