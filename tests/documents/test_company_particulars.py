from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from gaoxing.documents.company_particulars import particulars
from gaoxing.documents.particulars import Particulars, Run
from gaoxing.forms.form import Form
from tests.documents.companies import FEN, fifty, pair, promoters, sole, supervised
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


def test_the_board_applies_for_a_company_limited_by_shares_though_only_its_name_shows_the_kind() -> None:
    unsaid = promoters(company_type=None)
    assert names(told(unsaid), "applicants") == [f"甲{row}" for row in range(5)]


def test_the_owners_apply_where_a_company_limited_by_shares_has_no_director_yet() -> None:
    owners = [party("甲一", amount="1"), party("乙二", amount="1")]
    assert names(told(promoters(parties=owners)), "applicants") == ["甲一", "乙二"]


def test_the_owners_apply_for_a_limited_company_and_no_director_besides() -> None:
    assert names(told(supervised()), "applicants") == ["甲一", "庚七"]


@pytest.mark.parametrize(("make", "list_name", "marked"), [(promoters, "directors", ["甲2", "甲3", "甲4"]), (supervised, "supervisors", ["己六"])])
def test_a_mark_stands_behind_the_post_of_whom_it_is_of_and_nobody_else(make: Callable[[], Form], list_name: str, marked: list[str]) -> None:
    rows = told(make()).rows[list_name]
    assert [row["name"].text for row in rows if row["posts"].text.endswith("）")] == marked


def test_who_holds_no_post_has_no_mark() -> None:
    [row] = told(company(parties=[party("甲一", "shareholder", amount="1", audit_committee="yes")])).rows["shareholders"]
    assert row["posts"].text == "股东"


@pytest.mark.parametrize(
    ("blank", "form", "words"),
    [
        ("director_count", promoters(), "五"),
        ("supervisor_count", supervised(), "三"),
        ("employee_director_count", supervised(), "一"),
        ("employee_supervisor_count", supervised(), "一"),
        ("shareholder_count", pair(), "二"),
        ("supervisor_count", sole(), ""),
        ("committee_count", pair(), ""),
    ],
)
def test_as_many_are_counted_as_stand_in_the_list(blank: str, form: Form, words: str) -> None:
    assert told(form).run(blank).text == words


def test_fifty_shareholders_are_counted_and_added_up() -> None:
    found = told(fifty())
    assert (found.run("shareholder_count").text, found.run("contributed").text, found.run("contributed_percent").text) == ("五十", "500", "100%")
    assert len({row["name"].text for row in found.rows["shareholders"]}) == 50


@pytest.mark.parametrize("make", [company, sole, pair, promoters, supervised])
def test_every_appointee_is_among_everybody_with_the_same_name(make: Callable[[], Form]) -> None:
    found = told(make())
    assert set(names(found, "appointees")) <= set(names(found, "everybody"))
    assert len(set(names(found, "everybody"))) == len(found.rows["everybody"])


@pytest.mark.parametrize(("make", "words"), [(sole, "董事"), (pair, "董事、监事"), (promoters, "董事"), (supervised, "董事、监事")])
def test_whom_the_meeting_elects_follows_from_whether_anybody_supervises(make: Callable[[], Form], words: str) -> None:
    assert told(make()).run("elected").text == words


def test_a_rare_letter_of_a_name_is_kept_for_whoever_draws_it() -> None:
    [row] = told(company(parties=[party("李\U00031350", "shareholder", amount="1")])).rows["shareholders"]
    assert row["name"].text == "李\U00031350"
