"""The names of the register (名称库): held in the database, found by their keys, judged by the stage `names`."""
