"""Files of names (名称文件): CSV in UTF-8 or GB18030, and Parquet; read from any recorded position, a row at a time, broken ones with their reason.

A CSV row is one line: a stray quotation mark spoils its own row and no other. No byte of a GB18030 character is a line's end.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from gaoxing.office.names.entry import Unreadable

LONGEST_LINE = 65_536
"""Bytes of a line that are read; a longer one is broken."""
_SAMPLE = 1 << 20
_PARQUET = b"PAR1"
_SEPARATORS = ",\t;|"


@dataclass(frozen=True)
class Row:
    """One row: its number in the file (the heading is 1), where the next one begins, and its cells, or why it has none."""

    number: int
    end: int
    cells: Sequence[object] = ()
    reason: str = ""


class Source(Protocol):
    """A file that is read from a position on."""

    @property
    def heading(self) -> Sequence[object]:
        """The columns' words."""
        ...

    @property
    def size(self) -> int:
        """The position behind the last row."""
        ...

    def rows(self, position: int, number: int) -> Iterator[Row]:
        """The rows from a position, the first of which is the one behind row `number`."""
        ...


def opened(path: Path) -> Source:
    """The file. Raises Unreadable with a sentence where it is nothing we read, OSError where it cannot be opened."""
    with path.open("rb") as file:
        head = file.read(4)
    if head == _PARQUET:
        return Parquet(path)
    if not head:
        raise Unreadable("文件是空的。请检查导出是否成功。")
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Unreadable("文件是 UTF-16 编码的。请另存为 UTF-8 或 GB18030 的 CSV 再导。")
    return Table(path)


def digest(path: Path) -> str:
    """SHA-256 of the file in hex."""
    found = sha256()
    with path.open("rb") as file:
        while block := file.read(_SAMPLE):
            found.update(block)
    return found.hexdigest()


class Table:
    """A CSV file with a heading; positions are bytes."""

    def __init__(self, path: Path) -> None:
        """Raises Unreadable where the heading cannot be read."""
        self._path, self.size = path, path.stat().st_size
        with path.open("rb") as file:
            self.encoding = _encoding(file.read(_SAMPLE))
            file.seek(len(codecs.BOM_UTF8) if self.encoding == "utf-8-sig" else 0)
            line = _line(file)
            self._behind_heading = file.tell()
        text = line.decode(self.encoding, "replace") if line is not None else ""
        self._separator = max(_SEPARATORS, key=text.count)
        self.heading = self._cells(text)

    def rows(self, position: int, number: int) -> Iterator[Row]:
        """A row a line that is not blank; blank ones count in the numbers."""
        number = max(number, 1)
        with self._path.open("rb") as file:
            file.seek(position or self._behind_heading)
            end = file.tell()
            while end < self.size:
                line = _line(file)
                end, number = file.tell(), number + 1
                if line is None or line.strip():
                    yield self._row(line, number, end)

    def _row(self, line: bytes | None, number: int, end: int) -> Row:
        if line is None:
            return Row(number, end, reason=f"这一行超过 {LONGEST_LINE // 1024} KB")
        try:
            return Row(number, end, self._cells(line.decode(self.encoding)))
        except UnicodeDecodeError:
            return Row(number, end, reason=f"有不是 {self.encoding.upper().removesuffix('-SIG')} 的字节")
        except csv.Error:
            return Row(number, end, reason="引号没有配对")

    def _cells(self, text: str) -> list[str]:
        return next(csv.reader((text.rstrip("\r\n"),), delimiter=self._separator, strict=True), [])


class Parquet:
    """A Parquet file; positions are row numbers. Needs pyarrow, which only this asks for."""

    def __init__(self, path: Path) -> None:
        """Raises Unreadable where pyarrow is absent or the file is damaged."""
        try:
            from pyarrow import ArrowException
            from pyarrow.parquet import ParquetFile
        except ImportError:
            raise Unreadable("读 Parquet 文件要装 pyarrow。请运行 pip install pyarrow，或者把文件另存为 CSV 再导。") from None
        try:
            self._file: Any = ParquetFile(path)
        except (ArrowException, OSError, ValueError):
            raise Unreadable("这个 Parquet 文件损坏了，读不出来。请重新导出。") from None
        self.heading = list(self._file.schema_arrow.names)
        self.size = int(self._file.metadata.num_rows)

    def rows(self, position: int, number: int) -> Iterator[Row]:
        """A row a record; groups before the position are not read."""
        at, groups = 0, list[int]()
        for group in range(self._file.num_row_groups):
            count = self._file.metadata.row_group(group).num_rows
            if at + count > position or groups:
                groups.append(group)
            else:
                at += count
        for batch in self._file.iter_batches(batch_size=10_000, row_groups=groups):
            columns = [column.to_pylist() for column in batch.columns]
            for cells in zip(*columns, strict=True):
                at += 1
                if at > position:
                    yield Row(at + 1, at, cells)


def _encoding(sample: bytes) -> str:
    """UTF-8 where at least half of the sample's lines are; else GB18030. A line that the sample cuts off does not count."""
    if sample.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    whole = sample if len(sample) < _SAMPLE else sample[: sample.rfind(b"\n") + 1] or sample
    telling = [line for line in whole.splitlines() if not line.isascii()]
    return "utf-8" if sum(map(_is_utf8, telling)) * 2 >= len(telling) else "gb18030"


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _line(file: BinaryIO) -> bytes | None:
    """The next line; None for one that is too long, which is passed over."""
    line = file.readline(LONGEST_LINE)
    if len(line) < LONGEST_LINE or line.endswith(b"\n"):
        return line
    while (rest := file.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass
    return None
