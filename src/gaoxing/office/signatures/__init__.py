"""Signatures (签名): who signs which papers of a case, by a link of their own or by hand, and whether that still stands."""
