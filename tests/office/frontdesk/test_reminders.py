"""Whoever has an account is reminded once of a draft that ends and of a document that must be sent again; a stranger's draft reminds nobody."""

from datetime import timedelta

import pytest

from gaoxing.office.attachments.models import Attachment
from gaoxing.office.cases.actions import open_draft
from gaoxing.office.cases.models import KEPT, Case
from gaoxing.office.frontdesk.reminders import AHEAD, remind
from gaoxing.office.notices import queries
from gaoxing.office.notices.models import Notice
from gaoxing.office.people import accounts
from gaoxing.office.people.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(now):
    return accounts.applicant_of("13900001234", language="zh-hans", now=now)


@pytest.fixture
def case(owner, now):
    """A draft of theirs about setting up a company."""
    made = open_draft(now=now)
    Case.objects.filter(pk=made.pk).update(owner=owner, matter="company_registration")
    made.refresh_from_db()
    return made


def attach(case, now, state, reason=""):
    told = {"media_type": "image/jpeg", "size": 1, "sha256": "0" * 64, "name": b"", "token": f"{Attachment.objects.count():032d}"}
    return Attachment.objects.create(case=case.pk, material="公司章程", state=state, reason=reason, added=now, **told)


def test_a_draft_is_told_of_in_its_last_days_once(case, owner, now):
    assert remind(now=now) == 0
    assert remind(now=now + KEPT - AHEAD - timedelta(hours=1)) == 0
    late = now + KEPT - AHEAD + timedelta(hours=1)
    assert (remind(now=late), remind(now=late), remind(now=late + timedelta(days=1))) == (1, 0, 0)
    (told,) = queries.inbox(owner.pk)
    assert "公司设立登记" in told.text
    assert "2026-12-24" in told.text


def test_a_draft_that_was_changed_meanwhile_is_told_of_again_at_its_new_end(case, now):
    late = now + KEPT - timedelta(days=1)
    remind(now=late)
    Case.objects.update(changed=late)
    assert remind(now=late) == 0
    assert remind(now=late + KEPT - timedelta(days=1)) == 1


def test_a_draft_that_a_code_still_opens_is_not_told_of(case, now):
    Case.objects.update(resume="0" * 64, resume_until=now + KEPT + timedelta(days=20))
    assert remind(now=now + KEPT - timedelta(days=1)) == 0


def test_nobody_is_told_of_a_draft_without_an_owner(now):
    open_draft(now=now)
    assert remind(now=now + KEPT - timedelta(days=1)) == 0


def test_what_is_infected_or_refused_is_told_once_with_why(case, owner, now):
    attach(case, now, "infected")
    Attachment.objects.update(sha256="1" * 64)
    attach(case, now, "refused", "incomplete")
    assert (remind(now=now), remind(now=now)) == (2, 0)
    said = " ".join(each.text for each in queries.inbox(owner.pk))
    assert "病毒" in said
    assert "没有拍全" in said


@pytest.mark.parametrize("state", ["waiting", "clean"])
def test_what_is_in_order_is_not_told_of(case, now, state):
    attach(case, now, state)
    assert remind(now=now) == 0


def test_whoever_closed_their_account_is_told_nothing(case, owner, now):
    Person.objects.filter(pk=owner.pk).update(is_active=False)
    attach(case, now, "infected")
    assert remind(now=now) == 0
    assert not Notice.objects.exists()


def test_an_applicant_who_chose_english_is_told_in_english(case, owner, now):
    Person.objects.filter(pk=owner.pk).update(language="en")
    attach(case, now, "infected")
    remind(now=now)
    assert "virus" in queries.inbox(owner.pk)[0].text
