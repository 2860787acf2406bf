r"""The objects of a PDF (ISO 32000-1) as the typesetter writes it: a plain cross-reference table, streams packed with Flate or not at all.

>>> read(b"<</Kids[3 0 R]/N -.5/T(a\\(b\\051)/H<4f4B>>>")
{'Kids': [Reference(number=3)], 'N': -0.5, 'T': b'a(b)', 'H': b'OK'}
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from gaoxing.engines.ofd.drawn import Unwritable

_SPACE = rb"\x00\t\n\f\r "
_TOKEN = re.compile(
    rb"[" + _SPACE + rb"]*(?:%[^\r\n]*[" + _SPACE + rb"]*)*(?:"
    rb"(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))|/(?P<name>[^" + _SPACE + rb"()<>\[\]{}/%]*)|(?P<text>\()|<(?P<hex>[0-9A-Fa-f\s]*)>|"
    rb"(?P<word><<|>>|\[|\]|[^" + _SPACE + rb"()<>\[\]{}/%]+))"
)
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_CONSTANTS = {"true": True, "false": False, "null": None}
_STREAM = re.compile(rb"\s*stream\r?\n")
_BEGINNING = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_INHERITED = ("Resources", "MediaBox", "Rotate")


class Name(str):
    """A name of a PDF, written with a slash before it."""

    __slots__ = ()


class Word(str):
    """A word outside of all values: an operator of a page, a bracket, `obj`."""

    __slots__ = ()


@dataclass(frozen=True)
class Reference:
    """A pointer to the object of that number."""

    number: int


@dataclass(frozen=True)
class Stream:
    """Bytes and what is told about them."""

    about: dict[str, Any]
    raw: bytes = field(repr=False)

    @property
    def packing(self) -> str:
        """The name of the filter; empty where there is none."""
        return str(self.about.get("Filter") or "")

    def data(self) -> bytes:
        """The bytes unpacked. Raises Unwritable for another packing than Flate."""
        if self.packing == "FlateDecode" and not self.about.get("DecodeParms"):
            return zlib.decompress(self.raw)
        if self.packing:
            raise Unwritable(f"{self.packing} 压缩的数据")
        return self.raw


class Reader:
    """Reads one value after another; `at` is where it stands."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        """Begins at the byte `at`."""
        self._data = data
        self.at = at

    def value(self) -> Any:
        """The next value or Word. Raises EOFError at the end."""
        found = _TOKEN.match(self._data, self.at)
        if found is None:
            raise EOFError
        self.at = found.end()
        kind, token = found.lastgroup, found[found.lastgroup or 0]
        if kind == "number":
            return float(token) if b"." in token else int(token)
        if kind == "name":
            return Name(token.decode("latin-1"))
        if kind == "text":
            return self._text()
        if kind == "hex":
            digits = b"".join(token.split())
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        return self._word(token.decode("latin-1"))

    def __iter__(self) -> Iterator[Any]:
        """Every value to the end."""
        while True:
            try:
                yield self.value()
            except EOFError:
                return

    def _word(self, word: str) -> Any:
        if word == "[":
            return self._until("]")
        if word == "<<":
            flat = self._until(">>")
            return {str(key): value for key, value in zip(flat[::2], flat[1::2], strict=True)}
        return _CONSTANTS[word] if word in _CONSTANTS else Word(word)

    def _until(self, end: str) -> list[Any]:
        held: list[Any] = []
        while not (isinstance(value := self.value(), Word) and value == end):
            if isinstance(value, Word) and value == "R":
                held[-2:] = [Reference(held[-2])]
            else:
                held.append(value)
        return held

    def _text(self) -> bytes:
        """A string in parentheses, which may stand in it in pairs."""
        depth, start = 1, self.at
        while depth:
            found = _PARENTHESIS.search(self._data, self.at)
            if found is None:
                raise EOFError
            depth += {b"(": 1, b")": -1}.get(found[0], 0)
            self.at = found.end()
        inner = self._data[start : self.at - 1]
        return _ESCAPE.sub(_unescaped, inner) if b"\\" in inner else inner


def read(data: bytes) -> Any:
    """The first value of some bytes. Raises EOFError where there is none."""
    return Reader(data).value()


class Pdf:
    """A PDF's objects, each read when it is asked for."""

    def __init__(self, content: bytes) -> None:
        """Reads where the objects lie. Raises Unwritable where that is not told in a plain table."""
        self._content = content
        self._read: dict[int, Any] = {}
        start = _BEGINNING.search(content, max(len(content) - 64, 0))
        if start is None or not content.startswith(b"xref", int(start[1])):
            raise Unwritable("没有普通对照表的文件结构")
        reader = Reader(content, int(start[1]) + len(b"xref"))
        self._offsets = dict(_offsets(reader))
        self.trailer: dict[str, Any] = reader.value()

    def get(self, value: Any) -> Any:
        """The value itself, or the object that a Reference points to."""
        if not isinstance(value, Reference):
            return value
        if value.number not in self._read:
            self._read[value.number] = self._object(self._offsets[value.number])
        return self._read[value.number]

    def pages(self) -> list[dict[str, Any]]:
        """The dictionaries of all pages in order, with what they inherit."""
        root = self.get(self.trailer["Root"])
        return list(self._leaves(self.get(root["Pages"]), {}))

    def _leaves(self, node: dict[str, Any], handed: dict[str, Any]) -> Iterator[dict[str, Any]]:
        whole = {**handed, **node}
        if "Kids" not in node:
            yield whole
            return
        passed_on = {key: whole[key] for key in _INHERITED if key in whole}
        for kid in self.get(node["Kids"]):
            yield from self._leaves(self.get(kid), passed_on)

    def _object(self, offset: int) -> Any:
        reader = Reader(self._content, offset)
        _, _, begins, value = (reader.value() for _ in range(4))
        if begins != "obj":
            raise Unwritable("错位的对象")
        begun = _STREAM.match(self._content, reader.at)
        if begun is None:
            return value
        return Stream(value, self._content[begun.end() : begun.end() + self.get(value["Length"])])


def _offsets(reader: Reader) -> Iterator[tuple[int, int]]:
    """Every object's number and place; the word `trailer` ends the table."""
    while (first := reader.value()) != "trailer":
        for number in range(first, first + reader.value()):
            offset, _, kind = (reader.value() for _ in range(3))
            if kind == "n":
                yield number, offset


def _unescaped(found: re.Match[bytes]) -> bytes:
    token = found[1]
    return bytes([int(token, 8) & 255]) if token[:1].isdigit() and token[:1] < b"8" else _ESCAPED.get(token, token)
