"""Numbers of people never leave the machine: they are placeholders, and come back as they were said."""

import random
import re

import pytest

from gaoxing.facts.placeholder import Veil, veil

ID = "320583199003072147"


def veiled(*said: str) -> Veil:
    return veil(said)


@pytest.mark.parametrize(
    "said",
    [
        f"我叫丁大宝身份证{ID}",
        "身份证三二零五八三一九九零零三零七二一四七",
        "身份证是三二零五八三，然后一九九零年三月七号，最后二一四叉",
        "手机幺三八零零幺三八零零零",
        "电话 138 0013 8000 别打错",
        "座机0512-57300000",
        "信用代码91320583MA1X2Y3Z4K",
        "代码是九一三二零五八三MA幺X二Y三Z四K",
        "护照E12345678",
        "尾号是2147，不是2148",
        "身份证后四位报错了是二一四叉",
        "身份证号嗯３２０５８３１９９００３０７２１４７",
        "手机号13800138000和13900139000都行",
    ],
)
def test_no_long_run_of_figures_is_left(said):
    left = veiled(said).texts[0]
    assert "〔号码" in left
    assert not re.search(r"[0-9０-９零一二三四五六七八九幺]{4,}", left)


@pytest.mark.parametrize("said", ["注册资本两百万，占百分之六十", "注册资本2000000元", "2029年6月30日之前缴清", "十二个人，三间门面", "前进西路188号301室"])
def test_amounts_shares_days_and_house_numbers_stay(said):
    assert veiled(said).texts == (said,)


def test_words_come_back_as_they_were_said():
    said = "我身份证320583 19900307 2147，手机幺三八零零幺三八零零零"
    hidden = veiled(said)
    assert hidden.restored(hidden.texts[0]) == said


def test_a_placeholder_alone_is_worth_its_number():
    hidden = veiled("手机幺三八零零幺三八零零零")
    (placeholder,) = re.findall("〔.*?〕", hidden.texts[0])
    assert hidden.value(placeholder) == "13800138000"


def test_a_number_said_in_two_turns_the_same_way_has_one_placeholder():
    hidden = veiled("电话13800138000", "对，13800138000")
    assert len(hidden.hidden) == 1


def test_a_placeholder_that_the_speaker_wrote_is_none():
    hidden = veiled("〔号码1〕是我的，手机13800138000")
    assert hidden.texts[0].count("〔") == 1
    assert hidden.texts[0].startswith("（号码1）")


def test_what_is_no_placeholder_is_worth_nothing():
    assert veiled("我要开公司").value("〔号码9〕") is None


@pytest.mark.parametrize("said", ["", "   ", "🙂" * 10, "\ud800坏字13800138000"])
def test_odd_words_are_borne(said):
    assert "13800138000" not in veiled(said).texts[0]


def test_placeholders_are_numbered_as_they_are_said():
    assert veiled("手机13800138000，座机0512-57300000").texts == ("手机〔号码1〕，座机〔号码2〕",)


def test_every_worked_number_of_a_long_talk_is_hidden():
    said = "我叫丁大宝，身份证320583199003072147，手机13800138000，注册资本五百万，我爱人苏小云，身份证320583199101012222，手机13900139000，她占四成"
    hidden = veiled(said)
    assert len(hidden.hidden) == 4
    assert "注册资本五百万" in hidden.texts[0]
    assert "她占四成" in hidden.texts[0]


def test_a_number_does_not_swallow_what_is_said_next():
    assert veiled("手机13800138000。一共三个人").texts == ("手机〔号码1〕。一共三个人",)


def test_figures_right_behind_a_number_are_hidden_too():
    assert not re.search("[0-9]{3}", veiled("身份证32058319900307214 7213").texts[0].replace("号码1", "").replace("号码2", ""))


SPOKEN = str.maketrans("0123456789X", "零一二三四五六七八九叉")
BETWEEN = ("", " ", "，", " 嗯 ", "、", "-", "…", "，然后", "，后面是", "，呃，", "啊", "那个", "，就是")
WAYS = (
    lambda group: group,
    lambda group: group.translate(SPOKEN),
    lambda group: group.translate(SPOKEN).replace("一", "幺").replace("零", "洞"),
    lambda group: group.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    lambda group: re.sub(r"(.)\1\1", r"三个\1", group.translate(SPOKEN)),
)


@pytest.mark.parametrize("seed", range(40))
def test_numbers_said_in_any_way_leave_no_four_figures(seed):
    chance = random.Random(seed)
    for number in ("32058319900307214X", f"1{chance.randint(3 * 10**9, 10**10 - 1)}", "051257300000"):
        cuts = sorted(chance.sample(range(1, len(number)), 3))
        way, between = chance.choice(WAYS), chance.choice(BETWEEN)
        spoken = between.join(way(number[start:end]) for start, end in zip([0, *cuts], [*cuts, len(number)], strict=True))
        said = f"我叫丁大宝，{chance.choice(('身份证', '电话是', '号码', '联系', ''))}{spoken}{chance.choice(('', '，两个人', '。注册资本五十万'))}"
        left = re.sub("〔号码[0-9]+〕|两个人|五十万", "", veiled(said).texts[0])
        assert len(re.findall("[0-9０-９零一二三四五六七八九幺洞]", left)) < 4, said


def test_people_and_years_right_behind_a_number_stay():
    assert veiled("手机13800138000，两个人").texts == ("手机〔号码1〕，两个人",)
    assert "二零二九年" in veiled("手机13800138000，二零二九年缴清").texts[0]
