from __future__ import annotations

import pytest

from gaoxing.catalogue import matters
from gaoxing.facts.intent import intended
from gaoxing.speech.transcript import Transcript


def wanted(said: str) -> str | None:
    return intended(Transcript.of(said), {each.id: each.cues for each in matters()}, {each.id: each.signs for each in matters()})


@pytest.mark.parametrize(
    "said",
    [
        "想反映一下门口的路",
        "蒸汽价格又涨了，成本压不住，工人也招不到",
        "仓库租期到年底，房东要收回去，帮我们在园区找找",
        "一是土地证办不下来，二是厂门口天天堵车",
        "我们准备报专精特新，材料看不懂",
        "厂区整个断网了，发货单都打不出来",
        "附近有没有能做盐雾试验的实验室可以共享",
    ],
)
def test_troubles_are_requests(said):
    assert wanted(said) == "enterprise_request"


@pytest.mark.parametrize(
    ("said", "matter"),
    [
        ("招不到工，货款也要不回来，公司不做了，来办注销", "deregistration"),
        ("想注册一家公司，做人力资源和招聘", "company_registration"),
        ("跑了五趟了，环评还是办不成", "stuck_matter"),
        ("想开个小饭馆，个体户，二十个平方", "sole_trader_registration"),
    ],
)
def test_what_only_mentions_a_trouble_is_none(said, matter):
    assert wanted(said) == matter
