"""`Workbook`: one workshop, open for work. Every change that a screen or a command makes is one of its verbs."""

from types import TracebackType

from workshop.workbook.beginning import Beginning
from workshop.workbook.bundling import Bundling
from workshop.workbook.clocking import Clocking
from workshop.workbook.coding import CodingRemarks
from workshop.workbook.consent import Consenting
from workshop.workbook.discarding import Discarding
from workshop.workbook.disclosing import Disclosing
from workshop.workbook.displaying import Displaying
from workshop.workbook.editing import Editing
from workshop.workbook.hearing import Hearing
from workshop.workbook.history import History
from workshop.workbook.housekeeping import Housekeeping
from workshop.workbook.importing import Importing
from workshop.workbook.measuring import Measuring
from workshop.workbook.merging import Merging
from workshop.workbook.papers import Papers
from workshop.workbook.paraphrasing import Paraphrasing
from workshop.workbook.rating import RatingThemes
from workshop.workbook.readback import ReadingBack
from workshop.workbook.recommending import Recommending
from workshop.workbook.redoing import Redoing
from workshop.workbook.replanning import Replanning
from workshop.workbook.safeguarding import Safeguarding
from workshop.workbook.saving import Saving
from workshop.workbook.searching import Searching
from workshop.workbook.themehistory import ThemeHistory
from workshop.workbook.typingup import TypingUp
from workshop.workbook.verifying import Verifying
from workshop.workbook.watching import Watching


class Workbook(
    Editing,
    TypingUp,
    Clocking,
    Replanning,
    CodingRemarks,
    Searching,
    ThemeHistory,
    Discarding,
    Hearing,
    RatingThemes,
    ReadingBack,
    Beginning,
    Recommending,
    Safeguarding,
    Papers,
    Consenting,
    Displaying,
    Disclosing,
    Paraphrasing,
    Watching,
    Importing,
    Measuring,
    History,
    Merging,
    Bundling,
    Verifying,
    Housekeeping,
    Saving,
    Redoing,
):
    """One workshop, open for work.

    Every verb that writes returns when its words are on disk, or raises NotSavedError with nothing changed. Verbs may be called from
    any thread; what they give back is immutable.
    """

    def __enter__(self) -> "Workbook":
        """Use it as `with open_workshop(folder) as book`."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Let the folder go."""
        self.close()
