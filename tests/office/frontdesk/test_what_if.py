"""Trying another answer on a joint draft: what would change is shown, nothing is stored until it is kept, and that is one step. All invented."""

import pytest
from django.utils import timezone

from gaoxing.office.audit.entry import Actor
from gaoxing.office.audit.models import Entry
from gaoxing.office.cases import queries
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk.history import history
from gaoxing.office.frontdesk.what_if import tried
from gaoxing.office.licensing import local

pytestmark = pytest.mark.django_db
SAID = "我想在高新区开个火锅店，四百平，装修五十万，门口挂招牌，证照一起办"
TRY, KEEP = "/draft/licences/what-if", "/draft/licences/what-if/keep"


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands at the fixed moment."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def draft(visitor):
    """A browser that said what shop it will be."""
    visitor.post("/draft/words", {"words": SAID})
    return visitor


@pytest.fixture
def form(draft):
    return queries.form_of(Case.objects.get())


def read(answer):
    return answer.content.decode()


def revision():
    return Case.objects.get().revision


def value(path):
    return queries.form_of(Case.objects.get()).value(path)


def keep(browser, **sent):
    """Press 就这样改, as the page looked at last has it."""
    return browser.post(KEEP, {"revision": revision(), **{name.replace("__", "."): text for name, text in sent.items()}})


def line(found, path):
    return next(each for each in found.lines if each.path == path)


def test_the_plan_leads_to_the_page_and_the_page_back(draft):
    assert f'href="{TRY}"' in read(draft.get("/draft/licences"))
    assert 'href="/draft/licences"' in read(draft.get(TRY))


def test_every_answer_that_changes_something_stands_there_with_what_was_said(form, now):
    found = tried(form, {}, on=now.date())
    assert [each.path for each in found.lines] == [f"answers.{each}" for each in ("area", "fitout", "has_sign", "sells_tobacco", "to_sewer")] + ["entity"]
    assert (line(found, "answers.area").stands, line(found, "answers.has_sign").stands, line(found, "entity").stands) == ("400", "是", "还没说")
    assert (found.change, found.told, found.wrong) == ({}, None, False)


def test_what_is_sent_as_it_stands_changes_nothing(form, now):
    found = tried(form, {"answers.area": " 400 ", "answers.has_sign": "true", "entity": "none"}, on=now.date())
    assert (found.change, found.told) == ({}, None)


def test_several_answers_are_compared_at_once(form, now):
    found = tried(form, {"answers.area": "280", "answers.sells_tobacco": "true"}, on=now.date())
    assert found.change == {"answers.area": 280, "answers.sells_tobacco": True}
    assert [each["id"] for each in found.told["licences_more"]] == ["tobacco_retail"]
    assert [each["id"] for each in found.told["licences_fewer"]] == ["fire_check"]
    assert found.told["days"] == [10, 20]
    assert [(each.stands, each.then) for each in found.changes] == [("400", "280"), ("还没说", "是")]


def test_an_answer_can_be_taken_back(form, now):
    found = tried(form, {"answers.area": "", "answers.has_sign": "none"}, on=now.date())
    assert found.change == {"answers.area": None, "answers.has_sign": None}
    assert {each["id"] for each in found.told["licences_fewer"]} == {"fire_check", "signboard"}
    assert all(each["reason"].startswith("要不要办，看：") for each in found.told["licences_fewer"])


def test_what_cannot_be_changed_is_left_aside(form, now):
    found = tried(form, {"operator.name": "丁大宝", "licences": "seal_filing", "draft": "x"}, on=now.date())
    assert (found.change, found.told) == ({}, None)


def test_the_page_shows_before_and_after_side_by_side_and_stores_nothing(draft):
    before = (revision(), Entry.objects.count())
    page = read(draft.get(TRY, {"answers.area": "280"}))
    assert "营业面积（平方米）</th><td>400</td><td>280</td>" in page
    assert "少办 1 个证" in page
    assert "不超过300平方米" in page
    assert page.count("<svg xmlns") == 2
    assert (page.count('id="before-title"'), page.count('id="after-title"')) == (1, 1)
    assert (revision(), Entry.objects.count()) == before
    assert value("answers.area") == 400


def test_kept_it_is_one_step_that_can_be_undone(draft):
    steps = len(history(Case.objects.get()))
    answer = keep(draft, answers__area="280", answers__sells_tobacco="true")
    assert (answer.status_code, answer["Location"]) == (302, "/draft/licences?changed=2")
    assert (value("answers.area"), value("answers.sells_tobacco")) == (280, True)
    told = history(Case.objects.get())
    assert len(told) == steps + 1
    assert told[0].text == "手工更正 营业面积（平方米）等 2 处"
    draft.post("/draft/undo")
    assert (value("answers.area"), value("answers.sells_tobacco")) == (400, None)


def test_the_licences_follow_what_was_kept(draft):
    assert "fire_check" in value("licences")
    keep(draft, answers__area="280")
    assert "fire_check" not in value("licences")
    page = read(draft.get("/draft/licences?changed=1"))
    assert "改好了 1 处" in page
    assert "要退回，看修改记录" in page


def test_one_answer_kept_is_told_by_its_own_name(draft):
    keep(draft, answers__sells_tobacco="false")
    assert history(Case.objects.get())[0].text == "手工更正 卖烟"


def test_a_number_in_the_address_that_nobody_kept_is_not_told(draft):
    for wrong in ("0", "1000", "x", "-1"):
        assert "改好了" not in read(draft.get("/draft/licences", {"changed": wrong}))


@pytest.mark.parametrize(
    ("sent", "told"),
    [("很大", "看不懂“很大”"), ("-5", "看不懂"), ("280平或者300平", "看不懂"), ("0", "营业面积要大于零"), ("9" * 30, "看不懂")],
)
def test_what_cannot_be_stays_on_the_page_with_a_sentence(draft, sent, told):
    for answer in (draft.get(TRY, {"answers.area": sent}), keep(draft, answers__area=sent)):
        page = read(answer)
        assert (answer.status_code, told in page, f'value="{sent}"' in page) == (422, True, True)
        assert "就这样改</button>" not in page
    assert value("answers.area") == 400


def test_a_choice_that_is_none_is_refused(draft):
    answer = draft.get(TRY, {"entity": "partnership"})
    assert (answer.status_code, "能选的有" in read(answer)) == (422, True)


def test_an_enormous_area_is_told_and_may_be_kept(draft):
    answer = draft.get(TRY, {"answers.area": "9000000"})
    assert (answer.status_code, "大得不寻常" in read(answer), "就这样改</button>" in read(answer)) == (200, True, True)
    assert keep(draft, answers__area="9000000").status_code == 302
    assert value("answers.area") == 9_000_000


def test_a_trade_that_forbids_it_is_told_with_its_article(visitor):
    visitor.post("/draft/words", {"words": "我要开个网吧，两百平，用公司的名义，证照一起办"})
    answer = visitor.get(TRY, {"entity": "sole_trader"})
    page = read(answer)
    assert (answer.status_code, "个体工商户不能申请" in page, "第八条" in page) == (422, True, True)


def test_answers_that_contradict_each_other_are_told_and_compared(visitor):
    visitor.post("/draft/words", {"words": "我想开个便利店，只卖包装好的，八十平，证照一起办"})
    answer = visitor.get(TRY, {"answers.cooks_on_site": "true"})
    assert (answer.status_code, "两样对不上" in read(answer), "多办" in read(answer)) == (200, True, True)


def test_a_draft_changed_elsewhere_is_shown_again_first(draft):
    answer = draft.post(KEEP, {"revision": revision() - 1, "answers.area": "280"})
    assert (answer.status_code, "在别处改过" in read(answer), value("answers.area")) == (409, True, 400)
    assert f'name="revision" value="{revision()}"' in read(answer)


def test_pressed_twice_it_is_kept_once(draft):
    seen = revision()
    for _ in range(2):
        assert draft.post(KEEP, {"revision": seen, "answers.area": "280"}).status_code == 302
    assert revision() == seen + 1


def test_who_has_the_licence_already_reads_why_it_goes(draft):
    page = read(draft.get(TRY, {"entity": "existing"}))
    assert "营业执照已经有了，登记和刻章不用再办" in page


def test_a_draft_without_a_trade_has_nothing_to_try(visitor):
    visitor.post("/draft/words", {"words": "我要开个密室逃脱，证照一起办"})
    assert "没有可以试的" in read(visitor.get(TRY))


def test_another_matter_or_no_draft_is_refused_with_a_sentence(visitor):
    assert "没有打开的草稿" in read(visitor.get(TRY))
    visitor.post("/draft/words", {"words": "我要注册公司，注册资本一百万"})
    answer = visitor.get(TRY)
    assert (answer.status_code, "不是证照联办" in read(answer)) == (409, True)


def test_a_submitted_draft_is_changed_no_more(draft):
    Case.objects.update(state=Case.State.SUBMITTED, number="320583-2026-000009")
    answer = draft.post(KEEP, {"revision": revision(), "answers.area": "280"})
    assert answer.status_code == 409
    assert value("answers.area") == 400


def test_the_page_speaks_english_with_the_official_terms_beside(draft):
    draft.post("/comfort", {"language": "en", "next": "/"})
    page = read(draft.get(TRY, {"answers.area": "280"}))
    assert "What if an answer changes" in page
    assert "1 licence fewer" in page
    assert "Change it like this" in page
    assert 'lang="zh-Hans"' in page


def test_a_question_of_the_zones_own_that_the_form_has_no_blank_for_is_left_aside(form, now):
    table = '[question.sells_ice]\ntext = "卖冰吗？"\nkind = "bool"\nyes = "卖冰"\nno = "不卖冰"\n'
    table += '[trade.restaurant.if]\ndrainage = { question = "sells_ice", is = true }\n'
    local.publish(table, by=Actor(0, "system_administrator"), now=now)
    found = tried(form, {"answers.sells_ice": "true"}, on=now.date())
    assert "answers.sells_ice" not in {each.path for each in found.lines}
    assert found.change == {}


def test_the_zones_own_table_is_what_is_compared_by(form, now):
    local.publish("[licence.tobacco_retail]\npromised = 3\n", by=Actor(0, "system_administrator"), now=now)
    assert tried(form, {"answers.sells_tobacco": "true"}, on=now.date()).told["days"] == [10, 10]
