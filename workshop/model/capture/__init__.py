r"""The capture line: what a note-taker types while a room talks, and what it means.

    [who:] text  #theme #theme-two  !kind  xN  *  @time

- **who** `3:` sticker 3 of the session's group, `p3:` `r3:` by letter, `Ali:` if that code is known; `parents:` or `P:` a group;
  `nt:` the note-taker, `?:` unknown, both for one line. The others stay until changed. A bare number in a mixed session counts if
  one known code has it.
- **text** in double quotes enclosing all of it is verbatim. A quote left open is verbatim and unfinished, and reaches to the marks at the
  end. Nothing inside closed quotes is a mark. `...`, `…` or `QUOTE` at the end: unfinished. A backslash makes a mark plain: `\#food`.
- **#theme** at the end is apart from the words; amid them it codes the remark and its word stays; so it does with a stop behind it
  (`the #foodbank.`). Hyphens and underscores are spaces. Tags before a quote are apart from it.
- **!kind** anywhere outside closed quotes: kinds.py, or a lane of the activity. `!off` drops the words at once.
- **!disagree T1** names the statement, where there is a T1; so with any answer. Outside a `show` activity it was said unasked.
- **xN** hands, **`*`** highlight, **@12:30** or **@-2m** (`h`, `m`, `s`): only in the run of marks at the line's end.
- A mark counts only at the line's start or after a space. Of two different values for one thing (`x7 x8`) the last counts, the other
  stays a word.
- `+ more` goes on with the last remark. In a `show` activity `hands: 1 1 6 0` is a show of hands on the statement (agree, partly, disagree,
  unsure), `parents hands: 1 1 6 0` that of one group; `hands T1: 1 1 6 0` names the statement, in any activity.
- In a `vote` activity a line of themes and numbers and nothing else is a vote: `3: #debt 2 #housing 1` (model/voteline.py).

Whatever isn't understood stays in the text, word for word.
"""

from workshop.model.capture.captured import Captured
from workshop.model.capture.chips import Chip, Role, chips
from workshop.model.capture.completion import Completion, completions
from workshop.model.capture.context import Context
from workshop.model.capture.continuation import going_on
from workshop.model.capture.kinds import KINDS, OFF
from workshop.model.capture.line import parse, sticky_after
from workshop.model.capture.moment import said_at
from workshop.model.capture.rendering import show
from workshop.model.capture.speaker import NOTE_TAKER, UNKNOWN, Speaker

__all__ = [
    "KINDS",
    "NOTE_TAKER",
    "OFF",
    "UNKNOWN",
    "Captured",
    "Chip",
    "Completion",
    "Context",
    "Role",
    "Speaker",
    "chips",
    "completions",
    "going_on",
    "parse",
    "said_at",
    "show",
    "sticky_after",
]
