"""Scanning for viruses (查毒): a Protocol, an engine that asks clamd, one for rehearsals, and its failing twin.

An outage is a Fault, never "clean": what was not scanned stays waiting, and everybody sees that it does.
"""
