"""Names are bounded by what stands beside them, with or without punctuation."""

import pytest

from gaoxing.facts.person import find_names


def names(text, **more):
    return [each.name for each in find_names(text, **more)]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("我叫丁大宝电话幺三八", ["丁大宝"]),
        ("我叫欧阳小北，法人是我", ["欧阳小北"]),
        ("法人吕品监事写何苗", ["吕品", "何苗"]),
        ("牛大明占百分之五十五吕品占百分之四十五", ["牛大明", "吕品"]),
        ("选举程大有为董事长，梅小雪、鲁大卫为董事", ["程大有", "梅小雪", "鲁大卫"]),
        ("我老婆周小秦占三成", ["周小秦"]),
        ("剩下的归蓝天成就他一个", ["蓝天成"]),
        ("我姓章立早章张小明的明", ["章小明"]),
        ("经营者彭家旺", ["彭家旺"]),
    ],
)
def test_a_name_is_found_whole(said, found):
    assert names(said)[: len(found)] == found


@pytest.mark.parametrize(
    "said", ["高新区元丰路", "时间定在明年", "注册资本一百万元整", "安全生产", "方便面也卖", "今天天气很好", "公司经营范围写软件开发", "马上就办"]
)
def test_words_that_begin_like_a_name_are_none(said):
    assert names(said) == []


def test_a_name_known_from_before_is_found_without_its_surroundings():
    assert names("那就丁大宝吧嗯", known=["丁大宝"]) == ["丁大宝"]


def test_nothing_is_found_inside_a_barred_span():
    assert names("我叫丁大宝，", barred=[(2, 5)]) == []


def test_a_cue_ends_a_name():
    assert names("我叫许分言午许草字头的芬门面在北门路") == ["许分"]


@pytest.mark.parametrize("word", ["龙虾", "汤圆", "许可证", "景德镇", "谢谢", "马上要开业", "张罗", "冷库"])
def test_a_word_of_talk_after_me_names_nobody(word):
    assert names(f"法人就是我，{word}") == []


@pytest.mark.parametrize("more", ["，占六成", "，身份证号是", "，手机", "，一百万"])
def test_a_name_after_me_is_one_where_a_number_or_share_follows(more):
    assert names(f"法人就是我，丁大宝{more}") == ["丁大宝"]


@pytest.mark.parametrize(
    ("said", "found"), [("姓丁，单名一个雄字，他当法人", ["丁雄"]), ("法人单名一个雄字", []), ("监事要换人", []), ("监事叫丁海五湖四海的海", ["丁海"])]
)
def test_a_single_given_name_needs_a_surname_and_talk_names_nobody(said, found):
    assert names(said) == found
