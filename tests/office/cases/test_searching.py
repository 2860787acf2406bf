"""A case is found by its number, name, code or whole telephone number, by whoever may handle it; what was typed stands nowhere."""

from datetime import date

import pytest

from gaoxing.names.neighbour import State
from gaoxing.office.audit.models import Entry
from gaoxing.office.cases.searching import search
from gaoxing.office.names.entry import Entry as NameEntry
from gaoxing.office.names.storing import store
from tests.office.cases.conftest import CHANGE, NAME

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(sent_case, cast, now):
    """What a clerk finds by a text, with one case there."""
    sent_case()
    return lambda text: search(text, cast["window_clerk"], now=now)


@pytest.mark.parametrize("text", ["320583-2026-000001", "2026-1", "1", "000001", " １ ", "2026-000001"])
def test_a_case_is_found_by_its_number_or_the_end_of_it(found, text):
    assert (found(text).kind, len(found(text).cases)) == ("number", 1)


@pytest.mark.parametrize("text", [NAME, "昆山市 玉山镇（测试样例）面馆", "测试样例", "测试样例面馆", "昆山测试样例餐饮"])
def test_a_case_is_found_by_its_name_or_trade_name(found, text):
    assert (found(text).kind, len(found(text).cases)) == ("name", 1)


def test_a_name_that_merely_resembles_it_leads_there_through_the_pool(found):
    assert len(found("测试样利面馆").cases) == 1


@pytest.mark.parametrize("text", ["13800001234", "138 0000 1234", "+8613800001234", "13900001234"])
def test_a_case_is_found_by_a_whole_telephone_number_of_its_form_or_its_applicant(found, text):
    assert (found(text).kind, len(found(text).cases)) == ("telephone", 1)


def test_a_change_is_found_by_its_credit_code(sent_case, cast, now):
    sent_case(CHANGE, {})
    assert len(search("91320583ma0000007r", cast["examiner"], now=now).cases) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "请先填"),
        (" -- ", "请先填"),
        ("1380000", "写完整"),
        ("138000012345", "写完整"),
        ("57300000", "写完整"),
        ("320583199001011216", "身份证"),
        ("91320583MA0000007X", "不对"),
        ("面", "两个字"),
        ("%00\x00", "写完整"),
    ],
)
def test_what_cannot_be_searched_by_is_answered_with_a_sentence(found, text, told):
    assert told in found(text).told
    assert not Entry.objects.filter(act="case.searched").exists()


@pytest.mark.parametrize(
    ("text", "told"), [("999999", "核对编号"), ("别样名字", "字号"), ("13700001111", "另一个号码"), ("92320583MA0000007N", "没有代码"), ("' OR 1=1 --", "字号")]
)
def test_where_nothing_is_found_a_sentence_says_what_to_try(found, text, told):
    assert found(text).cases == ()
    assert told in found(text).told


def test_whoever_handles_no_cases_finds_none(found, staff, owner, now):
    for person in (staff("steward"), owner):
        assert search("测试样例", person, now=now).cases == ()


def test_a_draft_is_not_found(draft_of, cast, now):
    draft_of()
    assert search("13900001234", cast["window_clerk"], now=now).cases == ()


def test_the_audit_keeps_a_digest_and_the_kind_and_not_the_text(found):
    found("测试样例")
    entry = Entry.objects.get(act="case.searched")
    assert entry.reason == "name"
    assert "测试" not in "".join(str(getattr(entry, field.name)) for field in entry._meta.fields)


def test_a_name_of_the_pool_that_no_case_has_finds_nothing(found):
    store([NameEntry(3205, "昆山别样软件有限公司", State.ACTIVE, date(2024, 5, 6), None)])
    assert found("昆山别样软件有限公司").cases == ()


def test_more_than_a_page_is_cut_and_said(found, monkeypatch):
    monkeypatch.setattr("gaoxing.office.cases.searching.MOST", 0)
    assert (found("测试样例").more, found("测试样例").cases) == (True, ())
