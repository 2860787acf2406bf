"""The zone's own data (园区资料): who the authority is, units, places, limits, promised times and the logo, edited by the system administrator in versions."""
