"""The zone's ladder (梯队统计): counts per rung and year, who is near, what expires, plans against what came of them; each number with its records."""
