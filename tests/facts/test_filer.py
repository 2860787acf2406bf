import pytest

from gaoxing.facts.filer import enterprise_facts, filer, uscc_facts
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript

OWN = "昆山样例五金有限公司"
OTHER = "苏州样例投资有限公司"


def own(*turns):
    return filer(hear(Transcript.of(*turns)))


@pytest.mark.parametrize(
    "said",
    [
        f"我们是{OWN}",
        f"帮{OWN}办变更，股权转给{OTHER}",
        f"{OWN}要改名，改成昆山样例科技有限公司",
        f"改公司名字原来叫{OWN}新名字昆山样例科技有限公司",
        f"{OTHER}把51%转给丁大宝，公司是{OWN}",
        f"我有两个公司{OTHER}还开着别动它要注销的是{OWN}",
        f"房东是{OTHER}，我们是{OWN}",
        f"我司（{OWN}）申请变更",
        f"我是代账公司的帮客户来销户客户是{OWN}",
        f"替客户办变更的，客户公司叫{OWN}",
    ],
)
def test_whose_business_it_is(said):
    assert own(said) == OWN


def test_a_name_reported_wrongly_is_put_right():
    assert own("要注销昆山东样五金有限公司", f"名称报错了，是{OWN}") == OWN


def test_the_answer_to_the_question_counts():
    assert own("我们要变更", ("enterprise", OWN)) == OWN


def test_a_short_name_is_taken_where_no_full_one_was_said():
    assert own("你好我们是样例微电子的，想反映个问题") == "样例微电子"


def test_the_code_said_last_counts():
    said = hear(Transcript.of("代码91320583MA0000007T", "说错了，是91320583MA0000007R"))
    assert [fact.value for fact in uscc_facts(said)] == ["91320583MA0000007R"]


def test_without_a_name_there_is_no_fact():
    assert list(enterprise_facts(hear(Transcript.of("我们要变更")))) == []


@pytest.mark.parametrize("said", ["我们昆山示例表面处理有限公司投了两千多万设备都到场了", "咱们公司昆山示例表面处理有限公司投入三百万"])
def test_ones_own_enterprise_files_whatever_it_invests_in(said):
    assert [fact.value for fact in enterprise_facts(hear(Transcript.of(said)))] == ["昆山示例表面处理有限公司"]


def test_an_investor_files_for_itself():
    assert own(f"投资方{OWN}投资额三亿元整") == OWN


def test_a_uscc_without_its_word_is_one_whatever_its_check_digit():
    assert [fact.value for fact in uscc_facts(hear(Transcript.of(f"我们叫{OWN}，91320583251203377P。厂区在示例路")))] == ["91320583251203377P"]
