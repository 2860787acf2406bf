"""How long what is kept (保存期限): each app tells in its own `kept.py`; the minute's tick deletes what is due, and what was deleted is counted."""
