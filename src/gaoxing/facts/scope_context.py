"""Whose trade the words are about (经营活动的语境): the applicant's present plan, or a past job, another's wish, an errand, a plan given up.

A relative's wish counts where nothing else is said (我姐要开花店, said by whoever files for her); it gives way to what the speaker wants, and to a refusal.

>>> from gaoxing.facts.scope import find_scope
>>> [each.items for each in find_scope("老婆要开母婴店，我要开琴行")]
[('乐器零售',)]
"""

from __future__ import annotations

import re

from gaoxing.facts.scope_claim import Claim
from gaoxing.standards.expression import expression

_CLAUSE = expression(r"[，。；！？,;]")
_PAST = expression(r"(?:原来|(?<![年月日号天])(?:以前|之前)|从前|早先|原先|过去|曾经|当年|老早|前几年|前些年|早年|先前)(?![，。；]?一直没)")
_PRESENT = expression(r"现在|如今|今年|后来|这次|打算|准备|自己(?:开|做|干|弄|接)|轮到|改行|想(?!当年)")
_OTHERS = expression(
    r"(?:跟着别人|跟着人家|隔壁|对面|旁边|楼下|楼上|边上)[^，。；]{0,6}$"
    r"|(?<![给帮替为])(?:朋友|同学|邻居|房东|客户|亲戚|亲家|[姐妹]夫|他们|她们|人家|别人|他家|她家)(?:家)?(?:也|都|就)?(?:是|在|以前|原来)?$"
)
_HIRED = expression(r"(?:给|帮|替)(?:别人|人家)[^，。；]{0,6}$")
_FOR_YEARS = expression(
    r"[^，。；]{0,4}(?:[了过][好几一二两三四五六七八九十\d]|打工|打过工|干了)|[^，。；]{0,6}[，]?(?:现在|后来|今年)(?:想|要|打算|准备|自己)"
)
"""给人家装修干了十年: hired so far; 专门给人家修水管 is a trade of one's own."""
_HERE = expression(r"(?:在|到)[^，。；]{1,10}(?:旁边|楼下|楼上|边上|对面|隔壁)[^，。；]{0,3}$")
"""A place that the speaker names for a shop of their own."""
_EMPLOYED = expression(r"(?:在|到|去|进)[^，。；]{1,14}(?:厂|公司|单位|店|商场|超市|酒店|饭店|医院|学校|集团|里面?)(?:里|上班|打工)?[^，。；]{0,2}$")
_EMPLOYED_AFTER = expression(
    r"[^，。；]{0,3}(?:店|厂|公司|单位|铺|行|里|那边)[^，。；]{0,2}(?:干了|做了|当了|干过|做过)|[^，。；]{0,3}(?:上班|打工|打过工|干过|当过|待了|呆了|辞职|的(?:师傅|员工|工人|学徒|经理|厨师))"
)
_UNABLE = expression(r"(?:不会|不太会|不怎么会|不大会|不懂|没法|不能|不让|学不会|搞不懂)(?:自己)?(?:去|用)?$")
_OF_LATE = expression(r"今天|昨天|前天|昨晚|刚才|刚刚|刚(?!开始|好)|早上|上午|中午|下午|上次|上回|前几天|前两天|那天|路上")
_PLAN = expression(r"想|要|打算|准备|开始|办|注册|登记|申请|开[家个间了]")
_GOING = expression(r"(?:去|跑去|过去|说去|带去|拿去)(?:外面|店里)?$")
_DONE = expression(r"(?:了|完|过|好了|去了|回来)(?!解)")
_PAST_YEAR = expression(r"[去前]年|前几年|上半年")
_EARNED = expression(r"[^，。；]{0,3}(?:挣|赚|亏|赔|攒)了")
_AGENCY = frozenset({"代理记账", "商务代理代办服务"})
_AGENT = expression(r"(?:我|我们|这边|这里)(?:是|就是|这边是)?(?:做|搞|帮[^，。；]{0,6})?$|^(?:喂|你好|您好|我)?$")
_FOR_A_CLIENT = expression(r"[给替帮为](?:客户|一?个?客户|老板|人家|别人|朋友|公司|企业)(?:报|办|注册|设立|登记|申请|跑|弄)")
_CLIENTS = expression("(?:他们|她们|客户|他家|她家|人家)[^，。；]{0,6}$")
_ELSE = expression(r"(?:别的|其他|其它|另外的|旁的|其余)[^，。；]{0,3}$")
_KIN = (
    r"(?:老婆|老公|妻子|丈夫|爱人|媳妇|爸爸?|妈妈?|爹|娘|父亲|母亲|大?哥哥?|弟弟?|姐姐?|妹妹?|儿子|女儿|孩子|爷爷|奶奶|外公|外婆|岳父|岳母|公公|婆婆|舅舅?|叔叔?"
    r"|[姐妹]夫|嫂子|表[哥弟姐妹]|堂[哥弟姐妹]|朋友|同学|邻居|房东|家里人?|合伙人|老板|领导|[他她])"
)
_KIN_AT_WORK = expression(rf"我{_KIN}$")
_ACQUAINTANCE = expression(r"的(?:一个|那个|个)?(?:老?朋友|同学|邻居|亲戚|熟人|客户|房东|同事)")
_WISHED = expression(
    rf"{_KIN}(?:们|以前|原来|老是|一直|倒是?|非|本来|也|都|就|开始|还)*(?:想|要|打算|喜欢|爱|劝|让|建议|叫我|说要|说想|主张|提议)[^，。；]{{0,10}}$"
)
_WISHER_BEHIND = expression(rf"的(?:人)?(?:是|不是我)(?:我)?{_KIN}")
_REFUSED = expression(
    r"的?[，。；]?(?:(?:我|我们|后来|可|但|但是|可是|被我?)*(?:没|不)(?:同意|答应|肯|让|许|听|愿意|赞成)|(?:被)?我?劝(?:住|[他她](?:别|不要|算了|不做))|我(?:没|不)(?:干|种|学|养|做)|我(?:说|讲)(?:不行|别|算了))"
)
_OWN_PLAN = expression(rf"(?:我自己|自己|我这边|轮到我|(?<![给帮替让劝跟叫])我(?!{_KIN}|跟|的)|最后|最终|后来|决定|还是)[^，。；]{{0,10}}$")
_REPLACED = expression(
    r"的?[，。；]?(?:[呃哦哎嗯]|不|还是)*(?:不对|说错了?|讲错了?|错了|不是|(?:后来)?改变?主意了?|后来改了?|算了|不行)[了，。；]*"
    r"(?:应该是|应该|还是|那|改成|改做|是|就|要|我们?|想|现在|做|卖|开|搞|弄|个|家|一)*"
)
_ERRAND = expression(rf"[帮替给为](?:我|我的|自己)*(?:{_KIN}|姓?[一-龥]总|公司|单位)(?:来|在|去)?$")
_VISIT = expression(r"(?:来|过来|想|先|要|就是|去|电话|这里|窗口|过)$")
_CUSTOMER = expression(r"(?:[给替为帮向从跟]|服务于|面向)(?:各个?|一些|几家|那些|附近的?|大|小)*$")
_HOUSE = ("厂", "店", "馆", "院", "公司", "铺")


def elsewhere(text: str, claim: Claim) -> bool:
    """Whether the words are about a past job, somebody else's shop, a customer, an errand, or everything else (别的不搞)."""
    clause = _CLAUSE.split(text[max(0, claim.start - 20) : claim.start])[-1]
    past = [match.end() for match in _PAST.finditer(clause)]
    if past and not _PRESENT.search(clause, past[-1]):
        return True
    employed = _EMPLOYED_AFTER.match(text, claim.end) or (_EMPLOYED.search(clause) and re.match(r"[^，。；]{0,2}(?:了|干了|做了|过)", text[claim.end :]))
    agent = claim.choices[0] in _AGENCY and not claim.exact and _AGENT.search(clause) and (clause.strip("喂你您好") or _FOR_A_CLIENT.search(text))
    if _HIRED.search(clause) and _FOR_YEARS.match(text, claim.end):
        return True
    others = _OTHERS.search(clause) and not _HERE.search(clause) and not (_FOR_A_CLIENT.search(text, 0, claim.start) and _CLIENTS.search(clause))
    return bool(others or agent or employed or (claim.negated and _ELSE.search(clause)) or _about_the_visit(text, claim, clause))


def given_up(text: str, spoken: list[Claim]) -> list[Claim]:
    """`spoken` without the plans that the words behind give up: refused, put right at once, or another's where the speaker has one of their own."""
    kept = []
    for index, claim in enumerate(spoken):
        later = spoken[index + 1 :]
        refused = _REFUSED.match(text, claim.end) and not claim.negated
        replaced = later and _REPLACED.fullmatch(text, claim.end, later[0].start)
        if not (refused or replaced or (_wished_by_another(text, claim) and any(_planned(text, each) for each in later if not each.negated))):
            kept.append(claim)
    return kept


def _wished_by_another(text: str, claim: Claim) -> bool:
    before = _clause_before(text, claim)
    return bool(_WISHED.search(before) or _KIN_AT_WORK.search(before) or _WISHER_BEHIND.match(text, claim.end))


def _planned(text: str, claim: Claim) -> bool:
    return bool(_OWN_PLAN.search(_clause_before(text, claim))) and not _wished_by_another(text, claim)


def _clause_before(text: str, claim: Claim) -> str:
    return _CLAUSE.split(text[max(0, claim.start - 24) : claim.start])[-1]


def _about_the_visit(text: str, claim: Claim, clause: str) -> bool:
    """Words for the speaker's own errand (替老板跑腿, 我来咨询) or for a customer or a place of work (给手机厂…, …的小作坊)."""
    words = text[claim.start : claim.end]
    if words.endswith("跑腿") and _ERRAND.search(clause):
        return True
    if words == "咨询" and _VISIT.search(clause):
        return True
    if _ACQUAINTANCE.match(text, claim.end):
        return True
    if _UNABLE.search(clause) or (_EARNED.match(text, claim.end) and _PAST_YEAR.search(clause)):
        return True
    of_late = next(iter(_OF_LATE.finditer(clause)), None)
    if of_late and not _PLAN.search(clause, of_late.end()) and (_GOING.search(clause) or _DONE.match(text, claim.end)):
        return True
    customer = words.endswith(_HOUSE) and _CUSTOMER.search(clause)
    return bool(customer) or (words == "小作坊" and clause.endswith("的"))
