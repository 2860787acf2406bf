"""Requests of enterprises, pure (诉求闭环): the limits by category, when silence is reminded of and ends, and to whom a late part goes up."""
