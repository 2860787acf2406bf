from __future__ import annotations

from datetime import date
from pathlib import Path

from gaoxing.documents.checklist import rows, to_bring
from gaoxing.documents.document import Layout
from gaoxing.documents.material import Material
from gaoxing.documents.particulars import Particulars, Run

CHARTER = Material("公司章程", "Articles", "全体股东签名", "《公司法》第四十六条", "S1", form=True)
IDENTITY = Material("身份证明", "Identity", "每位股东", "《市场主体登记管理条例》第十六条", "S2")
CONSENT = Material("业主一致同意的材料", "Consent", "业主", "《民法典》第二百七十九条", "S29 K", when="把住宅用作住所")
MINUTES = Material("会议记录", "Minutes", "成立大会", "《公司法》第一百零三条", "S1", state="joint_stock")
TOLD = Particulars({"applicant": Run("昆山某某有限公司", "name"), "matter": Run("公司设立登记")}, {}, {"joint_stock": False})


def texts(found: tuple, column: str = "name") -> list[str]:
    return [row[column].text for row in found]


def test_a_paper_that_was_made_is_not_to_be_brought() -> None:
    found = rows((CHARTER, IDENTITY), ("公司章程",), TOLD)
    assert (texts(found["made"]), texts(found["own"]), found["later"]) == (["公司章程"], ["身份证明"], ())


def test_a_paper_that_could_not_be_made_yet_is_told_and_never_silently_missing() -> None:
    [later] = rows((CHARTER,), (), TOLD)["later"]
    assert later["sentence"].text.startswith("“公司章程”还没有生成")


def test_what_this_form_does_not_call_for_is_left_out() -> None:
    assert texts(rows((MINUTES,), (), TOLD)["own"]) == []
    assert texts(rows((MINUTES,), (), TOLD.having(joint_stock=True))["own"]) == ["会议记录"]


def test_what_was_not_verified_is_left_to_the_window() -> None:
    found = rows((IDENTITY, CONSENT), (), TOLD)["own"]
    assert texts(found, "basis") == ["《市场主体登记管理条例》第十六条", "《民法典》第二百七十九条（以窗口为准）"]


def test_a_paper_says_when_it_is_wanted() -> None:
    assert texts(rows((IDENTITY, CONSENT), (), TOLD)["own"], "when") == ["都要", "把住宅用作住所"]


def test_the_list_is_a_paper_of_its_own() -> None:
    layout = to_bring((CHARTER, IDENTITY), (Layout("公司章程", "某章程", Path("x"), {}),), TOLD, date(2026, 11, 25))
    tables = [block["rows"] for block in layout.values["blocks"] if block["kind"] == "table"]
    assert [[row[0][0]["text"] for row in table] for table in tables] == [["公司章程"], ["身份证明"]]
    assert layout.name == "申请材料清单"
