"""Single points of what statements come to; whole statements are in tests/matters/test_statements.py. Everybody and every number is made up."""

from datetime import date

TODAY = date(2026, 11, 25)
