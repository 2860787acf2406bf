"""What an applicant or the office chooses of a plan."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gaoxing.matters.joint_licence.permits.entries import Commitment
from gaoxing.matters.joint_licence.permits.loading import shipped
from gaoxing.matters.joint_licence.planning.choices import HAD, Choices, to_apply

FIRE, SIGN = shipped().licences["fire_check"], shipped().licences["signboard"]
BY_WORD = Choices(commitments=frozenset({"fire_check", "signboard"}))


def test_a_commitment_counts_only_where_it_is_open():
    assert BY_WORD.by_commitment(FIRE)
    assert not BY_WORD.by_commitment(SIGN)
    assert not Choices().by_commitment(FIRE)


@pytest.mark.parametrize(
    ("choices", "promised", "days"),
    [
        (Choices(), None, 10),
        (Choices(), 3, 3),
        (Choices(promised=False), 3, 10),
        (BY_WORD, 3, 1),
        (BY_WORD, None, 1),
        (Choices(), 0, 0),
    ],
)
def test_commitment_goes_before_promise_and_promise_before_the_law(choices: Choices, promised: int | None, days: int):
    assert choices.days(replace(FIRE, promised=promised)) == days


def test_a_commitment_without_days_leaves_the_promise():
    assert BY_WORD.days(replace(FIRE, commitment=Commitment("示例", verified=False), promised=4)) == 4


@pytest.mark.parametrize(
    ("licences", "existing", "left"),
    [
        ((*HAD, "signboard"), True, ("signboard",)),
        ((*HAD, "signboard"), False, (*HAD, "signboard")),
        (("signboard",), True, ("signboard",)),
        ((), True, ()),
    ],
)
def test_what_is_there_already_is_not_applied_for(licences: tuple, existing: bool, left: tuple):
    assert to_apply(licences, existing=existing) == left
