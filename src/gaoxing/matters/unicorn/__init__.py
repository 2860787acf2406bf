"""A rung of the ladder: 独角兽企业."""

from gaoxing.matters.unicorn.criteria import RUNG

__all__ = ["RUNG"]
