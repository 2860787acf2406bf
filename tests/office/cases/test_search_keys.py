"""By what a case is found: keyed digests alone, made anew with every submission and with every sealing key; and the sealed title of the lists."""

import pytest

from gaoxing.forms import Answer, Form, Source
from gaoxing.office.cases import search_keys
from gaoxing.office.cases.models import Case, SearchKey
from tests.office.cases.conftest import CHANGE, NAME

pytestmark = pytest.mark.django_db


def form(matter="company_registration", **values):
    return Form(matter, "2026", {path.replace("__", "."): Answer(value, Source.SAID) for path, value in values.items()})


def test_a_submitted_case_has_its_keys_and_its_title(sent_case):
    case = sent_case()
    assert {each.kind for each in case.search_keys.all()} == {"name", "telephone"}
    assert search_keys.title_of(case) == NAME


def test_the_titles_of_a_page_are_opened_together(sent_case):
    case, untitled = sent_case(), Case(pk=0, title=b"")
    assert search_keys.titles_of([case, untitled]) == {case.pk: NAME, 0: ""}


def test_a_title_moved_from_another_case_is_not_among_those_that_open(sent_case):
    case = sent_case()
    assert search_keys.titles_of([Case(pk=case.pk + 1, title=case.title), case]) == {case.pk: NAME}


def test_nothing_of_the_name_lies_in_clear(sent_case):
    case = sent_case()
    stored = "".join(case.search_keys.values_list("digest", flat=True)) + bytes(case.title).decode(errors="replace")
    assert "测试" not in stored
    assert "13800001234" not in stored


def test_a_case_is_found_by_its_whole_name_its_trade_name_and_its_number():
    found = search_keys.texts(form(name="测试样例（昆山）软件有限公司", telephone="138 0000 1234"))
    assert {("name", "测试样例"), ("telephone", "13800001234")} <= found
    assert ("name", "测试样例昆山软件有限公司") in found


def test_a_change_is_found_by_the_enterprise_and_its_code(sent_case):
    case = sent_case(CHANGE, {})
    assert case.search_keys.filter(digest__in=search_keys.keys("code", ["91320583MA0000007R"])).exists()
    assert case.search_keys.filter(digest__in=search_keys.keys("name", ["昆山样例五金有限公司"])).exists()


def test_a_form_that_names_nothing_has_no_keys_and_no_title():
    assert search_keys.texts(form()) == set()
    assert search_keys.sealed_title(1, form()) == b""


def test_a_corrected_name_takes_the_place_of_the_former(sent_case):
    case = sent_case()
    search_keys.enter(case, form(name="昆山别样软件有限公司"))
    assert not SearchKey.objects.filter(digest__in=search_keys.keys("name", [NAME])).exists()
    assert SearchKey.objects.filter(digest__in=search_keys.keys("name", ["别样"])).exists()


def test_a_key_is_made_anew_under_a_new_sealing_key_and_found_meanwhile(sent_case, settings):
    settings.GAOXING_KEY = "0a" * 16
    row = sent_case().search_keys.filter(kind="name").first()
    settings.GAOXING_KEY = f"{'0b' * 16},{'0a' * 16}"
    anew = search_keys.anew(row)
    assert anew != row.digest
    assert {row.digest, anew} <= set(search_keys.keys("name", ["测试样例", NAME]))


def test_a_key_of_what_the_case_no_longer_says_is_not_made_anew(sent_case):
    case = sent_case()
    assert search_keys.anew(SearchKey(case=case, kind="name", digest="0" * 49)) is None
    assert Case.objects.get().search_keys.count() > 0
