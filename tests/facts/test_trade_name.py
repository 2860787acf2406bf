import pytest

from gaoxing.facts.trade_name import composed_name, find_bare_trade_names, find_trade_names


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("店名叫昆山市玉山镇小安早点铺我叫安心", "昆山市玉山镇小安早点铺"),
        ("店名玉山镇小安理发店我叫安心草字头的芬", "玉山镇小安理发店"),
        ("店名叫昆山高新区飞驰电动车行飞快的飞", "昆山高新区飞驰电动车行"),
        ("名字叫朵朵花坊云朵的朵", "朵朵花坊"),
        ("棋牌室就叫好运来棋牌室吧", "好运来棋牌室"),
        ("名字叫小雅花店店面在亭林路", "小雅花店"),
        ("店名么昆山市玉山镇大成五金店行不行", "昆山市玉山镇大成五金店"),
        ("店名老街坊面馆，地址前进路", "老街坊面馆"),
        ("招牌和执照都用昆山市玉山镇小满咖啡馆这个名字", "昆山市玉山镇小满咖啡馆"),
        ("执照名字就叫昆山市巴城镇老王蟹庄，", "昆山市巴城镇老王蟹庄"),
        ("名称：昆山市玉山镇小张水果店；经营者", "昆山市玉山镇小张水果店"),
        ("昆山高新区云端网吧", "昆山高新区云端网吧"),
    ],
)
def test_a_sole_traders_name_is_found_after_its_cue_or_at_its_town(said, name):
    assert [each.name for each in find_trade_names(said)] == [name]


@pytest.mark.parametrize(
    "said",
    ["我叫李家行", "还没想好名字我想开个面馆", "在玉山镇开个理发店", "项目名称就写智能物流中心项目", "名字叫昆山启航有限公司", "我叫何志明"],
)
def test_a_person_a_wish_or_a_company_is_no_sole_traders_name(said):
    assert find_trade_names(said) == ()


def test_a_name_spelt_out_in_pieces_is_put_together():
    assert composed_name("云上摄影，前面加昆山高新区，后面加个馆字") == "昆山高新区云上摄影馆"
    assert composed_name("小满咖啡店，前面加昆山市玉山镇") == "昆山市玉山镇小满咖啡店"


def test_nothing_is_put_together_without_the_words_for_it():
    assert composed_name("前面那家不是我的") is None


@pytest.mark.parametrize(
    ("said", "trade_name"),
    [
        ("通不过就用青石做字号", "青石"),
        ("要是重名就叫启云", "启云"),
        ("要是重名就叫启云山字头的云", "启云"),
        ("名字不能用的话就叫云舟", "云舟"),
        ("字号用云舟", "云舟"),
        ("实在不行用云舟做字号也行", "云舟"),
    ],
)
def test_another_trade_name_offered_alone_is_found(said, trade_name):
    assert [each.name for each in find_bare_trade_names(said)] == [trade_name]


@pytest.mark.parametrize("said", ["重名就用昆山云舟科技有限公司", "不行就算了", "就叫小满咖啡店"])
def test_a_full_name_is_no_bare_trade_name(said):
    assert find_bare_trade_names(said) == ()


@pytest.mark.parametrize("name", ["昆山市玉山镇示例堂大药房", "昆山市玉山镇示例面包房"])
def test_a_name_goes_on_to_its_last_ending(name):
    assert [each.name for each in find_trade_names(f"店名叫{name}")] == [name]
