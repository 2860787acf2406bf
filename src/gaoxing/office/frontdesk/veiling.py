"""What a clerk who helps edits without seeing it whole (打码编辑): the masked words, and the real ones put back under them when they are sent.

What is masked stands or goes as a whole: a number of which half was changed would be a number that nobody said.

>>> veiled = Veil("手机13800001234，注册资本一百万", "手机138****1234，注册资本一百万")
>>> veiled.lifted("手机138****1234，注册资本两百万")
'手机13800001234，注册资本两百万'
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from django.utils.translation import gettext as _

from gaoxing.office.refusal import NotAllowed

STAR = "*"

_ENDS = 6
"""Characters on either side of the stars that may belong to the number."""

_MOST_COMPARED = 4_000
"""Characters of one change that are compared; a longer one is refused, not guessed at."""


@dataclass(frozen=True)
class Veil:
    """Words as they were said and, of the same length, as they are shown masked."""

    said: str
    shown: str

    @cached_property
    def covered(self) -> tuple[range, ...]:
        """Where something is masked, each place with the ends of its number."""
        return tuple(_covered(self.said, self.shown))

    def lifted(self, sent: str) -> str:
        """What was sent with the real words under every place that is still masked. Raises NotAllowed where one was changed in part, or stars were typed."""
        sent = sent.replace("\r\n", "\n")
        if sent == self.shown or not self.covered:
            return self.said if sent == self.shown else sent
        kept = _kept(self.shown, sent)
        if any(self._torn(each, kept, sent) for each in self.covered):
            raise NotAllowed(_("打了码的号码要么整个留着，要么整个删掉重写，不能只改一半，这一次没有保存。要看原来的，请先点“显示打码内容”。"))
        real = {there: self.said[here] for here, there in kept.items()}
        whole = "".join(real.get(place, letter) for place, letter in enumerate(sent))
        if STAR * 2 in "".join(letter for place, letter in enumerate(sent) if place not in real):
            raise NotAllowed(_("您写的里面有打码的星号，不知道是哪一个号码，所以没有保存。请写完整的号码，或者把星号删掉。"))
        return whole

    def _torn(self, place: range, kept: dict[int, int], sent: str) -> bool:
        """Whether stars of a number were kept, but not the number as a whole and by itself."""
        if not any(self.shown[each] == STAR and each in kept for each in place):
            return False
        if any(each not in kept for each in place):
            return True
        start, end = kept[place[0]], kept[place[-1]] + 1
        sides = ((place[0] - 1, start - 1), (place[-1] + 1, end))
        beside = any(0 <= there < len(sent) and _of_number(sent[there]) and kept.get(here) != there for here, there in sides)
        return end - start != len(place) or beside


def _kept(was: str, now: str) -> dict[int, int]:
    """Where each character of `was` that was kept stands in `now`."""
    most = min(len(was), len(now))
    front = next((place for place in range(most) if was[place] != now[place]), most)
    rear = next((place for place in range(most - front) if was[-1 - place] != now[-1 - place]), most - front)
    kept = {place: place for place in range(front)} | {len(was) - each: len(now) - each for each in range(1, rear + 1)}
    left, right = was[front : len(was) - rear], now[front : len(now) - rear]
    if left and right:
        if max(len(left), len(right)) > _MOST_COMPARED:
            raise NotAllowed(_("一次改的太多，打了码的号码对不上了，所以没有保存。请分几次改，或者补充一句。"))
        for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
            kept |= {front + block.a + each: front + block.b + each for each in range(block.size)}
    return kept


def _covered(said: str, shown: str) -> Iterator[range]:
    place, size = 0, len(shown)
    while place < size:
        if shown[place] != STAR or said[place] == STAR:
            place += 1
            continue
        end = place
        while end < size and shown[end] == STAR:
            end += 1
        start = place
        while start and place - start < _ENDS and _of_number(shown[start - 1]):
            start -= 1
        place = end
        while end < size and end - place < _ENDS and _of_number(shown[end]):
            end += 1
        yield range(start, end)
        place = end


def _of_number(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()
