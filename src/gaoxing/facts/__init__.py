"""Transcript to facts (转写 → 要素): one reader a kind, and the discourse model that says whose each fact is."""

from gaoxing.facts.fact import Certainty, Evidence, Fact, Value

__all__ = ["Certainty", "Evidence", "Fact", "Value"]
