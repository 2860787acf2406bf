"""A rung of the ladder: 创新型中小企业."""

from gaoxing.matters.innovative_sme.criteria import RUNG

__all__ = ["RUNG"]
