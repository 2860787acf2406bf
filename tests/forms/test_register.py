"""The register's word on an enterprise: read and written as JSON, found by code or by exactly its name, refused with a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.forms.register import Holding, Officer, Registered, Sheaf, same_name, sheaf

WHOLE = {
    "uscc": "91320583MA0000007R",
    "name": "昆山样例五金有限公司",
    "kind": "limited_liability",
    "status": "active",
    "domicile": "江苏省苏州市昆山市玉山镇元丰路1号",
    "legal_representative": "丁大宝",
    "capital": {"amount": "1000000", "currency": "CNY"},
    "company_type": "有限责任公司(自然人投资或控股)",
    "scope": ["五金产品零售"],
    "shareholders": [{"name": "丁大宝", "amount": "1000000", "percent": "100", "method": "cash", "due": "2029-05-06"}],
    "officers": [{"name": "何苗", "post": "supervisor"}],
    "established": "2019-05-06",
}


def whole(**changed: object) -> dict[str, object]:
    return {**WHOLE, **changed}


def test_a_record_survives_being_written_and_read():
    read = Registered.from_json(WHOLE)
    assert Registered.from_json(read.to_json()) == read
    assert read.shareholders == (Holding("丁大宝", "1000000", "100", "cash", "2029-05-06"),)
    assert read.officers == (Officer("何苗", "supervisor"),)
    assert read.established == date(2019, 5, 6)


def test_official_words_are_read_as_their_stored_ones():
    read = Registered.from_json(whole(kind="个体工商户", status="注销"))
    assert (read.kind, read.status) == ("sole_trader", "cancelled")


def test_a_code_is_stored_compact():
    assert Registered.from_json(whole(uscc=" 91320583ma0000007r ")).uscc == "91320583MA0000007R"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"uscc": None}, "缺统一社会信用代码"),
        ({"uscc": "91320583MA0000007T"}, "最后一位对不上"),
        ({"name": " "}, "name 要写文字"),
        ({"kind": "club"}, "kind 只能是"),
        ({"status": "asleep"}, "status 只能是"),
        ({"capital": {"amount": "一百万"}}, "capital 要写成"),
        ({"capital": {"amount": "-1"}}, "capital 要写成"),
        ({"scope": "五金"}, "scope 要写成"),
        ({"shareholders": "丁大宝"}, "shareholders 要写成"),
        ({"shareholders": [{"name": "丁大宝", "amount": "很多"}]}, "amount 要写数字"),
        ({"officers": [{"name": "何苗", "post": "queen"}]}, "post 只能是"),
        ({"established": "五月六号"}, "不是日期"),
        ({"height": 3}, "不认识的项：height"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(wrong, told):
    with pytest.raises(ValueError, match=told):
        Registered.from_json(whole(**wrong))


def test_what_is_no_record_is_refused():
    with pytest.raises(ValueError, match="不是一家企业的记录"):
        Registered.from_json("昆山样例五金有限公司")  # type: ignore[arg-type]


def test_a_row_of_a_list_is_named_by_its_number():
    with pytest.raises(ValueError, match="第2家：缺"):
        sheaf([WHOLE, {"name": "昆山别家有限公司", "kind": "other"}])


def test_one_enterprise_alone_is_a_register_too():
    assert len(sheaf(WHOLE).enterprises) == 1


def test_an_enterprise_is_found_by_its_code_in_any_writing():
    assert sheaf(WHOLE).find(uscc="91320583ma000000 7r")[0].name == "昆山样例五金有限公司"


def test_an_enterprise_is_found_by_exactly_its_name():
    known = sheaf(WHOLE)
    assert known.find(name="昆山样例五金有限公司")
    assert not known.find(name="昆山样例五金")


def test_nobody_is_found_without_a_code_and_a_name():
    assert Sheaf((Registered.from_json(WHOLE),)).find() == ()


@pytest.mark.parametrize(("one", "other", "same"), [("样例（昆山）店", "样例(昆山)店", True), ("样例 店", "样例店", True), ("样例店", "样列店", False)])
def test_brackets_and_blanks_make_no_other_name(one, other, same):
    assert same_name(one, other) is same
