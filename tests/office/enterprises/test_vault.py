"""A code is looked up by its keyed digest, a record opens only for its own enterprise."""

from dataclasses import replace

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.office.enterprises.vault import code_digest, code_digests, seal, unseal

FIRST, SECOND = "00" * 16, "11" * 16


def test_a_record_opens_for_its_own_name(company):
    assert unseal(seal(company), name=company.name) == company


def test_a_record_opens_for_the_name_in_narrow_brackets(company):
    assert unseal(seal(company), name="昆山样例五金(昆山)有限公司") == company


def test_a_record_does_not_open_for_another_name(company):
    with pytest.raises(Fault):
        unseal(seal(company), name="昆山别家有限公司")


def test_two_seals_of_one_record_differ(company):
    assert seal(company) != seal(company)


def test_an_altered_record_does_not_open(company):
    blob = bytearray(seal(company))
    blob[-1] ^= 1
    with pytest.raises(Fault):
        unseal(bytes(blob), name=company.name)


def test_the_digest_says_nothing_of_the_code(company):
    assert company.uscc not in code_digest(company.uscc)
    assert code_digest(company.uscc) == code_digest(company.uscc)


def test_two_codes_have_two_digests():
    assert code_digest("91320583MA0000007R") != code_digest("92320583MA0000007N")


def test_the_digest_under_a_key_that_was_replaced_is_looked_for_too(settings):
    settings.GAOXING_KEY = FIRST
    former = code_digest("91320583MA0000007R")
    settings.GAOXING_KEY = f"{SECOND},{FIRST}"
    assert code_digest("91320583MA0000007R") != former
    assert former in code_digests("91320583MA0000007R")


def test_a_record_with_nothing_but_a_name_survives_too(company):
    bare = replace(company, domicile="", legal_representative="", capital=None, scope=(), shareholders=(), established=None)
    assert unseal(seal(bare), name=bare.name) == bare
