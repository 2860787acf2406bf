"""No silent error: some nine hundred spoken values are right or left to a question, none is filled in wrongly; and the generator itself writes well."""

from collections import Counter
from decimal import Decimal
from functools import cache
from random import Random

import pytest

from gaoxing.intake import answer_json, receive
from gaoxing.speech.transcript import Transcript
from tests.cases import speller
from tests.cases.spoken import ON, judge
from tests.cases.spoken_values import every

FURTHER_SEEDS = (3, 11)
SURE = 0.9
"""At least this share of the values is read and not merely asked about."""


@cache
def verdicts(seed=None):
    """(utterance, verdict) of every utterance of a seed, read through the window."""
    return tuple((said, _verdict(said)) for said in (every() if seed is None else every(seed)))


def _verdict(said):
    taken = answer_json(receive(Transcript.from_json({"id": "spoken", "turns": list(said.turns)}), on=ON))
    return judge(said, taken) if taken["matter"] == said.matter else "matter"


def words(said):
    return " / ".join(turn["said"] for turn in said.turns)


def test_there_are_enough_utterances_and_all_differ_by_kind():
    assert len(every()) >= 600
    assert len({said.kind for said in every()}) >= 12


@pytest.mark.parametrize("seed", [None, *FURTHER_SEEDS])
def test_no_spoken_value_is_filled_in_wrongly(seed):
    assert [words(said) for said, verdict in verdicts(seed) if verdict in ("wrong", "matter")] == []


def test_most_spoken_values_are_read_and_not_merely_asked(record_property):
    counts = Counter(verdict for _, verdict in verdicts())
    record_property("asked", counts["asked"] / len(verdicts()))
    assert counts["right"] / len(verdicts()) >= SURE, counts


def test_the_same_seed_speaks_the_same_words():
    assert every(5) == every(5)
    assert every(5) != every(6)


@pytest.mark.parametrize(
    ("count", "said"), [(10_010, "一万零一十"), (30_000_500, "三千万零五百"), (1_055_000, "一百零五万五千"), (120_001_000, "一亿二千万零一千"), (15, "一十五")]
)
def test_the_speller_reads_a_number_out(count, said):
    assert speller.spelt(count) == said


@pytest.mark.parametrize(("count", "said"), [(12_000, "一万二"), (150_000_000, "一亿五"), (3_500, "三千五"), (1_200_000, None)])
def test_the_speller_leaves_out_the_last_unit(count, said):
    assert speller.shortened(count) == said


def test_the_speller_reads_a_point_out():
    assert speller.pointed(Decimal("12.05")) == "十二点零五"


def test_a_code_is_spoken_figure_by_figure():
    assert speller.digits("32058319X", Random(1), one="幺")[:8] == "三二零五八三幺九"
