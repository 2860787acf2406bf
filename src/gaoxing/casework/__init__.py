"""The life of a case (办件流转), pure: tables of states and transitions, and deadlines on a working-day clock. No database, no clock, no framework.

`tables` reads a table, `acting` says what may be done and what comes of it, `clock` reads a history of clock events, `explanation` says it in a sentence,
`diagram` and `describing` draw and write a table. The office keeps the rows and hands in facts and moments.
"""
