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
