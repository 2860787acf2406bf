"""Row by row what people send that cannot be right: each is met with a sentence that says what, why and what next, nothing breaks and nothing is kept."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from gaoxing.intake import receive
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.models import Case
from gaoxing.office.licensing import further, routing, taking_over, visiting
from gaoxing.office.licensing.models import Item, JointCase, LocalCatalogue
from gaoxing.office.people.models import Unit
from gaoxing.office.refusal import NotAllowed
from gaoxing.speech.transcript import Transcript
from tests.office.licensing.conftest import item, states, why
from tests.office.licensing.keeping_catalogue import read
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)

SIGN = '{ question = "has_sign", is = true }, { question = "has_sign", is = false }'
FAULTY = {
    "a circle of two": (
        '[licence.business_licence]\nafter = ["food_operation"]\n',
        "第 1 行：先后绕成了圈，谁也办不成：市场主体设立登记 → 食品经营许可",
    ),
    "a circle with itself": ('\n[licence.signboard]\nafter = ["signboard"]\n', "第 2 行：先后绕成了圈"),
    "a circle of conditions": ('[condition.a]\ncondition = "b"\n[condition.b]\ncondition = "a"\n', "条件绕成了圈：a → b → a"),
    "a licence that is none": ('[licence.signboard]\n# 一行\nafter = ["moon"]\n', "第 3 行：“after”写了没有的“moon”"),
    "a paper that is none": ('[licence.signboard]\nmaterials = [\n  "legal_id",\n  "moon",\n]\n', "第 4 行：“materials”写了没有的“moon”"),
    "a trade's licence that is none": ('[trade.travel]\nlicences = ["moon"]\n', "第 2 行：“licences”写了没有的“moon”"),
    "a question that is none": ('[condition.c]\nquestion = "moon"\nis = true\n', "条件里写了没有的问题“moon”"),
    "a condition that never holds": (
        '[condition.c]\nall = [{ question = "has_sign", is = true }, { question = "has_sign", is = false }]\n',
        "怎么回答都不成立",
    ),
    "a condition that always holds": (f"[condition.c]\nany = [{SIGN}]\n", "怎么回答都成立"),
    "no basis": ('[licence.drainage]\nbasis = " "\n', "第 2 行：“城镇污水排入排水管网许可”没有写依据"),
    "days that are no number": ('[licence.drainage]\npromised = "五天"\n', "第 2 行：“promised”要写0以上的整数"),
    "a word that is none": ("[licence.drainage]\npromise = 5\n", "看不懂“promise”"),
    "confirmed by nobody": ("[licence.drainage]\nverified = true\n", "还要写source、as_of"),
    "no TOML": ("[licence.drainage\n", "不是正确的 TOML"),
    "a key twice": ("[licence.drainage]\ndays = 3\ndays = 4\n", "不是正确的 TOML"),
    "a unit that is none": ('[licence.drainage]\nunit = "week"\n', "“unit”不能写“week”，能写的有：working_day、day、month、on_the_spot"),
}


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands at the fixed moment."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def administrator(staff, signed_in):  # noqa: F811
    return signed_in(staff("system_administrator", "sysadm"))


@pytest.fixture
def mine(owner, signed_in):  # noqa: F811
    return signed_in(owner)


@pytest.fixture
def window(cast, signed_in):  # noqa: F811
    return signed_in(cast["window_clerk"])


@pytest.mark.parametrize("what", FAULTY)
def test_a_faulty_catalogue_is_refused_with_the_line_and_stays_in_the_box(administrator, what):
    text, told = FAULTY[what]
    answer = administrator.post("/staff/catalogue/preview", {"text": text})
    page = read(answer)
    assert (answer.status_code, told in page, text.strip() in page) == (400, True, True)
    assert administrator.post("/staff/catalogue/publish", {"text": text}).status_code == 400
    assert not LocalCatalogue.objects.exists()


def test_every_fault_of_a_table_is_told_at_once(administrator):
    text = '[licence.signboard]\nafter = ["moon"]\n[licence.drainage]\nbasis = ""\n[trade.travel]\nlicences = ["sun"]\n'
    page = read(administrator.post("/staff/catalogue/preview", {"text": text}))
    assert "有 3 处不对" in page
    assert all(each in page for each in ("第 2 行", "第 4 行", "第 6 行"))


def test_a_table_without_end_is_refused(administrator):
    answer = administrator.post("/staff/catalogue/preview", {"text": "#" * 200_001})
    assert (answer.status_code, "目录太长，最多 200000 个字符" in read(answer)) == (400, True)


@pytest.mark.parametrize(("content", "told"), [(b"\xff\xfe\x00", "不是 UTF-8 文字"), (b"[licence.moon]\n", "还缺"), (b"\x00\x01", "TOML")])
def test_a_file_that_is_no_table_is_told(administrator, content, told):
    answer = administrator.post("/staff/catalogue/preview", {"file": SimpleUploadedFile("目录.toml", content)})
    assert (answer.status_code in {400, 409}, told in read(answer)) == (True, True)


def test_a_file_with_a_mark_of_its_encoding_and_windows_lines_is_taken(administrator):
    content = "[licence.drainage]\r\npromised = 5\r\n".encode("utf-8-sig")
    assert "承诺工作日：没有 → 5" in read(administrator.post("/staff/catalogue/preview", {"file": SimpleUploadedFile("目录.toml", content)}))


SPOKEN = {
    "我想开个火锅店，零平方，证照一起办": ("JL-14", "营业面积要大于零"),
    "我想开个火锅店，九百万平方，证照一起办": ("JL-15", "平方米大得不寻常"),
    "我想开个火锅店，在上海市浦东新区张江路1号，四百平，证照一起办": ("ADDR-01", "不在昆山市"),
    "我想开个KTV，在居民楼里，八百平，证照一起办": ("JL-08", "居民楼"),
    "我想开个网吧，五百平，证照一起办，办个体户": ("JL-05", "个体工商户不能申请"),
    "我要开个劳务派遣公司，注册资本一百万，证照一起办": ("JL-11", "至少 200 万元"),
    "我想开个小卖部，只卖包装好的食品，再现做点煎饼，证照一起办": ("JL-03", "两样对不上"),
}


@pytest.mark.parametrize("said", SPOKEN)
def test_what_cannot_be_is_told_while_it_is_said(said, now):
    found = receive(Transcript.of(said), on=now.date(), matter_id="joint_licence").findings
    rule, words = SPOKEN[said]
    assert [words in each.message for each in found if each.rule == rule] == [True]


@pytest.mark.parametrize("said", [said for said, (rule, _) in SPOKEN.items() if rule in {"JL-14", "ADDR-01", "JL-08"}])
def test_the_plan_of_what_cannot_be_is_shown_without_breaking(visitor, said):
    visitor.post("/draft/words", {"words": said})
    assert visitor.get("/draft/licences").status_code == 200


@pytest.mark.parametrize("words", ["我要开个密室逃脱，证照一起办", "开个剧本杀店，证照一起办"])
def test_an_unknown_trade_is_offered_near_ones_and_the_window(visitor, words):
    visitor.post("/draft/words", {"words": words})
    page = read(visitor.get("/draft/licences"))
    assert ("这一行目录里没有" in page, "请窗口接手" in page) == (True, True)


def test_the_window_is_asked_once_however_often_the_button_is_pressed(draft_of, owner, now):
    case, by = draft_of("我要开个密室逃脱，证照一起办"), Actor(owner.pk, "applicant")
    assert taking_over.ask(case, by=by, now=now) == taking_over.ask(case, by=by, now=now + DAY)
    assert taking_over.waiting().count() == 1


def test_two_clerks_take_one_request_and_one_is_told(draft_of, owner, cast, staff, now):
    asked = taking_over.ask(draft_of("我要开个密室逃脱，证照一起办"), by=Actor(owner.pk, "applicant"), now=now)
    taking_over.take(asked.pk, cast["window_clerk"], now=now)
    with pytest.raises(NotAllowed, match="已经有同事接手"):
        taking_over.take(asked.pk, staff("window_clerk", "window2"), now=now)


def test_what_was_submitted_is_not_handed_to_the_window_again(sent_case, owner, now):
    with pytest.raises(NotAllowed, match="不用再请接手"):
        taking_over.ask(sent_case(), by=Actor(owner.pk, "applicant"), now=now)


def test_a_press_that_is_not_from_the_page_does_nothing(sent_case, cast, signed_in):  # noqa: F811
    case, market = sent_case(), signed_in(cast["market"])
    where = f"/staff/licences-to-do/{case.number}/business_licence/act"
    answers = [market.post(where, {"act": "complete", "revision": revision}) for revision in ("", "x", "-1", "1.0", "１", "9" * 12)]
    assert {each.status_code for each in answers} == {409}
    assert item(case, "business_licence").revision == 1


def test_an_act_that_is_none_or_the_systems_own_is_refused(sent_case, cast, signed_in):  # noqa: F811
    case, market = sent_case(), signed_in(cast["market"])
    where = f"/staff/licences-to-do/{case.number}/business_licence/act"
    answers = [market.post(where, {"act": act, "revision": "1"}) for act in ("", "dance", "dispatch", "end", "free")]
    assert {each.status_code for each in answers} == {409}
    assert states(case)["business_licence"] == "dispatched"


def test_a_validity_that_is_no_day_is_told(registered, act, cast, signed_in):  # noqa: F811
    case, works = registered(), signed_in(cast["works"])
    for name in ("complete", "examine"):
        act(case, "signboard", name)
    post = {"act": "grant", "revision": str(item(case, "signboard").revision), "number": "样-1"}
    for day in ("明年", "2031-02-30", "2031/11/25"):
        answer = works.post(f"/staff/licences-to-do/{case.number}/signboard/act", {**post, "valid_until": day})
        assert (answer.status_code, "有效期要写成 2031-11-25 这样" in read(answer)) == (409, True)
    assert states(case)["signboard"] == "examined"


def test_a_time_that_was_not_offered_cannot_be_picked(sent_case, mine, now):
    case = sent_case()
    offered = str(visiting.offer(case, visiting.usual(now=now), by=Actor(1, "window_clerk"), now=now).pk)
    for visit, slot in (("", ""), ("x", "0"), ("99", "0"), (offered, "99"), (offered, "-1"), ("9" * 20, "0")):
        answer = mine.post(f"/cases/{case.number}/licences/visit", {"visit": visit, "slot": slot})
        assert (answer.status_code, "没有这个时间" in read(answer)) == (409, True)


def test_the_visit_of_another_case_cannot_be_picked(sent_case, cast, owner, now):
    one, other = sent_case(), sent_case("开家书店，两百平方，招牌要挂，卖咖啡现做")
    visit = visiting.offer(one, visiting.usual(now=now), by=Actor(1, "window_clerk"), now=now)
    with pytest.raises(NotAllowed, match="没有这个时间"):
        visiting.pick(other, visit.pk, 0, by=Actor(owner.pk, "applicant"), now=now)


def test_times_that_are_over_cannot_be_offered(sent_case, now):
    with pytest.raises(NotAllowed, match="以后的时间"):
        visiting.offer(sent_case(), [now - DAY, now], by=Actor(1, "window_clerk"), now=now)


def test_times_typed_by_the_clerk_are_offered(sent_case, window):
    case = sent_case()
    window.post(f"/staff/joint/{case.number}/act", {"act": "visit", "revision": str(case.revision), "slot": ["2026-12-03T09:30", ""]})
    assert case.visits.get().slots == ["2026-12-03T09:30:00+08:00"]


def test_what_is_no_time_is_told_and_none_is_offered(sent_case, window):
    case = sent_case()
    answer = window.post(f"/staff/joint/{case.number}/act", {"act": "visit", "revision": str(case.revision), "slot": ["2026-12-03T09:30", "随便", ""]})
    assert "上门时间“随便”看不懂" in read(answer)
    assert not case.visits.exists()


def test_times_are_not_offered_twice_at_once(sent_case, window):
    case = sent_case()
    sent = {"act": "visit", "revision": str(case.revision)}
    assert window.post(f"/staff/joint/{case.number}/act", sent).status_code == 302
    answer = window.post(f"/staff/joint/{case.number}/act", sent)
    assert (answer.status_code, "已经给申请人提过时间了" in read(answer)) == (409, True)


def test_a_window_page_of_before_somebody_else_acted_is_told(sent_case, window, press, cast):
    case = sent_case()
    press(case, "extend", cast["leader"], reasons=why("complex"))
    answer = window.post(f"/staff/joint/{case.number}/act", {"act": "accept", "revision": str(case.revision)})
    assert answer.status_code == 409
    assert Case.objects.get(pk=case.pk).state == "submitted"


def test_a_way_of_delivery_that_is_none_is_not_found(sent_case, mine):
    case = sent_case()
    for delivery in ("", "both", "READY"):
        assert mine.post(f"/cases/{case.number}/licences/delivery", {"delivery": delivery}).status_code == 404
    assert JointCase.objects.get(case=case).delivery == "ready"


def test_an_applicant_has_no_act_of_a_unit(sent_case, mine):
    case = sent_case()
    for act in ("grant", "refuse", "complete", "", "end"):
        assert mine.post(f"/cases/{case.number}/licences/signboard/act", {"act": act, "revision": "0"}).status_code == 404
    assert states(case)["signboard"] == "waiting"


def test_blanks_that_nobody_asked_for_are_not_kept_and_long_ones_are_cut(sent_case, owner, now):
    case, by = sent_case(), Actor(owner.pk, "applicant")
    asked = further.asked(case)[0].id
    assert further.fill(case, {"moon": "一", asked: " 样" + "例" * 400}, by=by, now=now) == 1
    assert len(further.filled(case)[asked]) == further.LONGEST


def test_blanks_are_not_changed_behind_a_units_back(sent_case, press, cast, owner, now):
    case = sent_case()
    press(case, "accept", cast["window_clerk"], later=8 * DAY)
    with pytest.raises(NotAllowed, match="已经受理"):
        further.fill(Case.objects.get(pk=case.pk), {}, by=Actor(owner.pk, "applicant"), now=now)


def test_a_licence_is_routed_to_a_unit_that_is_one(sent_case, window, units):
    found = item(sent_case(), "signboard")
    for field, value in (("unit", "9999"), ("unit", ""), ("item", "9999"), ("item", "x"), ("unit", "1e3")):
        sent = {"item": str(found.pk), "unit": str(units["fire"].pk), field: value}
        assert window.post("/staff/joint/route", sent).status_code == 409
    assert Item.objects.get(pk=found.pk).unit == found.unit


def test_nothing_is_routed_to_a_closed_unit_nor_after_its_outcome(registered, act, units, now):
    case, by = registered(), Actor(1, "window_clerk")
    Unit.objects.filter(pk=units["fire"].pk).update(closed=now.date())
    with pytest.raises(NotAllowed, match="已经撤销"):
        routing.route(item(case, "signboard"), Unit.objects.get(pk=units["fire"].pk), by=by, now=now)
    with pytest.raises(NotAllowed, match="已经有了结果"):
        routing.route(item(case, "business_licence"), units["works"], by=by, now=now)


@pytest.mark.parametrize("unit", ["99", "x", "９"])
def test_an_authority_goes_to_no_unit_that_is_none(administrator, unit):
    answer = administrator.post("/staff/catalogue/units", {"authority": "教育局", "unit": unit})
    assert (answer.status_code, "没有这个单位" in read(answer)) == (409, True)


def test_an_authority_that_the_catalogue_does_not_name_gets_no_unit(administrator, units):
    answer = administrator.post("/staff/catalogue/units", {"authority": "样例没有的局", "unit": str(units["fire"].pk)})
    assert (answer.status_code, "目录里没有这个办理部门" in read(answer)) == (409, True)
