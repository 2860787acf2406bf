"""Hedges (约数词): words around a figure that make it a guess or a bound. A hedged figure is asked about, never filled in.

Source: registration.md F.6 (大概, 左右, 来 force a confirmation) [K].

>>> hedged("大概两百万", 2, 5), hedged("三十万左右", 0, 3), hedged("不到位三十万", 3, 6)
(True, True, False)
"""

from __future__ import annotations

from gaoxing.standards.expression import expression

BEFORE = expression(
    r"(?:[廿卅]|大概|大约|大致|(?<![合违预契签节])约|差不多|可能|也许|估计|估摸|最多|至多|顶多|撑死|最少|至少|起码|少说|不少于|不低于|不高于|不多于|不大于|不小于|不超过|没超过|超过|不到|不足|小于|大于|少于|多于|"
    r"低于|高于|将近|接近|差一?点儿?|(?<![尽赶加很])快|(?<![最附靠邻远新亲])近|没几个|大约摸|约摸|约莫|怎么也|怎么着也|怎么说也|没到|(?:(?<=[本金额资钱积约是写填投数了到])|(?<=[，。])|^)小|上限|下限|封顶|<|>|≤|≥|＜|＞|～|~)(?:也就|就|也|是|要|在|有|得|能|投|花|出|的|个|吧|人民币|美元|欧元|一共|总共|需要|准备|算下来|加起来){0,3}$"
)
AFTER = expression(
    r"(?:元|块钱|块|圆|人民币|美元|美金|欧元|港币|%|个点)?(?:[+＋](?![0-9一二两三四五六七八九十])|上下|左右|以内|之内|以上(?!信息|内容|就是|是|这)|以下(?!信息|内容|是|这)|出头|不到(?!位|账|帐|期)|还不到|不足|多一点|多点|多(?=[，。；！？吧]|$)|零?几|往上(?![提调加增涨])|朝上|"
    r"打底|封顶|起(?=[，。]|$|吧)|上限|的?样子|差不多|还差|大概|大约|吧?(?:大概|可能|估计|也许)|有余|挂零|开外|朝外|不止)"
)


def hedged(text: str, start: int, end: int) -> bool:
    """Whether the figure `text[start:end]` is said to be about, at most, at least or nearly so much."""
    return BEFORE.search(text[max(0, start - 12) : start]) is not None or AFTER.match(text, end) is not None
