"""`gaoxing check`: all findings at once, exit status 1 where there is any."""

import json

import pytest

from tests.office.projects.test_policies import lists


def with_answer(form, path, value):
    data = json.loads(form)
    data["answers"][path] = {"value": value, "source": "typed", "evidence": [], "certainty": "certain"}
    return json.dumps(data)


@pytest.fixture
def faulty(company_form):
    """The person who owns six tenths is given a number that is none."""
    return with_answer(company_form, "parties.0.id_number", "320583199013390011")


def test_a_form_in_order_is_status_0(run, sole_trader_form):
    outcome = run("check", "--on", "2026-11-24", stdin=sole_trader_form)
    assert outcome.status == 0
    assert outcome.json["findings"] == []
    assert outcome.json["on"] == "2026-11-24"


def test_what_is_missing_is_no_finding(run, sole_trader_form):
    outcome = run("check", stdin=sole_trader_form)
    assert outcome.json["missing"]
    assert outcome.status == 0


def test_a_finding_is_status_1_and_cites_its_article(run, faulty):
    outcome = run("check", "--on", "2026-11-24", stdin=faulty)
    assert outcome.status == 1
    assert outcome.err == ""
    (finding,) = [each for each in outcome.json["findings"] if each["field"] == "parties.0.id_number"]
    assert finding["basis"]
    assert finding["message"].endswith("。")


def test_all_findings_come_at_once(run, faulty):
    twice = with_answer(faulty, "postcode", "21530")
    fields = {each["field"] for each in run("check", stdin=twice).json["findings"]}
    assert {"parties.0.id_number", "postcode"} <= fields


def test_a_person_sees_what_to_do(run, faulty):
    outcome = run("check", person=True, stdin=faulty)
    assert outcome.status == 1
    assert outcome.out.startswith(("✗", "?", "!"))


def test_a_person_is_told_that_all_is_well(run, sole_trader_form):
    shown = run("check", person=True, stdin=sole_trader_form).out
    assert "没有要改的地方" in shown
    assert "没有填" in shown


def test_a_form_may_lie_in_a_file(run, faulty, tmp_path):
    file = tmp_path / "form.json"
    file.write_text(faulty, encoding="utf-8")
    assert run("check", str(file), "--on", "2026-11-24").json == run("check", "-", "--on", "2026-11-24", stdin=faulty).json


def test_words_are_no_form(trouble):
    assert "gaoxing fill" in trouble("check", stdin="我想开公司")


@pytest.mark.parametrize("value", ["", [], {}, None, 3.5, True, [[1]], {"amount": "x"}, "9" * 5000])
@pytest.mark.parametrize("path", ["registered_capital", "parties.0.contribution.percent", "parties.0.roles", "employees", "postcode", "operating_term"])
def test_a_value_of_another_shape_is_told_or_judged_but_never_a_trace(run, company_form, path, value):
    outcome = run("check", stdin=with_answer(company_form, path, value))
    assert outcome.status in {0, 1, 2}
    assert "Traceback" not in outcome.err
    assert "没料到的错" not in outcome.err


@pytest.fixture
def licensed(sole_trader_form):
    """A form with nothing wrong, for a trade that needs a permit afterwards."""
    return with_answer(sole_trader_form, "business_scope", ["餐饮服务"])


def test_what_only_informs_is_listed_and_no_status_1(run, licensed):
    outcome = run("check", "--on", "2026-11-24", stdin=licensed)
    assert outcome.status == 0
    assert [(each["rule"], each["level"]) for each in outcome.json["findings"]] == [("SCOPE-01", "inform")]


def test_a_person_is_told_that_nothing_is_to_change_and_what_is_good_to_know(run, licensed):
    first, second, *_ = run("check", person=True, stdin=licensed).out.splitlines()
    assert first == "没有要改的地方。"
    assert second.startswith("i 供参考")
    assert "食品经营许可证" in second


def test_beside_a_fault_what_informs_comes_last(run, licensed):
    outcome = run("check", person=True, stdin=with_answer(licensed, "postcode", "1"))
    assert outcome.status == 1
    assert "没有要改的地方" not in outcome.out
    assert outcome.out.index("! 提醒") < outcome.out.index("i 供参考")


def test_what_is_worked_out_is_told_with_its_reason(run, company_form):
    derived = {each["label"]: each for each in run("check", stdin=company_form).json["derived"]}
    assert derived["登记机关的级别"]["value"] == "县级登记机关"
    assert "第四条" in derived["登记机关的级别"]["reason"]
    assert "登记机关的级别" in run("check", person=True, stdin=company_form).out


def test_a_matter_in_which_nothing_is_worked_out_says_nothing_of_it(run, sole_trader_form):
    assert run("check", stdin=sole_trader_form).json["derived"] == []


PROJECT = {"matter": "project_filing", "edition": "2017", "answers": {"project_name": {"value": "样例烘干工艺热电联产机组新建项目", "source": "typed"}}}


@pytest.mark.parametrize(("given", "rule"), [((), "PRJ-15"), (("--lists", "{file}"), "PRJ-17")])
def test_a_project_is_held_against_the_lists_that_are_given(run, tmp_path, given, rule):
    file = tmp_path / "own.toml"
    file.write_text(lists("样例烘干工艺"), encoding="utf-8")
    found = run("check", "--on", "2026-11-25", *(each.format(file=file) for each in given), stdin=json.dumps(PROJECT)).json["findings"]
    assert {each["rule"] for each in found} & {"PRJ-15", "PRJ-17"} == {rule}


def test_lists_that_are_none_are_told(run, tmp_path):
    file = tmp_path / "own.toml"
    file.write_text("[[entry]]\n", encoding="utf-8")
    outcome = run("check", "--lists", str(file), stdin=json.dumps(PROJECT))
    assert outcome.status == 2
    assert "不能用" in outcome.err
    assert "打不开文件" in run("check", "--lists", str(tmp_path / "none.toml"), stdin=json.dumps(PROJECT)).err
