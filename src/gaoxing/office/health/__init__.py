"""How the office does (运行状况): whether it answers, whether all is there, and figures for a monitoring system. Nothing of people is told here."""
