"""A rung of the ladder: 科技型中小企业."""

from gaoxing.matters.technology_sme.criteria import RUNG

__all__ = ["RUNG"]
