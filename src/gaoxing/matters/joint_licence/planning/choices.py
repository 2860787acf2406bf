"""What an applicant or the office chooses of a plan (计划的选择): who has a licence already, what goes by commitment, how long a clock stands still."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gaoxing.matters.joint_licence.permits.entries import Licence

HAD = ("business_licence", "seal_filing")
"""What an enterprise that is there already has."""


@dataclass(frozen=True)
class Choices:
    """`existing`: the business licence is there; `commitments`: licences wanted by 告知承诺; `stops`: working days that a licence's clock stands
    still (a hearing, a correction); `promised`: reckon with this zone's promises where it made any.
    """

    existing: bool = False
    commitments: frozenset[str] = frozenset()
    stops: Mapping[str, int] = field(default_factory=dict)
    promised: bool = True

    def by_commitment(self, licence: Licence) -> bool:
        """Whether this licence is had by commitment."""
        return licence.commitment is not None and licence.id in self.commitments

    def days(self, licence: Licence) -> int:
        """The working days that its decision takes: by commitment, by promise, else by law."""
        if self.by_commitment(licence) and licence.commitment is not None and licence.commitment.days is not None:
            return licence.commitment.days
        return licence.promised if self.promised and licence.promised is not None else licence.statutory


def to_apply(licences: Sequence[str], *, existing: bool) -> tuple[str, ...]:
    """What is applied for: all of them, for an enterprise that is there already without its registration and seal.

    >>> to_apply(("business_licence", "seal_filing", "signboard"), existing=True)
    ('signboard',)
    """
    return tuple(each for each in licences if not (existing and each in HAD))
