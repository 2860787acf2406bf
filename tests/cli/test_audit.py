"""`gaoxing audit`: hands its words to the office's commands and tells what they say."""

import json

import pytest

from gaoxing.cli import django_command

DIGEST = "ab" * 32
WHOLE = {"checked": 12345, "number": 12345, "digest": DIGEST, "broken": None, "guarded": True}
BROKEN = WHOLE | {"broken": {"number": 77, "differs": "这一条不见了", "found": "第 78 条", "expected": "第 77 条"}, "checked": 76}


@pytest.fixture
def office(monkeypatch):
    """An office that answers with a verdict, ending as the command does; keeps what it was asked."""

    def answering(verdict):
        asked = []

        def call(command, *, stdout=None, **options):
            asked.append((command, options))
            if stdout is not None:
                stdout.write(json.dumps(verdict))
            if verdict and (verdict["broken"] or not verdict["guarded"]):
                raise SystemExit(1)

        monkeypatch.setattr(django_command, "call", call)
        return asked

    return answering


@pytest.mark.parametrize(("verdict", "status"), [(WHOLE, 0), (BROKEN, 1), (WHOLE | {"guarded": False}, 1)])
def test_a_broken_chain_ends_with_one(run, office, verdict, status):
    office(verdict)
    outcome = run("audit", "verify", "--json")
    assert (outcome.status, outcome.json) == (status, verdict)


def test_the_first_broken_link_is_shown_with_what_differs(run, office):
    office(BROKEN)
    out = run("audit", "verify", person=True).out
    assert "审计链在第 77 条断了：这一条不见了。" in out
    assert "第 78 条" in out
    assert "之前的 76 条都对得上" in out


def test_a_whole_chain_says_what_to_note(run, office):
    office(WHOLE)
    out = run("audit", "verify", person=True).out
    assert "核了 12,345 条，都对得上" in out
    assert f"12345:{DIGEST}" in out


def test_missing_triggers_are_told(run, office):
    office(WHOLE | {"guarded": False})
    assert "触发器不全" in run("audit", "verify", person=True).out


def test_anchors_are_handed_on(run, office):
    asked = office(WHOLE)
    run("audit", "verify", "--anchor", f"1:{DIGEST}", "--anchor", f"2:{DIGEST}")
    assert asked == [("audit_verify", {"anchor": [f"1:{DIGEST}", f"2:{DIGEST}"]})]


def test_an_export_is_asked_for_as_it_is_typed(run, office):
    asked = office(None)
    run("audit", "export", "--kind", "jsonl", "--act", "draft.deleted", "--first", "2026-11-01", "-o", "out.jsonl")
    command, options = asked[0]
    assert (command, options["kind"], options["output"], options["act"]) == ("audit_export", "jsonl", "out.jsonl", "draft.deleted")
    assert (str(options["first"]), options["last"]) == ("2026-11-01", None)


@pytest.mark.parametrize("words", [("audit",), ("audit", "lose"), ("audit", "export", "--kind", "xlsx"), ("audit", "export", "--first", "昨天")])
def test_what_is_not_understood_is_trouble(run, office, words):
    asked = office(WHOLE)
    assert run(*words).status == 2
    assert asked == []
