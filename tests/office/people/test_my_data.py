"""One's own data: seen, taken along, corrected, deleted; who looked; and identity, by the service or seen in person."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone

from gaoxing.engines.fault import Fault
from gaoxing.office.attachments import store
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.attachments.queries import name_place
from gaoxing.office.cases import actions, owning, recordings
from gaoxing.office.cases.models import Case
from gaoxing.office.people import accounts, consents, identity, my_data
from gaoxing.office.people.models import Consent, IdentityCheck, Person
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.vault import office_sealer

pytestmark = pytest.mark.django_db
MOBILE, NUMBER = "13900001234", "11010519491231002X"


@pytest.fixture
def draft(applicant, now):
    case = actions.open_draft(now=now, consent="2026-11")
    owning.adopt([case.reference], applicant, now=now)
    return case


def taken_along(browser):
    """The ZIP file as it comes in pieces."""
    answer = browser.get("/account/data.zip")
    assert answer.streaming
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


@pytest.fixture
def kept_files(draft, applicant, settings, tmp_path, now):
    """An attachment and a recording of the draft."""
    settings.DATA = tmp_path
    consent = recordings.Consent("1", 7)
    recordings.keep(draft, b"RIFF sound", token="t", milliseconds=10, consent=consent, now=now)
    store.put("a" * 32, store.CONTENT, b"a picture")
    name = office_sealer().seal("租赁/合同.png".encode(), place=name_place("a" * 32))
    return Attachment.objects.create(token="a" * 32, case=draft.pk, name=name, media_type="image/png", size=9, sha256="a", added=now)


def test_files_and_recordings_come_along(applicant, draft, kept_files, signed_in):
    archive = taken_along(signed_in(applicant))
    folder = f"draft-{draft.pk}"
    assert archive.read(f"{folder}/attachments/{kept_files.pk} 租赁_合同.png") == b"a picture"
    assert archive.read(next(each for each in archive.namelist() if each.startswith(f"{folder}/recordings/"))) == b"RIFF sound"


def test_a_file_that_does_not_open_has_a_note_in_its_place_and_the_others_come(applicant, kept_files, signed_in):
    store.remove(kept_files.token)
    archive = taken_along(signed_in(applicant))
    assert any(each.endswith("合同.png.txt") for each in archive.namelist())
    assert any("recordings" in each for each in archive.namelist())


def test_somebody_elses_files_do_not_come_along(kept_files, signed_in, now):
    other = accounts.applicant_of("13900009999", language="zh-hans", now=now)
    assert taken_along(signed_in(other)).namelist() == ["data.json"]


def test_everything_held_is_handed_out_as_json_in_a_zip(applicant, draft, signed_in, now):
    accounts.correct(applicant, now=now, name="欧阳小虎")
    given = json.loads(taken_along(signed_in(applicant)).read("data.json"))
    assert (given["account"]["name"], given["account"]["mobile"]) == ("欧阳小虎", MOBILE)
    assert given["cases.case"][0]["number"] == draft.pk
    assert given["consents"][0]["purpose"] == "privacy"
    assert not [key for key in given["account"] if "digest" in key or "password" in key]


def test_the_same_can_be_read_as_json(applicant, signed_in):
    assert signed_in(applicant).get("/account/data.zip?as=json").json()["account"]["mobile"] == MOBILE


def test_a_name_is_one_line_of_characters_that_can_be_seen(applicant, signed_in):
    signed_in(applicant).post("/account/data/correct", {"name": " 王\r\nSet-Cookie: x=1\u202e 某", "email": ""})
    applicant.refresh_from_db()
    assert accounts.own(applicant, "name") == "王 Set-Cookie: x=1 某"


def test_name_and_address_are_corrected_and_nothing_else(applicant, signed_in):
    browser = signed_in(applicant)
    browser.post("/account/data/correct", {"name": "欧阳小虎", "email": "tiger@example.cn", "kind": "staff", "mobile": "13911112222", "is_superuser": "1"})
    applicant.refresh_from_db()
    assert (accounts.own(applicant, "name"), accounts.own(applicant, "mobile"), applicant.kind, applicant.is_superuser) == (
        "欧阳小虎",
        MOBILE,
        "applicant",
        False,
    )
    assert "邮箱看着不对" in browser.post("/account/data/correct", {"email": "x"}).content.decode()


def test_deleting_says_what_goes_asks_once_and_leaves_nothing(applicant, draft, signed_in):
    browser = signed_in(applicant)
    assert "办件和草稿：1" in browser.get("/account/data/delete").content.decode()
    assert browser.post("/account/data/delete").status_code == 409
    assert "已经删去" in browser.post("/account/data/delete", {"sure": "yes"}).content.decode()
    assert not Case.objects.exists()
    assert Person.objects.get(pk=applicant.pk).erased
    assert browser.get("/account").status_code == 302
    assert Consent.objects.get().withdrawn


def test_staff_cannot_delete_themselves(staff, now):
    with pytest.raises(NotAllowed, match="系统管理员"):
        my_data.delete(staff("clerk.one"), now=now)


def test_one_sees_who_looked_and_not_ones_own_acts(applicant, draft, staff, now):
    clerk = staff("clerk.one", "window_clerk")
    owning.begin_help(draft, clerk, now=now)
    seen = my_data.looks(applicant)
    assert [(each.role, each.act) for each in seen if each.act == "draft.help_begun"] == [("window_clerk", "draft.help_begun")]
    assert not [each for each in seen if each.act == "draft.adopted"]


def test_a_consent_is_entered_once_and_taken_back_once(applicant, now):
    first = consents.give("privacy", "2026-11", now=now, person=applicant)
    assert consents.give("privacy", "2026-11", now=now, person=applicant) == first
    assert consents.withdraw("privacy", now=now, person=applicant) == 1
    assert consents.give("privacy", "2026-11", now=now, person=applicant) != first
    assert len(consents.ledger(applicant)) == 2


def test_the_service_says_whether_name_and_number_belong_together(applicant, now):
    good = identity.verify(applicant, "欧阳小虎", NUMBER, by_service=identity.Rehearsal(), now=now)
    bad = identity.verify(applicant, "不符的人", NUMBER, by_service=identity.Rehearsal(), now=now + timedelta(minutes=1))
    assert (good.passed, bad.passed) == (True, False)
    assert identity.verified(applicant) == good
    assert NUMBER not in str(list(IdentityCheck.objects.values_list()))


def test_an_outage_of_the_service_is_no_verdict(applicant, now):
    with pytest.raises(Fault, match="没有应答"):
        identity.verify(applicant, "故障", NUMBER, by_service=identity.Rehearsal(), now=now)
    assert not IdentityCheck.objects.exists()


def test_a_number_that_can_be_none_is_told_and_not_sent(applicant, now):
    with pytest.raises(NotAllowed):
        identity.verify(applicant, "欧阳小虎", "123", by_service=identity.Rehearsal(), now=now)


def test_where_no_service_is_connected_the_page_sends_to_the_window(applicant, signed_in, settings):
    assert "到窗口" in signed_in(applicant).get("/account/identity").content.decode()
    settings.REAL_NAME_SERVICE = "rehearsal"
    browser = signed_in(applicant)
    browser.post("/account/identity", {"name": "欧阳小虎", "number": NUMBER, "agree": "yes"})
    assert IdentityCheck.objects.get().passed
    assert "要同意" in browser.post("/account/identity", {"name": "欧阳小虎", "number": NUMBER}).content.decode()


def test_a_clerk_keeps_whom_they_saw_in_person(applicant, staff, signed_in):
    browser, today = signed_in(staff("clerk.one", "window_clerk")), timezone.localdate()
    page = browser.post("/staff/identity", {"who": MOBILE, "document": "passport", "on": f"{today}", "number": "E12345678"}).content.decode()
    assert "记下了" in page
    kept = IdentityCheck.objects.get()
    assert (kept.way, kept.document, kept.on, kept.by.account) == ("seen", "passport", today, "clerk.one")


@pytest.mark.parametrize(("given", "why"), [({"who": "13900009999"}, "没有找到"), ({"on": "2099-01-01"}, "还没有到"), ({"document": "club card"}, "club")])
def test_what_cannot_have_been_seen_is_refused_with_a_sentence(applicant, staff, signed_in, given, why):
    browser = signed_in(staff("clerk.one", "window_clerk"))
    response = browser.post("/staff/identity", {"who": MOBILE, "document": "passport", "on": "2026-01-05", **given})
    assert response.status_code == 400
    assert why in response.content.decode()
    assert not IdentityCheck.objects.exists()


def test_a_residents_number_that_a_clerk_mistyped_is_told_and_one_in_groups_is_the_same(applicant, staff, now, on):
    clerk = staff("clerk.one", "window_clerk")
    with pytest.raises(NotAllowed):
        identity.seen(applicant, document="resident_id", on=on, number=f"{NUMBER[:-2]}00", by=clerk, now=now)
    spaced = identity.seen(applicant, document="resident_id", on=on, number=f" {NUMBER[:6]} {NUMBER[6:14]} {NUMBER[14:].lower()}", by=clerk, now=now)
    asked = identity.verify(applicant, "欧阳小虎", NUMBER, by_service=identity.Rehearsal(), now=now)
    assert spaced.number_digest == asked.number_digest


def test_only_a_clerk_keeps_such_a_check(applicant, staff, now, on):
    with pytest.raises(NotAllowed, match="窗口人员"):
        identity.seen(applicant, document="passport", on=on, by=staff("leader.one", "leader"), now=now)


@pytest.mark.parametrize("url", ["failing", "nonsense"])
def test_a_service_that_fails_is_said_and_leaves_no_verdict(applicant, signed_in, settings, url):
    settings.REAL_NAME_SERVICE = url
    answer = signed_in(applicant).post("/account/identity", {"name": "欧阳小虎", "number": NUMBER, "agree": "yes"})
    assert answer.status_code == 503
    assert "没有核验成" in answer.content.decode()
    assert not applicant.identity_checks.exists()


def test_a_service_whose_setting_cannot_be_read_is_never_taken_for_none(settings):
    settings.REAL_NAME_SERVICE, settings.REAL_NAME = "https://names.example/", {}
    with pytest.raises(Fault, match="GAOXING_REAL_NAME_"):
        identity.service()


def test_the_service_says_both_verdicts_in_a_sentence(settings):
    settings.REAL_NAME_SERVICE = "rehearsal"
    found = [identity.service().verify(name, NUMBER) for name in ("欧阳小虎", "不符的人")]
    assert [(each.passed, "窗口" in each.told) for each in found] == [(True, False), (False, True)]
