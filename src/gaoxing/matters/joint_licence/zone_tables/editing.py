r"""One licence of a zone's table by a form (改一个事项): how it stands with the zone's own words over it, and the table with that licence said otherwise.

>>> edited("", "signboard", {**standing("", "signboard"), "promised": 3, "source": "样例通知", "as_of": date(2027, 1, 4)})
'[licence.signboard]\npromised = 3\nsource = "样例通知"\nas_of = 2027-01-04\n'
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as date  # for the example above
from typing import Any

from gaoxing.matters.joint_licence.permits.conditions import told
from gaoxing.matters.joint_licence.permits.entries import Catalogue, Licence
from gaoxing.matters.joint_licence.permits.loading import Tables, catalogue, laid_over, parsed, shipped, shipped_tables
from gaoxing.matters.joint_licence.zone_tables.writing import with_row
from gaoxing.standards.licences import UNITS

PLAIN = ("authority", "promised", "materials", "fee", "off", "verified", "source", "as_of")
"""What of a licence the form changes as it stands in its row."""

NOTHING: Mapping[str, Any] = {"promised": None, "fee": "", "off": "", "source": "", "as_of": None, "materials": [], "contact": {}}
"""What a row that says nothing of it says."""

ORIGIN = frozenset({"source", "as_of"})


def known_with(text: str) -> Catalogue:
    """The catalogue with a zone's sound table over it, whatever day and region it speaks of. Raises tomllib.TOMLDecodeError where it is no TOML."""
    return catalogue(laid_over(shipped_tables(), parsed(text))) if text.strip() else shipped()


def licence_rows(text: str) -> list[dict[str, Any]]:
    """Every licence as it stands with the zone's table over it, as `row_of` tells it."""
    known, own = known_with(text), parsed(text).get("licence", {})
    return [_row(each, known, changed=each.id in own) for each in known.licences.values()]


def row_of(text: str, licence: str) -> dict[str, Any] | None:
    """A licence: id, name, document, authority, stage, basis, `time` of the law in words, `statutory` and `promised` working days, verified, `shipped`
    (whether it was verified as shipped), off, fee, window, telephone, commitment, source, as_of, `changed` by the zone, its papers with their conditions
    in words. None where there is no such licence.
    """
    known, own = known_with(text), parsed(text).get("licence", {})
    return _row(known.licences[licence], known, changed=licence in own) if licence in known.licences else None


def papers_to_choose(text: str) -> list[dict[str, str]]:
    """Every paper of the catalogue: id, name, kind, in its order."""
    return [{"id": each.id, "name": each.name, "kind": each.kind} for each in known_with(text).materials.values()]


def standing(text: str, licence: str) -> dict[str, Any]:
    """What the form shows and `edited` takes: authority, promised, materials, fee, window, telephone, commitment, off, verified, source, as_of.

    Raises KeyError where there is no such licence.
    """
    row = known_with(text).licences[licence]
    plain = {word: getattr(row, word) for word in PLAIN if word != "materials"}
    same = {"window": row.contact.window, "telephone": row.contact.telephone}
    return {**plain, **same, "materials": list(row.materials), "commitment": row.commitment is not None}


def edited(text: str, licence: str, wanted: Mapping[str, Any]) -> str:
    """The zone's table with the licence as wanted (all of `standing`): only what differs from what is shipped is written, and the rest stays as it was."""
    below = shipped_tables()["licence"].get(licence, {})
    mine = dict(parsed(text).get("licence", {}).get(licence, {}))
    for word in PLAIN:
        _say(mine, below, word, wanted[word])
    _say(mine, below, "contact", {word: wanted[word] for word in ("window", "telephone") if wanted[word]})
    _offer(mine, below, str(wanted["source"]), offered=bool(wanted["commitment"]))
    if "if" in mine:
        _say(mine, {}, "if", {word: each for word, each in mine["if"].items() if word in wanted["materials"]} or None)
    return with_row(text, "licence", licence, mine if mine.keys() - ORIGIN else {})


def _say(mine: dict[str, Any], below: Mapping[str, Any], word: str, value: Any) -> None:
    if value == below.get(word, NOTHING.get(word)):
        mine.pop(word, None)
    else:
        mine[word] = value


def _offer(mine: dict[str, Any], below: Mapping[str, Any], source: str, *, offered: bool) -> None:
    """The path by commitment: a zone shuts one that is shipped, or opens one by its own paper, to be confirmed."""
    said = {word: each for word, each in mine.get("commitment", {}).items() if word != "offered"}
    if offered and "commitment" not in below:
        said = said or {"basis": source, "verified": False}
    elif not offered:
        said = {**said, "offered": False} if "commitment" in below else {}
    _say(mine, {}, "commitment", said or None)


def _row(row: Licence, known: Catalogue, *, changed: bool) -> dict[str, Any]:
    plain = {word: getattr(row, word) for word in ("id", "name", "authority", "stage", "basis", "promised", "verified", "off", "fee", "source", "as_of")}
    before = shipped().licences.get(row.id)
    return {
        **plain,
        "document": row.result,
        "time": UNITS[row.unit].format(row.days),
        "statutory": row.statutory,
        "shipped": before is not None and before.verified,
        "window": row.contact.window,
        "telephone": row.contact.telephone,
        "commitment": row.commitment is not None,
        "changed": changed,
        "papers": [_paper(each, row, known) for each in row.materials],
    }


def _paper(material: str, row: Licence, known: Catalogue) -> dict[str, str]:
    condition = row.conditions.get(material, {})
    return {"id": material, "name": known.materials[material].name, "when": told(condition, known) if condition else ""}


def changed_licences(before: str, after: str) -> list[str]:
    """The names of the licences of which the one text of a table says something else than the other."""
    old, new = _said(parsed(before)), _said(parsed(after))
    names = {**known_with(after).licences, **known_with(before).licences}
    return [each.name for key, each in names.items() if old.get(key) != new.get(key)]


def _said(own: Tables) -> Mapping[str, Any]:
    found: Mapping[str, Any] = own.get("licence", {})
    return found
