"""Whose share is meant: the subject taken up, those said in one breath, what ends its rule, whom a share goes to, what it mends."""

from fractions import Fraction

import pytest

from gaoxing.facts.mentions import WHO
from gaoxing.facts.stake import Stake
from gaoxing.facts.subject import corrects, give, goes_to, governs, is_for_each, is_near, listed, shared_by, take_subject
from tests.facts.talk import misquoted, shares, walk


def walked(said, upto):
    """A walk that has taken every subject before the token `upto`, and its place."""
    path, places = walk(said)
    for place in range(places[upto]):
        if path.tokens[place].kind in WHO:
            take_subject(path, place)
    return path, places[upto]


def words(path, places):
    return [path.tokens[place].words for place in places]


@pytest.mark.parametrize(
    ("said", "upto", "people"),
    [
        ("丁大宝占六成", "六成", 1),
        ("丁大宝和苏小云各占五成", "五成", 2),
        ("丁大宝、苏小云、何苗各占两成", "两成", 3),
        ("丁大宝跟苏小云还有何苗各出十万", "十万", 3),
        ("丁大宝占六成，苏小云占四成", "四成", 1),
        ("丁大宝出六十万，何苗跟鲁大卫各出二十万", "二十万", 2),
    ],
)
def test_people_said_in_one_breath_are_one_subject(said, upto, people):
    path, _ = walked(said, upto)
    assert len(path.subject) == people


@pytest.mark.parametrize(("said", "partners"), [("丁大宝和苏小云各占五成", 2), ("丁大宝占五成", 0), ("丁大宝占五成，苏小云占五成", 0)])
def test_only_people_said_together_are_partners(said, partners):
    path, _ = walked(said, "五成")
    assert len(path.holdings.partners) == partners


def test_people_listed_under_a_post_are_no_partners():
    path, _ = walked("董事丁大宝、苏小云，占五成", "五成")
    assert path.holdings.partners == set()


@pytest.mark.parametrize(
    ("said", "upto"),
    [("丁大宝占六成", "六成"), ("丁大宝他呢占六成", "六成"), ("丁大宝，占六成", "六成"), ("丁大宝，出六十万", "六十万")],
)
def test_the_subject_governs_the_share_behind_it(said, upto):
    assert governs(*walked(said, upto))


@pytest.mark.parametrize(
    ("said", "upto"),
    [("丁大宝来了。占六成", "六成"), ("丁大宝说监事占六成", "六成"), ("占六成", "六成"), ("丁大宝出三十万占六成", "六成")],
)
def test_a_stop_a_post_or_another_share_ends_the_rule_of_the_subject(said, upto):
    assert not governs(*walked(said, upto))


def test_with_respective_shares_the_subject_governs_them_all():
    assert governs(*walked("丁大宝、苏小云分别占六成、四成", "四成"))


@pytest.mark.parametrize(("said", "near"), [("丁大宝占六成", True), ("丁大宝昨天在办公室里跟大家聊了半天后来说六成", False)])
def test_much_talk_between_parts_a_share_from_its_subject(said, near):
    assert is_near(*walked(said, "六成")) is near


@pytest.mark.parametrize(
    ("said", "share", "people"),
    [
        ("六成归丁大宝", "六成", ["丁大宝"]),
        ("六成是丁大宝的", "六成", ["丁大宝"]),
        ("六成给丁大宝和苏小云", "六成", ["丁大宝", "苏小云"]),
        ("六成由丁大宝、苏小云、何苗出", "六成", ["丁大宝", "苏小云", "何苗"]),
        ("六成，丁大宝占四成", "六成", []),
        ("六成", "六成", []),
    ],
)
def test_a_share_goes_to_the_people_behind_its_verb(said, share, people):
    path, places = walk(said)
    assert words(path, goes_to(path, places[share])) == people


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("丁大宝、苏小云、何苗", ["丁大宝", "苏小云", "何苗"]),
        ("丁大宝和苏小云", ["丁大宝", "苏小云"]),
        ("丁大宝，苏小云", ["丁大宝"]),
        ("丁大宝", ["丁大宝"]),
    ],
)
def test_a_list_ends_where_the_joining_ends(said, people):
    path, places = walk(said)
    assert words(path, listed(path, places["丁大宝"])) == people


@pytest.mark.parametrize(
    ("said", "share"), [("丁大宝占六成，不对，七成", "七成"), ("丁大宝占六成。应该是七成", "七成"), ("丁大宝占六成，说错了，七成", "七成")]
)
def test_a_word_of_taking_back_mends_the_share_before(said, share):
    path, places = walk(said)
    assert corrects(path, places[share])


@pytest.mark.parametrize(("said", "share"), [("丁大宝占六成，苏小云占四成", "四成"), ("丁大宝占六成。何苗占四成", "四成"), ("丁大宝占四成", "四成")])
def test_a_share_of_somebody_new_mends_nothing(said, share):
    path, places = walk(said)
    assert not corrects(path, places[share])


@pytest.mark.parametrize(
    ("said", "share", "each"), [("每人两成", "两成", True), ("每人十万", "十万", True), ("他占两成", "两成", False), ("两成", "两成", False)]
)
def test_each_before_a_share_means_everybody(said, share, each):
    path, places = walk(said)
    assert is_for_each(path, places[share]) is each


@pytest.mark.parametrize(
    ("said", "share", "whose"),
    [
        ("丁大宝、苏小云各占两成", "两成", [0, 1]),
        ("丁大宝、苏小云分别占六成、四成", "六成", [0]),
        ("丁大宝、苏小云分别占六成、四成", "四成", [1]),
        ("丁大宝、苏小云占两成", "两成", [1]),
        ("丁大宝占两成", "两成", [0]),
    ],
)
def test_a_list_shares_by_its_word_of_sharing(said, share, whose):
    assert list(shared_by(*walked(said, share))) == whose


def test_a_share_given_ends_an_equal_division_and_a_claim_on_the_rest():
    path, places = walk("丁大宝占六成")
    path.holdings.equal, path.holdings.rest, path.holdings.left = path.spot(0)[0], (0, 1), {0}
    give(path, 0, Stake(part=Fraction(3, 5), spots=path.spot(places["六成"])))
    assert (path.holdings.equal, path.holdings.rest, path.holdings.left, path.holdings.slot) == (None, (1,), set(), 0)


def test_the_spot_of_a_token_covers_its_words():
    path, places = walk("丁大宝占六成")
    (spot,) = path.spot(places["六成"])
    assert path.text[spot.start : spot.end] == "六成"


HEARD = {
    "丁大宝打算出六十万": {"丁大宝": "600000"},
    "丁大宝占六成，改成七成": {"丁大宝": "70%"},
    "丁大宝是法人，占六成。苏小云是监事，占四成": {"丁大宝": "60%", "苏小云": "40%"},
    "丁大宝做法人占六成，苏小云做监事占四成": {"丁大宝": "60%", "苏小云": "40%"},
    "六成归丁大宝，四成归苏小云": {"丁大宝": "60%", "苏小云": "40%"},
    "我叫丁大宝，我占六成，我老婆苏小云占四成": {"丁大宝": "60%", "苏小云": "40%"},
    "我丁大宝跟鲁大卫各占五成": {"丁大宝": "50%", "鲁大卫": "50%"},
    "鲁大卫是我同学，他占三成，我叫丁大宝占七成": {"鲁大卫": "30%", "丁大宝": "70%"},
    "我以前在苏州远帆贸易有限公司上班，现在自己开，我叫丁大宝占六成，苏小云占四成": {"丁大宝": "60%", "苏小云": "40%"},
}


@pytest.mark.parametrize("said", HEARD)
def test_a_share_finds_its_owner_in_the_whole_sentence(said):
    assert shares(said) == HEARD[said]


@pytest.mark.parametrize("said", HEARD)
def test_an_owner_is_quoted_as_said(said):
    assert misquoted(said) == []
