"""Who must sign is read off the papers themselves; a submission waits for those who were asked by link, and for nobody else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gaoxing.forms import Answer, Source
from gaoxing.forms.correction import Correction
from gaoxing.intake import receive
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases import signing
from gaoxing.office.cases.drawing import layouts
from gaoxing.office.cases.facts import Look, facts
from gaoxing.office.cases.submitting import Sent, submit
from gaoxing.office.people.identity import Rehearsal as RealNames
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.signatures import actions, links, proving
from gaoxing.office.signatures.service import provider
from gaoxing.office.signatures.standing import State
from gaoxing.speech.transcript import Transcript
from tests.office.cases.conftest import CHANGE, END

pytestmark = pytest.mark.django_db
ME = Actor(1, "applicant")
TWO = (
    "我想注册一家公司，名称叫昆山测试软件有限公司，注册资本一百万元，住所在昆山市前进西路188号301室。丁大宝持股60%，身份证号320583199001011216，"
    "戊小宝持股40%。法定代表人是丁大宝，他当执行董事兼经理，戊小宝当监事。"
)


@pytest.fixture(autouse=True)
def rehearsed(settings):
    settings.SIGNING = {"GAOXING_SIGNING_URL": "rehearsal"}


def form_of(said, on, **typed):
    form = receive(Transcript.of(said), on=on, corrections=[Correction(path, value=value) for path, value in typed.items()]).form
    return form.without([ask.field for ask in form.asks])


def signed(case, form, person, now):
    signer = links.opened(links.ask(case.pk, person, actor=ME, now=now), now=now)
    proving.prove(signer, person, person.number, service=RealNames(), now=now)
    actions.sign(signer, person, actions.shown(person.papers), provider=provider(), now=now)


def test_all_shareholders_sign_the_charter_each_with_their_own_share(now):
    found = signing.needed(form_of(TWO, now.date()), on=now.date())
    assert [(each.name, each.stake) for each in found.people] == [("丁大宝", "60万元，60%"), ("戊小宝", "40万元，40%")]
    assert all(any("章程" in paper.title for paper in each.papers) for each in found.people)
    assert "法定代表人" in found.people[0].posts
    assert found.by_hand == ()


def test_nobody_signs_a_power_of_attorney_that_names_no_agent(draft_of, now):
    found = signing.needed(signing.form_of(draft_of()), on=now.date())
    assert found.by_hand == ()
    assert [each.title for each in found.people[0].papers] == ["个体工商户登记（备案）申请书", "实名登记确认表", "住所（经营场所）使用承诺书"]


def test_a_director_signs_what_only_a_director_signs(now):
    first, second = signing.needed(form_of(TWO, now.date()), on=now.date()).people
    assert [each.title for each in first.papers if each not in second.papers] == ["昆山测试软件有限公司董事决定"]


def test_a_change_names_whom_it_knows_and_leaves_the_others_a_line(now):
    found = signing.needed(form_of(f"{CHANGE}，法定代表人由王大锤变更为李大宝", now.date()), on=now.date())
    assert [(each.name, each.seal) for each in found.people] == [("李大宝", False), ("昆山样例五金有限公司", True)]
    assert "股东" in [post for _, post in found.by_hand]


def test_a_deregistration_is_signed_by_whom_the_register_alone_knows(now):
    found = signing.needed(form_of(END, now.date()), on=now.date())
    assert [each.name for each in found.people if not each.seal] == []
    assert {"清算组负责人", "股东"} <= {post for _, post in found.by_hand}


def test_the_day_on_which_a_paper_is_drawn_does_not_lapse_a_signature(now):
    form = form_of(TWO, now.date())
    first, later = (signing.needed(form, on=now.date() + timedelta(days=day)) for day in (0, 1))
    assert first == later


def test_nobody_is_asked_for_where_there_is_no_form(now):
    assert signing.needed(None, on=now.date()) == signing.Needed()


def test_a_fresh_case_is_signed_on_paper_and_goes_on(draft_of, now):
    case = draft_of()
    form = signing.form_of(case)
    assert [each.state for each in signing.standing(case, form, on=now.date())] == [State.PAPER]
    assert facts(Look(case, None, now), ["unsigned"]) == {"unsigned": 0}


def test_a_submission_waits_for_who_was_asked_by_link(draft_of, judged_of, owner, now):
    case = draft_of()
    (person,) = signing.needed(signing.form_of(case), on=now.date()).people
    links.ask(case.pk, person, actor=ME, now=now)
    with pytest.raises(NotAllowed, match="还有人没有签名"):
        submit(case, judged_of(), Sent("page", case.revision), owner, now=now)
    signed(case, signing.form_of(case), person, now + timedelta(minutes=1))
    assert submit(case, judged_of(), Sent("page", case.revision), owner, now=now).number == 1


def test_what_is_submitted_counts_and_not_what_was_stored_before(draft_of, judged_of, owner, now):
    case = draft_of()
    (person,) = signing.needed(signing.form_of(case), on=now.date()).people
    signed(case, signing.form_of(case), person, now)
    judged = judged_of()
    edited = judged.form.with_answers({"funds": Answer({"amount": "80000", "currency": "CNY"}, Source.TYPED)})
    with pytest.raises(NotAllowed, match="还有人没有签名"):
        submit(case, replace(judged, form=edited), Sent("page", case.revision), owner, now=now)


def test_identities_are_verified_by_the_service_or_a_clerk_and_by_nothing_else(draft_of, now):
    case = draft_of()
    on = now.date()
    (person,) = signing.needed(signing.form_of(case), on=on).people
    assert [each.passed for each in signing.identities_verified(case, on=on)] == [False]
    signed(case, signing.form_of(case), person, now)
    assert [(each.name, each.passed) for each in signing.identities_verified(case, on=on)] == [("丁大宝", True)]


def test_a_signature_seen_on_paper_verifies_nobody_without_the_document(draft_of, now):
    case, clerk = draft_of(), Actor(9, "window_clerk")
    (person,) = signing.needed(signing.form_of(case), on=now.date()).people
    actions.see(case.pk, person, clerk=clerk, identity=False, now=now)
    assert [each.passed for each in signing.identities_verified(case, on=now.date())] == [False]
    actions.see(case.pk, person, clerk=clerk, identity=True, now=now)
    assert [each.passed for each in signing.identities_verified(case, on=now.date())] == [True]


@pytest.mark.parametrize("said", [TWO, CHANGE, END])
def test_whatever_is_printed_on_a_paper_changes_its_digest_and_the_day_alone_does_not(now, said):
    for layout in layouts(form_of(said, now.date()), on=now.date()):
        before = signing.paper_of(layout).digest
        for key, value in layout.values.items():
            changed = replace(layout, values={**layout.values, key: [value, "改"]})
            assert (signing.paper_of(changed).digest == before) == (key == "on"), (layout.name, key)


def test_two_papers_alike_in_all_but_name_are_not_signed_as_one(now):
    first, *_ = layouts(form_of(TWO, now.date()), on=now.date())
    assert signing.paper_of(first).digest != signing.paper_of(replace(first, name=f"{first.name}二")).digest


@pytest.mark.parametrize(
    ("path", "value"), [("registered_capital", {"amount": "2000000", "currency": "CNY"}), ("name", "昆山另外软件有限公司"), ("parties.1.name", "己小宝")]
)
def test_a_change_of_what_everybody_agrees_on_lapses_everybodys_charter(now, path, value):
    form = form_of(TWO, now.date())
    other = form.with_answers({path: Answer(value, Source.TYPED)})
    charters = [
        {paper.digest for each in signing.needed(each, on=now.date()).people for paper in each.papers if "章程" in paper.title} for each in (form, other)
    ]
    assert charters[0]
    assert not charters[0] & charters[1]


def test_a_change_of_a_blank_that_no_paper_of_theirs_prints_lapses_nothing_of_it(now):
    form = form_of(TWO, now.date())
    other = form.with_answers({"postcode": Answer("215399", Source.TYPED)})
    charters = [
        {paper.digest for each in signing.needed(each, on=now.date()).people for paper in each.papers if "章程" in paper.title} for each in (form, other)
    ]
    assert charters[0] == charters[1]
