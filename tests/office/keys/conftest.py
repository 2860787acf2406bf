"""An office with its key in the key file and something of every kind sealed under it."""

import pytest

from gaoxing.engines.sealing import key_id, make_key
from gaoxing.office.cases import actions, recordings, resumption
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.recordings import Consent
from gaoxing.office.cases.words import Words
from gaoxing.office.keys.guard import leave_canary
from gaoxing.office.keys.models import Canary
from gaoxing.office.vault import office_sealer

SOUND = b"RIFF" + b"\x01" * 500


@pytest.fixture
def own_file(db, settings, tmp_path):
    """The key lies in the data folder."""
    settings.GAOXING_KEY, settings.DATA = "", tmp_path
    make_key(tmp_path)
    Canary.objects.all().delete()
    leave_canary()
    return tmp_path / "sealing.key"


@pytest.fixture
def kept(own_file, now, taken, statement):
    """Three drafts with words, form, history and a recording each, as the office stored them; one can be taken up by a code."""
    cases = [actions.open_draft(now=now) for _ in range(3)]
    for case in cases:
        actions.rewrite(case, Words().state(statement), taken.form, matter="company_registration", now=now, subject=subject(taken.form))
        recordings.keep(case, SOUND, token="a" * 10, milliseconds=1000, consent=Consent("1", 7), now=now)
    code = resumption.make(cases[0], now=now)
    return [Case.objects.get(pk=case.pk) for case in cases], code


def subject(form):
    from gaoxing.office.cases.subject import subject_digest

    return subject_digest(form)


def in_use():
    """The id of the key in use."""
    return key_id(office_sealer().keys[0]).hex()
