"""What people call a trade (经营范围的口语说法): every word and phrase that leads to items of the catalogue.

Three sources make one lexicon: the catalogue's names and colloquial phrases (`standards.business_scope`), everyday goods with an item a verb
(`scope_objects.tsv`: 叉车 → sell, make, rent), activities (`scope_phrases.tsv`: 注塑, 开锁换锁). Both tables are our own wording [K]. Names of the form
X销售, X制造, X研发 … also give X with that verb, where nothing else is known of X.

>>> lexicon().terms["叉车"].families["sell"]
('物料搬运装备销售',)
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from gaoxing.standards.business_scope import items, loose_names

VERBS = {
    "sell": "卖 出售 售卖 销售 经销 零售 零卖 贩卖 倒卖 分销 代销 供应 专卖",
    "wholesale": "批发 批",
    "repair": "修 维修 修理 检修 修修",
    "make": "造 生产 制造 制作 组装 定做 代工",
    "process": "加工",
    "do": "做 搞 干 弄 从事 接",
    "run": "经营 主营",
    "develop": "研发 开发 研制 研究",
    "rent": "租 出租 租赁 租借",
    "install": "装 安装",
    "design": "设计",
    "open": "开 办 开办 开设 盘",
    "raise": "养 养殖",
    "grow": "种 种植",
    "collect": "收 回收 收购",
    "trade": "生意 买卖 贸易",
    "drop": "去掉 删掉 取消 不要 拿掉 划掉 删除 去除 剔除",
}
"""Verbs by class; `do` and `run` are light: the object decides what they mean."""

_VERB_OF = {verb: kind for kind, verbs in VERBS.items() for verb in verbs.split()}
_SPLIT = {verb: _VERB_OF[verb] for verb in "卖 批发 修 维修 做 生产 研发 开发 开 租 装".split()}
_TANGLED = frozenset({"母婴店卖奶粉"})
"""Colloquial phrases of two trades in one: each is read by itself."""

_UNSPLIT = ("开荒", "开业", "开锁", "开直播", "做账", "开庆典", "开发", "装系统", "开模具", "做标书", "装监控")
_ENDINGS = {
    "sell": ("销售", "零售"),
    "wholesale": ("批发",),
    "make": ("制造", "生产"),
    "develop": ("的研发", "研发"),
    "repair": ("修理", "维修"),
    "rent": ("租赁", "出租"),
}
_NO_TRADE = (
    "装备 包装 服装 安装费 开朗 开心 开发区 开票 开发票 公开 离开 打开 展开 开户 开会 开车 开始 开工 开业 开通 分开 开出 开支 修改 修养 办公室 办公桌 办理 办法 办事 办执照 办证 代办人 "
    "做主 做法 叫做 当做 看做 做人 做事 做工 做饭 做好 做完 做到 做了 做大 做不 做过 买卖双方 卖掉 外卖员 创造 造成 收入 收到 收款 收拾 租金 房租 月租 年租 租约 租户 租房子 租期 租下 租的 租了 "
    "批发市场 销售额 销售员 销售部 维修工 加工作 设计师 会计 出租屋 出租车 生产线 生产队 研究生 研究所 开场 干活 干净 干部 接单 接下 接到 搞定 养家 养活 装货 种类 种种 一种 各种 这种 那种 装修费 "
    "经营者 经营场所 经营范围 精英范围 经营期限 经营地址 个人经营 家庭经营 夫妻经营 经营许可 营业执照 许可证 食品经营许可证 批准 批文 审批 一批 批下来 收银 收购方 供应链 供应商 花了 花钱 开销 书面 证书 文书 秘书 "
    "车间 车库 车位 车牌 车站 菜场 鱼塘 药师 床位 门牌 门面 门口 门店 门头 部门 专门 茶歇 酒精 灯光 鞋底 手续 厂门 包括 包吃 承包 烟台 菜市场 书记 上班 下班 车程 火车 开车来 笔录 一笔 布置 公布 宣布 布局 "
    "设备款 设备费 设备投资 房子 修路 修建 物流园 手机号 手机号码 手机是 电话 联系电话 网上申报 网上办理 网上核名 打印出来 打印身份证 复印件 身份证复印件 广告词 广告上 软件著作权 专利 投资人 投资款 投资了 投资协议 "
    "投资方 投资额 咨询一下 咨询过 咨询下 想咨询 翻译成 代理人 委托代理人 打包票 快递给 快递到 办公地点 商务楼 商铺 中介费 中介说 养老金 养老保险 劳务费 劳务费用 劳务出资 技术出资 技术入股 专利技术 投资入股 "
    "企业管理部 装修好 装修完 装修花 酒店门口 宾馆住 培训过 记账本 运输队 喝茶 喝酒 打车 坐车 停车 修车间"
)


@dataclass(frozen=True)
class Term:
    """What a word may be: a phrase for `choices` (one certain item, or several to ask about), an object with items a verb class, a verb, or nothing."""

    choices: tuple[str, ...] = ()
    exact: bool = False
    families: dict[str, tuple[str, ...]] = field(default_factory=dict)
    verb: str = ""


@dataclass(frozen=True)
class Lexicon:
    """All terms; `lengths` maps a first character to the lengths of the terms beginning with it, longest first."""

    terms: dict[str, Term]
    lengths: dict[str, tuple[int, ...]]


@cache
def lexicon() -> Lexicon:
    """The lexicon, built once (some milliseconds)."""
    terms: dict[str, Term] = {word: Term() for word in _NO_TRADE.split()}
    for phrase, choices in [*_colloquial_phrases(), *_phrase_rows()]:
        known = terms.get(phrase, Term())
        terms[phrase] = known if known.choices else replace(known, choices=choices)
    for noun, kind, choices in [*_colloquial_objects(), *_object_rows(), *_named_objects()]:
        known = terms.get(noun, Term())
        terms[noun] = replace(known, families={kind: choices, **known.families})
    for verb, kind in _VERB_OF.items():
        terms[verb] = replace(terms.get(verb, Term()), verb=kind, choices=())
    for loose, name in loose_names().items():
        terms[loose] = replace(terms.get(loose, Term()), choices=(name,), exact=True)
    for each in items():
        terms[each.name] = Term((each.name,), exact=True)
    return Lexicon(terms, _lengths(terms))


def _lengths(terms: dict[str, Term]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in terms:
        found.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}


def _colloquial() -> Iterator[tuple[str, str, str, str]]:
    """(phrase, verb class or empty, object, item) of every colloquial phrase of the catalogue."""
    for each in items():
        for phrase in (phrase for phrase in each.colloquial if phrase not in _TANGLED):
            verb = next((verb for verb in _SPLIT if phrase.startswith(verb) and len(phrase) > len(verb)), "")
            if verb and not phrase.startswith(_UNSPLIT):
                yield phrase, _class_of(verb, each.name), phrase[len(verb) :].removeprefix("个"), each.name
            else:
                yield phrase, "", "", each.name


def _class_of(verb: str, item: str) -> str:
    kind = _SPLIT[verb]
    made = item.endswith(("制造", "生产", "加工")) or "制造（" in item
    return "make" if kind == "do" and made else kind


def _colloquial_phrases() -> Iterator[tuple[str, tuple[str, ...]]]:
    for phrase, kind, _, item in _colloquial():
        if not kind:
            yield phrase, (item,)


def _colloquial_objects() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for _, kind, noun, item in _colloquial():
        if kind:
            yield noun, kind, (item,)


def _phrase_rows() -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in _rows("scope_phrases.tsv"):
        for phrase in row["phrases"].split("|"):
            yield phrase, tuple(row["item"].split(" / "))


def _object_rows() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for row in _rows("scope_objects.tsv"):
        for part in row["items"].split(";"):
            kind, _, names = part.partition("=")
            for noun in row["nouns"].split("|"):
                yield noun, kind, tuple(names.split(" / "))


def _named_objects() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for each in items():
        bare = each.name.split("（")[0]
        for kind, endings in _ENDINGS.items():
            ending = next((ending for ending in endings if bare.endswith(ending)), "")
            for noun in _parts(bare.removesuffix(ending)) if ending else ():
                yield noun, kind, (each.name,)


def _parts(name: str) -> tuple[str, ...]:
    pieces = [piece for piece in name.replace("及", "、").split("、") if len(piece) > 1]
    return tuple(dict.fromkeys([name, *pieces])) if len(name) > 1 else ()


def _rows(name: str) -> list[dict[str, str]]:
    text = files("gaoxing.facts").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t"))
