import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.address import find_addresses, mended_address

DIGITS = "零一二三四五六七八九"


def said_one_by_one(number):
    return "".join(DIGITS[int(figure)] for figure in str(number))


def values(text):
    return [each.value for each in find_addresses(text)]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("在同丰西路九十二号租了个小门面", "同丰西路92号"),
        ("地址是高新区章基路一百三十六号资金五万", "高新区章基路136号"),
        ("店在虹祺路四百零二号隔壁是一家车行", "虹祺路402号"),
        ("厂房租在玉山镇模具路一百二十六号四号厂房一个月一万二", "玉山镇模具路126号4号厂房"),
        ("住所昆山高新区元丰路二百三十二号六号楼三零幺室", "昆山高新区元丰路232号6号楼301室"),
        ("虹祺路99号，A座1201室", "虹祺路99号A座1201室"),
        ("摊位在玉山镇人民路311号B1层26铺，", "玉山镇人民路311号B1层26铺"),
        ("学院路88号创客楼415室", "学院路88号创客楼415室"),
        ("铺面在玉山镇柏庐路118-6号", "玉山镇柏庐路118-6号"),
        ("地址前进路一百一十八杠六号", "前进路118-6号"),
        ("昆山市，玉山镇，元丰路，232号，6号楼", "昆山市玉山镇元丰路232号6号楼"),
        ("公司开在前进西路188号3幢602，两个人", "前进西路188号3幢602"),
        ("办公地址望山路九十九号五楼五零二一个月三千", "望山路99号5楼502"),
        ("租在巴城镇石牌金凤凰路五号二楼五百平", "巴城镇石牌金凤凰路5号2楼"),
        ("我们租的晨丰路266号的厂房里一间办公室", "晨丰路266号"),
        ("厂房在玉山镇共青村三组十五号", "玉山镇共青村3组15号"),
        ("地址是昆山高新区清华科技园3号楼A座201室", "昆山高新区清华科技园3号楼A座201室"),
        ("地址在城北路和古城路交叉口西南角用地", "城北路和古城路交叉口西南角"),
        ("章基路北侧的厂房", "章基路北侧"),
        ("江苏省苏州市昆山市玉山镇登云路268号", "江苏省苏州市昆山市玉山镇登云路268号"),
        ("营业执照地址写马鞍山西路一八八八号国际大厦十二楼幺二零三", "马鞍山西路1888号国际大厦12楼1203"),
    ],
)
def test_an_address_runs_from_the_largest_unit_to_the_room(said, value):
    assert values(said) == [value]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("住所是娄苑路三百六十六号不对是三百九十六号八号楼四零三室", "娄苑路396号8号楼403室"),
        ("搬到杜克大道一百零八号 呃不对 是一百八十号二号楼", "杜克大道180号2号楼"),
        ("元丰路二十号二幢三零一室说错了三零二室", "元丰路20号2幢302室"),
    ],
)
def test_a_number_put_right_at_once_keeps_its_road(said, value):
    assert values(said) == [value]


@pytest.mark.parametrize("said", ["店在萧林路那边", "我一路走来十二号", "二楼一个月八千", "一楼幺零六室", "", "开了三家店", "手机幺三八零零零零幺二三四"])
def test_without_a_place_and_a_number_there_is_no_address(said):
    assert [each for each in find_addresses(said) if not each.landmark_only] == []


def test_a_road_without_a_number_is_a_landmark():
    found = find_addresses("门面在亭林路万象汇")
    assert [(each.value, each.landmark_only) for each in found] == [("亭林路", True)]


@pytest.mark.parametrize(
    "said",
    [
        "家住北门路三号",
        "房东住北门路12号",
        "老家在人民路三百号",
        "仓库在环庆路12号",
        "北门路12号的仓库",
        "原来在北门路66号",
        "北门路3号是我家",
        "户籍地址是人民路5号",
    ],
)
def test_a_private_former_or_store_rooms_place_is_a_distractor(said):
    assert [each.distractor for each in find_addresses(said)] == [True]


def test_the_place_rented_now_is_not_one_even_after_a_former_one():
    found = find_addresses("原来在北门路66号现在搬到萧林路178号五楼")
    assert [(each.value, each.distractor) for each in found] == [("北门路66号", True), ("萧林路178号5楼", False)]


def test_an_address_taken_back_for_another_is_a_distractor():
    found = find_addresses("前进路12号不对是北门路15号二楼")
    assert [each.distractor for each in found] == [True, False]


@pytest.mark.parametrize(
    ("said", "cue"), [("地址学院路九十九号", "地址"), ("门面在北门路一百七十八号", "门面"), ("注册在环庆路2088号", "注册"), ("学院路九十九号", "")]
)
def test_the_word_that_led_to_the_address_is_kept(said, cue):
    assert find_addresses(said)[0].cue == cue


@pytest.mark.parametrize(
    ("address", "later", "value"),
    [
        ("玉山镇萧林路178号5楼", "不好意思门牌说错了是一百八十七号五楼", "玉山镇萧林路187号5楼"),
        ("萧林路178号5楼501室", "房间号是五零三室", "萧林路178号5楼503室"),
        ("萧林路178号5楼501室", "楼层说错了应该是六楼", "萧林路178号6楼501室"),
        ("萧林路178号5楼", "注册资本改成六十万", None),
        ("萧林路178号5楼", "地址改成北门路三号", None),
        ("", "门牌是三号", None),
    ],
)
def test_a_later_turn_may_put_one_part_right(address, later, value):
    assert mended_address(address, later) == value


@given(st.integers(1, 9999), st.integers(1, 99), st.integers(101, 999))
def test_digits_read_one_by_one_come_back_as_written(house, block, room):
    said = f"地址在玉山镇元丰路{said_one_by_one(house)}号{said_one_by_one(block)}幢{said_one_by_one(room)}室注册资本一百万"
    assert values(said) == [f"玉山镇元丰路{house}号{block}幢{room}室"]


@given(st.text(alphabet="玉山镇路号楼一二三十百0123456789不对是在的，村", max_size=50))
def test_a_mention_always_lies_where_it_says(text):
    assert all(0 <= each.start < each.end <= len(text) and each.value for each in find_addresses(text))


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("住所在玉山镇同丰西路四十五弄二十八号三一二室", "玉山镇同丰西路45弄28号312室"),
        ("石浦路12弄3支弄4号", "石浦路12弄3支弄4号"),
        ("地址环城西弄5号", "环城西弄5号"),
        ("住所玉山镇北门路88号-2", "玉山镇北门路88号-2"),
        ("住所北门路八十八号杠二", "北门路88号-2"),
        ("在亭林路九十九号东侧租的", "亭林路99号东侧"),
    ],
)
def test_lanes_dashes_and_sides_belong_to_the_address(said, value):
    assert [each.value for each in find_addresses(said)] == [value]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("住所玉山镇北门路88号2幢301、302室", "玉山镇北门路88号2幢301、302室"),
        ("地址巴城镇学院路828号软件园北楼315", "巴城镇学院路828号软件园北楼315"),
        ("地址长江南路1128号（北侧）", "长江南路1128号（北侧）"),
        ("店勒亭林路37号", "亭林路37号"),
    ],
)
def test_several_rooms_named_wings_and_bracketed_sides_are_kept(said, value):
    assert [each.value for each in find_addresses(said)] == [value]


@pytest.mark.parametrize("after", ["店主姓胡", "房东姓胡", "店长是我"])
def test_a_number_before_a_person_of_the_place_is_whole(after):
    assert [each.value for each in find_addresses(f"店面在示例路十七号{after}")] == ["示例路17号"]


@pytest.mark.parametrize(
    ("said", "value"),
    [("厂址：千灯镇石浦机场路66号2号厂房", "千灯镇石浦机场路66号2号厂房"), ("搬到玉山镇租北门路3号", "北门路3号"), ("玉山镇现在北门路3号", "北门路3号")],
)
def test_a_settlement_between_town_and_road_belongs_to_the_address(said, value):
    assert [each.value for each in find_addresses(said)] == [value]
