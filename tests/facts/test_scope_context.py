import pytest

from gaoxing.facts.scope import find_scope


def items(said):
    return {item for mention in find_scope(said) if not mention.negated for item in mention.items}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("老婆要开母婴店，我要开琴行，最后听我的", {"乐器零售"}),
        ("我弟卖手机，现在我自己开店修手机", {"通讯设备修理"}),
        ("我姐要开花店，我来帮她办", {"礼品花卉销售"}),
        ("想开美容院的是我妹，我自己做家政", {"家政服务"}),
        ("养了一辈子花，想摆个摊卖多肉，我劝他别", set()),
        ("先说要卖衣服，不对，卖鞋", {"鞋帽零售"}),
        ("开药店不行，那就开个便利店", {"日用百货销售"}),
        ("我是来帮姐姐跑腿的", set()),
        ("帮人跑腿的服务", {"外卖递送服务"}),
        ("我是来咨询的", set()),
        ("做广告的朋友介绍来的", set()),
        ("给手机厂做SMT贴片的", {"电子元器件制造"}),
        ("公司二零二八年三月之前到位做衣服", {"服装制造"}),
    ],
)
def test_only_what_the_applicant_means_to_do_now_counts(said, wanted):
    assert items(said) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("以前卖手机，现在做家政", {"家政服务"}),
        ("我原来是修汽车的，这次想开花店", {"礼品花卉销售"}),
        ("曾经卖过鞋子", set()),
        ("隔壁是卖手机的", set()),
        ("在幼儿园旁边开个便利店", {"日用百货销售"}),
        ("给人家装修干了十年，现在自己想卖轴承", {"轴承销售"}),
        ("我在超市上班，想自己卖衣服", {"服装服饰零售"}),
        ("卖轴承，别的不卖", {"轴承销售"}),
        ("昨天去修了手机，今天来注册，卖轴承", {"轴承销售"}),
        ("我老公想开药店，我没同意，我们卖轴承", {"轴承销售"}),
        ("先想卖鞋，后来改主意了，卖轴承", {"轴承销售"}),
        ("我不会修手机，就卖手机", {"移动终端设备销售"}),
        ("客户是卖衣服的，我们卖轴承", {"轴承销售"}),
    ],
)
def test_jobs_of_the_past_errands_and_other_peoples_trades_are_left_aside(said, wanted):
    assert items(said) == wanted


@pytest.mark.parametrize("said", ["手机号是我的", "我手机没电了", "电脑上弄不来", "车停在外面"])
def test_the_speakers_own_things_are_no_wares(said):
    assert items(said) == set()


def test_what_is_refused_is_heard_as_refused():
    assert [(mention.items, mention.negated) for mention in find_scope("不卖香烟，卖轴承")] == [(("烟草制品零售",), True), (("轴承销售",), False)]
