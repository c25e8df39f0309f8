"""Taking a change of a record back, where it may have become something else in the meantime: what was changed since stays."""

from dataclasses import fields, replace
from typing import Any, TypeVar

Changed = TypeVar("Changed", bound=Any)

_TOGETHER = (("consent", "consent_at"),)
"""Fields that mean something only together: a level, and when it was agreed."""


def reverted(before: Changed, after: Changed, now: Changed) -> tuple[Changed, bool]:
    """What undoing the change from `before` to `after` makes of the record as it is `now`, and whether all of it could be undone.

    A field goes back if it is still as the change left it. So nobody's later edit is lost, and a consent that was lowered since is not
    raised. All three are of one type.
    """
    back: dict[str, Any] = {}
    whole = True
    for names in _groups(after):
        was, became, stands = (tuple(getattr(each, name) for name in names) for each in (before, after, now))
        if was == became:
            continue
        if stands == became:
            back.update(zip(names, was, strict=True))
        elif stands != was:
            whole = False
    return replace(now, **back), whole


def _groups(record: Any) -> list[tuple[str, ...]]:
    names = {each.name for each in fields(record)}
    together = [group for group in _TOGETHER if names.issuperset(group)]
    return [*together, *((name,) for name in sorted(names.difference(*together)))]
