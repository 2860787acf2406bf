"""What the tests of proposals share: a form as it stands, words, and proposals laid into it."""

from datetime import date

from gaoxing.catalogue import matter
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.proposal import Proposal
from gaoxing.forms.supplement import supplemented
from gaoxing.speech.transcript import Transcript

ON = date(2026, 11, 24)
TWO = {"parties.0.name": "丁大宝", "parties.1.name": "苏小云"}


def laid(path, value, words, *said, there=None, matter_id="company_registration", asks=()):
    """The form after one proposal; `there` is what it held before, `said` the turns (the words themselves unless given)."""
    before = Form(matter_id, "2026", {at: Answer(each, Source.SAID) for at, each in (there or {}).items()}, tuple(asks))
    return supplemented(before, [Proposal(path, value, words)], matter(matter_id).fields, Transcript.of(*(said or (words,))), ON)


def value_laid(path, value, words, *said, **how):
    """The value at the path after one proposal."""
    return laid(path, value, words, *said, **how).value(path)
