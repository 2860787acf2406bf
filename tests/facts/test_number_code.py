"""Numbers as they are dictated. Every number here is made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.number_code import corrected, find_codes, find_tail_corrections

DICTATED = [
    ("手机幺五五四个零六二七八在同丰西路九十二号", [("mobile", "15500006278")]),
    ("手机幺三八双九三个八幺二三", [("mobile", "13899888123")]),
    ("电话134 0000 9081", [("mobile", "13400009081")]),
    ("电话一三八，零零零零，一二三四", [("mobile", "13800001234")]),
    ("电话零零八六幺三八零零零零幺二三四", [("mobile", "13800001234")]),
    ("17300008140是我手机", [("mobile", "17300008140")]),
    ("手机1380000123", [("mobile", "1380000123")]),
    ("身份证三四零零零零幺九九四零九零五幺零九最后一位是叉电话幺五六零零零零四四零九", [("id_number", "34000019940905109X"), ("mobile", "15600004409")]),
    ("身份证三二零五零零一九八六年三月四号五二六六", [("id_number", "320500198603045266")]),
    ("身份证三二零五零零 一九八六年十二月二十三号 五二六六", [("id_number", "320500198612235266")]),
    ("我身份证是三二零五八三后面一九九零零一零一再后面是零零一八", [("id_number", "320583199001010018")]),
    ("三二零五八三八六年三月四号五二六六身份证", [("id_number", "320583198603045266")]),
    ("身份证三二零五八三，一九九零零一零一，零零一…最后一位是零，想在玉山", [("id_number", "320583199001010010")]),
    ("身份证三二零五八三一九九零零一零一零零一艾克斯", [("id_number", "32058319900101001X")]),
    ("身份证42000020010411039x，电话13600008834", [("id_number", "42000020010411039X"), ("mobile", "13600008834")]),
    ("身份证三二零五八三一九九零零一零一零零一叉车公司", [("id_number", "32058319900101001")]),
    ("320583198801021234 13700003308", [("id_number", "320583198801021234"), ("mobile", "13700003308")]),
    ("三二零五八三一九八八零一零二一二三四一三七零零零零三三零八", [("id_number", "320583198801021234"), ("mobile", "13700003308")]),
    ("代码九幺三二零五零零MA三二YR四U四G注册资本三千万", [("uscc", "91320500MA32YR4U4G")]),
    ("税号9132 0583 ma00 0000 7r", [("uscc", "91320583MA0000007R")]),
    ("信用代码我念给你九一三二零五零零MA四N八T二六XK项目名称", [("uscc", "91320500MA4N8T26XK")]),
    ("电话0512-57300000", [("landline", "0512-57300000")]),
    ("电话零五幺二五七三零零零零零转八零幺", [("landline", "0512-57300000-801")]),
    ("座机57300000", [("landline", "57300000")]),
    ("项目代码二四幺零横杠三二零五八三横杠八九横杠零一横杠零五八三九二后来", [("project_code", "2410-320583-89-01-058392")]),
    ("2411-320583-89-02-290465", [("project_code", "2411-320583-89-02-290465")]),
    ("项目代码24113205838902290465", [("project_code", "2411-320583-89-02-290465")]),
    ("邮编215300", [("digits", "215300")]),
    ("身份证号3205831970，等一下，04192006", [("id_number", "320583197004192006")]),
    ("手机138，等一下啊，1234，5678", [("mobile", "13812345678")]),
    ("手机1380000，等一下，13900001234", [("mobile", "13900001234")]),
    ("手机139123，等一下，13945", [("mobile", "13945")]),
    ("信用代码九一三二零五八三M A一T二三四五六七Y", [("uscc", "91320583MA1T234567Y")]),
    ("信用代码91320583MA1T234567T恤店", [("uscc", "91320583MA1T234567")]),
    ("身份证号三二零五八三，八零年三月七号，零零一叉", [("id_number", "32058319800307001X")]),
]


@pytest.mark.parametrize("behind", ["一年能出三百万件", "一共两个", "二零二七年六月"])
def test_a_mobile_ends_before_another_number(behind):
    assert find_codes(f"手机幺三九零零零零五六七八{behind}")[0].value == "13900005678"


@pytest.mark.parametrize(("text", "codes"), DICTATED)
def test_a_number_is_read_as_it_is_dictated(text: str, codes: list[tuple[str, str]]):
    assert [(code.kind, code.value) for code in find_codes(text)] == codes


@pytest.mark.parametrize(
    "text",
    [
        "2027-03-01开工",
        "注册资本3000000元",
        "前进西路1886号",
        "二零二七年一月到二零二八年十二月",
        "三个八百万",
        "五个零件",
        "zhang123456@126.com",
        "四个零售店",
        "占五五开",
        "一二三的三",
        "ZL20231234567",
    ],
)
def test_dates_amounts_and_addresses_are_no_numbers_of_a_person(text: str):
    assert find_codes(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("身份证三四零零零零幺九九幺刚才念太快了我重新来三四零零零零幺九九幺零七二三幺六二六我叫", "340000199107231626"),
        ("手机幺三八零零不对是幺三九零零零零幺二三四", "13900001234"),
        ("手机幺三八零零零零幺二三四说错了幺三八零零零零四三二幺", "13800004321"),
        ("手机不是13800001111是13900001111", "13900001111"),
        ("手机13800001111不是13900001111", "13800001111"),
    ],
)
def test_a_number_begun_again_counts_once_as_said_last(text: str, value: str):
    assert [code.value for code in find_codes(text)] == [value]


def test_two_numbers_without_a_word_of_correction_stay_two():
    assert [code.value for code in find_codes("手机13800001111另外一个不对外13900001111")] == ["13800001111", "13900001111"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("电话一三三零零零零六四幺二不对最后四位是六四二幺公司", "13300006421"),
        ("我电话幺三八零零零零幺二三四后四位错了是四三二一", "13800004321"),
        ("代码九幺三二零五零零MAUU零RNW零二最后一位念错了不是二是八", "91320500MAUU0RNW08"),
        ("电话13300006412，不对，倒数第二位是2", "13300006422"),
    ],
)
def test_corrected_last_figures_are_exchanged(text: str, value: str):
    (code,) = find_codes(text)
    assert (code.value, code.readings) == (value, ())
    assert find_tail_corrections(text) == ()


def test_a_correction_that_does_not_fit_leaves_the_number_to_be_asked():
    (code,) = find_codes("电话13300006412最后一位念错了不是五是八")
    assert (code.value, code.readings) == ("13300006412", ("13300006412",))


def test_other_last_figures_without_a_word_of_correction_give_two_readings():
    (code,) = find_codes("电话13300006412最后四位是六四二幺")
    assert code.readings == ("13300006412", "13300006421")


@pytest.mark.parametrize(
    ("text", "count", "digits", "old", "kept"),
    [
        ("后四位错了是四三二一", 4, "4321", None, 0),
        ("最后一位念错了不是二是八", 1, "8", "2", 0),
        ("号码最后四位报错了，是3964", 4, "3964", None, 0),
        ("倒数第二位是3", 1, "3", None, 1),
        ("最后一位应该是叉", 1, "X", None, 0),
    ],
)
def test_a_correction_in_a_later_turn_is_handed_on(text: str, count: int, digits: str, old: str | None, kept: int):
    (each,) = find_tail_corrections(text)
    assert (each.count, each.digits, each.old, each.kept) == (count, digits, old, kept)


@pytest.mark.parametrize("text", ["最后一个是三十万", "后面两家是公司", "最后是我", "后四位股东", "最后两位说得不一样"])
def test_other_talk_of_the_last_is_no_correction(text: str):
    assert find_tail_corrections(text) == ()


def test_a_correction_is_applied_to_a_number_of_an_earlier_turn():
    (last,) = find_tail_corrections("最后一位念错了不是二是八")
    assert corrected("91320500MAUU0RNW02", last) == "91320500MAUU0RNW08"
    assert corrected("91320500MAUU0RNW03", last) is None
    assert corrected("2", last) is None


SAID = {"0": "零〇", "1": "幺一", "2": "二", "3": "三", "4": "四", "5": "五", "6": "六", "7": "七", "8": "八", "9": "九"}


@given(st.from_regex("1[3-9][0-9]{9}", fullmatch=True), st.randoms(use_true_random=False))
def test_every_mobile_read_digit_by_digit_is_the_same_number(number: str, chance):
    said = "".join(chance.choice(SAID[figure]) for figure in number)
    assert [(code.kind, code.value, code.start, code.end) for code in find_codes(f"手机{said}公司")] == [("mobile", number, 2, 13)]


@given(st.text(alphabet="零幺二三八九一十百万个双叉X0123456789-年月号，。 手机身份证不对最后位是错MAxy", max_size=50))
def test_codes_of_any_text_stand_in_order_inside_it(text: str):
    codes = find_codes(text)
    assert all(0 <= code.start < code.end <= len(text) and code.value for code in codes)
    assert [code.start for code in codes] == sorted(code.start for code in codes)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("四幺二八二五，幺九七五，零七零六，三九六九", "412825197507063969"),
        ("五幺零幺零七，二零零三年七月十八号，零零五八", "510107200307180058"),
        ("四二零一零六、一九九六一二一零、零零九X", "42010619961210009X"),
        ("幺三七，零零零零，五五一二", "13700005512"),
    ],
)
def test_groups_that_make_a_whole_number_need_no_word_for_it(said, number):
    assert [code.value for code in find_codes(said)] == [number]


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("手机幺七四五七零五六七八五，后四位错了，是四个零", "17457050000"),
        ("手机一三七零零零零零零零零尾号说错了是七五七四", "13700007574"),
        ("手机幺三八零零零零幺二三四后四位不对应该是双五三二", "13800005532"),
    ],
)
def test_corrected_figures_may_be_counted(said, number):
    assert [code.value for code in find_codes(said)] == [number]


@pytest.mark.parametrize("said", ["注册资本打算填304900万", "总投资47.264287亿元", "打算投30490000万"])
def test_figures_before_ten_thousand_are_no_number(said):
    assert find_codes(said) == ()


def test_spoken_without_a_stop_not_mends_a_number_and_with_one_denies_it():
    assert [code.value for code in find_codes("电话幺三八四个零幺二三四不是幺三九四个零幺二三四")] == ["13900001234"]
    assert [code.value for code in find_codes("电话幺三八四个零幺二三四，不是幺三九四个零幺二三四")] == ["13800001234"]


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("身份证三二零五八三后面生日是一九九零年一月一号最后零零一幺", "320583199001010011"),
        ("手机一三八零零零零幺二三四后面四位重新报五六七八", "13800005678"),
        ("手机13800001234，备用13900005678", "13800001234"),
    ],
)
def test_what_people_say_between_the_figures(said, number):
    assert [code.value for code in find_codes(said)] == [number]


def test_the_last_letter_of_a_credit_code_may_be_put_right():
    [code] = find_codes("信用代码九幺三二零五零零MA幺A二B三C四D，说错了，最后一位是E")
    assert code.value == "91320500MA1A2B3C4E"


def test_a_tail_told_before_the_number_mends_nothing():
    assert find_tail_corrections("尾号是0011前面是320583199001010") == ()


def test_a_credit_code_said_in_groups_is_one_number():
    assert [code.value for code in find_codes("代码九一三二零五八三，MA2，K7B4T9M")] == ["91320583MA2K7B4T9M"]
    assert [code.value for code in find_codes("代码91320583, MA2K, 7B4T9M")] == ["91320583MA2K7B4T9M"]


def test_groups_that_do_not_come_to_a_credit_code_stay_apart():
    assert all(len(code.value) == 8 for code in find_codes("代码九一三二零五八三，MA2，后面忘了"))
