"""Which blank a page means, and what may stand there. Persons are made up."""

import pytest

from gaoxing.forms.typing import Unfit
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import form_of
from gaoxing.office.frontdesk import actions, corrections
from gaoxing.office.frontdesk.actions import Hand
from gaoxing.office.frontdesk.corrections import added, place, typed
from gaoxing.office.frontdesk.editing import editor
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db
WORDS = "我想注册一家公司，注册资本五十万美元，两个股东，王小明占百分之六十，李小红占百分之四十。"


@pytest.fixture
def draft(now):
    return actions.say(Hand(), WORDS, now=now).reference


def test_a_blank_knows_its_row_by_the_name_in_the_words(draft, now):
    assert place(draft, "parties.1.mobile", now=now).key == ("parties.*.mobile", "李小红")
    assert place(draft, "parties.0.mobile", "李小红", now=now).path == "parties.1.mobile"
    assert place(draft, "registered_capital", now=now).key == ("registered_capital", "")


def test_an_amount_is_read_in_the_currency_of_the_capital(draft, now):
    at = place(draft, "parties.0.contribution.amount", now=now)
    assert typed(at, "30万美元") == "300000"
    with pytest.raises(Unfit, match="USD"):
        typed(at, "30万元")


def test_a_draft_takes_only_so_many_corrections(draft, now, monkeypatch):
    monkeypatch.setattr(corrections, "MOST_CORRECTIONS", 0)
    with pytest.raises(NotAllowed, match="没有保存"):
        corrections.correction(place(draft, "name", now=now), "甲", Hand())


def test_a_row_taken_out_is_not_brought_back_by_an_old_page(draft, now):
    hand = Hand(draft)
    actions.correct(hand, added(draft, "parties", "+1", "赵大海", hand, now=now), now=now)
    actions.correct(hand, corrections.removed(place(draft, "parties.2.name", "+1", now=now), hand), now=now)
    assert added(draft, "parties", "+1", "赵大海", hand, now=now).row == "+2"


@pytest.mark.parametrize("row", ["", "+", "+x", "+²", "王小明"])
def test_a_new_row_is_named_by_the_office_where_the_page_names_none(draft, now, row):
    assert added(draft, "parties", row, "赵大海", Hand(draft), now=now).row == "+1"


def test_there_is_no_row_in_a_list_that_is_none(draft, now):
    assert added(draft, "name", "+1", "赵大海", Hand(draft), now=now) is None


def test_the_editor_shows_what_the_words_say_beside_the_hand(draft, now):
    hand, at = Hand(draft), place(draft, "registered_capital", now=now)
    assert (editor(at).text, editor(at).corrected) == ("500000 USD", False)
    actions.correct(hand, corrections.correction(at, typed(at, "60万美元"), hand), now=now)
    after = editor(place(draft, "registered_capital", now=now))
    assert (after.corrected, after.said) == (True, "50万美元")


def test_what_the_words_say_of_a_private_blank_is_masked_in_its_editor(now):
    draft = actions.say(Hand(), "我想开公司，我叫王小明，占百分之百，我的手机号是15500006278。", now=now).reference
    path = next(path for path in form_of(Case.objects.get()).answers if path.endswith(".mobile"))
    hand = Hand(draft)
    actions.correct(hand, corrections.correction(place(draft, path, now=now), "15500006279", hand), now=now)
    shown = editor(place(draft, path, now=now))
    assert (shown.text, shown.said) == ("15500006279", "155****6278")
