"""Who stands beside a post (职务旁的人): behind it («监事写我老婆», «财务负责人由会计何苗兼任») or before it («何苗当监事», «选举某某为董事长»)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gaoxing.facts.mentions import PERSONS
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

GLUE_WORDS = (
    "跟着",
    "随着",
    "也只有",
    "只有",
    "按章程",
    "先",
    "的话",
    "这边",
    "也",
    "来",
    "就",
    "那个",
    "这个",
    "，",
    "方面",
    "名字",
    "姓名",
    "本来想",
    "原来想",
    "原本想",
    "本想",
    "想",
    "职务",
    "暂",
    "那里",
    "她",
    "他",
    "聘",
    "自然人",
    "有",
    "股东",
    "的",
    "的人",
    "兼",
)
ADDED = expression("(?:加|增加|新增|再加|再设|增设|添|设|补)(?:上|了)?(?:一?个|一?位|一?名)$")
COUNTED = expression("[一两二三四五](?:个|位|名)(?:人)?")
NUMBER_WORDS = expression("(?:的|他|她|我)*(?:身份证|证件|公民身份)?(?:号码?|手机号?|电话)?(?:是|为)?")
REACH = 5
DESCRIBING = ("的", "里", "的那个", "的那位", "派", "推荐", "司机", "会计", "同事", "员工", "职员", "出纳", "总监", "律师")


@dataclass(frozen=True)
class Found:
    """Persons found beside a post: token places, the verb between, whether a change was spoken of, or another post to copy."""

    people: tuple[int, ...] = ()
    verb: str = ""
    changed: bool = False
    like: str | None = None

    def __bool__(self) -> bool:
        """Whether anybody was found."""
        return bool(self.people)


def look_ahead(tokens: Sequence[Token], place: int, *, several: bool) -> Found:
    """The holder behind a post from `place` on, past 是, 写, 由 and the like; with `several` a list of them; nobody where the words lead elsewhere."""
    verb, changed, denied, counted = "", False, False, _added(tokens, place)
    described = False
    limit = place + REACH
    while place < min(len(tokens), limit):
        token = tokens[place]
        if token.kind in PERSONS and owns_the_next(tokens, place):
            place, limit = place + 2, limit + 2
            continue
        if token.kind in PERSONS:
            if denied:
                after = place + 2 if place + 1 < len(tokens) and tokens[place + 1].kind == "comma" else place + 1
                found = look_ahead(tokens, after, several=several)
                return Found(found.people, found.verb, changed=True)
            return Found(_list_from(tokens, place, handed=verb.endswith("由")) if several else (place,), verb, changed)
        if token.kind == "role" and (verb.endswith("由") or tokens[place - 1].words in {"跟着", "随着"}):
            return Found(like=token.mention.role)
        if token.kind in {"put", "change", "swap"}:
            verb, changed = token.words, changed or token.kind != "put"
        elif token.kind == "not" and token.words == "不是":
            denied = True
        elif token.kind == "fix":
            changed = True
        elif (
            token.kind == "sole"
            or token.kind in {"all", "slot"}
            or (token.words in {"还有", "另有"} and tokens[place - 1].kind == "role")
            or (token.kind == "hold" and bool(verb))
            or (token.kind == "text" and _glue(tokens, place, verb))
            or (token.kind == "comma" and (changed or counted or described))
        ):
            limit += token.kind == "comma"
            described = token.kind == "text" and token.words.endswith(DESCRIBING)
            counted = counted or COUNTED.fullmatch(token.words) is not None
        else:
            return Found()
        place += 1
    return Found()


def owns_the_next(tokens: Sequence[Token], place: int) -> bool:
    """«由何苗的侄女苏小云担任»: the person at `place` only says whose relation the holder is."""
    return place + 2 < len(tokens) and tokens[place + 1].words == "的" and tokens[place + 2].kind == "relation"


def _added(tokens: Sequence[Token], place: int) -> bool:
    """«加一个监事，何苗»: the post before `place` is newly set up, and its holder may follow behind a comma."""
    return 1 < place <= len(tokens) and tokens[place - 1].kind == "role" and ADDED.search(tokens[place - 2].words) is not None


def _glue(tokens: Sequence[Token], place: int, verb: str) -> bool:
    """Words that may stand between a post and its holder: 那栏, 人选; 我们所里的 after a verb; 由集团委派 before another one."""
    words = tokens[place].words
    if words in GLUE_WORDS or COUNTED.fullmatch(words) or any(words.startswith(each) and words.removeprefix(each) in GLUE_WORDS for each in GLUE_WORDS):
        return True
    next_verb = place + 1 < len(tokens) and tokens[place + 1].kind == "put"
    return bool(verb) and len(words) <= 8 and (words.endswith(DESCRIBING) or (next_verb and len(words) <= 6))


def _list_from(tokens: Sequence[Token], place: int, *, handed: bool) -> tuple[int, ...]:
    """Persons joined by 、 or 和, from `place` on; a further person who goes on with a verb of their own is left out."""
    people = [place]
    while place + 2 < len(tokens) and tokens[place + 1].kind == "and" and tokens[place + 2].kind in PERSONS:
        after = tokens[place + 3] if place + 3 < len(tokens) else None
        if not handed and after is not None and (after.kind == "do" or (after.kind == "put" and after.words in {"为", "是"})):
            break
        place += 2
        people.append(place)
    return tuple(people)


def look_back(tokens: Sequence[Token], first: int, taken: set[int]) -> Found:
    """The holder before a post at `first`, past 当, 任, 是; nobody who is `taken` by a post of their own, unless the words give a further one."""
    if (bracketed := _bracketed(tokens, first)) is not None:
        return Found((bracketed,), "（")
    place = first - 1
    verb = ""
    while place >= 0 and (
        tokens[place].kind in {"do", "all"}
        or tokens[place].words in {"是", "为", "来", "也是", "就是", "也", "都是", "就", "本人", "同时", "并", "并且", "任命为", "兼着"}
    ):
        verb = tokens[place].words if tokens[place].kind == "do" or tokens[place].words.endswith(("是", "为")) else verb
        place -= 1
    if place > 0 and tokens[place].kind == "comma" and tokens[place + 1].words.startswith(("也", "还", "兼", "并", "同时", "就")):
        place = next((number for number in range(place - 1, -1, -1) if tokens[number].kind in {*PERSONS, "stop"}), 0)
        taken = taken - {place}
    if verb and place > 0 and tokens[place].words in {"自己", "都自己"} and tokens[place - 1].kind in {"comma", "and"}:
        place = next((number for number in range(place - 1, -1, -1) if tokens[number].kind in {*PERSONS, "stop"}), 0)
        taken = taken - {place}
    if verb and tokens[place + 1].kind == "do":
        place = _past_numbers(tokens, _past_share(tokens, place))
    if not verb and place > 1 and tokens[place].kind == "comma" and _closed(tokens, first) and tokens[place - 1].kind in PERSONS and place - 1 not in taken:
        place, verb = place - 1, "，"
    if place > 1 and tokens[place].kind in PERSONS and tokens[place - 1].words in {"给", "帮", "替"}:
        place = _past_numbers(tokens, place - 2)
    if place < 0 or tokens[place].kind not in PERSONS or (place in taken and not _goes_on(tokens, first, verb)):
        return Found()
    if not verb and not _bare_post(tokens, place, first, taken):
        return Found()
    if verb and place in taken and not verb.startswith("兼") and not _closed(tokens, first):
        return Found()
    people = [place]
    while place >= 1 and tokens[place - 1].kind in PERSONS and tokens[place - 1].who != tokens[place].who and place - 1 not in taken and "都" in verb:
        place -= 1
        people.insert(0, place)
    while place >= 2 and tokens[place - 1].kind == "and" and tokens[place - 2].kind in PERSONS and "、" in tokens[place - 1].words + "、":
        place -= 2
        if place in taken:
            break
        people.insert(0, place)
    return Found(tuple(people), verb)


def _bracketed(tokens: Sequence[Token], first: int) -> int | None:
    """«束小棠（60%，法定代表人）»: whom the bracket stands behind, with nothing else in it before the post."""
    place = first - 1
    while place > 0 and tokens[place].kind in {"comma", "percent", "money", "hold", "and", "role", "code", "method"}:
        place -= 1
    if place < 1 or not tokens[place].words.endswith("（") or tokens[place - 1].kind not in PERSONS:
        return None
    return place - 1


def _goes_on(tokens: Sequence[Token], first: int, verb: str) -> bool:
    """«经理车晓东为法定代表人»: somebody named for one post is given a further one."""
    return verb.startswith(("兼", "当", "做", "担", "任")) or (verb in {"为", "是"} and _closed(tokens, first))


def _past_share(tokens: Sequence[Token], place: int) -> int:
    """Back over «占三成，» to the person whom «当董事长» goes on about."""
    first = place
    if place < 2 or tokens[place].kind != "comma":
        return first
    while place > 0 and tokens[place].kind in {"comma", "percent", "money", "hold", "method", "half"}:
        place -= 1
    return place if tokens[place].kind in PERSONS else first


def _past_numbers(tokens: Sequence[Token], place: int) -> int:
    """Back over «，身份证3205…，» to the person whom a clause like «任执行董事» goes on about."""
    while place > 0 and (tokens[place].kind in {"comma", "code"} or (tokens[place].kind == "text" and NUMBER_WORDS.fullmatch(tokens[place].words))):
        place -= 1
    return place


def _closed(tokens: Sequence[Token], first: int) -> bool:
    """Whether nothing that could name a holder follows the post."""
    after = tokens[first + 1] if first + 1 < len(tokens) else None
    return after is None or after.kind in {"comma", "stop"}


def _bare_post(tokens: Sequence[Token], place: int, first: int, taken: set[int]) -> bool:
    """«张三法人,李四监事»: the person directly before, a stop directly after."""
    return place == first - 1 and place not in taken and _closed(tokens, first)
