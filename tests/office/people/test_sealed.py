"""What the people seal goes under a new key with everything else, the second factors too."""

from base64 import b64decode

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from gaoxing.engines.sealing import Sealer, key_id
from gaoxing.office import vault
from gaoxing.office.people import accounts
from gaoxing.office.people.sealed import SEALED
from gaoxing.office.people.vault import SECOND_FACTOR

pytestmark = pytest.mark.django_db
OLD, NEW = bytes(range(16)), bytes(range(16, 32))


@pytest.fixture
def exchanged(monkeypatch, applicant, staff, now):
    """Something of every kind, sealed under the old key; the new one is in front."""
    accounts.correct(applicant, now=now, name="欧阳小虎", email="tiger@example.cn")
    secret = generate_totp_secret()
    TOTP.activate(staff("clerk.one"), secret)
    sealer = Sealer((NEW, OLD))
    monkeypatch.setattr(vault, "office_sealer", lambda: sealer)
    return sealer, secret


@pytest.mark.parametrize("sealed", SEALED, ids=lambda each: each.name)
def test_everything_goes_under_the_new_key(exchanged, sealed):
    assert set(sealed.counts()) == {key_id(OLD).hex()}
    assert sealed.renew(exchanged[0], 0).broken == ()
    assert set(sealed.counts()) == {key_id(NEW).hex()}


def test_a_second_factor_still_works_under_the_new_key(exchanged):
    sealer, secret = exchanged
    next(each for each in SEALED if each.name == "mfa.authenticator.data").renew(sealer, 0)
    stored = b64decode(Authenticator.objects.get().data["secret"])
    assert Sealer((NEW,)).unseal(stored, place=SECOND_FACTOR).decode() == secret


def test_a_second_round_renews_nothing(exchanged):
    for each in SEALED:
        each.renew(exchanged[0], 0)
    assert [each.renew(exchanged[0], 0).renewed for each in SEALED] == [0] * len(SEALED)
