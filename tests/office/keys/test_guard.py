"""With a wrong or a lost key nothing starts, nothing is lost, and no new key is made."""

import pytest
from django.db import OperationalError

from gaoxing.engines.fault import Fault
from gaoxing.office.keys import guard
from gaoxing.office.keys.guard import leave_canary, require
from gaoxing.office.keys.models import Canary
from tests.office.keys.conftest import in_use

pytestmark = pytest.mark.django_db


def test_a_new_office_gets_its_key_and_its_canary(settings, tmp_path):
    Canary.objects.all().delete()
    settings.GAOXING_KEY, settings.DATA = "", tmp_path
    leave_canary()
    assert [each.name for each in tmp_path.iterdir()] == ["sealing.key"]
    assert Canary.objects.get().key == in_use()


def test_the_right_key_passes_as_often_as_one_likes(own_file):
    leave_canary()
    leave_canary()
    assert require().keys
    assert Canary.objects.count() == 1


@pytest.mark.parametrize("with_canary", [True, False])
def test_another_key_is_refused_by_the_id_of_the_right_one(kept, settings, with_canary):
    """A database that is older than the canaries tells the key by what is sealed in it."""
    right = in_use()
    if not with_canary:
        Canary.objects.all().delete()
    settings.GAOXING_KEY = "ab" * 16
    with pytest.raises(Fault, match=right):
        require()


@pytest.mark.parametrize("with_canary", [True, False])
def test_a_lost_key_is_told_and_no_new_one_is_made(kept, own_file, with_canary):
    if not with_canary:
        Canary.objects.all().delete()
    own_file.unlink()
    with pytest.raises(Fault, match="没有找到密钥"):
        require()
    assert not own_file.exists()


def test_a_new_key_in_front_of_the_right_one_passes(kept, own_file, settings):
    settings.GAOXING_KEY = f"{'ab' * 16},{own_file.read_text()}"
    leave_canary()
    assert Canary.objects.count() == 2


def test_an_altered_canary_is_told(own_file):
    Canary.objects.update(blob=bytes(Canary.objects.get().blob)[:-1] + b"\x00")
    with pytest.raises(Fault):
        require()


def test_the_office_sees_a_new_key_file_at_once(own_file):
    before = in_use()
    own_file.write_text(f"{'cd' * 16}\n{own_file.read_text()}")
    assert in_use() != before


def test_a_first_start_that_was_broken_off_goes_on_at_the_next(kept, own_file, monkeypatch):
    """Its tables are half made and there is no canary yet: a column that is not there is not asked."""

    class Unmade:
        name = "cases.case.title"

        def counts(self):
            raise OperationalError("no such column: cases_case.title")

    Canary.objects.all().delete()
    whole = guard._columns
    monkeypatch.setattr(guard, "_columns", lambda table: whole(table) - {"title"})
    monkeypatch.setattr(guard, "everything", lambda: (Unmade(),))
    assert require().keys


def test_a_table_that_is_not_made_yet_has_no_columns():
    assert guard._columns("no_such_table") == set()
    assert "words" in guard._columns("cases_case")
