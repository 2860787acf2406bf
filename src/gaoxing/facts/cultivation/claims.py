"""Yes or no about the enterprise (是否的说法): «没上市», «没出过安全事故», «核心技术是自己的»; what is only planned, doubted or another's is neither.

>>> [(claim, holds) for claim, holds, _, _ in find_claims("我们没上市，也不在异常名录里，明年准备上市")]
[('listed', False), ('listed_abnormal', False)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from gaoxing.facts.cultivation.bars import OTHERS, OURS
from gaoxing.facts.fact import Fact
from gaoxing.facts.statement import Heard
from gaoxing.standards.expression import expression

_NOT = "(?:没有|没|未|无|不是|不属于|不在|不|还没|从来没|从没|都没)"
_ANY = "[^。；！？]{0,8}?"
_ACCIDENT = "(?:重大)?(?:的)?(?:安全(?:生产)?|质量|环境|环保)(?:、|和|或者?|，)?(?:安全|质量|环境|环保|科研诚信|、|和)*(?:事故|问题|违法|处罚|事件|事)"
CLAIMS: dict[str, tuple[str, str]] = {
    "resident": ("(?:在|是)(?:昆山|国内|境内|中国|大陆|苏州|江苏|本地)(?:境内)?(?:高新区)?注册的?|居民企业", f"{_NOT}(?:是)?(?:境内)?居民企业|注册在(?:香港|开曼|境外|国外|新加坡|BVI|维京)|(?:在|是)?(?:香港|开曼|境外|国外|新加坡|BVI|维京群岛?)注册的?"),
    "prohibited_products": ("(?:有|属于|是)(?:国家)?(?:禁止|限制|淘汰)类", f"(?:{_NOT}{_ANY}|不涉及{_ANY})(?:禁止|限制|淘汰)(?:、|和|或者?|类|限制|淘汰|禁止)*"),
    "serious_offence": (f"(?<!没)(?<!没有)(?<!未)(?:出|发生|有)过(?:一次|一起)?{_ACCIDENT}|(?:因为)?(?:环保|安全|质量)(?:问题)?被(?:重)?罚", f"{_NOT}(?:出|发生|有|受)?过?(?:任何|什么|一次)?{_ACCIDENT}|{_ACCIDENT}(?:都|也|一[次个起]都|从来)*(?:没有|没出|没发生|没)"),
    "listed_abnormal": ("(?<!不)(?<!没)(?<!没有)(?<!没被)(?:被列|列入|进了|在|上了|被纳入)(?:了|入)?(?:经营)?(?:异常(?:经营)?名录|严重违法|失信名单|黑名单)(?!.{0,8}(?<!没)(?<!没有)(?<!未)(?:移出|移除|已经出来))", "(?:没有|没|未|不|从来没)(?:被|在|进|列|上|入|有|过|纳入)*(?:什么|任何|国家的?)?(?:经营)?(?:异常(?:经营)?名录|严重违法|失信|黑名单)|(?:异常(?:经营)?名录|失信名单|黑名单)(?:也|都|里|上|，|我们)*(?:没有|没上|没进|不在|移出|已经移)"),
    "core_rights": ("核心(?:的)?(?:技术|知识产权|专利)[^。；！？没不]{0,10}(?:是|都是|归|全是|属于)(?:我们|我|咱们?|公司)?(?:自己|自有|自主|公司)|自主知识产权|(?:知识产权|专利)(?:都|全)?(?:是|归|在)(?:我们|公司|咱们?)(?:自己)?(?:名下|的|公司|所有)", "核心(?:的)?(?:技术|知识产权|专利)[^。；！？]{0,10}(?:不是(?:我们)?自己|是(?:别人|外面|授权|许可|母公司|集团|国外|总部)|不归我们|没有所有权)"),
    "high_tech_field": ("(?<!不)属于(?:国家)?(?:重点支持的?)?高新技术(?:的)?领域|在(?:国家)?重点支持的高新技术领域里", "不(?:属于|在)(?:国家)?(?:重点支持的?)?高新技术(?:的)?领域"),
    "rights_own": ("(?:都|全|全部|基本都|均)?(?:是|为)?(?:我们)?(?:自己|自主)(?:研发|申请|研究|开发|搞|做)(?:取得|申请|出来|的)*(?=[，。；！]|$|的?(?:专利|发明|知识产权))|原始取得", "(?:专利|知识产权|发明)?(?:都|全|全部)(?:是)?(?:买来|买|受让|购买|转让)(?:过来|来)?的|(?:没有|没)一[项个件](?:是)?(?:我们)?自己(?:研发|申请|做|搞)|从(?:别人|外面|外单位|其他公司|高校)[^，。；]{0,4}(?:买|受让)(?:过?来|来|过来)的"),
    "science_prize": ("(?<!没)(?<!没有)(?:得|拿|获)(?:过|了|得)?(?:一个|一项)?国家(?:级)?(?:科技|科学技术|技术发明|自然科学)(?:进步)?(?:奖|奖励)[^。；！？]{0,16}(?:前三|第[一二三]|排名?(?:前三|第[一二三]))", f"{_NOT}(?:得|拿|获)?过?(?:任何|什么)?(?:国家|省)(?:级)?(?:、|和|或者?)?(?:省级?)?(?:的)?(?:科技|科学技术)(?:进步)?(?:奖|奖励)|国家(?:级)?(?:的)?(?:、|和|省|级)*(?:科技|科学技术)(?:进步)?(?:奖|奖励)(?:也|都|从来)*没(?:得|拿|有)|奖[^。；！？]{{0,14}}，国家级的?(?:也|都|还)?没(?:有|得|拿)"),
    "science_prize_province": ("省(?:级)?(?:科技|科学技术)(?:进步)?奖[^。；！？没]{0,6}(?:得|拿|获)(?:过|了)|(?<!没)(?<!没有)(?:得|拿|获)(?:过|了|得)?(?:一个|一项|的是)?(?:江苏)?省(?:级)?(?:科技|科学技术)(?:进步)?(?:[一二三]等)?(?:奖|奖励)", f"{_NOT}(?:得|拿|获)?过?(?:任何|什么)?(?:国家级?(?:、|和|或者?))?省(?:级)?(?:的)?(?:科技|科学技术)(?:进步)?(?:奖|奖励)|(?:国家级?(?:、|和|或者?))?省级?(?:科技|科学技术)(?:进步)?(?:奖|奖励)(?:也|都)*没(?:得|拿|有)"),
    "research_institution": ("(?<!没)(?<!没有)(?:有|建了|建有|认定了?|设有|是|批了)(?:一个|一家|经认定的)?[^。；！？市区]{0,4}(?:省|国家|部)(?:级|里)?(?:认定)?的?(?:以上)?(?:的)?[^。；！？]{0,8}(?:工程(?:技术)?(?:研究)?中心|技术中心|实验室|研发机构|研究院|工程研究中心|研发中心)", f"{_NOT}{_ANY}(?:省|国家|部)(?:级|部级)?(?:以上)?(?:的)?[^。；！？]{{0,6}}(?:研发机构|工程(?:技术)?(?:研究)?中心|技术中心|实验室|研究院|研发中心)|(?:省|国家)(?:部)?级(?:以上)?(?:的)?(?:研发机构|技术中心|实验室)(?:也|都|还)*没有?"),
    "financed": ("(?<!没)(?<!没有)(?:融过|拿过|做过|完成了?|融了|拿了|拿到了?|获得了?)[^。；！？]{0,8}(?:融资|投资|[ABC天使]轮|资)|融过(?:资|[一二两三四五几]轮|(?=[，。]|$))|(?:创投|风投|基金|产业资本|资本)[^。；！？]{0,6}投了", f"{_NOT}(?:拿|融|做|接受|引进|引入)?过?(?:任何|什么|外部|外面的?)*(?:股权)?(?:融资|融过资|投资|风投|资本)|没融过资?|(?:融资|投资)(?:也|一次都|一分钱?(?:都|也)?|从来|还)*没(?:有|做|拿)"),
    "listed": ("(?:已经|早就|去年|前年|年)(?:在[^，。；]{2,8})?上市了?(?![辅计准筹])|(?:在(?:科创板|创业板|主板|北交所|港交所|上交所|深交所|纳斯达克))(?:已经)?(?:上市|挂牌)(?:了|的)|(?<!不)是(?:一家)?上市公司", f"(?:{_NOT}|还没有|没有|尚未)(?:在[^，。；]{{2,6}})?(?:上市|IPO)|不是上市公司|非上市|上市(?:也|还)?(?:没有|没|谈不上)"),
    "strategic_breakthrough": ("首台套(?:也|都|已经)*(?:认定|拿|评)(?:过|了|到)|(?:有|拿到|承担|认定)(?:了|过)?[^。；！？]{0,8}(?:首台套|国家级项目|国家重大专项|国家重点研发)|(?:战略性新兴产业)[^。；！？]{0,14}(?:核心技术突破|首台套)", f"{_NOT}{_ANY}(?:首台套|国家级项目|核心技术突破|重大突破)"),
    "maker_contest": ("(?<!没)(?<!没有)(?:进|入围|进入|拿|打进)(?:了|过)?[^。；！？]{0,8}创客中国[^。；！？]{0,8}(?:500强|五百强|前五百)|创客中国[^。；！？没]{0,12}(?:500强|五百强|前五百)", f"{_NOT}(?:进|入围|参加)?过?[^。；！？]{{0,6}}创客中国|创客中国[^。；！？]{{0,12}}(?:没进|没入围|没有|没参加|没)"),
    "holds_certificates": ("", "(?:什么|任何|一个|一张)(?:资质|证书|称号|证)(?:也|都|一个都|一张都|还)*没有|(?:资质|证书|称号)(?:也|都|一个都|一张都|还)*没有|没有(?:任何|什么)(?:资质|证书|称号)"),
}  # fmt: skip
"""Blank → what says yes, what says no; no goes before."""

OPEN = expression("准备|打算|计划|想(?!不)|争取|希望|要不要|能不能|是不是|有没有|可能|也许|好像|不确定|不知道|不清楚|拟|筹备|正在|申请|辅导|明年|后年|以后|将来|打听|如果|要是")
QUESTION = expression("[^，。；！]{0,10}(?:吗|？)")


def find_claims(text: str) -> Iterator[tuple[str, bool, int, int]]:
    """Every blank that the text answers with yes or no, with the place of the words; each once, the last said."""
    for blank, (yes, no) in CLAIMS.items():
        denied = [match for match in _words(no).finditer(text) if _holds(text, match, sure=False)] if no else []
        affirmed = [match for match in _words(yes).finditer(text) if _holds(text, match, sure=True)] if yes else []
        affirmed = [match for match in affirmed if not any(each.start() < match.end() and match.start() < each.end() for each in denied)]
        found = max([*denied, *affirmed], key=lambda match: match.start(), default=None)
        if found is not None:
            yield blank, found in affirmed, found.start(), found.end()


def claim_facts(heard: Heard) -> Iterator[Fact]:
    """One fact a blank."""
    for blank, holds, start, end in find_claims(heard.text):
        yield Fact(blank, holds, (heard.wording.evidence(heard.turn, start, end),))


def _holds(text: str, match: re.Match[str], *, sure: bool) -> bool:
    """Whether the words are said of this enterprise, and for certain."""
    opening = max(text.rfind(stop, 0, match.start()) for stop in "。；！？") + 1
    clause = text[opening : match.start()]
    other = [each.end() for each in OTHERS.finditer(clause)]
    if (other and OURS.search(clause, other[-1]) is None) or QUESTION.match(text, match.end()):
        return False
    near = text[max(opening, match.start() - 8) : match.start()].rpartition("，")[2]
    return not (sure and OPEN.search(near + match[0]))


@cache
def _words(words: str) -> re.Pattern[str]:
    return re.compile(words)
