"""Requests of enterprises (企业诉求): who is served by which steward, what they ask, its parts with the units, and the enterprise's own acceptance."""
