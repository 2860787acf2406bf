"""Resume codes: made once, found by their digest, void when replaced, over or deleted."""

from datetime import timedelta

import pytest

from gaoxing.office.cases import actions, resumption
from gaoxing.office.cases.models import Case

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(now):
    return actions.open_draft(now=now)


@pytest.fixture
def code(case, now):
    return resumption.make(case, now=now)


def test_a_code_has_twelve_characters_that_nobody_mistakes(case, now):
    codes = [resumption.make(case, now=now) for _ in range(50)]
    assert len(set(codes)) == 50
    assert all(len(code) == 12 and set(code) <= set(resumption.ALPHABET) for code in codes)
    assert not set("01OILU") & set(resumption.ALPHABET)


def test_a_code_leads_to_its_draft(case, code, now):
    assert resumption.find(code, now=now) == resumption.Found(case)


def test_the_code_itself_stands_nowhere_in_the_database(code):
    row = Case.objects.values().get()
    assert len(row["resume"]) == 81
    assert code not in str(row)


def test_a_new_code_voids_the_one_before(case, code, now):
    newer = resumption.make(case, now=now)
    assert resumption.find(code, now=now) == resumption.Found()
    assert resumption.find(newer, now=now).case == case


def test_a_code_ends_after_thirty_days_and_says_when_it_ended(case, code, now):
    end = now + timedelta(days=30)
    assert resumption.find(code, now=end - timedelta(seconds=1)).case == case
    assert resumption.find(code, now=end) == resumption.Found(ended=end)


def test_the_code_of_a_deleted_draft_is_unknown(case, code, now):
    actions.discard(case.reference, now=now)
    assert resumption.find(code, now=now) == resumption.Found()


@pytest.mark.parametrize("typed", ["", "X", "2" * 12, "%" * 12])
def test_another_code_leads_nowhere(code, typed, now):
    assert resumption.find(typed, now=now) == resumption.Found()


def test_codes_are_found_after_a_change_of_keys(case, code, now, settings):
    settings.GAOXING_KEY = f"{'ab' * 16},{settings.GAOXING_KEY}"
    assert resumption.find(code, now=now).case == case


def test_a_code_is_forgotten_a_month_after_its_end_and_not_before(case, code, now):
    assert resumption.forget(now=now + timedelta(days=59)) == 0
    assert resumption.forget(now=now + timedelta(days=61)) == 1
    assert resumption.forget(now=now + timedelta(days=61)) == 0
    assert Case.objects.get().resume is None


def test_whether_a_draft_has_a_code_that_still_opens_it(case, now):
    assert not resumption.holds(case, now=now)
    resumption.make(case, now=now)
    assert resumption.holds(case, now=now)
    assert not resumption.holds(case, now=now + timedelta(days=30))


@pytest.mark.parametrize("typed", ["gx2k77abmn4p", "GX2K-77AB-MN4P", " gx2k 77ab　mn4p ", "ＧＸ２Ｋ－７７ＡＢ－ＭＮ４Ｐ", "gx2k—77ab–mn4p。"])
def test_a_code_is_the_same_however_it_is_typed(typed):
    assert resumption.plain(typed) == "GX2K77ABMN4P"


def test_u_is_read_as_v_for_no_code_holds_it():
    assert resumption.plain("u2kk") == "V2KK"


def test_a_code_is_shown_in_groups_of_four():
    assert resumption.grouped("GX2K77ABMN4P") == "GX2K-77AB-MN4P"
