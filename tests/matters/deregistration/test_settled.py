"""What is settled before an end, as it is said. Everybody and every number is made up."""

from datetime import date

import pytest

from gaoxing.intake import receive
from gaoxing.speech.transcript import Transcript

TODAY = date(2026, 11, 25)
OURS = "昆山泊川贸易有限公司要注销，"
BLANKS = ("procedure", "sole_shareholder", "debts", "tax_clearance", "announced", "barred")


def told(*turns):
    form = receive(Transcript.of(*turns), on=TODAY, matter_id="deregistration").form
    asked = {each.field: each.readings for each in form.asks if each.field in BLANKS}
    return {**{blank: form.value(blank) for blank in BLANKS if form.value(blank) is not None}, **asked}


@pytest.mark.parametrize(
    ("said", "blanks"),
    [
        ("没有债权债务，税清过了", {"debts": "none", "tax_clearance": "cleared"}),
        ("公告已经登满45天了", {"announced": "yes"}),
        ("公示期满了", {"announced": "yes"}),
        ("公告登了还没到四十五天", {"announced": "no"}),
        ("债权债务都清理完了，清税证明也拿到了", {"debts": "settled", "tax_clearance": "cleared"}),
        ("现在没有债务了，都结清了", {"debts": "settled"}),
        ("外面还欠着人家的货款", {"debts": "open"}),
        ("税务那边已经办完清税了", {"tax_clearance": "cleared"}),
        ("税还没清", {"tax_clearance": "open"}),
        ("走普通注销，公司就我一个股东", {"procedure": "ordinary", "sole_shareholder": "yes"}),
        ("走简易注销，股权被冻结着", {"procedure": "simplified", "barred": "yes"}),
        ("还是走简易注销吧", {"procedure": "simplified"}),
        ("先简易注销试试，不行再走普通注销", {"procedure": "simplified"}),
        ("税务注销证明拿到了", {"tax_clearance": "cleared"}),
        ("我们欠税", {"tax_clearance": "open"}),
        ("公司被列入经营异常名录了", {"barred": "yes"}),
    ],
)
def test_what_is_said_plainly_is_read(said, blanks):
    assert told(OURS + said) == blanks


@pytest.mark.parametrize(
    "said",
    [
        "能不能走简易注销",
        "简易注销和普通注销有什么区别",
        "听说简易注销快",
        "公告已经登了",
        "公告期什么时候满啊",
        "公告期满以后才能来是吗",
        "债权债务清理完没有我不清楚",
        "税清了没有要去问会计",
        "等税清了再来",
        "没有欠税",
        "公告到期日是12月3号",
        "不存在债权债务纠纷",
        "没有债权人来申报",
        "没有被列入异常，也没有官司",
        "股权没有被冻结",
        "从来没报过税也没开过票",
    ],
)
def test_what_is_asked_awaited_or_told_by_half_gives_nothing(said):
    assert told(OURS + said) == {}


@pytest.mark.parametrize(
    ("blank", "answer", "value"),
    [
        ("procedure", "简易的", "simplified"),
        ("procedure", "普通的吧", "ordinary"),
        ("debts", "没发生过", "none"),
        ("debts", "都还清了", "settled"),
        ("debts", "还有一笔没收回来", "open"),
        ("debts", "没有", ("none", "open")),
        ("debts", "从来没有", "none"),
        ("debts", "还没清完", "open"),
        ("announced", "还差几天", "no"),
        ("tax_clearance", "没涉及税", "none"),
        ("tax_clearance", "还没有", "open"),
        ("announced", "昨天刚满", "yes"),
        ("announced", "没满", "no"),
        ("sole_shareholder", "是两个人", "no"),
        ("sole_shareholder", "不是，有两个", "no"),
    ],
)
def test_a_bare_answer_is_read_in_the_light_of_its_question(blank, answer, value):
    assert told(OURS, (blank, answer)) == {blank: value}


@pytest.mark.parametrize(("answer", "value"), [("都没有", "no"), ("有，股权出质了", "yes"), ("还对外投资了一家公司", "yes"), ("什么叫对外投资", None)])
def test_what_bars_the_simplified_way_is_read_from_the_answer(answer, value):
    assert told(OURS + "走简易注销", ("barred", answer)).get("barred") == value


def test_a_debt_that_may_be_none_or_open_is_settled_by_the_next_answer():
    assert told(OURS, ("debts", "没有"), ("debts", "从来没有发生过"))["debts"] == "none"
