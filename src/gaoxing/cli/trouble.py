"""Trouble at the terminal (命令行故障): one plain sentence on standard error and exit status 2, never a trace."""


class Trouble(Exception):
    """Something the person at the terminal must change. The text says what, why and what next."""
