"""The parties' rows: kind, name, roles, numbers and contributions with their words; who is left out; whole stories in many voices."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoxing.facts.party import capital_facts, name_evidence, party_facts, percent, plain, read_affairs
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript
from tests.facts.talk import capital, facts, misquoted, parties

STORIES = {
    ("我叫丁大宝，占六成，我爱人苏小云占四成，法人是我，监事是她，都用现金，五年内缴清",): {
        "丁大宝": {"roles": ("legal_representative", "shareholder"), "percent": "60", "method": "cash", "due": {"years": 5}},
        "苏小云": {"roles": ("supervisor", "shareholder"), "percent": "40", "method": "cash", "due": {"years": 5}},
    },
    ("我叫丁大宝占六成我爱人苏小云占四成法人是我监事是她",): {
        "丁大宝": {"roles": ("legal_representative", "shareholder"), "percent": "60"},
        "苏小云": {"roles": ("supervisor", "shareholder"), "percent": "40"},
    },
    ("丁大宝身份证320583199001011234出六十万，苏小云出四十万，手机13900139000",): {
        "丁大宝": {"roles": ("shareholder",), "id_number": "320583199001011234", "amount": "600000"},
        "苏小云": {"roles": ("shareholder",), "mobile": "13900139000", "amount": "400000"},
    },
    ("我叫丁大宝，股东就我一个，法人董事经理都是我，财务是梅小雪",): {
        "丁大宝": {"roles": ("legal_representative", "director", "manager", "shareholder"), "percent": "100"},
        "梅小雪": {"roles": ("finance_officer",)},
    },
    ("股东昆山启云软件有限公司，占百分之一百", "法人丁大宝，委托代理人何苗，她手机13900139000"): {
        "昆山启云软件有限公司": {"roles": ("shareholder",), "percent": "100"},
        "丁大宝": {"roles": ("legal_representative",)},
        "何苗": {"roles": ("agent",), "mobile": "13900139000"},
    },
    ("法人丁大宝，占七成，苏小云占三成", "不对，丁大宝占八成，苏小云占两成", "苏小云当监事"): {
        "丁大宝": {"roles": ("legal_representative", "shareholder"), "percent": "80"},
        "苏小云": {"roles": ("supervisor", "shareholder"), "percent": "20"},
    },
}
NOBODY = (
    "今天天气真好",
    "我想开家公司",
    "注册资本一百万，住所在昆山高新区元丰路28号",
    "我占六成我老婆占四成",
    "我跟我朋友六四开",
    "丁大宝是我朋友，他推荐我来的",
    "何苗说办照很快的",
    "大家商量好了都同意",
)


def rows(*turns):
    """Every row by name without its kind and name."""
    return {name: {key: value for key, value in row.items() if key not in {"kind", "name"}} for name, row in parties(*turns).items()}


@pytest.mark.parametrize("turns", STORIES)
def test_a_story_gives_every_partys_row(turns):
    assert rows(*turns) == STORIES[turns]


@pytest.mark.parametrize("turns", STORIES)
def test_a_story_is_quoted_as_it_was_told(turns):
    assert misquoted(*turns) == []


@pytest.mark.parametrize("said", NOBODY)
def test_words_without_a_party_give_no_row(said):
    assert rows(said) == {}


def test_rows_stand_in_the_order_of_first_mention():
    assert list(parties("监事何苗，法人丁大宝，何苗占四成，丁大宝占六成")) == ["何苗", "丁大宝"]


def test_the_kind_tells_persons_from_enterprises():
    kinds = {name: row["kind"] for name, row in parties("昆山启云软件有限公司占六成，丁大宝占四成").items()}
    assert kinds == {"昆山启云软件有限公司": "enterprise", "丁大宝": "person"}


def test_an_enterprise_has_its_code_and_no_persons_number():
    said = "股东昆山启云软件有限公司占六成，统一社会信用代码91320583MA1XYZAB12，丁大宝占四成，身份证320583199001011234"
    numbers = {name: row.get("id_number") for name, row in parties(said).items()}
    assert numbers == {"昆山启云软件有限公司": "91320583MA1XYZAB12", "丁大宝": "320583199001011234"}


def test_a_role_taken_away_takes_the_party_with_it():
    assert set(parties("法人丁大宝，联络员何苗", "联络员换成丁大宝")) == {"丁大宝"}


def test_the_name_is_quoted_with_the_cue_that_spells_it():
    name = next(fact for fact in facts("法人何庙，禾苗的苗") if fact.field == "parties.0.name")
    assert (name.value, [each.words for each in name.evidence]) == ("何苗", ["何庙", "禾苗的苗"])


def test_a_kind_is_worked_out_and_a_name_is_said():
    worked_out = {fact.field: fact.derived for fact in facts("法人丁大宝")}
    assert worked_out == {"parties.0.kind": True, "parties.0.name": False, "parties.0.roles": False}


def test_a_remainder_is_worked_out_from_all_it_depends_on():
    share = next(fact for fact in facts("丁大宝占七成，剩下的归苏小云") if fact.value == "30")
    assert share.derived
    assert "七成" in "".join(each.words for each in share.evidence)


@pytest.mark.parametrize(("number", "text"), [("1000000", "1000000"), ("1E+6", "1000000"), ("0.50", "0.5"), ("0", "0"), ("0.00", "0"), ("33.30", "33.3")])
def test_a_number_is_written_plainly(number, text):
    assert plain(Decimal(number)) == text


@pytest.mark.parametrize(("part", "text"), [(Fraction(1, 3), "33.33"), (Fraction(2, 3), "66.67"), (Fraction(1), "100"), (Fraction(1, 8), "12.5")])
def test_a_percent_has_at_most_two_places(part, text):
    assert percent(part) == text


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 9), st.sampled_from(["成", "成，", "成。"]), st.sampled_from(["", "嗯", "那个"]))
def test_two_shares_are_read_whatever_the_pauses(tenths, pause, filler):
    said = f"丁大宝占{'零一二三四五六七八九'[tenths]}{pause}{filler}苏小云占{'零一二三四五六七八九'[10 - tenths]}成"
    assert {name: row["percent"] for name, row in parties(said).items()} == {"丁大宝": f"{tenths}0", "苏小云": f"{10 - tenths}0"}


@settings(max_examples=60, deadline=None)
@given(st.permutations(["法人丁大宝", "监事何苗", "财务负责人梅小雪", "联络员鲁大卫", "苏小云占四成", "丁大宝占六成"]), st.sampled_from("，。；"))
def test_clauses_in_any_order_make_the_same_parties(clauses, pause):
    read = {name: set(row["roles"]) for name, row in parties(pause.join(clauses)).items()}
    assert read == {
        "丁大宝": {"legal_representative", "shareholder"},
        "何苗": {"supervisor"},
        "梅小雪": {"finance_officer"},
        "鲁大卫": {"liaison"},
        "苏小云": {"shareholder"},
    }


IDENTITY = "320583199003077512"


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        (("丁大宝是法人",), ["丁大宝"]),
        (("丁大宝占六成，苏小云占四成",), ["丁大宝", "苏小云"]),
        (("苏小云占四成，丁大宝占六成",), ["苏小云", "丁大宝"]),
        (("我叫丁大宝，我占六成，我老婆苏小云占四成",), ["丁大宝", "苏小云"]),
        (("丁大宝占六成，昆山启云软件有限公司占四成",), ["丁大宝", "昆山启云软件有限公司"]),
        (("丁大宝占六成，苏小云占四成，何苗做监事",), ["丁大宝", "苏小云", "何苗"]),
        (("代理人梅小雪，丁大宝是法人",), ["梅小雪", "丁大宝"]),
        (("丁大宝占六成，苏小云占四成，房东是鲁大卫",), ["丁大宝", "苏小云"]),
        (("丁大宝占六成，我老婆占四成",), ["丁大宝"]),
        (("今天真热",), []),
        (("隔壁开面馆的何苗人很好",), []),
        (("公司叫昆山启云软件有限公司",), []),
        (("何苗做监事", "监事不设了"), []),
    ],
)
def test_rows_are_the_named_who_hold_something(turns, rows):
    assert list(parties(*turns)) == rows


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("丁大宝占六成，昆山启云软件有限公司占四成", ["person", "enterprise"]),
        ("丁大宝占六成，苏小云占四成", ["person", "person"]),
    ],
)
def test_a_row_is_a_person_or_an_enterprise(said, kinds):
    assert [row["kind"] for row in parties(said).values()] == kinds


@pytest.mark.parametrize(
    ("said", "who", "roles"),
    [
        ("丁大宝是法人", "丁大宝", ("legal_representative",)),
        ("丁大宝占六成，苏小云占四成，丁大宝做法人", "丁大宝", ("legal_representative", "shareholder")),
        ("丁大宝占六成，苏小云占四成，何苗做监事", "何苗", ("supervisor",)),
        ("丁大宝占六成，昆山启云软件有限公司占四成", "昆山启云软件有限公司", ("shareholder",)),
        ("代理人梅小雪，丁大宝占六成，苏小云占四成", "梅小雪", ("agent",)),
        ("联络员何苗，丁大宝占六成，苏小云占四成", "何苗", ("liaison",)),
        ("财务负责人何苗，丁大宝占六成，苏小云占四成", "何苗", ("finance_officer",)),
    ],
)
def test_a_row_has_the_posts_and_shares_said(said, who, roles):
    assert parties(said)[who]["roles"] == roles


@pytest.mark.parametrize("helper", ["代理人梅小雪", "联络员梅小雪", "财务负责人梅小雪"])
def test_a_helper_is_not_among_those_who_share_equally(helper):
    rows = parties(f"{helper}，股东丁大宝、苏小云，平分")
    assert [rows[who].get("percent") for who in ("丁大宝", "苏小云", "梅小雪")] == ["50", "50", None]


@pytest.mark.parametrize(
    ("turns", "who", "blank", "value"),
    [
        (("丁大宝是法人，手机13800001234",), "丁大宝", "mobile", "13800001234"),
        ((f"丁大宝是法人，身份证{IDENTITY}",), "丁大宝", "id_number", IDENTITY),
        (("我叫丁大宝，法人是我", "我手机13800001234"), "丁大宝", "mobile", "13800001234"),
        (("代理人梅小雪，电话13800001234，丁大宝是法人，电话13900001234",), "丁大宝", "mobile", "13900001234"),
        (("代理人梅小雪，电话13800001234，丁大宝是法人，电话13900001234",), "梅小雪", "mobile", "13800001234"),
        (("丁大宝是法人，手机13800001234", "丁大宝手机换成13900001234"), "丁大宝", "mobile", "13900001234"),
        (("丁大宝是法人，手机13800001234", "后四位错了，是四三二一"), "丁大宝", "mobile", "13800004321"),
        (("昆山启云软件有限公司占六成，信用代码91320583MA1ABCDE0K，丁大宝占四成",), "昆山启云软件有限公司", "id_number", "91320583MA1ABCDE0K"),
    ],
)
def test_a_number_stands_in_its_owners_row(turns, who, blank, value):
    assert parties(*turns)[who][blank] == value


@pytest.mark.parametrize("blank", ["mobile", "id_number"])
def test_an_agents_number_never_goes_to_the_founder(blank):
    rows = parties(f"丁大宝是法人，代理人梅小雪，她身份证{IDENTITY}，她电话13800001234")
    assert (blank in rows["丁大宝"], blank in rows["梅小雪"]) == (False, True)


@pytest.mark.parametrize(
    ("said", "who", "blank", "value"),
    [
        ("丁大宝占六成，苏小云占四成", "丁大宝", "percent", "60"),
        ("丁大宝出三十万，苏小云出二十万", "苏小云", "amount", "200000"),
        ("丁大宝出资三十万元，苏小云出资二十万元，都是货币，2029年6月30日前缴清", "丁大宝", "due", "2029-06-30"),
        ("丁大宝和苏小云平分，注册资本一百万", "苏小云", "percent", "50"),
        ("股东丁大宝、苏小云、何苗，平分", "何苗", "percent", "33.33"),
    ],
)
def test_a_share_is_written_to_its_holders_row(said, who, blank, value):
    assert parties(said)[who][blank] == value


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("注册资本一百万",), "1000000 CNY"),
        (("注册资本五十万元，丁大宝是法人",), "500000 CNY"),
        (("注册资本十万美元",), "100000 USD"),
        (("注册资本一百万", "注册资本改成两百万"), "2000000 CNY"),
        ((("registered_capital", "一百万"),), "1000000 CNY"),
        (("注册资本几百万",), None),
        (("注册资本还没定",), None),
        (("房租一百万",), None),
    ],
)
def test_the_capital_is_an_amount_with_its_currency(turns, value):
    assert capital(*turns) == value


def test_the_capital_may_be_written_to_another_blank():
    statement = hear(Transcript.of("注册资本一百万"))
    assert [fact.field for fact in capital_facts(statement, read_affairs(statement), "total")] == ["total"]


def test_the_kind_is_worked_out_and_the_name_is_said():
    derived = {fact.field: fact.derived for fact in facts("丁大宝是法人")}
    assert (derived["parties.0.kind"], derived["parties.0.name"]) == (True, False)


@pytest.mark.parametrize(
    "turns",
    [
        ("我叫 丁大宝 ，我占六成，我老婆苏小云占四成",),
        ("丁大宝，宝是宝贝的宝，做法人", "手机 138 0000 1234"),
        ("注册资本一百万，丁大宝和苏小云平分，都是货币",),
        ("代理人梅小雪，电话幺三八零零零零幺二三四",),
        ("嗯，昆山启云软件有限公司，占六成，丁大宝占四成",),
    ],
)
def test_every_fact_is_quoted_as_said(turns):
    assert misquoted(*turns) == []


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (("丁大宝是法人", "丁大宝占六成"), ["丁大宝"]),
        (("丁大饱，宝是宝贝的宝，做法人",), ["丁大饱", "宝贝的宝"]),
        (("法人是我", "我叫丁大宝"), ["丁大宝"]),
    ],
)
def test_a_name_quotes_where_it_was_said_first_and_its_cues(turns, words):
    statement = hear(Transcript.of(*turns))
    assert [each.words for each in name_evidence(statement, statement.roster.members[0])] == words


def test_row_numbers_have_no_gaps():
    numbers = {int(fact.field.split(".")[1]) for fact in facts("隔壁的何苗人很好，丁大宝占六成，苏小云占四成，鲁大卫做监事")}
    assert numbers == set(range(len(numbers)))


def test_nobody_gives_no_facts():
    statement = hear(Transcript.of("今天真热"))
    assert list(party_facts(statement, read_affairs(statement))) == []


@pytest.mark.parametrize(("number", "text"), [("100000.00", "100000"), ("1E+6", "1000000"), ("0.50", "0.5"), ("0", "0"), ("0.00", "0"), ("12.34", "12.34")])
def test_a_decimal_is_written_plainly(number, text):
    assert plain(Decimal(number)) == text


@pytest.mark.parametrize(
    ("part", "text"),
    [(Fraction(1, 3), "33.33"), (Fraction(2, 3), "66.67"), (Fraction(1, 2), "50"), (Fraction(1), "100"), (Fraction(131, 200), "65.5"), (Fraction(0), "0")],
)
def test_a_part_is_a_percent_with_at_most_two_decimals(part, text):
    assert percent(part) == text


@given(st.decimals(0, 10**12, places=2))
def test_writing_plainly_keeps_the_value(number):
    assert (Decimal(plain(number)), "E" in plain(number)) == (number, False)


@given(st.integers(0, 10_000))
def test_a_hundredth_of_a_percent_is_kept(hundredths):
    assert Decimal(percent(Fraction(hundredths, 10_000))) == Decimal(hundredths) / 100


def test_a_percent_said_finely_is_not_rounded():
    assert [percent(Fraction(99999, 100_000)), percent(Fraction(1, 100_000)), percent(Fraction(1, 3))] == ["99.999", "0.001", "33.33"]
