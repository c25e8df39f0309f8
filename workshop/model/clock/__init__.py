"""The session clock: a fold over the timeline's entries. It knows no screen, no file and no real time."""

from workshop.model.clock.ledger import Ledger
from workshop.model.clock.state import Phase
from workshop.model.clock.status import ActivityStatus, Stage, Status
from workshop.model.clock.timeline import Clock, allowed, check, fold
from workshop.model.clock.undo import Ignored
from workshop.model.reading import Reading

__all__ = ["ActivityStatus", "Clock", "Ignored", "Ledger", "Phase", "Reading", "Stage", "Status", "allowed", "check", "fold"]
