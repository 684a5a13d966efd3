"""Labels and pictures read back as the trees that they are."""

from __future__ import annotations

from xml.etree import ElementTree


def parsed(text: str | bytes) -> ElementTree.Element:
    """The tree of a text that our own code has written."""
    return ElementTree.fromstring(text)  # noqa: S314 - nothing here comes from outside


def texts(tree: ElementTree.Element) -> list[str]:
    """What each text of a picture shows."""
    return ["".join(text.itertext()) for text in tree.iter("{http://www.w3.org/2000/svg}text")]
