"""What follows from a decision: the register of enterprises and the name pool as they then stand; nothing at all where one of them cannot be."""

from datetime import timedelta

import pytest

from gaoxing.casework.acting import Reason
from gaoxing.casework.tables import shipped
from gaoxing.forms.register import Registered
from gaoxing.office.cases.effects import EFFECTS
from gaoxing.office.cases.firing import fire
from gaoxing.office.cases.models import Case
from gaoxing.office.enterprises import actions as enterprises
from gaoxing.office.enterprises.models import Enterprise
from gaoxing.office.enterprises.queries import OfficeRegister
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.names.entering import enter
from gaoxing.office.names.queries import registered
from gaoxing.office.refusal import NotAllowed
from tests.office.cases.conftest import CHANGE, END, NAME

pytestmark = pytest.mark.django_db
CODE, SHOP_CODE = "91320583MA0000007R", "92320583MA0000007N"
MET = {"open_findings": 0}
BEFORE = Registered(CODE, "昆山样例五金有限公司", "limited_liability", domicile="样例路1号")
RENAME = "我要办变更登记，昆山样例五金有限公司，统一社会信用代码91320583MA0000007R，名称改成昆山样例机电有限公司"


@pytest.fixture
def decide(cast, now):
    """Brings a case to its decision."""

    def decided(case, act="register", reasons=(), **details):
        for step, role in (("accept", "window_clerk"), ("examine", "examiner")):
            fire(case.number, Pressed(step), cast[role], now=now)
        pressed = Pressed(act, reasons=reasons, given=MET, details=details)
        return fire(case.number, pressed, cast["examiner"], now=now + timedelta(days=1))

    return decided


def test_every_effect_of_every_table_is_known():
    wanted = {name for table in shipped().values() for row in table.transitions for name in row.effects if "registration" in table.matters[0]}
    assert wanted <= set(EFFECTS)


def test_a_registered_shop_stands_in_the_register_and_its_name_in_the_pool(sent_case, decide):
    decide(sent_case(), uscc="92320583 ma0000007n")
    found = OfficeRegister().find(uscc=SHOP_CODE)[0]
    assert (found.name, found.kind, found.legal_representative, str(found.established)) == (NAME, "sole_trader", "丁大宝", "2026-11-25")
    assert registered(NAME, 3205).state == "active"


@pytest.mark.parametrize(("code", "why"), [("", "请填统一社会信用代码"), ("123", "应为 18 位"), ("92320583MA0000007X", "最后一位对不上")])
def test_a_code_that_is_none_stops_the_decision_and_nothing_is_kept(sent_case, decide, code, why):
    case = sent_case()
    with pytest.raises(NotAllowed, match=why):
        decide(case, uscc=code)
    assert Case.objects.get(pk=case.pk).state == "examined"
    assert (Enterprise.objects.count(), registered(NAME, 3205).state) == (0, "held")


def test_a_code_that_another_enterprise_has_stops_the_decision(sent_case, decide, now):
    enterprises.record(Registered(SHOP_CODE, "昆山市别家面馆", "sole_trader"), now=now)
    with pytest.raises(NotAllowed, match="已经有企业用这个"):
        decide(sent_case(), uscc=SHOP_CODE)


def test_a_change_is_made_in_the_register(sent_case, decide, now):
    enterprises.record(BEFORE, now=now)
    decide(sent_case(CHANGE, {}))
    after = OfficeRegister().find(uscc=CODE)[0]
    assert after.domicile == "昆山市玉山镇前进西路188号"
    assert Enterprise.objects.count() == 1


def test_an_enterprise_that_the_register_lacks_is_entered_with_what_is_known(sent_case, decide):
    decide(sent_case(CHANGE, {}))
    found = OfficeRegister().find(uscc=CODE)[0]
    assert (found.name, found.kind, found.domicile) == ("昆山样例五金有限公司", "limited_liability", "昆山市玉山镇前进西路188号")


def test_a_change_of_name_takes_the_new_one_and_gives_the_old_one_up(sent_case, decide, now):
    enterprises.record(BEFORE, now=now)
    case = sent_case(RENAME, {})
    assert registered("昆山样例机电有限公司", 3205).state == "held"
    decide(case)
    assert registered("昆山样例机电有限公司", 3205).state == "active"
    assert registered("昆山样例五金有限公司", 3205).state == "released"
    assert OfficeRegister().find(uscc=CODE)[0].name == "昆山样例机电有限公司"


def test_a_deregistered_enterprise_is_closed_and_its_name_given_up(sent_case, decide, now):
    enterprises.record(BEFORE, now=now)
    decide(sent_case(END, {}))
    assert OfficeRegister().find(uscc=CODE)[0].status == "cancelled"
    assert registered("昆山样例五金有限公司", 3205).state == "released"


def test_a_refused_registration_frees_its_name_and_enters_nothing(sent_case, decide):
    case = decide(sent_case(), act="refuse", reasons=(Reason("against_law", "住所不能作经营用"),))
    assert (case.state, case.holds_name) == ("refused", False)
    assert registered(NAME, 3205) is None
    assert Enterprise.objects.count() == 0


def test_a_name_that_went_to_somebody_else_meanwhile_stops_the_decision(sent_case, decide, now):
    enterprises.record(BEFORE, now=now)
    case = sent_case(RENAME, {})
    enter("昆山样例机电有限公司", 3205, now.date(), now=now)
    with pytest.raises(NotAllowed, match="名称已经被占用"):
        decide(case)


def test_findings_that_nobody_settled_stop_the_decision(sent_case, cast, now):
    case = sent_case()
    fire(case.number, Pressed("accept"), cast["window_clerk"], now=now)
    fire(case.number, Pressed("examine"), cast["examiner"], now=now)
    with pytest.raises(NotAllowed, match="还有要人工看的审查意见"):
        fire(case.number, Pressed("register", given={"open_findings": 1}), cast["examiner"], now=now)
