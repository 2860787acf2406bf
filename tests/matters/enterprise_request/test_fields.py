from __future__ import annotations

from gaoxing.catalogue import matter
from gaoxing.matters.enterprise_request.categories import categories
from gaoxing.matters.enterprise_request.fields import FIELDS

MATTER = matter("enterprise_request")


def test_the_contracts_blanks_are_there():
    assert {each.id for each in FIELDS if each.contract} == {"requests", "enterprise", "contact.name", "contact.mobile", "urgent"}


def test_a_request_is_of_one_of_the_classes_or_other():
    ids = [value for value, _ in MATTER.field("requests.0.category").choices]
    assert ids == [*(each.id for each in categories()), "other"]


def test_the_words_of_a_request_stay_out_of_the_contract():
    assert MATTER.field("requests.0.content").contract is False


def test_the_telephone_is_private():
    assert MATTER.field("contact.mobile").private
