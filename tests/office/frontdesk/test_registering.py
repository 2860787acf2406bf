"""What the register knows stands on the sheet by itself; what it does not know, or that it is down, is said in one sentence."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.cache import caches
from django.db import DatabaseError

from gaoxing.forms.register import Holding, Registered
from gaoxing.office.enterprises import queries as register_queries
from gaoxing.office.enterprises.actions import record

pytestmark = pytest.mark.django_db
NAME = "昆山样例五金有限公司"
SAID = f"{NAME}要变更住所，搬到玉山镇晨丰路22号"
COMPANY = Registered(
    "91320583MA0000007R",
    NAME,
    "limited_liability",
    domicile="昆山市玉山镇元丰路1号",
    legal_representative="丁大宝",
    capital={"amount": "1000000", "currency": "CNY"},
    shareholders=(Holding("丁大宝", "1000000"),),
    established=date(2019, 5, 6),
)


@pytest.fixture
def page(visitor, typing):
    def shown(said=SAID):
        typing(words=said)
        return visitor.get("/desk").content.decode()

    return shown


def test_what_is_registered_appears_by_itself_with_its_sign(page, now):
    record(COMPANY, now=now)
    shown = page()
    assert "昆山市玉山镇元丰路1号" in shown
    assert "来自登记簿" in shown
    assert "登记簿里查到了昆山样例五金有限公司" in shown


def test_an_enterprise_the_register_does_not_know_is_said_in_one_sentence(page, now):
    record(COMPANY, now=now)
    assert page("昆山别家五金有限公司要变更住所，搬到玉山镇晨丰路22号").count("登记簿里没有查到这家企业") == 1


def test_a_register_that_was_never_loaded_says_so(page):
    assert "还没有导入登记簿" in page()


def test_a_register_that_is_down_says_so_and_the_draft_goes_on(page, now, monkeypatch):
    def down(*_):
        raise DatabaseError("gone")

    record(COMPANY, now=now)
    monkeypatch.setattr(register_queries, "_rows", down)
    shown = page()
    assert "登记簿暂时查不了" in shown
    assert "晨丰路22号" in shown


def test_a_code_of_another_enterprise_fills_nothing(page, now):
    record(COMPANY, now=now)
    shown = page("昆山别家五金有限公司要变更住所，搬到玉山镇晨丰路22号，统一社会信用代码91320583MA0000007R")
    assert "不是同一家" in shown
    assert "元丰路1号" not in shown


def test_two_of_one_name_are_asked_about(page, now):
    record(COMPANY, now=now)
    record(Registered("92320583MA0000007N", NAME, "sole_trader"), now=now)
    assert "有几家企业都叫这个名字" in page()


def test_other_matters_do_not_speak_of_the_register(page, now):
    record(COMPANY, now=now)
    assert "登记簿" not in page("我想注册一家公司，名称叫昆山样例五金有限公司")


def test_what_was_said_otherwise_is_told_with_both(page, now):
    record(COMPANY, now=now)
    shown = page(f"{SAID}，原来在元丰路9号")
    assert "您说原来是“元丰路9号”" in shown


def test_the_level_of_the_authority_is_shown_with_its_reason_and_never_asked(visitor, typing):
    typing(words="我想注册一家股份有限公司，名称叫昆山样例股份有限公司")
    for path in ("/desk", "/draft/check"):
        shown = visitor.get(path).content.decode()
        assert "设区的市以上登记机关" in shown
        assert "实施细则》第四条" in shown


def test_the_level_of_a_changing_companys_authority_follows_from_its_name(page):
    assert "县级登记机关" in page()


def test_the_list_of_what_to_bring_follows_the_form(page):
    shown = page()
    assert "新住所使用相关文件" in shown
    assert "股权转让协议" not in shown


def test_what_was_down_is_filled_in_when_the_page_is_opened_again(page, visitor, now, monkeypatch):
    record(COMPANY, now=now)
    with monkeypatch.context() as broken:
        broken.setattr(register_queries, "_rows", _down)
        assert "元丰路1号" not in page()
    assert "昆山市玉山镇元丰路1号" in visitor.get("/desk").content.decode()


def test_the_check_page_says_where_the_value_came_from(page, visitor, now):
    record(COMPANY, now=now)
    page()
    shown = visitor.get("/draft/check").content.decode()
    assert "昆山市玉山镇元丰路1号" in shown
    assert "来自登记簿" in shown


def test_an_english_page_speaks_of_the_register_in_english(page, visitor, now):
    record(COMPANY, now=now)
    page()
    visitor.cookies["language"] = "en"
    shown = visitor.get("/desk").content.decode()
    assert "from the register" in shown
    assert "来自登记簿" not in shown


def test_the_papers_bear_what_the_register_knows(page, visitor, now):
    record(COMPANY, now=now)
    page()
    assert visitor.get("/draft/papers").status_code == 200


def test_a_deregistration_gets_its_code_from_the_register(page, now):
    record(COMPANY, now=now)
    assert COMPANY.uscc in page(f"{NAME}要注销，走简易注销")


def test_a_cancelled_enterprise_is_told_at_the_desk(page, now):
    record(replace(COMPANY, status="cancelled"), now=now)
    assert "登记簿上这家企业是“注销”状态" in page()


def test_the_code_of_a_sole_trader_in_a_companys_change_is_told(page):
    assert "代码以92开头" in page(f"{SAID}，统一社会信用代码92320583MA0000007N")


def _down(*_):
    raise DatabaseError("gone")


@pytest.fixture
def elsewhere(settings):
    """Connects the authority's register, or a twin of it that fails."""

    def put(url="rehearsal"):
        caches["names"].clear()
        settings.ENTERPRISES = {"GAOXING_ENTERPRISES_URL": url}

    yield put
    caches["names"].clear()


def test_an_enterprise_that_the_authority_alone_knows_is_filled_in_too(page, elsewhere):
    elsewhere()
    shown = page("昆山演练五金有限公司要变更住所，搬到玉山镇晨丰路22号")
    assert "登记簿里查到了昆山演练五金有限公司" in shown
    assert "昆山市前进西路1号" in shown


@pytest.mark.parametrize("twin", ["failing", "nonsense"])
def test_an_authority_that_does_not_answer_is_said_and_never_no_such_enterprise(page, elsewhere, twin):
    elsewhere(twin)
    shown = page()
    assert "登记簿暂时查不了" in shown
    assert "没有查到这家企业" not in shown


def test_an_enterprise_that_neither_knows_is_said_so_even_where_the_office_s_is_empty(page, elsewhere):
    elsewhere()
    assert "登记簿里没有查到这家企业" in page()
