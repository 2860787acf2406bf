"""Who holds a post: the words may end anywhere."""

from datetime import date

import pytest

from gaoxing.intake import receive
from gaoxing.speech.transcript import Transcript


@pytest.mark.parametrize("words", ["丁大宝占六成，监事取消，不对不对", "丁大宝占六成，加一个监事，", "监事取消", "加一个监事"])
def test_a_post_at_the_end_of_the_words_is_read(words):
    taken = receive(Transcript.of(words), on=date(2026, 11, 25), matter_id="company_registration")
    assert taken.form is not None
    assert taken.form.value("parties.1.name") is None
