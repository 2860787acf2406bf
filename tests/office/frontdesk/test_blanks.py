"""Blanks set right by hand, as the page sends them. Persons and numbers are made up."""

import html
import re

import pytest

from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import form_of, words_of
from gaoxing.office.frontdesk import visitor as visiting

pytestmark = pytest.mark.django_db
TWO = "我想注册一家公司，注册资本一百万元。"
OWNERS = "两个股东，王小明占百分之六十，李小红占百分之四十。"
IDENTITY = "320583199001011234"


@pytest.fixture
def sending(visitor):
    """Posts about one blank as the page does."""

    def post(address, blank, **fields):
        return visitor.post(f"/draft/{address}", {"path": blank, **fields}, headers={"hx-request": "true"})

    return post


@pytest.fixture
def company(typing):
    typing(words=TWO + OWNERS)


def text_of(response):
    return html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode()))


def blank_of(response, path):
    found = re.search(rf'<div class="blank[^>]*data-field="{re.escape(path)}"(.*?)\n  </div>', response.content.decode(), re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", " ", found[1])) if found else ""


def value(path):
    return form_of(Case.objects.get()).value(path)


@pytest.mark.usefixtures("company")
def test_a_blank_is_set_right_and_says_so(sending):
    page = sending("correct", "registered_capital", text="200万")
    assert value("registered_capital") == {"amount": "2000000", "currency": "CNY"}
    assert "手工填" in blank_of(page, "registered_capital")


@pytest.mark.usefixtures("company")
def test_without_javascript_the_editor_is_a_page_and_leads_back_to_the_blank(visitor):
    page = visitor.get("/draft/blanks/registered_capital")
    assert 'value="100万元"' in page.content.decode()
    response = visitor.post("/draft/correct", {"path": "registered_capital", "text": "三百万"})
    assert (response.status_code, response["Location"]) == (302, "/desk#blank-registered_capital")
    assert value("registered_capital")["amount"] == "3000000"


@pytest.mark.usefixtures("company")
def test_what_does_not_fit_is_told_at_the_input_and_kept_in_it(visitor, sending):
    page = sending("correct", "registered_capital", text="大概一百万").content.decode()
    assert 'value="大概一百万"' in page
    assert 'aria-describedby="hint-registered_capital error-registered_capital"' in page
    assert "看不懂“大概一百万”" in page
    assert visitor.post("/draft/correct", {"path": "registered_capital", "text": "大概一百万"}).status_code == 422
    assert value("registered_capital")["amount"] == "1000000"


@pytest.mark.usefixtures("company")
@pytest.mark.parametrize("given", [{"empty": "1", "text": "100万元"}, {"text": "  "}])
def test_a_blank_is_emptied_and_the_words_can_speak_again(given, sending):
    page = sending("correct", "registered_capital", **given)
    assert value("registered_capital") is None
    assert "手工清空" in blank_of(page, "registered_capital")
    sending("restore", "registered_capital")
    assert value("registered_capital")["amount"] == "1000000"


@pytest.mark.usefixtures("company")
def test_choices_are_taken_as_a_list(sending):
    sending("correct", "parties.0.roles", value=["shareholder", "director"])
    assert value("parties.0.roles") == ("shareholder", "director")


@pytest.mark.usefixtures("company")
def test_a_correction_follows_its_person_when_an_earlier_sentence_is_removed(typing, sending):
    typing(words=TWO, addition="张大山占百分之六十")
    typing(addition="李小红占百分之四十")
    at = next(path for path, answer in form_of(Case.objects.get()).answers.items() if answer.value == "李小红").removesuffix(".name")
    sending("correct", f"{at}.mobile", text="155 0000 6278")
    first = next(entry.number for entry in words_of(Case.objects.get()).entries if entry.said.startswith("张大山"))
    typing(f"/draft/turns/{first}/remove")
    assert (at, value("parties.0.name"), value("parties.0.mobile")) == ("parties.1", "李小红", "15500006278")


@pytest.mark.usefixtures("company")
def test_a_page_that_is_behind_corrects_the_person_it_showed(sending):
    sending("correct", "parties.0.mobile", row="李小红", text="15500006278")
    assert value("parties.1.mobile") == "15500006278"
    assert value("parties.0.mobile") is None


@pytest.mark.usefixtures("company")
def test_a_person_who_is_gone_is_not_corrected(sending):
    response = sending("correct", "parties.0.mobile", row="赵六", text="15500006278")
    assert response.status_code == 409
    assert "这一位已经不在表上" in text_of(response)


@pytest.mark.usefixtures("company")
def test_a_correction_without_its_person_stands_at_the_head_and_can_be_deleted(typing, sending):
    sending("correct", "parties.1.mobile", text="15500006278")
    page = typing(words=TWO + "王小明一个人占百分之百。")
    assert re.search(r"有 1 处手工填的没有地方放.*李小红：移动电话 \s*155\*{4}6278", text_of(page), re.DOTALL)
    sending("restore", "parties.*.mobile", row="李小红")
    assert words_of(Case.objects.get()).corrections == ()


@pytest.mark.usefixtures("company")
def test_words_that_change_beneath_a_correction_show_both_sides(typing, sending):
    sending("correct", "registered_capital", text="200万")
    page = typing(words=TWO.replace("一百万", "五百万") + OWNERS)
    assert "您手工填的是“200万元（人民币）”，话里现在说的是“500万元（人民币）”" in blank_of(page, "registered_capital")
    page = sending("correct", "registered_capital", keep="1")
    assert "话里现在说的是" not in blank_of(page, "registered_capital")
    assert value("registered_capital")["amount"] == "2000000"


@pytest.mark.usefixtures("company")
def test_a_row_is_added_once_and_its_blanks_can_be_filled(sending):
    for _ in range(2):
        sending("rows", "parties", row="+1", text="赵大海")
    sending("correct", "parties.2.mobile", row="+1", text="15500006278")
    assert [value(f"parties.{number}.name") for number in range(4)] == ["王小明", "李小红", "赵大海", None]
    assert value("parties.2.mobile") == "15500006278"


@pytest.mark.usefixtures("company")
def test_two_pages_that_add_a_row_add_two(sending):
    sending("rows", "parties", row="+1", text="赵大海")
    sending("rows", "parties", row="+1", text="钱小河")
    assert [value("parties.2.name"), value("parties.3.name")] == ["赵大海", "钱小河"]


@pytest.mark.usefixtures("company")
def test_a_row_needs_a_name(sending):
    response = sending("rows", "parties", row="+1", text=" ")
    assert response.status_code == 400
    assert "请先写明加的是谁" in text_of(response)


@pytest.mark.usefixtures("company")
def test_a_row_is_taken_out_and_put_back(sending):
    page = sending("rows/remove", "parties.0", row="王小明")
    assert [path for path in form_of(Case.objects.get()).answers if path.startswith("parties.0.")] == []
    assert "已手工删去：王小明" in text_of(page)
    sending("restore", "parties.*", row="王小明")
    assert value("parties.0.name") == "王小明"


@pytest.mark.usefixtures("company")
def test_a_private_value_is_whole_in_its_editor_alone(visitor, sending):
    page = sending("correct", "parties.0.id_number", text=IDENTITY)
    assert IDENTITY not in page.content.decode()
    assert IDENTITY in visitor.get("/draft/blanks/parties.0.id_number").content.decode()


@pytest.mark.usefixtures("company")
def test_what_a_clerk_fills_in_bears_the_clerks_name(visitor, sending):
    session = visitor.session
    session[visiting.CLERK] = "王某"
    session.save()
    page = sending("correct", "registered_capital", text="200万")
    assert "窗口 王某 填" in blank_of(page, "registered_capital")


@pytest.mark.usefixtures("company")
def test_saving_what_stands_there_corrects_nothing(sending):
    sending("correct", "registered_capital", text="100万元")
    assert words_of(Case.objects.get()).corrections == ()


def test_a_reading_is_chosen_in_the_blank(typing, sending):
    page = typing(words="我想注册一家公司，注册资本五百。")
    sent = re.search(r'name="reading" value="([^"]+)"', page.content.decode())
    assert sent, "no question stands in the blank"
    sending("correct", "registered_capital", reading=html.unescape(sent[1]))
    assert value("registered_capital") is not None
    assert sending("correct", "registered_capital", reading='"7"').status_code == 409


@pytest.mark.usefixtures("company")
@pytest.mark.parametrize("path", ["weather", "parties", "parties.0", "parties.7.name", "parties.0.weather", "..", "parties.x.name", "名称"])
def test_an_unknown_blank_is_told(visitor, path, sending):
    assert visitor.get(f"/draft/blanks/{path}").status_code == 404
    response = sending("correct", path, text="甲")
    assert response.status_code == 404
    assert "没有这一栏" in text_of(response)


@pytest.mark.usefixtures("company")
@pytest.mark.parametrize("address", ["correct", "restore", "rows", "rows/remove"])
def test_too_long_a_text_is_413_and_nothing_is_lost(address, sending):
    response = sending(address, "name", text="长" * 2001)
    assert response.status_code == 413
    assert "没有保存" in text_of(response)
    assert words_of(Case.objects.get()).corrections == ()


def test_without_a_draft_there_is_no_blank(visitor):
    assert visitor.get("/draft/blanks/name").status_code == 404
    assert visitor.post("/draft/correct", {"path": "name", "text": "甲"}).status_code == 404
    assert Case.objects.count() == 0


def test_a_stranger_corrects_nothing(stranger):
    assert stranger.post("/draft/correct", {"path": "name", "text": "甲"}).status_code == 403
    assert stranger.get("/draft/blanks/name").status_code == 302


@pytest.mark.usefixtures("company")
def test_markup_that_is_typed_is_text(sending):
    page = sending("correct", "name", text="<script>alert(1)</script>").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


@pytest.fixture
def change(typing):
    typing(words="昆山某某软件有限公司要办变更登记，注册资本从一百万增加到三百万。")


@pytest.mark.usefixtures("change")
def test_a_row_without_a_name_is_headed_and_added_by_what_it_is_about(sending):
    page = sending("rows", "changes", row="+1", text="domicile")
    assert value("changes.1.item") == "domicile"
    assert re.search(r"<h4>.*2.*住所</h4>", page.content.decode())
    sending("correct", "changes.1.to", row="+1", text="昆山市玉山镇某某路2号")
    assert value("changes.1.to") == "昆山市玉山镇某某路2号"


@pytest.mark.usefixtures("change")
def test_a_row_without_a_name_is_taken_out_and_the_right_one_stays_corrected(sending, typing):
    typing(words="昆山某某软件有限公司要办变更登记，注册资本从一百万增加到三百万，住所搬到昆山市玉山镇某某路2号。")
    sending("correct", "changes.1.to", row="domicile", text="昆山市玉山镇某某路3号")
    sending("rows/remove", "changes.0", row="registered_capital")
    assert value("changes.1.to") == "昆山市玉山镇某某路3号"
    assert [each["item"] for each in form_of(Case.objects.get()).rows("changes")] == ["domicile"]
