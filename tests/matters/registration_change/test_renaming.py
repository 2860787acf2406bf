import pytest

from gaoxing.facts.statement import hear
from gaoxing.matters.registration_change.renaming import name_change
from gaoxing.speech.transcript import Transcript

OWN = "昆山样例五金有限公司"


def renamed(*turns):
    return [(each.columns.get("from", ("",))[0], each.columns["to"][0]) for each in name_change(hear(Transcript.of(*turns)))]


@pytest.mark.parametrize(
    "said",
    [
        f"{OWN}改名，改成昆山样例科技有限公司",
        f"公司名称由{OWN}变更为昆山样例科技有限公司",
        f"{OWN}要把名字里的五金改成科技",
        f"我们现在叫{OWN}，想改叫昆山样例科技有限公司",
        f"我们公司要变更，原来叫{OWN}，现在改叫昆山样例科技有限公司",
    ],
)
def test_the_old_and_the_new_name_are_told_apart(said):
    assert renamed(said) == [(OWN, "昆山样例科技有限公司")]


def test_the_name_said_last_counts():
    assert renamed(f"{OWN}改名，改成昆山样例科技有限公司", "名字再想想，改成昆山样例智造有限公司") == [(OWN, "昆山样例智造有限公司")]


def test_a_buyer_is_no_new_name():
    assert renamed(f"{OWN}股权转给苏州样例投资有限公司") == []


def test_a_later_name_that_is_like_the_new_one_puts_it_right():
    assert renamed(f"{OWN}改名，新名称昆山样例生物科技有限公司", "名称改了一下，是昆山样例生命科技有限公司") == [(OWN, "昆山样例生命科技有限公司")]
