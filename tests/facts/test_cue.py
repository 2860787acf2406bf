"""Character cues mend the name they follow and are no part of it."""

import pytest

from gaoxing.facts.cue import Cue, find_cues, fits, mend


@pytest.mark.parametrize(
    ("said", "characters"),
    [
        ("启动的启波澜的澜", "启澜"),
        ("弓长张", "张"),
        ("言午许草字头的芬", "许芬"),
        ("王字旁的琳", "琳"),
        ("三点水沈", "沈"),
        ("女字旁的婷", "婷"),
        ("绞丝旁的维", "维"),
        ("三个金的鑫", "鑫"),
        ("上面一个龙下面一个共的龚", "龚"),
        ("门里一个文的闵", "闵"),
        ("浩然正气的浩", "浩"),
        ("去掉单人旁那个尹", "尹"),
        ("没有木字旁的乔", "乔"),
        ("人民的民", "民"),
        ("店名也是这个芬", "芬"),
    ],
)
def test_a_cue_names_its_character(said, characters):
    assert "".join(cue.character for cue in find_cues(said)) == characters


def test_a_part_said_with_the_wrong_homophone_is_still_the_part():
    assert [cue.character for cue in find_cues("弓长章")] == ["张"]


@pytest.mark.parametrize("said", ["剩下的归我", "注册资本一百万", "我占的多", "做软件开发的", "他的手机"])
def test_ordinary_words_hold_no_cue(said):
    assert find_cues(said) == ()


def test_cues_replace_the_character_of_their_sound_in_order():
    cues = find_cues("弓长张卫国的卫国家的国")
    assert mend("章为果", [cues[0], Cue(0, 1, "卫"), Cue(1, 2, "国")]) == ("张卫国", 3)


def test_a_character_already_right_is_not_used_twice():
    assert mend("明铭", [Cue(0, 1, "明"), Cue(1, 2, "铭")]) == ("明铭", 2)


def test_a_cue_of_another_sound_leaves_the_name_alone():
    assert mend("李静", [Cue(0, 3, "国")]) == ("李静", 0)
    assert not fits("李静", Cue(0, 3, "国"))


def test_a_phrase_said_exactly_comes_before_one_that_only_sounds_like_it():
    assert [cue.character for cue in find_cues("三点水洪三点水汪")] == ["洪", "汪"]


@pytest.mark.parametrize(
    ("heard", "said", "meant"), [("于为", "伟大的伟", "于伟"), ("杨央", "英雄的英", "杨英"), ("蒋江", "坚强的强", "蒋强"), ("章伟", "弓长张", "张伟")]
)
def test_a_word_spells_the_given_name_before_the_surname(heard, said, meant):
    assert mend(heard, find_cues(said))[0] == meant


def test_the_project_meant_spells_nothing():
    assert find_cues("昆山示例有限公司项目还是那个项目") == ()


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("法人叫郑冲一飞冲天的冲", 5),
        ("监事叫李安天下平安的安", 5),
        ("经理叫丁海五湖四海的海", 5),
        ("我叫余强年年有余的余", 4),
        ("我叫余国强富余的余", 5),
        ("监事丁海平大海洋的海", 6),
        ("我叫岳小北岳家军的岳", 5),
        ("我媳妇丁婷婷女字旁的婷", 6),
    ],
)
def test_an_idiom_of_four_characters_begins_where_the_name_is_complete(said, start):
    assert [cue.start for cue in find_cues(said)] == [start]


def test_a_character_mended_twice_is_mended_in_its_own_place():
    assert mend("云起科技有限公司", [Cue(0, 4, "起"), Cue(5, 9, "启")], leading=True)[0] == "云启科技有限公司"
