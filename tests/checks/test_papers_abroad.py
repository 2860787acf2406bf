from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.checks import agent, authority, papers_abroad
from gaoxing.forms.derive_authority import level
from gaoxing.standards import resident_id
from tests.checks.applications import ADULT, application, finding, holder, joint_stock, limited, message, officer


@pytest.mark.parametrize(
    ("kind", "number", "right"),
    [
        ("hong_kong_macao_permit", "M12345678", True),
        ("hong_kong_macao_permit", "h1234567801", True),
        ("hong_kong_macao_permit", "A12345678", False),
        ("taiwan_permit", "12345678", True),
        ("taiwan_permit", "1234567", False),
        ("taiwan_residence", ADULT, False),
        ("permanent_residence", "ABC123456789012", True),
        ("passport", "什么都行", True),
        ("resident_id", "1", True),
    ],
)
def test_a_number_has_the_shape_of_its_paper(kind, number, right):
    assert (finding(papers_abroad.number_form, application(holder(id_type=kind, id_number=number))) is None) == right


@pytest.mark.parametrize(("on", "sheet"), [(date(2026, 4, 30), False), (date(2026, 5, 1), True)])
def test_the_sheet_of_confirmation_comes_with_the_edition_of_2026(on, sheet):
    told = message(papers_abroad.real_name_by_hand, application(holder(id_type="passport")), on)
    assert ("实名登记确认表" in told) == sheet


def test_a_foreigner_comes_to_the_window():
    assert "张三" in message(papers_abroad.real_name_by_hand, application(holder(nationality="新加坡")))
    assert finding(papers_abroad.real_name_by_hand, application(holder("某公司", kind="enterprise", nationality="新加坡"))) is None


def test_an_agent_is_named():
    assert message(agent.within_the_mandate, limited(officer("李四", "agent"))).startswith("李四代办")


def test_a_joint_stock_company_goes_to_the_prefecture():
    assert "苏州市" in message(authority.higher_authority, joint_stock())
    assert finding(authority.higher_authority, limited()) is None


@pytest.mark.parametrize(
    ("form", "label"),
    [(application(), None), (limited(), "县级登记机关"), (limited(holder("某集团", kind="enterprise", percent="50")), None)],
)
def test_the_level_is_worked_out_with_a_reason(form, label):
    assert level(form).label == label
    assert level(form).reason


def checked(front: str) -> str:
    return front + resident_id.check_digit(front)


@pytest.mark.parametrize(
    ("kind", "front", "right"),
    [
        ("hong_kong_macao_residence", "81000019900101001", True),
        ("hong_kong_macao_residence", "82000019900101001", True),
        ("hong_kong_macao_residence", "83000019900101001", False),
        ("taiwan_residence", "83000019900101001", True),
        ("taiwan_residence", "81000019900101001", False),
        ("permanent_residence", "91156119900101001", True),
        ("permanent_residence", "81156119900101001", False),
    ],
)
def test_a_residence_card_begins_as_its_kind_does(kind, front, right):
    form = application(holder(id_type=kind, id_number=checked(front)))
    assert (finding(papers_abroad.number_form, form) is None) == right


@given(st.integers(min_value=0, max_value=9))
def test_a_residence_cards_last_figure_is_checked(last):
    right = checked("83000019900101001")
    form = application(holder(id_type="taiwan_residence", id_number=right[:-1] + str(last)))
    assert (finding(papers_abroad.number_form, form) is None) == (right[-1] == str(last))


@pytest.mark.parametrize("number", ["8300001990010100", "83000019900101001X0", "ABC12345678901"])
def test_a_residence_card_of_another_length_is_told(number):
    assert finding(papers_abroad.number_form, application(holder(id_type="taiwan_residence", id_number=number))) is not None


@given(st.sampled_from("HM"), st.from_regex(r"[0-9]{8}([0-9]{2})?", fullmatch=True))
def test_every_permit_of_the_right_shape_is_let_pass(letter, figures):
    assert finding(papers_abroad.number_form, application(holder(id_type="hong_kong_macao_permit", id_number=letter + figures))) is None
    assert finding(papers_abroad.number_form, application(holder(id_type="taiwan_permit", id_number=figures))) is None


@pytest.mark.parametrize("columns", [{"id_type": "taiwan_permit"}, {"id_number": "12"}, {}])
def test_a_number_or_a_kind_alone_is_not_judged(columns):
    assert finding(papers_abroad.number_form, application(holder(**columns))) is None


def test_number_and_kind_are_both_pointed_at():
    found = finding(papers_abroad.number_form, application(holder(), holder("李四", id_type="taiwan_permit", id_number="1")))
    assert found is not None
    assert (found.level, found.fields) == ("warn", ("parties.1.id_number", "parties.1.id_type"))
    assert found.message.startswith("李四的号码不像")


@pytest.mark.parametrize("kind", sorted(papers_abroad.ABROAD))
def test_every_paper_but_the_residents_card_is_checked_by_hand(kind):
    found = finding(papers_abroad.real_name_by_hand, application(holder(id_type=kind)))
    assert found is not None
    assert found.level == "manual"


@pytest.mark.parametrize("columns", [{"id_type": "resident_id"}, {"nationality": "中国"}, {"nationality": ""}, {}])
def test_nobody_of_this_country_is_sent_to_the_window(columns):
    assert finding(papers_abroad.real_name_by_hand, application(holder(**columns))) is None


@pytest.mark.parametrize("rule", papers_abroad.RULES, ids=lambda each: each.id)
def test_no_rule_on_papers_from_abroad_holds_before_the_regulation(rule):
    form = application(holder(id_type="taiwan_permit", id_number="1"))
    assert finding(rule, form, date(2022, 2, 28)) is None
    assert finding(rule, form, date(2022, 3, 1)) is not None
