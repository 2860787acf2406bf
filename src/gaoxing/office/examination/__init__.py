"""Examination at once (自动审查, 秒批): a submission is held against fixed conditions; all met, it is registered, else a clerk looks."""
