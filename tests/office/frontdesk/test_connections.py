"""The look-over of what is connected: each setting that cannot be read is named, and nobody is asked anything."""

import pytest

from gaoxing.engines.registers.population import Rehearsal
from gaoxing.office.frontdesk import connections

TAX = {"GAOXING_TAX_URL": "http://tax.example"}


def test_where_nothing_is_set_nothing_is_wrong():
    right, told = connections.looked()
    assert right
    assert "没有接" in told


def test_what_is_connected_is_named(settings, monkeypatch):
    monkeypatch.setattr(Rehearsal, "belong", lambda *told: pytest.fail("somebody was asked"))
    settings.REAL_NAME_SERVICE, settings.SIGNING = "rehearsal", {"GAOXING_SIGNING_URL": "rehearsal"}
    settings.BODIES, settings.ENTERPRISES = {"GAOXING_TAX_URL": "rehearsal"}, {"GAOXING_ENTERPRISES_URL": "rehearsal"}
    assert connections.looked() == (True, "接上的：实名核验、市场监管登记簿、电子签名、税务信息确认。")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"REAL_NAME_SERVICE": "https://names.example"}, "GAOXING_REAL_NAME_RESULT"),
        ({"ENTERPRISES": {"GAOXING_ENTERPRISES_URL": "https://register.example"}}, "GAOXING_ENTERPRISES_LIST"),
        ({"SIGNING": {"GAOXING_SIGNING_URL": "https://signing.example"}}, "GAOXING_SIGNING_NAME"),
        ({"BODIES": TAX}, "GAOXING_TAX_"),
        ({"BODIES": {"GAOXING_BANK_URL": "https://bank.example"}}, "GAOXING_BANK_"),
    ],
)
def test_a_setting_that_cannot_be_read_is_named(settings, change, named):
    for name, value in change.items():
        setattr(settings, name, value)
    right, told = connections.looked()
    assert not right
    assert named in told
    assert "docs/operating.md" in told


def test_all_that_is_wrong_is_told_at_once(settings):
    settings.BODIES, settings.REAL_NAME_SERVICE = TAX, "rehearse"
    told = connections.looked()[1]
    assert "GAOXING_TAX_" in told
    assert "GAOXING_REAL_NAME" in told
