"""The register of the population: over HTTP against a server of the test, its rehearsal, its failing twins and its settings."""

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.engines.registers.population import TWINS, Failing, Nonsensical, Rehearsal, Slow, chosen

NAME, NUMBER = "丁大宝", "320583199001011216"


def settings(url, **more):
    told = {"BODY": '{"xm": "{name}", "sfzh": "{number}"}', "KEY": "secret", "RESULT": "data.result", "SAME": "01, match,true", "OTHER": "02,false"}
    return {"GAOXING_REAL_NAME": url} | {f"GAOXING_REAL_NAME_{name}": value for name, value in (told | more).items()}


@pytest.fixture
def register(server):
    return chosen(settings(f"{server[0]}/verify"), seconds=2)


def test_name_and_number_are_posted_where_the_operator_wrote_them(server, register):
    server[2].append((200, {"data": {"result": "01"}}))
    assert register.belong(NAME, NUMBER)
    assert server[1] == [("POST", "/verify", {"xm": NAME, "sfzh": NUMBER})]


@pytest.mark.parametrize(("word", "belongs"), [("01", True), ("match", True), (True, True), ("02", False), (False, False)])
def test_only_the_words_that_were_set_are_a_verdict(server, register, word, belongs):
    server[2].append((200, {"data": {"result": word}}))
    assert register.belong(NAME, NUMBER) is belongs


@pytest.mark.parametrize(
    "answer",
    [
        {},
        [],
        {"data": None},
        {"data": {"result": None}},
        {"data": {"result": "03"}},
        {"data": {"result": ["01"]}},
        {"data": {"result": {"01": 1}}},
        {"data": {"result": ""}},
    ],
)
def test_nonsense_is_a_fault_and_neither_passed_nor_failed(server, register, answer):
    server[2].append((200, answer))
    with pytest.raises(Fault, match="看不懂") as told:
        register.belong(NAME, NUMBER)
    assert not told.value.permanent


@pytest.mark.parametrize(("answer", "permanent"), [((500, {}), False), ((429, {}), False), ((200, b"<html>"), False), ((403, {}), True), ((302, {}), True)])
def test_an_outage_and_a_refusal_are_faults_that_say_what_next(server, register, answer, permanent):
    server[2].append(answer)
    with pytest.raises(Fault, match="窗口当面核对") as told:
        register.belong(NAME, NUMBER)
    assert told.value.permanent is permanent


def test_a_slow_answer_is_none_even_where_it_would_say_yes(server):
    server[2].append((200, {"data": {"result": "01"}}, 0.6))
    with pytest.raises(Fault, match="没有应答"):
        chosen(settings(f"{server[0]}/verify"), seconds=0.1).belong(NAME, NUMBER)


def test_who_is_not_there_is_an_outage():
    with pytest.raises(Fault, match="没有应答"):
        chosen(settings("http://127.0.0.1:9/")).belong(NAME, NUMBER)


def test_a_fault_repeats_neither_name_nor_number_nor_key(server, register):
    server[2].append((500, {"name": NAME, "number": NUMBER}))
    with pytest.raises(Fault) as told:
        register.belong(NAME, NUMBER)
    assert not any(each in told.value.message + repr(register) for each in (NAME, NUMBER, "secret"))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("BODY", "not json"),
        ("BODY", '{"xm": "{name}"}'),
        ("BODY", '{"n": "{number}"}'),
        ("RESULT", ""),
        ("SAME", ""),
        ("OTHER", ""),
        ("OTHER", ","),
        ("OTHER", "01"),
    ],
)
def test_a_setting_that_cannot_be_read_is_named(name, written):
    with pytest.raises(Fault, match=f"GAOXING_REAL_NAME_{name}") as told:
        chosen(settings("https://names.example/", **{name: written}))
    assert told.value.permanent


@pytest.mark.parametrize("url", ["http://names.example/", "ftp://names.example", "names", "rehearse"])
def test_an_address_that_is_none_is_no_rehearsal_either(url):
    with pytest.raises(Fault, match="GAOXING_REAL_NAME"):
        chosen(settings(url))


def test_nothing_set_is_nothing_connected():
    assert chosen({}) is None
    assert chosen({"GAOXING_REAL_NAME": "  "}) is None


@pytest.mark.parametrize(("url", "kind"), TWINS.items())
def test_the_rehearsal_and_its_twins_are_set_by_name(url, kind):
    assert type(chosen({"GAOXING_REAL_NAME": url})) is kind


def test_the_rehearsal_goes_by_the_name():
    assert Rehearsal().belong(NAME, NUMBER)
    assert not Rehearsal().belong("丁不符", NUMBER)
    with pytest.raises(Fault):
        Rehearsal().belong("丁故障", NUMBER)


@pytest.mark.parametrize("twin", [Failing(), Nonsensical(), Slow(seconds=0)])
def test_the_twins_never_give_a_verdict(twin):
    with pytest.raises(Fault) as told:
        twin.belong(NAME, NUMBER)
    assert not told.value.permanent
