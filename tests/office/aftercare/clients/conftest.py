"""The cast of the clients: a list with a few enterprises and projects, entered through the actions. Names and numbers are invented."""

from datetime import timedelta

import pytest

from gaoxing.office.aftercare.clients.visits import Noted, record
from gaoxing.office.aftercare.models import Client
from gaoxing.office.aftercare.stewards import Listed, enlist, entrust
from tests.office.aftercare.desk.conftest import staff_in, today  # noqa: F401
from tests.office.people.conftest import signed_in  # noqa: F401

SAID = "生产正常。车间老是跳闸，料都废了；另外员工停车位不够。"


@pytest.fixture
def listed(cast, now):
    """Puts a client on the list, with its steward where one is named."""

    def made(code, steward="", *, kind="enterprise", name="", **columns):
        told = Listed(Client.Kind(kind), code, name or f"昆山样例{code}有限公司", columns.pop("contact", ""), columns.pop("mobile", ""))
        client = enlist(told, cast["leader"], now=now)
        if steward:
            entrust(client, cast[steward], cast["leader"], now=now)
        Client.objects.filter(pk=client.pk).update(**columns)
        client.refresh_from_db()
        return client

    return made


@pytest.fixture
def of_steward(staff_in):  # noqa: F811
    """The browser of the first steward."""
    return staff_in("steward")


@pytest.fixture
def of_leader(staff_in):  # noqa: F811
    """The browser of the leader."""
    return staff_in("leader")


@pytest.fixture
def visited(cast, now):
    """Enters a visit by one of the cast, so many days before the moment of the tests."""

    def made(client, who="steward", *, ago=0, said=SAID, how="on_site", found=""):
        return record(client, Noted(how, now - timedelta(days=ago), said, found), cast[who], now=now)

    return made
