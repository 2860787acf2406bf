"""Attachments (附件): the photographs and PDF files that people send with their case, checked, scanned, and sealed outside the web root."""
