"""People (人员): whoever signs in."""
