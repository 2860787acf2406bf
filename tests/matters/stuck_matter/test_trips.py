"""How often somebody came in vain."""

from __future__ import annotations

import pytest

from gaoxing.facts.statement import hear
from gaoxing.matters.stuck_matter.trips import trip_facts, trips
from gaoxing.speech.transcript import Transcript


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("已经跑了四趟", 4),
        ("前面五趟全白跑了", 5),
        ("来了两次了还是没办成", 2),
        ("跑了五趟，加上今天六趟", 6),
        ("加上今天第五趟了", 5),
        ("连今天都第三回了", 3),
        ("跑了四趟，加上今天", 5),
        ("跑了十一趟，消防那边又跑了，一共十四趟", 14),
        ("第一趟缺体检，第二趟缺图纸，今天第三趟", 3),
        ("线上退了五次，我人也跑了两趟", 2),
        ("跑了三趟，还叫我再跑一趟", 3),
        ("说是一趟办完，我跑了五趟", 5),
        ("我替她跑了三趟", 3),
        ("前天跑了一趟，今天又跑了一趟", 2),
        ("昨天一趟，今天一趟", 2),
    ],
)
def test_counted_trips_are_read(said: str, number: int):
    assert trips(said) == number


@pytest.mark.parametrize(
    "said",
    [
        "少说也有五六趟",
        "好几趟了",
        "跑了十来趟",
        "三四趟了",
        "来了七八回了没办成",
        "跑了7-8趟",
        "跑了七、八趟",
        "今天又跑了一趟",
        "跑了三趟，后来又跑了三趟",
        "跑了有八趟了不止",
        "一次性告知",
        "再跑一趟也行",
        "电话打了十二次",
        "税务三趟工商两趟",
        "窗口一次讲清楚",
        "",
    ],
)
def test_vague_trips_and_other_counts_stay_open(said: str):
    assert trips(said) is None


@pytest.mark.parametrize(("said", "number"), [("五趟", 5), ("五", 5), ("前后三次", 3), ("好几趟", None), ("十来趟总有了", None)])
def test_a_bare_figure_answers_the_question(said: str, number: int | None):
    assert trips(said, asked=True) == number


def test_the_number_put_right_later_counts():
    [fact] = trip_facts(hear(Transcript.of("跑了五趟了", "刚才说五趟不准，是四趟")))
    assert (fact.value, fact.evidence[0].turn) == (4, 1)


def test_a_correction_in_one_breath_counts():
    assert trips("跑了四趟，哦不对，五趟") == 5
