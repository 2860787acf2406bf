"""Project codes as they are said. Codes are made up."""

import pytest

from gaoxing.facts.project_code import project_code_facts
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript

CODE = "2410-320583-89-01-000392"


def code(*turns):
    return [fact.value for fact in project_code_facts(hear(Transcript.of(*turns)))]


@pytest.mark.parametrize(
    "said",
    [
        CODE,
        f"项目代码{CODE}",
        "项目代码二四幺零横杠三二零五八三横杠八九横杠零一横杠零零零三九二",
        "项目代码是二四一零杠三二零五八三杠八九杠零一杠零零零三九二",
        "项目代码24103205838901000392",
        "项目代码二四幺零三二零五八三八九零一三个零三九二",
    ],
)
def test_a_code_is_read_with_and_without_its_dashes(said: str):
    assert code(said) == [CODE]


def test_a_bare_answer_of_a_wrong_length_stays_as_said():
    assert code(("project_code", "2410320583890100039")) == ["2410320583890100039"]


def test_a_code_said_with_dashes_keeps_them_whatever_its_length():
    assert code("项目代码2410-320583-89-01-00039") == ["2410-320583-89-01-00039"]


def test_a_corrected_tail_is_put_right():
    assert code(("project_code", CODE), "最后六位念错了是零零零三二九") == ["2410-320583-89-01-000329"]


def test_a_telephone_is_no_code():
    assert code("联系电话13800001234") == []


def test_groups_read_out_with_pauses_are_one_code():
    assert code("项目代码是二四一零，三二零五八三，八九，零一，零零零三九二") == [CODE]
    assert code(("project_code", "2410，320583，89，01，000392")) == [CODE]
