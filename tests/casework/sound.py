"""A small sound table of invented states, and ways to spoil it, for the tests of reading and checking tables."""

from __future__ import annotations

SOUND = """
[tables.loan]
term = "借书"
english = "Lending"
matters = ["lending"]

[states]
asked = { term = "已申请", english = "Asked", plain = "等着。", plain_english = "Wait.", clock = "idle" }
looked_for = { term = "正在找", english = "Looked for", plain = "在找。", plain_english = "We look.", clock = "running" }
resting = { term = "等读者", english = "Resting", plain = "请来。", plain_english = "Come.", clock = "paused" }
lent = { term = "已借出", english = "Lent", plain = "借走了。", plain_english = "Gone.", clock = "stopped", final = true }

[acts]
look = { term = "去找", english = "Look", otherwise = "先申请。", otherwise_english = "Ask first." }
rest = { term = "等一等", english = "Rest", otherwise = "正在找才能等。", otherwise_english = "Only while we look." }
go_on = { term = "接着找", english = "Go on", otherwise = "等着才能接着。", otherwise_english = "Only after resting." }
lend = { term = "借出", english = "Lend", otherwise = "找到才能借。", otherwise_english = "Find it first." }

[roles]
reader = { term = "读者", english = "reader" }
keeper = { term = "管理员", english = "keeper" }

[guards]
card_valid = { fact = "card_expired", must = false, sentence = "借书证过期了，请先续期。", english = "The card has run out; renew it first." }
few_books = { fact = "books_over", must = 0, sentence = "借得太多，请先还。", english = "Too many books; return some first." }

[effects]
stamp = { term = "盖章", english = "Stamp" }

[pauses]
reader_away = { term = "等您来", english = "for you", staff = "等读者来", staff_english = "for the reader" }

[reasons.late]
term = "等的理由"
english = "Why we wait"
choices = [{ id = "away", term = "读者不在", english = "The reader is away" }]

[limits]
week = { term = "5个工作日", english = "5 working days", days = 5, basis = "馆规" }
longer = { term = "10个工作日", english = "10 working days", days = 10, basis = "馆规" }

[[transitions]]
from = ["asked"]
act = "look"
to = "looked_for"
roles = ["keeper"]
guards = ["card_valid", "few_books"]
clock = "start"
limits = ["week", "longer"]

[[transitions]]
from = ["looked_for"]
act = "rest"
to = "resting"
roles = ["keeper"]
clock = "pause"
why = "reader_away"
reason = "late"

[[transitions]]
from = ["resting"]
act = "go_on"
to = "looked_for"
roles = ["reader", "keeper"]
clock = "resume"

[[transitions]]
from = ["looked_for"]
act = "lend"
to = "lent"
roles = ["keeper"]
effects = ["stamp"]
clock = "stop"
"""


def spoilt(*changes: tuple[str, str]) -> str:
    """The sound table with some words exchanged; each must be there."""
    text = SOUND
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text
