"""Commands of the register of enterprises."""
