"""The cast of a case: an applicant with a whole draft, one of the staff a role, and the case in any state. Names and numbers are invented."""

from datetime import timedelta
from functools import cache

import pytest

from gaoxing.forms.correction import Correction
from gaoxing.intake import receive
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases import actions
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.submitting import Judged, Sent, submit
from gaoxing.office.cases.words import Words
from gaoxing.office.people import accounts
from gaoxing.office.people.assigning import assign
from gaoxing.speech.transcript import Transcript

NAME = "昆山市玉山镇测试样例面馆"
SAID = (
    f"我想办个体户，开一家面馆，名字叫{NAME}，经营者叫丁大宝，身份证号320583199001011216，手机13800001234，"
    "经营场所在昆山市玉山镇前进西路188号，个人经营，出资额五万元，从业人数两个人，经营餐饮服务"
)
TYPED = {
    "operator.sex": "male",
    "operator.ethnicity": "汉族",
    "operator.education": "大专",
    "operator.political_status": "群众",
    "operator.occupation": "厨师",
    "operator.address": "昆山市玉山镇前进西路200号",
    "e_commerce": "no",
    "telephone": "13800001234",
    "postcode": "215300",
    "paper_licence": "no",
}
CHANGE = "我要办变更登记，昆山样例五金有限公司，统一社会信用代码91320583MA0000007R，住所改成昆山市玉山镇前进西路188号"
END = "我要注销公司，昆山样例五金有限公司，统一社会信用代码91320583MA0000007R，普通注销"
SHOP = (SAID, TYPED)


@cache
def taken_of(said, typed, on):
    """What words come to; read once, for reading is slow and pure."""
    return receive(Transcript.of(said), on=on, corrections=[Correction(path, value=value) for path, value in typed])


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    """Argon2 is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def owner(db, now):
    return accounts.applicant_of("13900001234", language="zh-hans", now=now)


@pytest.fixture
def staff(db, now):
    """Makes one of the staff in a role."""

    def made(role, account=""):
        person, _ = accounts.open_staff(account or role.replace("_", "-"), "王某", by=None, now=now)
        assign(person, role, by=None, now=now, since=now.date())
        person.password_due = False
        person.save(update_fields=["password_due"])
        return person

    return made


@pytest.fixture
def cast(owner, staff):
    """Somebody for every role of the tables; nobody is the system."""
    roles = {role: staff(role) for role in ("window_clerk", "examiner", "leader")}
    return {"applicant": owner, "system": None, **roles}


@pytest.fixture
def read(now):
    """What words come to."""

    return lambda said=SAID, typed=TYPED: taken_of(said, tuple(typed.items()), now.date())


@pytest.fixture
def draft_of(owner, now, read):
    """A draft of an applicant's: their words and the form they became."""

    def made(said=SAID, typed=TYPED, person=None):
        who, taken = person or owner, read(said, typed)
        case = actions.open_draft(now=now, consent="2026-11", actor=Actor(who.pk, "applicant"))
        words = Words().state(said)
        for path, value in typed.items():
            words = words.correct(Correction(path, value=value))
        actions.rewrite(case, words, taken.form, matter=taken.matter.id, now=now)
        case.refresh_from_db()
        return case

    return made


@pytest.fixture
def judged_of(read):
    return lambda said=SAID, typed=TYPED, **told: Judged(**{"form": (taken := read(said, typed)).form, "findings": taken.findings, "open_questions": 0, **told})


@pytest.fixture
def sent_case(draft_of, judged_of, owner, now):
    """A case that was submitted just now."""

    def made(said=SAID, typed=TYPED, token="page"):
        case = draft_of(said, typed)
        submit(case, judged_of(said, typed), Sent(token, case.revision), owner, now=now)
        case.refresh_from_db()
        return case

    return made


@pytest.fixture
def in_state(sent_case, now):
    """A case put into a state, its clock as it would then stand; for tests of single transitions."""

    def made(state, said=SAID, typed=TYPED):
        case = sent_case(said, typed)
        if state == "draft":
            case.events.all().delete()
        Case.objects.filter(pk=case.pk).update(state=state)
        _wind(case, state, now)
        case.refresh_from_db()
        return case

    return made


def _wind(case, state, now):
    """Bring the clock to where the state says it stands."""
    number, later = case.events.count(), now + timedelta(minutes=1)
    steps = {
        "correction_asked": ("pause",),
        "not_accepted": ("stop",),
        "registered": ("stop",),
        "refused": ("stop",),
        "withdrawn": ("stop",),
        "archived": ("stop",),
    }
    for each in steps.get(state, ()):
        told = {"act": "wound", "source": state, "target": state, "role": "system", "at": later, "pause": "correction" if each == "pause" else ""}
        case.events.create(number=number + 1, clock=each, **told)
