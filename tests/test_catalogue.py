"""The catalogue: editions by the day, blanks by their path, cards by their id."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.catalogue import Edition, Matter, matter, matters, wished
from gaoxing.forms.field import Field, Kind, Lack
from gaoxing.speech.transcript import Transcript

OLD, NEW = Edition("2022", date(2022, 3, 1), date(2026, 5, 1)), Edition("2026", date(2026, 5, 1))
LACK = Lack(lambda form: True, "谁当监事？", topic="supervisor")
ROWS = Field("parties", "股东", Kind.ROWS, columns=(Field("name", "姓名", Kind.TEXT), Field("contribution.due", "期限", Kind.DATE)), lacks=(LACK,))
NAME, OPERATOR = Field("name", "名称", Kind.TEXT), Field("operator.name", "经营者", Kind.TEXT)
FILLED = ("company_registration", "sole_trader_registration")
CONTRACT = {
    *FILLED,
    "registration_change",
    "deregistration",
    "joint_licence",
    "project_filing",
    "project_change",
    "enterprise_request",
    "stuck_matter",
}


def card(**more):
    return Matter("trial", "试办事项", "某局", "《某法》第一条", "当场", "一句话", ("试",), Path(), **more)


@pytest.mark.parametrize(
    ("on", "holds"),
    [(date(2022, 2, 28), False), (date(2022, 3, 1), True), (date(2026, 4, 30), True), (date(2026, 5, 1), False)],
)
def test_an_edition_holds_from_its_first_day_until_the_day_before_its_last(on, holds):
    assert OLD.in_force(on) is holds


@pytest.mark.parametrize(("on", "holds"), [(date(2026, 4, 30), False), (date(2026, 5, 1), True), (date(2099, 1, 1), True)])
def test_an_edition_without_an_end_holds_for_good(on, holds):
    assert NEW.in_force(on) is holds


@pytest.mark.parametrize(("on", "edition"), [(date(2026, 4, 30), OLD), (date(2026, 5, 1), NEW), (date(2026, 11, 24), NEW)])
def test_the_form_is_the_edition_of_the_day(on, edition):
    assert card(editions=(OLD, NEW)).edition(on) is edition


def test_before_the_first_edition_the_newest_is_taken():
    assert card(editions=(OLD, NEW)).edition(date(2000, 1, 1)) is NEW


def test_a_matter_without_a_form_has_no_edition():
    with pytest.raises(LookupError, match="trial"):
        card().edition(date(2026, 11, 24))


@given(st.dates(min_value=date(2022, 3, 1), max_value=date(2040, 1, 1)))
def test_one_edition_is_in_force_on_any_day(on):
    assert [each.in_force(on) for each in (OLD, NEW)].count(True) == 1


@pytest.mark.parametrize(("fields", "fillable"), [((), False), ((NAME,), True)])
def test_a_card_with_blanks_can_be_filled(fields, fillable):
    assert card(fields=fields).fillable is fillable


@pytest.mark.parametrize(
    ("path", "blank"),
    [
        ("name", NAME),
        ("operator.name", OPERATOR),
        ("parties", ROWS),
        ("parties.3", ROWS),
        ("parties.0.name", ROWS.columns[0]),
        ("parties.12.contribution.due", ROWS.columns[1]),
        ("parties.supervisor", ROWS),
    ],
)
def test_a_path_leads_to_its_blank(path, blank):
    assert card(fields=(NAME, OPERATOR, ROWS)).field(path) is blank


@pytest.mark.parametrize("path", ["", "nothing", "operator", "operator.mobile", "parties.0.colour", "parties.0.contribution", "parties.king"])
def test_a_path_to_nowhere_is_refused(path):
    with pytest.raises(KeyError):
        card(fields=(NAME, OPERATOR, ROWS)).field(path)


def test_a_card_is_told_without_its_machinery():
    assert card(fields=(NAME,)).to_json() == {
        "id": "trial",
        "name": "试办事项",
        "authority": "某局",
        "basis": "《某法》第一条",
        "time_limit": "当场",
        "summary": "一句话",
        "fillable": True,
        "materials": [],
    }


def test_a_card_lists_what_lies_in_its_folders_list(tmp_path):
    line = '[[material]]\nname = "委托书"\nenglish = "Power of attorney"\nfrom = "申请人"\nbasis = "《某法》第二条"\nmark = "S2"\n'
    (tmp_path / "materials.toml").write_text(line, encoding="utf-8")
    listed = replace(card(), folder=tmp_path)
    assert [each.name for each in listed.materials] == ["委托书"]
    assert listed.to_json()["materials"][0]["from"] == "申请人"


def test_a_card_without_a_list_asks_for_nothing(tmp_path):
    assert replace(card(), folder=tmp_path).materials == ()


def test_the_matters_of_the_contract_are_all_there():
    assert {each.id for each in matters()} >= CONTRACT


def test_every_matter_has_an_id_of_its_own():
    ids = [each.id for each in matters()]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("matter_id", sorted(CONTRACT))
def test_a_matter_is_found_by_its_id(matter_id):
    assert matter(matter_id).id == matter_id


@pytest.mark.parametrize("wrong", ["", "company", "COMPANY_REGISTRATION", "公司设立登记", "company_registration "])
def test_a_matter_of_no_such_id_is_refused_with_the_id(wrong):
    with pytest.raises(KeyError) as refused:
        matter(wrong)
    assert refused.value.args == (wrong,)


@pytest.mark.parametrize("matter_id", FILLED)
def test_a_filled_matter_can_be_read_checked_and_printed(matter_id):
    found = matter(matter_id)
    assert found.fillable
    assert None not in {found.read, found.figures, found.papers}
    assert found.rules


@pytest.mark.parametrize("matter_id", FILLED)
def test_editions_follow_each_other_without_a_gap(matter_id):
    editions = matter(matter_id).editions
    assert [each.until for each in editions] == [*(each.since for each in editions[1:]), None]


@pytest.mark.parametrize("matter_id", FILLED)
def test_the_edition_changes_overnight(matter_id):
    found, first = matter(matter_id), date(2026, 5, 1)
    assert (found.edition(first - timedelta(days=1)).id, found.edition(first).id) == ("2022", "2026")


@pytest.mark.parametrize("matter_id", FILLED)
def test_every_blank_is_found_by_its_own_id(matter_id):
    found = matter(matter_id)
    assert [found.field(each.id) for each in found.fields] == list(found.fields)


@pytest.mark.parametrize("matter_id", FILLED)
def test_every_column_is_found_below_a_row(matter_id):
    found = matter(matter_id)
    pairs = [(f"{each.id}.7.{column.id}", column) for each in found.fields for column in each.columns]
    assert pairs
    assert [found.field(path) for path, _ in pairs] == [column for _, column in pairs]


@pytest.mark.parametrize("each", matters(), ids=lambda each: each.id)
def test_every_card_names_a_law(each):
    assert "《" in each.basis
    assert "》" in each.basis


@pytest.mark.parametrize(
    ("turns", "matter_id"),
    [
        (("证照联办，我开奶茶店，个体户的，四十平米",), "joint_licence"),
        (("证照联办，我开奶茶店", "只办个体户的执照就行了"), "sole_trader_registration"),
        (("我来办公司注销的跑了五趟了还是办不下来公司叫昆山某某贸易有限公司",), "stuck_matter"),
        (("营业执照变更跑了三趟，白跑，窗口说要注销再来",), "stuck_matter"),
        (("变更登记一直办不下来，白跑两趟", "算了，现在想注销"), "deregistration"),
        (("我要开公司，注册资本一百万", "地址换了，换到前进东路88号", "法人改成苏小云"), "company_registration"),
        (("办个体户", "经营范围改一下"), "sole_trader_registration"),
        (("我要注册公司", "另外老公司要办变更登记"), "registration_change"),
        (("听说注销很麻烦，我不注销，我想开个公司",), "company_registration"),
        (("隔壁老王刚把公司注销了，我是来注册公司的",), "company_registration"),
        (("本来想开公司，后来想想办个体户算了",), "sole_trader_registration"),
        (("你好，不是来办变更的，我们有个项目要备案",), "project_filing"),
    ],
)
def test_the_last_wish_decides_and_misleading_openings_do_not(turns, matter_id):
    assert wished(Transcript.of(*turns)).matter == matter_id


def test_words_that_point_nowhere_are_no_wish():
    assert wished(Transcript.of("今天天气不错")) is None
