"""Everything that an app of the office seals is known to the exchange of keys: what is forgotten would be lost with the former key."""

import pytest
from django.apps import apps
from django.db.models import BinaryField

from gaoxing.engines.sealing import key_id
from gaoxing.office.cases import actions
from gaoxing.office.cases.models import Case
from gaoxing.office.sealed import KeyedDigest, everything
from gaoxing.office.vault import DIGEST, digest, office_sealer

NOT_BROUGHT_ALONG = {"keys.canary.blob", "zone.zoneversion.logo", "certificates.seal.picture"}
"""Sealed under one key each and forgotten with it; for everybody to see."""

OF_MINUTES = {"people.signincode.digest", "people.signincode.mobile_digest"}
"""Digests that are over before a former key is dropped."""

OF_A_MOMENT = {"people.identitycheck.number_digest"}
"""What was seen once and is never sealed: it tells only whether the same number is shown again under the same key."""


def test_every_column_of_blobs_is_brought_along_to_a_new_key():
    blobs = {f"{model._meta.label_lower}.{field.name}" for model in apps.get_models() for field in model._meta.fields if isinstance(field, BinaryField)}
    ours = {each for each in blobs if apps.get_app_config(each.split(".")[0]).name.startswith("gaoxing.")}
    assert ours - NOT_BROUGHT_ALONG <= {each.name for each in everything()}


def test_every_column_of_keyed_digests_is_made_anew_with_a_new_key():
    digests = {
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.fields
        if getattr(field, "max_length", None) == DIGEST and model._meta.app_label != "audit"
    }
    assert digests - OF_MINUTES - OF_A_MOMENT <= {each.name for each in everything()}


@pytest.mark.django_db
def test_what_is_sealed_tells_its_name_and_how_much_there_is():
    for each in everything():
        assert each.name.count(".") == 2
        assert dict(each.counts()) == {}
        assert each.renew(office_sealer(), 0).after is None


@pytest.fixture
def older(now, settings):
    """A draft whose subject was digested before a key told its id, and one under a former key."""
    settings.GAOXING_KEY = "0a" * 16
    cases = [actions.open_draft(now=now) for _ in range(2)]
    settings.GAOXING_KEY = f"{'0b' * 16},{'0a' * 16}"
    Case.objects.filter(pk=cases[0].pk).update(subject="ab" * 32)
    Case.objects.filter(pk=cases[1].pk).update(subject=f"{'cd' * 32}.{'0' * 16}")
    return cases


@pytest.mark.django_db
def test_digests_that_do_not_tell_their_key_are_counted_apart(older):
    assert KeyedDigest("cases.Case", "subject", lambda case: None).counts() == {"": 1, "0" * 16: 1}


@pytest.mark.django_db
def test_what_is_made_anew_is_no_longer_counted_apart(older):
    renewing = KeyedDigest("cases.Case", "subject", lambda case: digest(str(case.pk), purpose="subject"))
    assert renewing.renew(office_sealer(), 0).renewed == 2
    assert renewing.counts() == {key_id(office_sealer().keys[0]).hex(): 2}


@pytest.mark.django_db
def test_what_nobody_knows_stays_until_it_is_given_up(older):
    kept = KeyedDigest("cases.Case", "subject", lambda case: None, forgotten={"subject": ""})
    assert kept.renew(office_sealer(), 0).renewed == 0
    assert kept.forget(office_sealer()) == 2
    assert kept.counts() == {}
