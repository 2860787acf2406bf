"""The pages: what may be imported, a file and its faults, every row before it is taken in, the rows to mend as a table; all without JavaScript."""

from dataclasses import replace

import pytest

from gaoxing.engines.workbook import Code, Trouble, WrittenSheet, read, write
from gaoxing.office.audit.models import Entry
from gaoxing.office.importing.exporting import MOST, Listing, handed_out
from gaoxing.office.importing.models import ImportBatch
from gaoxing.office.importing.sentences import _SENTENCES, sentence
from gaoxing.office.importing.vault import packed, unpacked
from gaoxing.office.refusal import NotAllowed
from tests.office.importing.conftest import COLUMNS, SOUND, file, signed_in, staff, table

pytestmark = pytest.mark.django_db
PLACE = "/staff/imports/things"


def text_of(response):
    return response.content.decode()


def uploaded(browser, text=SOUND, **fields):
    return browser.post(PLACE, {"file": file(text), **fields}, follow=True)


def test_the_kinds_that_one_may_import_are_listed_and_no_others(kind, browser, now):
    assert "测试用的名单。" in text_of(browser.get("/staff/imports"))
    leader = signed_in(staff("leader", "some.leader", now))
    assert "没有可以导入的名单" in text_of(leader.get("/staff/imports"))
    assert leader.get(PLACE).status_code == 404


def test_a_file_is_shown_row_by_row_and_taken_in_when_confirmed(kind, browser, things):
    page = text_of(uploaded(browser, SOUND + "E3,要问的,3\n"))
    assert "可以导入 2 行" in page
    assert "请写清楚。" in page
    batch = ImportBatch.objects.get()
    done = text_of(browser.post(f"{PLACE}/{batch.pk}/confirm", follow=True))
    assert ("导入了 2 行。" in done, 'href="/staff"' in done, set(things)) == (True, True, {"E1", "E2"})
    assert "已导入" in text_of(browser.get("/staff/imports"))


def test_everything_that_hinders_a_file_is_told_at_once_on_its_page(kind, browser):
    answer = browser.post(PLACE, {"file": file("编号,金额\nE1,3\n")})
    page = text_of(answer)
    assert answer.status_code == 400
    assert "有 2 处要改" in page
    assert "缺这些列：“名称”。" in page
    assert "“金额”没有写单位" in page


def test_merged_cells_are_asked_about_and_filled_when_said_so(kind, browser):
    from tests.engines.workbook.books import book

    content = book([["编号", "名称"], ["E1", "甲"], ["E2", None]], merged=["B2:B3"])
    page = text_of(browser.post(PLACE, {"file": file(content, "a.xlsx")}))
    assert "第 2 到 3 行有合并的格子" in page
    assert 'name="merged"' in page
    assert "可以导入 2 行" in text_of(browser.post(PLACE, {"file": file(content, "a.xlsx"), "merged": "fill"}, follow=True))


@pytest.mark.parametrize("fields", [{}, {"file": ""}])
def test_no_file_is_told(kind, browser, fields):
    assert "这个文件是空的" in text_of(browser.post(PLACE, fields))


def test_rows_are_shown_by_verdict_and_page_by_page(kind, browser, monkeypatch):
    from gaoxing.office.importing import queries

    monkeypatch.setattr(queries, "PAGE", 2)
    uploaded(browser, "编号,名称\nE1,甲\nE2,乙\nE3,丙\nE4,要问\n")
    address = f"{PLACE}/{ImportBatch.objects.get().pk}"
    assert 'href="?show=&amp;after=3"' in text_of(browser.get(address))
    rest = text_of(browser.get(f"{address}?show=new&after=3"))
    assert ("丙" in rest, "乙" in rest, "后面的" in rest) == (True, False, False)
    assert browser.get(f"{address}?show=x&after=%2B1").status_code == 200


def test_the_rows_to_mend_come_as_a_table_that_can_be_sent_again(kind, browser):
    uploaded(browser, SOUND + "E3,要问的,3\nE4,,4\n")
    answer = browser.get(f"{PLACE}/{ImportBatch.objects.get().pk}/faults.xlsx")
    assert table(answer) == [
        ["编号", "名称", "金额（万元）", "原来的行号", "要改的地方"],
        ["E3", "要问的", "3", 4, "请写清楚。"],
        ["E4", None, "4", 5, "“名称”没有填。"],
    ]
    assert [row.values["code"] for row in read(answer.content, COLUMNS).rows] == ["E3", "E4"]


def test_the_template_can_be_read_by_its_own_columns(kind, browser):
    answer = browser.get(f"{PLACE}/template.xlsx")
    assert table(answer)[0] == ["编号*", "名称*", "金额（元）", "日期"]
    assert "filename*=utf-8" in answer["Content-Disposition"]
    assert dict(read(answer.content, COLUMNS).rows[0].values)["name"] == "昆山样例有限公司"


def test_telephones_are_masked_on_the_page_and_whole_in_the_table_to_mend(kind, browser, monkeypatch):
    from gaoxing.office.importing import registry

    monkeypatch.setitem(registry._ENTERED, "things", replace(kind, masked=("name",)))
    page = text_of(uploaded(browser, "编号,名称\nE1,要问13900001234\n"))
    assert ("139****1234" in page, "13900001234" in page) == (True, False)
    whole = table(browser.get(f"{PLACE}/{ImportBatch.objects.get().pk}/faults.xlsx"))
    assert whole[1][1] == "要问13900001234"


def test_a_list_can_be_given_up_and_then_not_confirmed(kind, browser, things):
    uploaded(browser)
    address = f"{PLACE}/{ImportBatch.objects.get().pk}"
    assert "已放弃" in text_of(browser.post(f"{address}/discard", follow=True))
    refused = browser.post(f"{address}/confirm")
    assert (refused.status_code, things, "不能导入" in text_of(refused)) == (409, {}, True)


def test_the_same_file_again_is_told_on_its_page(kind, browser):
    for _ in range(2):
        page = text_of(uploaded(browser))
        browser.post(f"{PLACE}/{ImportBatch.objects.first().pk}/confirm")
    assert "已经导入过" in page


def test_a_page_whose_list_goes_on_asks_by_itself_and_by_a_button(kind, browser, monkeypatch):
    from gaoxing.office.importing.views import going

    monkeypatch.setattr(going, "MOMENT", -1)
    text = "编号,名称\n" + "".join(f"E{each},昆山样例第{each}厂\n" for each in range(7))
    page = text_of(uploaded(browser, text))
    address = f"{PLACE}/{ImportBatch.objects.get().pk}"
    assert ("7 行，好了 3 行。" in page, "htmx" in page) == (True, True)
    assert "好了 6 行" in text_of(browser.post(f"{address}/step", headers={"hx-request": "true"}))
    assert browser.post(f"{address}/step", headers={"hx-request": "true"})["HX-Redirect"] == address
    assert browser.post(f"{address}/step")["Location"] == address


def test_another_ones_list_is_not_there(kind, browser, now):
    uploaded(browser)
    other = signed_in(staff("examiner", "other.examiner", now))
    assert other.get(f"{PLACE}/{ImportBatch.objects.get().pk}").status_code == 404


def test_a_list_is_handed_out_to_whoever_may_see_its_page_and_that_is_audited(examiner, now):
    told = Listing("样例 名单", "names.registeredname", "see_names", ["名称", "数"], [["=甲", 1]])
    answer = handed_out(told, examiner, now=now)
    assert table(answer) == [["名称", "数"], ["=甲", 1]]
    assert Entry.objects.get(act="list.exported").actor == examiner.pk
    with pytest.raises(NotAllowed, match="缩小范围"):
        handed_out(Listing("长", "names.registeredname", "see_names", ["数"], ([n] for n in range(MOST + 1))), examiner, now=now)
    with pytest.raises(NotAllowed, match="只能由审核人员办"):
        handed_out(told, staff("leader", "some.leader", now), now=now)


def test_every_trouble_has_its_sentence():
    about = {"row": 3, "last": 4, "count": 2, "most": 9, "sideways": 0}
    assert set(_SENTENCES) == set(Code)
    assert all(sentence(Trouble(code, about)).endswith("。") for code in Code)


def test_values_come_back_from_the_vault_as_what_they_were():
    row = read(write([WrittenSheet("a", ["编号", "名称", "金额（元）", "日期"], [["E1", "甲", "1.50", "2026-11-25"]])]), COLUMNS).rows[0]
    assert unpacked(packed(row.values)) == dict(row.values)
