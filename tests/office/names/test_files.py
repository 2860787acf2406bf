"""Files of names are read whatever their encoding, from any row on."""

import sys

import pytest

from gaoxing.office.names.entry import Unreadable
from gaoxing.office.names.files import digest, opened

ONE, TWO = "昆山星野智能科技有限公司,存续,", "昆山恒越贸易有限公司,存续,"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_an_encoding_is_recognised(written, encoding):
    source = opened(written(ONE, TWO, encoding=encoding))
    assert source.heading == ["名称", "状态", "日期"]
    assert [(row.number, ",".join(row.cells)) for row in source.rows(0, 0)] == [(2, ONE), (3, TWO)]


def test_reading_goes_on_behind_any_row(written):
    source = opened(written(ONE, TWO))
    first = next(source.rows(0, 0))
    assert [row.number for row in source.rows(first.end, first.number)] == [3]
    assert [row.end for row in source.rows(0, 0)][-1] == source.size


def test_a_stray_quotation_mark_spoils_its_own_row_alone(written):
    reasons = [row.reason for row in opened(written(ONE, '"昆山,存续,', TWO)).rows(0, 0)]
    assert reasons == ["", "引号没有配对", ""]


def test_wrong_bytes_spoil_their_own_row_alone(written):
    path = written(ONE, TWO)
    path.write_bytes(path.read_bytes() + b"\xff\xfe\xfd,,\n")
    assert [row.reason for row in opened(path).rows(0, 0)] == ["", "", "有不是 UTF-8 的字节"]


def test_a_line_of_a_megabyte_is_one_broken_row(written):
    rows = list(opened(written(ONE, "好" * 1_000_000 + ",,", TWO)).rows(0, 0))
    assert [bool(row.reason) for row in rows] == [False, True, False]
    assert rows[-1].number == 4


def test_blank_lines_are_passed_over_and_counted(written):
    assert [row.number for row in opened(written("", ONE, "  ", TWO)).rows(0, 0)] == [3, 5]


@pytest.mark.parametrize("separator", ["\t", ";"])
def test_other_separators_are_recognised(written, separator):
    source = opened(written(ONE.replace(",", separator), heading=f"名称{separator}状态{separator}日期"))
    assert len(next(source.rows(0, 0)).cells) == 3


@pytest.mark.parametrize(("content", "why"), [(b"", "空的"), ("名称".encode("utf-16"), "UTF-16")])
def test_what_is_no_table_is_refused(tmp_path, content, why):
    path = tmp_path / "names.csv"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=why):
        opened(path)


def test_parquet_without_its_library_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    path = tmp_path / "names.parquet"
    path.write_bytes(b"PAR1")
    with pytest.raises(Unreadable, match="pip install pyarrow"):
        opened(path)


def test_parquet_is_read_from_any_row_on(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow.parquet import write_table

    path = tmp_path / "names.parquet"
    write_table(pyarrow.table({"名称": [f"昆山星野{each}" for each in "甲乙丙丁戊"]}), path, row_group_size=2)
    source = opened(path)
    assert (source.heading, source.size) == (["名称"], 5)
    assert [row.number for row in source.rows(3, 4)] == [5, 6]


def test_the_digest_is_of_the_content(written):
    assert digest(written(ONE)) == digest(written(ONE, name="other.csv")) != digest(written(TWO))
