"""The authority's register behind the office's own: asked for what the office does not hold, and never taken for "no such enterprise" when it fails."""

import pytest
from django.core.cache import caches

from gaoxing.engines.fault import Fault
from gaoxing.engines.registers import enterprises as engine
from gaoxing.office.enterprises import elsewhere
from gaoxing.office.enterprises.actions import record
from gaoxing.office.enterprises.elsewhere import BothRegisters

pytestmark = pytest.mark.django_db
CODE, NAME = "91320583MA0000007R", "昆山演练五金有限公司"


@pytest.fixture(autouse=True)
def fresh():
    """No answer of another test is remembered."""
    caches[elsewhere.CACHE].clear()
    yield
    caches[elsewhere.CACHE].clear()


@pytest.fixture
def connected(settings, monkeypatch):
    """Connects a twin; what it was asked."""
    asked = []

    def put(url="rehearsal"):
        settings.ENTERPRISES = {"GAOXING_ENTERPRISES_URL": url}
        kind = engine.TWINS[url]
        plain = kind.find
        monkeypatch.setattr(kind, "find", lambda self, **what: asked.append(what) or plain(self, **what))
        return asked

    monkeypatch.setattr(engine.Slow.__init__, "__defaults__", (0,))
    return put


def test_what_the_office_does_not_hold_is_asked_of_the_authority(connected):
    connected()
    assert [each.uscc for each in BothRegisters().find(name=NAME)] == [CODE]
    assert [each.name for each in BothRegisters().find(uscc=CODE)] == [NAME]


def test_what_the_office_holds_is_asked_of_nobody_else(connected, company, now):
    asked = connected("failing")
    record(company, now=now)
    assert [each.name for each in BothRegisters().find(uscc=company.uscc)] == [company.name]
    assert asked == []


def test_where_none_is_connected_nobody_is_asked(settings):
    settings.ENTERPRISES = {}
    assert BothRegisters().find(name=NAME) == ()


@pytest.mark.parametrize("twin", ["failing", "slow", "nonsense"])
def test_a_register_that_fails_is_a_fault_and_never_no_such_enterprise(connected, twin):
    connected(twin)
    with pytest.raises(Fault):
        BothRegisters().find(name=NAME)


def test_an_answer_is_asked_for_once_a_minute_and_nobody_too(connected):
    asked = connected()
    for _ in range(3):
        BothRegisters().find(name=NAME)
        BothRegisters().find(name="昆山查无此家有限公司")
    assert len(asked) == 2


def test_after_an_outage_nobody_waits_again_for_a_while_and_is_told_the_same(connected):
    asked = connected("slow")
    for _ in range(3):
        with pytest.raises(Fault, match="没有应答"):
            BothRegisters().find(name=NAME)
    assert len(asked) == 1


def test_a_name_that_is_but_half_said_asks_nobody(connected):
    asked = connected()
    assert BothRegisters().find(name="昆山演练五") == ()
    assert asked == []


def test_a_setting_that_cannot_be_read_is_a_fault_that_names_it(settings):
    settings.ENTERPRISES = {"GAOXING_ENTERPRISES_URL": "http://register.example"}
    with pytest.raises(Fault, match="GAOXING_ENTERPRISES_"):
        BothRegisters().find(name=NAME)
