"""Guidance before filing: every hint belongs to a blank, cites, and holds a good sample in both languages."""

from __future__ import annotations

from gaoxing.catalogue import matter
from gaoxing.checks.projects.guidance import after, blanks

FIELDS = {each.id: each for each in matter("project_filing").fields}


def test_every_hint_belongs_to_a_blank_of_the_filing():
    assert {each.id for each in blanks()} <= set(FIELDS)


def test_every_demanded_blank_but_the_contact_and_the_kind_has_a_hint():
    demanded = {name for name, each in FIELDS.items() if each.required and not name.startswith("contact")}
    assert demanded <= {each.id for each in blanks()}


def test_every_hint_says_what_goes_wrong_and_shows_a_good_sample():
    assert all(each.wrong.endswith("。") and each.wrong_english.endswith(".") and each.sample and each.basis for each in blanks())


def test_it_is_told_that_filing_is_no_permission_and_has_no_term():
    told = "".join(each.told for each in after())
    assert "备案不是开工许可" in told
    assert "没有有效期" in told


def test_what_comes_after_cites_its_article_and_is_told_in_english():
    assert all("第" in each.basis and each.english.endswith(".") for each in after())
