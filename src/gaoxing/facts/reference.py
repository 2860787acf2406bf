"""Who is meant without a name (指代): 我, 他, 我老婆, 师傅, 老顾; each leads to one person of the talk.

>>> [(each.kind, each.key) for each in find_references("我出七成我老婆三成法人写他")]
[('self', '我'), ('relation', '老婆'), ('pronoun', '他')]
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from gaoxing.standards.expression import expression

TABLE = tomllib.loads((Path(__file__).parent / "tables" / "relations.toml").read_text(encoding="utf-8"))
SHORT = "|".join(TABLE["owned"])
LONG = "|".join(sorted((each for each in (*TABLE["she"], *TABLE["he"], *TABLE["either"]) if each not in TABLE["owned"]), key=len, reverse=True))
SURNAME = TABLE["nicknames"]
CANONICAL: dict[str, str] = {word: words[0] for words in TABLE["same"] for word in words}
SPOUSE = frozenset(TABLE["spouse"])
FEMALE, MALE = (frozenset(CANONICAL.get(word, word) for word in TABLE[kind]) for kind in ("she", "he"))
OWNER = rf"(?:我们|咱们|咱|(?<![是归])我的|我的(?!(?:{LONG})[叫姓])|他的|她的|我|他|她)(?:那个|这个|一个|大|小|亲|前)?"
NICK = rf"[老小阿][{SURNAME}]"
FAMILY_NAMES = (Path(__file__).parent / "tables" / "surnames.txt").read_text(encoding="utf-8").splitlines()[1]
TITLED = rf"[{FAMILY_NAMES}](?:总(?![经监共部裁公额投数是和])|工(?=[，。、]|叫|出|占|当|做|来|负责|的|和|跟|[一二三四五六七八九]|$)|老师|教授|师傅|博士)"
CALLED_BY_SURNAME = expression(rf"{NICK}|{TITLED[: TITLED.index('(')]}(?:总|工|老师|教授|师傅|博士)")
"""老顾, 凌总, 聂工: a surname stands for the person."""
CHILDREN = {"老大": "大", "老二": "二", "老三": "三小", "老四": "四小", "老幺": "小幺"}
PATTERN = expression(
    rf"(?!合伙人(?:分别|就)?(?:是|有|：)[一-龥]{{1,4}}[和、跟与])(?:{OWNER})?(?P<rank>[大小二三四](?=儿子|女儿|闺女))?(?P<relation>{LONG})(?!店(?!名))"
    rf"|{OWNER}(?P<short>{SHORT})(?!店(?!名)|[一-龥]店(?!名)|(?<=爸)妈|(?<=爹)娘)"
    rf"|(?:(?<![一-龥])|(?<=[是靠给写由让和跟与])|(?<=股东)|(?<=[法]人)|(?<=经理)|(?<=[董监]事))(?P<title>{TITLED})"
    r"|(?:(?<![一-龥])|(?<=[一二三四五六七八九]))(?P<letter>[甲乙丙丁])(?=[一二三四五六七八九]|占|出|是)"
    r"|(?:(?<![一-龥])|(?<=[万成]))(?P<brother>[一-龥](?:哥|姐|叔))(?=真名|大名|叫|投|占|出|[一二三四五六七八九十]+[万成])"
    r"|(?P<bare>客户|主管|会计|出纳|助理|同学|朋友|先生|姐|哥|弟|妹|爸|妈)(?=叫|名叫)"
    rf"|(?:(?:(?<![一-龥])|(?<=[写是给由跟和让的])|(?<=司机)|(?<=会计)|(?<=同事)|(?<=员工))(?P<nick>{NICK})(?![一-龥]?[店铺厂])|(?P<nick2>{NICK})(?=叫|占|出|退出|不投|不干|不来|接(?=手|过|下|了|上|[，。；]|$)|补上|拿[走去]|刚刚|[零一二两三四五六七八九十百\\d]+[万成]))"
    r"|(?P<self>本人|我(?!们|家|国|司(?![马徒空]))(?:自己|本人|个人(?!独资|经营))?(?:的(?=身份证|证件|手机|电话|号码))?)"
    r"|(?P<either>(?:前者|后者)|我们(?:公司|单位|集团)?(?=占|持股|认缴|出资))"
    r"|(?P<pronoun>(?:他|她)(?!们|那家)(?:自己|本人)?(?:的(?=身份证|证件|手机|电话|号码|联系))?|(?:(?<![一-龥])|(?<=监事)|(?<=法人)|(?<=经理)|(?<=董事)|(?<=[写是由]))伊(?=叫|来|出|占|做|当|拿|是|个))"
)

Kind = Literal["self", "pronoun", "relation"]


@dataclass(frozen=True)
class Reference:
    """A person meant without a name: kind, the key by which the same person is known again, and the place."""

    start: int
    end: int
    kind: Kind
    key: str


def synonyms(key: str) -> frozenset[str]:
    """Other keys for the same person: 老大 is the eldest child, 老板娘 the wife of «他»."""
    if key in CHILDREN:
        return frozenset({key, *(f"{rank}{child}" for rank in CHILDREN[key] for child in ("儿子", "女儿", "哥", "姐"))})
    if key in {"老板娘", "师娘"}:
        return frozenset({key, *(f"他{spouse}" for spouse in SPOUSE)})
    return frozenset({key})


def find_references(text: str) -> tuple[Reference, ...]:
    """All references by position. 我们, 我的 and 我家 are not the speaker alone; 我老婆 is one reference, not two."""
    found = [_reference(match) for match in PATTERN.finditer(text)]
    nicks = "|".join(sorted({each.key for each in found if re.fullmatch(NICK, each.key)}))
    taken = [(each.start, each.end) for each in found]
    again = (match for match in re.finditer(nicks or "(?!)", text) if not any(start < match.end() and match.start() < end for start, end in taken))
    found += [Reference(match.start(), match.end(), "relation", match[0]) for match in again]
    return tuple(sorted(found, key=lambda each: each.start))


def _reference(match: re.Match[str]) -> Reference:
    start, end = match.span()
    groups = match.groupdict()
    word = next((groups[group] for group in ("relation", "short", "brother", "letter", "bare", "title", "nick", "nick2") if groups.get(group)), None)
    if word is not None:
        rank = groups["rank"] or next((each for each in "大小二三四" if groups["relation"] in {"儿子", "女儿"} and match[0].endswith(each + word)), "")
        return Reference(start, end, "relation", rank + CANONICAL.get(word, word))
    return Reference(start, end, "self" if match["self"] else "pronoun", "我" if match["self"] else match[0][0])
