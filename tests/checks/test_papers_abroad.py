from __future__ import annotations

from datetime import date

import pytest

from gaoxing.checks import agent, authority, papers_abroad
from gaoxing.forms.derive_authority import level
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
