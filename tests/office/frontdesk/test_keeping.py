"""Keeping, finding again and handing over, through the pages. Persons and enterprises are made up."""

import html
import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from gaoxing.office.cases import queries, resumption
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import keeping
from gaoxing.office.frontdesk import visitor as who

pytestmark = pytest.mark.django_db
OTHER = "我想注册一家公司，名称叫昆山另测软件有限公司，注册资本五十万元。"


def text_of(response):
    body = re.sub(r"<(script|style|noscript).*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def key_of(case):
    return who.key(case.reference)


def code_for(browser):
    page = browser.get("/code").content.decode()
    mark = re.search(r'name="mark" value="([^"]*)"', page)[1]
    shown = browser.post("/code", {"mark": mark}).content.decode()
    return "-".join(re.findall(r"<b>(\w{4})</b>", shown))


@pytest.fixture
def draft(visitor, statement):
    """A draft with the statement in the visitor's hand."""
    visitor.post("/draft/words", {"words": statement})
    return Case.objects.get()


@pytest.fixture
def elsewhere(db):
    """Another browser that was never here."""
    return Client(REMOTE_ADDR="10.9.9.9")


def take_up(browser, code, **further):
    return browser.post("/resume", {"code": code, "agree": "yes", **further})


# The code


def test_a_code_is_shown_in_three_groups_and_only_once(visitor, draft):
    code = code_for(visitor)
    assert re.fullmatch(r"(\w{4}-){2}\w{4}", code)
    assert "已有取回码" in text_of(visitor.get("/code"))
    assert code[:4] not in visitor.get("/code").content.decode()


def test_a_code_page_sent_twice_makes_one_code(visitor, draft):
    code = code_for(visitor)
    again = visitor.post("/code", {"mark": ""})
    assert (again.status_code, "已经显示过一次" in text_of(again)) == (409, True)
    assert resumption.find(resumption.plain(code), now=timezone.now()).case == draft


def test_without_a_draft_there_is_no_code(visitor):
    assert "请先说一句" in text_of(visitor.get("/code"))
    assert not Case.objects.exists()


def test_the_code_opens_the_draft_in_another_browser(visitor, draft, elsewhere, statement):
    response = take_up(elsewhere, f" {code_for(visitor).lower().replace('-', ' ')} ")
    assert response["Location"] == "/desk"
    assert statement in text_of(elsewhere.get("/desk"))


def test_the_session_gets_another_key_when_a_draft_comes_by_code(visitor, draft, elsewhere):
    elsewhere.post("/consent")
    former = elsewhere.cookies["sessionid"].value
    take_up(elsewhere, code_for(visitor))
    assert elsewhere.cookies["sessionid"].value != former


def test_nothing_is_taken_up_before_the_privacy_page_is_agreed_to(visitor, draft, elsewhere):
    response = elsewhere.post("/resume", {"code": code_for(visitor)})
    assert (response.status_code, "我看过并同意" in text_of(response)) == (400, True)
    assert elsewhere.get("/desk").status_code == 302


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "请先写取回码"),
        ("GX2K-77AB-MN4", "您写了 11 位"),
        ("GX2K-77AB-MN4O", "没有数字 0、1"),
        ("GX2K-77AB-MN4中", "只有数字和英文字母"),
        ("A" * 61, "太长"),
    ],
)
def test_what_can_be_no_code_is_told_and_counts_for_no_try(elsewhere, typed, told):
    responses = [take_up(elsewhere, typed) for _ in range(12)]
    assert {each.status_code for each in responses} == {400}
    assert told in text_of(responses[-1])


def test_a_foreign_code_is_a_sentence_that_says_what_next(elsewhere):
    response = take_up(elsewhere, "GX2K-77AB-MN4P")
    assert response.status_code == 404
    assert "没有找到这个取回码" in text_of(response)
    assert "到窗口办理" in text_of(response)


def test_a_deleted_drafts_code_is_told_as_any_unknown_one(visitor, draft, elsewhere):
    code = code_for(visitor)
    unknown = text_of(take_up(elsewhere, "AAAA-BBBB-CCCC"))
    visitor.post("/drafts/remove", {"draft": key_of(draft)})
    assert text_of(take_up(elsewhere, code)) == unknown


def test_an_expired_code_says_when_it_ended_and_what_next(visitor, draft, elsewhere):
    code = code_for(visitor)
    Case.objects.update(resume_until=timezone.now() - timedelta(days=1))
    response = take_up(elsewhere, code)
    assert response.status_code == 410
    assert "到期了" in text_of(response)


def test_after_ten_wrong_codes_even_the_right_one_waits_and_says_until_when(visitor, draft, elsewhere):
    code = code_for(visitor)
    wrong = [take_up(elsewhere, f"GX2K-77AB-MN{n:02}".replace("0", "A").replace("1", "B")) for n in range(10)]
    late = take_up(elsewhere, code)
    assert {each.status_code for each in wrong} == {404}
    assert (late.status_code, bool(re.search(r"请在 \d\d:\d\d 之后再试", text_of(late)))) == (429, True)
    cache.clear()
    assert take_up(elsewhere, code).status_code == 302


def test_right_codes_are_not_counted(visitor, draft, elsewhere):
    code = code_for(visitor)
    assert {take_up(elsewhere, code).status_code for _ in range(15)} == {302}


# The clerk


def test_what_a_clerk_adds_bears_the_name_as_declared(visitor, draft, elsewhere, statement):
    take_up(elsewhere, code_for(visitor), clerk="yes", name=" 测试员　1024 ")
    assert "测试员 1024（自报）" in text_of(elsewhere.get("/desk"))
    elsewhere.post("/draft/words", {"words": statement, "addition": "股东是王小明"})
    entries = queries.words_of(Case.objects.get()).entries
    assert [each.author for each in entries] == ["", "测试员 1024（自报）"]
    assert Case.objects.get().steps.last().by_clerk


def test_a_clerk_without_a_name_is_asked_for_one(visitor, draft, elsewhere):
    response = take_up(elsewhere, code_for(visitor), clerk="yes")
    assert (response.status_code, "姓名或工号" in text_of(response)) == (400, True)


def test_giving_back_leaves_neither_draft_nor_name_with_the_clerk(visitor, draft, elsewhere, statement):
    take_up(elsewhere, code_for(visitor), clerk="yes", name="测试员")
    assert elsewhere.post("/hand-back")["Location"] == "/resume"
    assert (who.DRAFT in elsewhere.session, who.CLERK in elsewhere.session) == (False, False)
    assert statement not in text_of(elsewhere.get("/desk"))
    assert statement in text_of(visitor.get("/desk"))


def test_a_code_taken_without_the_tick_is_taken_by_the_applicant(visitor, draft, elsewhere):
    code = code_for(visitor)
    take_up(elsewhere, code, clerk="yes", name="测试员")
    take_up(elsewhere, code, name="测试员")
    assert who.CLERK not in elsewhere.session


def test_the_page_for_the_window_makes_a_code_or_asks_for_words_first(visitor, statement):
    assert "先说一句" in text_of(visitor.get("/hand-over"))
    visitor.post("/draft/words", {"words": statement})
    assert "生成取回码" in text_of(visitor.get("/hand-over"))


# The drafts


def another(browser, words=OTHER, **further):
    browser.post("/drafts/new", {"words": words, **further})
    return Case.objects.latest("pk")


def test_the_list_tells_of_each_draft_what_it_is_and_how_far(visitor, draft):
    page = text_of(visitor.get("/drafts"))
    for piece in ("我的草稿（1 份）", "昆山测试软件有限公司", "公司设立登记", "还差", "今天", "不改就存到"):
        assert piece in page
    assert draft.reference not in visitor.get("/drafts").content.decode()


def test_the_draft_changed_last_stands_first(visitor, draft):
    another(visitor)
    page = text_of(visitor.get("/drafts"))
    assert page.index("昆山另测软件有限公司") < page.index("昆山测试软件有限公司")


def test_a_draft_without_a_name_shows_its_first_words_masked(visitor):
    visitor.post("/draft/words", {"words": "我想开公司，股东王小明占百分之百，身份证号320583199001011234"})
    page = text_of(visitor.get("/drafts"))
    assert "王小明" not in page
    assert "320583199001011234" not in page
    assert "王**" in page


def test_another_draft_is_begun_with_a_matter_or_words_and_the_first_stays(visitor, draft):
    other = another(visitor, words="", matter="sole_trader_registration")
    assert queries.words_of(other).matter == "sole_trader_registration"
    assert Case.objects.count() == 2
    assert visitor.session[who.DRAFT] == other.reference


def test_a_new_draft_without_words_stores_nothing_yet(visitor, draft, statement):
    visitor.post("/drafts/new")
    assert Case.objects.count() == 1
    assert statement not in text_of(visitor.get("/desk"))


def test_words_that_begin_a_draft_are_kept_though_its_matter_is_unknown(visitor, draft):
    assert visitor.post("/drafts/new", {"words": OTHER, "matter": "nothing"}).status_code == 409
    assert OTHER in text_of(visitor.get("/desk"))
    assert visitor.post("/drafts/new", {"words": "长" * 100_001}).status_code == 413
    assert Case.objects.count() == 2


def test_a_draft_is_opened_by_what_this_browser_calls_it(visitor, draft, statement):
    another(visitor)
    assert visitor.post("/drafts/open", {"draft": key_of(draft)})["Location"] == "/desk"
    assert statement in text_of(visitor.get("/desk"))


@pytest.mark.parametrize("path", ["/drafts/open", "/drafts/remove"])
def test_somebody_elses_draft_is_neither_opened_nor_deleted(draft, elsewhere, path):
    elsewhere.post("/consent")
    for name in (key_of(draft), draft.reference, str(draft.pk), ""):
        response = elsewhere.post(path, {"draft": name})
        assert (response.status_code, "不在这台设备上" in text_of(response)) == (409, True)
    assert Case.objects.count() == 1


def test_a_deleted_draft_is_gone_from_the_office_and_the_list(visitor, draft):
    assert visitor.post("/drafts/remove", {"draft": key_of(draft)})["Location"] == "/drafts"
    assert not Case.objects.exists()
    assert "我的草稿（0 份）" in text_of(visitor.get("/drafts"))


def test_many_drafts_can_be_searched_by_name(visitor):
    for number in range(9):
        another(visitor, words=OTHER.replace("另测", f"测试{'甲乙丙丁戊己庚辛壬'[number]}"))
    assert 'name="q"' in visitor.get("/drafts").content.decode()
    assert "我的草稿（1 份）" in text_of(visitor.get("/drafts", {"q": "测试 丙"}))
    assert "没有哪一份" in text_of(visitor.get("/drafts", {"q": "<x>"}))


def test_words_typed_into_a_page_whose_draft_was_deleted_become_a_new_one(visitor, draft, statement):
    visitor.post("/drafts/remove", {"draft": key_of(draft)})
    visitor.post("/draft/words", {"words": statement + "还有。", "draft": key_of(draft)})
    page = text_of(visitor.get("/desk"))
    assert queries.words_of(Case.objects.get()).statement == statement + "还有。"
    assert "您刚写的话没有丢" in page
    assert "您刚写的话没有丢" not in text_of(visitor.get("/desk"))


def test_a_post_without_a_session_keeps_its_words_on_the_page_and_goes_on_after_agreeing(stranger, statement):
    lost = stranger.post("/draft/words", {"words": statement})
    assert lost.status_code == 403
    assert statement in html.unescape(lost.content.decode())
    stranger.post("/draft/words", {"words": statement, "agreeing": "yes"})
    assert queries.words_of(Case.objects.get()).statement == statement


# Twins


def test_a_second_draft_of_the_same_enterprise_is_told_with_choices(visitor, draft, statement):
    other = another(visitor, words=statement)
    page = text_of(visitor.get("/desk"))
    assert "您已经有一份草稿" in page
    assert "回到原来那份" in page
    visitor.post("/drafts/remove", {"draft": key_of(draft), "next": "desk"})
    assert "您已经有一份草稿" not in text_of(visitor.get("/desk"))
    assert Case.objects.get() == other


def test_the_twin_is_told_while_one_types(visitor, draft, statement):
    visitor.post("/drafts/new")
    typed = visitor.post("/draft/words", {"words": statement}, headers={"hx-request": "true"})
    assert "您已经有一份草稿" in text_of(typed)
    assert Case.objects.count() == 2


def test_another_enterprise_has_no_twin(visitor, draft):
    another(visitor)
    assert "您已经有一份草稿" not in text_of(visitor.get("/desk"))


# Leaving


def test_clearing_deletes_what_no_code_opens_and_tells_it(visitor, draft):
    another(visitor)
    code_for(visitor)
    response = visitor.post("/clear")
    assert response["Location"] == "/cleared?kept=1&gone=1"
    assert "昆山测试" not in str([queries.words_of(each).statement for each in Case.objects.all()])
    assert "1 份没有取回码的草稿已经删去" in text_of(visitor.get(response["Location"]))


def test_clearing_ends_the_session_and_takes_the_cookies_back(visitor, draft):
    visitor.cookies["language"] = "en"
    response = visitor.post("/clear")
    assert {name for name, each in response.cookies.items() if each["max-age"] == 0} >= {"sessionid", "language"}
    assert response["Clear-Site-Data"] == '"storage"'
    assert visitor.get("/drafts").status_code == 302


def test_a_draft_that_came_by_code_stays_with_its_applicant_even_when_the_code_has_ended(visitor, draft, elsewhere):
    take_up(elsewhere, code_for(visitor))
    Case.objects.update(resume=None, resume_until=None)
    assert elsewhere.post("/clear")["Location"] == "/cleared?kept=1&gone=0"
    assert Case.objects.count() == 1


@pytest.mark.parametrize("moment", [(2026, 11, 24, 9, 5, "今天 09:05"), (2026, 11, 23, 23, 59, "昨天 23:59"), (2026, 11, 20, 8, 0, "2026-11-20 08:00")])
def test_when_a_draft_was_changed_is_told_in_words(now, moment):
    *parts, told = moment
    assert keeping.when(datetime(*parts, tzinfo=ZoneInfo("Asia/Shanghai")), now=now) == told
