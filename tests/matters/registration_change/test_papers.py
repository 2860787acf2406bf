"""The paper of a change of registration holds every blank with its value, and no blank that the item does not need."""

from datetime import date

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.registration_change.papers import TITLE, papers


def sheet(**answers):
    form = Form("registration_change", "2026", {path.replace("__", "."): Answer(value, Source.SAID) for path, value in answers.items()})
    [layout] = papers(form, date(2026, 11, 25))
    return layout


def rows(layout):
    return [{blank["label"]: blank["text"] for blank in row["blanks"]} for part in layout.values["parts"] for row in part["rows"]]


def test_the_paper_bears_the_forms_title():
    assert sheet(enterprise="昆山样例五金有限公司").title == TITLE


def test_a_change_stands_with_its_old_and_new_value():
    found = rows(sheet(changes__0__item="domicile", changes__0__from="元丰路1号", changes__0__to="晨丰路22号"))
    assert found[-1] == {"变更事项": "住所", "原登记内容": "元丰路1号", "变更后登记内容": "晨丰路22号"}


def test_a_passing_has_no_blank_for_an_old_value():
    found = rows(sheet(changes__0__item="shareholders", changes__0__transferor="丁大宝", changes__0__transferee="何苗", changes__0__percent="30"))
    assert list(found[-1]) == ["变更事项", "转让方", "受让方", "转让的股权比例"]


def test_every_row_of_the_changes_is_printed():
    found = rows(sheet(changes__0__item="name", changes__0__to="昆山样例科技有限公司", changes__1__item="domicile", changes__1__to="晨丰路22号"))
    assert [row.get("变更事项") for row in found[-2:]] == ["名称", "住所"]
