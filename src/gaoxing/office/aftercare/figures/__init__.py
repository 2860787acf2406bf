"""The figures of the requests (诉求数字): how many came, what was in time, what was solved, how satisfied the enterprises are; each with its records."""
