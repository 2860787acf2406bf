"""One licence of the zone's catalogue as a form (改一个事项): what was typed, what is wrong in which blank, and what it comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from gaoxing.office.licensing import local
from gaoxing.standards import telephone
from gaoxing.standards.expression import expression
from gaoxing.standards.invalid import Invalid

YES = "yes"
MOST_DAYS = 1000
SHORT_NUMBER = expression("1[0-9]{4}")
"""A hotline such as 12345."""

LONGEST: Mapping[str, int] = {"authority": 80, "fee": 100, "window": 100, "telephone": 40, "off": 200, "source": 200}
"""Characters of each blank of text."""


@dataclass(frozen=True)
class Typed:
    """What a form holds: the blanks of text, the papers that are ticked, and the two ticks."""

    blanks: Mapping[str, str]
    materials: tuple[str, ...] = ()
    commitment: bool = False
    verified: bool = False
    wrong: Mapping[str, str] = field(default_factory=dict)

    def pairs(self) -> list[tuple[str, str]]:
        """Names and values as a form sends them."""
        ticks = [(word, YES) for word in ("commitment", "verified") if getattr(self, word)]
        return [*self.blanks.items(), *(("material", each) for each in self.materials), *ticks]


TEXTS = (*LONGEST, "promised", "as_of")


def shown(standing: Mapping[str, Any]) -> Typed:
    """A form that holds what stands."""
    blanks = {word: "" if standing[word] is None else str(standing[word]) for word in TEXTS}
    return Typed(blanks, tuple(standing["materials"]), bool(standing["commitment"]), bool(standing["verified"]))


def typed(post: Mapping[str, str], materials: Sequence[str]) -> Typed:
    """What was sent, blanks and line breaks run together."""
    blanks = {word: " ".join(post.get(word, "").split()) for word in TEXTS}
    return Typed(blanks, tuple(dict.fromkeys(materials)), post.get("commitment") == YES, post.get("verified") == YES)


def wanted(form: Typed, standing: Mapping[str, Any], known: Sequence[str], *, on: date) -> tuple[dict[str, Any], dict[str, str]]:
    """What the form comes to (`Joint.edited`), and the sentence for each blank that cannot be taken. `known`: every paper; `on`: no paper is of a later day."""
    wrong = {word: sentence for word, sentence in _wrong(form, known, on) if sentence}
    if wrong:
        return {}, wrong
    promised, as_of = form.blanks["promised"], form.blanks["as_of"]
    listed = [each for each in standing["materials"] if each in form.materials]
    return {
        **{word: form.blanks[word] for word in LONGEST},
        "promised": int(promised) if promised else None,
        "as_of": date.fromisoformat(as_of) if as_of else None,
        "materials": [*listed, *(each for each in known if each in form.materials and each not in listed)],
        "commitment": form.commitment,
        "verified": form.verified,
    }, {}


def _wrong(form: Typed, known: Sequence[str], on: date) -> list[tuple[str, str]]:
    blanks = form.blanks
    return [
        *((word, _too_long(blanks[word], most)) for word, most in LONGEST.items()),
        ("authority", "" if blanks["authority"] else _("办理部门不能空着：没有部门，证照就没有人办。")),
        ("promised", _promise(blanks["promised"])),
        ("telephone", _number(blanks["telephone"])),
        ("material", _("材料里有一样目录里没有，请从列表里选。") if set(form.materials) - set(known) else ""),
        ("source", "" if blanks["source"] else _("请写改动是按哪份文件来的，例如：园区通知〔2027〕3号。")),
        ("as_of", _day(blanks["as_of"], on)),
    ]


def _too_long(text: str, most: int) -> str:
    return _("写得太长，最多 %(most)s 个字，现在 %(now)s 个。") % {"most": most, "now": len(text)} if len(text) > most else ""


def _promise(text: str) -> str:
    if not text or (text.isascii() and text.isdecimal() and len(text) <= len(str(MOST_DAYS)) and int(text) <= MOST_DAYS):
        return ""
    return _("承诺工作日要写 0 到 %(most)s 的整数，例如 5；没有承诺就空着。") % {"most": MOST_DAYS}


def _number(text: str) -> str:
    if not text or SHORT_NUMBER.fullmatch(text):
        return ""
    try:
        telephone.validate(text)
    except Invalid as broken:
        return str(broken)
    return ""


def _day(text: str, on: date) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return _("请写哪天核对的，例如 2026-11-26。")
    return _("核对的日期还没有到，请写今天或者以前的日期。") if day > on else ""


def groups(row: Mapping[str, Any], form: Typed, *, on: date) -> list[dict[str, Any]]:
    """The papers to tick: those that the licence asks for as it stands first, then the rest by kind. Each: id, name, its condition in words, ticked."""
    first = {each["id"]: each for each in row["papers"]}
    rest = [each for each in local.joint().papers_to_choose(local.standing_text(on=on)) if each["id"] not in first]
    kinds = list(dict.fromkeys(each["kind"] for each in rest))
    asked = {"kind": "", "papers": [{**each, "ticked": each["id"] in form.materials} for each in first.values()]}
    return [asked, *({"kind": kind, "papers": [_choice(each, form) for each in rest if each["kind"] == kind]} for kind in kinds)]


def _choice(each: Mapping[str, str], form: Typed) -> dict[str, Any]:
    return {"id": each["id"], "name": each["name"], "when": "", "ticked": each["id"] in form.materials}
