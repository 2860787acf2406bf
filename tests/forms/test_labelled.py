"""A choice answered by its official label is that choice, unless it was read already or said otherwise later."""

import pytest

from gaoxing.facts.fact import Evidence, Fact
from gaoxing.forms.field import TRUE_FALSE, Field, Kind
from gaoxing.forms.labelled import labelled
from gaoxing.speech.transcript import Transcript

FIELDS = (
    Field("debts", "债权债务", Kind.CHOICE, choices=(("none", "未发生"), ("settled", "已清理完毕"))),
    Field("urgent", "是否紧急", Kind.BOOLEAN, choices=TRUE_FALSE),
    Field("reason", "原因", Kind.TEXT),
    Field("changes", "变更事项", Kind.ROWS, columns=(Field("item", "事项", Kind.CHOICE, choices=(("name", "名称"),)),)),
)


FURTHER = (*FIELDS, Field("cleared", "清税", Kind.CHOICE, choices=FIELDS[0].choices, contract=False), Field("resolved", "日期", Kind.DATE, contract=False))


@pytest.mark.parametrize(("asked", "said", "value"), [("cleared", "清了", "settled"), ("resolved", "二零二六年十一月三号", "2026-11-03")])
def test_a_bare_answer_to_a_further_blank_is_read_by_its_kind(asked, said, value):
    transcript = Transcript.of("公司要注销", (asked, said))
    (fact,) = labelled((), FURTHER, transcript)
    assert (fact.field, fact.value, fact.evidence[0].turn) == (asked, value, 1)


@pytest.mark.parametrize(("asked", "said"), [("debts", "清了"), ("resolved", "不知道"), ("cleared", "")])
def test_the_contracts_own_blanks_and_evasions_are_left_to_the_readers(asked, said):
    assert labelled((), FURTHER, Transcript.of("公司要注销", (asked, said))) == ()


def read(*turns, facts=()):
    return [(fact.field, fact.value) for fact in labelled(facts, FIELDS, Transcript.of(*turns))]


@pytest.mark.parametrize(
    ("asked", "said", "value"),
    [("debts", "已清理完毕。", "settled"), ("debts", " 未发生", "none"), ("urgent", "是", True), ("urgent", "否", False), ("changes.0.item", "名称", "name")],
)
def test_a_label_is_its_choice(asked, said, value):
    assert read("公司要注销", (asked, said)) == [(asked, value)]


@pytest.mark.parametrize(
    "turn", [("debts", "已清理"), ("debts", ""), ("reason", "已清理完毕"), ("no_such", "是"), "已清理完毕", ("changes.item", "名称"), ("urgent", "不是")]
)
def test_other_words_and_other_blanks_are_left_alone(turn):
    assert read("公司要注销", turn) == []


def test_what_was_read_from_the_answer_or_said_later_stands():
    known = Fact("debts", "none", (Evidence(1, 0, 1, "已"),))
    assert read("公司要注销", ("debts", "已清理完毕"), facts=(known,)) == [("debts", "none")]
    earlier = Fact("debts", "none", (Evidence(0, 0, 1, "公"),))
    assert read("公司要注销", ("debts", "已清理完毕"), facts=(earlier,))[-1] == ("debts", "settled")


def test_a_blank_whose_matter_reads_its_answers_takes_no_bare_one_besides():
    resolved = Field("resolved", "日期", Kind.DATE, contract=False, own_reader=True)
    assert labelled((), (resolved,), Transcript.of("公司要变更", ("resolved", "打算二零二六年十二月三号"))) == ()
