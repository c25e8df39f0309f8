"""The codebook, for the files that programs for qualitative analysis read, as a report may show it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTheme:
    """One entry of the codebook, raised or not. `id` stays when it is renamed; `parent` is the id of the theme above it, or "".

    `aliases` are its other names: those of themes that were merged into it too. `agreed` is False as long as it is provisional.
    """

    id: str
    title: str
    description: str = ""
    aliases: tuple[str, ...] = ()
    parent: str = ""
    priority: bool = False
    lead_organisation: str = ""
    agreed: bool = True
