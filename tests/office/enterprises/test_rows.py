"""Files of enterprises are read row by row, and a broken row is told with its number and why."""

import json

import pytest

from gaoxing.forms.register import Holding, Officer
from gaoxing.office.enterprises.rows import Unreadable, rows

HEADING = "统一社会信用代码,名称,法定代表人,注册资本（万元）,经营范围,股东,董监高,成立日期\n"
LINE = "91320583MA0000007R,昆山样例五金有限公司,丁大宝,100,五金产品零售；软件开发,丁大宝:600000:60%；何苗：400000：40,监事:何苗,2019-05-06\n"


def one(content, *, table=True):
    [row] = rows(content.encode() if isinstance(content, str) else content, table=table)
    return row


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_table_is_read_in_either_encoding(encoding):
    found = one((HEADING + LINE).encode(encoding)).enterprise
    assert (found.name, found.kind, found.legal_representative) == ("昆山样例五金有限公司", "limited_liability", "丁大宝")
    assert found.capital == {"amount": "1000000", "currency": "CNY"}
    assert found.scope == ("五金产品零售", "软件开发")
    assert found.shareholders == (Holding("丁大宝", "600000", "60"), Holding("何苗", "400000", "40"))
    assert found.officers == (Officer("何苗", "supervisor"),)


@pytest.mark.parametrize("separator", ["\t", ";"])
def test_other_separators_are_read(separator):
    assert one(separator.join(["代码", "企业名称"]) + "\n" + separator.join(["91320583MA0000007R", "样例店"])).enterprise.kind == "other"


def test_a_code_that_begins_with_92_is_a_sole_trader():
    assert one("uscc,name\n92320583MA0000007N,样例店\n").enterprise.kind == "sole_trader"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("91320583MA0000007T,昆山样例有限公司", "最后一位对不上"),
        (",昆山样例有限公司", "缺统一社会信用代码"),
        ("91320583MA0000007R", "name 要写文字"),
        ("91320583MA0000007R,昆山样例有限公司,,一百万", "capital 要写成"),
        ("91320583MA0000007R,昆山样例有限公司,,,,丁大宝:很多", "amount 要写数字"),
        ("91320583MA0000007R,昆山样例有限公司,,,,,国王:何苗", "post 只能是"),
        ("91320583MA0000007R,昆山样例有限公司,,,,,,五月", "不是日期"),
    ],
)
def test_a_broken_row_is_told_with_its_number(line, told):
    found = one(f"{HEADING}{line}\n")
    assert (found.number, found.enterprise) == (2, None)
    assert told in found.reason


def test_blank_rows_are_passed_over():
    assert [each.number for each in rows(f"{HEADING}\n{LINE},,\n".encode(), table=True)] == [3]


@pytest.mark.parametrize("written", ["list", "object", "lines"])
def test_json_may_be_a_list_an_object_or_lines(written):
    record = json.dumps({"uscc": "91320583MA0000007R", "name": "昆山样例五金有限公司"})
    content = {"list": f"[{record}]", "object": record, "lines": f"{record}\n\n{record}"}[written]
    found = list(rows(content.encode(), table=False))
    assert [each.enterprise.kind for each in found] == ["limited_liability"] * (2 if written == "lines" else 1)


def test_a_broken_line_of_json_is_told_with_its_number():
    good, bad = rows(b'{"uscc": "91320583MA0000007R", "name": "a"}\n{"uscc": \n', table=False)
    assert (good.reason, bad.number) == ("", 2)
    assert "不是一家企业的记录" in bad.reason


@pytest.mark.parametrize(
    ("content", "table", "told"),
    [
        (b"", False, "不是 JSON"),
        ("名称\n昆山样例有限公司\n".encode(), True, "两列"),
        (b"", True, "两列"),
        (b"\xff\xff\xff", True, "读不出来"),
        (b"[" * 200_000, False, "套得太深"),
    ],
)
def test_a_file_that_is_nothing_we_read_is_refused(content, table, told):
    with pytest.raises(Unreadable, match=told):
        list(rows(content, table=table))
