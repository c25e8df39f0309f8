"""The codebook alone, as REFI-QDA's own format for it: for a second researcher, or to begin another project with."""

from workshop.model.view.view import View
from workshop.report.qdpx.codes import codes
from workshop.report.qdpx.guids import Guids
from workshop.report.qdpx.project import ORIGIN
from workshop.report.qdpx.xml import add, element, put_code, written
from workshop.report.slug import slug

NAMESPACE = "urn:QDA-XML:codebook:1.0"


def qdc(view: View) -> dict[str, bytes]:
    """The codebook, by the name of its file; no file where there is no code, since the format has no empty codebook."""
    found = codes(view, guids := Guids(view.key))
    if not found.tree:
        return {}
    root = element("CodeBook", {"origin": ORIGIN})
    tree = add(root, "Codes", {})
    for code in found.tree:
        put_code(tree, code)
    if found.priorities:
        group = add(add(root, "Sets", {}), "Set", {"guid": guids.of("set of priorities"), "name": "Priority themes"})
        for guid in found.priorities:
            add(group, "MemberCode", {"guid": guid})
    return {f"{slug(view.title)}.qdc": written(root, NAMESPACE)}
