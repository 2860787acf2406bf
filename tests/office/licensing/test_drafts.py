"""Drafts of papers: what was said stands in them, what nobody said stays empty; for every trade each paper that the system writes has one."""

import pytest

from gaoxing.office.licensing import drafts
from gaoxing.office.licensing.models import Item
from tests.matters.joint_licence.test_spoken_to_plan import STATEMENTS
from tests.office.licensing.conftest import item
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("trade", sorted(STATEMENTS))
def test_every_trade_goes_from_words_to_units_and_drafts(sent_case, now, trade):
    case = sent_case(STATEMENTS[trade][0])
    items = list(Item.objects.filter(case=case))
    assert case.joint.trade == trade
    assert any(each.state == Item.State.DISPATCHED for each in items)
    made = [drafts.layout(each, material, now.date()) for each in items for material in drafts.offered(each)]
    assert made
    assert all(each is not None and each.title.endswith("（样稿）") for each in made)


def test_a_list_has_room_for_entries_and_what_was_said_at_its_head(sent_case, now):
    made = drafts.layout(item(sent_case(), "food_operation"), "equipment_list", now.date())
    head, entries = made.values["parts"]
    assert {"label": "经营/建筑面积（㎡）", "text": "400"} in head["rows"][0]["blanks"]
    assert len(entries["rows"]) == 8
    assert all(each["text"] == "" for row in entries["rows"] for each in row["blanks"])


def test_the_floor_plan_has_a_sheet_with_its_layers(sent_case, now):
    made = drafts.layout(item(sent_case(), "fire_check"), "floor_plan", now.date())
    assert [each["label"][:2] for each in made.values["parts"][1]["rows"][0]["blanks"]] == ["功能", "设备", "消防", "卫生", "监控"]


def test_what_the_system_does_not_write_has_no_draft(sent_case, now):
    assert drafts.layout(item(sent_case(), "food_operation"), "fs_manager_doc", now.date()) is None


def test_a_draft_is_drawn_for_its_applicant_alone(sent_case, owner, signed_in, cast):  # noqa: F811
    case = sent_case()
    where = f"/cases/{case.number}/licences/food_operation/drafts/equipment_list.pdf"
    answer = signed_in(owner).get(where)
    assert (answer.status_code, answer.content[:4]) == (200, b"%PDF")
    assert signed_in(owner).get(where.replace("equipment_list", "nothing")).status_code == 404
