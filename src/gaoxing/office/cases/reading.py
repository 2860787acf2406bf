"""What the words of a draft come to (读): the whole path from what was said to questions and findings, and the words that decided the matter."""

from __future__ import annotations

from datetime import date

from gaoxing.catalogue import wished
from gaoxing.facts.command import heeded
from gaoxing.facts.intent import Intent
from gaoxing.intake import Taken, receive
from gaoxing.office.cases.spoken import alternatives
from gaoxing.office.cases.words import Entry, Words
from gaoxing.speech.transcript import LONGEST_TURN, Transcript, Turn

MOST_PASSES = 4
"""Stretches of one entry that are settled at once; the next ones with what is heard next."""


def taken_from(words: Words, *, on: date) -> Taken:
    """What the words come to on this day; of each entry the first 6 000 characters are read."""
    numbers = tuple(entry.number for entry in words.entries)
    return receive(transcript(words), on=on, matter_id=words.matter or None, corrections=words.corrections, numbers=numbers, proposals=words.proposals)


def intent_of(words: Words) -> Intent | None:
    """The matter that the words themselves ask for, whatever was chosen by hand; None where they point nowhere."""
    return wished(heeded(transcript(words)))


def weighed(words: Words, *, on: date) -> Words:
    """The words with each stretch that was heard by the microphone written in the way that makes sense; the same words where the first way does.

    One stretch of an entry is settled at a time; each settled one says what it was.
    """
    for _ in range(MOST_PASSES):
        heard = receive(transcript(words, weighing=True), on=on, matter_id=words.matter or None).heard
        read = words.read_as(heard)
        if read == words:
            return words
        words = read
    return words


def heard_anew(words: Words, former: Words) -> bool:
    """Whether anything was heard by the microphone that was not there before: only then are the ways to write it weighed."""
    before = {entry.number: entry.spoken for entry in former.entries}
    return any(each.others for entry in words.entries if entry.spoken != before.get(entry.number, ()) for each in entry.spoken)


def transcript(words: Words, *, weighing: bool = False) -> Transcript:
    """The entries as they are read: of each the first 6 000 characters; `weighing` puts the other ways to write what was heard beside them."""
    return Transcript(tuple(_turn(entry, weighing=weighing) for entry in words.entries))


def _turn(entry: Entry, *, weighing: bool) -> Turn:
    return Turn(entry.said[:LONGEST_TURN], entry.asked, alternatives(entry.said, entry.spoken) if weighing else ())
