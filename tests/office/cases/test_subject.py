"""What a draft is about: the enterprise's name, else the number of who runs it, as a digest."""

import pytest

from gaoxing.forms import Answer, Form, Source
from gaoxing.office.cases.subject import subject_digest, subject_digests, subject_of

NUMBER = "320583199003070025"


def form_with(**answers):
    said = {path.replace("__", "."): Answer(value, Source.SAID) for path, value in answers.items()}
    return Form("company_registration", "2026", said)


@pytest.mark.parametrize("name", ["昆山测试（集团）有限公司", "昆山 测试(集团)有限公司", "昆山测试〔集团〕有限公司　"])
def test_a_name_is_the_same_however_it_is_written(name):
    assert subject_of(form_with(name=name)) == "name:昆山测试集团有限公司"


def test_without_a_name_the_operators_number_counts():
    assert subject_of(form_with(operator__id_number=NUMBER)) == f"number:{NUMBER}"


def test_of_the_parties_only_the_legal_representative_counts():
    other = {"parties__0__id_number": "320583198001010018", "parties__0__roles": ("shareholder",)}
    head = {"parties__1__id_number": NUMBER, "parties__1__roles": ("legal_representative", "director")}
    assert subject_of(form_with(**other)) == ""
    assert subject_of(form_with(**other, **head)) == f"number:{NUMBER}"


def test_a_letter_in_a_number_is_the_same_small_or_large():
    assert subject_of(form_with(operator__id_number="32058319900307002x")) == subject_of(form_with(operator__id_number="32058319900307002X"))


@pytest.mark.parametrize("form", [None, Form("company_registration", "2026"), form_with(name="（ ）")])
def test_nothing_named_is_no_subject(form):
    assert (subject_of(form), subject_digest(form), subject_digests(form)) == ("", "", ())


def test_the_digest_tells_nothing_and_differs_by_subject():
    one, other = subject_digest(form_with(name="昆山甲有限公司")), subject_digest(form_with(name="昆山乙有限公司"))
    assert len(one) == len(other) == 81
    assert one != other


def test_the_digest_under_an_earlier_key_is_looked_for_too(settings):
    form = form_with(name="昆山甲有限公司")
    former = subject_digest(form)
    settings.GAOXING_KEY = f"{'ab' * 16},{settings.GAOXING_KEY}"
    assert subject_digest(form) != former
    assert former in subject_digests(form)
