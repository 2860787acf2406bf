from datetime import timedelta

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.office.cases import actions, queries, resumption
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.words import Words

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(now):
    return actions.open_draft(now=now)


def stored(case):
    return Case.objects.get(pk=case.pk)


def test_a_new_draft_is_empty_and_bears_the_time_it_was_told(case, now):
    assert (case.state, case.created, case.changed) == ("draft", now, now)
    assert queries.words_of(stored(case)) == Words()
    assert queries.form_of(stored(case)) is None


def test_references_are_long_and_never_alike(now):
    references = {actions.open_draft(now=now).reference for _ in range(20)}
    assert len(references) == 20
    assert min(map(len, references)) >= 43


def test_words_and_form_come_back_as_they_were_stored(case, taken, statement, now):
    words = Words().state(statement)
    assert actions.rewrite(case, words, taken.form, matter="company_registration", now=now)
    again = stored(case)
    assert queries.words_of(again) == words
    assert queries.form_of(again) == taken.form
    assert (again.matter, again.edition) == ("company_registration", "2026")


def test_nothing_that_was_said_stands_in_the_database(case, taken, statement, now):
    actions.rewrite(case, Words().state(statement), taken.form, matter="company_registration", now=now)
    row = Case.objects.filter(pk=case.pk).values().get()
    kept = b"|".join(bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode() for value in row.values())
    for piece in ("测试软件", "前进西路", "注册资本", "1000000"):
        assert piece.encode() not in kept


def test_a_change_made_meanwhile_is_not_swallowed(case, now):
    former = stored(case)
    assert actions.rewrite(case, Words().state("第一次"), None, matter="", now=now)
    assert not actions.rewrite(former, Words().state("第二次"), None, matter="", now=now)
    assert queries.words_of(stored(case)).statement == "第一次"


def test_a_blob_put_into_another_case_does_not_open(case, now):
    actions.rewrite(case, Words().state("秘密"), None, matter="", now=now)
    other = actions.open_draft(now=now)
    Case.objects.filter(pk=other.pk).update(words=bytes(stored(case).words))
    with pytest.raises(Fault):
        queries.words_of(stored(other))


def test_a_form_without_a_key_is_a_fault_and_not_an_empty_form(case, taken, now, settings):
    actions.rewrite(case, Words(), taken.form, matter="company_registration", now=now)
    settings.GAOXING_KEY = "ff" * 16
    with pytest.raises(Fault, match="另一把密钥"):
        queries.form_of(stored(case))


def test_a_discarded_draft_is_gone(case, now):
    actions.discard(case.reference, now=now)
    assert queries.draft(case.reference) is None
    assert not Case.objects.exists()


def test_an_empty_reference_finds_no_draft(case):
    assert queries.draft("") is None


def test_a_case_names_itself_without_what_was_said(case):
    assert str(case) == f"{case.pk} draft"


def test_a_draft_whose_code_still_opens_it_is_not_forgotten(case, now):
    resumption.make(case, now=now + timedelta(days=20))
    assert actions.forget_expired(now=now + timedelta(days=31)) == 0
    assert actions.forget_expired(now=now + timedelta(days=51)) == 1


def test_drafts_left_behind_are_deleted_unless_a_code_opens_them(case, now):
    other = actions.open_draft(now=now)
    resumption.make(other, now=now)
    assert actions.abandon([case.reference, other.reference], now=now) == 1
    assert [each.pk for each in Case.objects.all()] == [other.pk]
