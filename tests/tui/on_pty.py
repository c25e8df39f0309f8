"""A program on a terminal of its own, seen from outside: what it painted, how it ended, how it left the terminal."""

import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from dataclasses import dataclass, field
from fcntl import ioctl
from pathlib import Path

PATIENCE = 20.0
"""Seconds after which waiting is a failure."""


@dataclass
class Terminal:
    """A child process on a pseudo-terminal."""

    pid: int
    fd: int
    before: list[object]
    painted: bytes = b""
    code: int | None = field(default=None)

    @classmethod
    def running(cls, code: str, *arguments: str) -> "Terminal":
        """Run Python code in a fresh interpreter on an 80x24 terminal."""
        master, slave = pty.openpty()
        before = termios.tcgetattr(slave)
        pid = os.fork()
        if pid == 0:
            os.setsid()
            ioctl(slave, termios.TIOCSCTTY, 0)
            for number in range(3):
                os.dup2(slave, number)
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", PYTHONPATH=str(Path(__file__).parents[2]))
            ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.execv(sys.executable, [sys.executable, "-c", code, *arguments])  # noqa: S606  # our own interpreter
        terminal = cls(pid, master, before)
        os.close(slave)
        return terminal

    def wait_for(self, mark: str) -> None:
        """Read until this was painted."""
        deadline = time.monotonic() + PATIENCE
        while mark.encode() not in self.painted:
            assert time.monotonic() < deadline, f"never saw {mark!r}: {self.painted[-400:]!r}"
            self._read()

    def type(self, text: str) -> None:
        """Press keys."""
        os.write(self.fd, text.encode())

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        os.kill(self.pid, number)

    def end(self) -> int:
        """Wait for its end; what it painted until then is kept. The exit code, or minus the signal that killed it."""
        deadline = time.monotonic() + PATIENCE
        while self.code is None:
            assert time.monotonic() < deadline, "it never ended"
            self._read()
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.code = os.waitstatus_to_exitcode(status)
        self._read()
        return self.code

    def is_as_before(self) -> bool:
        """Whether the terminal's modes (echo, canonical input ...) are as the program found them."""
        return termios.tcgetattr(self.fd)[:4] == self.before[:4]

    def left_whole(self) -> bool:
        """Whether the last that was painted leaves the alternate screen and shows the cursor."""
        left, entered = self.painted.rfind(b"\x1b[?1049l"), self.painted.rfind(b"\x1b[?1049h")
        return left > entered >= 0 and self.painted.rfind(b"\x1b[?25h") > entered

    def after_leaving(self) -> str:
        """What stands in the scrollback: all that was written after the alternate screen was left."""
        return self.painted[self.painted.rfind(b"\x1b[?1049l") :].decode("utf-8", "replace")

    def _read(self) -> None:
        if select.select([self.fd], [], [], 0.05)[0]:
            try:
                self.painted += os.read(self.fd, 1 << 16)
            except OSError:  # the other end was closed
                return
