"""How a file with such a header was read, as it is stored, so that the next one with the same header is read alike."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownHeader:
    """`what` its rows are, the `columns` that were chosen for fields, and what words of its `values` mean (field, word, meaning).

    The id is a digest of the header: neither the file's name nor a title of its columns need be kept for it. Of values only those of
    closed lists are here (an answer, a perspective): what a name stands for is never written down.
    """

    id: str
    what: str
    columns: tuple[tuple[str, tuple[str, ...]], ...] = ()
    values: tuple[tuple[str, str, str], ...] = ()
