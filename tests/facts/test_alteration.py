import pytest

from gaoxing.facts.alteration import Topic, alterations
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript

TYPES = (("股份有限公司", "joint_stock"), ("有限责任公司", "limited_liability"))
TOPICS = (
    Topic("domicile", "住所|地址|搬到", "address"),
    Topic("registered_capital", "注册资本|增资|减资", "money"),
    Topic("company_type", "类型", "words", TYPES),
)


def told(*turns):
    found = {}
    for each in alterations(hear(Transcript.of(*turns)), TOPICS):
        found[each.item] = tuple(_short(side) for side in (each.old, each.new))
    return found


def _short(side):
    return None if side is None else side.value["amount"] if isinstance(side.value, dict) else side.value


@pytest.mark.parametrize(
    "said",
    [
        "注册资本从五百万增加到一千万",
        "注册资本由500万元变更为1000万元",
        "注册资本原来五百万现在改一千万",
        "注册资本五百万变一千万",
        "注册资本：500万→1000万",
        "注册资本五百万太少了，想增到一千万",
        "增资，原来五百万，这次增资五百万",
        "注册资本从五百万增到八百万，不对，增到一千万",
        "注册资本原来五百万，实缴了两百万，现在增到一千万",
    ],
)
def test_the_old_and_the_new_sum_are_told_apart(said):
    assert told(said) == {"registered_capital": ("5000000", "10000000")}


def test_a_step_alone_is_no_new_sum():
    assert told("增资四百万") == {"registered_capital": (None, None)}


def test_a_step_down_is_taken_from_the_old_sum():
    assert told("注册资本原来一千万，减资七百万") == {"registered_capital": ("10000000", "3000000")}


@pytest.mark.parametrize(
    "said",
    ["住所由元丰路1号迁至晨丰路22号", "地址从元丰路一号搬到晨丰路二十二号", "新地址是晨丰路22号，老地址元丰路1号不租了", "原来在元丰路1号，现在搬到晨丰路22号"],
)
def test_the_old_and_the_new_place_are_told_apart(said):
    assert told(said) == {"domicile": ("元丰路1号", "晨丰路22号")}


def test_a_landlords_place_is_not_the_registered_one():
    assert told("房东住在元丰路1号，我们新地址是晨丰路22号") == {"domicile": (None, "晨丰路22号")}


@pytest.mark.parametrize("turns", [("地址搬到晨丰路22号", "门牌说错了是24号"), ("地址搬到晨丰路22号，不对，24号",)])
def test_a_house_number_is_put_right(turns):
    assert told(*turns) == {"domicile": (None, "晨丰路24号")}


@pytest.mark.parametrize(("asked", "pair"), [("changes.0.to", (None, "8000000")), ("changes.0.from", ("8000000", None))])
def test_a_bare_sum_answers_the_question(asked, pair):
    assert told("办增资", (asked, "八百万")) == {"registered_capital": pair}


def test_a_type_is_one_of_a_closed_list():
    assert told("公司类型由有限责任公司变更为股份有限公司") == {"company_type": ("limited_liability", "joint_stock")}


def test_a_step_behind_a_word_of_mending_takes_the_new_sums_place():
    assert told("注册资本从两千万减到一千两百万，不对，是减掉一千两百万") == {"registered_capital": ("20000000", "8000000")}
