"""The authority's register of enterprises: over HTTP against a server of the test, its rehearsal, its failing twins and its settings."""

import json

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.engines.registers.enterprises import TWINS, Failing, Nonsensical, Rehearsal, Slow, chosen

CODE, NAME = "91320583MA0000007R", "昆山样例五金有限公司"
ROW = {"creditCode": CODE, "entName": NAME, "type": "1130", "state": "1", "person": {"name": "王大锤"}}
FIELDS = {"uscc": "creditCode", "name": "entName", "kind": "type", "status": "state", "legal_representative": "person.name"}


def settings(url, **more):
    told = {
        "URL": url,
        "BODY": '{"code": "{uscc}", "name": "{name}"}',
        "KEY": "secret",
        "LIST": "data.rows",
        "FIELDS": json.dumps(FIELDS),
        "KINDS": '{"1130": "limited_liability", "*": "other"}',
        "STATES": '{"1": "active", "2": "revoked"}',
    }
    return {f"GAOXING_ENTERPRISES_{name}": value for name, value in (told | more).items()}


@pytest.fixture
def register(server):
    return chosen(settings(f"{server[0]}/find"), seconds=2)


def rows(*found):
    return (200, {"data": {"rows": list(found)}})


def test_by_its_code_an_enterprise_is_read_as_the_operator_mapped_it(server, register):
    server[2].append(rows(ROW))
    (found,) = register.find(uscc=CODE)
    assert (found.name, found.kind, found.status, found.legal_representative) == (NAME, "limited_liability", "active", "王大锤")
    assert server[1] == [("POST", "/find", {"code": CODE, "name": ""})]


def test_by_its_name_only_those_of_exactly_this_name_are_found(server, register):
    server[2].append(rows(ROW, ROW | {"entName": "昆山样例五金二厂有限公司"}))
    assert [each.name for each in register.find(name=NAME)] == [NAME]


def test_an_empty_list_alone_says_that_there_is_no_such_enterprise(server, register):
    server[2].append(rows())
    assert register.find(name=NAME) == ()


def test_a_kind_that_is_not_listed_is_what_the_star_says(server, register):
    server[2].append(rows(ROW | {"type": "9999"}))
    assert register.find(uscc=CODE)[0].kind == "other"


@pytest.mark.parametrize(
    "answer",
    [
        (200, {}),
        (200, []),
        (200, {"data": None}),
        (200, {"data": {"rows": None}}),
        (200, {"data": {"rows": {"0": ROW}}}),
        (200, {"data": {"rows": "[]"}}),
        rows("no row"),
        rows({}),
        rows(ROW | {"creditCode": "12"}),
        rows(ROW | {"creditCode": "91320583MA000000XX"}),
        rows(ROW | {"entName": 7}),
        rows(ROW | {"state": "9"}),
        rows(ROW | {"creditCode": "92320583MA00000A97"}),
    ],
)
def test_nonsense_is_a_fault_and_never_no_such_enterprise(server, register, answer):
    server[2].append(answer)
    with pytest.raises(Fault, match="看不懂") as told:
        register.find(uscc=CODE)
    assert not told.value.permanent
    assert NAME not in told.value.message


@pytest.mark.parametrize(("answer", "permanent"), [((500, {}), False), ((404, {}), True), ((200, b"<html>"), False), ((401, {}), True)])
def test_an_outage_and_a_refusal_are_faults(server, register, answer, permanent):
    server[2].append(answer)
    with pytest.raises(Fault, match="登记簿") as told:
        register.find(name=NAME)
    assert told.value.permanent is permanent


def test_a_slow_answer_is_none(server):
    server[2].append((*rows(ROW), 0.6))
    with pytest.raises(Fault, match="没有应答"):
        chosen(settings(f"{server[0]}/find"), seconds=0.1).find(uscc=CODE)


def test_without_code_and_name_nobody_is_asked(server, register):
    assert register.find() == ()
    assert server[1] == []


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("URL", "http://register.example/"),
        ("BODY", ""),
        ("BODY", '{"code": "{uscc}"}'),
        ("LIST", ""),
        ("FIELDS", ""),
        ("FIELDS", '["uscc"]'),
        ("FIELDS", '{"uscc": "a", "name": "b"}'),
        ("FIELDS", json.dumps(FIELDS | {"colour": "c"})),
        ("KINDS", "{"),
        ("STATES", '{"1": 1}'),
    ],
)
def test_a_setting_that_cannot_be_read_is_named(name, written):
    with pytest.raises(Fault, match=f"GAOXING_ENTERPRISES_{name}") as told:
        chosen(settings("https://register.example/", **{name: written}))
    assert told.value.permanent


@pytest.mark.parametrize(("url", "kind"), TWINS.items())
def test_the_rehearsal_and_its_twins_are_set_by_name(url, kind):
    assert type(chosen({"GAOXING_ENTERPRISES_URL": url})) is kind
    assert chosen({}) is None


def test_the_rehearsal_holds_one_enterprise_and_fails_by_name():
    assert len(Rehearsal().find(uscc=CODE)) == 1
    assert Rehearsal().find(name="昆山无此有限公司") == ()
    with pytest.raises(Fault):
        Rehearsal().find(name="昆山外部故障有限公司")


@pytest.mark.parametrize("twin", [Failing(), Nonsensical(), Slow(seconds=0)])
def test_the_twins_never_say_that_there_is_no_such_enterprise(twin):
    with pytest.raises(Fault):
        twin.find(uscc=CODE)
