"""What is asked next: doubts first, then the blanks in their order, then each row."""

import json

import pytest

from gaoxing.forms.field import Field, Kind, Lack
from gaoxing.forms.form import Answer, Ask, Form, Source
from gaoxing.forms.missing import Question, missing

NAME = Field("name", "名称", Kind.TEXT, question="叫什么？", why="要印在执照上。", example="云帆", required=True)
PAPER = Field("paper", "纸质", Kind.CHOICE, question="要纸质的吗？", required=True)
COPIES = Field("copies", "副本", Kind.INTEGER, question="几份？", required=True, wanted=lambda form: form.value("paper") == "yes")
NOTE = Field("note", "备注", Kind.TEXT, question="还有吗？")
WHO = Field("name", "姓名", Kind.TEXT, question="这一位叫什么？", required=True)
PHONE = Field("mobile", "电话", Kind.TELEPHONE, question="{name}的手机？", required=True, wanted=lambda row: "liaison" in (row.value("roles") or ()))
CHAIR = Lack(lambda form: form.value("parties.0.roles") is None, "谁当董事长？", "要有一位。", "是我", "chair")
PEOPLE = Field("parties", "人员", Kind.ROWS, question="都有谁？", required=True, columns=(WHO, PHONE))
LED = Field("parties", "人员", Kind.ROWS, columns=(WHO,), lacks=(CHAIR,))
FIELDS = (NAME, PAPER, COPIES, NOTE, PEOPLE)


def form(answers=None, *asks):
    return Form("trial", "1", {path: Answer(value, Source.SAID) for path, value in (answers or {}).items()}, asks)


def paths(filled, fields=FIELDS):
    return [question.field for question in missing(filled, fields)]


def test_an_empty_form_is_asked_for_in_the_order_of_its_blanks():
    assert paths(form()) == ["name", "paper", "parties"]


def test_a_question_carries_its_reason_and_its_example():
    assert missing(form(), (NAME,)) == (Question("name", "叫什么？", "要印在执照上。", "云帆"),)


def test_a_blank_filled_is_not_asked_for():
    assert paths(form({"name": "云帆"})) == ["paper", "parties"]


def test_a_blank_that_need_not_be_filled_is_not_asked_for():
    assert paths(form(), (NOTE,)) == []


@pytest.mark.parametrize(("paper", "asked"), [("yes", ["copies"]), ("no", []), (None, [])])
def test_a_blank_is_asked_for_where_the_form_wants_it(paper, asked):
    assert paths(form({} if paper is None else {"paper": paper}), (COPIES,)) == asked


def test_a_doubt_is_asked_before_everything_else():
    doubt = Ask("paper", ("yes", "no"), "要还是不要？")
    assert paths(form({}, doubt)) == ["paper", "name", "parties"]


def test_a_doubt_offers_its_readings():
    asked = missing(form({}, Ask("name", ("云帆", "云凡"), "哪个？")), (NAME,))
    assert [(each.text, each.readings) for each in asked] == [("哪个？", ("云帆", "云凡"))]


def test_doubts_keep_their_order():
    assert paths(form({}, Ask("b", (), "二"), Ask("a", (), "一")), ()) == ["b", "a"]


def test_a_list_without_rows_is_asked_for_as_a_whole():
    assert [each.text for each in missing(form(), (PEOPLE,))] == ["都有谁？"]


def test_a_row_is_asked_for_what_it_lacks():
    assert paths(form({"parties.0.name": "甲", "parties.1.roles": ("director",)}), (PEOPLE,)) == ["parties.1.name"]


def test_a_row_keeps_its_own_number():
    assert paths(form({"parties.7.roles": ("director",)}), (PEOPLE,)) == ["parties.7.name"]


@pytest.mark.parametrize(("roles", "asked"), [(("liaison",), ["parties.0.mobile"]), (("director",), [])])
def test_a_rows_blank_is_asked_for_where_the_row_wants_it(roles, asked):
    assert paths(form({"parties.0.name": "甲", "parties.0.roles": roles}), (PEOPLE,)) == asked


@pytest.mark.parametrize(("named", "text"), [({"parties.0.name": "甲"}, "甲的手机？"), ({}, "这一位的手机？")])
def test_a_rows_question_calls_the_person_by_name(named, text):
    asked = missing(form({"parties.0.roles": ("liaison",), **named}), (PEOPLE,))
    assert [each.text for each in asked if each.field.endswith("mobile")] == [text]


def test_an_office_that_nobody_holds_is_asked_for_under_its_name():
    assert missing(form({"parties.0.name": "甲"}), (LED,)) == (Question("parties.chair", "谁当董事长？", "要有一位。", "是我"),)


def test_an_office_is_not_asked_for_before_anybody_was_named():
    assert paths(form(), (LED,)) == []


def test_an_office_that_is_held_is_not_asked_for():
    assert paths(form({"parties.0.name": "甲", "parties.0.roles": ("chair",)}), (LED,)) == []


def test_what_the_rows_lack_is_asked_before_what_a_row_lacks():
    assert paths(form({"parties.0.mobile": "1"}), (LED,)) == ["parties.chair", "parties.0.name"]


def test_a_lack_without_a_topic_is_asked_of_the_list():
    bare = Field("parties", "人员", Kind.ROWS, lacks=(Lack(lambda form: True, "还差谁？"),))
    assert paths(form({"parties.0.name": "甲"}), (bare,)) == ["parties"]


def test_a_complete_form_is_asked_nothing():
    assert paths(form({"name": "云帆", "paper": "no", "parties.0.name": "甲"})) == []


def test_a_question_is_written_in_plain_json():
    told = Question("name", "叫什么？", readings=("云帆", "云凡")).to_json()
    assert json.loads(json.dumps(told)) == {"field": "name", "question": "叫什么？", "why": "", "example": "", "readings": ["云帆", "云凡"]}
