"""The pages of an enterprise on the ladder, walked as people do."""

from __future__ import annotations

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from gaoxing.office.cultivation.content import content_of
from gaoxing.office.cultivation.models import Assessed, AssessedRung, GrowthYear

pytestmark = pytest.mark.django_db

SAID = "2025年营收八千万元，研发花了五百二十万元，职工一百一十人，科技人员十五人"


@pytest.fixture
def browser(owner, signed_in):
    return signed_in(owner)


@pytest.fixture
def do(browser, row):
    """Posts to the page of the figures as it stands now."""

    def posted(act, **fields):
        row.refresh_from_db()
        return browser.post(f"/ladder/{row.number}/figures", {"do": act, "revision": row.revision, **fields})

    return posted


def page(browser, path):
    answer = browser.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_enterprise_begins_says_its_figures_and_sees_where_it_stands(browser):
    begun = browser.post("/ladder", {"enterprise": "昆山样例电子有限公司", "uscc": ""})
    assert begun.status_code == 302
    number = Assessed.objects.get().number
    said = browser.post(f"/ladder/{number}/figures", {"do": "say", "revision": 0, "said": SAID})
    assert said.status_code == 302
    shown = page(browser, f"/ladder/{number}")
    assert "科技型中小企业" in shown
    assert "缺数据" in shown


@pytest.mark.parametrize("year", ["0000", "0025", "2999", "9" * 5000])
def test_a_year_that_is_none_is_not_shown(browser, row, year):
    shown = page(browser, f"/ladder/{row.number}/figures?year={year}")
    assert f"@{int(year[:4])}" not in shown
    assert f"@{year[:4]}" not in shown


def test_a_name_that_is_empty_is_refused_and_what_was_typed_stays(browser):
    answer = browser.post("/ladder", {"enterprise": " ", "uscc": "913205"})
    told = answer.content.decode()
    assert answer.status_code == 409
    assert "请写企业名称" in told
    assert 'value="913205"' in told


def test_the_next_rung_stands_open_and_first(browser, row, told):
    told(row)
    shown = page(browser, f"/ladder/{row.number}")
    assert shown.count('<details class="rung" open>') == 1
    assert shown.index('<details class="rung" open>') < shown.index('<details class="rung">')


def test_missing_data_lead_to_their_blank(browser, row, told):
    told(row)
    shown = page(browser, f"/ladder/{row.number}")
    link = re.search(rf'href="/ladder/{row.number}/figures\?year=(\d+)#(f-[a-z_]+-\d+)"', shown)
    assert f'id="{link[2]}"' in page(browser, f"/ladder/{row.number}/figures?year={link[1]}")


def test_every_datum_says_where_it_came_from(browser, row, do):
    do("say", said=SAID)
    assert "说的：“" in page(browser, f"/ladder/{row.number}/figures")


def test_what_cannot_be_read_stays_on_the_page_with_its_sentence(row, do):
    answer = do("keep", **{"revenue@2025": "8000", "staff@2025": "110"})
    told = answer.content.decode()
    assert answer.status_code == 409
    assert "没有单位" in told
    assert 'value="8000"' in told
    assert 'value="110"' in told


def test_nothing_is_kept_where_one_blank_cannot_be_read(row, do):
    do("keep", **{"revenue@2025": "八千", "staff@2025": "110"})
    assert "staff@2025" not in content_of(Assessed.objects.get(pk=row.pk)).keyed.answers


def test_typed_figures_are_kept_and_judged(row, do):
    assert do("keep", **{"revenue@2025": "8000万元", "staff@2025": "110", "resident": "true"}).status_code == 302
    row.refresh_from_db()
    assert (row.year, row.rungs.count()) == (2025, 8)
    assert content_of(row).keyed.answers["revenue@2025"].value == "80000000"


def test_somebody_quicker_is_told_and_what_was_typed_stays(browser, row, told):
    told(row)
    answer = browser.post(f"/ladder/{row.number}/figures", {"do": "keep", "revision": 0, "staff@2025": "120"})
    assert "别人刚改过" in answer.content.decode()
    assert 'value="120"' in answer.content.decode()


def test_figures_of_no_year_wait_and_are_given_one(browser, row, do):
    do("say", said="职工一百一十人，营收八千万元")
    assert "没说是哪一年的" in page(browser, f"/ladder/{row.number}/figures")
    waiting = next(each for each in content_of(Assessed.objects.get(pk=row.pk)).keyed.years if each.startswith("?"))
    do("date", row=waiting, year="2025")
    assert content_of(Assessed.objects.get(pk=row.pk)).keyed.answers["staff@2025"].value == 110


def test_a_year_to_come_is_no_year_of_figures(row, do):
    do("say", said="职工一百一十人，营收八千万元")
    waiting = content_of(Assessed.objects.get(pk=row.pk)).keyed.years[-1]
    assert "不能比今年晚" in do("date", row=waiting, year="2999").content.decode()


def test_a_figure_that_differs_from_what_stands_is_asked(browser, row, told, do):
    told(row)
    do("say", said="2025年研发花了六百万元")
    shown = page(browser, f"/ladder/{row.number}/figures")
    assert "原来填的是520万元，这次说的是600万元" in shown
    do("settle", key="research@2025", reading="1")
    assert content_of(Assessed.objects.get(pk=row.pk)).keyed.answers["research@2025"].value == "6000000"


def test_a_question_without_an_answer_stays_asked(row, told, do):
    told(row)
    do("say", said="2025年研发花了六百万元")
    answer = do("settle", key="research@2025")
    assert "请选一个" in answer.content.decode()


def test_words_without_figures_are_told_and_kept(do):
    answer = do("say", said="我们公司很好")
    assert "没有听出" in answer.content.decode()
    assert "我们公司很好" in answer.content.decode()


def test_a_table_is_read_and_its_bad_rows_are_told_until_the_next(browser, row, do):
    table = "年度,职工总数,销售收入（万元）\n2025年,110,8000\n2024年,很多,7000\n".encode()
    do("sheet", file=SimpleUploadedFile("t.csv", table))
    shown = page(browser, f"/ladder/{row.number}/figures")
    assert "第3行" in shown
    assert content_of(Assessed.objects.get(pk=row.pk)).keyed.answers["revenue@2024"].value == "70000000"


def test_units_that_differ_are_asked_before_anything_is_read(row, do):
    table = "年度,研发费用（元）,销售收入（万元）\n2025年,5200000,8000\n".encode()
    told = do("sheet", file=SimpleUploadedFile("t.csv", table)).content.decode()
    assert "单位核对过" in told
    do("sheet", units="checked", file=SimpleUploadedFile("t.csv", table))
    assert content_of(Assessed.objects.get(pk=row.pk)).keyed.answers["research@2025"].value == "5200000"


def test_a_table_of_several_enterprises_is_refused(do):
    table = "企业名称,年度,职工总数\n甲样例公司,2025,10\n乙样例公司,2025,20\n".encode()
    assert "有 2 家企业" in do("sheet", file=SimpleUploadedFile("t.csv", table)).content.decode()


def test_a_file_that_is_no_table_is_refused(do):
    assert do("sheet", file=SimpleUploadedFile("t.xlsx", b"\x00\x01nothing")).status_code == 409


def test_a_doubt_is_told_and_may_be_confirmed(browser, row, told, do):
    told(row, **{"staff@2025": 110, "revenue@2025": "8000"})
    assert "确实如此" in page(browser, f"/ladder/{row.number}")
    do("confirm", doubt="INP-10")
    row.refresh_from_db()
    assert row.doubts == 0


def test_a_part_above_its_whole_is_doubted_and_cannot_be_confirmed(browser, row, told, do):
    told(row, **{"staff@2025": 10, "technical_staff@2025": 15})
    do("confirm", doubt="INP-01")
    assert "比职工总数10人还多" in page(browser, f"/ladder/{row.number}")


def test_an_act_that_the_page_never_showed_is_refused(do):
    assert "不完整" in do("erase").content.decode()


def test_what_if_shows_what_moves_and_keeps_nothing(browser, row, told):
    told(row)
    answer = browser.post(f"/ladder/{row.number}/if", {"revision": 1, "staff@2025": "400", "technical_staff@2025": "15"})
    assert "级会变" in answer.content.decode()
    assert content_of(Assessed.objects.get(pk=row.pk)).keyed.answers["staff@2025"].value == 110


def test_what_was_tried_is_kept_where_somebody_says_so(browser, row, told):
    told(row)
    browser.post(f"/ladder/{row.number}/if", {"revision": 1, "technical_staff@2025": "40", "keep": "yes"})
    assert content_of(Assessed.objects.get(pk=row.pk)).keyed.answers["technical_staff@2025"].value == 40


def test_a_try_that_cannot_be_read_is_told(browser, row, told):
    told(row)
    answer = browser.post(f"/ladder/{row.number}/if", {"revision": 1, "staff@2025": "许多"})
    assert answer.status_code == 409
    assert 'value="许多"' in answer.content.decode()


def test_the_years_stand_beside_each_other_with_their_change(browser, row, told):
    told(row, **{"revenue@2024": "50000000", "revenue@2025": "80000000"})
    shown = page(browser, f"/ladder/{row.number}/years")
    assert "8000万元" in shown
    assert "+60%" in shown


def test_a_plan_is_kept_beside_what_came_of_it(browser, row, told):
    told(row)
    browser.post(f"/ladder/{row.number}/years", {"year": "2025", "planned": "1亿元"})
    assert [(each.planned, each.actual) for each in GrowthYear.objects.all()] == [(100_000_000, 80_000_000)]


@pytest.mark.parametrize(("year", "planned", "sentence"), [("25", "1亿元", "四位数字"), ("2027", "8000", "没有单位")])
def test_a_plan_that_cannot_be_read_stays_on_the_page(browser, row, year, planned, sentence):
    told = browser.post(f"/ladder/{row.number}/years", {"year": year, "planned": planned}).content.decode()
    assert sentence in told
    assert f'value="{planned}"' in told


def test_the_letter_is_handed_out_as_word(browser, row, told):
    told(row)
    answer = browser.get(f"/ladder/{row.number}/letter.docx")
    assert answer.content[:2] == b"PK"
    assert browser.get(f"/ladder/{row.number}/letter.txt").status_code == 404


def test_the_list_finds_by_words_and_says_how_many(browser, row, told):
    told(row)
    assert "（1 家）" in page(browser, "/ladder")
    assert "没有找到" in page(browser, "/ladder?q=别家")


@pytest.mark.parametrize("where", ["", "/years", "/figures", "/if"])
def test_figures_beyond_all_measure_still_have_their_pages(row, told, browser, where):
    huge = {"staff@2024": 1, "staff@2025": 10**30, "technical_staff@2025": 10**29, "revenue@2024": "0.000001", "revenue@2025": "9" * 18}
    told(row, **huge)
    assert browser.get(f"/ladder/{row.number}{where}").status_code == 200


def test_a_count_beyond_all_measure_in_a_table_is_not_taken(browser, row, do):
    book = Workbook()
    book.active.append(["年度", "职工总数"])
    book.active.append([2025, 1e30])
    book.save(made := io.BytesIO())
    assert do("sheet", file=SimpleUploadedFile("t.xlsx", made.getvalue())).status_code == 302
    assert "第2行" in page(browser, f"/ladder/{row.number}/figures")
    assert "staff@2025" not in content_of(Assessed.objects.get(pk=row.pk)).keyed.answers


def value(row, key):
    answer = content_of(Assessed.objects.get(pk=row.pk)).keyed.answers.get(key)
    return answer and answer.value


def test_one_blank_is_kept_while_the_others_are_filled_in(do, row):
    first = do("field", **{"staff@2025": "110"}).json()
    second = do("field", **{"revenue@2025": "8000万元"}).json()
    assert (first["wrong"], second["revision"] - first["revision"]) == ("", 1)
    assert (value(row, "staff@2025"), value(row, "revenue@2025")) == (110, "80000000")
    assert AssessedRung.objects.filter(assessed=row).exists()


def test_a_blank_that_is_emptied_is_emptied_and_one_left_as_it_is_keeps_nothing_anew(do, row):
    kept = do("field", **{"staff@2025": "110"}).json()["revision"]
    assert do("field", **{"staff@2025": "110"}).json()["revision"] == kept
    assert do("field", **{"staff@2025": ""}).json()["revision"] == kept + 1
    assert value(row, "staff@2025") is None


@pytest.mark.parametrize(("key", "text", "why"), [("revenue@2025", "8000", "没有单位"), ("staff@2025", "很多", "")])
def test_a_blank_that_cannot_be_read_is_told_and_keeps_nothing(do, row, key, text, why):
    told = do("field", **{key: text}).json()
    assert why in told["wrong"] != ""
    assert (value(row, key), told["revision"]) == (None, row.revision)


def test_of_two_pages_the_older_is_told_that_its_blank_was_not_kept(do, browser, row):
    do("field", **{"staff@2025": "110"})
    answer = browser.post(f"/ladder/{row.number}/figures", {"do": "field", "revision": 0, "staff@2025": "9"})
    assert answer.status_code == 409
    assert "别人刚改过" in answer.json()["told"]
    assert value(row, "staff@2025") == 110


def test_another_s_figures_take_no_blank(signed_in, other, row):
    assert signed_in(other).post(f"/ladder/{row.number}/figures", {"do": "field", "revision": 0, "staff@2025": "9"}).status_code == 404


def test_the_page_keeps_all_by_its_button_where_nothing_was_kept_before(do, browser, row):
    shown = page(browser, f"/ladder/{row.number}/figures")
    assert 'id="by-hand"' in shown
    assert 'id="figures-saved" role="status" hidden' in shown
    assert do("keep", **{"staff@2025": "110"}).status_code == 302
    assert value(row, "staff@2025") == 110
