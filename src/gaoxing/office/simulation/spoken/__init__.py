"""How people of the year speak (口语): numbers, sums, shares and whole statements in many registers, drawn from a seed."""
