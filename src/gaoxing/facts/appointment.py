"""Who holds which post (任职): «法人何苗», «他做经理», «董事和法人都是我», «监事取消», «联络员换成他».

A walk over the tokens: each run of posts looks forward for its holders (past 是, 写, 由 …) or back («选举某某为董事长»). Later words win.
"""

from __future__ import annotations

from collections.abc import Sequence

from gaoxing.facts.mentions import PERSONS, Spot
from gaoxing.facts.post_holder import Found, look_ahead, look_back
from gaoxing.facts.posts import Appointments, strike
from gaoxing.facts.token import Token
from gaoxing.facts.vacancy import SINGLE, appoint_to, exchange, give_up, moved, negated, quitter, reassign, refill, refuse, step_down, struck, succeed, take_up

REFUSALS = ("不肯", "不愿", "不答应")
WHETHER = ("能不能", "可不可以", "能否", "是否可以", "行不行")


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
        elif tokens[place].kind == "change" and succeed(tokens, place, turn, state):
            taken.add(place + 1)
        elif tokens[place].kind in {"change", "fix", "swap"} and not (tokens[place].kind == "swap" and exchange(tokens, place, state)):
            reassign(tokens, place, turn, state, taken)
        elif tokens[place].kind == "not" and tokens[place].words.startswith(REFUSALS):
            refuse(tokens, place, turn, state)
        elif tokens[place].kind == "not" and tokens[place].words.startswith("不派"):
            step_down(tokens, place, state, taken)
        elif tokens[place].kind == "put" and state.vacant:
            refill(tokens, place, turn, state, taken)
        elif tokens[place].kind == "do" and state.vacant:
            take_up(tokens, place, turn, state, taken)
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
    if negated(tokens, first, last):
        give_up(quitter(tokens, first), roles, spots[0], tokens, state)
        taken.update(range(first, last + 1))
        return
    back, ahead = look_back(tokens, first, taken), look_ahead(tokens, last + 1, several="director" in roles or "supervisor" in roles)
    if back and back.people[0] and tokens[back.people[0] - 1].words in {"不是", "不要", "不用"}:
        give_up(back.people[0], roles, spots[0], tokens, state)
        taken.update(range(first, last + 1))
        return
    if back and not (ahead.people and ahead.verb and back.verb == ""):
        appoint_to(roles, back, spots, turn, state, tokens)
    elif ahead.like is not None:
        state.like.update(dict.fromkeys(roles, ahead.like))
    elif ahead.people and struck(tokens, ahead.people[-1]):
        strike(state, roles, tokens[ahead.people[-1]].who)
        taken.update(ahead.people)
        state.vacant = tuple(role for role in roles if role in SINGLE)
    elif ahead.people:
        taken.update(ahead.people)
        appoint_to(roles, ahead, spots, turn, state, tokens)
    elif not back and last + 1 < len(tokens) and tokens[last + 1].kind == "change":
        give_up(None, roles, spots[0], tokens, state)
    elif not back and (mover := moved(tokens, first)) is not None:
        for token in tokens[mover:first]:
            if token.kind == "role":
                strike(state, (token.mention.role,), tokens[mover].who)
        state.struck = False
        appoint_to(roles, Found((mover,)), spots, turn, state, tokens)
    elif first > 1 and tokens[first - 1].kind == "do" and tokens[first - 2].words.endswith(WHETHER):
        state.vacant = roles
    elif not back and last + 1 < len(tokens) and tokens[last + 1].words in {"也是", "也", "一样", "同上"} and state.last:
        for role in roles:
            state.holders[role] = list(state.holders.get(state.last[-1], []))
    state.last = roles


def _bare(tokens: Sequence[Token], turn: int, state: Appointments, role: str) -> None:
    people = tuple(number for number, token in enumerate(tokens) if token.kind in PERSONS)
    if people and not any(token.kind == "role" for token in tokens):
        appoint_to((role,), Found(people[-1:]), (), turn, state, tokens)
