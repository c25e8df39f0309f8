"""What the dialogs share: a question in the middle of the screen, answered by Enter, left by Esc."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from workshop.tui.keys import Place, bindings
from workshop.tui.widgets.parts import Parts

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None]):
    """A question. Its answer is None where it was left by Esc."""

    PURPOSE: ClassVar[str] = ""
    """What the answer is for and what it changes, in a sentence or two, for the key of help."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False),
        *(key for key in bindings(Place.EVERYWHERE) if key.id == "help"),
    ]
    DEFAULT_CSS = """
    Dialog {
        align: center middle;
    }
    Dialog > #dialog {
        width: 70;
        max-width: 96%;
        height: auto;
        max-height: 96%;
        padding: 1 2;
        background: $panel;
        scrollbar-size-vertical: 1;
    }
    /* Where there is a scrollbar, it touches no text. */
    Dialog Static { margin-right: 1; }
    Dialog #question { text-style: bold; margin: 0 1 1 0; }
    Dialog #fault { color: $warning; }
    Dialog #fault.-empty { display: none; }
    Dialog #foot { dock: bottom; height: auto; padding-top: 1; background: $panel; }
    Dialog #how { color: $quiet; }
    /* What is to be known besides the keys. */
    Dialog .said { color: $quiet; margin: 1 1 0 0; }
    Dialog.-low > #dialog { padding: 0 2; }
    Dialog.-low #question { margin-bottom: 0; }
    Dialog.-low #foot { padding-top: 0; }
    """

    VERTICAL_BREAKPOINTS = [(0, "-low"), (14, "-usual")]  # noqa: RUF012  # Textual declares it for instances
    SCROLLS: ClassVar[bool] = False
    """Whether the arrow keys scroll it, since nothing in it takes them."""

    def __init__(self, question: str, how: str) -> None:
        """`how` says which keys answer."""
        super().__init__()
        self.question = question
        self.how = how

    def compose(self) -> ComposeResult:
        """The question, what answers it; what is wrong with the answer and the keys stay in sight however much there is."""
        with VerticalScroll(id="dialog", can_focus=self.SCROLLS):
            yield Static(Content(self.question), id="question")
            yield from self.body()
            with Vertical(id="foot"):
                yield Static(id="fault", classes="-empty")
                yield Static(Parts(self.how), id="how")

    def body(self) -> list[Widget]:
        """What stands between the question and the keys."""
        return []

    def object_to(self, fault: str) -> None:
        """Say what is wrong with the answer, and stay."""
        self.query_one("#fault", Static).update(Content(fault))
        self.query_one("#fault").set_class(not fault, "-empty")

    @property
    def purpose(self) -> str:
        """What this very question is for, where one dialog asks several."""
        return self.PURPOSE

    @property
    def explained(self) -> Sequence[tuple[str, str]]:
        """What else is to be known to answer it, for the key of help: a name, and what it means."""
        return ()

    def action_leave(self) -> None:
        """Give no answer."""
        self.dismiss(None)
