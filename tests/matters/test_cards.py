"""Every matter's card, and the blanks of those that can be filled."""

from __future__ import annotations

import re
from datetime import date

import pytest

from gaoxing import catalogue
from gaoxing.catalogue import Matter, matters
from gaoxing.facts.intent import intended
from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.speech.transcript import Transcript

CONTRACT = {
    "company_registration",
    "sole_trader_registration",
    "registration_change",
    "deregistration",
    "joint_licence",
    "project_filing",
    "project_change",
    "enterprise_request",
    "stuck_matter",
}
FILLABLE = [each for each in matters() if each.fillable]
BLANKS = [
    (each.id, path, field)
    for each in FILLABLE
    for blank in each.fields
    for path, field in [(blank.id, blank), *((column.id, column) for column in blank.columns)]
]


def test_the_nine_matters_of_the_contract_have_a_card():
    assert {each.id for each in matters()} == CONTRACT


@pytest.mark.parametrize("card", matters(), ids=lambda card: card.id)
def test_a_card_says_who_decides_by_what_law_and_how_long(card: Matter):
    assert "《" in card.basis
    assert all((card.name, card.authority, card.time_limit, card.summary, card.cues))
    assert card.folder.name == card.id


@pytest.mark.parametrize("card", matters(), ids=lambda card: card.id)
def test_no_cue_matches_nothing_at_all(card: Matter):
    assert [cue for cue in (*card.cues, *card.signs) if re.search(cue, "")] == []


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("我想注册一家公司", "company_registration"),
        ("帮我办个个体户的执照", "sole_trader_registration"),
        ("我们要办变更登记，换法定代表人", "registration_change"),
        ("公司不做了，来办注销", "deregistration"),
        ("听说能证照联办", "joint_licence"),
        ("我们有个项目要备案，技术改造", "project_filing"),
        ("之前的项目备案要变更一下", "project_change"),
        ("跑了五趟了，还是办不成", "stuck_matter"),
        ("想反映个诉求，车间老是停电", "enterprise_request"),
        ("本来要注销的，想想还是办变更登记吧", "registration_change"),
    ],
)
def test_what_people_say_leads_to_the_matter(words: str, wanted: str):
    cues, signs = {each.id: each.cues for each in matters()}, {each.id: each.signs for each in matters()}
    assert intended(Transcript.of(words), cues, signs) == wanted


@pytest.mark.parametrize("card", [each for each in FILLABLE if "市场主体登记" in each.basis], ids=lambda card: card.id)
def test_the_edition_of_a_registration_form_changes_on_the_first_of_may(card: Matter):
    assert card.edition(date(2026, 4, 30)).id == "2022"
    assert card.edition(date(2026, 5, 1)).id == "2026"


@pytest.mark.parametrize(("matter_id", "path", "field"), BLANKS, ids=lambda part: part if isinstance(part, str) else "")
def test_every_blank_is_labelled_and_asked_for_in_plain_words(matter_id: str, path: str, field: Field):
    assert field.label
    assert field.question.endswith("？") or "？" in field.question
    assert not re.search("[A-Za-z]{3,}", field.question.replace("{name}", ""))


@pytest.mark.parametrize(("matter_id", "path", "field"), BLANKS, ids=lambda part: part if isinstance(part, str) else "")
def test_a_required_blank_has_an_example_and_a_choice_has_choices(matter_id: str, path: str, field: Field):
    assert field.example or not field.required
    assert bool(field.choices) == (field.kind in {Kind.CHOICE, Kind.CHOICES, Kind.BOOLEAN, Kind.OPEN_CHOICE})


@pytest.mark.parametrize("card", FILLABLE, ids=lambda card: card.id)
def test_no_blank_stands_twice(card: Matter):
    ids = [each.id for each in card.fields]
    assert len(set(ids)) == len(ids)


def test_the_contracts_blanks_of_a_company_are_there():
    contract = {each.id for each in catalogue.matter("company_registration").fields if each.contract}
    single = {"name", "alternative_names", "company_type", "registered_capital", "domicile", "business_scope", "operating_term", "employees", "parties"}
    assert contract == single


def test_the_contracts_blanks_of_a_sole_trader_are_there():
    contract = {each.id for each in catalogue.matter("sole_trader_registration").fields if each.contract}
    operator = {"operator.name", "operator.id_number", "operator.mobile"}
    assert contract == operator | {"name", "composition", "family_members", "funds", "premises", "business_scope", "employees"}


@pytest.mark.parametrize("path", ["parties.3.contribution.due", "registered_capital", "parties.0.roles"])
def test_a_blank_is_found_by_its_path(path: str):
    assert catalogue.matter("company_registration").field(path).label


@pytest.mark.parametrize("card", matters(), ids=lambda card: card.id)
def test_a_card_says_what_must_be_attached(card: Matter):
    assert card.materials
    assert (card.folder / "materials.toml").exists()


@pytest.mark.parametrize("card", matters(), ids=lambda card: card.id)
def test_a_paper_to_attach_cites_its_article_unless_it_was_not_read(card: Matter):
    bare = [each.name for each in card.materials if not re.search("《.+》", each.basis) and each.verified]
    vague = [each.name for each in card.materials if each.verified and not re.search("第[一二三四五六七八九十百零]+条", each.basis)]
    assert (bare, vague) == ([], [])


@pytest.mark.parametrize("card", matters(), ids=lambda card: card.id)
def test_a_paper_to_attach_is_named_in_both_languages(card: Matter):
    mixed = [each.name for each in card.materials if re.search("[A-Za-z]", each.name + each.when + each.provider) or not each.english.isascii()]
    assert mixed == []


@pytest.mark.parametrize("card", matters(), ids=lambda card: card.id)
def test_only_a_matter_that_can_be_filled_makes_papers_itself(card: Matter):
    assert any(each.form for each in card.materials) == card.fillable


@pytest.mark.parametrize("card", FILLABLE, ids=lambda card: card.id)
def test_the_paper_that_this_system_makes_is_the_one_it_prints(card: Matter):
    assert card.papers is not None
    on = date(2026, 11, 24)
    kind = {"company_type": Answer("limited_liability", Source.TYPED)}
    printed = {name for layout in card.papers(Form(card.id, card.edition(on).id, kind), on) for name in (layout.name, layout.title)}
    assert {each.name for each in card.materials if each.form and not each.when and not each.state} <= printed


@pytest.mark.parametrize("card", matters(), ids=lambda card: card.id)
def test_the_readme_says_where_the_materials_come_from(card: Matter):
    assert "## 材料" in (card.folder / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("paper", "when"),
    [("公司章程", ""), ("全体股东同意不设监事的书面文件", "有限公司不设监事"), ("股款已经缴足的证明", "股份有限公司"), ("验资证明", "公开募集")],
)
def test_a_company_attaches_what_the_law_names(paper: str, when: str):
    [found] = [each for each in catalogue.matter("company_registration").materials if each.name == paper]
    assert found.when.startswith(when)
    assert bool(found.when) == bool(when)
    assert found.verified


def test_no_limited_company_is_asked_for_a_capital_verification():
    asked = [each.when for each in catalogue.matter("company_registration").materials if "验资" in each.name]
    assert asked == ["公开募集设立的股份有限公司"]


def test_what_rests_on_the_form_of_2022_alone_is_not_called_verified():
    papers = [each for card in matters() for each in card.materials if "2022年版" in each.basis]
    assert papers
    assert not any(each.verified for each in papers)


@pytest.mark.parametrize("known", [each for each in matters() if each.papers], ids=lambda each: each.id)
@pytest.mark.parametrize("enterprise", ["昆山某某五金有限公司", "昆山市玉山镇某某小吃店"])
def test_the_title_on_the_card_is_that_of_the_first_paper(known, enterprise):
    form = Form(known.id, known.editions[-1].id if known.editions else "1", {"enterprise": Answer(enterprise, Source.TYPED)})
    assert known.title is not None
    assert known.title(form) == known.papers(form, date(2026, 11, 25))[0].title
