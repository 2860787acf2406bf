"""Who signs is who the form says: their number, then the real-name service; wrong tries lock, an outage counts nothing."""

from datetime import timedelta

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.office.people.identity import Rehearsal
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.signatures import links, proving
from gaoxing.office.signatures.models import Signer
from tests.office.signatures.conftest import APPLICANT, NUMBER

pytestmark = pytest.mark.django_db
OTHER = "320583199001011224"


def prove(signer, person, number, now, service=None):
    signer.refresh_from_db()
    return proving.prove(signer, person, number, service=service or Rehearsal(), now=now)


def test_the_right_number_and_name_pass(asked, now):
    signer, person = asked()
    prove(signer, person, f" {NUMBER[:6]} {NUMBER[6:]} ", now)
    assert (signer.proof, proving.number_of(signer)) == (Signer.Proof.SERVICE, NUMBER)


def test_another_number_is_told_how_many_tries_are_left(asked, now):
    signer, person = asked()
    with pytest.raises(NotAllowed, match="还可以试 4 次"):
        prove(signer, person, OTHER, now)


def test_five_wrong_tries_lock_for_an_hour_and_a_new_link_unlocks(asked, now):
    signer, person = asked()
    for _ in range(5):
        with pytest.raises(NotAllowed):
            prove(signer, person, OTHER, now)
    with pytest.raises(NotAllowed, match="60 分钟后"):
        prove(signer, person, NUMBER, now + timedelta(minutes=1))
    links.ask(1, person, actor=APPLICANT, now=now + timedelta(minutes=2))
    prove(signer, person, NUMBER, now + timedelta(minutes=2))
    assert signer.proof == Signer.Proof.SERVICE


def test_a_name_that_the_service_does_not_know_is_a_wrong_try(asked, now):
    signer, person = asked(name="丁不符")
    with pytest.raises(NotAllowed, match="对不上"):
        prove(signer, person, NUMBER, now)
    signer.refresh_from_db()
    assert (signer.tries, signer.proof) == (1, "")


def test_an_outage_counts_no_try_and_is_to_be_seen(asked, now):
    signer, person = asked(name="丁故障")
    with pytest.raises(Fault):
        prove(signer, person, NUMBER, now)
    signer.refresh_from_db()
    assert (signer.tries, signer.proof) == (0, "")
    assert "没有核验成" in signer.trouble


def test_a_passport_is_the_forms_and_waits_for_a_clerk(asked, now):
    signer, person = asked(number="X1234567", foreign=True)
    prove(signer, person, "x1234567", now)
    assert signer.proof == Signer.Proof.NUMBER


def test_without_a_service_nothing_is_said_to_be_verified(asked, now):
    signer, person = asked()
    proving.prove(signer, person, NUMBER, service=None, now=now)
    assert signer.proof == Signer.Proof.NUMBER


@pytest.mark.parametrize("number", ["", "123", "x" * 41])
def test_what_can_be_no_number_costs_no_try(asked, now, number):
    signer, person = asked()
    with pytest.raises(NotAllowed, match="完整的证件号码"):
        prove(signer, person, number, now)
    signer.refresh_from_db()
    assert signer.tries == 0


def test_a_number_with_a_wrong_check_digit_is_told_so_where_the_form_has_none(asked, now):
    signer, person = asked(number="")
    with pytest.raises(NotAllowed):
        prove(signer, person, "320583199001011217", now)
    signer.refresh_from_db()
    assert signer.tries == 0
