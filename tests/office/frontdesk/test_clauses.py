"""A deed beside the words it came from. Persons and enterprises are made up."""

import re

import pytest
from django.utils import timezone

from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import clauses, papers, queries

pytestmark = pytest.mark.django_db

SAID = "昆山某某五金有限公司，代码91320583MA0000007R，要变更：法人从张三换成李四，张三把30%的股权转给王五"


@pytest.fixture
def draft(typing):
    typing(words=SAID)


@pytest.fixture
def shown(draft):
    return queries.desk(Case.objects.get().reference, now=timezone.now())


@pytest.fixture
def agreement(shown):
    return clauses.deed(layout(shown, "协议"), shown)


def layout(shown, name):
    return next(each for each in papers.layouts(shown.form, on=timezone.localdate()) if name in each.name)


def number(shown, name):
    return [name in each.name for each in papers.layouts(shown.form, on=timezone.localdate())].index(True)


def test_every_value_is_listed_once_with_the_words_it_came_from(agreement):
    told = {each.label: each.quote for each in agreement.origins}
    assert len(told) == len(agreement.origins)
    assert "“王五”" in told["第2项的受让方"]
    assert "“昆山某某五金有限公司”" in told["名称"]


def test_a_value_in_a_clause_bears_the_number_of_its_origin(agreement):
    buyer = next(each for each in agreement.origins if each.text == "王五")
    parts = [part for clause in agreement.clauses for part in clause.parts if part.text == "王五"]
    assert {part.origin for part in parts} == {buyer.number}
    assert next(part.first for part in parts)


def test_wording_and_blanks_have_no_origin(agreement):
    price = next(each for each in agreement.clauses if "转让价款" in each.parts[0].text)
    assert [part.origin for part in price.parts if part.text] == [0] * len([part for part in price.parts if part.text])
    assert "" in [part.text for part in price.parts]


COMPANY = "我要注册一家有限公司，名字叫昆山某某智能科技有限公司，注册资本五百万，王小明出资三百万，李小红出资两百万，李小红当董事，王小明当监事"


def test_what_was_worked_out_from_a_value_stands_beside_it(typing, visitor):
    typing(words=COMPANY)
    shown = queries.desk(Case.objects.get().reference, now=timezone.now())
    charter = clauses.deed(layout(shown, "公司章程"), shown)
    assert charter is not None
    [capital] = [each for each in charter.origins if each.label == "注册资本"]
    assert (capital.text, capital.also) == ("500", ("伍佰万元整", "100%"))
    assert "由它推算，还写成了：" in visitor.get(f"/draft/papers/{number(shown, '公司章程')}/clauses").content.decode()


def test_a_place_to_sign_is_no_value_of_the_form(typing):
    typing(words=COMPANY)
    shown = queries.desk(Case.objects.get().reference, now=timezone.now())
    charter = clauses.deed(layout(shown, "公司章程"), shown)
    assert charter is not None
    assert not [each for each in charter.origins if "签名" in each.text]


def test_the_credit_code_is_masked_on_the_screen(draft, visitor, shown):
    page = visitor.get(f"/draft/papers/{number(shown, '协议')}/clauses").content.decode()
    assert "91320583MA0000007R" not in page
    assert "9132**********007R" in page


def test_each_link_in_a_clause_leads_to_an_origin_on_the_page_and_back(draft, visitor, shown):
    page = visitor.get(f"/draft/papers/{number(shown, '任免')}/clauses").content.decode()
    wanted = set(re.findall(r'href="#((?:origin|value)-\d+)"', page))
    assert wanted
    assert wanted <= set(re.findall(r'id="((?:origin|value)-\d+)"', page))


def test_an_official_form_leads_to_the_desk(draft, visitor):
    assert visitor.get("/draft/papers/0/clauses").url == "/desk"


def test_a_paper_that_is_not_there_is_not_found(draft, visitor):
    assert visitor.get("/draft/papers/99/clauses").status_code == 404


def test_without_a_draft_there_is_nothing_yet(visitor, typing):
    typing(words="你好")
    assert visitor.get("/draft/papers/1/clauses").status_code == 409


def test_the_papers_page_lists_every_paper_and_why_it_is_wanted(draft, visitor, shown):
    page = visitor.get("/draft/papers").content.decode()
    assert all(f'href="#paper-{at}"' in page for at in range(len(papers.layouts(shown.form, on=timezone.localdate()))))
    assert "为什么要这份材料：《公司法》第八十四条" in page
