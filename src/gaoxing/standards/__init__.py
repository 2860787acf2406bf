"""National standards and codes (国家标准与编码): pure look-ups and check rules, nothing of one matter."""
