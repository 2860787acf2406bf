"""Check your answers, 都对, and what comes after. Persons and enterprises are made up."""

import html
import re
from dataclasses import replace

import pytest

from gaoxing.checks.rule import Finding, Level
from gaoxing.forms import Ask, Question
from gaoxing.forms.correction import Correction
from gaoxing.office.cases import queries as cases
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import actions, queries
from gaoxing.office.frontdesk.actions import Hand
from gaoxing.office.frontdesk.check import check
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db
TWO = ({"amount": "100000", "currency": "CNY"}, {"amount": "1000000", "currency": "CNY"})


@pytest.fixture
def draft(statement, now):
    return actions.say(Hand(), statement.replace("测试", "沐禾") + "股东王小明占百分之百，王小明当法人。", now=now).reference


@pytest.fixture
def doubtful(monkeypatch):
    """Whatever is said, the capital is heard in two ways."""
    read = queries.taken_from

    def heard(words, *, on):
        taken = read(words, on=on)
        form = replace(taken.form.without(["registered_capital"]), asks=(Ask("registered_capital", TWO, "注册资本是哪一个？"),))
        return replace(taken, form=form, questions=(Question("registered_capital", "注册资本是哪一个？", readings=TWO), *taken.questions))

    monkeypatch.setattr(queries, "taken_from", heard)
    monkeypatch.setattr(actions, "taken_from", heard)


@pytest.fixture
def found(monkeypatch):
    """A finding that must be mended at the capital, one that needs a look nowhere."""
    read = queries.taken_from
    findings = (
        Finding("X-1", ("registered_capital",), Level.REJECT, "注册资本不对", "《公司法》第四十八条"),
        Finding("X-2", (), Level.WARN, "整体看一下", "《公司法》第四条"),
    )
    monkeypatch.setattr(queries, "taken_from", lambda words, *, on: replace(read(words, on=on), findings=findings))


def text_of(response):
    return html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode()))


def items(shown):
    return {item.path: item for group in shown.groups for item in group.items}


def hidden(response, name):
    return html.unescape(re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())[1])


def confirmed(visitor):
    page = visitor.get("/draft/check")
    return visitor.post("/draft/confirm", {"revision": hidden(page, "revision"), "seen": hidden(page, "seen")})


def test_every_answer_is_listed_with_its_words_and_a_way_to_change_it(draft, now):
    listed = items(check(draft, now=now))
    assert {"name", "registered_capital", "parties.0.name", "parties.0.contribution.percent"} <= set(listed)
    assert listed["registered_capital"].quote == "“一百万元”"
    assert listed["registered_capital"].change.endswith("/registered_capital?next=check")


def test_answers_are_grouped_as_on_the_form_and_each_person_is_a_group(draft, now):
    assert [group.title for group in check(draft, now=now).groups] == ["基本信息", "王小明"]


def test_a_value_worked_out_says_so(draft, now):
    assert "推算" in items(check(draft, now=now))["parties.0.contribution.amount"].source


def test_a_value_filled_by_hand_says_so(draft, now):
    actions.correct(Hand(draft), Correction("registered_capital", value=TWO[0]), now=now)
    assert "手工" in items(check(draft, now=now))["registered_capital"].source


def test_what_the_words_say_against_a_hand_is_shown_where_it_is_and_at_the_head(draft, statement, now):
    actions.correct(Hand(draft), Correction("registered_capital", value=TWO[0], said=TWO[1], after=9), now=now)
    actions.say(Hand(draft), statement.replace("一百万", "三百万"), now=now)
    shown = check(draft, now=now)
    assert items(shown)["registered_capital"].clash.said.startswith("300万元")
    assert [each.target for each in shown.troubles if each.level == "clash"] == ["item-registered_capital"]


def test_what_a_clerk_filled_stands_once_more_at_the_head(draft, now):
    actions.correct(Hand(draft, author="窗口甲"), Correction("postcode", value="215300", author="窗口甲"), now=now)
    actions.say(Hand(draft, author="窗口甲"), None, addition="从业人员五人", now=now)
    assert {item.path for item in check(draft, now=now).by_clerk} == {"postcode", "employees"}


@pytest.mark.usefixtures("doubtful")
def test_two_readings_are_chosen_right_there_and_stand_first_in_the_summary(draft, now):
    shown = check(draft, now=now)
    assert [each.label for each in items(shown)["registered_capital"].asked.choices] == ["10万元", "100万元"]
    assert (shown.troubles[0].level, shown.troubles[0].target) == ("ask", "item-registered_capital")
    assert (shown.confirmable, shown.grave) == (False, True)


@pytest.mark.usefixtures("found")
def test_findings_stand_at_their_blank_and_those_about_none_before_the_answers(draft, now):
    shown = check(draft, now=now)
    assert [each.message for each in items(shown)["registered_capital"].findings] == ["注册资本不对"]
    assert [each.message for each in shown.loose] == ["整体看一下"]
    assert [each.level for each in shown.troubles][:2] == ["reject", "warn"]


def test_what_changed_since_it_was_shown_is_marked_and_what_is_gone_is_named(draft, now):
    seen = check(draft, now=now).seen
    actions.say(Hand(draft), "我想注册一家公司，名称叫昆山沐禾软件有限公司，注册资本三百万元", now=now)
    shown = check(draft, now=now, seen=seen)
    assert items(shown)["registered_capital"].changed
    assert not items(shown)["name"].changed
    assert "住所" in shown.changed


@pytest.mark.parametrize("seen", ["", "nonsense", "a:b c:d:e", ":", "registered_capital:"])
def test_a_memory_of_another_shape_is_harmless(draft, now, seen):
    assert check(draft, now=now, seen=seen).groups


def test_the_digests_of_a_page_give_no_value_away(draft, now):
    actions.say(Hand(draft), None, answer="320583199003070025", asked="parties.0.id_number", now=now)
    assert "1990" not in check(draft, now=now).seen


def test_without_a_form_there_is_nothing_to_check(visitor, now):
    assert check("nobody", now=now) is None
    response = visitor.get("/draft/check")
    assert response.status_code == 409


def test_the_page_lists_errors_first_with_links_and_the_focus(typing, visitor, statement):
    typing(words=statement)
    page = visitor.get("/draft/check").content.decode()
    assert re.search(r'id="summary"[^>]*autofocus', page)
    assert 'href="#open"' in page
    assert page.index('id="summary"') < page.index('id="item-name"')


def test_all_right_is_kept_and_leads_to_what_comes_next(typing, visitor, statement):
    typing(words=statement)
    assert confirmed(visitor).url == "/draft/done"
    case = Case.objects.get()
    assert case.confirmed == case.revision
    page = text_of(visitor.get("/draft/done"))
    assert all(each in page for each in ("记下了：都对", "昆山市行政审批局", "要带的", "3个工作日", "答案全文"))


def test_a_change_afterwards_takes_it_back_and_says_so(typing, visitor, statement):
    typing(words=statement)
    confirmed(visitor)
    typing(addition="从业人员五人")
    assert visitor.get("/draft/done").url == "/draft/check"
    assert "您核对之后又改过" in text_of(visitor.get("/draft/check"))


def test_an_old_revision_is_not_confirmed_and_what_changed_is_shown(typing, visitor, statement):
    typing(words=statement)
    page = visitor.get("/draft/check")
    typing(addition="注册资本改成三百万元")
    response = visitor.post("/draft/confirm", {"revision": hidden(page, "revision"), "seen": hidden(page, "seen")})
    assert response.status_code == 409
    assert "改过的： 注册资本" in re.sub(r"\s+", " ", text_of(response).replace("改过的：", "改过的： "))
    assert Case.objects.get().confirmed is None


def test_confirming_twice_is_harmless(typing, visitor, statement):
    typing(words=statement)
    assert confirmed(visitor).url == confirmed(visitor).url == "/draft/done"


@pytest.mark.parametrize("revision", ["", "x", "-1", "9" * 30])
def test_a_revision_that_is_none_leads_back_to_the_page(typing, visitor, statement, revision):
    typing(words=statement)
    assert visitor.post("/draft/confirm", {"revision": revision}).url == "/draft/check"


@pytest.mark.usefixtures("doubtful")
def test_all_right_is_not_kept_while_two_readings_are_open(typing, visitor, statement):
    typing(words=statement)
    response = visitor.post("/draft/confirm", {"revision": Case.objects.get().revision})
    assert response.status_code == 409
    assert "请先各选一个" in text_of(response)
    assert Case.objects.get().confirmed is None


@pytest.mark.usefixtures("found")
def test_what_must_be_mended_forbids_nothing_but_is_said(typing, visitor, statement):
    typing(words=statement.replace("测试", "沐禾"))
    assert "改好之前登记机关不会受理" in text_of(visitor.get("/draft/check"))
    assert confirmed(visitor).url == "/draft/done"
    assert "还有 1 处必须改" in text_of(visitor.get("/draft/done"))


def test_a_clerk_cannot_say_it_in_the_applicants_place(draft, now):
    with pytest.raises(NotAllowed, match="申请人本人"):
        actions.confirm(Hand(draft, author="窗口甲"), now=now)
    assert cases.draft(draft).confirmed is None


def test_a_draft_that_is_gone_is_answered_with_a_sentence(now):
    assert "不在了" in actions.confirm(Hand("nobody"), now=now).why_not


def test_plain_words_on_the_check_page_confirm_and_are_no_entry(typing, visitor, statement):
    typing(words=statement)
    assert visitor.post("/draft/words", {"addition": "都对。", "next": "check"}).url == "/draft/done"
    assert len(cases.words_of(Case.objects.get()).entries) == 1


def test_a_correction_said_on_the_check_page_leads_back_to_it(typing, visitor, statement):
    typing(words=statement)
    assert visitor.post("/draft/words", {"addition": "注册资本改成三百万元", "next": "check"}).url == "/draft/check"
    assert "300万元" in text_of(visitor.get("/draft/check"))


def test_a_question_answered_from_the_check_page_leads_back_to_it(typing, visitor, statement):
    typing(words=statement)
    page = visitor.get("/desk?ask=operating_term&next=check").content.decode()
    assert 'name="next" value="check"' in page
    assert visitor.post("/draft/words", {"asked": "operating_term", "answer": "二十年", "next": "check"}).url == "/draft/check"
    stays = visitor.post("/draft/words", {"asked": "postcode", "answer": "嗯嗯", "next": "check"}).url
    assert stays == "/desk?ask=postcode&next=check#question"


def test_nobody_else_sees_the_page(typing, statement, client):
    typing(words=statement)
    assert client.get("/draft/check").url == client.get("/draft/done").url == "/"


@pytest.fixture
def informed(monkeypatch):
    """Nothing to mend, and two things good to know: one at the capital, one of the whole."""
    read = queries.taken_from
    findings = tuple(Finding("X-3", fields, Level.INFORM, f"以后要公示{len(fields)}", "《公司法》第四十条") for fields in (("registered_capital",), ()))
    monkeypatch.setattr(queries, "taken_from", lambda words, *, on: replace(read(words, on=on), findings=findings))


def test_what_only_informs_is_no_trouble_and_stands_at_no_answer(draft, now, informed):
    shown = check(draft, now=now)
    assert shown.loose == ()
    assert [each.level for each in shown.troubles if each.level] == []
    assert items(shown)["registered_capital"].findings == ()
    assert len(shown.desk.informed) == 2


def test_what_only_informs_is_folded_on_the_check_page(visitor, typing, statement, informed):
    typing(words=statement)
    page = visitor.get("/draft/check")
    assert "供您参考 2 条（不用改）" in text_of(page)
    assert re.search(r'<details class="informed">(?:(?!</details>).)*以后要公示1', page.content.decode(), re.DOTALL)
    assert 'id="loose"' not in page.content.decode()


def test_the_desk_with_only_such_notes_says_that_nothing_was_found(visitor, typing, statement, informed):
    typing(words=statement.replace("测试", "沐禾"))
    page = visitor.get("/desk")
    assert "目前没有发现问题" in text_of(page)
    assert "审查意见 0 条" in text_of(page)
    assert "供您参考 2 条（不用改）" in text_of(page)
    assert 'class="here inform"' not in page.content.decode()


def test_without_such_notes_nothing_is_folded(visitor, typing, statement):
    typing(words=statement)
    assert 'class="informed"' not in visitor.get("/desk").content.decode()
