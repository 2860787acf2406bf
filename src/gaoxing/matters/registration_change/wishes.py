"""What is to change, where no more than that was said (变更意愿): «要换法人», «办个股权转让»; the desk then asks for the rest.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> [each.item for each in wished(hear(Transcript.of("我们要换法人，不增资")))]
['legal_representative']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gaoxing.facts.statement import Statement
from gaoxing.matters.registration_change.row import Row, row
from gaoxing.standards.expression import expression

ITEMS = {
    "name": "名称|名字|公司名|企业名|改名|更名",
    "domicile": "住所|地址|迁址|搬家|搬迁|注册地",
    "legal_representative": "法定代表人|法人(?!股东)|法代|经营者",
    "registered_capital": "注册资本|注册资金|增资|减资|资本(?!市场)",
    "business_scope": "经营范围|营业范围|(?<!业务)范围(?!内|之|以)",
    "shareholders": "股东|股权|股份|受让",
    "company_type": "公司类型|企业类型|股改|改制|类型",
}
"""The words that name each item."""
OTHER_THAN_LEGAL = expression("|".join([*(words for item, words in ITEMS.items() if item != "legal_representative"), "监事|董事|经理|财务负责人|会计"]))

_SOON = "(?:也|都|还|就|同时|一起|现在|这次|需要|要|想|得|做|办|来|办理|申请|进行|一个|个|一下|下)*"
_VERB = "(?:变更|更换|更改|变动|调整|换|改|变)"
WISHES = {
    "name": rf"{_VERB}{_SOON}(?:公司|企业)?(?:的)?(?:(?:名称|名字)(?!叫|是|：)|名(?!单|称|字|额|册|义))|更名|(?:名称|名字|公司名){_SOON}{_VERB}",
    "domicile": rf"{_VERB}{_SOON}(?:公司)?(?:的)?(?:注册|经营|登记)?(?:住所|地址)|迁址|(?:住所|地址){_SOON}{_VERB}|(?:公司|我们){_SOON}(?:搬家|搬迁)",
    "legal_representative": rf"{_VERB}{_SOON}(?:公司)?(?:的)?(?:法定代表人|法人)|(?:法定代表人|法人){_SOON}{_VERB}",
    "registered_capital": (
        rf"增资(?!扩股协议)|减资|(?:{_VERB}|增加|减少|提高|降低){_SOON}(?:公司)?(?:的)?注册资[本金]|注册资[本金]{_SOON}(?:{_VERB}|增加|减少|提高|降低)"
    ),
    "business_scope": rf"(?:{_VERB}|增加|扩大|减少|删减|增项){_SOON}(?:公司)?(?:的)?(?:经营|营业)范围|(?:经营|营业)范围{_SOON}(?:{_VERB}|增加|扩大|减少|增项)",
    "shareholders": rf"转让股[权份]|股[权份]转让|{_VERB}{_SOON}(?:公司)?(?:的)?股[东权]|股[东权]{_SOON}{_VERB}",
    "company_type": rf"股改|{_VERB}{_SOON}(?:公司|企业)?(?:的)?类型|类型{_SOON}{_VERB}",
}
"""How people ask for the change of an item."""
OPERATOR = rf"{_VERB}{_SOON}(?:店里|店)?(?:的)?(?:经营者|店主|老板(?!娘))|(?:经营者|店主|老板){_SOON}(?:{_VERB}|转)"
"""How a sole trader asks for another operator."""
DENIED = expression("(?:不|没|没有|别|不用|不想|不是|未|无需|本来(?:是)?(?:想|要)?|原本(?:想|要)?)$")
PAPER = expression("(?:协议|合同|款|价|决议|证明|公告|的材料|之前|以前|的事情?(?:不|先|已经)|完成|已经|过了?)")
"""Behind a wish these make it a paper, or something done."""


def wished(statement: Statement, *, trader: bool = False) -> Iterator[Row]:
    """One bare row for each item that is wished to change and not denied there; of a `trader` the operator stands for the legal representative."""
    wishes = WISHES | {"legal_representative": f"{WISHES['legal_representative']}|{OPERATOR}"} if trader else WISHES
    for item, words in wishes.items():
        found = [
            (heard, match)
            for heard in statement.turns
            for match in re.finditer(words, heard.text)
            if not DENIED.search(heard.text[: match.start()]) and not PAPER.match(heard.text, match.end())
        ]
        if found:
            heard, match = found[0]
            last, after = found[-1]
            words_said = (heard.wording.evidence(heard.turn, *match.span()),)
            yield row(item, {}, words_said, spot=(heard.turn, match.start()), latest=(last.turn, after.start()))
