"""Rules as such: when they hold, what they tell, and all of it at once; and the same of every rule of both registrations."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.catalogue import matter
from gaoxing.checks.rule import Finding, Level, check, rule
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.intake import review
from tests.checks.applications import ADULT, CHILD, DAY, YOUTH, application, holder, joint_stock, limited, officer

EMPTY = Form("company_registration", "2026", {})
FIRST, END = date(2024, 7, 1), date(2030, 1, 1)
FILLED = ("company_registration", "sole_trader_registration")
EVERY = [(matter_id, each) for matter_id in FILLED for each in matter(matter_id).rules]
NAMED = {"ids": [f"{matter_id}-{each.id}" for matter_id, each in EVERY]}
LAW_OF_2023 = date(2024, 7, 1)


def told(level=Level.REJECT, number="T-01", words="不行。", since=FIRST, until=None):
    return rule(number, basis="《某法》第一条", level=level, since=since, until=until)(lambda form, on, figures: (words, "name"))


def silent():
    return rule("T-00", basis="《某法》", level=Level.WARN, since=FIRST)(lambda form, on, figures: None)


def found(form, on=DAY):
    return {each.rule for each in review(form, on=on).findings}


@pytest.mark.parametrize(
    ("on", "holds"),
    [(FIRST - timedelta(days=1), False), (FIRST, True), (END - timedelta(days=1), True), (END, False), (END + timedelta(days=1), False)],
)
def test_a_rule_holds_from_its_first_day_until_the_day_before_it_ends(on, holds):
    assert told(until=END).in_force(on) is holds


def test_a_rule_that_does_not_hold_judges_nothing():
    def judge(form, on, figures):
        raise AssertionError("asked outside its time")

    early = rule("T-02", basis="《某法》", level=Level.WARN, since=FIRST)(judge)
    assert early.apply(EMPTY, FIRST - timedelta(days=1), {}) is None


def test_a_finding_says_which_rule_where_how_bad_and_by_what_law():
    assert told().apply(EMPTY, DAY, {}) == Finding("T-01", ("name",), Level.REJECT, "不行。", "《某法》第一条")


def test_a_form_in_order_is_not_spoken_of():
    assert silent().apply(EMPTY, DAY, {}) is None


def test_a_rule_sees_the_day_and_the_figures():
    seen = []
    rule("T-03", basis="《某法》", level=Level.WARN, since=FIRST)(lambda *given: seen.append(given)).apply(EMPTY, DAY, {"limit": 5})
    assert seen == [(EMPTY, DAY, {"limit": 5})]


def test_a_finding_may_point_at_no_blank():
    bare = rule("T-04", basis="《某法》", level=Level.WARN, since=FIRST)(lambda form, on, figures: ("请留意。",))
    assert bare.apply(EMPTY, DAY, {}).fields == ()


def test_a_finding_is_written_in_plain_json():
    written = told().apply(EMPTY, DAY, {}).to_json()
    assert json.loads(json.dumps(written))["rule"] == "T-01"


def test_the_heaviest_finding_comes_first():
    rules = [told(Level.WARN, "W"), told(Level.MANUAL, "M"), silent(), told(Level.REJECT, "R")]
    assert [each.rule for each in check(EMPTY, rules, DAY, {})] == ["R", "M", "W"]


@given(st.lists(st.sampled_from(Level), max_size=8))
def test_findings_of_one_weight_keep_the_rules_order(levels):
    rules = [told(level, str(number)) for number, level in enumerate(levels)]
    numbers = [(each.level, int(each.rule)) for each in check(EMPTY, rules, DAY, {})]
    for level in Level:
        same = [number for mine, number in numbers if mine is level]
        assert same == [number for number, mine in enumerate(levels) if mine is level]


def test_without_rules_nothing_is_found():
    assert check(EMPTY, (), DAY, {}) == ()


@pytest.mark.parametrize(("matter_id", "each"), EVERY, **NAMED)
def test_every_rule_is_silent_about_an_empty_form(matter_id, each):
    assert each.apply(Form(matter_id, "2026", {}), DAY, matter(matter_id).figures(DAY)) is None


@pytest.mark.parametrize(("matter_id", "each"), EVERY, **NAMED)
def test_every_rule_has_the_figures_that_it_needs_on_its_first_day(matter_id, each):
    row = holder(id_number=ADULT, due="2050", mobile="1", email="x", method="劳务", amount="1")
    full = limited(row, capital="100000000000", postcode="1", domicile="北京市")
    finding = each.apply(full, each.since, matter(matter_id).figures(each.since))
    assert finding is None or finding.rule == each.id


@pytest.mark.parametrize(("matter_id", "each"), EVERY, **NAMED)
def test_every_rule_is_silent_the_day_before_it_came_into_force(matter_id, each):
    full = limited(holder(id_number="1", due="2050", mobile="1", email="x", method="劳务"), postcode="1", domicile="北京市")
    assert each.apply(full, each.since - timedelta(days=1), {}) is None


@pytest.mark.parametrize(("matter_id", "each"), EVERY, **NAMED)
def test_every_rule_names_an_instrument(matter_id, each):
    assert "《" in each.basis or "未核实" in each.basis


@pytest.mark.parametrize(
    ("rule_id", "form", "since"),
    [
        ("CAP-01", limited(holder(due="2050")), LAW_OF_2023),
        ("CAP-02", joint_stock(holder(due="2050")), LAW_OF_2023),
        ("CAP-05", application(holder(), capital="50000001"), LAW_OF_2023),
        ("CAP-07", application(holder(method="劳务")), date(2022, 3, 1)),
        ("CAP-08", application(holder(method="in_kind")), LAW_OF_2023),
        ("GOV-01", application(officer("甲", "legal_representative"), officer("乙", "legal_representative")), LAW_OF_2023),
        ("GOV-02", application(officer("甲", "director"), officer("乙", "director")), LAW_OF_2023),
        ("GOV-04", application(officer("甲", "supervisor"), officer("乙", "supervisor")), LAW_OF_2023),
        ("GOV-07", application(officer("甲", "supervisor", "director")), LAW_OF_2023),
        ("GOV-10", joint_stock(officer("甲", "director")), LAW_OF_2023),
        ("GOV-15", application({"name": "甲公司", "kind": "enterprise", "roles": ("liaison",)}), date(2025, 2, 10)),
        ("GOV-13", application(officer("甲", "director", id_number=CHILD)), LAW_OF_2023),
        ("GOV-13B", application(officer("甲", "director", id_number=YOUTH)), LAW_OF_2023 + timedelta(days=520)),
        ("SH-03", application(holder(amount="1"), capital="2"), LAW_OF_2023),
        ("SH-09", application({"name": "甲公司", "kind": "enterprise", "roles": ("shareholder",)}), date(2024, 3, 15)),
        ("MAIL-01", application(officer("甲", "liaison", email="x")), date(2025, 2, 10)),
        ("POST-01", application(postcode="1"), date(2022, 3, 1)),
        ("ADDR-01", application(domicile="上海市浦东新区世纪大道1号"), date(2022, 3, 1)),
    ],
)
def test_a_fault_is_found_from_the_day_of_its_law(rule_id, form, since):
    assert rule_id in found(form, since)
    assert rule_id in found(form, DAY)


@pytest.mark.parametrize(
    ("rule_id", "form", "since"),
    [
        ("CAP-01", limited(holder(due="2050")), LAW_OF_2023),
        ("CAP-05", application(holder(), capital="50000001"), LAW_OF_2023),
        ("GOV-02", application(officer("甲", "director"), officer("乙", "director")), LAW_OF_2023),
        ("GOV-15", application({"name": "甲公司", "kind": "enterprise", "roles": ("liaison",)}), date(2025, 2, 10)),
        ("SH-09", application({"name": "甲公司", "kind": "enterprise", "roles": ("shareholder",)}), date(2024, 3, 15)),
        ("MAIL-01", application(officer("甲", "liaison", email="x")), date(2025, 2, 10)),
        ("POST-01", application(postcode="1"), date(2022, 3, 1)),
    ],
)
def test_the_day_before_the_same_form_is_in_order(rule_id, form, since):
    assert rule_id not in found(form, since - timedelta(days=1))


@pytest.mark.parametrize(
    ("rule_id", "within", "beyond"),
    [
        ("CAP-05", application(holder(), capital="50000000"), application(holder(), capital="50000000.01")),
        ("CAP-05", application(capital="100000000"), application(capital="100000001")),
        ("SH-03", application(holder(amount="99.99"), capital="99.99"), application(holder(amount="99.98"), capital="99.99")),
        ("CAP-01", limited(holder(due={"years": 5})), limited(holder(due={"years": 6}))),
        ("CAP-01", limited(holder(due="2031-11-24")), limited(holder(due="2031-11-25"))),
        ("CAP-02", joint_stock(holder(due="2026-11-24")), joint_stock(holder(due="2026-11-25"))),
        ("POST-01", application(postcode="215300"), application(postcode="215299")),
        ("POST-01", application(postcode="215399"), application(postcode="215400")),
        ("SH-01", limited(*[holder(f"股东{n}") for n in range(50)]), limited(*[holder(f"股东{n}") for n in range(51)])),
        ("GOV-02", application(*[officer(f"董{n}", "director") for n in range(3)]), application(*[officer(f"董{n}", "director") for n in range(2)])),
        ("TEL-02", application(holder("甲", mobile="1"), holder("乙", mobile="1")), application(*[holder(f"人{n}", mobile="1") for n in range(3)])),
    ],
)
def test_a_figure_is_in_order_up_to_its_bound_and_not_beyond(rule_id, within, beyond):
    assert rule_id not in found(within)
    assert rule_id in found(beyond)


@pytest.mark.parametrize(("item", "enough", "short"), [("劳务派遣服务", "2000000", "1999999.99"), ("融资担保业务", "20000000", "19999999")])
def test_a_trades_least_capital_is_enough_to_the_fen(item, enough, short):
    assert "CAP-10" not in found(application(capital=enough, business_scope=(item,)))
    assert "CAP-10" in found(application(capital=short, business_scope=(item,)))


def test_faults_of_several_subjects_are_told_together():
    form = limited(
        holder("甲", due="2050", amount="1", id_number="1"),
        officer("乙", "director", "supervisor", email="x"),
        officer("丙", "director"),
        capital="60000000",
        domicile="上海市浦东新区世纪大道1号",
        postcode="1",
    )
    assert found(form) >= {"CAP-01", "CAP-05", "SH-03", "ID-01", "GOV-02", "GOV-07", "MAIL-01", "ADDR-01", "POST-01"}


def test_told_together_they_fall_from_heavy_to_light():
    form = limited(holder("甲", due="2050", amount="1", method="in_kind"), capital="60000000", postcode="1")
    levels = [str(each.level) for each in review(form, on=DAY).findings]
    assert levels == sorted(levels, key=["reject", "manual", "warn"].index)
    assert set(levels) == {"reject", "manual", "warn"}


def test_one_rule_speaks_once_of_all_its_persons():
    form = limited(*[holder(f"股东{n}", due="2050") for n in range(4)])
    late = [each for each in review(form, on=DAY).findings if each.rule == "CAP-01"]
    assert [each.fields for each in late] == [tuple(f"parties.{n}.contribution.due" for n in range(4))]


COLUMNS = st.fixed_dictionaries(
    {"name": st.sampled_from(["甲", "乙", "甲公司"]), "kind": st.sampled_from(["person", "enterprise"])},
    optional={
        "roles": st.lists(st.sampled_from(["shareholder", "director", "chair", "supervisor", "manager", "liaison", "agent"]), max_size=3).map(tuple),
        "id_number": st.sampled_from([ADULT, CHILD, YOUTH, "1", "", "91320583MA0000007R"]),
        "mobile": st.sampled_from(["13800000000", "1", ""]),
        "email": st.sampled_from(["a@b.cn", "x"]),
        "amount": st.sampled_from(["0", "-1", "1.23", "1000000", "好"]),
        "percent": st.sampled_from(["0", "33.33", "100", "101", "好"]),
        "method": st.sampled_from(["cash", "in_kind", "劳务", "比特币"]),
        "due": st.sampled_from(["2029", "2031-12", "2050-01-01", "2027-02-30", "明年"]) | st.just({"years": 9}),
    },
)
BLANKS = st.fixed_dictionaries(
    {},
    optional={
        "company_type": st.sampled_from(["limited_liability", "joint_stock", "别的"]),
        "capital": st.sampled_from(["0", "1", "1000000", "99999999999", "好"]),
        "domicile": st.sampled_from(["", "昆山市", "北京市", "www.x.cn", "昆山市前进东路579号"]),
        "postcode": st.sampled_from(["215300", "1", ""]),
        "no_supervisor": st.sampled_from(["yes", "no"]),
        "business_scope": st.just(("劳务派遣服务",)),
    },
)


@given(st.lists(COLUMNS, max_size=4), BLANKS, st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_whatever_stands_in_the_form_it_is_judged_on_any_day(rows, blanks, on):
    for each in review(application(*rows, **blanks), on=on).findings:
        assert each.message.endswith("。")
        assert "None" not in each.message


@given(st.lists(COLUMNS, max_size=4), BLANKS)
def test_a_finding_points_at_the_form_and_nowhere_else(rows, blanks):
    form = application(*rows, **blanks)
    pointed = {path for each in review(form, on=DAY).findings for path in each.fields}
    missing = {path for path in pointed if path not in form.answers and path != "parties"}
    assert all(path.rpartition(".")[2] in {"id_number", "name", "amount", "percent", "roles"} for path in missing)


@given(st.lists(COLUMNS, max_size=3), BLANKS)
def test_no_identity_number_stands_in_a_sentence(rows, blanks):
    sentences = " ".join(each.message for each in review(application(*rows, **blanks), on=DAY).findings)
    assert not [number for number in (ADULT, CHILD, YOUTH) if number in sentences]


def test_a_typed_form_is_judged_like_a_spoken_one():
    spoken = limited(holder(due="2050"))
    typed = Form(spoken.matter, "2026", {path: Answer(each.value, Source.TYPED) for path, each in spoken.answers.items()})
    assert found(typed) == found(spoken) == {"CAP-01"}


def test_what_informs_comes_last_and_says_so():
    rules = [told(Level.INFORM, "I"), told(Level.WARN, "W"), told(Level.REJECT, "R"), told(Level.MANUAL, "M")]
    found = check(EMPTY, rules, DAY, {})
    assert [str(each.level) for each in found] == ["reject", "manual", "warn", "inform"]
    assert [each.informs for each in found] == [False, False, False, True]


def test_a_finding_that_informs_is_told_as_such_in_json():
    [found] = check(EMPTY, [told(Level.INFORM, "I")], DAY, {})
    assert found.to_json()["level"] == "inform"
