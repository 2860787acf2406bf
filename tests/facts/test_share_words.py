import pytest

from gaoxing.facts.share_words import Hand, hand, is_capital, is_price, is_share_talk, of_what


def at(text, words):
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "name", "part"),
    [
        ("丁大宝把三成转给何苗", "丁大宝", Hand.GIVES),
        ("丁大宝名下的股份", "丁大宝", Hand.GIVES),
        ("股东丁大宝退出", "丁大宝", Hand.GIVES),
        ("股份转给何苗", "何苗", Hand.TAKES),
        ("何苗受让三成股权", "何苗", Hand.TAKES),
        ("股份由何苗接手", "何苗", Hand.TAKES),
        ("股东由丁大宝变更为何苗", "何苗", Hand.TAKES),
        ("法人由丁大宝变更为何苗", "何苗", Hand.NONE),
        ("名称由何苗变更为丁大宝", "丁大宝", Hand.NONE),
        ("丁大宝持股40%，", "丁大宝", Hand.NONE),
    ],
)
def test_whose_hands_a_share_leaves_and_whom_it_reaches(text, name, part):
    assert hand(text, *at(text, name), ()) is part


@pytest.mark.parametrize(
    ("text", "size", "what"),
    [
        ("他那三成里的一成", "三成", "holding"),
        ("持有60%，将其中20%转让", "60%", "holding"),
        ("占四成，把其中一半", "四成", "holding"),
        ("把30%的股权转给", "30%", "passes"),
        ("转完以后他占50%", "50%", "after"),
        ("持股30%全部转让", "30%", "open"),
    ],
)
def test_what_a_size_is_the_size_of(text, size, what):
    assert of_what(text, *at(text, size)) == what


@pytest.mark.parametrize(("text", "paid"), [("作价60万", True), ("转让价60万", True), ("以60万元的价格", True), ("那60万的出资额", False)])
def test_a_price_is_no_contribution(text, paid):
    assert is_price(text, *at(text, "60万")) == paid


@pytest.mark.parametrize(("text", "capital"), [("股权转了，注册资本增到60万", True), ("注册资本不变，股权60万", False)])
def test_a_sum_belongs_to_what_was_named_last(text, capital):
    assert is_capital(text, text.index("60万")) == capital


@pytest.mark.parametrize(("text", "talk"), [("股权转让", True), ("改成股份有限公司", False), ("换法人", False)])
def test_talk_of_shares_is_known(text, talk):
    assert is_share_talk(text) == talk
