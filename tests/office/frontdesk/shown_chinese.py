"""What Chinese an English page still shows: a reading of the page as a visitor sees it, with what may be Chinese left out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

HAN = re.compile(r"[\u4e00-\u9fff]")
CITED = re.compile(r"《[^《》]*》(?:第[一二三四五六七八九十百零]+条(?:第[一二三四五六七八九十]+款)?[、，]?)*")
QUOTED = re.compile(r"“[^“”]*”")
"""What was said, as a sentence quotes it."""

BRACKETED = re.compile(r"[（(][^（()）]*[）)]")
NAME = "高兴办"
SPOKEN = ("alt", "aria-label", "placeholder", "title")
"""Attributes that are read aloud or shown."""

ALONE = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SAID = {"mark", "textarea"}
"""Elements that hold what the applicant said."""


class Shown(HTMLParser):
    """Collects the texts that are neither said to be Chinese (`lang`), nor the applicant's words, nor a value (`dd`)."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        chinese = self.chinese or tag in SAID or given.get("lang", "").startswith("zh") or "data-value" in given
        if not chinese:
            self.texts += [given[each] or "" for each in SPOKEN if each in given]
        if tag not in ALONE:
            self.open.append(chinese)

    def handle_endtag(self, tag):
        if tag not in ALONE and self.open:
            self.open.pop()

    def handle_data(self, data):
        if not self.chinese:
            self.texts.append(data)

    @property
    def chinese(self) -> bool:
        return bool(self.open) and self.open[-1]


def chinese_left(page: str, *names: str) -> list[str]:
    """The texts of the page that hold Chinese beyond these names, official terms in brackets, quotations, citations of the law and the house's name."""
    shown = Shown()
    shown.feed(page)
    return [text.strip() for text in shown.texts if HAN.search(bare(text, *names))]


def bare(text: str, *names: str) -> str:
    for name in (NAME, *names):
        text = text.replace(name, "")
    text = QUOTED.sub("", CITED.sub("", text))
    while (shorter := BRACKETED.sub("", text)) != text:
        text = shorter
    return text
