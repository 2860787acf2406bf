"""Reading words, checking forms, matters, names and the register by the API: the contract's answers, nothing stored."""

import pytest

from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.models import Case
from gaoxing.office.projects.policies import publish
from tests.office.projects.test_policies import lists

pytestmark = pytest.mark.django_db
SAID = "我要注册公司，注册资本一百万，法人张三，身份证320583199001011216"


def test_a_statement_is_read_by_the_contract_and_nothing_is_stored(system):
    told = system.post("/recognise", {"id": "a-1", "turns": [{"said": SAID}]}).json()
    assert (told["id"], told["matter"], told["form"]["registered_capital"]) == ("a-1", "company_registration", {"amount": "1000000", "currency": "CNY"})
    assert not Case.objects.exists()


def test_what_points_nowhere_has_no_matter(system):
    told = system.post("/recognise", {"turns": [{"said": "今天天气不错"}]}).json()
    assert (told["matter"], told["form"], told["asks"]) == (None, {}, [])


def test_an_answer_to_a_question_and_a_chosen_matter_are_read_too(system):
    told = system.post("/recognise", {"matter": "company_registration", "turns": [{"asked": "registered_capital", "said": "一百万"}]}).json()
    assert told["form"]["registered_capital"]["amount"] == "1000000"


@pytest.mark.parametrize(
    ("body", "path"), [({"turns": []}, "turns"), ({"turns": [{"said": 1}]}, "turns.0.said"), ({"turns": [{"said": "x", "by": 1}]}, "turns.0.by")]
)
def test_a_wrong_statement_is_told_by_its_path(system, body, path):
    answer = system.post("/recognise", body)
    assert (answer.status_code, answer.json()["errors"][0]["path"]) == (422, path)


def test_a_form_is_checked_by_the_rules_of_a_day(system):
    told = system.post("/check", {"matter": "company_registration", "answers": {"name": "昆山样例软件有限公司"}, "on": "2026-11-24"}).json()
    assert (told["on"], bool(told["missing"])) == ("2026-11-24", True)


@pytest.mark.parametrize(
    ("answers", "path"),
    [({"nowhere": 1}, "answers.nowhere"), ({"name": {"value": 1, "source": "dreamt"}}, "answers"), ({"name": {"source": "typed"}}, "answers")],
)
def test_a_form_of_another_shape_is_told(system, answers, path):
    answer = system.post("/check", {"matter": "company_registration", "answers": answers})
    assert (answer.status_code, answer.json()["errors"][0]["path"]) == (422, path)


def test_a_project_is_checked_by_the_lists_of_the_zone(system, now):
    """An item of the shipped lists no longer speaks, one of the zone's own does: of the words, of a form sent, of a stored draft."""
    publish(lists("样例烘干工艺"), by=Actor(7, "system_administrator"), now=now)
    words = "我们昆山示例精密科技有限公司有个新建项目要备案，项目名称是样例烘干工艺热电联产机组新建项目"
    read = system.post("/recognise", {"turns": [{"said": words}]}).json()
    sent = system.post("/check", {"matter": "project_filing", "answers": read["form"] | {"policy_conformity": True}}).json()
    told = [{each["rule"] for each in found["findings"]} & {"PRJ-15", "PRJ-17"} for found in (read, sent)]
    assert told == [{"PRJ-17"}, {"PRJ-17"}]


def test_the_matters_and_their_blanks_are_listed(system):
    assert "company_registration" in [each["id"] for each in system.get("/matters").json()["matters"]]
    fields = {each["id"]: each for each in system.get("/matters/company_registration").json()["fields"]}
    assert fields["parties"]["columns"]
    assert system.get("/matters/none").status_code == 404


def test_a_name_is_judged_and_how_far_was_searched_is_told(system):
    told = system.post("/names/judge", {"name": "昆山中华人民共和国软件有限公司"}).json()
    assert (told["coverage"], told["verdict"]) == ("not_loaded", "限用")


def test_the_register_is_open_to_those_who_handle_registrations(desk, system_of, staff):
    assert desk.get("/enterprises/91320583MA0000007R").status_code == 404
    assert desk.get("/enterprises/nonsense").status_code == 404
