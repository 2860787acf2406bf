from __future__ import annotations

from datetime import date

import pytest

from gaoxing.documents.company_particulars import particulars
from gaoxing.documents.particulars import Particulars, Run
from gaoxing.forms.form import Form
from tests.documents.companies import FEN, pair, promoters, sole, supervised
from tests.documents.filled import IDENTITY, MOBILE, company, party

ON = date(2026, 11, 25)


def told(form: Form) -> Particulars:
    return particulars(form, ON)


def names(found: Particulars, rows: str) -> list[str]:
    return [row["name"].text for row in found.rows[rows]]


@pytest.mark.parametrize(
    ("blank", "run"),
    [
        ("name", Run("昆山甲乙丙智能装备有限公司", "name")),
        ("capital", Run("500", "registered_capital")),
        ("capital_words", Run("伍佰万元整", "registered_capital")),
        ("business_scope", Run("工业机器人制造；五金产品零售", "business_scope")),
        ("operating_term", Run("20年", "operating_term")),
        ("chair", Run("甲一", "parties.0.name")),
        ("manager", Run("乙二", "parties.1.name")),
        ("agent", Run("庚七", "parties.6.name")),
        ("largest", Run("甲一", "parties.0.name")),
        ("representing", Run("代表公司执行公司事务的董事长", "parties.0.roles")),
        ("director_count", Run("三", "parties.0.roles")),
        ("contributed_percent", Run("100%", "registered_capital")),
    ],
)
def test_a_value_keeps_the_path_of_its_blank(blank: str, run: Run) -> None:
    assert told(company()).run(blank) == run


def test_a_row_of_the_table_is_the_shareholders_own() -> None:
    first = told(company()).rows["shareholders"][0]
    assert [first[column].text for column in ("name", "amount", "percent", "method", "due", "sign")] == [
        "甲一",
        "300",
        "60%",
        "货币",
        "2029年6月30日",
        "（签名）",
    ]
    assert first["due"].path == "parties.0.contribution.due"


def test_an_organisation_seals_and_a_person_signs() -> None:
    assert [row["sign"].text for row in told(company()).rows["shareholders"]] == ["（签名）", "（签名）", "（盖章）"]


def test_where_nobody_is_known_there_is_a_line_to_write_in() -> None:
    [row] = told(Form("company_registration", "2026")).rows["shareholders"]
    assert (row["name"], row["sign"].text) == (Run(""), "（签名或者盖章）")


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (sole(), ("股东", "决定", "董事", "董事、高级管理人员", "股东任命")),
        (pair(), ("股东会", "决议", "董事", "董事、监事、高级管理人员", "股东会选举产生")),
        (promoters(), ("股东会", "决议", "董事会", "董事、高级管理人员", "股东会选举产生")),
    ],
)
def test_the_bodies_are_called_what_they_are(form: Form, words: tuple[str, ...]) -> None:
    found = told(form)
    assert tuple(found.run(blank).text for blank in ("meeting", "decision", "management", "officers", "appointed")) == words


@pytest.mark.parametrize(("form", "overseer"), [(pair(), "监事"), (supervised(), "监事会"), (promoters(), "审计委员会")])
def test_whoever_oversees_is_called_by_name(form: Form, overseer: str) -> None:
    assert told(form).run("overseer").text == overseer


def test_the_employees_choose_their_own_and_the_owners_the_rest() -> None:
    found = told(supervised())
    assert (names(found, "elected_directors"), names(found, "employee_directors")) == (["甲一", "乙二"], ["丙三"])
    assert (names(found, "elected_supervisors"), names(found, "employee_supervisors")) == (["丁四", "戊五"], ["己六"])


def test_the_committee_is_counted_in_words() -> None:
    found = told(promoters())
    assert (names(found, "committee"), found.run("committee_count").text) == (["甲2", "甲3", "甲4"], "三")


@pytest.mark.parametrize("amounts", [("100", "100"), ("100", None)])
def test_who_calls_the_first_meeting_stays_open_where_nobody_pays_most(amounts: tuple[str | None, ...]) -> None:
    people = [party(f"甲{row}", "shareholder", **({"amount": each} if each else {})) for row, each in enumerate(amounts)]
    assert told(company(parties=people)).run("largest") == Run("")


def test_a_capital_of_one_fen_is_written_exactly() -> None:
    found = told(sole(registered_capital=FEN))
    assert (found.run("capital").text, found.run("capital_words").text) == ("0.000001", "壹分")


def test_another_currency_is_named() -> None:
    found = told(sole(registered_capital={"amount": "1000000", "currency": "USD"}))
    assert (found.holds("renminbi"), found.run("currency").text) == (False, "美元")


@pytest.mark.parametrize(("term", "written"), [("indefinite", "长期"), ({"years": 30}, "30年"), (None, ""), ("odd", ""), ({"years": "x"}, "")])
def test_the_term_is_written_as_it_was_said(term: object, written: str) -> None:
    assert told(company(operating_term=term)).run("operating_term").text == written


def test_no_number_of_an_identity_paper_and_no_telephone_is_at_hand_for_a_deed() -> None:
    found = told(company())
    texts = {run.text for run in found.blanks.values()} | {run.text for rows in found.rows.values() for row in rows for run in row.values()}
    assert not {IDENTITY, MOBILE} & texts


def test_every_value_of_a_person_leads_back_to_an_answer() -> None:
    form = company()
    rows = [run for rows in told(form).rows.values() for row in rows for run in row.values() if run.path]
    assert rows
    assert {run.path for run in rows} <= set(form.answers)


@pytest.mark.parametrize("odd", ["", "abc", {"amount": "x"}, ["a"], 7, True])
@pytest.mark.parametrize("path", ["registered_capital", "operating_term", "business_scope", "setup_mode", "domicile", "name", "company_type"])
def test_a_value_of_the_wrong_shape_is_a_blank_and_no_trace(path: str, odd: object) -> None:
    assert told(company(**{path: odd})).run("chair").text == "甲一"
