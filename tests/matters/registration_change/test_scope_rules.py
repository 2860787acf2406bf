from __future__ import annotations

from datetime import date

import pytest

from gaoxing.matters.registration_change import rules, scope_rules
from tests.matters.registration_change.test_rules import found

ROW = {"item": "business_scope"}


def test_a_wording_outside_the_catalogue_is_told_with_the_nearest():
    told = found(scope_rules.outside_the_catalogue, {**ROW, "add": ("软件开发", "模具制造加工")})
    assert (told.level, told.fields) == ("warn", ("changes.0.add",))
    assert "“模具制造”" in told.message


def test_an_ended_item_is_not_added_any_more():
    told = found(scope_rules.no_longer_offered, {**ROW, "add": ("食品经营",)})
    assert told.level == "manual"
    assert "“食品销售”" in told.message


@pytest.mark.parametrize("row", [ROW, {**ROW, "add": ("软件开发",)}, {**ROW, "remove": ("食品经营", "自己写的一项")}, {"item": "name", "to": "甲"}])
@pytest.mark.parametrize("rule", scope_rules.SCOPE_RULES, ids=lambda each: each.id)
def test_what_the_catalogue_offers_and_what_is_taken_out_is_not_told(rule, row):
    assert found(rule, row) is None


def test_every_rule_on_the_added_scope_is_applied():
    assert set(scope_rules.SCOPE_RULES) <= set(rules.RULES)


@pytest.mark.parametrize(("on", "licensed"), [(date(2022, 12, 29), True), (date(2022, 12, 30), False)])
def test_what_is_licensed_is_asked_of_the_day(on, licensed):
    assert (found(rules.licensed_items, {**ROW, "add": ("货物进出口",)}, on=on) is not None) == licensed
