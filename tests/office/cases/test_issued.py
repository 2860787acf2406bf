"""What a decision hands out: the code of the authority's range, the licence, notices; nothing at all where one of them cannot be."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gaoxing.casework.acting import Reason
from gaoxing.forms.register import Registered
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.firing import fire
from gaoxing.office.cases.models import Case
from gaoxing.office.certificates import queries, ranges
from gaoxing.office.certificates.models import Certificate, CodeRange
from gaoxing.office.certificates.revoking import revoke
from gaoxing.office.enterprises import actions as enterprises
from gaoxing.office.enterprises.models import Enterprise
from gaoxing.office.enterprises.queries import OfficeRegister
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import RoleAssignment
from gaoxing.office.refusal import NotAllowed
from tests.office.cases.conftest import CHANGE, END, NAME

pytestmark = pytest.mark.django_db
CODE, FIRST = "91320583MA0000007R", "92320583MA0000007N"
CAPITAL, ITEMS = {"amount": "1000000", "currency": "CNY"}, ("五金产品零售",)
BEFORE = Registered(CODE, "昆山样例五金有限公司", "limited_liability", domicile="样例路1号", legal_representative="丁大宝", capital=CAPITAL, scope=ITEMS)
TRANSFER = "我要办变更登记，昆山样例五金有限公司，统一社会信用代码91320583MA0000007R，股东丁大宝把百分之三十的股权转给丁小宝"


@pytest.fixture
def known(now):
    """The enterprise in the register, whole, and its first licence."""
    enterprises.record(replace(BEFORE, established=now.date() - timedelta(days=900)), now=now)


@pytest.fixture
def range_of(now):
    """A range of so many codes."""

    def made(last="MA00000Y"):
        return ranges.add("MA000000", last, "320583", actor=Actor(7, "system_administrator"), now=now)

    return made


@pytest.fixture
def decide(cast, now):
    """Brings a case to its decision, on the next day unless told otherwise."""

    def decided(case, at=None, **details):
        for step, role in (("accept", "window_clerk"), ("examine", "examiner")):
            fire(case.number, Pressed(step), cast[role], now=now)
        pressed = Pressed("register", given={"open_findings": 0}, details=details)
        return fire(case.number, pressed, cast["examiner"], now=at or now + timedelta(days=1))

    return decided


def test_the_system_allots_the_next_code_and_issues_the_licence(sent_case, decide, range_of):
    range_of()
    case = decide(sent_case())
    (licence,) = queries.of_case(case.pk)
    assert (licence.code, licence.name, licence.state, licence.case_number) == (FIRST, NAME, "in_force", case.number)
    assert (licence.content["composition"], licence.content["established"]) == ("个人经营", "2026年11月25日")
    assert OfficeRegister().find(uscc=FIRST)[0].name == NAME


def test_without_a_range_the_typed_code_stands_on_the_licence(sent_case, decide):
    case = decide(sent_case(), uscc=FIRST)
    assert queries.of_case(case.pk)[0].code == FIRST


def test_a_code_typed_where_the_system_allots_is_refused(sent_case, decide, range_of):
    range_of()
    with pytest.raises(NotAllowed, match="由系统按号段赋"):
        decide(sent_case(), uscc=FIRST)
    assert CodeRange.objects.get().left == 31


def test_a_used_up_range_stops_the_decision_and_leaves_nothing_half_done(sent_case, decide, range_of):
    made = range_of("MA000000")
    CodeRange.objects.update(next=made.end + 1)
    case = sent_case()
    with pytest.raises(NotAllowed, match="号段用完了"):
        decide(case)
    assert Case.objects.get(pk=case.pk).state == "examined"
    assert (Enterprise.objects.count(), Certificate.objects.count()) == (0, 0)


def test_a_registration_that_fails_later_gives_its_code_back(sent_case, decide, range_of, monkeypatch):
    range_of()

    def fails(*told, **more):
        raise NotAllowed("不行")

    monkeypatch.setattr("gaoxing.office.cases.issued.issuing.issue_licence", fails)
    with pytest.raises(NotAllowed):
        decide(sent_case())
    assert (CodeRange.objects.get().left, Enterprise.objects.count()) == (31, 0)


def test_a_clock_set_back_founds_nothing_before_the_submission(sent_case, decide, range_of, now):
    range_of()
    RoleAssignment.objects.update(since=now.date() - timedelta(days=900))
    case = decide(sent_case(), at=now - timedelta(days=400))
    assert queries.of_case(case.pk)[0].content["established"] == "2026年11月24日"


def test_a_case_decided_anew_keeps_its_code_and_its_founding(sent_case, decide, range_of, cast, now):
    range_of()
    case, later = decide(sent_case()), now + timedelta(days=40)
    fire(case.number, Pressed("archive"), cast["examiner"], now=later)
    fire(case.number, Pressed("reopen", reasons=(Reason("office_error", "经营者写错了"),)), cast["leader"], now=later)
    fire(case.number, Pressed("examine"), cast["examiner"], now=later)
    fire(case.number, Pressed("register", given={"open_findings": 0, "name_taken": False}), cast["examiner"], now=later)
    former, newer = queries.of_case(case.pk)
    assert (former.state, newer.state, newer.code) == ("superseded", "in_force", FIRST)
    assert newer.content["established"] == "2026年11月25日"
    assert CodeRange.objects.get().left == 30


@pytest.fixture
def reopened(cast, now):
    """A case that was registered and archived, opened again, brought before the examiner."""

    def again(case):
        later = now + timedelta(days=40)
        fire(case.number, Pressed("archive"), cast["examiner"], now=later)
        fire(case.number, Pressed("reopen", reasons=(Reason("review", "复议决定撤销"),)), cast["leader"], now=later)
        return fire(case.number, Pressed("examine"), cast["examiner"], now=later), later

    return again


REFUSED = Pressed("refuse", reasons=(Reason("against_law", "不符合"),))


def test_a_reopened_case_whose_licence_stands_is_not_refused(sent_case, decide, range_of, reopened, cast):
    range_of()
    case, later = reopened(decide(sent_case()))
    with pytest.raises(NotAllowed, match="请领导先在“查执照”里撤销"):
        fire(case.number, REFUSED, cast["examiner"], now=later)
    assert (Case.objects.get().state, queries.newest(FIRST).state) == ("examined", "in_force")


def test_nor_withdrawn_by_its_applicant(sent_case, decide, range_of, reopened, owner):
    range_of()
    case, later = reopened(decide(sent_case()))
    with pytest.raises(NotAllowed, match="还有效"):
        fire(case.number, Pressed("withdraw"), owner, now=later)


def test_once_the_licence_is_annulled_the_case_is_refused_and_the_register_agrees(sent_case, decide, range_of, reopened, cast):
    range_of()
    case, later = reopened(decide(sent_case()))
    revoke(queries.newest(FIRST), "court_decision", actor=Actor(cast["leader"].pk, "leader"), now=later)
    fire(case.number, REFUSED, cast["examiner"], now=later)
    assert (Case.objects.get().state, queries.newest(FIRST).state) == ("refused", "revoked")
    assert Enterprise.objects.get().status == "cancelled"


def test_a_reopened_deregistration_is_not_refused_while_its_notice_stands(sent_case, decide, known, reopened, cast):
    case, later = reopened(decide(sent_case(END, {})))
    with pytest.raises(NotAllowed, match="通知书还有效"):
        fire(case.number, REFUSED, cast["examiner"], now=later)


def test_a_change_is_refused_whatever_licence_the_enterprise_had_before(sent_case, decide, known, in_state, cast, now):
    decide(sent_case(CHANGE, {}))
    later = sent_case(TRANSFER, {}, token="later")
    assert not queries.stands(later.pk)
    Case.objects.filter(pk=later.pk).update(state="examined")
    assert fire(later.number, REFUSED, cast["examiner"], now=now).state == "refused"


def test_a_change_that_the_licence_shows_stands_as_long_as_the_licence(sent_case, decide, known, reopened, cast):
    case, later = reopened(decide(sent_case(CHANGE, {})))
    with pytest.raises(NotAllowed, match="还有效"):
        fire(case.number, REFUSED, cast["examiner"], now=later)


def test_a_change_that_touches_the_licence_brings_a_notice_and_a_new_one(sent_case, decide, known):
    case = decide(sent_case(CHANGE, {}))
    notice, licence = queries.of_case(case.pk)
    assert notice.content["changes"] == [["住所", "样例路1号", "昆山市玉山镇前进西路188号"]]
    assert (notice.content["reissued"], licence.content["address"]) == ("yes", "昆山市玉山镇前进西路188号")


def test_a_transfer_of_shares_brings_a_notice_alone(sent_case, decide, known):
    case = decide(sent_case(TRANSFER, {}))
    assert [each.kind for each in queries.of_case(case.pk)] == ["change_notice"]
    assert queries.of_case(case.pk)[0].content["reissued"] == "no"


def test_an_enterprise_that_the_register_hardly_knows_gets_its_licence_at_the_window(sent_case, decide):
    case = decide(sent_case(CHANGE, {}))
    assert [(each.kind, each.content["reissued"]) for each in queries.of_case(case.pk)] == [("change_notice", "at_window")]


def test_a_deregistration_cancels_the_licence(sent_case, decide, known):
    decide(sent_case(CHANGE, {}))
    case = decide(sent_case(END, {}, token="end"))
    assert [each.kind for each in queries.of_case(case.pk)] == ["deregistration_notice"]
    assert queries.newest(CODE).state == "cancelled"
