"""The one list of defects: ticked beside what it is about, written out, read as the applicant will read it, then sent; and what became of each point."""

import re

import pytest

from gaoxing.office.cases import story
from gaoxing.office.cases.models import Case, CaseEvent
from tests.office.frontdesk.casting import *  # noqa: F403
from tests.office.frontdesk.casting import hidden, press, submit

pytestmark = pytest.mark.django_db
LINE = {"kind": ["wrong_form"], "about": ["经营者职业"], "words": ["请写现在的职业"], "at": ["operator.occupation"]}


@pytest.fixture
def number(mine, drafted):
    return submit(mine)


def text(answer):
    return answer.content.decode()


def rows(page):
    return re.findall(r'name="at" value="([^"]*)"', page)


def test_blanks_findings_papers_are_ticked_on_the_page(clerk, number):
    page = text(clerk.get(f"/staff/cases/{number}"))
    assert all(f'name="tick" value="{mark}"' in page for mark in ("finding:1", "blank:operator.occupation", "paper:0"))


def test_whatever_was_ticked_becomes_a_line_with_its_article(clerk, number):
    page = text(clerk.get(f"/staff/cases/{number}/correction?tick=blank:operator.occupation&tick=finding:1&tick=paper:0&tick=file:999&tick=x"))
    assert rows(page)[1:] == ["operator.occupation", "", "", ""]
    assert "依据：" in page
    assert page.count('class="reason-row"') == 5


def test_masked_numbers_stay_masked_in_the_list(clerk, number):
    page = text(clerk.get(f"/staff/cases/{number}/correction?tick=finding:1&tick=blank:operator.mobile"))
    assert [each for each in ("13800001234", "320583199001011216") if each in page] == []


def test_the_list_is_read_before_it_is_sent_and_nothing_happens_by_reading(clerk, number):
    page = text(clerk.post(f"/staff/cases/{number}/correction", LINE))
    assert all(each in page for each in ("一次性告知书", "请写现在的职业", "发出告知书", "不符合法定形式"))
    assert Case.objects.get(number=number).state == "submitted"


@pytest.mark.parametrize(
    ("given", "told"),
    [({}, "清单还是空的"), ({"kind": [""], "words": ["缺"], "about": [""]}, "要选类别"), ({"kind": ["unsigned"], "about": ["章程"]}, "要选类别")],
)
def test_an_empty_or_half_written_list_comes_back_with_a_sentence(clerk, number, given, told):
    answer = clerk.post(f"/staff/cases/{number}/correction", given)
    assert (answer.status_code, told in text(answer)) == (409, True)


def test_a_kind_that_is_none_is_refused(clerk, number):
    assert clerk.post(f"/staff/cases/{number}/correction", {**LINE, "kind": ["curious"]}).status_code == 409


def test_going_back_keeps_every_line(clerk, number):
    page = text(clerk.post(f"/staff/cases/{number}/correction", {**LINE, "again": "1", "note": "电话说过"}))
    assert all(each in page for each in ("请写现在的职业", 'value="operator.occupation"', "电话说过"))


def test_what_is_sent_leads_the_applicant_to_the_blank(mine, clerk, number, drafted):
    assert press(clerk, number, "ask_correction", **LINE).status_code == 302
    page = mine.get(f"/cases/{number}")
    assert ("去改这一栏" in text(page), hidden(page, "at")) == (True, "operator.occupation")
    assert mine.post("/cases/open", {"case": drafted.pk, "at": "operator.occupation"})["Location"] == "/desk#blank-operator.occupation"
    assert mine.post("/cases/open", {"case": drafted.pk, "at": "\r\nx: y"})["Location"] == "/desk#blank-%0D%0Ax%3A%20y"


def test_correction_cannot_be_asked_for_twice_nor_by_a_party(clerk, number, owner):
    press(clerk, number, "ask_correction", **LINE)
    assert clerk.get(f"/staff/cases/{number}/correction").status_code == 409


def test_a_list_refused_on_sending_is_not_lost(clerk, examiner, number):
    revision = Case.objects.get(number=number).revision
    press(examiner, number, "accept")
    answer = clerk.post(f"/staff/cases/{number}/act", {"act": "ask_correction", "revision": revision, **LINE})
    assert (answer.status_code, "回到刚才写的清单" in text(answer), "请写现在的职业" in text(answer)) == (409, True, True)


@pytest.fixture
def corrected(mine, clerk, number, drafted):
    """A case of which one of two points was mended."""
    two = {"kind": ["wrong_form"] * 2, "about": ["出资额", "经营者职业"], "words": ["改小", "写清楚"], "at": ["funds", "operator.occupation"]}
    press(clerk, number, "ask_correction", **two)
    mine.post("/cases/open", {"case": drafted.pk})
    mine.post("/draft/words", {"addition": "出资额改成八万元"})
    submit(mine, point=["1", "2"], **{"answer-2": "就是厨师"})
    return number


def test_the_page_shows_was_and_is_with_the_words_and_marks_the_form(clerk, corrected):
    page = text(clerk.get(f"/staff/cases/{corrected}"))
    assert all(each in page for each in ("第 2 次提交和第 1 次比", "5万元", "8万元", "“八万元”", "改过，原来："))


def test_each_point_says_whether_it_was_done(clerk, corrected):
    page = text(clerk.get(f"/staff/cases/{corrected}"))
    assert all(each in page for each in ("改了：", "没有改表，申请人写了说明", "就是厨师"))


def test_a_strange_number_to_compare_with_compares_with_the_one_before(clerk, corrected):
    for strange in ("0", "99", "x", "-1", "٢"):
        assert "第 2 次提交和第 1 次比" in text(clerk.get(f"/staff/cases/{corrected}?since={strange}"))


def test_the_cover_sheet_has_what_happened_and_nothing_whole(clerk, corrected):
    page = text(clerk.get(f"/staff/cases/{corrected}/print"))
    assert all(each in page for each in (corrected, "办件封面", "告知补正", "审查意见", "改了：", "时限"))
    assert [each for each in ("13800001234", "320583199001011216", "前进西路200号") if each in page] == []


def test_the_path_of_a_point_is_sealed_with_its_words(clerk, number):
    press(clerk, number, "ask_correction", **LINE)
    event = CaseEvent.objects.get(act="ask_correction")
    assert b"operator.occupation" not in bytes(event.note)
    assert story.points(Case.objects.get(number=number))[0].at == "operator.occupation"


def test_words_and_blanks_are_linked_both_ways_on_the_page(clerk, number):
    page = text(clerk.get(f"/staff/cases/{number}"))
    assert 'data-for="name"' in page
    assert 'id="blank-name" data-hue=' in page


def test_a_page_of_a_paper_is_a_picture_and_one_that_is_not_there_is_not_found(clerk, number):
    picture = clerk.get(f"/staff/cases/{number}/papers/0/pages/1.png")
    assert (picture.status_code, picture.content[:4]) == (200, b"\x89PNG")
    for gone in ("papers/99/pages/1.png", "papers/0/pages/0.png", "papers/0/pages/99.png"):
        assert clerk.get(f"/staff/cases/{number}/{gone}").status_code == 404


def test_the_queues_neighbours_are_a_key_away(clerk, number, sent_case):
    other = sent_case(token="other").number
    first, last = sorted((number, other), key=lambda each: Case.objects.get(number=each).rank)
    assert f'href="/staff/cases/{last}" rel="next"' in text(clerk.get(f"/staff/cases/{first}"))
    assert f'href="/staff/cases/{first}" rel="prev"' in text(clerk.get(f"/staff/cases/{last}"))


def test_the_diagram_marks_the_state_the_case_is_in(clerk, number):
    page = text(clerk.get(f"/staff/cases/{number}"))
    assert (page.count('class="state current"'), 'class="states"' in page) == (1, True)


def test_who_typed_what_at_the_window_is_told_in_the_case(mine, drafted, clerk, number, monkeypatch):
    monkeypatch.setattr("gaoxing.office.frontdesk.handling.typed_by", lambda form, words, path: "王某" if path == "name" else "")
    assert "王某 代填" in text(clerk.get(f"/staff/cases/{number}"))
