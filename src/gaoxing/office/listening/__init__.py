"""The speech socket (听写口): sound in, words out, beside the office in a process of its own. It never opens the database and keeps no sound."""
