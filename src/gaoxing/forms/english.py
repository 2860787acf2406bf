"""A form in English (英文界面): the words of a matter's english.toml, always with the official Chinese term in brackets behind them.

The official form stays Chinese; this only helps somebody to understand it. Tables that several matters share lie in forms/english.toml and
checks/english.toml; a matter's own english.toml stands above them. What has no English yet shows its Chinese.

>>> from gaoxing.forms.field import Kind
>>> english = English(lambda path: Field(path, "名称", Kind.TEXT, "叫什么？"), {"blanks": {"name": {"label": "Name"}}})
>>> english.label("name"), english.question("name")
('Name (名称)', '叫什么？')
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gaoxing.forms.field import Field, Lack, stored

SHARED = Path(__file__).with_name("english.toml")
"""The English of the blanks that several matters share."""

NAMELESS = "this person"
"""What a question calls somebody whose name was not said yet."""

CARD = ("name", "authority", "time_limit", "summary")
"""What of a matter's card is said in English; its basis stays as the law is cited."""


@dataclass(frozen=True)
class English:
    """The English words of one matter: `field` finds a blank by its path (KeyError where there is none), `words` are the tables read.

    Paths are those of a form, a question or a finding: `name`, `parties.0.mobile`, and `parties.director` for a person who is lacking.
    """

    field: Callable[[str], Field]
    words: Mapping[str, Any]

    def card(self, part: str, official: str) -> str:
        """A part of the matter's card (one of `CARD`); the name and the authority keep their official Chinese in brackets."""
        text = str(self.words.get(part, ""))
        return bracketed(text, official) if part in {"name", "authority"} else text or official

    def label(self, path: str) -> str:
        """The blank's label: `Registered capital (注册资本)`. Raises KeyError for an unknown blank."""
        return bracketed(self._blank(path).get("label", ""), self.field(path).label)

    def choice(self, path: str, value: object) -> str:
        """A choice of the blank: `Cash (货币)`. Raises KeyError for an unknown blank."""
        texts = self._table("choices").get(_key(path), {})
        return bracketed(texts.get(stored(value), ""), self.field(path).label_of(value))

    def question(self, path: str, **names: str) -> str:
        """The question; `name` says who is meant. Raises KeyError for an unknown blank."""
        text = self._asked(path).get("question", "") or self._official(path).question
        for slot, name in {"name": NAMELESS, **names}.items():
            text = text.replace(f"{{{slot}}}", name or NAMELESS)
        return text

    def why(self, path: str) -> str:
        """Why it is asked; empty where nothing is said. Raises KeyError for an unknown blank."""
        return self._asked(path).get("why", "") or self._official(path).why

    def example(self, path: str) -> str:
        """An answer to say in Chinese, and what it means. Raises KeyError for an unknown blank."""
        official, meaning = self._official(path).example, self._asked(path).get("example", "")
        return f"{official} ({meaning})" if official and meaning else official

    def finding(self, rule: str) -> str:
        """What a rule is about, without the numbers and names of the Chinese message; empty where there is no English."""
        return str(self._table("findings").get(rule, ""))

    def phrase(self, official: str) -> str:
        """What a phrase of the matter means, such as when a material is needed; the Chinese where there is no English."""
        return str(self._table("phrases").get(official, official))

    def writing(self, kind: str, official: str) -> str:
        """How a value of this kind is written by hand; the Chinese where there is no English."""
        return str(self._table("writing").get(kind, official))

    def _table(self, name: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.words.get(name, {})
        return found

    def _blank(self, path: str) -> Mapping[str, str]:
        """The words of the blank; those of the whole list where the path names a lack."""
        key = path.partition(".")[0] if isinstance(self._official(path), Lack) else _key(path)
        found: Mapping[str, str] = self._table("blanks").get(key, {})
        return found

    def _asked(self, path: str) -> Mapping[str, str]:
        """The words about a lack where the path names one, else those of the blank."""
        table = "lacks" if isinstance(self._official(path), Lack) else "blanks"
        found: Mapping[str, str] = self._table(table).get(_key(path), {})
        return found

    def _official(self, path: str) -> Field | Lack:
        """The Chinese of the same: a lack where the path names one, else the blank."""
        field, topic = self.field(path), path.partition(".")[2]
        return next((each for each in field.lacks if topic and each.topic == topic), field)


def bracketed(english: str, official: str) -> str:
    """`English (中文)`; one of them alone where the other is missing."""
    return f"{english} ({official})" if english and official else english or official


@cache
def read(*files: Path) -> Mapping[str, Any]:
    """The tables of these files laid over each other, the last on top; a file that is not there adds nothing.

    Raises tomllib.TOMLDecodeError where a file is not TOML.
    """
    laid: dict[str, Any] = {}
    for each in files:
        for name, part in (tomllib.loads(each.read_text(encoding="utf-8")) if each.exists() else {}).items():
            laid[name] = {**laid.get(name, {}), **part} if isinstance(part, dict) else part
    return laid


def _key(path: str) -> str:
    """The path without the numbers of rows: `parties.0.mobile` is `parties.mobile`."""
    return ".".join(step for step in path.split(".") if not step.isdecimal())
