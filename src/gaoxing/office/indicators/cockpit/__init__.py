"""The cockpit (驾驶舱): one page on which leaders see how the zone stands, every number of which opens its records or its source; and the monthly report."""
