import pytest

from gaoxing.facts.reason import reason_facts
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def reason(*turns):
    return next((fact.value for fact in reason_facts(hear(Transcript.of(*turns)))), None)


@pytest.mark.parametrize(
    ("said", "clause"),
    [
        ("因经营期限届满，昆山样例贸易有限公司申请注销登记", "经营期限届满"),
        ("昆山样例贸易有限公司由于市场不好，来注销", "市场不好"),
        ("注销原因是连年亏损", "连年亏损"),
        ("原因么你就写年老体弱", "年老体弱"),
        ("鉴于股东会决定不再经营，办理注销登记", "股东会决定不再经营"),
        ("公司要关掉了因为房租太贵做不下去了我来办注销", "房租太贵做不下去了"),
        ("客户都跑了，所以来办注销", "客户都跑了"),
        ("昆山样例贸易有限公司股东会决议解散，办理注销", "股东会决议解散"),
        ("昆山样例贸易有限公司被苏州样例投资有限公司吸收合并，申请注销", "被苏州样例投资有限公司吸收合并"),
        ("公司叫昆山样例贸易有限公司一直没有经营过清税证明也开好了", "一直没有经营过"),
        ("简易注销，未开展经营活动，无债权债务", "未开展经营活动"),
    ],
)
def test_the_reason_is_the_bare_clause(said, clause):
    assert reason(said) == clause


@pytest.mark.parametrize("said", ["来注销公司", "简易注销", "清税证明出了，公告期也满了", "债权债务清理完毕，申请注销登记", "员工都遣散了，来办注销"])
def test_the_procedure_is_no_reason(said):
    assert reason(said) is None


@pytest.mark.parametrize(
    ("answer", "clause"),
    [
        ("股东决定解散。", "股东决定解散"),
        ("因为老板要回老家了", "老板要回老家了"),
        ("简易注销，没有开展过经营", "没有开展过经营"),
        ("嗯就是没有生意做了吧", "没有生意做了"),
    ],
)
def test_a_bare_answer_is_the_reason(answer, clause):
    assert reason("来注销", ("reason", answer)) == clause


def test_a_later_word_puts_the_reason_right():
    assert reason("注销，原因是经营不善", ("reason", "不是经营不善，是股东决定解散")) == "股东决定解散"


def test_an_answer_that_adds_nothing_leaves_the_reason():
    assert reason("注销，原因写股东会决议解散", ("reason", "不改，就写这个")) == "股东会决议解散"


@pytest.mark.parametrize("answer", ["说不清", "这个我也不清楚啊", "没什么原因", "不方便说", "说不上来"])
def test_an_answer_that_knows_none_gives_no_reason(answer):
    assert reason("来注销", ("reason", answer)) is None


def test_not_knowing_how_to_go_on_is_a_reason():
    assert reason("来注销", ("reason", "不知道怎么经营")) == "不知道怎么经营"
