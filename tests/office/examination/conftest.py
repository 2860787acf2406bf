"""A shop whose application is clean: everything that must hold for a decision at once does, and each test takes one thing away."""

from dataclasses import replace

import pytest

from gaoxing.names.neighbour import State
from gaoxing.office.audit.entry import OPERATOR
from gaoxing.office.certificates import ranges
from gaoxing.office.examination import gathering
from gaoxing.office.names.entry import Entry
from gaoxing.office.names.models import NameLoad
from gaoxing.office.names.storing import store
from gaoxing.office.people.models import IdentityCheck
from gaoxing.office.people.vault import IDENTITY
from gaoxing.office.vault import digest
from gaoxing.office.zone import queries as zone
from tests.office.cases.conftest import NAME, TYPED, cast, draft_of, judged_of, owner, quick_hashes, read, sent_case, staff  # noqa: F401
from tests.office.people.conftest import signed_in  # noqa: F401

OPERATOR_NUMBER = "320583199001011216"
CLEAN = (
    f"我想办个体户，开一家面馆，名字叫{NAME}，经营者叫丁大宝，身份证号{OPERATOR_NUMBER}，手机13800001234，"
    "经营场所在昆山市玉山镇前进西路188号101室，个人经营，出资额五万元，从业人数两个人，经营餐饮服务"
)


@pytest.fixture
def switched(monkeypatch):
    """The zone's switch and the share that is drawn."""

    def put(*, on=True, sample=0):
        profile = replace(zone.profile(), automatic=on, automatic_sample=sample)
        for place in ("gaoxing.office.examination.actions.profile", "gaoxing.office.examination.queries.profile"):
            monkeypatch.setattr(place, lambda: profile)

    return put


@pytest.fixture
def clean(db, now, owner, switched, monkeypatch):  # noqa: F811
    """Everything is ready: switched on, codes at hand, a pool of names, the operator's identity proved, everybody's electronic signature there."""
    switched()
    ranges.add("MA00000A", "MA0000A0", "320583", actor=OPERATOR, now=now)
    store([Entry(3205, "昆山另一家样例餐厅", State.ACTIVE, now.date(), None)])
    NameLoad.objects.create(digest="0", began=now, finished=now)
    prove(owner, OPERATOR_NUMBER, now)
    monkeypatch.setitem(gathering._FACTS, "unsigned_electronically", lambda told: 0)


def prove(person, number, now, *, passed=True):
    told = {"document": IdentityCheck.Document.RESIDENT_ID, "number_digest": digest(number, purpose=IDENTITY), "passed": passed, "told": ""}
    return IdentityCheck.objects.create(person=person, way=IdentityCheck.Way.SERVICE, on=now.date(), at=now, **told)


@pytest.fixture
def sent(sent_case):  # noqa: F811
    """A submission of the clean shop, or of other words."""
    return lambda said=CLEAN, typed=TYPED, token="page": sent_case(said, typed, token)
