"""Accounts: an applicant's follows their number, staff accounts are opened by others, and nothing of a person lies open in the database."""

import pytest
from django.db import IntegrityError, connection, transaction

from gaoxing.office.audit.models import Entry
from gaoxing.office.people import accounts
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db
MOBILE = "13900001234"


def test_a_number_opens_one_account_and_finds_it_again(applicant, now):
    assert accounts.applicant_of(MOBILE, language="en", now=now) == applicant
    assert accounts.find_applicant("13900001235") is None


def test_two_applicants_never_share_a_number(applicant):
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(account="other", mobile_digest=applicant.mobile_digest)


def test_nothing_of_a_person_can_be_read_in_the_database(applicant, now):
    accounts.correct(applicant, now=now, name="欧阳小虎", email="tiger@example.cn")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_person")
        row = b" ".join(bytes(each) if isinstance(each, bytes | memoryview) else str(each).encode() for each in cursor.fetchone())
    assert not [word for word in (MOBILE, "欧阳小虎", "tiger") if word.encode() in row]


def test_what_is_sealed_opens_for_its_person_and_column_alone(applicant, now):
    accounts.correct(applicant, now=now, name="欧阳小虎")
    assert accounts.own(applicant, "name") == "欧阳小虎"
    assert accounts.own(Person.objects.get(pk=applicant.pk), "mobile") == MOBILE
    assert accounts.name_of(applicant) == "欧阳小虎"


def test_somebody_without_a_name_is_shown_by_a_masked_number(applicant):
    assert accounts.name_of(applicant) == "139****1234"


def test_a_staff_account_begins_with_a_password_that_is_to_be_changed(now):
    person, password = accounts.open_staff(" Zhang.Wei ", "张某", by=None, now=now)
    assert (person.account, person.kind, person.password_due) == ("zhang.wei", "staff", True)
    assert person.check_password(password)
    assert len(password) == 19


def test_a_closed_staff_account_has_no_password_that_opens_it(now):
    person, password = accounts.open_staff("zhang.wei", "张某", by=None, now=now, closed=True)
    assert password == ""
    assert not person.has_usable_password()


@pytest.mark.parametrize("account", ["ab", "张伟", "1abc", "a b c", "x" * 40])
def test_an_account_of_another_shape_is_refused_with_an_example(now, account):
    with pytest.raises(NotAllowed, match="小写字母"):
        accounts.open_staff(account, "张某", by=None, now=now)


def test_an_account_is_given_once_and_says_so(staff, now):
    staff("zhang.wei")
    with pytest.raises(NotAllowed, match="已经有人用了"):
        accounts.open_staff("zhang.wei", "李某", by=None, now=now)


def test_a_staff_account_is_never_found_by_a_mobile_number(staff):
    person = staff("zhang.wei")
    accounts.change_mobile(person, "13900004321", now=person.joined)
    assert accounts.find_applicant("13900004321") is None


def test_only_name_and_address_are_corrected_by_oneself(applicant, now):
    with pytest.raises(NotAllowed):
        accounts.correct(applicant, now=now, kind="staff")
    applicant.refresh_from_db()
    assert applicant.kind == "applicant"


def test_a_number_that_has_an_account_is_not_taken_over(applicant, now):
    other = accounts.applicant_of("13900009999", language="zh-hans", now=now)
    with pytest.raises(NotAllowed, match="已经有账号"):
        accounts.change_mobile(other, MOBILE, now=now)


@pytest.mark.parametrize(("password", "why"), [("short", "至少 12 个字符"), ("123456789012", "不能全是数字"), ("password1234", "常见|common")])
def test_a_weak_password_is_refused_with_a_sentence(staff, now, password, why):
    with pytest.raises(NotAllowed, match=why):
        accounts.change_password(staff("zhang.wei"), password, now=now)


def test_the_password_that_was_given_is_not_kept(now):
    person, password = accounts.open_staff("zhang.wei", "张某", by=None, now=now)
    with pytest.raises(NotAllowed, match="一样"):
        accounts.change_password(person, password, now=now)
    accounts.change_password(person, "two small tigers run", now=now)
    assert not person.password_due


def test_an_account_is_closed_by_a_system_administrator_and_never_ones_own(staff, now):
    system, clerk = staff("system.one", "system_administrator"), staff("clerk.one", "window_clerk")
    accounts.set_active(clerk, active=False, by=system, now=now)
    assert not Person.objects.get(pk=clerk.pk).is_active
    with pytest.raises(NotAllowed, match="自己的账号"):
        accounts.set_active(system, active=False, by=system, now=now)


def test_an_erased_person_leaves_a_number_and_no_more(applicant, now):
    accounts.correct(applicant, now=now, name="欧阳小虎")
    accounts.erase(applicant, now=now)
    assert (bytes(applicant.name), applicant.mobile_digest, applicant.is_active) == (b"", None, False)
    assert accounts.name_of(applicant) == f"erased-{applicant.pk}"
    assert accounts.applicant_of(MOBILE, language="zh-hans", now=now).pk != applicant.pk


def test_every_act_on_an_account_stands_in_the_audit_without_a_name(applicant, now):
    accounts.correct(applicant, now=now, name="欧阳小虎")
    acts = list(Entry.objects.values_list("act", "role", "subject_kind", "subject"))
    assert ("people.correct_person", "applicant", "people.person", applicant.pk) in acts
    assert "欧阳" not in str(list(Entry.objects.values_list()))
