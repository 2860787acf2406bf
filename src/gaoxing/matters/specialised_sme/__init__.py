"""A rung of the ladder: 专精特新中小企业."""

from gaoxing.matters.specialised_sme.criteria import RUNG

__all__ = ["RUNG"]
