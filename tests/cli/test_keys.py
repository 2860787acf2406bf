"""`gaoxing keys`: hands its words to the office's command and tells what it says; never a key."""

import json

import pytest

from gaoxing.cli import django_command

LISTED = [
    {"id": "64dae6b943d445ee", "in_use": True, "at_hand": True, "lies": {"cases.case.words": 1200}, "whole": 1200},
    {"id": "aaaae6b943d445ee", "in_use": False, "at_hand": True, "lies": {"cases.case.resume": 2}, "whole": 2},
    {"id": "bbbbe6b943d445ee", "in_use": False, "at_hand": False, "lies": {"cases.step.words": 1}, "whole": 1},
    {"id": "", "in_use": False, "at_hand": False, "lies": {"cases.case.subject": 1}, "whole": 1},
]
ROTATED = {"key": "64dae6b943d445ee", "renewed": 1203, "broken": [], "waiting": {}}


@pytest.fixture
def office(monkeypatch):
    """An office that answers with what it is given; keeps what it was asked."""

    def answering(answer):
        asked = []

        def call(command, *, stdout, **options):
            asked.append((command, options))
            stdout.write(json.dumps(answer))

        monkeypatch.setattr(django_command, "call", call)
        return asked

    return answering


def test_keys_are_listed_by_their_ids_and_what_lies_under_them(run, office):
    office(LISTED)
    out = run("keys", "list", person=True).out
    assert "64dae6b943d445ee  在用  1,200 处" in out
    assert "cases.case.words  1,200" in out
    assert "缺这一把，下面的打不开" in out
    assert "（无编号）  没有记是哪一把" in out


def test_a_pipe_gets_the_list_as_it_is(run, office):
    asked = office(LISTED)
    assert run("keys", "list", "--json").json == LISTED
    assert asked == [("keys", {"act": "list"})]


def test_an_exchange_that_went_well_ends_with_nought(run, office):
    asked = office(ROTATED)
    outcome = run("keys", "rotate", person=True)
    assert outcome.status == 0
    assert "重新加密了 1,203 处" in outcome.out
    assert asked == [("keys", {"act": "rotate", "forget_codes": False, "another": False})]


def test_codes_that_wait_under_a_former_key_are_told(run, office):
    office(ROTATED | {"waiting": {"cases.case.resume": 3}})
    assert "还有 3 个取回码记在旧密钥下" in run("keys", "rotate", person=True).out


def test_what_does_not_open_is_told_and_ends_with_one(run, office):
    office(ROTATED | {"broken": [["cases.step.words", number] for number in range(30)]})
    outcome = run("keys", "rotate", person=True)
    assert outcome.status == 1
    assert "有 30 处打不开" in outcome.out
    assert outcome.out.count("cases.step.words") == 20
    assert run("keys", "rotate", "--json").status == 1


@pytest.mark.parametrize(("word", "option"), [("--forget-codes", "forget_codes"), ("--another", "another")])
def test_what_is_wanted_beside_is_handed_on(run, office, word, option):
    asked = office(ROTATED)
    run("keys", "rotate", word)
    assert asked[0][1][option] is True


def test_a_former_key_is_dropped_by_its_id(run, office):
    asked = office(None)
    assert "删去了编号 aaaae6b943d445ee" in run("keys", "drop", "aaaae6b943d445ee").out
    assert asked == [("keys", {"act": "drop", "key": "aaaae6b943d445ee"})]


@pytest.mark.parametrize("words", [("keys",), ("keys", "lose"), ("keys", "drop")])
def test_what_is_not_understood_is_trouble(run, office, words):
    asked = office(None)
    assert run(*words).status == 2
    assert asked == []
