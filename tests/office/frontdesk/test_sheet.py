import pytest

from gaoxing.catalogue import Matter, matter
from gaoxing.facts.fact import Certainty
from gaoxing.forms import Answer, Field, Form, Kind, Source
from gaoxing.office.frontdesk.sheet import label_at, sections

COMPANY = matter("company_registration")


def form(**answers):
    return Form("company_registration", "2026", {path.replace("__", "."): Answer(value, Source.SAID) for path, value in answers.items()})


def blanks_of(given, fresh=()):
    return {
        blank.path: blank for section in sections(COMPANY, given, fresh) for blank in (*section.blanks, *(each for row in section.rows for each in row.blanks))
    }


def test_an_empty_form_shows_every_blank_that_is_needed_as_empty():
    blanks = blanks_of(form())
    assert blanks["registered_capital"].required
    assert blanks["registered_capital"].text == ""


def test_every_answer_stands_on_the_sheet():
    given = form(name="甲公司", registered_capital={"amount": "1000000", "currency": "CNY"}, parties__0__name="张三", parties__0__contribution__amount="600000")
    blanks = blanks_of(given)
    assert {path: blanks[path].text for path in given.answers} == {
        "name": "甲公司",
        "registered_capital": "100万元（人民币）",
        "parties.0.name": "张三",
        "parties.0.contribution.amount": "60万元",
    }


def test_only_what_was_filled_just_now_is_fresh():
    blanks = blanks_of(form(name="甲公司", employees=5), fresh={"employees"})
    assert [path for path, blank in blanks.items() if blank.fresh] == ["employees"]


def test_a_choice_is_printed_as_tick_boxes():
    ticks = blanks_of(form(company_type="joint_stock"))["company_type"].ticks
    assert [tick.label for tick in ticks if tick.ticked] == ["股份有限公司"]
    assert len(ticks) == 2


def test_a_row_asks_for_what_its_own_person_needs():
    blanks = blanks_of(form(parties__0__name="张三", parties__0__roles=("shareholder",), parties__1__name="李四", parties__1__roles=("supervisor",)))
    assert "parties.0.contribution.method" in blanks
    assert "parties.1.contribution.method" not in blanks


def test_a_value_that_was_worked_out_or_is_unsure_says_so():
    given = Form(
        "company_registration",
        "2026",
        {"employees": Answer(5, Source.DERIVED), "name": Answer("甲", Source.SAID, certainty=Certainty.LIKELY), "domicile": Answer("乙", Source.SAID)},
    )
    blanks = blanks_of(given)
    assert (blanks["employees"].note, blanks["name"].note, blanks["domicile"].note) == ("推算", "请确认", "")


@pytest.mark.parametrize("kinds", ["t", "tt", "ttt", "ta", "tat", "tta", "atta", "ttta"])
def test_no_line_of_the_sheet_has_a_hole(kinds):
    fields = tuple(Field(f"f{number}", "栏", Kind.ADDRESS if kind == "a" else Kind.TEXT) for number, kind in enumerate(kinds))
    card = Matter("m", "事", "局", "法", "", "", (), COMPANY.folder, fields=fields)
    open_line = 0
    for blank in sections(card, Form("m", "1"), ())[0].blanks:
        assert not (blank.wide and open_line)
        open_line = 0 if blank.wide else 1 - open_line
    assert open_line == 0


def test_a_label_says_whose_it_is():
    given = form(parties__0__name="张三", parties__0__mobile="1", parties__1__mobile="2")
    assert label_at(COMPANY, given, "parties.0.mobile") == "张三的移动电话"
    assert label_at(COMPANY, given, "parties.1.mobile") == "第2位的移动电话"
    assert label_at(COMPANY, given, "parties.0.name") == "第1位的姓名或名称"
    assert label_at(COMPANY, given, "registered_capital") == "注册资本"
    assert label_at(COMPANY, given, "gone") == "gone"
