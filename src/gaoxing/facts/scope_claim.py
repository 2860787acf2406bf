"""What is said to be done (经营活动): an object and the verbs that govern it → items of the catalogue to choose from.

>>> choices_for({"sell": ("轴承销售",), "make": ("轴承制造",)}, "do")
('轴承制造',)
"""

from __future__ import annotations

from dataclasses import dataclass, field

from gaoxing.facts.scope_lexicon import made_by_permit
from gaoxing.facts.scope_words import Word
from gaoxing.standards.expression import expression

LIGHT_VERBS = frozenset({"do", "run"})
"""做, 搞, 经营: the object, or a noun behind it, says what is done."""

FOOD_MAKING = "食品生产"
_PREFERENCE = {
    "sell": ("sell",),
    "wholesale": ("wholesale", "sell"),
    "commerce": ("wholesale", "sell"),
    "make": ("make",),
    "process": ("make",),
    "do": ("do", "make", "develop", "open"),
    "run": ("do", "sell", "open"),
    "open": ("open",),
    "design": ("design", "develop"),
}
_SHOP = expression(r"(?:专卖)?店(?!名|面|址|里|主|员)|行(?!业|情|不|吗)|铺|商店|门市部?|摊|档口|超市|批发部|商行|零售店")
_FACTORY = expression(r"加工厂|厂(?!房|家|里)|作坊|工厂")


@dataclass
class Claim:
    """What a stretch of words says is done: `choices` (one item, or several to ask about), whether it is denied.

    `unsure`: one item, but to be asked about (做手机壳: made or sold?).
    `strong`: said as an activity. Otherwise a bare activity (保洁) or bare goods (`listed`) that needs words around it.
    """

    start: int
    end: int
    choices: tuple[str, ...]
    negated: bool = False
    strong: bool = True
    exact: bool = False
    listed: bool = False
    unsure: bool = False


@dataclass
class Governed:
    """An object (宾语) and the verb classes that govern it; `direct`: the verb stands right before it."""

    word: Word
    verbs: list[str] = field(default_factory=list)
    direct: bool = False
    negated: bool = False
    start: int = 0
    end: int = 0


def choices_for(families: dict[str, tuple[str, ...]], verb: str) -> tuple[str, ...]:
    """The items that `verb` (a class) makes of an object: one, several to ask about, or none."""
    if verb == "do" and families.get("make") == (FOOD_MAKING,) and "sell" in families:
        return FOOD_MAKING, *families["sell"]
    for kind in _PREFERENCE.get(verb, (verb,)):
        if kind in families and not (verb == "wholesale" and kind == "sell" and families[kind][0].endswith("零售")):
            return families[kind]
    if verb in {"trade", "do", "run"} and "sell" in families:
        return tuple(dict.fromkeys(families["sell"] + families.get("wholesale", ())))
    return ()


def claims_of(text: str, each: Governed) -> list[Claim]:
    """What an object and its verbs claim; a shop or a factory named after the goods (水果店, 模具厂) is a trade by itself."""
    shop, factory = _SHOP.match(text, each.word.end), _FACTORY.match(text, each.word.end)
    families = each.word.term.families
    ending = shop or factory
    chosen = families.get("make" if factory else "sell", ()) if ending else ()
    if ending and chosen:
        return [Claim(each.start, ending.end(), chosen, each.negated, bool({"open", "do"} & set(each.verbs)))]
    found = []
    for verb in dict.fromkeys(each.verbs):
        chosen = _made_or_sold(choices_for(families, verb), families, verb)
        if chosen:
            lent = verb == "rent" and text[each.start] == "租"
            found.append(Claim(each.start, each.end, chosen, each.negated, not lent, unsure=_may_be_made(chosen, families, verb)))
    if not found and each.word.term.choices:
        return [Claim(each.start, each.end, each.word.term.choices, each.negated, bool(each.verbs))]
    return found or _bare(each, families)


def _bare(each: Governed, families: dict[str, tuple[str, ...]]) -> list[Claim]:
    if each.verbs or "sell" not in families:
        return [Claim(each.start, each.end, families["open"], each.negated, strong=False)] if "open" in families and not each.verbs else []
    chosen = tuple(dict.fromkeys(families["sell"] + families.get("make", ())))
    return [Claim(each.start, each.end, chosen, each.negated, strong=False, listed=True)]


def _made_or_sold(chosen: tuple[str, ...], families: dict[str, tuple[str, ...]], verb: str) -> tuple[str, ...]:
    """做 with goods that may be made or sold, where making needs a permit: both are to be asked about."""
    open_ = verb == "do" and chosen == families.get("make") and "sell" in families and made_by_permit().issuperset(chosen)
    return tuple(dict.fromkeys((*families["sell"], *chosen))) if open_ else chosen


def _may_be_made(chosen: tuple[str, ...], families: dict[str, tuple[str, ...]], verb: str) -> bool:
    """做 with goods of which only a sale is known: making them may be meant."""
    return verb == "do" and chosen == families.get("sell") and chosen[0].endswith("销售")
