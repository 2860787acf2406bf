"""The zone's lists are imported: what is new, what changes, what is asked; nothing known is emptied, nobody becomes another. Names are invented."""

from datetime import timedelta

import pytest

from gaoxing.engines.workbook import read
from gaoxing.office.aftercare.clients.contacts import contacts_of
from gaoxing.office.aftercare.clients.importing import ENTERPRISES, LISTS, PROJECTS
from gaoxing.office.aftercare.models import Client
from gaoxing.office.aftercare.stewards import coverage, entrust
from gaoxing.office.importing import actions, queries
from gaoxing.office.importing.models import ImportBatch, ImportLine
from gaoxing.office.importing.registry import importer
from gaoxing.office.people import accounts
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db
Verdict = ImportLine.Verdict
CODE = "91320583MA1NQRT50A"
HEAD = "编号,企业名称,统一社会信用代码,行业,镇、片区,联系人,职务,联系电话,服务专员,职工人数,年营业收入,备注\n"
SOUND = HEAD + f"E1,昆山样例甲有限公司,{CODE},电子元件,样例一镇,张某,经理,13900001234,steward,120,1 亿元到 10 亿元,\n"


@pytest.fixture
def imported(cast, now):
    """A list, judged, and taken in where it was confirmed."""

    def made(text=SOUND, *, kind="clients", confirm=True):
        batch = actions.upload(importer(kind), actions.Sent("名单.csv", text.encode()), cast["leader"], now=now)
        on_and_on(batch, now)
        if confirm:
            on_and_on(actions.confirm(batch, cast["leader"], now=now), now)
        return ImportBatch.objects.get(pk=batch.pk)

    return made


def on_and_on(batch, now):
    while actions.go_on(batch, now=now):
        pass


def told(batch):
    return [(row.verdict, " ".join(row.told)) for row in queries.rows(batch)]


def row(**cells):
    """A row of the list, with these cells."""
    return HEAD + ",".join(cells.get(each.id, "") for each in ENTERPRISES) + "\n"


def test_the_lists_are_entered_among_those_that_can_be_imported():
    assert [importer(each.kind) for each in LISTS] == list(LISTS)


def test_a_new_enterprise_stands_on_the_list_with_profile_contact_and_steward(imported, cast):
    imported()
    client = Client.objects.get()
    assert (client.name, client.uscc, client.town, client.staff, client.revenue) == ("昆山样例甲有限公司", CODE, "样例一镇", 120, "to_1bn")
    assert [(each.name, each.post, each.telephone) for each in contacts_of(client)] == [("张某", "经理", "13900001234")]
    assert client.stewardships.get().steward == cast["steward"]


def test_a_list_imported_twice_changes_nothing(imported):
    imported()
    assert told(imported(SOUND + "\n", confirm=False)) == [(Verdict.UNCHANGED, "")]


def test_what_a_row_leaves_empty_stays_as_it_is_known(imported):
    imported()
    batch = imported(row(code="E1", name="昆山样例甲有限公司", town="样例二镇"))
    assert told(batch) == [(Verdict.CHANGED, "改：镇、片区")]
    client = Client.objects.get()
    assert (client.town, client.uscc, client.industry, client.staff) == ("样例二镇", CODE, "电子元件", 120)
    assert contacts_of(client)[0].telephone == "13900001234"


def test_every_change_is_named(imported, cast):
    imported()
    changed = row(code="E1", name="昆山样例新名有限公司", uscc=CODE, contact="李某", mobile="13900005678", steward="steward-2", staff="130")
    assert told(imported(changed, confirm=False)) == [(Verdict.CHANGED, "改：企业名称、职工人数、联系人、联系电话、服务专员")]


def test_a_change_of_steward_keeps_the_history(imported, cast):
    imported()
    imported(row(code="E1", name="昆山样例甲有限公司", steward="steward-2"))
    assert Client.objects.get().stewardships.get(until=None).steward == cast["colleague"]


def test_a_planned_hand_over_is_not_undone_by_the_steward_of_today(imported, cast, now):
    imported()
    first = now.date() + timedelta(days=10)
    entrust(Client.objects.get(), cast["colleague"], cast["leader"], now=now, since=first)
    assert told(imported(SOUND + "\n", confirm=False)) == [(Verdict.UNCHANGED, "")]
    assert told(imported(SOUND.replace("样例一镇", "样例二镇"))) == [(Verdict.CHANGED, "改：镇、片区")]
    planned = Client.objects.get().stewardships.get(until=None)
    assert (planned.steward, planned.since) == (cast["colleague"], first)


def test_a_client_that_left_comes_back_onto_the_list(imported, now):
    imported()
    Client.objects.update(until=now.date())
    assert told(imported(confirm=True)) == [(Verdict.CHANGED, "改：重新列入名单")]
    assert Client.objects.get().until is None


def test_another_name_under_a_known_number_is_asked_unless_the_credit_code_is_the_same(imported):
    imported()
    asked = told(imported(row(code="E1", name="昆山样例乙有限公司"), confirm=False))
    assert asked[0][0] == Verdict.ASKED
    assert "编号 E1 原来是“昆山样例甲有限公司”" in asked[0][1]
    assert told(imported(row(code="E1", name="昆山样例乙有限公司", uscc=CODE), confirm=False)) == [(Verdict.CHANGED, "改：企业名称")]


@pytest.mark.parametrize("cells", [{"name": "昆山样例丁有限公司", "uscc": CODE}, {"name": "昆山样例甲有限公司", "uscc": ""}])
def test_the_code_or_name_of_another_on_the_list_is_told(imported, cells):
    imported()
    asked = told(imported(row(code="E9", **cells), confirm=False))
    assert asked[0][0] == Verdict.ASKED
    assert "名单上的 E1 昆山样例甲有限公司" in asked[0][1]


def test_the_same_code_twice_in_one_file_is_told_with_its_row(imported):
    batch = imported(SOUND + SOUND.split("\n")[1].replace("E1,昆山样例甲", "E2,昆山样例乙") + "\n", confirm=False)
    assert told(batch)[1] == (Verdict.WRONG, f"和第 2 行重复（{CODE}）。请只留一行。")


def test_several_projects_of_one_builder_are_no_duplicates(imported):
    text = f"项目编号,项目名称,建设单位信用代码,服务专员\nP1,样例扩建一期,{CODE},steward\nP2,样例扩建二期,{CODE},steward\n"
    assert [each for each, _ in told(imported(text, kind="projects"))] == [Verdict.NEW, Verdict.NEW]
    assert Client.objects.filter(kind="project").count() == 2


def test_a_steward_is_found_by_name_where_there_is_one_of_it(imported, cast, now):
    accounts.correct(cast["colleague"], now=now, name="陆某某")
    imported(row(code="E1", name="昆山样例甲有限公司", steward="陆某某"))
    assert Client.objects.get().stewardships.get().steward == cast["colleague"]


def test_a_name_that_two_stewards_bear_is_asked_with_their_accounts(imported):
    asked = told(imported(row(code="E1", name="昆山样例甲有限公司", steward="王某"), confirm=False))
    assert asked[0] == (Verdict.ASKED, "叫“王某”的服务专员有 2 位，请改写账号：steward、steward-2。")


def test_somebody_who_is_no_steward_is_asked(imported):
    assert "没有叫“examiner”的服务专员" in told(imported(row(code="E1", name="昆山样例甲有限公司", steward="examiner"), confirm=False))[0][1]


def test_a_row_without_a_steward_is_taken_in_and_said_to_be_unserved(imported, now):
    batch = imported(row(code="E1", name="昆山样例甲有限公司"))
    assert told(batch)[0] == (Verdict.NEW, "没有写服务专员，导入以后还没有人服务。")
    assert (coverage(Client.Kind.ENTERPRISE, on=now.date()).listed, coverage(Client.Kind.ENTERPRISE, on=now.date()).covered) == (1, 0)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"uscc": "91320583MA1NQRT50B"}, "统一社会信用代码要核对"),
        ({"mobile": "1390000"}, "联系电话要核对"),
        ({"staff": "2000000"}, "职工人数不对"),
        ({"staff": "-3"}, "职工人数不对"),
    ],
)
def test_what_cannot_be_is_asked_and_not_taken_in(imported, cells, said):
    batch = imported(row(code="E1", name="昆山样例甲有限公司", **cells), confirm=False)
    assert told(batch)[0][0] == Verdict.ASKED
    assert said in told(batch)[0][1]


def test_all_that_is_to_be_asked_of_a_row_is_told_at_once(imported):
    asked = told(imported(row(code="E1", name="昆山样例甲有限公司", uscc="1", mobile="2", steward="无此人"), confirm=False))[0][1]
    assert all(each in asked for each in ("信用代码要核对", "联系电话要核对", "没有叫“无此人”"))


@pytest.mark.parametrize("text", [row(name="昆山样例甲有限公司"), row(code="E1")])
def test_a_row_without_number_or_name_is_wrong(imported, text):
    assert told(imported(text, confirm=False))[0][0] == Verdict.WRONG


def test_a_band_of_revenue_that_is_none_is_wrong_and_says_what_may_stand_there(imported):
    batch = imported(row(code="E1", name="昆山样例甲有限公司", revenue="很多"), confirm=False)
    assert "2000 万元以下" in told(batch)[0][1]


def test_a_running_number_is_no_number_of_the_list():
    assert not {"序号"} & {name for each in (*ENTERPRISES, *PROJECTS) for name in each.others}


def test_a_steward_who_left_meanwhile_makes_the_row_wrong_and_lists_nothing(imported, cast, now):
    batch = imported(confirm=False)
    cast["steward"].assignments.all().delete()
    on_and_on(actions.confirm(batch, cast["leader"], now=now), now)
    assert told(batch)[0][0] == Verdict.WRONG
    assert not Client.objects.exists()


def test_a_steward_imports_no_list(cast, now):
    with pytest.raises(NotAllowed, match="只能由领导办"):
        actions.upload(importer("clients"), actions.Sent("名单.csv", SOUND.encode()), cast["steward"], now=now)


@pytest.mark.parametrize("kind", ["clients", "projects"])
def test_the_sample_sheet_is_one_that_would_be_taken_in(imported, of_leader, kind):
    content = of_leader.get(f"/staff/imports/{kind}/template.xlsx").content
    columns = importer(kind).columns
    assert [each.column.id for each in read(content, columns).places] == [each.id for each in columns]
    text = ",".join(each.label for each in columns) + "\n" + ",".join(each.example for each in columns) + "\n"
    assert told(imported(text, kind=kind, confirm=False))[0][0] == Verdict.NEW
