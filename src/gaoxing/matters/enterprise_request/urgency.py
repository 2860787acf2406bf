"""How soon help is wanted (紧急程度), only where it was said: 很急 is true, 不急 is false; 尽快 and 抓紧 say nothing.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> [each.value for each in urgency_facts(hear(Transcript.of("这个事很急")))]
[True]
"""

from __future__ import annotations

from collections.abc import Iterator

from gaoxing.facts.fact import Fact
from gaoxing.facts.statement import Statement
from gaoxing.standards.expression import expression

CALM = expression(
    r"(?:也|倒|都|并|还|就)?不(?:是很?|是太|是特别|太|怎么|算|那么|很|是那么)?(?:着|紧|那么)?急(?!不)|(?:不用|不必|(?<!特)别|没那么|没有那么|没多|不是那么)(?:着|这么|那么|太)?急|慢慢来|不赶时间|(?<!不是)什么时候有空(?:再|就)|有空再(?:弄|办|看|说|处理|回)|不紧急"
    r"|(?:(?<!有)没有?|不是|不算|算不上|谈不上|并非|称不上)(?:什么|啥|多|太|很|特别|那么|一?件|一?个|的|大)*(?:着|紧)?急(?:的)?事(?!是什么)"
)
PRESSING = expression(
    r"(?:很|非常|特别|太|挺|蛮|最|真|真的|实在|确实|更|十分|相当|比较|好|都|这个|这事|这件|真是|有点|有些|万分|超级?|贼|老)(?:着|紧|的)?急(?!诊|救|性|剧|速|转)|急事|急事情|(?<!不)(?<!不用)着急|十万火急|火烧眉毛|(?<!不)紧急(?!联系|出口|疏散|停)|(?:请|麻烦|帮(?:我们|忙)?|给我们)加急|特急|急死|急得|急急急|急急"
    r"|燃眉之急|刻不容缓|迫在眉睫|等不(?:了|及|起)(?!他|她)|越快越好|(?:一|半)(?:刻|天|分钟)(?:也|都)(?:等不|拖不|耽误不)|(?:^|[，。！；])急(?:$|[，。！；])|急[，。！]急"
)


def urgency_facts(statement: Statement) -> Iterator[Fact]:
    """`urgent`, as said last; 不急 said of one problem among urgent ones (停车的事不急) takes nothing back."""
    found: list[tuple[int, int, int, bool]] = []
    for heard in statement.turns:
        calm = [(heard.turn, match.start(), match.end(), False) for match in CALM.finditer(heard.text)]
        pressing = [(heard.turn, match.start(), match.end(), True) for match in PRESSING.finditer(heard.text)]
        found += sorted([*calm, *(each for each in pressing if not any(one[1] < each[2] and each[1] < one[2] for one in calm))])
    if not found:
        return
    turn, start, end, urgent = found[-1]
    if not urgent and any(each[3] and each[0] == turn for each in found):
        turn, start, end, urgent = next(each for each in reversed(found) if each[3])
    yield Fact("urgent", urgent, (statement.turns[turn].wording.evidence(turn, start, end),))
