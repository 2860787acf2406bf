"""The grant of a joint case's business licence: the enterprise in the register, its name in the pool, its licence issued; or nothing at all."""

import pytest
from django.db import IntegrityError

from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.models import Case
from gaoxing.office.certificates import queries, ranges
from gaoxing.office.certificates.models import Certificate
from gaoxing.office.enterprises import actions as enterprises
from gaoxing.office.enterprises.models import Enterprise
from gaoxing.office.enterprises.queries import OfficeRegister
from gaoxing.office.licensing import further, registering
from gaoxing.office.licensing.firing import note_of
from gaoxing.office.licensing.models import Item
from gaoxing.office.names.entering import enter
from gaoxing.office.names.queries import registered as name_of
from gaoxing.office.refusal import NotAllowed
from tests.office.licensing.conftest import COMPANY, WHO, code_of, item, states
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db
KTV = "用公司名义开个KTV，八百平方，装修三百万，注册资本两百万"
KUNSHAN = 3205


@pytest.fixture
def examined(sent_case, act):
    """A case whose business licence is examined, to be granted."""

    def made(said=None):
        case = sent_case(said) if said else sent_case()
        for name in ("complete", "examine"):
            act(case, "business_licence", name)
        return case

    return made


@pytest.fixture
def range_of(now):
    """A range of so many codes."""
    return lambda last="MA00000Y": ranges.add("MA000000", last, "320583", actor=Actor(7, "system_administrator"), now=now)


def nothing_was_kept(case):
    found = item(case, "business_licence")
    kept = (found.state, found.number, found.granted, Enterprise.objects.count(), Certificate.objects.count(), name_of(WHO["name"], KUNSHAN).state)
    return kept == ("examined", "", None, 0, 0, "held")


def test_the_enterprise_stands_in_the_register_as_the_application_says(examined, act, now):
    case = examined()
    act(case, "business_licence", "grant")
    (found,) = OfficeRegister().find(uscc=code_of(case.pk))
    assert (found.name, found.kind, found.legal_representative) == (WHO["name"], "sole_trader", WHO["operator.name"])
    assert found.scope == ("餐饮服务", "食品销售")
    assert (found.domicile, found.established) == (WHO["premises"], now.date())


def test_its_name_is_borne_from_now_on(examined, act):
    case = examined()
    assert name_of(WHO["name"], KUNSHAN).state == "held"
    act(case, "business_licence", "grant")
    assert name_of(WHO["name"], KUNSHAN).state == "active"


def test_its_licence_is_issued_with_its_code_and_stands_on_the_item(examined, act):
    case = examined()
    granted = act(case, "business_licence", "grant")
    (certificate,) = queries.of_case(case.pk)
    assert (certificate.code, certificate.name) == (code_of(case.pk), WHO["name"])
    assert granted.number == certificate.code
    assert certificate.content["composition"] == "个人经营"


def test_the_applicant_sees_the_licence_with_the_case(examined, act, owner, signed_in):  # noqa: F811
    case = examined()
    act(case, "business_licence", "grant")
    page = signed_in(owner).get(f"/cases/{case.number}").content.decode()
    assert queries.of_case(case.pk)[0].number in page


def test_the_code_is_the_next_of_the_range_where_there_is_one(examined, act, range_of):
    range_of()
    case = examined()
    granted = act(case, "business_licence", "grant", number="")
    assert granted.number == "92320583MA0000007N"
    assert OfficeRegister().find(uscc=granted.number)[0].name == WHO["name"]


def test_a_code_is_not_typed_where_the_system_gives_them(examined, act, range_of):
    range_of()
    case = examined()
    with pytest.raises(NotAllowed, match="由系统按号段赋"):
        act(case, "business_licence", "grant")
    assert nothing_was_kept(case)


def test_a_range_that_is_used_up_leaves_nothing_behind(examined, act, range_of):
    range_of("MA000000")
    first, second = examined(), examined()
    act(first, "business_licence", "grant", number="")
    assert queries.left("320583") == 0
    with pytest.raises(NotAllowed):
        act(second, "business_licence", "grant", number="")
    assert (item(second, "business_licence").state, Enterprise.objects.count(), Certificate.objects.count()) == ("examined", 1, 1)
    assert states(second)["food_operation"] == "waiting"


def test_a_certificate_that_cannot_be_issued_takes_the_enterprise_the_name_and_the_state_back(examined, act, range_of, monkeypatch):
    range_of()
    case = examined()
    left = queries.left("320583")

    def broken(*args, **more):
        raise IntegrityError("no room")

    monkeypatch.setattr(registering.issued, "issue_licence", broken)
    with pytest.raises(IntegrityError):
        act(case, "business_licence", "grant", number="")
    assert nothing_was_kept(case)
    assert queries.left("320583") == left


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"number": "样-1"}, "统一社会信用代码不对"),
        ({"number": "92320583MA00000070"}, "统一社会信用代码不对"),
        ({"number": ""}, "统一社会信用代码不对"),
        ({"scope": " ； "}, "经营范围"),
        ({"composition": ""}, "组成形式"),
    ],
)
def test_what_the_licence_lacks_is_named_and_nothing_is_registered(examined, act, told, why):
    case = examined()
    with pytest.raises(NotAllowed, match=why):
        act(case, "business_licence", "grant", **told)
    assert nothing_was_kept(case)


def test_a_code_that_another_enterprise_has_is_refused(examined, act, now):
    case, other = examined(), examined()
    act(other, "business_licence", "grant")
    with pytest.raises(NotAllowed, match="已经有企业用这个"):
        act(case, "business_licence", "grant", number=code_of(other.pk))
    assert item(case, "business_licence").state == "examined"


def test_a_company_has_its_head_its_kind_and_its_capital(examined, act):
    case = examined(KTV)
    code = "91320583MA0000007R"
    act(case, "business_licence", "grant", number=code, capital="200.5", owners="丁大宝 150；戊小样 50.5")
    (found,) = OfficeRegister().find(uscc=code)
    assert (found.name, found.kind, found.legal_representative) == (COMPANY, "limited_liability", WHO["operator.name"])
    assert found.capital == {"amount": "2005000", "currency": "CNY"}


@pytest.mark.parametrize("typed", ["五十", "0", "-3", "NaN", "Infinity", "1e12"])
def test_a_capital_that_is_no_amount_is_refused(examined, act, typed):
    case = examined(KTV)
    with pytest.raises(NotAllowed, match="万元的数字"):
        act(case, "business_licence", "grant", number="91320583MA0000007R", capital=typed)
    assert not Enterprise.objects.exists()


def test_a_company_whose_name_another_bears_by_now_is_not_registered(examined, act, now):
    case = examined(KTV)
    Case.objects.filter(pk=case.pk).update(holds_name=False)
    enter(COMPANY, KUNSHAN, now.date(), now=now)
    with pytest.raises(NotAllowed, match="已经有企业用了"):
        act(case, "business_licence", "grant", number="91320583MA0000015K")
    assert not Enterprise.objects.exists()


def test_a_company_enters_with_its_shareholders_and_officers_as_an_ordinary_one_does(examined, act):
    case = examined(KTV)
    act(case, "business_licence", "grant", number="91320583MA0000007R")
    (found,) = OfficeRegister().find(uscc="91320583MA0000007R")
    assert [(each.name, each.amount) for each in found.shareholders] == [("丁大宝", "300000"), ("戊小样", "200000")]
    assert [(each.name, each.post) for each in found.officers] == [("丁大宝", "director"), ("戊小样", "supervisor")]
    assert found.legal_representative == WHO["operator.name"]


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"owners": ""}, "没有写股东"),
        ({"owners": "丁大宝 30"}, "加起来是 30 万元，注册资本是 50 万元"),
        ({"owners": "丁大宝"}, "第 1 位股东看不懂"),
        ({"owners": "丁大宝 25；丁大宝 25"}, "写了两次"),
        ({"officers": "老板 丁大宝"}, "第 1 个职务看不懂"),
    ],
)
def test_a_company_whose_owners_do_not_make_it_up_is_not_registered(examined, act, told, why):
    case = examined(KTV)
    with pytest.raises(NotAllowed, match=why):
        act(case, "business_licence", "grant", number="91320583MA0000007R", **told)
    assert (item(case, "business_licence").state, Enterprise.objects.count()) == ("examined", 0)


def test_the_page_offers_the_owners_that_the_applicant_wrote(examined, cast, owner, signed_in, now):  # noqa: F811
    case = examined(KTV)
    further.fill(case, {"investors": "丁大宝 200", "registered_capital": "200"}, by=Actor(owner.pk, "applicant"), now=now)
    page = signed_in(cast["market"]).get(f"/staff/licences-to-do/{case.number}/business_licence").content.decode()
    assert ">丁大宝 200</textarea>" in page
    assert 'name="officers"' in page


def test_the_page_asks_what_the_licence_needs_and_offers_the_scope_that_was_written(examined, cast, owner, signed_in, now):  # noqa: F811
    case = examined()
    further.fill(case, {"business_scope": "餐饮服务"}, by=Actor(owner.pk, "applicant"), now=now)
    page = signed_in(cast["market"]).get(f"/staff/licences-to-do/{case.number}/business_licence").content.decode()
    assert ">餐饮服务</textarea>" in page
    assert 'name="composition"' in page
    assert 'name="capital"' not in page
    assert 'name="number"' in page


def test_no_code_is_asked_where_the_system_gives_it(examined, cast, signed_in, range_of):  # noqa: F811
    range_of()
    case = examined()
    page = signed_in(cast["market"]).get(f"/staff/licences-to-do/{case.number}/business_licence").content.decode()
    assert "由系统按号段赋" in page
    assert 'name="number"' not in page


def test_the_page_s_post_registers_and_a_refusal_shows_why(examined, cast, signed_in):  # noqa: F811
    case = examined()
    unit, where = signed_in(cast["market"]), f"/staff/licences-to-do/{case.number}/business_licence/act"
    post = {"act": "grant", "revision": item(case, "business_licence").revision, "number": code_of(case.pk), "scope": "餐饮服务"}
    refused = unit.post(where, post)
    assert (refused.status_code, "组成形式" in refused.content.decode()) == (409, True)
    assert unit.post(where, {**post, "composition": "family"}).status_code == 302
    assert queries.of_case(case.pk)[0].content["composition"] == "家庭经营"


def test_other_licences_keep_the_number_that_their_unit_writes(examined, act):
    case = examined()
    act(case, "business_licence", "grant")
    for name in ("complete", "examine"):
        act(case, "signboard", name)
    assert act(case, "signboard", "grant", number="样-招-9").number == "样-招-9"
    assert Enterprise.objects.count() == 1


def test_what_is_granted_goes_on_in_the_same_breath(examined, act):
    case = examined()
    act(case, "business_licence", "grant")
    assert states(case)["food_operation"] == "dispatched"
    assert note_of(Item.objects.get(case=case, licence="business_licence").events.get(act="grant"))["scope"] == "餐饮服务；食品销售"
    assert Case.objects.get(pk=case.pk).state == "submitted"


def test_who_has_a_licence_already_is_not_registered_again(sent_case, act):
    case = sent_case("执照已经有了，我想开个火锅店，四百平，装修五十万")
    assert "business_licence" not in states(case)
    assert registering.asked(Item.objects.filter(case=case).first()) is None
    assert not enterprises.Enterprise.objects.exists()
