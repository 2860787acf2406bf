"""The look-overs' shared frame."""

import json
from io import StringIO

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.office.self_check import SelfCheck


def fails():
    raise Fault("钥匙不在", permanent=True)


def breaks():
    raise OSError("disk")


def looked_over(*checks, **settings):
    out = StringIO()
    command = type("Command", (SelfCheck,), {"checks": checks, "trouble": "{}：请检查", **settings})(stdout=out)
    try:
        command.handle()
    except SystemExit as ended:
        return ended.code, [json.loads(line) for line in out.getvalue().splitlines()]
    return 0, [json.loads(line) for line in out.getvalue().splitlines()]


def test_all_well_ends_without_a_status():
    assert looked_over(("key", lambda: (True, "密钥可用"))) == (0, [{"check": "key", "ok": True, "message": "密钥可用"}])


def test_every_check_is_told_though_an_earlier_one_fails():
    status, told = looked_over(("key", fails), ("folder", lambda: (True, "可以写入")))
    assert (status, [each["ok"] for each in told]) == (1, [False, True])
    assert told[0]["message"] == "钥匙不在"


def test_trouble_that_is_expected_becomes_a_sentence():
    status, [told] = looked_over(("disk", breaks), expected=(OSError,))
    assert (status, told["message"]) == (1, "OSError：请检查")


def test_trouble_that_nobody_expected_is_not_swallowed():
    with pytest.raises(OSError, match="disk"):
        looked_over(("disk", breaks), expected=(ValueError,))
