"""The monthly report (月报): the figures of a month with sources and definitions, in sentences made of nothing else, as PDF and as Word document."""
