"""What the business does (经营范围): the catalogue's items for the activities said, over all turns; what is taken back leaves the list."""

from __future__ import annotations

from collections.abc import Iterator

from gaoxing.facts.fact import Evidence, Fact
from gaoxing.facts.statement import Statement


def scope_facts(statement: Statement, field: str = "business_scope") -> Iterator[Fact]:
    """All items in the order said, as one fact; no fact where none is left."""
    found: dict[str, Evidence] = {}
    for heard in statement.turns:
        for mention in heard.scope:
            for item in mention.items:
                if mention.negated:
                    found.pop(item, None)
                else:
                    found.setdefault(item, heard.wording.evidence(heard.turn, mention.start, min(mention.end, len(heard.text))))
    if found:
        yield Fact(field, tuple(found), tuple(dict.fromkeys(found.values())))
