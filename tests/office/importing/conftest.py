"""A list that a test enters: things by number, kept in memory; and somebody of the staff who may import it. All names are invented."""

import io

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from gaoxing.engines.workbook import Column, Kind
from gaoxing.office.importing import actions, registry
from gaoxing.office.importing.models import ImportBatch
from gaoxing.office.importing.registry import Importer, Judged, Verdict
from gaoxing.office.people import accounts, signing
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.models import SignIn
from gaoxing.office.refusal import NotAllowed

COLUMNS = (
    Column("code", "编号", required=True, longest=10, example="E001"),
    Column("name", "名称", ("企业名称",), required=True, example="昆山样例有限公司"),
    Column("sum", "金额", kind=Kind.NUMBER, unit="元", example="100"),
    Column("day", "日期", kind=Kind.DAY),
)
SOUND = "编号,名称,金额（万元）\nE1,昆山甲样例厂,1.5\nE2,昆山乙样例厂,2\n"


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def things():
    """What was taken in, by code."""
    return {}


@pytest.fixture
def kind(things, monkeypatch):
    """The list of things; a name with 问 in it is asked about, one with 挡 is refused when it is taken in."""

    def judge(rows, by, now):
        return [_judged(each, things) for each in rows]

    def apply(given, by, now):
        if "挡" in given.text("name"):
            raise NotAllowed("这一行现在不能导。")
        things[given.text("code")] = (given.text("name"), given.values.get("sum"), given.kept.get("mark"))
        return len(things)

    made = Importer("things", "样例", "测试用的名单。", COLUMNS, "see_names", judge, apply, key=("code",), at_once=3, after="staff")
    monkeypatch.setattr(registry, "_ENTERED", {"things": made})
    return made


def _judged(given, things):
    if "问" in given.text("name"):
        return Judged(Verdict.ASKED, ("请写清楚。",))
    known = things.get(given.text("code"))
    if known is None:
        return Judged(Verdict.NEW, ("新的。",), {"mark": given.number})
    return Judged(Verdict.UNCHANGED if known[0] == given.text("name") else Verdict.CHANGED, subject=1)


@pytest.fixture
def examiner(db, now):
    return staff("examiner", "some.examiner", now)


@pytest.fixture
def sent(kind, examiner, now):
    """A batch of a CSV, judged to the end."""

    def made(text=SOUND, **told):
        batch = actions.upload(kind, actions.Sent("名单.csv", text.encode(), **told), examiner, now=now)
        return finished(batch, now)

    return made


@pytest.fixture
def browser(examiner):
    return signed_in(examiner)


def staff(role, account, now):
    person, _ = accounts.open_staff(account, "王某", by=None, now=now, demo=True)
    assign(person, role, by=None, now=now)
    return person


def signed_in(person):
    """The browser of one of the staff who signed in with a second factor."""
    client = Client()
    type(person).objects.filter(pk=person.pk).update(password_due=False)
    Authenticator.objects.get_or_create(user=person, type="totp", defaults={"data": {"secret": "-"}})
    client.force_login(person, backend="gaoxing.office.people.backends.PasswordBackend")
    session = client.session
    client.cookies[signing.COOKIE] = signing.bind(session, "", number=SignIn.objects.filter(person=person).first().pk, now=timezone.now())
    session.save()
    return client


def finished(batch, now):
    """The batch after every step that is open to it."""
    while actions.go_on(batch, now=now):
        pass
    return ImportBatch.objects.select_related("by").get(pk=batch.pk)


def verdicts(batch):
    return list(batch.lines.values_list("number", "verdict"))


def file(text=SOUND, name="名单.csv"):
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def table(response):
    """The rows of a spreadsheet that was answered."""
    return [list(row) for row in load_workbook(io.BytesIO(response.content)).active.iter_rows(values_only=True)]
