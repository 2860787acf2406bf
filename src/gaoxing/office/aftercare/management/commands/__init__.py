"""Commands of the requests of enterprises."""
