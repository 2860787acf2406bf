"""What is done to the register at the machine stands in the audit, without a name or a code."""

import io

import pytest
from django.core.management import CommandError, call_command

from gaoxing.office.audit.models import Entry

pytestmark = pytest.mark.django_db
CODE, NAME = "91320583MA0000007R", "昆山样例五金有限公司"


@pytest.fixture
def loaded(tmp_path):
    file = tmp_path / "enterprises.csv"
    file.write_text(f"统一社会信用代码,名称\n{CODE},{NAME}\n", encoding="utf-8")
    call_command("load_enterprises", file=str(file), stdout=io.StringIO())


def test_a_load_is_kept_as_the_operators_act(loaded):
    entry = Entry.objects.get(act="register.loaded")
    assert (entry.role, entry.actor, bool(entry.details)) == ("operator", 0, True)


@pytest.mark.parametrize("asked", [CODE, NAME])
def test_a_look_is_kept_whatever_was_asked(loaded, asked):
    call_command("show_enterprise", subject=asked, stdout=io.StringIO())
    assert Entry.objects.filter(act="register.read").count() == 1
    assert not [word for word in (CODE, NAME) if word in str(list(Entry.objects.values_list()))]


def test_a_look_that_found_nothing_is_kept_too(loaded):
    with pytest.raises(CommandError):
        call_command("show_enterprise", subject="昆山没有有限公司", stdout=io.StringIO())
    assert Entry.objects.filter(act="register.read").exists()
