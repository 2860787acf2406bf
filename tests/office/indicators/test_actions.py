"""Entering and deciding: what stood before stays, whoever does not answer for an indicator enters nothing, everything is audited."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from gaoxing.office.audit.models import Entry as AuditEntry
from gaoxing.office.indicators import actions
from gaoxing.office.indicators.models import Settlement, Value
from gaoxing.office.indicators.weighing import weigh
from gaoxing.office.people.models import Unit
from gaoxing.office.refusal import NotAllowed
from tests.office.indicators.conftest import told

pytestmark = pytest.mark.django_db


def acts():
    return list(AuditEntry.objects.order_by("number").values_list("act", flat=True))


def test_a_value_is_kept_with_all_that_was_told(enter, leader, now):
    made = enter(growth="6.3", note="初步核算", qualifier="about")
    row = Value.objects.get(pk=made.pk)
    assert (row.indicator, row.period, row.value, row.qualifier, row.growth) == ("gdp", "2024", Decimal("1200.5"), "about", Decimal("6.3"))
    assert (row.source, row.scope, row.dated, row.note) == ("样例统计局 2024 年公报", "昆山高新区", date(2025, 3, 20), "初步核算")
    assert (row.by, row.at, row.current, row.restates, row.origin) == (leader, now, True, None, "entered")
    assert acts()[-1] == "indicator.entered"


def test_a_converted_value_keeps_how_it_was_written(enter):
    made = enter(value="12005000", unit="万元")
    assert (made.value, made.told) == (Decimal("1200.5"), "12005000 万元")


def test_the_very_same_value_is_entered_once(enter):
    assert enter() is not None
    assert enter() is None
    assert Value.objects.count() == 1


def test_restating_keeps_the_former_with_who_and_why(enter, handler, now):
    former = enter()
    made = enter(value="1210", reason="公报更正", by=handler, at=now + timedelta(days=1))
    former.refresh_from_db()
    assert (former.value, former.current) == (Decimal("1200.5"), False)
    assert (made.restates, made.reason, made.by, made.current) == (former, "公报更正", handler, True)
    assert acts()[-1] == "indicator.restated"


def test_a_value_may_be_restated_again_and_every_one_stays(enter):
    enter()
    for value in ("1210", "1220", "1200.5"):
        enter(value=value, reason=f"改成 {value}")
    assert list(Value.objects.order_by("pk").values_list("value", flat=True)) == [Decimal(each) for each in ("1200.5", "1210", "1220", "1200.5")]
    assert Value.objects.filter(current=True).count() == 1


def test_restating_without_a_reason_is_refused_and_changes_nothing(enter):
    enter()
    with pytest.raises(NotAllowed, match="请写更正理由"):
        enter(value="1210")
    assert list(Value.objects.values_list("value", "current")) == [(Decimal("1200.5"), True)]


def test_all_that_is_wrong_comes_in_one_refusal(enter):
    with pytest.raises(NotAllowed) as refusal:
        enter(value="-3.5", unit="人", source="", indicator="leading_talents")
    assert len(refusal.value.reason.splitlines()) == 3


def test_a_reason_without_a_former_is_not_kept_as_a_correction(enter):
    assert enter(reason="第一次录").reason == ""


def test_values_of_two_sources_stand_side_by_side(enter):
    enter()
    enter(value="1210", source="另一家")
    assert Value.objects.filter(current=True).count() == 2


def test_the_office_that_answers_enters_its_own_indicators_alone(enter, handler):
    assert enter(by=handler) is not None
    with pytest.raises(NotAllowed, match="“专利授权”由科技创新局负责"):
        enter("patents_granted", "2024", "5000", "件", by=handler)


def test_leaders_enter_any(staff, enter):
    assert enter(by=staff("leader", "one-1")) is not None


@pytest.mark.parametrize("role", ["audit_administrator", "system_administrator", "steward", "window_clerk", "examiner", "security_administrator"])
def test_nobody_else_enters(role, staff, enter):
    with pytest.raises(NotAllowed, match="由经济发展局负责"):
        enter(by=staff(role, "one-1"))
    assert not Value.objects.exists()


def test_a_handler_of_another_unit_enters_nothing(staff, enter):
    other = Unit.objects.create(code="other", name="样例城管中队")
    with pytest.raises(NotAllowed, match="由经济发展局负责"):
        enter(by=staff("unit_handler", "other-1", other))


def test_two_who_restate_at_once_make_one_restatement(enter, leader, now):
    enter()
    both = [weigh(told(value=value, reason="更正"), on=now.date()) for value in ("1210", "1220")]
    actions.enter(both[0].entry, leader, now=now)
    with pytest.raises(NotAllowed, match="刚刚有人录入了"):
        actions.take(both[1], leader, actions.OPERATOR, now=now)
    assert Value.objects.filter(current=True).get().value == Decimal(1210)


def test_two_who_enter_the_same_place_at_once_make_one_value(leader, now):
    both = [weigh(told(value=value), on=now.date()) for value in ("1210", "1220")]
    actions.enter(both[0].entry, leader, now=now)
    with pytest.raises(NotAllowed, match="刚刚有人录入了"):
        actions.take(both[1], leader, actions.OPERATOR, now=now)
    assert Value.objects.get().value == Decimal(1210)


def test_the_owner_says_which_of_two_is_used(enter, handler, now):
    enter()
    other = enter(value="1210", source="另一家")
    made = actions.settle(other, "  以统计局\n最终核实为准 ", handler, now=now)
    assert (made.value, made.reason, made.by) == (other, "以统计局 最终核实为准", handler)
    assert acts()[-1] == "indicator.settled"


REFUSED = [("", "请写为什么用这个数"), ("很" * 301, "请写为什么用这个数")]


@pytest.mark.parametrize(("reason", "sentence"), REFUSED)
def test_deciding_needs_a_reason(reason, sentence, enter, leader, now):
    enter()
    other = enter(value="1210", source="另一家")
    with pytest.raises(NotAllowed, match=sentence):
        actions.settle(other, reason, leader, now=now)
    assert not Settlement.objects.exists()


def test_nothing_is_decided_where_one_value_stands(enter, leader, now):
    with pytest.raises(NotAllowed, match="只有这一个数"):
        actions.settle(enter(), "用它", leader, now=now)


def test_a_restated_value_is_no_longer_chosen(enter, leader, now):
    former = enter()
    enter(value="1210", source="另一家")
    enter(value="1220", reason="更正")
    with pytest.raises(NotAllowed, match="已经被更正过了"):
        actions.settle(former, "用它", leader, now=now)


def test_whoever_does_not_answer_for_it_decides_nothing(enter, steward, now):
    enter()
    other = enter(value="1210", source="另一家")
    with pytest.raises(NotAllowed, match="由经济发展局负责"):
        actions.settle(other, "用它", steward, now=now)
