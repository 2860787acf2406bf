"""The business scope (经营范围) in what is said: plain words of a trade → standard items of the catalogue.

Only the applicant's own trade is read: not a past job, a neighbour's shop, a thing owned, a word inside a name (`barred`). What is denied or struck out
(香烟我不卖, 做网站平台那项不要了) is a mention too, `negated`. Where the words fit several items none is chosen: `alternatives` are to be asked.

>>> [each.items for each in find_scope("想开个店卖水果也修手机")]
[('新鲜水果零售',), ('通讯设备修理',)]
>>> find_scope("香烟我不卖的")[0].negated
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from gaoxing.facts.scope_context import elsewhere, given_up
from gaoxing.facts.scope_grammar import Claim, claims
from gaoxing.facts.scope_words import cut
from gaoxing.standards.expression import expression

ONLINE = "互联网销售（除销售需要许可的商品）"
_ONLINE_OF = {
    "食品销售": "食品互联网销售",
    "食品销售（仅销售预包装食品）": "食品互联网销售（仅销售预包装食品）",
    "出版物零售": "出版物互联网销售",
}
_PLATFORM = expression(
    r"(?:网上|线上|淘宝|拼多多|抖音|天猫|京东|快手|直播间?|微信|朋友圈|网络|电商平台|闲鱼|小红书)(?:店|上|里|平台|面|也|去|来|上面|开个?店|开个|做)*$"
)
_ALSO_ONLINE = expression(
    r"(?:的)?[，、]?(?:我们?|还|也|再)*(?:在|到)?(?:网上|线上|网络上|抖音上?|淘宝上?|拼多多上?|微信上?)(?:面)?"
    r"(?:也|还|同时|同步|一起|也会)+(?:在)?(?:卖|销售|做|开店)"
)
"""卖女装，网上也卖: the trade before it is done on the internet too."""
_CUED_BEFORE = expression(
    r"(?:(?:经营范围|精英范围|京营范围|营业范围|范围|业务|主营|主业|行业|经营项目|经营内容)(?:是|写|就|有|包括|为|要|嘛|呢|主要|[两二三四五六七八九十]?[条项个块样]|[：:，])*"
    r"|(?:做|搞|干|弄|从事|办|开展|接|经营|开|盘|接手|提供|承接|承包|专门|主要|主打|管|摆|登记|注册|新增|增加|加上|再加|添|写|也|带|兼|顺便|顺带|另外|还有|以及|是)"
    r"(?:了|个|一个|一家|家|一间|间|点|些|的|是|小|大|我们|自己|就|一下|上|做|起|会|能|给人|帮人|上门|工业|企业|室内|个体|的是"
    r"|财税|商务|同城|市内|家庭|专业|高考|本地|摆|小区|商场|工厂|单位)*)$"
)
_FOR_OTHERS = expression(r"[帮给替为](?:人家?|企业|公司|客户|工厂|别人|厂里|学校|单位|小区|老人)(?:做|搞|上门)?$")
_CUED_AFTER = expression(
    r"管(?=小区|物业|停车)|的(?=[，。；]|$|还有|以及|另外|也)|(?:的)?(?:厂子|小店|摊子|铺子|班组|加盟|车间|作坊)(?=[，。；]|$|法人|注册|店名|名|资金|我)"
    r"|(?:服务|行业|一块)?(?:的|这个|这一|这)?(?:业务|生意|[两二三]?块|一?块|活|项目|公司|个体|执照|店|工作室|服务部"
    r"|都要|要有|要写|写进|也要|也做|也搞|也干|都做|为主|一条龙)"
)
_LET = expression(r"[一-龥]{0,3}(?:给(?!我|咱)|出去|业务|生意|服务|给新人)")
_SHOP_CUE = expression(r"(?:^|[，。；\s]|就|还是)(?:我|就|那就|还是|一个|一家|个体工商户|个体户?|小|是)*$")
_BEGINS = expression(r"(?:^|[，。；：！？:,])(?:个体工商户|个体户?|我们?|就|做)?$")
_ENDS = expression(
    r"(?:[和跟与、及兼带加](?!我|你|他|她)[一-龥]{2,4}(?=$|[，。；！？])|(?:的?(?:销售|维修|修理|安装|调试|批发|零售)))?(?:服务|这些|这一?块|等等?|之类)?"
    r"(?:厂|部|馆|店|队|院|铺|中心|公司|工作室|车间|社|学校|培训班|培训学校|基地|门市部?|加盟|加盟店|的?活)?的?(?:$|[，。；！？,])"
)
_LISTED = expression(r"(?:经营范围|精英范围|京营范围|营业范围|主营|经营项目)[^。；]{0,60}$")
_BETWEEN = expression(
    r"(?:(?:(?![的了我你他她在是有过给就])[一-龥]){2,3}(?=[和跟与及、]))?(?:[、，,和跟及与兼\s带]|加(?![工盟])|以及|还有|另外|加上|再加|这些|也|还|再|的)*"
)
_STRUCK = expression(
    r"(?:[的这那]|一|[几两])*(?:项|个|条|块|样|业务)*[^。；！？]{0,16}?(?:(?<!可)(?:不要|不做|不搞|不办|不写|不加|不开|不干|不弄|不卖)了?|取消|去掉|删掉|拿掉|划掉|删了|算了|先不|暂时不|撤掉|就免了)"
)
_STRUCK_HEAD = expression(
    r"(?:[这那]块|我们?|就|也|都|先|暂时|了|的|以后|目前)*(?<!可)不(?:(?:做|搞|办|开|卖|修|弄|要|接|干|写|加)(?:了|的|$|[，。])|(?:要|用|想)?(?:写|加|放|列))|的?[这那]一?(?:项|个|条|块|样)|[^，。；、]{0,4}(?:不要了|取消|去掉|删掉|拿掉|划掉|算了)|(?:要|得)[^，。；]{0,6}[，,]"
)
_EXCHANGED = expression(r"(?:[这那]?一?[项个条块]|的)?(?:改成|换成|改为|换为|替换成)")
_PREMISES = frozenset({"非居住房地产租赁", "住房租赁"})


@dataclass(frozen=True)
class ScopeMention:
    """A trade as said: `text[start:end]`. `items` are certain; where it fits several items they stand in `alternatives` and `items` is empty.

    `negated`: denied or struck out. `exact`: the item's own wording was said.
    """

    start: int
    end: int
    items: tuple[str, ...]
    negated: bool = False
    exact: bool = False
    alternatives: tuple[str, ...] = ()


def find_scope(text: str, *, barred: tuple[tuple[int, int], ...] = (), answering: bool = False) -> tuple[ScopeMention, ...]:
    """The trades said in cleaned `text`, in order; spans in `barred` (names, addresses) are never read from.

    `answering`: the words answer the question for the business scope, so bare goods and activities count too.
    """
    found = claims(text, cut(text, barred))
    spoken = _accepted(text, found, answering=answering)
    spoken = given_up(text, [claim for claim in spoken if not elsewhere(text, claim)])
    mentions = [_mention(text, claim) for claim in spoken]
    return _settled(_with_online(text, mentions))


def _mention(text: str, claim: Claim) -> ScopeMention:
    certain = claim.choices if len(claim.choices) == 1 and not claim.unsure else ()
    negated = claim.negated or _struck(text, claim)
    return ScopeMention(claim.start, claim.end, certain, negated, claim.exact, () if certain else claim.choices)


def _accepted(text: str, found: list[Claim], *, answering: bool) -> list[Claim]:
    """Claims said as an activity, and bare ones that the words around their list make one."""
    chosen: list[Claim] = []
    for run in _runs(text, found):
        before, after = text[max(0, run[0].start - 24) : run[0].start], text[run[-1].end : run[-1].end + 40]
        listed = answering or bool(_LISTED.search(text[max(0, run[0].start - 70) : run[0].start]))
        helped = text[run[0].end - 1] not in "堂店馆厂院市" and bool(_FOR_OTHERS.search(before))
        cued = (
            listed
            or helped
            or _alone(text, run)
            or bool(_CUED_BEFORE.search(before))
            or bool(_CUED_AFTER.match(after))
            or any(claim.strong and not claim.negated for claim in run)
        )
        taken = False
        for before_it, claim in zip([None, *run], run, strict=False):
            beside = taken and before_it is not None and _sold(before_it) and _sold(claim)
            taken = _counts(text, claim, cued=cued, listed=listed or beside)
            if taken:
                chosen.append(claim)
    return chosen


def _sold(claim: Claim) -> bool:
    return claim.choices[0].split("（")[0].endswith(("销售", "零售", "批发")) and not claim.negated


def _alone(text: str, run: list[Claim]) -> bool:
    """Whether a list of activities fills its clause (海报设计、名片印刷。)."""
    begins = bool(_BEGINS.search(text, max(0, run[0].start - 8), run[0].start))
    return begins and bool(_ENDS.match(text, run[-1].end))


def _counts(text: str, claim: Claim, *, cued: bool, listed: bool) -> bool:
    if claim.strong or claim.negated or _struck(text, claim):
        return True
    if claim.choices[0] in _PREMISES and text[claim.start] == "租":
        return bool(_LET.match(text, claim.end)) or listed or bool(_CUED_BEFORE.search(text[max(0, claim.start - 8) : claim.start]))
    if claim.listed:
        return listed
    if text[claim.start] == "租" and _LET.match(text, claim.end):
        return True
    return cued or (claim.choices[0] in text[claim.start : claim.end]) or _opens(text, claim)


def _opens(text: str, claim: Claim) -> bool:
    """A kind of shop at the head of a clause (五金店卖螺丝的, 花店) counts as the shop to be opened."""
    words = text[claim.start : claim.end]
    return words.endswith(("店", "馆", "铺", "室", "行", "摊")) and bool(_SHOP_CUE.search(text, max(0, claim.start - 16), claim.start))


def _runs(text: str, found: list[Claim]) -> list[list[Claim]]:
    runs: list[list[Claim]] = []
    for claim in found:
        if runs and (claim.start <= runs[-1][-1].end or _BETWEEN.fullmatch(text, runs[-1][-1].end, claim.start)):
            runs[-1].append(claim)
        else:
            runs.append([claim])
    return runs


def _struck(text: str, claim: Claim) -> bool:
    """Whether the same sentence strikes the trade out: …那项不要了, 去掉…, …要批文，这一项先取消."""
    rest = re.split(r"[。；！？]", text[claim.end : claim.end + 40])[0]
    if _EXCHANGED.match(rest) and re.search(r"[把将从][^，。；]{0,8}$", text[max(0, claim.start - 10) : claim.start]):
        return True
    if not _STRUCK_HEAD.match(rest):
        return False
    return bool(_STRUCK.match(rest))


def _with_online(text: str, mentions: list[ScopeMention]) -> list[ScopeMention]:
    """开网店卖X gives the internet item beside X's own; food and books have internet items of their own."""
    found: list[ScopeMention] = []
    named_online = any("互联网" in item for mention in mentions for item in mention.items)
    for mention in mentions:
        near = bool(found) and ONLINE in found[-1].items and mention.start - found[-1].end <= 10 and not mention.negated
        special = next((_ONLINE_OF[item] for item in mention.items if item in _ONLINE_OF), "")
        if near and special:
            found[-1] = replace(found[-1], items=(special,))
        sold = mention.items and mention.items[0].split("（")[0].endswith(("零售", "销售")) and not mention.exact
        if sold and not near and "互联网" not in mention.items[0] and _PLATFORM.search(text[max(0, mention.start - 10) : mention.start]):
            mention = replace(mention, items=(special or ONLINE, *mention.items))
        elif sold and not near and not mention.negated and not named_online and (also := _ALSO_ONLINE.match(text, mention.end)):
            mention = replace(mention, end=also.end(), items=(*mention.items, special or ONLINE))
        found.append(mention)
    return found


def _settled(mentions: list[ScopeMention]) -> tuple[ScopeMention, ...]:
    """A question is dropped where one of its answers was said; later repetitions of the same items stay out."""
    certain = {item for mention in mentions if not mention.negated for item in mention.items}
    seen: set[tuple[tuple[str, ...], bool]] = set()
    kept: list[ScopeMention] = []
    for mention in mentions:
        key = (mention.items or mention.alternatives, mention.negated)
        if key in seen or (mention.alternatives and not mention.negated and certain & set(mention.alternatives)):
            continue
        seen.add(key)
        kept.append(mention)
    return tuple(kept)
