"""Which licences a trade needs by its answers, which not, and why; what is still to be asked (证照的推定)."""
