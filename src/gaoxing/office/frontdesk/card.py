"""Which matter it is, why, and what it takes (事项卡): the card above the conversation."""

from __future__ import annotations

from dataclasses import dataclass

from gaoxing.catalogue import Matter, matter
from gaoxing.documents.material import Material
from gaoxing.facts.intent import Intent
from gaoxing.forms import Form
from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk.history import shortened
from gaoxing.office.frontdesk.offering import in_order
from gaoxing.office.frontdesk.reading import intent_of
from gaoxing.office.frontdesk.wording import materials, spoken

_MOST_QUOTED = 3
"""Stretches of words given as the reason."""


@dataclass(frozen=True)
class Card:
    """The matter in the language of the page, the words that decided, and what it takes.

    `by_hand` says that the applicant chose it; `heard` is then what the words alone would have decided, where that is another matter. `also` are
    further matters the words state; `offers` every other matter.
    """

    matter: Matter
    why: tuple[str, ...] = ()
    stated: bool = True
    by_hand: bool = False
    heard: Matter | None = None
    also: tuple[Matter, ...] = ()
    materials: tuple[Material, ...] = ()
    certain: frozenset[str] = frozenset()
    """The names of the papers that this form calls for."""
    offers: tuple[Matter, ...] = ()

    @property
    def always(self) -> tuple[Material, ...]:
        """The papers that this application needs for certain."""
        return tuple(each for each in self.materials if not each.when or _key(each) in self.certain)

    @property
    def sometimes(self) -> tuple[Material, ...]:
        """The papers that some cases want besides."""
        return tuple(each for each in self.materials if each not in self.always)


def card(chosen: Matter, words: Words, form: Form | None = None) -> Card:
    """The card of the matter that these words, or the applicant's hand, decided; what it takes as far as the form decides it."""
    intent = intent_of(words)
    decided = intent if intent is not None and intent.matter == chosen.id else None
    said = [intent.matter, *intent.others] if intent else []
    return Card(
        spoken(chosen),
        _reasons(decided),
        decided is None or decided.stated,
        bool(words.matter),
        _named(intent.matter) if intent and intent.stated and intent.matter != chosen.id else None,
        tuple(_named(each) for each in said if each != chosen.id and _stated(intent, each)),
        *_materials(chosen, form),
        tuple(spoken(each) for each in in_order() if each.id != chosen.id),
    )


def _materials(chosen: Matter, form: Form | None) -> tuple[tuple[Material, ...], frozenset[str]]:
    """What must be attached, in the language of the page, without what the form rules out; and the keys of what it calls for."""
    listed = materials(chosen)
    if form is None:
        return listed, frozenset()
    kept = {_key(each): sure for each, sure in chosen.needed(form)}
    return tuple(each for each in listed if _key(each) in kept), frozenset(key for key, sure in kept.items() if sure)


def _key(material: Material) -> str:
    """What tells a paper of a list from the others in any language."""
    return f"{material.english} {material.state} {material.basis}"


def _reasons(intent: Intent | None) -> tuple[str, ...]:
    quoted = dict.fromkeys(shortened(each.words) for each in intent.evidence if each.words.strip()) if intent else {}
    return tuple(quoted)[:_MOST_QUOTED]


def _stated(intent: Intent | None, matter_id: str) -> bool:
    """Further matters are always stated ones; the decided one only where an intent was said."""
    return intent is not None and (matter_id in intent.others or intent.stated)


def _named(matter_id: str) -> Matter:
    return spoken(matter(matter_id))
