from __future__ import annotations

import pytest

from gaoxing.forms.field import TRUE_FALSE, Field, Kind, always
from gaoxing.forms.form import Form


def test_a_choice_shows_its_official_label():
    assert Field("method", "出资方式", Kind.CHOICE, choices=(("cash", "货币"),)).label_of("cash") == "货币"


def test_what_is_no_choice_shows_as_it_stands():
    assert Field("method", "出资方式", Kind.CHOICE, choices=(("cash", "货币"),)).label_of("劳务") == "劳务"


def test_a_column_is_found_by_its_id():
    inner = Field("name", "姓名", Kind.TEXT)
    assert Field("parties", "股东", Kind.ROWS, columns=(inner,)).column("name") is inner


def test_a_column_that_is_not_there_is_named():
    with pytest.raises(KeyError, match="age"):
        Field("parties", "股东", Kind.ROWS).column("age")


def test_a_blank_concerns_every_form_unless_it_says_otherwise():
    assert Field("name", "名称", Kind.TEXT).wanted is always
    assert always(Form("company_registration", "2026"))


@pytest.mark.parametrize(("value", "shown"), [(True, "是"), (False, "否")])
def test_true_and_false_show_as_yes_and_no(value, shown):
    assert Field("has_sign", "挂招牌", Kind.BOOLEAN, choices=TRUE_FALSE).label_of(value) == shown
