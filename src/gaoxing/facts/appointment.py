"""Who holds which post (任职): «法人何苗», «他做经理», «董事和法人都是我», «监事取消», «联络员换成他».

A walk over the tokens: each run of posts looks forward for its holders (past 是, 写, 由 …) or back («选举某某为董事长»). Later words win.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gaoxing.facts.mentions import PERSONS, Spot
from gaoxing.facts.posts import Appointments, Holder, assign, remove, strike, swap
from gaoxing.facts.token import Token

SINGLE = frozenset(["legal_representative", "chair", "manager", "finance_officer", "liaison", "agent", "operator"])
"""Posts that one person holds: naming another replaces the first."""
GLUE_WORDS = (
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
COUNTED = re.compile("[一两二三四五](?:个|位|名)(?:人)?")
NUMBER_WORDS = re.compile("(?:的|他|她|我)*(?:身份证|证件|公民身份)?(?:号码?|手机号?|电话)?(?:是|为)?")
REACH = 5
REFUSALS = ("不肯", "不愿", "不答应")
WHETHER = ("能不能", "可不可以", "能否", "是否可以", "行不行")
DESCRIBING = ("的", "里", "的那个", "的那位", "派", "推荐", "司机", "会计", "同事", "员工", "出纳", "总监", "律师")
DENIALS = ("不设", "不要", "取消", "去掉", "没有", "撤", "先不", "不用", "不做", "不当", "不任", "不担", "不再", "不兼", "卸任")


def appoint(tokens: Sequence[Token], turn: int, state: Appointments, asked: str | None = None) -> None:
    """Read one turn's appointments into the state; `asked` names a post when the question was about it."""
    taken: set[int] = set()
    state.vacant = ()
    place = 0
    while place < len(tokens):
        if tokens[place].kind == "role":
            end = _group_end(tokens, place)
            _read_group(tokens, place, end, turn, state, taken)
            place = end
        elif tokens[place].kind in {"change", "fix", "swap"} and not (tokens[place].kind == "swap" and _exchange(tokens, place, state)):
            _reassign(tokens, place, turn, state, taken)
        elif tokens[place].kind == "not" and tokens[place].words.startswith(REFUSALS):
            _refuse(tokens, place, turn, state)
        elif tokens[place].kind == "put" and state.vacant:
            _refill(tokens, place, turn, state, taken)
        place += 1
    post = asked.rpartition(".")[2] if asked else ""
    if post in SINGLE or post in {"director", "supervisor"}:
        _bare(tokens, turn, state, post)


def _group_end(tokens: Sequence[Token], place: int) -> int:
    """The last token of «法人和总经理», «法人兼执行董事»."""
    while place + 1 < len(tokens):
        if tokens[place + 1].kind == "role":
            place += 1
        elif (
            place + 2 < len(tokens)
            and tokens[place + 2].kind == "role"
            and (tokens[place + 1].kind == "and" or tokens[place + 1].words in {"兼", "及", "兼任", "也是", "并担任", "并任", "并兼任"})
        ):
            place += 2
        elif (
            place + 3 < len(tokens) and tokens[place + 3].kind == "role" and tokens[place + 1].words in {"并", "同时", "且"} and tokens[place + 2].kind == "do"
        ):
            place += 3
        else:
            break
    return place


def _read_group(tokens: Sequence[Token], first: int, last: int, turn: int, state: Appointments, taken: set[int]) -> None:
    roles = tuple(token.mention.role for token in tokens[first : last + 1] if token.kind == "role")
    spots = tuple(Spot(turn, token.start, token.end) for token in tokens[first : last + 1] if token.kind == "role")
    if _negated(tokens, first, last):
        _give_up(_quitter(tokens, first), roles, spots[0], tokens, state)
        taken.update(range(first, last + 1))
        return
    back, ahead = _backward(tokens, first, taken), _forward(tokens, last + 1, several="director" in roles or "supervisor" in roles)
    if back and back.people[0] and tokens[back.people[0] - 1].words in {"不是", "不要", "不用"}:
        _give_up(back.people[0], roles, spots[0], tokens, state)
        taken.update(range(first, last + 1))
        return
    if back and not (ahead.people and ahead.verb and back.verb == ""):
        _assign(roles, back, spots, turn, state, tokens)
    elif ahead.like is not None:
        state.like.update(dict.fromkeys(roles, ahead.like))
    elif ahead.people and _struck(tokens, ahead.people[-1]):
        strike(state, roles, tokens[ahead.people[-1]].who)
        taken.update(ahead.people)
    elif ahead.people:
        taken.update(ahead.people)
        _assign(roles, ahead, spots, turn, state, tokens)
    elif not back and (moved := _moved(tokens, first)) is not None:
        for token in tokens[moved:first]:
            if token.kind == "role":
                strike(state, (token.mention.role,), tokens[moved].who)
        state.struck = False
        _assign(roles, Found((moved,)), spots, turn, state, tokens)
    elif first > 1 and tokens[first - 1].kind == "do" and tokens[first - 2].words.endswith(WHETHER):
        state.vacant = roles
    elif not back and last + 1 < len(tokens) and tokens[last + 1].words in {"也是", "也", "一样", "同上"} and state.last:
        for role in roles:
            state.holders[role] = list(state.holders.get(state.last[-1], []))
    state.last = roles


def _give_up(quitter: int | None, roles: tuple[str, ...], spot: Spot, tokens: Sequence[Token], state: Appointments) -> None:
    """A post given up by one person, or left unfilled; who is named next may get it."""
    if quitter is None:
        remove(state, roles, spot)
    else:
        strike(state, roles, tokens[quitter].who)
    state.last = state.vacant = roles


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


def _forward(tokens: Sequence[Token], place: int, *, several: bool) -> Found:
    verb, changed, denied, counted = "", False, False, False
    described = False
    limit = place + REACH
    while place < min(len(tokens), limit):
        token = tokens[place]
        if token.kind in PERSONS:
            if denied:
                after = place + 2 if place + 1 < len(tokens) and tokens[place + 1].kind == "comma" else place + 1
                found = _forward(tokens, after, several=several)
                return Found(found.people, found.verb, changed=True)
            return Found(_list_from(tokens, place, handed=verb.endswith("由")) if several else (place,), verb, changed)
        if token.kind == "role" and verb.endswith("由"):
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


def _backward(tokens: Sequence[Token], first: int, taken: set[int]) -> Found:
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
    if verb and tokens[place + 1].kind == "do":
        place = _past_numbers(tokens, place)
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


def _goes_on(tokens: Sequence[Token], first: int, verb: str) -> bool:
    """«经理车晓东为法定代表人»: somebody named for one post is given a further one."""
    return verb.startswith(("兼", "当", "做", "担", "任")) or (verb in {"为", "是"} and _closed(tokens, first))


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


def _quitter(tokens: Sequence[Token], first: int) -> int | None:
    """Who gives a post up: «何苗不做监事了», «不是我当经营者了»; None where the post itself is given up."""
    before = tokens[first - 1] if first else None
    if before is None or not (before.kind == "not" and before.words.startswith(("不做", "不当", "不任", "不担", "不再", "不兼", "卸任"))):
        return None
    return next((place for place in range(first - 2, max(-1, first - 4), -1) if tokens[place].kind in PERSONS), None)


def _moved(tokens: Sequence[Token], first: int) -> int | None:
    """«荆柯原来写的监事,现在改成经理»: whom the sentence is about, where a change stands right before the post."""
    if not first or tokens[first - 1].kind != "change" or not tokens[first - 1].words.endswith(("成", "为", "任", "做", "当")):
        return None
    for place in range(first - 2, -1, -1):
        if tokens[place].kind == "stop":
            return None
        if tokens[place].kind in PERSONS:
            return place
    return None


def _negated(tokens: Sequence[Token], first: int, last: int) -> bool:
    before = tokens[first - 1] if first else None
    if before is not None and before.kind == "not" and before.words.startswith(DENIALS) and not (first > 1 and tokens[first - 2].kind == "role"):
        return True
    ahead = list(tokens[last + 1 : last + 5])
    for token in ahead:
        if token.kind == "not":
            return token.words != "不是"
        if token.kind in PERSONS or token.kind in {"stop", "role"}:
            return False
    return False


def _struck(tokens: Sequence[Token], place: int) -> bool:
    """«董事李四去掉»."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return after is not None and after.kind == "not" and after.words.startswith(("去掉", "拿掉", "删", "不要", "取消", "撤", "不当", "不做", "不担任"))


def _assign(roles: Sequence[str], found: Found, spots: tuple[Spot, ...], turn: int, state: Appointments, tokens: Sequence[Token]) -> None:
    fresh = [Holder(tokens[place].who, (*spots, Spot(turn, tokens[place].start, tokens[place].end))) for place in found.people]
    for role in roles:
        replaced = role in SINGLE or found.changed or (role == "supervisor" and turn > 0 and _older(state.holders.get(role, []), turn))
        assign(state, (role,), fresh, replaced=replaced)


def _older(holders: Sequence[Holder], turn: int) -> bool:
    return all(spot.turn < turn for holder in holders for spot in holder.spots)


def _reassign(tokens: Sequence[Token], place: int, turn: int, state: Appointments, taken: set[int]) -> None:
    """«法人写我,不不不,写我姐夫», «何苗不做监事了,换我妈»: right after a post was given or given up, it goes to somebody else."""
    before = place - 1
    while before >= 0 and before not in taken and _slight(tokens[before]):
        before -= 1
    if before < 0 or before not in taken or not state.last:
        return
    ahead = _forward(tokens, place + 1 if tokens[place + 1 : place + 2] and tokens[place + 1].kind != "comma" else place + 2, several=False)
    after = tokens[ahead.people[0] + 1] if ahead and ahead.people[0] + 1 < len(tokens) else None
    if not ahead or (after is not None and after.kind in {"hold", "percent", "money"}):
        return
    taken.update(ahead.people)
    spots = (Spot(turn, tokens[place].start, tokens[place].end),)
    _assign(state.last, Found(ahead.people, ahead.verb, changed=not state.struck), spots, turn, state, tokens)
    state.struck = False


def _refuse(tokens: Sequence[Token], place: int, turn: int, state: Appointments) -> None:
    """«法人本来想写老程,他不肯»: whoever will not, holds none of the posts given in this turn."""
    if not place or tokens[place - 1].kind not in PERSONS:
        return
    who = tokens[place - 1].who
    posts = tuple(role for role in state.roles_of(who) if all(spot.turn == turn for spot in state.spots_of(who)))
    if posts:
        strike(state, posts, who)
        state.last = state.vacant = posts


def _refill(tokens: Sequence[Token], place: int, turn: int, state: Appointments, taken: set[int]) -> None:
    """«经营者别写我了,……写我儿子»: a post just given up is written in for somebody else."""
    before = place - 1
    while before >= 0 and (tokens[before].kind == "put" or tokens[before].words in {"那", "那就"} or tokens[before].words.endswith("的话")):
        before -= 1
    opens = before >= 0 and tokens[before].kind in {"comma", "stop"}
    if opens and place + 1 < len(tokens) and tokens[place + 1].kind in PERSONS:
        roles, state.vacant, state.struck = state.vacant, (), False
        taken.add(place + 1)
        _assign(roles, Found((place + 1,), changed=True), (Spot(turn, tokens[place].start, tokens[place].end),), turn, state, tokens)


def _slight(token: Token) -> bool:
    """A comma, a denial, or a word of one or two characters (了, 那): nothing new was said."""
    return token.kind == "comma" or (token.kind in {"not", "text"} and len(token.words) <= 2)


def _exchange(tokens: Sequence[Token], place: int, state: Appointments) -> bool:
    """«法人和监事对调»: the two posts named right before, with nobody between."""
    roles = []
    for token in reversed(tokens[max(0, place - 6) : place]):
        if token.kind == "role":
            roles.append(token.mention.role)
        elif token.kind in {"stop", *PERSONS}:
            break
    if len(set(roles)) != 2:
        return False
    swap(state, *roles)
    return True


def _bare(tokens: Sequence[Token], turn: int, state: Appointments, role: str) -> None:
    people = tuple(number for number, token in enumerate(tokens) if token.kind in PERSONS)
    if people and not any(token.kind == "role" for token in tokens):
        _assign((role,), Found(people[-1:]), (), turn, state, tokens)
