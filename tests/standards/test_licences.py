import pytest

from gaoxing.standards.business_scope import item, items
from gaoxing.standards.licences import licence, licences_of

POINTING = [each for each in items() if each.permits]


def test_every_licence_pointed_to_is_in_the_table():
    assert all([found.id for found in licences_of(each)] == list(each.permits) for each in POINTING)
    assert len(POINTING) > 30


def test_a_licence_before_registration_belongs_to_an_item_approved_before():
    assert [each.name for each in POINTING for found in licences_of(each) if found.before != (each.approval == "前置")] == []


def test_an_item_may_need_two_licences():
    assert [each.authority for each in licences_of(item("住宿服务"))] == ["公安局", "疾病预防控制（卫生健康）部门"]


@pytest.mark.parametrize("name", ["软件开发", "保安服务", "药品批发", "道路旅客运输经营"])
def test_what_the_table_does_not_describe_leads_nowhere(name):
    assert licences_of(item(name)) == ()


def test_what_is_not_verified_says_so():
    assert not licence("food_operation").verified
    assert licence("tobacco_retail").verified
    assert licence("tobacco_retail").to_json()["basis"] == "烟草专卖法16条；烟草专卖法实施条例9条"


def test_an_unknown_licence_is_a_key_error():
    with pytest.raises(KeyError):
        licence("moon")


@pytest.mark.parametrize(
    ("licence_id", "wanted"),
    [
        ("food_operation", "食品经营许可证"),
        ("md2_filing", "第二类医疗器械经营备案"),
        ("hr_filing", "人力资源服务备案"),
        ("vehicle_repair_filing", "机动车维修经营备案"),
    ],
)
def test_of_a_filing_the_filing_is_named_and_of_a_permit_the_certificate(licence_id, wanted):
    assert licence(licence_id).wanted == wanted
