"""A zone profile (园区资料): frozen data, and the reading of what somebody wrote into its blanks, with a sentence for each that cannot be read.

>>> profile, wrong = read({**shipped().to_json(), "region": "999999"})
>>> wrong["region"]
'行政区划代码要写 6 位数字的县（区、市）代码，例如 320583；“999999”查不到。'
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import time
from functools import cache
from importlib.resources import files
from typing import Any

from django.utils.translation import gettext as _

from gaoxing.standards.expression import expression
from gaoxing.standards.region_code import Known, known

LARGEST_MEGABYTES = 20
"""What the office can take at most, whatever a zone would like."""

PREFECTURE = 4
"""Digits of a division's code that name its prefecture."""

_NAME = expression(r"[\u4e00-\u9fff（）()·]{2,40}")
_ENGLISH = expression(r"[A-Za-z][A-Za-z0-9 ,.'()&-]{1,79}")
_PLACE = expression(r"[\u4e00-\u9fffA-Z0-9]{2,20}")
_CLOCK = expression(r"(?:[01]\d|2[0-3]):[0-5]\d")
_CODE = expression(r"\d{6}")
_MOST_PERCENT = 100
ON, OFF = "开", "关"
_LONGEST_LINE, _MOST_LINES, _LONGEST_PROMISE = 120, 300, 120


@dataclass(frozen=True)
class Profile:
    """What a zone says of itself. `units` are lines of a unit's name, place and telephone; `towns` and `roads` are those beyond the standard's tables.

    `quiet_from` and `quiet_until` are hours of a day (HH:MM) between which nobody is reminded; `promised` gives the time promised by matter.
    `automatic` switches examination at once on; of what it decides, `automatic_sample` per cent are drawn for somebody to look at.
    """

    name: str
    authority: str
    authority_english: str
    region: str
    units: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    roads: tuple[str, ...] = ()
    attachment_megabytes: int = LARGEST_MEGABYTES
    quiet_from: str = "21:00"
    quiet_until: str = "08:00"
    automatic: bool = False
    automatic_sample: int = 10
    promised: Mapping[str, str] = field(default_factory=dict)

    @property
    def prefecture(self) -> str:
        """The four digits of the prefecture (设区市)."""
        return self.region[:PREFECTURE]

    @property
    def quiet(self) -> tuple[time, time]:
        """From when until when nobody is reminded."""
        return time.fromisoformat(self.quiet_from), time.fromisoformat(self.quiet_until)

    def to_json(self) -> dict[str, Any]:
        """Every blank as JSON values."""
        plain = asdict(self)
        return {name: list(value) if isinstance(value, tuple) else value for name, value in plain.items()}


@cache
def shipped() -> Profile:
    """The profile of `profile.toml`. Raises ValueError, naming the blank, where it is not written rightly."""
    found, wrong = read(tomllib.loads((files("gaoxing.office.zone") / "profile.toml").read_text(encoding="utf-8")))
    if found is None:
        raise ValueError(f"profile.toml: {wrong}")
    return found


def read(written: Mapping[str, Any]) -> tuple[Profile | None, dict[str, str]]:
    """The profile, or None and what is wrong by blank. `written` holds text, a number as digits or int, lists of lines, and promises by matter."""
    plain = {each.name: written.get(each.name) for each in fields(Profile)}
    promised = plain["promised"] if isinstance(plain["promised"], Mapping) else {}
    values: dict[str, Any] = {
        **{name: str(plain[name] or "").strip() for name in ("name", "authority", "authority_english", "region", "quiet_from", "quiet_until")},
        **{name: _lines(plain[name]) for name in ("units", "towns", "roads")},
        "attachment_megabytes": str(plain["attachment_megabytes"]).strip(),
        "automatic": _switch_word(plain["automatic"]),
        "automatic_sample": str(plain["automatic_sample"]).strip(),
        "promised": {str(matter): str(text).strip() for matter, text in promised.items() if str(text).strip()},
    }
    wrong = {name: sentence for name, sentence in _checked(values).items() if sentence}
    if wrong:
        return None, wrong
    numbers = {name: int(values[name]) for name in ("attachment_megabytes", "automatic_sample")}
    return Profile(**{**values, **numbers, "automatic": values["automatic"] == ON}), {}


def _checked(values: Mapping[str, Any]) -> dict[str, str]:
    """A sentence by blank, empty where it is right."""
    return {
        "name": _name(values["name"], _("园区名称")),
        "authority": _name(values["authority"], _("登记机关")),
        "authority_english": "" if _ENGLISH.fullmatch(values["authority_english"]) else _("登记机关的英文名要写 2 到 80 个英文字母，可以有空格和标点。"),
        "region": _region(values["region"]),
        "units": _too_many(values["units"]) or _long(values["units"], _LONGEST_LINE),
        "towns": _too_many(values["towns"]) or _places(values["towns"]),
        "roads": _too_many(values["roads"]) or _places(values["roads"]),
        "attachment_megabytes": _megabytes(values["attachment_megabytes"]),
        "quiet_from": _clock(values["quiet_from"]),
        "quiet_until": _clock(values["quiet_until"]) or _same(values["quiet_from"], values["quiet_until"]),
        "automatic": "" if values["automatic"] in {ON, OFF} else _("自动审查请写“开”或者“关”。"),
        "automatic_sample": _percent(values["automatic_sample"]),
        "promised": _long(tuple(values["promised"].values()), _LONGEST_PROMISE),
    }


def _switch_word(value: object) -> str:
    """The word of a switch; a stored yes or no as its word, and what is lacking as off."""
    if value is None or isinstance(value, bool):
        return ON if value else OFF
    return str(value).strip()


def _percent(text: str) -> str:
    right = text.isascii() and text.isdecimal() and len(text) <= len(str(_MOST_PERCENT)) and int(text) <= _MOST_PERCENT
    return "" if right else _("抽查比例要写 0 到 100 的整数。")


def _lines(value: object) -> tuple[str, ...]:
    """Lines of a text, or of a list, without blanks around and without empty ones."""
    listed = value.splitlines() if isinstance(value, str) else list(value) if isinstance(value, list | tuple) else []
    return tuple(line for each in listed if (line := " ".join(str(each).split())))


def _name(text: str, called: str) -> str:
    return "" if _NAME.fullmatch(text) else _("%(called)s要写 2 到 40 个汉字的全称。") % {"called": called}


def _region(text: str) -> str:
    if _CODE.fullmatch(text) and known(text) is Known.EXACT:
        return ""
    return _("行政区划代码要写 6 位数字的县（区、市）代码，例如 320583；“%(text)s”查不到。") % {"text": text[:12]}


def _too_many(lines: tuple[str, ...]) -> str:
    return _("最多写 %(most)s 行。") % {"most": _MOST_LINES} if len(lines) > _MOST_LINES else ""


def _long(lines: tuple[str, ...], most: int) -> str:
    wrong = next((each for each in lines if len(each) > most), "")
    return _("“%(line)s……”太长，每行最多 %(most)s 个字。") % {"line": wrong[:12], "most": most} if wrong else ""


def _places(lines: tuple[str, ...]) -> str:
    wrong = next((each for each in lines if not _PLACE.fullmatch(each)), "")
    if wrong:
        return _("“%(line)s”不像地名：每行写一个，2 到 20 个字，不要标点。") % {"line": wrong[:20]}
    twice = next((each for each in lines if lines.count(each) > 1), "")
    return _("“%(line)s”写了两遍。") % {"line": twice} if twice else ""


def _megabytes(text: str) -> str:
    if text.isascii() and text.isdecimal() and 1 <= int(text[:4]) <= LARGEST_MEGABYTES and len(text) <= 2:
        return ""
    return _("附件大小要写 1 到 %(most)s 的整数（MB）。") % {"most": LARGEST_MEGABYTES}


def _clock(text: str) -> str:
    return "" if _CLOCK.fullmatch(text) else _("时间要写成 21:00 这样，小时两位、分钟两位。")


def _same(one: str, other: str) -> str:
    return _("免打扰的开始和结束不能是同一个时间；不想要免打扰，请写 03:00 到 03:01。") if one == other else ""
