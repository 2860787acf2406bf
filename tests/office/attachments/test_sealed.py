"""A change of keys reaches the names and the files of attachments, and may be broken off."""

import pytest

from gaoxing.engines.sealing import key_id
from gaoxing.office.attachments import queries, store
from gaoxing.office.attachments.sealed import SEALED
from gaoxing.office.sealed import everything
from gaoxing.office.vault import office_sealer
from tests.office.attachments.conftest import PDF, PHOTO

pytestmark = pytest.mark.django_db

NEW = bytes([255]) * 16


@pytest.fixture
def exchanged(settings):
    """Puts a new key in front."""

    def exchange():
        settings.GAOXING_KEY = f"{NEW.hex()},{settings.GAOXING_KEY}"
        return office_sealer()

    return exchange


def test_names_and_files_open_with_the_new_key_alone(receive, exchanged, settings):
    made, sealer = receive(), exchanged()
    assert [each.renew(sealer, 0).renewed for each in SEALED] == [1, 2]
    assert [each.renew(sealer, 0).renewed for each in SEALED] == [0, 0]
    settings.GAOXING_KEY = NEW.hex()
    made.refresh_from_db()
    assert (queries.name_of(made), store.get(made.token, store.CONTENT)) == ("身份证.jpg", PHOTO)


def test_how_many_are_under_which_key_is_counted(receive, exchanged):
    receive()
    old = key_id(office_sealer().keys[0]).hex()
    assert [dict(each.counts()) for each in SEALED] == [{old: 1}, {old: 2}]
    SEALED[1].renew(exchanged(), 0)
    assert dict(SEALED[1].counts()) == {key_id(NEW).hex(): 2}


def test_a_broken_file_is_told_and_the_others_are_renewed(receive, files, exchanged):
    broken, sound = receive(), receive(PDF)
    (files.folder / broken.token[:2] / f"{broken.token}.content").write_bytes(b"GXF" + bytes(60))
    step = SEALED[1].renew(exchanged(), 0)
    assert (step.renewed, step.broken, step.after) == (2, (broken.pk,), sound.pk)


def test_the_steps_end(receive, exchanged):
    last = receive()
    assert SEALED[1].renew(exchanged(), last.pk).after is None


def test_the_office_knows_that_attachments_seal():
    assert {each.name for each in SEALED} <= {each.name for each in everything()}
