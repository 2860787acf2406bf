"""Whose share is meant (归属): the subject that governs a share, the persons it goes to, and whether it mends the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gaoxing.facts.mentions import WHO, Spot
from gaoxing.facts.stake import Holdings, Stake, rework
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

LISTED = expression("(?:一家|[甲乙丙]方|第[一二三四]家)(?:就)?(?:是|叫|为|，)*$")
"""«一家叫A,一家叫B»: enterprises told off one by one are partners."""


LEADS_ON = frozenset(
    ["再", "算", "都算", "就算", "全部", "部分", "全", "股份", "的", "就", "那", "自然人", "股东", "部分由自然人", "全是", "股", "给", "合伙人"]
)
"""Between a share and whom it goes to."""


@dataclass
class Walk:
    """The reader's place in one turn: tokens, cleaned text, turn number, current subject."""

    tokens: Sequence[Token]
    text: str
    turn: int
    asked: str | None
    holdings: Holdings
    subject: tuple[int, ...] = ()
    subject_at: int = -1
    taken_over: int = -9
    pauses: frozenset[int] = frozenset()
    """Places of the text before which the speaker hesitated."""

    def spot(self, *places: int) -> tuple[Spot, ...]:
        """The words of some tokens."""
        return tuple(Spot(self.turn, self.tokens[place].start, self.tokens[place].end) for place in places)


def take_subject(walk: Walk, place: int) -> None:
    """Make the person or enterprise at `place` the subject, alone or with those said in one breath."""
    token = walk.tokens[place]
    if token.kind == "enterprise" and not _may_hold(walk, place):
        return
    if token.kind == "enterprise" and LISTED.search(walk.text, max(0, token.start - 12), token.start):
        walk.holdings.partners.add(token.who)
    if token.kind == "relation" and place and walk.tokens[place - 1].kind in {"not", "remainder"}:
        return
    joined = _joined(walk, place)
    walk.subject = (*walk.subject, token.who) if joined and token.who not in walk.subject else walk.subject if joined else (token.who,)
    walk.subject_at = place
    if joined and len(walk.subject) > 1 and not _posted(walk, place):
        walk.holdings.partners.update(walk.subject)
        walk.holdings.group = walk.subject


def _posted(walk: Walk, place: int) -> bool:
    """Whether the list of persons that ends here hangs on a post («董事甲、乙»), not on a share."""
    before = next((token for token in reversed(walk.tokens[:place]) if token.kind not in {*WHO, "and", "put", "cue"}), None)
    return before is not None and before.kind == "role"


def _may_hold(walk: Walk, place: int) -> bool:
    """Not a former employer or neighbour; the applicant's own name only where a share follows at once (then it is a partner's after all)."""
    hint, who = walk.tokens[place].mention.role_hint, walk.tokens[place].who
    if walk.holdings.first_enterprise < 0:
        walk.holdings.first_enterprise = who
    ahead = [token for token in walk.tokens[place + 1 : place + 4] if token.kind not in {"comma", "code", "text"}]
    return hint == "" or (hint == "own" and who != walk.holdings.first_enterprise and bool(ahead) and ahead[0].kind in {"hold", "percent", "sole"})


def _joined(walk: Walk, place: int) -> bool:
    """Whether this person is said in one breath with the subject: «我跟老王», «甲、乙», «我张三»."""
    if not walk.subject or walk.subject_at < 0:
        return False
    between = walk.tokens[walk.subject_at + 1 : place]
    same = walk.tokens[place].who == walk.subject[-1]
    if not between and walk.tokens[place].kind == walk.tokens[place - 1].kind == "name":
        after = walk.tokens[place + 1] if place + 1 < len(walk.tokens) else None
        return walk.tokens[place].who not in walk.subject and (after is None or after.kind in {"name", "each", "all", "equal", "comma", "stop"})
    return (all(each.kind in {"and", "comma"} for each in between) and (any(each.kind == "and" for each in between) or (same and not between))) or (
        same and all(each.kind in {"put", "comma", "text"} for each in between)
    )


def governs(walk: Walk, place: int) -> bool:
    """Whether the subject still governs: no full stop, post or other share since."""
    between = walk.tokens[walk.subject_at + 1 : place]
    if _holds_post(walk, place):
        between = [each for each in between if each.kind != "role"]
    return bool(walk.subject) and not any(each.kind in {"stop", "role"} or (each.kind in {"percent", "money"} and not _zipped(walk, place)) for each in between)


def _holds_post(walk: Walk, place: int) -> bool:
    """Whether the posts since are the subject's own («丁大宝做法人占六成»)."""
    after = walk.tokens[walk.subject_at + 1 : place]
    return len(after) > 1 and after[1].kind == "role" and (after[0].kind == "do" or after[0].words in {"是", "为", "任", "当"})


def _zipped(walk: Walk, place: int) -> bool:
    return len(walk.subject) > 1 and any(each.kind == "each" and each.words.startswith("分别") for each in walk.tokens[walk.subject_at + 1 : place])


def goes_to(walk: Walk, place: int) -> tuple[int, ...]:
    """The persons after a share that it goes to: «归他», «是我老婆的», «由甲和乙»; token places."""
    number = place + 1
    seen_verb = walk.tokens[place].kind in {"remainder", "sole"}
    while number < len(walk.tokens):
        token = walk.tokens[number]
        if token.kind in WHO and seen_verb:
            return listed(walk, number)
        if (
            token.kind in {"put", "all", "each"}
            or (token.kind == "sole" and token.words.startswith(("都", "全")))
            or re.fullmatch("个?(?:自然?人|个人)", token.words)
            or token.words in LEADS_ON
            or (token.kind in {"money", "percent"} and walk.tokens[place].kind == "remainder")
        ):
            seen_verb = seen_verb or token.kind in {"put", "sole"}
        else:
            return ()
        number += 1
    return ()


def listed(walk: Walk, place: int) -> tuple[int, ...]:
    """The places of the persons of a list that begins at `place`."""
    found = [place]
    while place + 1 < len(walk.tokens):
        after = walk.tokens[place + 1]
        if after.kind in WHO and after.who == walk.tokens[place].who:
            place += 1
        elif after.kind == "and" and place + 2 < len(walk.tokens) and walk.tokens[place + 2].kind in WHO:
            place += 2
            found.append(place)
        elif after.kind == walk.tokens[place].kind == "name" and not (place + 2 < len(walk.tokens) and walk.tokens[place + 2].kind == "do"):
            place += 1
            found.append(place)
        else:
            break
    return tuple(found)


def give(walk: Walk, who: int, stake: Stake) -> None:
    """Write a share; it ends an earlier equal division and a claim on the rest."""
    if walk.holdings.equal is not None:
        walk.holdings.equal = None
    rework(walk.holdings, who, stake)
    walk.holdings.stakes[who] = _beside(walk, who, stake)
    walk.holdings.rest = tuple(each for each in walk.holdings.rest if each != who)
    walk.holdings.left.discard(who)
    walk.holdings.slot = who


def _beside(walk: Walk, who: int, stake: Stake) -> Stake:
    """«出四百万占四成五»: an amount and a percent of one person in one breath stand beside each other, whether or not they agree."""
    known = walk.holdings.stakes.get(who)
    if known is None or known.worked_out or stake.worked_out or not known.spots or not stake.spots or known.spots[-1].turn != stake.spots[0].turn:
        return stake
    between = [token for token in walk.tokens if known.spots[-1].end <= token.start < stake.spots[0].start]
    apart = sum(len(token.words) for token in between) > 6 or any(token.kind in {"fix", "change", "not", "stop", *WHO} for token in between)
    if apart or (known.amount is None) == (stake.amount is None) or (known.part is None) == (stake.part is None):
        return stake
    return Stake(part=stake.part or known.part, amount=stake.amount or known.amount, spots=(*known.spots, *stake.spots))


def corrects(walk: Walk, place: int) -> bool:
    """Whether this share mends the one before: a correction between, and nobody new."""
    for token in reversed(walk.tokens[:place]):
        if token.kind in {"fix", "change"}:
            return True
        if token.kind in {*WHO, "role", "stop", "money", "percent"} or (token.kind == "text" and len(token.words) > 6):
            return _taken_back(token, walk.text)
    return False


def _taken_back(token: Token, text: str) -> bool:
    """«不对» read as part of the amount before it."""
    denied = text[max(0, token.start - 3) : token.start].rstrip("，").endswith(("不是", "不写", "不填"))
    return token.kind in {"money", "percent"} and (denied or text.startswith(("不对", "错了"), token.end))


def is_for_each(walk: Walk, place: int) -> bool:
    """«每人两成», «每人出三十万», «各出五十万» with the holders named elsewhere."""
    for token in reversed(walk.tokens[max(0, place - 3) : place]):
        if token.kind == "each" or token.words in {"每个人", "各", "每人"}:
            return not token.words.startswith("分别")
        if token.kind not in {"hold", "put", "method"} and token.words not in {"都", "的", "就"}:
            return False
    return False


def is_near(walk: Walk, place: int) -> bool:
    """Whether so little stands between the subject and the share that it can only be the subject's."""
    between = walk.tokens[walk.subject_at + 1 : place]
    loose = sum(len(each.words) for each in between if each.kind == "text")
    held = any(each.kind in {"hold", "each", "method"} for each in between[-3:])
    return loose <= (24 if held else 4)


def shared_by(walk: Walk, place: int) -> tuple[int, ...]:
    """Of a list: all with 各, the matching one with 分别, else the last."""
    between = walk.tokens[walk.subject_at + 1 : place]
    each = next((token for token in between if token.kind in {"each", "all"}), None)
    if each is not None and each.words.startswith("分别") and len(walk.subject) < 2:
        return ()
    if len(walk.subject) < 2 or each is None:
        return walk.subject[-1:]
    if each.words.startswith("分别"):
        number = sum(token.kind in {"percent", "money"} for token in between)
        return walk.subject[number : number + 1]
    return walk.subject
