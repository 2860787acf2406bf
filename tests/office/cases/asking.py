"""A correction that is asked, for the tests that need one."""

from gaoxing.casework.acting import Reason
from gaoxing.office.cases.firing import fire
from gaoxing.office.firing.pressed import Pressed

POINTS = (Reason("missing_paper", "缺租赁合同，请补一份", "经营场所证明"), Reason("illegible", "身份证反面看不清，请重拍"))


def ask(case, cast, now):
    """The case after a clerk asked for two corrections."""
    return fire(case.number, Pressed("ask_correction", reasons=POINTS), cast["window_clerk"], now=now)
