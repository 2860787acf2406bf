"""What people call a trade (经营范围的口语说法): every word and phrase that leads to items of the catalogue.

Three sources make one lexicon: the catalogue's names and colloquial phrases (`standards.business_scope`), everyday goods with an item a verb
(`scope_objects.tsv`: 叉车 → sell, make, rent), activities (`scope_phrases.tsv`: 注塑, 开锁换锁). Both tables are our own wording [K].
Names of the form X销售, X制造, X研发 … also give X with that verb, where nothing else is known of X. `scope_not_trades.txt` holds words that only hide
a verb or goods (装备, 开票).

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
    "open": "开 办 开办 开设 盘 盘下 盘下来 顶下来 接手 转接",
    "raise": "养 养殖",
    "grow": "种 种植",
    "collect": "收 回收 收购",
    "trade": "生意 买卖",
    "commerce": "贸易",
    "drop": "去掉 删掉 取消 不要 拿掉 划掉 删除 去除 剔除",
}
"""Verbs by class; `do` and `run` are light: the object decides what they mean."""

_VERB_OF = {verb: kind for kind, verbs in VERBS.items() for verb in verbs.split()}
_SPLIT = {verb: _VERB_OF[verb] for verb in ("卖", "批发", "修", "维修", "做", "生产", "研发", "开发", "开", "租", "装")}
_TANGLED = frozenset({"母婴店卖奶粉"})
"""Colloquial phrases of two trades in one: each is read by itself."""

_UNSPLIT = ("生产外包", "开荒", "开业", "开锁", "开直播", "做账", "开庆典", "开发", "装系统", "开模具", "做标书", "装监控", "维修家电", "修理东西")
_ENDINGS = {
    "sell": ("销售", "零售"),
    "wholesale": ("批发",),
    "make": ("制造", "生产"),
    "develop": ("的研发", "研发"),
    "repair": ("修理", "维修"),
    "rent": ("租赁", "出租"),
}


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
    terms: dict[str, Term] = {word: Term() for word in _text("scope_not_trades.txt").split()}
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


@cache
def made_by_permit() -> frozenset[str]:
    """Items whose making needs a permit and which the catalogue does not call 做 (做药): 做 with such goods may mean making or selling."""
    return frozenset(each.name for each in items() if each.licensed and not any(phrase.startswith("做") and len(phrase) < 4 for phrase in each.colloquial))


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
    return list(csv.DictReader(_text(name).splitlines(), delimiter="\t"))


def _text(name: str) -> str:
    return files("gaoxing.facts").joinpath(name).read_text(encoding="utf-8")
