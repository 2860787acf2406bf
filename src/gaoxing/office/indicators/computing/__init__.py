"""Computing the indicators from the records (从记录计算): each function counts what its room counts, and names the very records."""
