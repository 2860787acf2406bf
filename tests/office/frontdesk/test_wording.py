"""A matter in the language of the page."""

from pathlib import Path

import pytest
from django.utils import translation

from gaoxing.catalogue import matter
from gaoxing.documents.document import Layout
from gaoxing.forms import Answer, Ask, Form, Question, Source, missing
from gaoxing.intake import review
from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk.queries import desk_of
from gaoxing.office.frontdesk.wording import fault, finding, layout, materials, paper, question, spoken, told

COMPANY = matter("company_registration")


@pytest.fixture
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def form():
    return Form(COMPANY.id, "2026", {"parties.0.name": Answer("丁大宝", Source.SAID), "parties.1.kind": Answer("person", Source.SAID)})


def test_on_a_chinese_page_nothing_changes(form):
    asked = Question("name", "公司全称叫什么？")
    assert spoken(COMPANY) is COMPANY
    assert question(COMPANY, form, asked) is asked
    assert finding(COMPANY, "CAP-01") == ""
    assert materials(COMPANY) == COMPANY.materials
    assert paper(COMPANY, "公司章程") == "公司章程"


@pytest.mark.usefixtures("english")
def test_a_card_is_said_in_english_with_its_official_name():
    assert spoken(COMPANY).name == "Setting up a company (公司设立登记)"
    assert spoken(COMPANY).authority.endswith("(昆山市行政审批局)")
    assert spoken(COMPANY).basis == COMPANY.basis


@pytest.mark.usefixtures("english")
def test_blanks_columns_and_choices_are_english():
    assert spoken(COMPANY).field("registered_capital").label == "Registered capital (注册资本)"
    assert spoken(COMPANY).field("parties.0.mobile").label == "Mobile telephone (移动电话)"
    assert spoken(COMPANY).field("company_type").label_of("joint_stock") == "Joint stock company (股份有限公司)"


@pytest.mark.usefixtures("english")
def test_the_questions_of_a_spoken_matter_are_english(form):
    texts = [each.text for each in missing(form, spoken(COMPANY).fields)]
    assert texts[0] == "What is the full name of the company?"
    assert "Who is the director?" in texts


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("registered_capital", "How much is the registered capital?"),
        ("parties.0.id_number", "What is 丁大宝's resident identity card number? For an organisation, please give its unified social credit code."),
        ("parties.1.mobile", "What is this person's mobile number?"),
        ("parties.liaison", "Who is the registration liaison officer?"),
    ],
)
def test_a_question_is_english_whatever_it_is_about(form, path, text):
    assert question(COMPANY, form, Question(path, "中文")).text == text


@pytest.mark.usefixtures("english")
def test_a_question_keeps_its_readings(form):
    assert question(COMPANY, form, Question("name", "中文", readings=("甲", "乙"))).readings == ("甲", "乙")


@pytest.mark.usefixtures("english")
def test_a_question_about_no_blank_stays_as_it_is(form):
    asked = Question("nowhere", "中文")
    assert question(COMPANY, form, asked) is asked


@pytest.mark.usefixtures("english")
def test_a_finding_is_told_in_english_above_its_message():
    assert finding(COMPANY, "CAP-01").startswith("A shareholder's contribution is due too late")


@pytest.mark.usefixtures("english")
def test_a_material_says_in_english_what_it_is_when_it_is_needed_and_from_whom():
    agreement = next(each for each in materials(COMPANY) if "发起人协议" in each.name)
    assert (agreement.name, agreement.when, agreement.provider) == (
        "Promoters' agreement (发起人协议)",
        "a joint stock company",
        "drafted by this system; all promoters sign or seal it",
    )


@pytest.mark.usefixtures("english")
def test_a_paper_has_its_english_title_and_an_unknown_one_its_own():
    assert paper(COMPANY, "公司章程") == "Articles of association (公司章程)"
    assert paper(COMPANY, "别的文件") == "别的文件"


def test_on_a_chinese_page_everything_is_told_as_it_was_taken(taken):
    assert told(taken) is taken


@pytest.mark.usefixtures("english")
def test_the_desk_speaks_english_throughout(taken, now):
    shown = desk_of(Words(), taken, on=now.date())
    assert shown.title == "Company registration (filing) application form (公司登记（备案）申请书)"
    assert shown.sections[1].title.startswith("Shareholders (promoters)")
    assert shown.asked is not None
    assert shown.asked.question.text == "Who are the shareholders? How much does each hold? Who is the legal representative?"
    assert {blank.label for blank in shown.sections[0].blanks} >= {"Company name (名称)", "Registered address (住所)"}


@pytest.mark.usefixtures("english")
def test_a_finding_keeps_its_chinese_message_and_its_article(now):
    form = Form(COMPANY.id, "2026", {"postcode": Answer("21530", Source.TYPED)})
    shown = desk_of(Words(), review(form, on=now.date()), on=now.date())
    [postcode] = [each for each in shown.findings if each.path == "postcode"]
    assert postcode.english == "The postcode is not six digits, or not one of Kunshan. Please check it."
    assert postcode.label == "Postcode (邮政编码)"
    assert "不是六位数字" in postcode.message
    assert postcode.basis.startswith("《市场主体登记管理条例实施细则》第七条")


@pytest.mark.usefixtures("english")
def test_readings_to_choose_from_are_said_back_in_chinese(now):
    form = Form(COMPANY.id, "2026", asks=(Ask("company_type", ("limited_liability", "joint_stock"), ""),))
    shown = desk_of(Words(), review(form, on=now.date()), on=now.date())
    assert shown.asked is not None
    assert shown.asked.readings == ("有限责任公司", "股份有限公司")


@pytest.mark.usefixtures("english")
def test_an_engines_chinese_message_is_told_in_english_and_an_english_one_stays():
    assert fault("缺少字体，不能生成材料。") != "缺少字体，不能生成材料。"
    assert fault("Nothing was saved.") == "Nothing was saved."


def test_on_a_chinese_page_a_fault_speaks_for_itself():
    assert fault("缺少字体，不能生成材料。") == "缺少字体，不能生成材料。"


CHARTER = Layout("公司章程", "昆山某某有限公司章程", Path("deed.typ"), {}, "", "Articles of association")


@pytest.mark.usefixtures("english")
def test_a_paper_bears_its_english_name_with_the_official_one_in_brackets():
    assert layout(COMPANY, CHARTER) == "Articles of association (公司章程)"


def test_a_paper_bears_its_own_title_on_a_chinese_page():
    assert layout(COMPANY, CHARTER) == "昆山某某有限公司章程"
