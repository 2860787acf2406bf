"""Lists of certificates are imported: what is new, what is asked, whom a row means; nothing an account typed is taken for the enterprise."""

import pytest

from gaoxing.office.audit.models import Entry
from gaoxing.office.cultivation.keeping import begin
from gaoxing.office.cultivation.models import Assessed, Qualification
from gaoxing.office.cultivation.zone.importing import COLUMNS, QUALIFICATIONS
from gaoxing.office.cultivation.zone.page import page
from gaoxing.office.importing import actions, queries
from gaoxing.office.importing.models import ImportBatch
from gaoxing.office.importing.registry import importer
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db
CODE, OTHER = "91320583MA1NQRT50A", "91320583MA2EXAMP5U"
HEAD = ",".join(each.label for each in COLUMNS) + "\n"


def row(name="昆山样例甲有限公司", uscc=CODE, rung="高企", number="GR1", since="2025-11-18", until="2028-11-17"):
    return ",".join((name, uscc, rung, number, since, until)) + "\n"


@pytest.fixture
def imported(cast, now):
    """A list, judged, and taken in where it was confirmed."""

    def made(text, *, confirm=True):
        batch = actions.upload(importer("qualifications"), actions.Sent("名单.csv", (HEAD + text).encode()), cast["leader"], now=now)
        on_and_on(batch, now)
        if confirm:
            on_and_on(actions.confirm(batch, cast["leader"], now=now), now)
        return ImportBatch.objects.get(pk=batch.pk)

    return made


def on_and_on(batch, now):
    while actions.go_on(batch, now=now):
        pass


def told(batch):
    return [(each.verdict, " ".join(each.told)) for each in queries.rows(batch)]


def test_the_list_is_entered_among_those_that_can_be_imported():
    assert importer("qualifications") is QUALIFICATIONS


def test_a_client_gets_its_certificate_by_its_credit_code(imported, listed):
    client = listed("E1", uscc=CODE)
    imported(row())
    held = Qualification.objects.get()
    assert (held.assessed.client, held.rung, held.number, held.origin) == (client, "high_tech_enterprise", "GR1", "list")
    assert (str(held.since), str(held.until)) == ("2025-11-18", "2028-11-17")


def test_the_certificate_counts_at_once_and_its_enterprise_is_judged(imported, listed, cast, on):
    listed("E1", uscc=CODE)
    imported(row())
    line = next(each for each in page(cast["leader"], today=on).lines if each.rung == "high_tech_enterprise")
    assert {each.year: each.cells[0].count for each in line.years}[2026] == 1
    assert Assessed.objects.get().rungs.get(rung="high_tech_enterprise").held


def test_a_name_is_enough_where_one_client_alone_bears_it(imported, listed):
    client = listed("E1", name="昆山样例甲有限公司")
    imported(row(uscc=""))
    assert Qualification.objects.get().assessed.client == client


@pytest.mark.parametrize("clients", [0, 2])
def test_a_name_that_nobody_or_several_bear_is_asked_about(imported, listed, clients):
    for number in range(clients):
        listed(f"E{number}", name="昆山样例甲有限公司")
    assert "请补上代码" in told(imported(row(uscc=""), confirm=False))[0][1]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"uscc": "91320583MA1NQRT50B"}, "统一社会信用代码要核对"),
        ({"since": "2026-11-25"}, "发证日期在今天以后"),
        ({"since": "2025-11-18", "until": "2025-11-17"}, "有效期至早于发证日期"),
        ({"rung": "驰名商标"}, "资质"),
        ({"since": "去年冬天"}, "发证日期"),
    ],
)
def test_what_cannot_be_so_is_told_and_nothing_of_it_is_taken_in(imported, wrong, why):
    batch = imported(row(**wrong), confirm=False)
    verdict, words = told(batch)[0]
    assert why in words
    assert verdict in ("asked", "wrong")
    assert not Qualification.objects.exists()


def test_without_a_last_day_it_is_kept_and_said_not_to_count(imported):
    batch = imported(row(until=""))
    assert "不算在有效资质里" in told(batch)[0][1]
    assert Qualification.objects.get().until is None


def test_an_enterprise_that_is_no_client_gets_a_record_of_its_own_and_only_once(imported):
    imported(row())
    imported(row(rung="瞪羚", number="G1"))
    assert Assessed.objects.get().client is None
    assert Assessed.objects.get().qualifications.count() == 2


def test_what_an_account_typed_about_itself_is_not_taken_for_the_enterprise(imported, owner, now):
    claimed = begin("昆山样例甲有限公司", CODE, owner, now=now)
    imported(row())
    assert not claimed.qualifications.exists()
    assert Qualification.objects.get().assessed.owner is None


def test_the_same_list_again_changes_nothing_and_another_number_changes_the_row(imported):
    imported(row())
    assert [verdict for verdict, _why in told(imported(row(), confirm=False))] == ["unchanged"]
    assert [verdict for verdict, _why in told(imported(row(number="GR9")))] == ["changed"]
    assert Qualification.objects.get().number == "GR9"


def test_a_renewal_stands_beside_the_earlier_certificate(imported):
    imported(row(since="2022-11-18", until="2025-11-17"))
    imported(row())
    assert Qualification.objects.count() == 2


def test_two_enterprises_of_one_list_are_two(imported):
    imported(row() + row("昆山样例乙有限公司", OTHER, "“小巨人”", "X1") + row("昆山样例乙有限公司", OTHER, "小巨人", "X1"), confirm=False)
    imported(row() + row("昆山样例乙有限公司", OTHER, "小巨人", "X1"))
    assert sorted(each.rung for each in Qualification.objects.all()) == ["high_tech_enterprise", "little_giant"]


def test_what_was_taken_in_is_audited(imported):
    imported(row())
    assert Entry.objects.filter(act="ladder.listed").count() == 1


def test_only_a_leader_imports(cast, now):
    with pytest.raises(NotAllowed):
        actions.upload(importer("qualifications"), actions.Sent("名单.csv", (HEAD + row()).encode()), cast["steward"], now=now)
