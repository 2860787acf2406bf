"""Posts given up and passed on (卸任与接任): «何苗不做监事了,换我妈», «经营者别写我了,写我儿子», «他不肯», «法人和监事对调»."""

from __future__ import annotations

from collections.abc import Sequence

from gaoxing.facts.mentions import PERSONS, Spot
from gaoxing.facts.post_holder import Found, look_ahead, owns_the_next
from gaoxing.facts.posts import Appointments, Holder, assign, remove, strike, swap
from gaoxing.facts.token import Token

SINGLE = frozenset(["legal_representative", "chair", "manager", "finance_officer", "liaison", "agent", "operator"])
"""Posts that one person holds: naming another replaces the first."""
DENIALS = ("不设", "不要", "取消", "去掉", "没有", "撤", "先不", "不用", "不做", "不当", "不任", "不担", "不再", "不兼", "卸任")


def give_up(quitter: int | None, roles: tuple[str, ...], spot: Spot, tokens: Sequence[Token], state: Appointments) -> None:
    """A post given up by one person, or left unfilled; who is named next may get it."""
    if quitter is None:
        remove(state, roles, spot)
    else:
        strike(state, roles, tokens[quitter].who)
    state.last = state.vacant = roles


def quitter(tokens: Sequence[Token], first: int) -> int | None:
    """Who gives a post up: «何苗不做监事了», «不是我当经营者了»; None where the post itself is given up."""
    before = tokens[first - 1] if first else None
    if before is None or not (before.kind == "not" and before.words.startswith(("不做", "不当", "不任", "不担", "不再", "不兼", "卸任"))):
        return None
    return next((place for place in range(first - 2, max(-1, first - 4), -1) if tokens[place].kind in PERSONS), None)


def moved(tokens: Sequence[Token], first: int) -> int | None:
    """«荆柯原来写的监事,现在改成经理»: whom the sentence is about, where a change stands right before the post."""
    if not first or tokens[first - 1].kind != "change" or not tokens[first - 1].words.endswith(("成", "为", "任", "做", "当")):
        return None
    for place in range(first - 2, -1, -1):
        if tokens[place].kind == "stop":
            return None
        if tokens[place].kind in PERSONS:
            return place
    return None


def negated(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the posts from `first` to `last` are said not to be filled: «不设监事», «监事先空着»."""
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


def struck(tokens: Sequence[Token], place: int) -> bool:
    """«董事李四去掉»."""
    after = next((token for token in tokens[place + 1 : place + 3] if token.words not in {"也", "又", "自己", "现在", "说", "说他", "说她"}), None)
    return after is not None and after.kind == "not" and after.words.startswith(("不派", "去掉", "拿掉", "删", "不要", "取消", "撤", "不当", "不做", "不担任"))


def appoint_to(roles: Sequence[str], found: Found, spots: tuple[Spot, ...], turn: int, state: Appointments, tokens: Sequence[Token]) -> None:
    """Give the posts to the persons found; they replace who held a post that one person holds, or one spoken of as changed."""
    fresh = [Holder(tokens[place].who, (*spots, Spot(turn, tokens[place].start, tokens[place].end))) for place in found.people]
    for role in roles:
        replaced = role in SINGLE or found.changed or (role == "supervisor" and turn > 0 and _older(state.holders.get(role, []), turn))
        assign(state, (role,), fresh, replaced=replaced)


def _older(holders: Sequence[Holder], turn: int) -> bool:
    return all(spot.turn < turn for holder in holders for spot in holder.spots)


def reassign(tokens: Sequence[Token], place: int, turn: int, state: Appointments, taken: set[int]) -> None:
    """«法人写我,不不不,写我姐夫», «何苗不做监事了,换我妈»: right after a post was given or given up, it goes to somebody else."""
    before = place - 1
    while before >= 0 and before not in taken and _slight(tokens[before]):
        before -= 1
    if before < 0 or before not in taken or not state.last:
        return
    ahead = look_ahead(tokens, place + 1 if tokens[place + 1 : place + 2] and tokens[place + 1].kind != "comma" else place + 2, several=False)
    after = tokens[ahead.people[0] + 1] if ahead and ahead.people[0] + 1 < len(tokens) else None
    if not ahead or (after is not None and after.kind in {"hold", "percent", "money"}):
        return
    taken.update(ahead.people)
    spots = (Spot(turn, tokens[place].start, tokens[place].end),)
    appoint_to(state.last, Found(ahead.people, ahead.verb, changed=not state.struck), spots, turn, state, tokens)
    state.struck = False


def succeed(tokens: Sequence[Token], place: int, turn: int, state: Appointments) -> bool:
    """«李某换成王某», a clause of its own: who comes has every post of the one who goes; False where it is not so."""
    if not 0 < place < len(tokens) - 1 or tokens[place].words not in {"换成", "换", "换为", "改成", "变成", "变更为", "改为"}:
        return False
    alone = place == 1 or tokens[place - 2].kind in {"comma", "stop"}
    ends = place + 2 == len(tokens) or tokens[place + 2].kind in {"comma", "stop"}
    old, new = tokens[place - 1], tokens[place + 1]
    posts = state.roles_of(old.who) if alone and ends and old.kind in PERSONS and new.kind in PERSONS and old.who != new.who else ()
    fresh = Holder(new.who, (Spot(turn, tokens[place].start, tokens[place].end), Spot(turn, new.start, new.end)))
    for role in posts:
        if any(holder.who == old.who for holder in state.holders.get(role, [])):
            state.holders[role] = [fresh if holder.who == old.who else holder for holder in state.holders[role] if holder.who != new.who]
    return bool(posts)


def refuse(tokens: Sequence[Token], place: int, turn: int, state: Appointments) -> None:
    """«法人本来想写老程,他不肯»: whoever will not, holds none of the posts given in this turn."""
    if not place or tokens[place - 1].kind not in PERSONS:
        return
    who = tokens[place - 1].who
    posts = tuple(role for role in state.roles_of(who) if all(spot.turn == turn for spot in state.spots_of(who)))
    if posts:
        strike(state, posts, who)
        state.last = state.vacant = posts


def refill(tokens: Sequence[Token], place: int, turn: int, state: Appointments, taken: set[int]) -> None:
    """«经营者别写我了,……写我儿子»: a post just given up is written in for somebody else."""
    before = place - 1
    while before >= 0 and (tokens[before].kind == "put" or tokens[before].words in {"那", "那就"} or tokens[before].words.endswith("的话")):
        before -= 1
    opens = before >= 0 and tokens[before].kind in {"comma", "stop"}
    if opens and place + 1 < len(tokens) and tokens[place + 1].kind in PERSONS:
        roles, state.vacant, state.struck = state.vacant, (), False
        holder = place + 3 if owns_the_next(tokens, place + 1) else place + 1
        taken.add(holder)
        appoint_to(roles, Found((holder,), changed=True), (Spot(turn, tokens[place].start, tokens[place].end),), turn, state, tokens)


def take_up(tokens: Sequence[Token], place: int, turn: int, state: Appointments, taken: set[int]) -> None:
    """«经理不要何苗了,我自己兼»: a post just given up is taken by the one who opens the next clause, with nothing behind the verb."""
    person = place - 2 if place > 1 and tokens[place - 1].words in {"自己", "来", "也", "就", "本人"} else place - 1
    ends = place + 1 == len(tokens) or tokens[place + 1].kind in {"comma", "stop"}
    if person > 0 and ends and tokens[person].kind in PERSONS and tokens[person - 1].kind in {"comma", "stop"}:
        roles, state.vacant, state.struck = state.vacant, (), False
        taken.add(person)
        appoint_to(roles, Found((person,), changed=True), (Spot(turn, tokens[place].start, tokens[place].end),), turn, state, tokens)


def step_down(tokens: Sequence[Token], place: int, state: Appointments, taken: set[int]) -> None:
    """«何苗不派了,改派李四»: whoever is said to be sent no more holds no post, and who is named next gets them."""
    person = next((number for number in range(place - 1, max(-1, place - 4), -1) if tokens[number].kind in PERSONS), None)
    if person is None or any(token.kind in {"comma", "stop", "role"} for token in tokens[person:place]):
        return
    if posts := state.roles_of(tokens[person].who):
        strike(state, posts, tokens[person].who)
        state.last = state.vacant = posts
        taken.add(person)


def _slight(token: Token) -> bool:
    """A comma, a denial, or a word of one or two characters (了, 那): nothing new was said."""
    return token.kind == "comma" or (token.kind in {"not", "text"} and len(token.words) <= 2)


def exchange(tokens: Sequence[Token], place: int, state: Appointments) -> bool:
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
