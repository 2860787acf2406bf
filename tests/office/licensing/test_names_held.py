"""The name of a joint case is held from its submission to its grant, and free again where nothing comes of it."""

import pytest

from gaoxing.office.cases.models import Case
from gaoxing.office.cases.submitting import Judged, Sent, submit
from gaoxing.office.names.queries import registered as name_of
from gaoxing.office.refusal import NotAllowed
from tests.office.licensing.conftest import COMPANY, NUMBER, WHO, taken_of, why

pytestmark = pytest.mark.django_db
KTV = "用公司名义开个KTV，八百平方，装修三百万，注册资本两百万"
KUNSHAN = 3205


def state_of(name):
    kept = name_of(name, KUNSHAN)
    return str(kept.state) if kept else ""


def test_a_submitted_case_holds_the_name_that_it_asks_for(sent_case):
    case = sent_case(KTV)
    assert (state_of(COMPANY), case.holds_name) == ("held", True)


def test_a_second_company_of_that_name_is_not_submitted_and_told_why(sent_case, draft_of, owner, now):
    sent_case(KTV)
    case, taken = draft_of(KTV), taken_of(KTV, now.date())
    with pytest.raises(NotAllowed, match="不能占用"):
        submit(case, Judged(taken.form, (), 0), Sent("second", case.revision), owner, now=now)
    assert Case.objects.get(pk=case.pk).state == "draft"


def test_an_enterprise_that_is_there_holds_no_name(sent_case):
    case = sent_case("执照已经有了，我想开个火锅店，四百平，装修五十万")
    assert (state_of(WHO["name"]), case.holds_name) == ("", False)


@pytest.mark.parametrize(("act", "who", "reasons"), [("withdraw", "applicant", ()), ("not_accept", "window_clerk", why("not_our_office"))])
def test_a_case_that_comes_to_nothing_gives_its_name_free(sent_case, press, cast, act, who, reasons):
    case = sent_case(KTV)
    press(case, act, cast[who], reasons=reasons)
    assert (state_of(COMPANY), Case.objects.get(pk=case.pk).holds_name) == ("", False)


@pytest.mark.parametrize(("name", "who", "reasons"), [("withdraw", "applicant", ()), ("refuse", "", why("conditions_unmet"))])
def test_a_business_licence_that_comes_to_nothing_gives_the_name_free(sent_case, act, name, who, reasons):
    case = sent_case(KTV)
    act(case, "business_licence", name, who=who, reasons=reasons)
    assert (state_of(COMPANY), Case.objects.get(pk=case.pk).holds_name) == ("", False)


def test_another_licence_s_refusal_leaves_the_name_held(sent_case, act):
    case = sent_case()
    act(case, "fire_check", "withdraw", who="applicant")
    assert (state_of(WHO["name"]), Case.objects.get(pk=case.pk).holds_name) == ("held", True)


def test_a_granted_name_is_borne_and_a_later_withdrawal_leaves_it_so(registered, press, cast):
    case = registered()
    assert (state_of(WHO["name"]), Case.objects.get(pk=case.pk).holds_name) == ("active", False)
    press(case, "withdraw", cast["applicant"])
    assert state_of(WHO["name"]) == "active"


def test_a_hearing_is_offered_where_the_licence_knows_one_and_nowhere_else(registered, act, cast, now):
    from gaoxing.office.licensing.buttons import buttons
    from gaoxing.office.licensing.models import Item
    from tests.office.licensing.conftest import item

    case = registered()
    for each in ("complete", "examine"):
        act(case, "signboard", each)
    offered = lambda: {each.act for each in buttons(item(case, "signboard"), cast["works"], now=now)}  # noqa: E731
    assert "open_hearing" not in offered()
    with pytest.raises(NotAllowed, match="不用听证"):
        act(case, "signboard", "open_hearing", **NUMBER)
    Item.objects.filter(case=case, licence="signboard").update(hearing=True)
    assert "open_hearing" in offered()
