"""What can be asked of the cases: drafts by their reference, and what stands in them."""

from datetime import timedelta

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.forms import Answer, Form, Source
from gaoxing.office.cases import actions, queries, resumption
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.subject import subject_digest
from gaoxing.office.cases.words import Words

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(now):
    return actions.open_draft(now=now)


def test_a_draft_is_found_by_its_reference(case):
    assert queries.draft(case.reference) == case


@pytest.mark.parametrize("reference", ["", "x", "%", "*", "a" * 43, "' or 1=1 --"])
def test_another_reference_finds_nothing(case, reference):
    assert queries.draft(reference) is None


def test_part_of_a_reference_finds_nothing(case):
    assert queries.draft(case.reference[:-1]) is None


def test_a_case_that_is_no_draft_any_more_is_not_found_as_one(case):
    Case.objects.filter(pk=case.pk).update(state="filed")
    assert queries.draft(case.reference) is None


def test_of_two_drafts_each_is_found_by_its_own_reference(case, now):
    other = actions.open_draft(now=now)
    assert (queries.draft(case.reference).pk, queries.draft(other.reference).pk) == (case.pk, other.pk)


def test_nothing_said_yet_is_no_words(case):
    assert queries.words_of(case) == Words()


def test_no_form_yet_is_none(case):
    assert queries.form_of(case) is None


@pytest.mark.parametrize("column", ["words", "form"])
def test_a_blob_that_is_none_is_a_fault(case, column):
    setattr(case, column, b"not sealed")
    with pytest.raises(Fault):
        {"words": queries.words_of, "form": queries.form_of}[column](case)


def test_words_put_in_the_forms_place_do_not_open(case, now):
    actions.rewrite(case, Words().state("我想开公司"), None, matter="", now=now)
    mixed = queries.draft(case.reference)
    mixed.form = mixed.words
    with pytest.raises(Fault):
        queries.form_of(mixed)


def test_every_entry_comes_back_with_its_question(case, now):
    words = Words().state("我想开公司").add("一百万", "registered_capital").add("还有😀")
    actions.rewrite(case, words, None, matter="", now=now)
    assert queries.words_of(queries.draft(case.reference)) == words


def about(name, now, matter="company_registration"):
    case = actions.open_draft(now=now)
    form = Form(matter, "2026", {"name": Answer(name, Source.SAID)})
    actions.rewrite(case, Words().state(name), form, matter=matter, now=now, subject=subject_digest(form))
    return queries.draft(case.reference)


def test_a_twin_is_another_draft_of_the_same_subject_and_matter(now):
    one, other = about("昆山甲有限公司", now), about("昆山 甲 有限公司", now)
    assert queries.twin(one, [one.reference, other.reference]) == other
    assert queries.twin(one, [one.reference]) is None


def test_another_name_or_another_matter_is_no_twin(now):
    one, named, done = about("昆山甲有限公司", now), about("昆山乙有限公司", now), about("昆山甲有限公司", now, "deregistration")
    assert queries.twin(one, [named.reference, done.reference]) is None


def test_a_draft_about_nobody_has_no_twin(case, now):
    other = actions.open_draft(now=now)
    assert queries.twin(case, [case.reference, other.reference]) is None


def test_a_draft_is_kept_thirty_days_or_as_long_as_its_code(case, now):
    assert queries.kept_until(case) == now + timedelta(days=30)
    resumption.make(case, now=now + timedelta(days=5))
    assert queries.kept_until(case) == now + timedelta(days=35)
