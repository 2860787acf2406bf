from __future__ import annotations

from datetime import date

import pytest

from gaoxing.checks import bodies
from tests.checks.applications import ADULT, DAY, application, finding, joint_stock, limited, message, officer

REPRESENTATIVE = "legal_representative"


@pytest.mark.parametrize("post", ["director", "chair", "manager"])
def test_a_director_or_manager_may_be_legal_representative(post):
    form = limited(officer("张三", REPRESENTATIVE, post), officer("李四", "director", "manager"))
    assert finding(bodies.entitled_representative, form) is None


def test_somebody_else_may_not_once_both_posts_are_taken():
    form = limited(officer("张三", REPRESENTATIVE), officer("李四", "director"), officer("王五", "manager"))
    assert "张三不能当法定代表人" in message(bodies.entitled_representative, form)


@pytest.mark.parametrize("others", [(), (officer("李四", "director"),), (officer("李四", "manager"),)])
def test_a_post_that_is_still_open_may_be_the_legal_representatives(others):
    assert finding(bodies.entitled_representative, limited(officer("张三", REPRESENTATIVE), *others)) is None


def test_an_enterprise_is_no_legal_representative():
    assert finding(bodies.entitled_representative, limited(officer("甲公司", REPRESENTATIVE, kind="enterprise"))).level == "reject"


def test_there_is_one_legal_representative():
    form = limited(officer("张三", REPRESENTATIVE, "director"), officer("李四", REPRESENTATIVE, "manager"))
    assert "张三、李四" in message(bodies.entitled_representative, form)


@pytest.mark.parametrize(("count", "rejected"), [(0, False), (1, False), (2, True), (3, False), (5, False)])
def test_two_directors_are_neither_one_nor_a_board(count, rejected):
    form = limited(*(officer(f"董事{row}", "director") for row in range(count)))
    assert (finding(bodies.number_of_directors, form) is not None) is rejected


def test_the_chair_is_a_director_too():
    form = limited(officer("张三", "chair"), officer("李四", "director"))
    assert finding(bodies.number_of_directors, form)
    assert finding(bodies.one_chair_of_a_board, form) is None


def test_one_director_is_no_chair():
    assert "董事会" in message(bodies.one_chair_of_a_board, limited(officer("张三", "chair", "director")))


def test_a_board_has_one_chair():
    form = limited(officer("张三", "chair"), officer("李四", "chair"), officer("王五", "director"))
    assert "只能有一位" in message(bodies.one_chair_of_a_board, form)


def test_a_board_of_three_with_a_chair_is_in_order():
    form = limited(officer("张三", "chair"), officer("李四", "director"), officer("王五", "director"))
    assert [each.id for each in bodies.RULES if finding(each, form)] == []


@pytest.mark.parametrize(("count", "rejected"), [(0, False), (1, False), (2, True), (3, False)])
def test_two_supervisors_are_neither_one_nor_a_board(count, rejected):
    form = limited(*(officer(f"监事{row}", "supervisor") for row in range(count)))
    assert (finding(bodies.number_of_supervisors, form) is not None) is rejected


def test_no_supervisor_and_a_supervisor_contradict():
    found = finding(bodies.number_of_supervisors, limited(officer("张三", "supervisor"), no_supervisor="yes"))
    assert found.fields == ("no_supervisor", "parties.0.roles")


def test_a_joint_stock_company_has_a_supervisor():
    form = joint_stock(no_supervisor="yes")
    assert finding(bodies.supervised_joint_stock, form).level == "reject"
    assert finding(bodies.consent_to_no_supervisor, form) is None


def test_a_limited_company_without_one_brings_the_consent():
    form = limited(no_supervisor="yes")
    assert finding(bodies.consent_to_no_supervisor, form).level == "warn"
    assert finding(bodies.supervised_joint_stock, form) is None


@pytest.mark.parametrize(("post", "label"), [("director", "董事"), ("chair", "董事长"), ("manager", "经理"), ("finance_officer", "财务负责人")])
def test_who_is_supervised_does_not_supervise(post, label):
    told = message(bodies.incompatible_supervisor, limited(officer("李静", "supervisor", post)))
    assert f"李静同时是监事和{label}" in told


@pytest.mark.parametrize("post", ["shareholder", "liaison", "agent"])
def test_a_supervisor_may_hold_a_share_or_be_the_liaison(post):
    assert finding(bodies.incompatible_supervisor, limited(officer("李静", "supervisor", post))) is None


def test_two_rows_with_one_number_are_one_person():
    form = limited(officer("李静", "supervisor", id_number=ADULT), officer("李靜", "manager", id_number=ADULT))
    assert finding(bodies.incompatible_supervisor, form).fields == ("parties.0.roles",)


def test_two_rows_without_numbers_are_two_people():
    assert finding(bodies.incompatible_supervisor, limited(officer("李静", "supervisor"), officer("张三", "manager"))) is None


def test_a_joint_stock_company_has_a_manager():
    assert finding(bodies.managed_joint_stock, joint_stock(officer("张三", "director"))).level == "warn"


@pytest.mark.parametrize("form", [joint_stock(), limited(officer("张三", "director")), joint_stock(officer("张三", "director", "manager"))])
def test_a_manager_is_not_wanted_of_everybody(form):
    assert finding(bodies.managed_joint_stock, form) is None


def test_the_liaison_is_a_person():
    assert finding(bodies.liaison_is_a_person, limited(officer("甲公司", "liaison", kind="enterprise")))
    assert finding(bodies.liaison_is_a_person, limited(officer("张三", "liaison"))) is None


def test_the_liaison_rule_begins_with_its_order():
    assert finding(bodies.liaison_is_a_person, limited(officer("甲公司", "liaison", kind="enterprise")), date(2025, 2, 9)) is None


def test_the_legal_representative_is_not_the_supervisor():
    form = limited(officer("张三", "shareholder", REPRESENTATIVE, "supervisor"))
    assert finding(bodies.representative_as_supervisor, form).level == "reject"
    assert finding(bodies.incompatible_supervisor, form) is None


def test_a_director_who_supervises_is_told_once():
    form = limited(officer("张三", REPRESENTATIVE, "director", "supervisor"))
    assert [each.id for each in bodies.RULES if finding(each, form)] == ["GOV-07"]


def test_one_person_may_hold_every_other_post():
    form = limited(officer("张三", "shareholder", REPRESENTATIVE, "director", "manager", "finance_officer", "liaison"), officer("李四", "supervisor"))
    assert [each.id for each in bodies.RULES if finding(each, form)] == []


@pytest.mark.parametrize(("words", "new"), [("执行董事是我", "董事"), ("股东大会定的", "股东会")])
def test_words_of_the_old_law_are_told_with_the_new_ones(words, new):
    assert f"“{new}”" in message(bodies.outdated_words, limited(officer("张三", "director"), words=words))


def test_words_of_the_new_law_are_not():
    assert finding(bodies.outdated_words, limited(officer("张三", "director"), words="董事是我")) is None


def test_the_old_words_were_right_under_the_old_law():
    assert finding(bodies.outdated_words, limited(officer("张三", "director"), words="执行董事"), date(2024, 6, 30)) is None


def test_no_rule_on_bodies_says_anything_of_an_empty_form():
    assert [each.id for each in bodies.RULES if finding(each, application(), DAY)] == []
