"""Identifiers that are the same in every export, and that no other workshop's can be taken for."""

from uuid import UUID, uuid5

_OURS = UUID("6f0c1a52-8f0e-5d0b-9a57-3d1f7c2b94e6")


class Guids:
    """GUIDs of one view, each made of what it stands for: bare, in lower case."""

    def __init__(self, key: str) -> None:
        """`key` is the view's own: two audiences' files can't be joined by their GUIDs."""
        self._own = uuid5(_OURS, key)

    def of(self, kind: str, *parts: str) -> str:
        """The GUID of one thing; parts are told apart by their lengths."""
        return str(uuid5(self._own, "".join([f"{len(part)}:{part}" for part in (kind, *parts)])))
