"""Half of what somebody holds, or of what was said to pass, is half: «手里六成,拿一半», «转给两人,一人一半»."""

import pytest

from gaoxing.facts.name_slot import find_slots
from gaoxing.facts.passing import passings
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def parts(said):
    """The parts that pass, by the taker's name."""
    heard = hear(Transcript.of(said), slots=find_slots)
    members = {member.number for member in heard.roster.members}
    return {heard.member(each.taker).name: str(each.part) for each in passings(heard, heard.turns[0], members)}


@pytest.mark.parametrize("said", ["丁大宝持有六成，拿一半转给苏小云", "丁大宝占60%，其中一半转给苏小云", "丁大宝把六成股权的一半转给苏小云"])
def test_half_of_a_holding_passes(said):
    assert parts(said) == {"苏小云": "3/10"}


def test_half_each_divides_what_was_said_once():
    assert parts("丁大宝把六成股权转给苏小云和何苗，一人一半") == {"苏小云": "3/10", "何苗": "3/10"}
