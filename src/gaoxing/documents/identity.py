"""What a valid number itself says about its bearer (证件类型、国别): nothing is guessed, a number that does not check says nothing.

A citizen's number of a mainland province is borne by the resident identity card alone, and that by Chinese citizens alone (《居民身份证法》第二条,
from knowledge); numbers of residence permits begin with 81, 82, 83 (GB/T 2260), those of foreigners' permanent residence with 9. A code beginning
with 91 stands on a business licence (GB 32100).

>>> implied("person", "11010519491231002X")
Implied(id_type='中华人民共和国居民身份证', nationality='中国')
>>> implied("person", "110105194912310021")
Implied(id_type='', nationality='')
"""

from __future__ import annotations

from dataclasses import dataclass

from gaoxing.forms.person import IDENTITY_PAPERS
from gaoxing.standards import credit_code, resident_id

CHINA = "中国"

_PAPERS = dict(IDENTITY_PAPERS)
_PROVINCES = ("1", "2", "3", "4", "5", "6")
_ENTERPRISES = "91"


@dataclass(frozen=True)
class Implied:
    """The paper's official name and the country; empty where the number does not decide."""

    id_type: str = ""
    nationality: str = ""


def implied(kind: str, number: str) -> Implied:
    """What the number of a party (`person`, `enterprise` or not said) says; each kind is believed only where its own number checks."""
    if kind != "enterprise" and resident_id.is_valid(number) and number.startswith(_PROVINCES):
        return Implied(_PAPERS["resident_id"], CHINA)
    if kind == "enterprise" and credit_code.is_valid(number) and number.startswith(_ENTERPRISES):
        return Implied(_PAPERS["business_licence"], CHINA)
    return Implied()
