import pytest

from gaoxing.catalogue import Matter, matter
from gaoxing.checks.rule import Finding, Level
from gaoxing.facts.fact import Certainty, Evidence
from gaoxing.forms import Answer, Field, Form, Kind, Source
from gaoxing.forms.correction import Correction, corrected
from gaoxing.forms.form import Ask
from gaoxing.office.cases.words import Words
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


CAPITAL = {"amount": "1000000", "currency": "CNY"}


def owners(number):
    names = {f"parties.{row}.name": f"股东{row}" for row in range(number)}
    return form(**{path.replace(".", "__"): name for path, name in names.items()})


def parties_of(given, **more):
    return next(section for section in sections(COMPANY, given, (), **more) if section.path == "parties")


def test_rows_beyond_eight_fold_up_and_are_counted():
    section = parties_of(owners(50))
    assert (len(section.rows), section.folded) == (50, 42)
    assert [row.folded for row in section.rows[6:10]] == [False, False, True, True]


def test_a_folded_row_opens_where_something_must_be_mended():
    finding = Finding("X-1", ("parties.9.name",), Level.REJECT, "姓名不对", "《公司法》")
    assert [row.path for row in parties_of(owners(12), findings=[finding]).rows if row.folded and row.open] == ["parties.9"]


def test_a_row_keeps_its_number_where_an_earlier_one_is_gone():
    assert [row.path for row in parties_of(form(parties__1__name="李四")).rows] == ["parties.1"]


def test_every_blank_of_a_row_can_be_reached():
    row = parties_of(form(parties__0__name="张三")).rows[0]
    shown = {blank.path for blank in (*row.blanks, *row.further)}
    assert shown == {f"parties.0.{column.id}" for column in COMPANY.field("parties").columns}
    assert row.bare


def test_a_row_is_corrected_by_the_name_the_words_give_it():
    by_hand = corrected(form(parties__0__name="张三"), [Correction("parties.*.name", "张三", "张山"), Correction("parties.*.name", "+1", "李四")], [0])
    section = parties_of(by_hand.form, words=Words(corrections=tuple(by_hand.placed.values())), by_hand=by_hand)
    assert [(row.heading, row.name) for row in section.rows] == [("张山", "张三"), ("李四", "+1")]
    assert section.following == "+2"


def test_a_finding_stands_whole_at_the_blank_to_mend_and_in_short_at_the_others():
    finding = Finding("X-1", ("registered_capital", "employees"), Level.REJECT, "号码320583199001011234不对", "《公司法》")
    blanks = {blank.path: blank for blank in sections(COMPANY, form(employees=5), (), findings=[finding])[0].blanks}
    assert (blanks["registered_capital"].findings[0].word, blanks["registered_capital"].findings[0].message) == ("必须改", "号码3205**********1234不对")
    assert (blanks["employees"].findings[0].message, blanks["employees"].findings[0].at) == ("", "registered_capital")


def test_a_question_stands_in_its_blank_with_its_readings():
    given = Form("company_registration", "2026", {}, (Ask("registered_capital", (CAPITAL, {**CAPITAL, "amount": "5"}), "是哪一个？"),))
    doubt = blanks_of(given)["registered_capital"].doubt
    assert (doubt.question, [each.text for each in doubt.readings]) == ("是哪一个？", ["100万元（人民币）", "5元（人民币）"])


def test_a_question_about_no_blank_disturbs_nothing():
    given = Form("company_registration", "2026", {}, (Ask("weather", ("晴",), "？"),))
    assert all(blank.doubt is None for blank in blanks_of(given).values())


def test_a_value_has_the_tint_of_its_words():
    blanks = {blank.path: blank for blank in sections(COMPANY, form(name="甲", employees=5), (), hues={"name": 3})[0].blanks}
    assert (blanks["name"].hue, blanks["employees"].hue) == (3, None)


def test_a_hand_that_later_words_overruled_is_not_forgotten():
    said = form(registered_capital=CAPITAL).with_answers({"registered_capital": Answer(CAPITAL, Source.SAID, (Evidence(1, 0, 3, "一百万"),))})
    by_hand = corrected(said, [Correction("registered_capital", value={**CAPITAL, "amount": "2000000"}, after=0)], [0, 1])
    blanks = {blank.path: blank for blank in sections(COMPANY, by_hand.form, (), by_hand=by_hand)[0].blanks}
    assert blanks["registered_capital"].text == "100万元（人民币）"
    assert blanks["registered_capital"].note == "按后来说的填；先前手工填的是“200万元（人民币）”"


def test_a_finding_that_is_only_pointed_to_opens_no_row():
    finding = Finding("X-1", ("registered_capital", "parties.9.name"), Level.REJECT, "对不上", "《公司法》")
    assert [row.path for row in parties_of(owners(12), findings=[finding]).rows if row.open] == []


def test_a_long_value_takes_the_whole_line():
    blanks = blanks_of(form(name="甲公司", parties__0__name="江苏某某某某某某某某某某某某精密机械设备制造有限公司"))
    assert blanks["parties.0.name"].wide
