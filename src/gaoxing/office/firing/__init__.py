"""Firing (办理): what doing an act has in common wherever a table says how something goes on: cases, licences, requests, stuck matters."""
