"""The history of a draft as it is told, and the pages that go back and forth in it. Persons and enterprises are made up."""

import html
import re
from datetime import timedelta

import pytest

from gaoxing.catalogue import matter
from gaoxing.forms.correction import Correction
from gaoxing.office.cases import queries
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import actions
from gaoxing.office.frontdesk.actions import Hand
from gaoxing.office.frontdesk.history import history, shortened, ways

pytestmark = pytest.mark.django_db
CAPITAL = Correction("registered_capital", value={"amount": "2000000", "currency": "CNY"}, said={"amount": "1000000", "currency": "CNY"})


@pytest.fixture
def draft(statement, now):
    return actions.say(Hand(), statement, now=now).reference


@pytest.fixture
def told(draft):
    """What the newest step is told as."""
    return lambda: history(queries.draft(draft))[0].text


def text_of(response):
    return html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_the_newest_step_stands_first_and_the_empty_draft_last(draft, now):
    actions.say(Hand(draft), None, addition="长期", now=now + timedelta(minutes=3))
    steps = history(queries.draft(draft))
    assert [(each.number, each.act) for each in steps] == [(2, "补充一句"), (1, "说了一段"), (0, "刚打开，还是空白")]
    assert steps[0].at == now + timedelta(minutes=3)
    assert [each.here for each in steps] == [True, False, False]


def test_each_step_says_which_blank_or_which_words(draft, told, now):
    hand, heard = Hand(draft), []
    for act in (
        lambda: actions.say(hand, None, answer="二十年", asked="operating_term", now=now),
        lambda: actions.amend(hand, 1, "三十年", now=now),
        lambda: actions.remove(hand, 1, now=now),
        lambda: actions.correct(hand, CAPITAL, now=now),
        lambda: actions.uncorrect(hand, CAPITAL.place, now=now),
        lambda: actions.skip(hand, "postcode", now=now),
        lambda: actions.choose(hand, "sole_trader_registration", now=now),
        lambda: actions.choose(hand, "", now=now),
    ):
        act()
        heard.append(told())
    assert heard == [
        "回答 经营期限 “二十年”",
        "修改一句 经营期限 “三十年”",
        "删去一句 经营期限 “三十年”",
        "手工更正 注册资本",
        "恢复原话 注册资本",
        "跳过 邮政编码",
        f"选定事项 {matter('sole_trader_registration').name}",
        "选定事项 由系统判断",
    ]


def test_a_correction_in_a_row_says_whose(draft, told, now):
    actions.say(Hand(draft), None, addition="股东王小明占百分之百", now=now)
    actions.correct(Hand(draft), Correction("parties.*.mobile", "王小明", "13800001234"), now=now)
    assert told() == "手工更正 王小明的移动电话"


def test_an_answer_to_who_holds_an_office_says_the_office(draft, told, now):
    actions.say(Hand(draft), None, answer="王小明", asked="parties.director", now=now)
    assert told() == "回答 董事 “王小明”"


def test_numbers_of_people_are_masked_and_long_words_cut(draft, told, now):
    actions.say(Hand(draft), None, addition="身份证号320583199003070025", now=now)
    assert "199003" not in told()
    assert shortened("字" * 30) == "字" * 24 + "…"
    assert shortened("一\n二　三") == "一 二 三"


def test_what_a_clerk_did_is_told_as_the_windows(draft, now):
    actions.say(Hand(draft, author="窗口甲"), None, addition="长期", now=now)
    assert [each.by_clerk for each in history(queries.draft(draft))] == [True, False, False]


def test_undo_and_redo_say_what_they_would_do(draft, now):
    actions.correct(Hand(draft), CAPITAL, now=now)
    assert ways(queries.draft(draft)).undo == "手工更正 注册资本"
    assert ways(queries.draft(draft)).redo == ""
    actions.undo(Hand(draft), now=now)
    assert ways(queries.draft(draft)).redo == "手工更正 注册资本"


def test_a_draft_put_back_to_its_beginning_has_nothing_to_undo(draft, now):
    actions.go_to(Hand(draft), 0, now=now)
    assert ways(queries.draft(draft)).undo == ""
    assert ways(queries.draft(draft)).redo.startswith("说了一段")


def test_steps_beyond_the_one_that_stands_are_listed_as_undone(draft, now):
    actions.say(Hand(draft), None, addition="长期", now=now)
    actions.undo(Hand(draft), now=now)
    assert [(each.number, each.undone, each.here) for each in history(queries.draft(draft))] == [(2, True, False), (1, False, True), (0, False, False)]


def test_going_back_is_itself_undone_by_going_forward(draft, now):
    actions.say(Hand(draft), None, addition="注册资本改成三百万元", now=now)
    actions.go_to(Hand(draft), 1, now=now)
    assert actions.go_to(Hand(draft), 2, now=now).taken.form.value("registered_capital")["amount"] == "3000000"


def test_the_page_of_the_history_lists_the_steps_with_a_way_back_to_each(typing, visitor, statement):
    typing(words=statement)
    typing(addition="注册资本改成三百万元")
    page = visitor.get("/draft/history").content.decode()
    assert re.findall(r'action="/draft/history/(\d+)"', page) == ["1", "0"]
    assert "现在在这一步" in page


def test_going_back_to_a_step_leads_back_to_the_history(typing, visitor, statement):
    typing(words=statement)
    typing(addition="注册资本改成三百万元")
    assert visitor.post("/draft/history/1", {"next": "history"}).url == "/draft/history"
    assert queries.form_of(Case.objects.get()).value("registered_capital")["amount"] == "1000000"


def test_undo_and_redo_work_from_the_desk_without_javascript(typing, visitor, statement):
    typing(words=statement)
    typing(addition="注册资本改成三百万元")
    assert "撤销：补充一句" in text_of(visitor.get("/desk"))
    assert "重做：补充一句" in text_of(visitor.post("/draft/undo", follow=True))
    assert "撤销：补充一句" in text_of(visitor.post("/draft/redo", follow=True))


@pytest.mark.parametrize("path", ["/draft/undo", "/draft/redo", "/draft/history/0", "/draft/history/7"])
def test_going_nowhere_changes_nothing_and_stores_nothing(visitor, path):
    assert visitor.post(path).url == "/desk"
    assert Case.objects.count() == 0


def test_a_history_of_nothing_says_so(visitor):
    assert "还没有改过什么" in text_of(visitor.get("/draft/history"))


def test_nobody_else_sees_the_history(typing, stranger, statement, client):
    typing(words=statement)
    assert client.get("/draft/history").url == "/"
