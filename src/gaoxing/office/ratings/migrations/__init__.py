"""The changes of the ratings' tables."""
