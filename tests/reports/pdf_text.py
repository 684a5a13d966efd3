"""Reads back the words of a PDF from its page streams and its fonts' own tables, to test what was written."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf

_HEX = re.compile(r"<([0-9A-Fa-f]+)>")


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, one drawn line after another, separated by line ends."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [_page_text(page) for page in document.pages]


def _page_text(page: pikepdf.Page) -> str:
    tables = {name: _letters(font) for name, font in page.resources["/Font"].items() if "/ToUnicode" in font}
    words: list[str] = []
    table: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator == "BT":
            words.append("\n")
        elif operator == "Tf":
            table = tables.get(str(instruction.operands[0]), {})
        elif operator == "Tj":
            words.append("".join(table[code] for code in bytes(instruction.operands[0])))
    return "".join(words)


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """From a character's code in the font to the character, out of the font's ToUnicode table."""
    table: dict[int, str] = {}
    text = font["/ToUnicode"].read_bytes().decode("ascii")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        first, _last, rest = block.strip().split(">", 2)
        start = int(first.strip("<\n "), 16)
        for offset, code in enumerate(_HEX.findall(rest)):
            table[start + offset] = bytes.fromhex(code).decode("utf-16-be")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        codes = _HEX.findall(block)
        for code, letter in zip(codes[::2], codes[1::2], strict=True):
            table[int(code, 16)] = bytes.fromhex(letter).decode("utf-16-be")
    return table
