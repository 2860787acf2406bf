"""The audit in plain words: every act that the office writes anywhere has a Chinese term and English, on the page, in the export and as a filter."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.utils import translation

import gaoxing.office
from gaoxing.casework.tables import table, table_for
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit import words
from gaoxing.office.audit.asking import AskingForm
from gaoxing.office.audit.exporting import as_csv, as_json_lines
from gaoxing.office.formalities.models import Formality
from gaoxing.office.people.roles import Role

OFFICE = Path(gaoxing.office.__file__).parent
CALLS = {"write", "Told", "told", "record", "_note"}
"""What is called with an act as its first word."""

MADE_UP = {
    "people.{}": (),
    "attachment.{}": ("attachment.clean", "attachment.infected"),
    "formality.{}": tuple(f"formality.{state}" for state in Formality.State.values),
    "name.{}": ("name.entered", "name.given_up"),
    "case.{}": tuple(f"case.{act}" for matter in ("company_registration", "joint_licence") for act in table_for(matter).acts),
    "request.{}": tuple(f"request.{act}" for act in table("request").acts),
    "part.{}": tuple(f"part.{act}" for act in table("request_part").acts),
    "stuck.{}": tuple(f"stuck.{act}" for act in table("escalation").acts),
    "cause.{}": tuple(f"cause.{act}" for act in table("escalation_cause").acts),
    "project.{}": tuple(f"project.{act}" for act in table("project").acts),
    "promotion.{}": tuple(f"promotion.{act}" for act in table("promotion").acts),
    "item.{}": tuple(f"item.{act}" for act in table_for("licence_item").acts),
}
"""Acts that are put together where they are written, and what can come of it."""


def called(node):
    return isinstance(node, ast.Call) and node.args and getattr(node.func, "attr", getattr(node.func, "id", "")) in CALLS


def texts(node):
    """The acts that an argument may be: a text, one of two texts, or a text with a gap."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*texts(node.body), *texts(node.orelse)]
    if isinstance(node, ast.JoinedStr):
        return ["".join(each.value if isinstance(each, ast.Constant) else "{}" for each in node.values)]
    return texts(node.value) if isinstance(node, ast.Subscript) else []


def written():
    """Every act that is written anywhere in the office, with the file that does."""
    found = {}
    for file in OFFICE.rglob("*.py"):
        for node in filter(called, ast.walk(ast.parse(file.read_text(encoding="utf-8")))):
            index = 1 if getattr(node.func, "id", "") == "_note" and len(node.args) > 1 and not texts(node.args[0]) else 0
            trail = "trail." in ast.unparse(node.func)
            if ast.unparse(node.func) == "doing.told":
                found |= {f"{kind}.{{}}": file.name for kind in texts(node.args[0])}
                continue
            for text in texts(node.args[index]):
                if trail or re.fullmatch(r"[a-z]+\.[a-z_{}]+", text):
                    found[f"people.{text}" if trail else text] = file.name
    return found


WRITTEN = written()


@pytest.mark.parametrize("act", sorted(WRITTEN))
def test_every_act_written_anywhere_has_its_words(act):
    missing = [each for each in MADE_UP.get(act, (act,)) if each not in words.table(words.ACTS)]
    assert not missing, f"{WRITTEN[act]} writes {missing}: put it into the acts.toml of its app"


def test_the_search_finds_the_acts_that_are_known_to_be_written():
    assert {"draft.made", "people.close_person", "zone.published", "keys.rotated", "audit.read", "case.{}"} <= WRITTEN.keys()
    assert len(WRITTEN) > 50


def test_no_table_names_an_act_that_nobody_writes():
    made = {act for acts in MADE_UP.values() for act in acts}
    code = "".join(file.read_text(encoding="utf-8") for file in OFFICE.rglob("*.py"))
    assert [act for act in words.table(words.ACTS) if act not in WRITTEN and act not in made and f'"{act}"' not in code] == []


def test_the_gaps_are_filled_by_what_there_is():
    settled = {f"attachment.{state}" for state in (Attachment.State.CLEAN, Attachment.State.INFECTED)}
    assert settled == set(MADE_UP["attachment.{}"])


@pytest.mark.parametrize("part", [words.ACTS, words.KINDS, words.ROLES])
def test_every_word_is_said_in_chinese_and_in_english(part):
    for each in words.table(part).values():
        assert re.search("[一-鿿]", each.term)
        assert re.fullmatch(r"[A-Za-z ,'-]+", each.english)


def test_every_kind_is_a_model_and_is_called_by_its_official_term():
    with translation.override("zh-hans"):
        for kind, word in words.table(words.KINDS).items():
            known = str(apps.get_model(kind)._meta.verbose_name)
            assert known in (word.term, "用户") or word.term.endswith(known), kind


def test_every_role_has_its_words():
    assert set(Role.values) <= words.table(words.ROLES).keys()


def test_what_no_table_names_is_shown_as_it_was_written():
    assert words.of(words.ACTS, "old.act").term == "old.act"
    assert words.spoken(words.KINDS, "") == ""


def test_words_follow_the_language_of_the_page():
    with translation.override("en"):
        assert words.spoken(words.ACTS, "draft.made") == "Began a draft"
    with translation.override("zh-hans"):
        assert words.spoken(words.ACTS, "draft.made") == "新开草稿"


@pytest.mark.parametrize("typed", ["草稿归入账号", "took a draft into an account", " draft.adopted "])
def test_an_auditor_may_ask_by_the_term_the_english_or_the_code(typed):
    form = AskingForm({"act": typed, "role": "窗口人员", "subject_kind": "办件"})
    assert form.is_valid()
    assert (form.wanted().act, form.wanted().role, form.wanted().subject_kind) == ("draft.adopted", "window_clerk", "cases.case")


@pytest.fixture
def row(now):
    return (1, now, 0, "applicant", "draft.made", "cases.case", 3, "", "", "a" * 64, "b" * 64)


def test_the_export_says_each_act_in_two_columns_of_its_own(row):
    heading, line = "".join(as_csv([row])).strip().splitlines()
    assert heading.endswith(",own,term,english")
    assert line.endswith(",新开草稿,Began a draft")


def test_the_lines_of_json_say_it_too(row):
    assert '"term": "新开草稿", "english": "Began a draft"' in "".join(as_json_lines([row]))
