"""What was said in a case (所述), entry by entry, and what was set right by hand. The statement is entry 0; answers and additions follow in order.

>>> words = Words().state("我要开公司").add("一百万", "registered_capital")
>>> [entry.number for entry in words.entries]
[0, 1]
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from gaoxing.forms.correction import Correction
from gaoxing.forms.proposal import Proposal
from gaoxing.office.cases import spoken as spoken_ways
from gaoxing.office.cases.spoken import Spoken

STATEMENT = 0
"""The number of the entry that is the free statement."""

MOST_PROPOSALS = 100
"""Proposals that are kept; a form has fewer blanks."""

APPLICANT = ""
"""The author of what the applicant says or types; anyone else is named."""


@dataclass(frozen=True)
class Entry:
    """One thing said: its number, which it keeps for good, the words, the blank that had been asked about, and who said it.

    `once` is the token of the post that brought it: a post that comes twice is taken once. `step` counts the posts of one open page.
    `spoken` are the stretches that were heard with the microphone, as long as nobody changed them.
    """

    number: int
    said: str
    asked: str | None = None
    author: str = APPLICANT
    once: str = ""
    step: int = 0
    spoken: tuple[Spoken, ...] = ()

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Entry:
        """As it was stored, by this version or an earlier one."""
        return cls(**{**stored, "spoken": tuple(Spoken.from_json(each) for each in stored.get("spoken", ()))})


@dataclass(frozen=True)
class Words:
    """Everything said, oldest first; the corrections by hand; the questions put off; the matter where it was chosen by hand; what a language model proposed.

    Never changed in place. A proposal counts only while the words bear it out.
    """

    entries: tuple[Entry, ...] = ()
    corrections: tuple[Correction, ...] = ()
    skipped: tuple[str, ...] = ()
    matter: str = ""
    proposals: tuple[Proposal, ...] = ()

    @property
    def statement(self) -> str:
        """The free statement; empty where there is none."""
        return next((entry.said for entry in self.entries if entry.number == STATEMENT), "")

    @property
    def stated(self) -> Entry | None:
        """The entry of the free statement, or None."""
        return next((entry for entry in self.entries if entry.number == STATEMENT), None)

    @property
    def silent(self) -> bool:
        """Whether nothing was said or corrected."""
        return not self.corrections and not any(entry.said.strip() for entry in self.entries)

    def state(self, said: str, *, author: str = APPLICANT, once: str = "", step: int = 0, spoken: Iterable[Spoken] = ()) -> Words:
        """The words with this free statement in place of the former; what of it was `spoken` before still counts where it stands."""
        rest = (entry for entry in self.entries if entry.number != STATEMENT)
        heard = spoken_ways.merged(said, self.stated.spoken if self.stated else (), spoken)
        return replace(self, entries=(Entry(STATEMENT, said, None, author, once, step, heard), *rest))

    def add(self, said: str, asked: str | None = None, *, author: str = APPLICANT, once: str = "", spoken: Iterable[Spoken] = ()) -> Words:
        """The words with one more entry at the end; unchanged where this post was taken before. A question answered is no longer put off."""
        if once and any(entry.once == once for entry in self.entries if entry.number != STATEMENT):
            return self
        number = max((entry.number for entry in self.entries), default=STATEMENT) + 1
        left = tuple(each for each in self.skipped if each != asked)
        entry = Entry(number, said, asked, author, once, spoken=spoken_ways.bound(said, spoken))
        return replace(self, entries=(*self.entries, entry), skipped=left)

    def amend(self, number: int, said: str, *, author: str = APPLICANT) -> Words:
        """The words with another text in one entry; unchanged where there is no such entry."""
        amended = (_reworded(entry, said, author) if entry.number == number else entry for entry in self.entries)
        return replace(self, entries=tuple(amended))

    def read_as(self, heard: Sequence[str]) -> Words:
        """The words as they were read (`heard`, a text an entry): where another way to write what was spoken made more sense it stands now."""
        every = zip(self.entries, heard, strict=False)
        read = tuple(entry if said == entry.said else _read_as(entry, said) for entry, said in every)
        return replace(self, entries=(*read, *self.entries[len(read) :]))

    def unread(self, number: int, text: str) -> Words:
        """The words with one stretch of an entry as the recogniser wrote it, for good; unchanged where no other way was taken there."""
        return replace(self, entries=tuple(_unread(entry, text) if entry.number == number else entry for entry in self.entries))

    def remove(self, number: int) -> Words:
        """The words without one entry."""
        return replace(self, entries=tuple(entry for entry in self.entries if entry.number != number))

    def correct(self, correction: Correction) -> Words:
        """The words with a blank corrected by hand, in place of an earlier correction of the same blank; a question about it is no longer put off."""
        rest = tuple(each for each in self.corrections if each.place != correction.place)
        return replace(self, corrections=(*rest, correction), skipped=tuple(each for each in self.skipped if each != correction.path))

    def uncorrect(self, places: Iterable[tuple[str, str]]) -> Words:
        """The words without the corrections at these places."""
        gone = frozenset(places)
        return replace(self, corrections=tuple(each for each in self.corrections if each.place not in gone))

    def skip(self, path: str) -> Words:
        """The words with this question put off, behind those put off before."""
        return replace(self, skipped=(*(each for each in self.skipped if each != path), path))

    def choose(self, matter: str) -> Words:
        """The words with the matter chosen by hand; empty lets the words decide again."""
        return replace(self, matter=matter)

    def propose(self, found: Iterable[Proposal]) -> Words:
        """The words with these proposals, each in place of an earlier one for the same blank."""
        given = tuple(found)
        paths = {each.path for each in given}
        return replace(self, proposals=(*(each for each in self.proposals if each.path not in paths), *given)[-MOST_PROPOSALS:])

    def unpropose(self) -> Words:
        """The words without anything a model proposed."""
        return replace(self, proposals=())

    def to_bytes(self) -> bytes:
        """As stored, before sealing."""
        stored = {
            "entries": [asdict(entry) for entry in self.entries],
            "corrections": [each.to_json() for each in self.corrections],
            "skipped": list(self.skipped),
            "matter": self.matter,
            "proposals": [each.to_json() for each in self.proposals],
        }
        return json.dumps(stored, ensure_ascii=False).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Words:
        """The inverse of `to_bytes`; reads the drafts of 0.1.0, a bare list of entries, too."""
        stored: Any = json.loads(data)
        if isinstance(stored, list):
            return cls(tuple(Entry(*entry) for entry in stored))
        entries = tuple(Entry.from_json(entry) for entry in stored["entries"])
        proposals = tuple(Proposal.from_json(each) for each in stored.get("proposals", ()))
        return cls(entries, tuple(Correction.from_json(each) for each in stored["corrections"]), tuple(stored["skipped"]), stored["matter"], proposals)


def _reworded(entry: Entry, said: str, author: str) -> Entry:
    return replace(entry, said=said, author=author, spoken=spoken_ways.bound(said, entry.spoken))


def _read_as(entry: Entry, said: str) -> Entry:
    heard = spoken_ways.settled(entry.said, entry.spoken, said)
    return entry if heard == entry.spoken else replace(entry, said=said, spoken=heard)


def _unread(entry: Entry, text: str) -> Entry:
    said, heard = spoken_ways.taken_back(entry.said, entry.spoken, text)
    return replace(entry, said=said, spoken=heard)
