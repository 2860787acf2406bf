"""Form words that a recogniser mis-hears (听错的表单用语): found by sound where long, by a list where short; always as many characters as heard.

Only words of the form are mended, never what may be part of a name (source: registration.md F.7 [K]).

>>> mended("注册自本一百万懂事是他")
'注册资本一百万董事是他'
"""

from __future__ import annotations

import re
from functools import cache

from gaoxing.facts.sound import homophones
from gaoxing.facts.traditional import simplified
from gaoxing.standards.expression import expression

LONG = (
    "法定代表人", "财务负责人", "有限责任公司", "股份有限公司", "个体工商户", "注册资本", "注册资金", "经营范围", "有限公司", "营业期限", "经营期限",
    "认缴期限", "知识产权", "营业执照", "委托代理人", "经营场所", "从业人数", "从业人员", "联络员", "总经理", "经营者", "土地使用权",
    "证照联办", "执行董事", "自然人", "负责人", "工商户", "预包装", "劳务派遣", "下水道", "食品经营", "许可证", "高新区",
    "建筑面积", "项目代码", "项目名称", "技术改造", "建设地点", "建设性质", "设备投资",
)  # fmt: skip
"""Found wherever the same syllables stand, whatever the characters."""

GRAMMAR = frozenset("是这着的了在他她它有和")
"""Words of a sentence, never one character of a form word that was heard wrong."""

SHORT = (
    (expression("[发罚]人(?!深省|工|员)"), "法人"),
    (expression("懂事长"), "董事长"),
    (expression("懂事(?!了|的)"), "董事"),
    (expression("(?<!长)(?<!没)(?:见识|兼事|见事(?!不)|监视|监世)(?!过|一下|到|了|广|浅)"), "监事"),
    (expression("[古股鼓]东|鼓动(?=是|占|两|三)|(?<=[个位名])古董"), "股东"),
    (expression("[任人]缴|认[交脚]"), "认缴"),
    (expression("(?<![一二三四五六七八九十百千零])[十石]缴|实交"), "实缴"),
    (expression("[职直]照|执找"), "执照"),
    (expression("[注主]所(?=[在是写填定])"), "住所"),
    (expression("[毒读]资"), "独资"),
    (expression("活币|货比(?=出资)"), "货币"),
    (expression("有线(?=公司|责任)"), "有限"),
    (expression("[坤困]山(?=市|[一-龥]{2,12}(?:公司|店|厂))"), "昆山"),
    (expression("注册[自子字]本"), "注册资本"),
    (expression("子号|字好(?=是|叫|用)"), "字号"),
    (expression("连办"), "联办"),
    (expression("(?<![车执拍按])[找照]牌(?=[要挂不也]|肯定|先)"), "招牌"),
    (expression("[脱拖]育(?=园|机构|中心|班|备案|的|执照)"), "托育"),
    (expression("[期气]修(?=厂|店|铺)"), "汽修"),
    (expression("俊工|[军君峻骏]工(?=时间|日期)"), "竣工"),
    (expression("总[头投][资自子字](?!料)"), "总投资"),
    (expression("[及级计记][改该盖](?=类)"), "技改"),
    (expression("备[按暗岸]"), "备案"),
    (expression("面机(?=[零一二三四五六七八九十百千万两\\d])"), "面积"),
)


def mended(text: str) -> str:
    """The text with mis-heard form words put right; its length never changes."""
    text = simplified(text)
    for pattern, word in SHORT:
        text = pattern.sub(word, text)
    return _long().sub(lambda heard: LONG[(heard.lastindex or 1) - 1], text)


@cache
def _long() -> re.Pattern[str]:
    """One pattern for all long words: each character stands for every character of its sound."""
    return re.compile("|".join(f"({''.join(f'[{_sounding(character)}]' for character in word)})" for word in LONG))


def _sounding(character: str) -> str:
    """The characters of its sound, but for words of grammar: «股东是张某» is no 董事长, «经营着» no 经营者."""
    return character + "".join(each for each in homophones(character) if each not in GRAMMAR)
