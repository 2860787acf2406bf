"""A rung of the ladder: 高新技术企业."""

from gaoxing.matters.high_tech_enterprise.criteria import RUNG

__all__ = ["RUNG"]
