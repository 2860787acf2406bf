"""Who must sign what (应签清单), as the rooms above hand it in: a person as the form has them, and the papers as they would be printed now.

>>> paper = Paper("公司章程", "公司章程", sm3({"capital": "100"}))
>>> len(paper.digest), sm3({"b": 1, "a": 2}) == sm3({"a": 2, "b": 1})
(64, True)
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import hashes

_SHORT = 16
"""Letters of a value's digest: enough to tell that it changed."""


@dataclass(frozen=True)
class Paper:
    """A paper that somebody signs: its file name, its title, and the digest of all that is printed on it."""

    name: str
    title: str
    digest: str
    english: str = ""


@dataclass(frozen=True, repr=False)
class Wanted:
    """Somebody who must sign. `seal`: an organisation, which seals on paper; `foreign`: no resident's identity number is expected of them.

    `posts` are their offices in official words, `stake` their own share in words; `values` are short digests of the whole form's values by blank.
    """

    name: str
    number: str = ""
    mobile: str = ""
    email: str = ""
    posts: tuple[str, ...] = ()
    stake: str = ""
    seal: bool = False
    foreign: bool = False
    papers: tuple[Paper, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def plain(self) -> str:
        """What makes them this very person: name and number."""
        return f"{self.name}|{self.number}"


def sm3(plain: Any) -> str:
    """The SM3 digest (GB/T 32905—2016) of JSON values in their canonical order, 64 hex digits."""
    hashed = hashes.Hash(hashes.SM3())
    hashed.update(json.dumps(plain, ensure_ascii=False, sort_keys=True, default=str).encode())
    return hashed.finalize().hex()


def short(plain: Any) -> str:
    """A short digest of one value."""
    return sm3(plain)[:_SHORT]
