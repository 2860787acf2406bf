"""What the words of a draft come to (读): the whole path from what was said to questions and findings, and the words that decided the matter."""

from __future__ import annotations

from datetime import date

from gaoxing.catalogue import wished
from gaoxing.facts.command import heeded
from gaoxing.facts.intent import Intent
from gaoxing.intake import Taken, receive
from gaoxing.office.cases.words import Words
from gaoxing.speech.transcript import LONGEST_TURN, Transcript, Turn


def taken_from(words: Words, *, on: date) -> Taken:
    """What the words come to on this day; of each entry the first 6 000 characters are read."""
    numbers = tuple(entry.number for entry in words.entries)
    return receive(transcript(words), on=on, matter_id=words.matter or None, corrections=words.corrections, numbers=numbers, proposals=words.proposals)


def intent_of(words: Words) -> Intent | None:
    """The matter that the words themselves ask for, whatever was chosen by hand; None where they point nowhere."""
    return wished(heeded(transcript(words)))


def transcript(words: Words) -> Transcript:
    """The entries as they are read: of each the first 6 000 characters."""
    return Transcript(tuple(Turn(entry.said[:LONGEST_TURN], entry.asked) for entry in words.entries))
