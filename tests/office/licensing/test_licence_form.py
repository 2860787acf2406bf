"""What is typed about a licence: each blank is taken or told with a sentence, and what is taken comes to what the catalogue wants."""

from datetime import date

import pytest

from gaoxing.office.licensing.licence_form import LONGEST, MOST_DAYS, Typed, groups, shown, typed, wanted
from gaoxing.office.licensing.local import joint

ON = date(2026, 11, 24)
STANDING = joint().standing("", "food_operation")
KNOWN = [each["id"] for each in joint().papers_to_choose("")]
SOUND = {**shown(STANDING).blanks, "source": "样例通知", "as_of": "2026-11-20"}


def came_to(materials=None, **changed):
    form = Typed({**SOUND, **changed}, tuple(STANDING["materials"] if materials is None else materials), commitment=True)
    return wanted(form, STANDING, KNOWN, on=ON)


def test_a_form_as_it_stood_comes_to_what_stands():
    values, wrong = came_to()
    assert wrong == {}
    assert {**values, "source": "", "as_of": None} == STANDING


def test_what_is_sent_is_read_blank_by_blank():
    post = {"authority": "  样例\r\n审批局 ", "promised": "5", "commitment": "yes", "verified": "no", "moon": "1"}
    form = typed(post, ["legal_id", "floor_plan", "legal_id"])
    assert (form.blanks["authority"], form.blanks["promised"], form.blanks["fee"]) == ("样例 审批局", "5", "")
    assert (form.materials, form.commitment, form.verified) == (("legal_id", "floor_plan"), True, False)


def test_a_form_sends_what_it_was_sent():
    form = typed({"authority": "样例局", "verified": "yes"}, ["legal_id", "floor_plan"])
    pairs = form.pairs()
    assert typed(dict(pairs), [value for name, value in pairs if name == "material"]) == form


@pytest.mark.parametrize(("text", "days"), [("", None), ("0", 0), ("7", 7), (str(MOST_DAYS), MOST_DAYS)])
def test_a_promise_is_a_whole_number_or_nothing(text, days):
    assert came_to(promised=text)[0]["promised"] == days


@pytest.mark.parametrize("text", ["-1", "1.5", "五", "５", str(MOST_DAYS + 1), "3天", "9" * 30, "9" * 5_000, "²"])
def test_what_is_no_number_of_days_is_told(text):
    assert came_to(promised=text) == ({}, {"promised": "承诺工作日要写 0 到 1000 的整数，例如 5；没有承诺就空着。"})


@pytest.mark.parametrize("text", ["", "12345", "12315", "0512-55550000", "13800138000", "4008001234", "（0512）5555 0000"])
def test_a_telephone_that_can_be_rung_is_taken(text):
    assert came_to(telephone=text)[0]["telephone"] == text


@pytest.mark.parametrize(("text", "told"), [("55550000", "座机请加上区号"), ("1380013800", "手机号应为 11 位"), ("问窗口", "不是数字的字"), ("1", "位")])
def test_a_telephone_that_nobody_can_ring_is_told(text, told):
    values, wrong = came_to(telephone=text)
    assert values == {}
    assert told in wrong["telephone"]


@pytest.mark.parametrize("word", [each for each in LONGEST if each != "telephone"])
def test_a_blank_that_is_too_long_is_told_with_how_long_it_may_be(word):
    most = LONGEST[word]
    assert came_to(**{word: "样" * most})[1] == {}
    assert came_to(**{word: "样" * (most + 1)})[1] == {word: f"写得太长，最多 {most} 个字，现在 {most + 1} 个。"}


def test_no_licence_is_left_without_an_authority():
    assert "办理部门不能空着" in came_to(authority="")[1]["authority"]


def test_every_change_says_by_which_paper():
    assert "按哪份文件" in came_to(source="")[1]["source"]


@pytest.mark.parametrize(("text", "told"), [("", "请写哪天核对的"), ("昨天", "请写哪天核对的"), ("2026-02-30", "请写哪天核对的"), ("2026-11-25", "还没有到")])
def test_a_day_that_is_none_or_is_still_to_come_is_told(text, told):
    assert told in came_to(as_of=text)[1]["as_of"]


def test_today_is_a_day_on_which_a_paper_may_have_been_read():
    assert came_to(as_of="2026-11-24")[0]["as_of"] == ON


def test_several_faults_are_told_at_once():
    assert set(came_to(promised="x", authority="", source="", as_of="")[1]) == {"promised", "authority", "source", "as_of"}


def test_a_paper_that_is_none_is_told():
    assert "目录里没有" in came_to(materials=["legal_id", "moon"])[1]["material"]


def test_papers_keep_their_order_and_new_ones_follow_in_the_catalogues():
    old = STANDING["materials"]
    more = [each for each in KNOWN if each not in old][:2]
    values, _ = came_to(materials=[*more[::-1], old[2], old[0]])
    assert values["materials"] == [old[0], old[2], *more]


def test_a_licence_may_ask_for_no_paper_at_all():
    assert came_to(materials=[])[0]["materials"] == []


def test_the_papers_it_asks_for_come_first_and_all_others_by_their_kind(db):
    row = joint().row_of("", "fire_check")
    asked, *others = groups(row, shown(joint().standing("", "fire_check")), on=date(2026, 11, 24))
    assert [each["id"] for each in asked["papers"]] == joint().standing("", "fire_check")["materials"]
    assert all(each["ticked"] for each in asked["papers"])
    assert sum(len(each["papers"]) for each in others) + len(asked["papers"]) == 88
    assert len({each["kind"] for each in others}) == len(others)


def test_what_was_ticked_stays_ticked_where_the_form_comes_back(db):
    row = joint().row_of("", "fire_check")
    form = typed({}, ["legal_id", KNOWN[-1]])
    ticked = [each["id"] for group in groups(row, form, on=date(2026, 11, 24)) for each in group["papers"] if each["ticked"]]
    assert sorted(ticked) == sorted({"legal_id", KNOWN[-1]})
