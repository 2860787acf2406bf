"""The list of cases: the newest first, no more than the caller sees, page by page; and who asks without a right is told the same as where nothing is."""

import pytest

from gaoxing.office.cases.models import Case
from gaoxing.office.people.models import Unit

pytestmark = pytest.mark.django_db


def numbers(answer):
    return [each["number"] for each in answer.json()["cases"]]


@pytest.fixture
def many(sent_case, owner, now):
    """Five submitted cases, the newest last, and a draft."""
    first = sent_case()
    made = [
        Case.objects.create(reference=f"r{place}", number=f"320583-2026-9{place:05d}", state="accepted", matter=first.matter, owner=owner, **blank(now))
        for place in range(4)
    ]
    Case.objects.create(reference="draft", owner=owner, **blank(now))
    return [first, *made]


def blank(now):
    return {"created": now, "changed": now, "filed": now, "words": b"", "form": b""}


def test_the_newest_cases_come_first_and_no_draft_among_them(system, many):
    assert numbers(system.get("/cases")) == [each.number for each in reversed(many)]


def test_a_row_tells_number_state_and_times_and_nothing_of_the_form(system, many):
    row = system.get("/cases").json()["cases"][-1]
    assert (row["number"], row["state"], row["state_name"], row["matter_name"]) == (many[0].number, "submitted", "已提交", "个体工商户设立登记")
    assert set(row) == {"number", "matter", "matter_name", "state", "state_name", "revision", "filed", "changed", "due", "paused_days", "unit"}


def test_a_row_names_the_unit_by_its_code_or_none(system, many):
    Case.objects.filter(pk=many[1].pk).update(unit=Unit.objects.create(code="K01", name="登记科"))
    told = {each["number"]: each["unit"] for each in system.get("/cases").json()["cases"]}
    assert (told[many[1].number], told[many[2].number]) == ("K01", None)


def test_a_page_goes_on_where_the_one_before_ended(system, many):
    first = system.get("/cases", size=2)
    second = system.get("/cases", size=2, after=first.json()["after"])
    third = system.get("/cases", size=2, after=second.json()["after"])
    assert numbers(first) + numbers(second) + numbers(third) == [each.number for each in reversed(many)]
    assert third.json()["after"] is None


def test_a_list_is_narrowed_by_state_and_matter(system, many):
    assert len(numbers(system.get("/cases", state="accepted"))) == 4
    assert numbers(system.get("/cases", matter="deregistration")) == []


@pytest.mark.parametrize(
    "query", [{"after": "nonsense"}, {"after": "-1"}, {"after": "１２"}, {"after": "9" * 30}, {"state": "lost"}, {"size": 0}, {"size": "x"}, {"matter": "'"}]
)
def test_a_nonsense_query_is_told_by_its_path(system, query):
    answer = system.get("/cases", **query)
    assert answer.status_code == 422
    assert [each["path"] for each in answer.json()["errors"]] == [f"query.{next(iter(query))}"]


def test_an_unknown_query_is_refused_by_its_path(system):
    assert system.get("/cases", status="x").json()["errors"][0]["path"] == "query.status"


def test_a_stranger_sees_none_of_anothers_cases(system_of, many, now):
    from gaoxing.office.people import accounts

    stranger = accounts.applicant_of("13900009999", language="zh-hans", now=now)
    assert numbers(system_of(stranger).get("/cases")) == []


def test_the_staff_see_what_was_submitted(desk, many):
    assert len(numbers(desk.get("/cases"))) == 5


def test_a_list_asks_the_database_equally_often_whatever_its_length(system, many, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        system.get("/cases")
