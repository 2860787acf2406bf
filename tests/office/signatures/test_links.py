"""A link is random, kept as a digest, for one person, ends, is voided by a newer one, and revives by no clock."""

from datetime import timedelta

import pytest

from gaoxing.office.audit.models import Entry
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.signatures import kept, links
from gaoxing.office.signatures.models import Signer
from tests.office.signatures.conftest import APPLICANT, NUMBER

pytestmark = pytest.mark.django_db


def test_a_link_opens_for_its_person_and_stands_nowhere_in_the_database(wanted, now):
    token = links.ask(1, wanted(), actor=APPLICANT, now=now)
    row = Signer.objects.get()
    assert links.opened(token, now=now) == row
    assert all(token not in str(value) and NUMBER not in str(value) for value in Signer.objects.values_list()[0])


def test_a_newer_link_voids_the_older(wanted, now):
    older = links.ask(1, wanted(), actor=APPLICANT, now=now)
    newer = links.ask(1, wanted(), actor=APPLICANT, now=now + links.AGAIN)
    assert links.opened(newer, now=now + links.AGAIN)
    with pytest.raises(NotAllowed, match="最新的链接"):
        links.opened(older, now=now + links.AGAIN)


def test_links_are_made_at_a_human_pace(wanted, now):
    links.ask(1, wanted(), actor=APPLICANT, now=now)
    with pytest.raises(NotAllowed, match="半分钟"):
        links.ask(1, wanted(), actor=APPLICANT, now=now + timedelta(seconds=5))


def test_an_expired_link_is_refused_with_a_sentence(wanted, now):
    token = links.ask(1, wanted(), actor=APPLICANT, now=now)
    with pytest.raises(NotAllowed, match="要一个新的链接"):
        links.opened(token, now=now + links.VALID)


def test_a_clock_set_back_revives_no_link(wanted, now):
    token = links.ask(1, wanted(), actor=APPLICANT, now=now)
    links.opened(token, now=now + links.VALID - timedelta(minutes=1))
    Signer.objects.update(touched=now + links.VALID)
    with pytest.raises(NotAllowed, match="过期"):
        links.opened(token, now=now)


@pytest.mark.parametrize("token", ["", "x", "x" * 65, "x" * 10_000, "签名", "\x00"])
def test_what_is_no_link_opens_nothing(db, token, now):
    with pytest.raises(NotAllowed, match="不能用了"):
        links.opened(token, now=now)


def test_paper_takes_the_link_back(wanted, now):
    token = links.ask(1, wanted(), actor=APPLICANT, now=now)
    links.on_paper(1, wanted(), actor=APPLICANT, now=now)
    with pytest.raises(NotAllowed, match="不能用了"):
        links.opened(token, now=now)
    assert Signer.objects.get().way == Signer.Way.PAPER


def test_an_organisation_seals_on_paper(wanted, now):
    with pytest.raises(NotAllowed, match="盖章"):
        links.ask(1, wanted(seal=True), actor=APPLICANT, now=now)


def test_the_same_person_stands_once_in_a_case_and_is_another_in_another(wanted, now):
    for case in (1, 1, 2):
        links.kept(case, wanted(), now=now)
    assert Signer.objects.count() == 2


def test_links_that_ended_are_forgotten_by_the_tick(wanted, now):
    links.ask(1, wanted(), actor=APPLICANT, now=now)
    assert kept.KEPT[0].due(now) == 0
    assert kept.KEPT[0].delete(now + links.VALID) == 1
    assert Signer.objects.get().link is None


def test_who_asks_stands_in_the_audit_without_a_name(wanted, now):
    links.ask(1, wanted(), actor=APPLICANT, now=now)
    entry = Entry.objects.get(act="signing.asked")
    assert (entry.actor, entry.subject) == (3, Signer.objects.get().pk)
