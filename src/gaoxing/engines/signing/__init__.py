"""Electronic signatures by a licensed provider (电子签名), behind a Protocol."""
