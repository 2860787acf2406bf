"""A rung of the ladder: 潜在独角兽企业."""

from gaoxing.matters.potential_unicorn.criteria import RUNG

__all__ = ["RUNG"]
