"""What the business does (经营范围): the catalogue's items for the activities said, over all turns; what is taken back leaves the list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gaoxing.facts.fact import Certainty, Evidence, Fact
from gaoxing.facts.statement import Statement

VERBS = "卖修做开租装批养种收"


def scope_facts(statement: Statement, field: str = "business_scope") -> Iterator[Fact]:
    """All items in the order said, as one fact (none where none is left), likely where plain words stood for an item.

    Then a question for each activity that may be several items.
    """
    found: dict[str, Evidence] = {}
    meant: set[str] = set()
    open_ones: dict[Evidence, tuple[str, ...]] = {}
    for heard in statement.turns:
        for mention in heard.scope:
            evidence = heard.wording.evidence(heard.turn, mention.start, min(mention.end, len(heard.text)))
            if mention.alternatives and not mention.negated:
                open_ones[evidence] = mention.alternatives
            for item in mention.items:
                if mention.negated:
                    found.pop(item if item in found else _alike(evidence.words, found), None)
                    meant.discard(item)
                else:
                    found.setdefault(item, evidence)
                    meant |= set() if mention.exact else {item}
    if found:
        yield Fact(field, tuple(found), tuple(dict.fromkeys(found.values())), Certainty.LIKELY if meant else Certainty.CERTAIN)
    undecided = {evidence: items for evidence, items in open_ones.items() if not found.keys() & set(items)}
    for number, (evidence, items) in enumerate(undecided.items()):
        yield Fact(f"{field}.{number}", items[0], (evidence,), Certainty.UNSURE, items)


def _alike(words: str, found: Mapping[str, Evidence]) -> str:
    """The one trade listed that a part struck out may mean («修车那块不做了» of 修电瓶车): the same verb first, and no other with it."""
    same = [item for item, evidence in found.items() if evidence.words[:1] == words[:1] and words[:1] in VERBS and words[-1] in evidence.words]
    return same[0] if len(same) == 1 else ""
