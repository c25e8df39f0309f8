"""REFI-QDA's XML: elements without a prefix, empty ones left out, and text with nothing that XML can't hold."""

from collections.abc import Iterable

from lxml import etree

from workshop.report.qdpx.codes import Code
from workshop.report.qdpx.plain import plain

Element = etree._Element
"""lxml gives its class no public name."""
_DECLARED = b'<?xml version="1.0" encoding="UTF-8"?>\n'


def element(name: str, attributes: dict[str, str]) -> Element:
    """One element with these attributes, in their order."""
    return etree.Element(name, _plain(attributes))


def add(parent: Element, name: str, attributes: dict[str, str]) -> Element:
    """The same, as the last child of another; faster than to make it and then add it."""
    return etree.SubElement(parent, name, _plain(attributes))


def put(parent: Element, container: str, children: Iterable[Element]) -> None:
    """A container with these children; an empty one is invalid, and left out."""
    found = list(children)
    if found:
        etree.SubElement(parent, container).extend(found)


def put_text(parent: Element, name: str, text: str) -> None:
    """A child with this text, where there is any."""
    if told := plain(text):
        etree.SubElement(parent, name).text = told


def put_code(parent: Element, code: Code) -> None:
    """One code with those below it, as a project and a codebook write it."""
    found = add(parent, "Code", {"guid": code.guid, "name": code.name, "isCodable": "true" if code.codable else "false"})
    put_text(found, "Description", code.description)
    for each in code.below:
        put_code(found, each)


def written(root: Element, namespace: str) -> bytes:
    """The document in UTF-8, without a byte order mark; all of it is in the one namespace."""
    etree.indent(root)
    name = etree.QName(root).localname
    text = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
    return _DECLARED + text.replace(f"<{name} ".encode(), f'<{name} xmlns="{namespace}" '.encode(), 1) + b"\n"


def _plain(attributes: dict[str, str]) -> dict[str, str]:
    together = "".join(attributes.values())
    if together.isascii() and together.isprintable():  # nearly all, and one look is faster than one at each
        return attributes
    return {key: plain(value) for key, value in attributes.items()}
