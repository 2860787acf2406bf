"""`audit_verify` and `audit_export`, as the terminal calls them."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from gaoxing.office.audit import queries
from gaoxing.office.audit.models import Entry

pytestmark = pytest.mark.django_db


def verified(*anchors):
    """What the command says, and its exit status."""
    said = io.StringIO()
    try:
        call_command("audit_verify", anchor=list(anchors), stdout=said)
        status = 0
    except SystemExit as ended:
        status = ended.code
    return json.loads(said.getvalue()), status


def test_a_whole_chain_ends_with_nought(chain):
    verdict, status = verified()
    assert (verdict["checked"], verdict["broken"], verdict["guarded"], status) == (5, None, True, 0)


def test_a_broken_chain_ends_with_one_and_the_first_link(thief):
    thief("UPDATE audit_entry SET actor = 1 WHERE number = 3")
    verdict, status = verified()
    assert (verdict["broken"]["number"], status) == (3, 1)


def test_missing_triggers_end_with_one(chain, monkeypatch):
    monkeypatch.setattr("gaoxing.office.audit.triggers.standing", lambda _: False)
    verdict, status = verified()
    assert (verdict["broken"], verdict["guarded"], status) == (None, False, 1)


def test_an_anchor_is_compared(chain):
    number, digest = queries.head()
    assert verified(f"{number}:{digest}")[1] == 0
    assert verified(f"{number}:{'0' * 64}")[1] == 1


@pytest.mark.parametrize("anchor", ["", "5", "5:", "x:" + "0" * 64, "5:" + "0" * 63, "5:" + "g" * 64, "-1:" + "0" * 64])
def test_what_is_no_anchor_is_told(chain, anchor):
    with pytest.raises(CommandError, match="锚点要写成"):
        verified(anchor)


def test_a_database_that_does_not_open_is_trouble(chain, monkeypatch):
    def broken():
        raise DatabaseError

    monkeypatch.setattr(queries, "head", broken)
    with pytest.raises(CommandError, match="没有核验"):
        verified()


def exported(capsys, **asked):
    call_command("audit_export", **asked)
    return capsys.readouterr().out


def test_an_export_is_an_act_itself(chain, capsys):
    lines = exported(capsys, kind="jsonl").splitlines()
    assert json.loads(lines[-1])["act"] == "audit.exported"
    assert Entry.objects.filter(act="audit.exported", role="operator").count() == 1


def test_an_export_holds_what_was_asked(chain, capsys):
    out = exported(capsys, act="case.read", first="2026-11-24", last="2026-11-24")
    assert len(out.splitlines()) == 3
    assert len(exported(capsys, first="2026-11-25", last="2026-11-25", act="case.read").splitlines()) == 1


def test_an_export_goes_to_a_file_for_its_owner_alone(chain, tmp_path):
    file = tmp_path / "entries.csv"
    call_command("audit_export", output=str(file))
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.read_text(encoding="utf-8").count(",case.") == 5


@pytest.mark.parametrize(
    ("asked", "told"), [({"actor": "甲"}, "操作人编号"), ({"first": "昨天"}, "从哪天"), ({"first": "2026-11-25", "last": "2026-11-24"}, "到哪天")]
)
def test_a_filter_that_cannot_be_read_is_told(chain, asked, told):
    with pytest.raises(CommandError, match=told):
        call_command("audit_export", **asked)


def test_a_file_that_cannot_be_written_is_told(chain, tmp_path):
    with pytest.raises(CommandError, match="写不进“"):
        call_command("audit_export", output=str(tmp_path / "absent" / "entries.csv"))
