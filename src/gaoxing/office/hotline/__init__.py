"""Requests from the government's hotline (12345 热线): a list of its tickets is imported, each becomes a request, once."""
