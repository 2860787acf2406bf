"""Names, numbers and receipts are sealed and come under a new key with everything else."""

import pytest

from gaoxing.engines.sealing import Sealer
from gaoxing.office.signatures import actions, sealed
from gaoxing.office.signatures.models import Signer
from gaoxing.office.vault import office_sealer
from tests.office.signatures.test_actions import sign

pytestmark = pytest.mark.django_db


def test_everything_sealed_is_brought_under_a_new_key(proved, now):
    signer, person = proved()
    sign(signer, person, now)
    actions.object_to(signer, "出资写错了", now=now)
    newer = Sealer((b"\x0f" * 16, *office_sealer().keys))
    done = {each.name: each.renew(newer, 0) for each in sealed.SEALED[:3]}
    assert {name: (step.renewed, step.broken) for name, step in done.items()} == {
        "signatures.signer.who": (1, ()),
        "signatures.signer.objection": (1, ()),
        "signatures.signature.told": (2, ()),
    }


def test_a_key_of_a_signer_can_be_made_anew(proved):
    signer, _ = proved()
    assert sealed._key(signer) == signer.key
    assert Signer.objects.filter(key=sealed._key(signer)).exists()
