"""A zone's own table over the catalogue (本地目录): written row by row, what to look at twice, what it changes in worked examples."""
