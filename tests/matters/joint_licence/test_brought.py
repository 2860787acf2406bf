"""Under which name of the matter's list a paper may have come before the licences are split: names that stand there, papers that the catalogue has."""

import tomllib
from importlib.resources import files

import pytest

from gaoxing.matters.joint_licence.bundle.brought import OWN_ROW, brought_as
from gaoxing.matters.joint_licence.permits.loading import shipped

LISTED = {each["name"] for each in tomllib.loads((files("gaoxing.matters.joint_licence") / "materials.toml").read_text(encoding="utf-8"))["material"]}
COLLECTIVE = {"各项许可的申请表", "各项许可自己的其他材料", "证照联办申请登记表"}


def test_every_paper_and_every_name_of_the_table_is_known():
    assert set(OWN_ROW) <= set(shipped().materials)
    assert set(OWN_ROW.values()) <= LISTED


def test_every_row_of_the_list_but_the_collective_ones_leads_to_a_paper():
    assert LISTED - set(OWN_ROW.values()) == COLLECTIVE


@pytest.mark.parametrize("material", ["form_food_operation", "water_test", "pharmacist", "no such paper"])
def test_what_belongs_to_no_one_permit_is_nobody_s(material):
    assert brought_as(material) == ()


def test_a_lease_is_the_proof_of_the_premises():
    assert brought_as("premises_right") == ("住所（经营场所）使用证明",)
