"""Importing lists (导入): a spreadsheet is read, every row judged and shown before anything changes, then taken in; and lists handed out as spreadsheets."""
