"""The marks that a `!` makes: answers to a statement, what happened in the room, and `!off`."""

from workshop.model.records import Answer

OFF = "off"
"""Off the record: the words of such a line are dropped by the parser and go nowhere."""
ANSWERS = tuple(answer.value for answer in Answer)
KINDS = (*ANSWERS, "question", "action", "silence", "laugh", "tension", OFF)

NEVER_LANES = frozenset((*ANSWERS, OFF))
"""A lane of this name can't be typed: the answers and `!off` mean the same in every activity."""
