"""What is known of a case when somebody acts: whose it is, what was done before, how its clock and name stand."""

import json
from datetime import timedelta

import pytest

from gaoxing.casework.acting import Reason
from gaoxing.casework.tables import shipped
from gaoxing.forms import Answer, Form, Source
from gaoxing.office.cases import clocking, name_pool
from gaoxing.office.cases.facts import Look, facts, is_own
from gaoxing.office.cases.firing import fire
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import form_of
from gaoxing.office.cases.submitting import Sent, submit
from gaoxing.office.cases.vault import seal
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.names.actions import hold
from gaoxing.office.names.models import RegisteredName
from gaoxing.office.people import accounts
from gaoxing.office.people.models import IdentityCheck
from gaoxing.office.people.vault import IDENTITY
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.vault import digest
from tests.office.cases.asking import ask
from tests.office.cases.conftest import END, NAME

pytestmark = pytest.mark.django_db


def test_what_no_act_hands_in_is_worked_out_or_left_out_never_assumed(sent_case, now):
    wanted = {guard.fact for table in shipped().values() if "registration" in table.matters[0] for guard in table.guards.values()}
    known = facts(Look(sent_case(), None, now), wanted)
    assert wanted - set(known) == {"open_questions", "rejections", "rules_changed", "uncorrected", "open_findings", "needs_a_human"}


def test_what_the_act_hands_in_counts(sent_case, now):
    assert facts(Look(sent_case(), None, now, {"extensions": 7}), ["extensions"]) == {"extensions": 7}


def test_corrections_asked_and_extensions_are_counted(sent_case, cast, now):
    case = ask(sent_case(), cast, now)
    assert facts(Look(case, None, now), ["corrections_asked", "extensions"]) == {"corrections_asked": 1, "extensions": 0}


def test_correction_is_asked_once(in_state, cast, now):
    case = in_state("accepted")
    case.events.create(number=9, act="ask_correction", source="submitted", target="correction_asked", role="window_clerk", at=now)
    with pytest.raises(NotAllowed, match="不能再告知第二次"):
        ask(case, cast, now)


def test_a_case_is_overdue_past_its_due_moment_and_cannot_be_extended(sent_case, cast, now):
    case = sent_case()
    assert not facts(Look(case, None, now), ["overdue"])["overdue"]
    with pytest.raises(NotAllowed, match="已经到期"):
        fire(case.number, Pressed("extend", reasons=(Reason("complex", "情形复杂"),)), cast["leader"], now=now + timedelta(days=9))


def test_an_extension_moves_the_due_moment_by_three_working_days_and_comes_once(sent_case, cast, now):
    case = sent_case()
    pressed = Pressed("extend", reasons=(Reason("complex", "情形复杂"),))
    after = fire(case.number, pressed, cast["leader"], now=now)
    assert (after.due - case.due).days == 5
    with pytest.raises(NotAllowed, match="已经延长过一次"):
        fire(case.number, pressed, cast["leader"], now=now)


def test_a_paused_case_counts_the_days_it_waits(sent_case, judged_of, cast, owner, now):
    case = ask(sent_case(), cast, now)
    submit(case, judged_of(), Sent("2", case.revision, answers={1: "", 2: ""}), owner, now=now + timedelta(days=2))
    case = Case.objects.get(pk=case.pk)
    assert (case.paused_days, case.due.isoformat()) == (2, "2026-12-01T09:00:00+00:00")
    assert "暂停2天等您补正" in clocking.explained(case, now=now + timedelta(days=2)).chinese


def test_the_applicant_is_a_party_and_a_colleague_is_not(sent_case, owner, cast):
    case = sent_case()
    assert is_own(case, owner)
    assert not is_own(case, cast["examiner"])
    assert not is_own(case, None)


def test_a_clerk_with_the_applicants_telephone_is_the_applicant(sent_case, owner, cast, now):
    case, clerk = sent_case(), cast["window_clerk"]
    clerk.mobile_digest = owner.mobile_digest
    clerk.save()
    with pytest.raises(NotAllowed, match="不能自己办"):
        fire(case.number, Pressed("accept"), clerk, now=now)


def test_a_clerk_whose_identity_number_stands_on_the_form_is_a_party(sent_case, cast, now):
    case, clerk = sent_case(), cast["examiner"]
    told = {"way": "seen", "document": "resident_id", "number_digest": digest("320583199001011216", purpose=IDENTITY), "on": now.date(), "at": now}
    check = IdentityCheck.objects.create(person=clerk, passed=False, **told)
    assert not is_own(case, clerk)
    IdentityCheck.objects.filter(pk=check.pk).update(passed=True)
    assert is_own(case, clerk)


def test_a_clerk_whose_telephone_stands_on_the_form_is_a_party(sent_case, cast, now):
    case, clerk = sent_case(), cast["examiner"]
    clerk.mobile_digest = accounts.applicant_of("13800001234", language="zh-hans", now=now).mobile_digest
    assert is_own(case, clerk)


def test_a_mere_namesake_is_no_party(sent_case, staff):
    assert not is_own(sent_case(), staff("examiner", "namesake"))


def test_an_announcement_that_runs_stops_a_deregistration(draft_of, owner, now):
    case = draft_of(END, {})
    form = form_of(case).with_answers({"announced": Answer("no", Source.SAID)})
    Case.objects.filter(pk=case.pk).update(form=seal(json.dumps(form.to_json()).encode(), case=case.pk, column="form"))
    case.refresh_from_db()
    assert facts(Look(case, owner, now), ["announcement_running"]) == {"announcement_running": True}


def test_the_name_of_a_company_that_somebody_holds_is_taken_unless_the_case_holds_it(now):
    form = Form("company_registration", "2026", {"name": Answer("昆山样例星野科技有限公司", Source.SAID)})
    case = Case(holds_name=False)
    assert not name_pool.taken(case, form, now=now)
    hold("昆山样例星野科技有限公司", 3205, now.date(), now=now)
    assert name_pool.taken(case, form, now=now)
    assert not name_pool.taken(Case(holds_name=True), form, now=now)


def test_a_shop_that_shares_its_name_holds_none_and_frees_none(sent_case, draft_of, judged_of, now):
    first, other = sent_case(), accounts.applicant_of("13900007777", language="zh-hans", now=now)
    second = draft_of(person=other)
    submit(second, judged_of(), Sent("p", second.revision), other, now=now)
    second = Case.objects.get(pk=second.pk)
    assert (first.holds_name, second.holds_name) == (True, False)
    fire(second.number, Pressed("withdraw"), other, now=now)
    assert RegisteredName.objects.get(name=NAME).state == "held"


@pytest.mark.parametrize(("name", "here"), [("昆山样例星野科技有限公司", True), ("江苏样例星野科技有限公司", True), ("南京样例星野科技有限公司", False)])
def test_a_name_headed_by_another_prefecture_is_left_to_its_register(name, here):
    form = Form("company_registration", "2026", {"name": Answer(name, Source.SAID)})
    assert (name_pool.wanted(form) is not None) is here


def test_a_form_that_asks_for_no_name_holds_none(read):
    assert name_pool.wanted(None) is None
    assert name_pool.wanted(read(END, {}).form) is None
