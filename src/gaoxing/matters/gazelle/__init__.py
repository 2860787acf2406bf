"""A rung of the ladder: 瞪羚企业."""

from gaoxing.matters.gazelle.criteria import RUNG

__all__ = ["RUNG"]
