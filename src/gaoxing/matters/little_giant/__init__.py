"""A rung of the ladder: 专精特新“小巨人”企业."""

from gaoxing.matters.little_giant.criteria import RUNG

__all__ = ["RUNG"]
