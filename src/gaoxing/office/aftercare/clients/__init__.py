"""Enterprises and their stewards (服务对象与服务专员): profiles, contacts, visits, coverage, the steward's own list, and the key list that is imported."""
