"""What was found about a name, beside all other findings. Every name is made up."""

from dataclasses import replace
from datetime import date

import pytest

from gaoxing.checks.rule import Finding, Level
from gaoxing.names.composition import split
from gaoxing.names.judgement import Hit, Verdict
from gaoxing.names.rule_book import rule_book
from gaoxing.names.verdict import judge
from gaoxing.office.frontdesk.name_check import CheckedName, Coverage
from gaoxing.office.frontdesk.name_findings import name_findings, with_names

ON = date(2026, 11, 24)
NAME = "昆山沐禾智能科技有限公司"


def checked(name, *hits, path="name"):
    judged = judge(split(name), (), ON)
    return CheckedName(path, replace(judged, hits=hits), Coverage.SEARCHED)


def hit(name="昆山沐禾科技有限公司", rule="B1", verdict=Verdict.UNAVAILABLE, state="active", basis="《企业名称登记管理规定》第十七条"):
    return Hit(name, rule, verdict, state, "字号相同，行业也相同。", basis)


def levels(given):
    return [(each.rule, each.level) for each in name_findings(given)]


@pytest.mark.parametrize(
    ("name", "rule", "level"),
    [
        ("昆山国家级芯片有限公司", "SUPERLATIVE", Level.REJECT),
        ("昆山AI智能科技有限公司", "LETTERS", Level.REJECT),
        ("昆山科技有限公司", "NO_TRADE_NAME", Level.REJECT),
        ("高新区瑞禾科技有限公司", "ZONE_ALONE", Level.REJECT),
        ("昆山沐禾融资租赁有限公司", "LICENSED", Level.MANUAL),
    ],
)
def test_a_verdict_becomes_a_finding_of_its_level(name, rule, level):
    assert (rule, level) in levels(checked(name))


@pytest.mark.parametrize(
    ("verdict", "level"),
    [(Verdict.UNAVAILABLE, Level.REJECT), (Verdict.FORBIDDEN, Level.REJECT), (Verdict.RESTRICTED, Level.MANUAL), (Verdict.SIMILAR, Level.WARN)],
)
def test_a_name_met_becomes_a_finding_of_its_level(verdict, level):
    assert levels(checked(NAME, hit(verdict=verdict))) == [("B1", level)]


def test_a_free_name_has_no_findings():
    assert name_findings(checked(NAME)) == ()


def test_a_mere_hint_is_no_finding():
    given = checked("昆山高新区沐禾科技有限公司")
    assert [each.verdict for each in given.judgement.findings] == [Verdict.FREE]
    assert name_findings(given) == ()


def test_a_finding_says_what_is_wrong_what_to_do_and_which_article():
    (found,) = name_findings(checked("昆山AI智能科技有限公司"))
    assert "字母" in found.message
    assert "人工智能" in found.message
    assert found.basis == "《企业名称登记管理规定》第五条"
    assert found.fields == ("name",)


def test_a_change_finds_at_its_own_blank():
    (found,) = name_findings(checked("昆山AI智能科技有限公司", path="changes.0.to"))
    assert found.field == "changes.0.to"


def test_names_met_under_one_rule_are_one_finding_that_counts_them():
    many = [hit(f"昆山沐禾{each}科技有限公司") for each in "甲乙丙丁戊"]
    (found,) = name_findings(checked(NAME, *many))
    assert "等 5 个" in found.message
    assert "昆山沐禾甲科技有限公司" in found.message
    assert "昆山沐禾丁科技有限公司" not in found.message


def test_names_met_under_two_rules_are_two_findings():
    assert levels(checked(NAME, hit(), hit("昆山牧禾科技有限公司", "N2", Verdict.SIMILAR))) == [("B1", Level.REJECT), ("N2", Level.WARN)]


@pytest.mark.parametrize("state", ["retained", "held"])
def test_the_very_name_kept_for_an_applicant_goes_to_a_clerk(state):
    (found,) = name_findings(checked(NAME, hit(NAME, "E1", state=state)))
    assert found.level is Level.MANUAL
    assert "您自己申报" in found.message


@pytest.mark.parametrize("state", ["active", "released"])
def test_the_very_name_of_another_is_rejected(state):
    (found,) = name_findings(checked(NAME, hit(NAME, "E1", state=state)))
    assert found.level is Level.REJECT
    assert "您自己申报" not in found.message


def test_what_is_not_verified_never_rejects():
    (found,) = name_findings(checked(NAME, hit(basis="来源未核实 [K]")))
    assert found.level is Level.MANUAL


def test_no_rule_of_the_book_rejects_on_unverified_ground():
    shaky = [each for each in rule_book().values() if "[K]" in each.basis]
    assert shaky
    assert all(
        found.level is not Level.REJECT for each in shaky for found in name_findings(checked(NAME, hit(rule=each.id, verdict=each.verdict, basis=each.basis)))
    )


def test_all_findings_are_told_together_the_heaviest_first():
    others = (Finding("A-1", ("x",), Level.REJECT, "甲", "乙"), Finding("A-2", ("x",), Level.WARN, "甲", "乙"))
    found = with_names(others, [checked(NAME, hit(), hit("昆山牧禾科技有限公司", "N2", Verdict.SIMILAR))])
    assert [each.rule for each in found] == ["A-1", "B1", "A-2", "N2"]
