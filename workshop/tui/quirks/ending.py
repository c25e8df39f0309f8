"""How the program ends, when it is told to or when it breaks."""

import asyncio
import signal
import sys
from pathlib import Path
from traceback import extract_tb

from rich.text import Text
from textual.app import App


class TidyApp(App[None]):
    """An app that leaves the terminal whole when it is told to end, and nobody's words on it when it crashes."""

    def watch_for_signals(self) -> None:
        """Leave in good order when the terminal is closed or the process is told to end.

        By itself the process dies with the terminal in raw mode: https://github.com/Textualize/textual/issues/5140
        """
        if sys.platform == "win32":
            return  # there its event loop takes no signal handlers, and a closed window leaves no terminal to repair
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._end_by_signal, number)

    def _end_by_signal(self, number: int) -> None:
        self.exit(return_code=128 + number)

    def _fatal_error(self) -> None:
        """Say what broke and where, without the values of variables and without the exception's own text.

        Textual prints the local variables of every frame, so participants' words would stay in the scrollback; there is no option
        for it (`show_locals=True` in App._fatal_error, https://github.com/Textualize/textual/blob/main/src/textual/app.py).
        """
        error = sys.exc_info()[1]
        frames = extract_tb(error.__traceback__) if error is not None else []
        lines = [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames[-6:]]
        name = type(error).__name__ if error is not None else "an unknown error"
        words = "\n".join([f"Something went wrong inside workshop ({name}). What was saved is safe.", *lines])
        self._exit_renderables.append(Text(words))
        self._close_messages_no_wait()
