from __future__ import annotations

from typing import Any

import pytest

from gaoxing.documents.people import OFFICES, holders, marks, person, posts, shareholder


@pytest.mark.parametrize(
    ("roles", "words"),
    [
        (["chair", "director", "legal_representative", "shareholder"], "董事长"),
        (["director", "manager"], "董事、经理"),
        (["manager", "director"], "董事、经理"),
        (["supervisor"], "监事"),
        (["shareholder"], ""),
        ([], ""),
    ],
)
def test_offices_are_named_in_official_words_and_order(roles: list[str], words: str):
    assert posts({"roles": roles}, OFFICES) == words


def test_every_role_is_named_where_all_are_asked_for():
    assert posts({"roles": ["agent", "shareholder", "legal_representative"]}) == "股东、法定代表人、委托代理人"


def test_a_person_of_whom_nothing_was_said_has_only_empty_blanks():
    row = person({})
    assert not any(box["ticked"] for box in row.pop("appointed_by"))
    assert set(row.values()) == {""}


def test_the_kind_of_identity_paper_is_printed_by_its_official_name():
    assert person({"id_type": "passport"})["id_type"] == "外国护照"


def test_a_citizens_number_fills_in_paper_and_country():
    row = person({"kind": "person", "id_number": "11010519491231002X"})
    assert (row["id_type"], row["nationality"]) == ("中华人民共和国居民身份证", "中国")


def test_what_was_said_of_paper_and_country_is_kept():
    row = person({"kind": "person", "id_number": "11010519491231002X", "id_type": "passport", "nationality": "新加坡"})
    assert (row["id_type"], row["nationality"]) == ("外国护照", "新加坡")


def test_a_passport_is_not_given_the_country_of_its_number():
    assert person({"kind": "person", "id_number": "11010519491231002X", "id_type": "passport"})["nationality"] == ""


def test_a_name_with_markup_is_left_as_it_is():
    assert person({"name": "<b>甲</b> #x"})["name"] == "<b>甲</b> #x"


def test_a_shareholder_shows_what_is_paid_in_how_and_by_when():
    row = shareholder({"name": "甲一", "contribution": {"amount": "500000", "percent": "10", "method": "cash", "due": {"years": 5}}})
    assert (row["amount"], row["percent"], row["method"], row["due"]) == ("50", "10%", "货币", "自公司成立之日起五年内")


@pytest.mark.parametrize("paid", [{}, {"contribution": {}}])
def test_a_shareholder_whose_part_is_not_known_shows_no_figure(paid: dict[str, Any]):
    row = shareholder({"name": "甲一", **paid})
    assert [row[key] for key in ("amount", "percent", "method", "due")] == ["", "", "", ""]


def test_holders_are_found_in_the_order_of_the_form():
    rows = [{"name": "甲", "roles": ["supervisor"]}, {"name": "乙"}, {"name": "丙", "roles": ["director", "chair"]}]
    assert [row["name"] for row in holders(rows, "chair", "supervisor")] == ["甲", "丙"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, ""),
        ({"employee_representative": "yes"}, "职工代表"),
        ({"audit_committee": "yes"}, "审计委员会成员"),
        ({"employee_representative": "yes", "audit_committee": "yes"}, "职工代表、审计委员会成员"),
        ({"employee_representative": "no", "audit_committee": ["yes"]}, ""),
        ({"employee_representative": "yes", "audit_committee": "yes", "roles": ["supervisor"]}, "职工代表"),
        ({"employee_representative": "yes", "audit_committee": "yes", "roles": ["shareholder", "manager"]}, ""),
    ],
)
def test_a_seat_is_marked_by_whom_it_is_for_and_what_it_sits_on(said: dict[str, Any], words: str):
    seated = {"roles": ["director"], **said}
    assert marks(seated) == words
    assert person(seated)["marks"] == words
