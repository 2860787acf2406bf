"""Single points of what statements come to; whole statements are in tests/matters/test_statements.py. Everybody and every number is made up."""

from datetime import date

import pytest

from gaoxing.intake import receive
from gaoxing.speech.transcript import Transcript

TODAY = date(2026, 11, 25)


def value(field, *turns):
    return receive(Transcript.of(*turns), on=TODAY, matter_id="deregistration").form.value(field)


@pytest.mark.parametrize(
    ("said", "procedure"),
    [
        ("走简易注销", "simplified"),
        ("办普通注销", "ordinary"),
        ("不走简易，走普通程序", "ordinary"),
        ("先说普通注销，不对，走简易注销", "simplified"),
        ("来注销", None),
    ],
)
def test_the_procedure_said_last_counts(said, procedure):
    assert value("procedure", said) == procedure


@pytest.mark.parametrize(
    ("said", "debts"),
    [("无债权债务", "none"), ("债权债务已经清理完毕", "settled"), ("还欠供应商货款没还", "open"), ("债权债务还没清完", "open"), ("来注销公司", None)],
)
def test_what_is_said_of_debts_is_read(said, debts):
    assert value("debts", said) == debts


@pytest.mark.parametrize(
    ("said", "taxes"),
    [
        ("清税证明已经出了", "cleared"),
        ("税务都注销好了", "cleared"),
        ("税还没清", "open"),
        ("没有涉及纳税义务", "none"),
    ],
)
def test_what_is_said_of_taxes_is_read(said, taxes):
    assert value("tax_clearance", said) == taxes


@pytest.mark.parametrize(("said", "announced"), [("公告期满了", "yes"), ("还没登公告", "no"), ("公示期还没满", "no")])
def test_what_is_said_of_the_announcement_is_read(said, announced):
    assert value("announced", said) == announced


def test_a_bare_answer_fills_the_blank_asked_about():
    assert value("barred", "走简易注销", ("barred", "没有")) == "no"


@pytest.mark.parametrize(
    ("said", "enterprise"),
    [
        ("把昆山禾木科技有限公司法人换成何莉莉，完了再帮我把昆山新光电子有限公司注销了", "昆山新光电子有限公司"),
        ("昆山禾木科技有限公司要换地址，注销昆山新光电子有限公司", "昆山新光电子有限公司"),
        ("昆山禾木科技有限公司法人变更没办成，现在想注销", "昆山禾木科技有限公司"),
    ],
)
def test_of_two_enterprises_the_one_that_is_closed_down_is_meant(said, enterprise):
    assert value("enterprise", said) == enterprise
