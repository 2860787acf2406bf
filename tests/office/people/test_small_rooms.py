"""The small rooms of the people: the trail, what is held of a person, consents, passwords, the vault, the senders, and the way in on every page."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.test import Client, RequestFactory
from django.utils import translation

from gaoxing.engines.fault import Fault
from gaoxing.office.audit.models import Entry
from gaoxing.office.people import accounts, consents, holdings, my_data, trail, vault
from gaoxing.office.people.backends import PasswordBackend
from gaoxing.office.people.models import Consent, Person
from gaoxing.office.people.passwords import LongEnough
from gaoxing.office.people.sending import FileSender, NoSender, sender
from gaoxing.office.people.templatetags.signed_in import demo_sign_ins, sign_in_links

pytestmark = pytest.mark.django_db
NAME = "欧阳小虎"


@pytest.mark.parametrize(("role", "act", "wanted"), [("window_clerk", "verify_identity", "window_clerk"), ("leader", "verify_identity", "staff")])
def test_the_trail_names_the_role_in_which_somebody_acts(staff, now, role, act, wanted):
    assert trail.acting_as(staff("some.one", role), act, now=now) == wanted


def test_an_act_at_the_machine_is_the_operators(now, applicant):
    trail.record("close_person", by=None, about=applicant, now=now)
    entry = Entry.objects.order_by("number").last()
    assert (entry.actor, entry.role, entry.act, entry.subject) == (0, "operator", "people.close_person", applicant.pk)


def test_no_act_leaves_a_name_or_number_in_the_audit(applicant, now):
    accounts.correct(applicant, now=now, name=NAME, email="tiger@example.cn")
    kept = str(list(Entry.objects.values_list()))
    assert not [word for word in (NAME, "13900001234", "tiger@example.cn") if word in kept]


def test_a_kind_of_record_is_entered_once_and_listed():
    held = holdings.held()
    holdings.enter(held[0])
    assert holdings.held() == held
    assert "cases.case" in [each.word for each in held]


def test_deleting_asks_every_kind_of_record_and_tells_how_many(applicant, now, monkeypatch):
    asked = []
    made = holdings.Holding("tests.thing", "东西", lambda person: [{"it": 1}], lambda person: [1], lambda person, when: asked.append(person.pk) or 3)
    monkeypatch.setattr(holdings, "_HELD", {"tests.thing": made})
    assert my_data.collected(applicant, now=now)["tests.thing"] == [{"it": 1}]
    assert my_data.delete(applicant, now=now) == {"东西": 3}
    assert asked == [applicant.pk]


def test_an_account_is_not_deleted_by_half(applicant, now, monkeypatch):
    def broken(person, when):
        raise DatabaseError("disk full")

    monkeypatch.setattr(holdings, "_HELD", {"tests.thing": holdings.Holding("tests.thing", "东西", lambda p: [], lambda p: [], broken)})
    with pytest.raises(DatabaseError):
        my_data.delete(applicant, now=now)
    assert Person.objects.get(pk=applicant.pk).erased is None


def test_a_person_reads_the_newest_fifty_looks_and_the_newest_first(applicant, staff, now):
    clerk = staff("clerk.one", "window_clerk")
    for minute in range(60):
        trail.record("verify_identity", by=clerk, about=applicant, now=now + timedelta(minutes=minute))
    seen = my_data.looks(applicant)
    assert len(seen) == my_data.MOST_LOOKS
    assert seen[0].at == now + timedelta(minutes=59)
    assert (seen[0].role, seen[0].act, seen[0].number) == ("window_clerk", "people.verify_identity", applicant.pk)


def test_a_consent_to_another_version_is_another_line(applicant, now):
    first, second = (consents.give("privacy", version, now=now, person=applicant) for version in ("1", "2"))
    assert first != second
    assert consents.withdraw("privacy", now=now, person=applicant) == 2
    assert consents.withdraw("privacy", now=now, person=applicant) == 0


def test_withdrawing_for_nobody_and_nothing_withdraws_nothing(applicant, now):
    consents.give("privacy", "1", now=now, person=applicant)
    assert consents.withdraw("privacy", now=now) == 0
    assert consents.withdraw("privacy", now=now, about=("",)) == 0
    assert Consent.objects.get().withdrawn is None


def test_consents_for_one_purpose_say_nothing_of_another(applicant, now):
    consents.give("privacy", "1", now=now, person=applicant)
    consents.give("recording", "1", now=now, person=applicant)
    consents.withdraw("recording", now=now, person=applicant)
    assert [(each.purpose, each.withdrawn is None) for each in consents.ledger(applicant)] == [("privacy", True), ("recording", False)]


def test_staff_passwords_are_longer():
    LongEnough().validate("a" * 10, Person(kind="applicant"))
    LongEnough().validate("a" * 12, Person(kind="staff"))
    with pytest.raises(ValidationError, match="12 个字符，现在只有 11 个"):
        LongEnough().validate("a" * 11, Person(kind="staff"))


@pytest.mark.parametrize("password", ["1234567890123", "１２３４５６７８９０１２"])
def test_digits_alone_are_no_password(password):
    with pytest.raises(ValidationError, match="不能全是数字"):
        LongEnough().validate(password)


def test_a_sealed_text_opens_in_its_own_place_alone():
    sealed = vault.seal_text(NAME, place="here")
    assert NAME not in sealed
    assert vault.unseal_text(sealed, place="here") == NAME
    with pytest.raises(Fault):
        vault.unseal_text(sealed, place="there")


def test_an_empty_text_is_kept_empty():
    assert vault.seal("", person=1, column="name") == b""
    assert vault.unseal(b"", person=1, column="name") == ""


def test_the_password_opens_an_active_account_alone(applicant):
    applicant.set_password("a quite long sentence")
    applicant.save()
    backend = PasswordBackend()
    assert backend.authenticate(None, account=applicant.account, password="a quite long sentence") == applicant
    assert backend.authenticate(None, account=applicant.account, password="another sentence") is None
    assert backend.authenticate(None, account="nobody", password="a quite long sentence") is None
    Person.objects.filter(pk=applicant.pk).update(is_active=False)
    assert backend.authenticate(None, account=applicant.account, password="a quite long sentence") is None
    assert backend.get_user(applicant.pk) is None


def test_the_sender_is_the_one_the_settings_name(settings, tmp_path, now):
    settings.CODE_SENDER = "gaoxing.office.people.sending.NoSender"
    assert isinstance(sender(), NoSender)
    with pytest.raises(Fault, match="没有接通短信"):
        sender().send("13900001234", "123456", now=now)
    FileSender(tmp_path).send("13900001234", "123456", now=now)
    assert (tmp_path / "codes.txt").read_text().split()[1:] == ["13900001234", "123456"]


def test_a_page_leads_strangers_in_and_others_to_their_own(applicant, staff):
    request = RequestFactory().get("/")
    shown = []
    for person in (type("Stranger", (), {"is_authenticated": False})(), applicant, staff("some.one")):
        request.user = person
        told = sign_in_links({"request": request})
        shown.append((told["known"], told["staff"]))
    assert shown == [(False, False), (True, False), (True, True)]


def test_a_page_that_tells_of_a_failing_database_asks_it_nothing():
    class Failing:
        @property
        def is_authenticated(self):
            raise DatabaseError

    request = RequestFactory().get("/")
    request.user = Failing()
    assert sign_in_links({"request": request}) == {"shown": False}


def test_the_cast_is_shown_in_the_demonstration_alone(settings):
    settings.DEMO = False
    assert demo_sign_ins({})["cast"] == ()


def test_posts_come_at_a_human_pace(applicant, monkeypatch):
    monkeypatch.setattr("gaoxing.office.people.views.careful.PER_ADDRESS", "2/m")
    browser = Client()
    answers = [browser.post("/sign-in", {"who": ""}).status_code for _ in range(4)]
    assert answers[-1] == 429


def test_choices_are_said_in_the_language_of_the_page():
    with translation.override("en"):
        assert str(Consent.Purpose.PRIVACY.label).isascii()
    with translation.override("zh-hans"):
        assert str(Consent.Purpose.PRIVACY.label) == "隐私说明"
