"""Every paper tells who signs it, from its own places to sign: with the blank of the name, by office, or as a line to write on."""

from datetime import date

import pytest

from gaoxing.catalogue import matter
from gaoxing.documents.signer import Signer, places, who_hold
from gaoxing.forms import Answer, Form, Source
from gaoxing.forms.correction import Correction
from gaoxing.intake import receive
from gaoxing.speech.transcript import Transcript

DAY = date(2026, 11, 24)
TWO = "我想注册一家公司，名称叫昆山测试软件有限公司，注册资本一百万元，丁大宝持股60%，戊小宝持股40%。法定代表人是丁大宝，他当执行董事兼经理，戊小宝当监事。"
CHANGE = "我要办变更登记，昆山样例五金有限公司，统一社会信用代码91320583MA0000007R，法定代表人由王大锤变更为戊大宝，股东王大锤把30%股权转让给赵小宝"
END = "我要注销公司，昆山样例五金有限公司，统一社会信用代码91320583MA0000007R，普通注销"


def signers(said, *typed):
    form = receive(Transcript.of(said), on=DAY, corrections=[Correction(path, value=value) for path, value in typed]).form
    return {each.title: each.signers for each in matter(form.matter).papers(form.without([ask.field for ask in form.asks]).decided(), DAY)}


def test_all_shareholders_sign_the_charter_and_the_resolution():
    found = signers(TWO)
    asked = [who for title, who in found.items() if title.endswith(("章程", "申请书", "决议"))]
    assert len(asked) >= 3
    assert all([(each.name, each.path) for each in who] == [("丁大宝", "parties.0.name"), ("戊小宝", "parties.1.name")] for who in asked)


def test_the_list_of_materials_is_signed_by_nobody():
    assert [who for title, who in signers(TWO).items() if "材料清单" in title] == [()]


def test_a_place_that_names_an_office_keeps_the_office():
    assert Signer(post="法定代表人") in signers(TWO)["受益所有人信息免予备案承诺书"]


def test_the_new_legal_representative_signs_a_change_and_the_company_seals():
    who = signers(CHANGE)["公司登记（备案）申请书"]
    assert [(each.name, each.post, each.seal) for each in who] == [("戊大宝", "法定代表人", False), ("昆山样例五金有限公司", "", True)]


def test_both_sides_sign_a_transfer():
    found = next(who for title, who in signers(CHANGE).items() if title.startswith("股权转让协议"))
    assert [each.name for each in found] == ["王大锤", "赵小宝"]


def test_whom_the_form_does_not_name_is_a_line_to_write_on():
    found = signers(END)
    assert {(each.name, each.post) for title, who in found.items() if "决议" in title for each in who} == {("", "股东")}
    assert found["公司注销登记申请书"][0] == Signer(post="清算组负责人")


def test_the_operator_signs_for_a_sole_trader():
    said = "我想办个体户，开一家面馆，名字叫昆山市测试样例面馆，经营者叫丁大宝，个人经营"
    assert signers(said)["个体工商户登记（备案）申请书"] == (Signer("丁大宝", "operator.name", "经营者"),)


@pytest.mark.parametrize(("text", "seal"), [("（盖章）：", True), ("（签名）：", False), ("（签名或者盖章）：", False)])
def test_a_seal_is_told_from_a_signature(text, seal):
    block = {"kind": "signatures", "head": [], "rows": [[[{"text": "丁大宝", "path": "parties.0.name"}, {"text": text, "path": ""}], []]]}
    assert places([block])[0].seal is seal


def test_who_holds_two_of_the_offices_signs_once():
    rows = {"parties.0.name": "丁大宝", "parties.0.roles": ("shareholder", "director"), "parties.1.roles": ("director",)}
    form = Form("company_registration", "2026", {path: Answer(value, Source.SAID) for path, value in rows.items()})
    assert who_hold(form, "shareholder", "director") == (Signer("丁大宝", "parties.0.name"), Signer())
