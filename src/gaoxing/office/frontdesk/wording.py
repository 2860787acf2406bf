"""What a matter is called on the page (用语): its card, blanks, questions and findings in the language of the visitor.

The pages use a matter `spoken` by this module; whatever reads, checks or prints keeps the matter of the catalogue.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from django.utils.translation import gettext as _

from gaoxing import catalogue
from gaoxing.catalogue import Matter
from gaoxing.documents.document import Layout
from gaoxing.documents.material import Material
from gaoxing.forms import Field, Form, Question
from gaoxing.forms.english import English, bracketed
from gaoxing.forms.field import Lack
from gaoxing.intake import Taken
from gaoxing.office.frontdesk.name_words import TITLES, rule_title
from gaoxing.office.language import in_english

HAN = re.compile(r"[\u4e00-\u9fff]")
"""A Chinese character."""


def spoken(matter: Matter) -> Matter:
    """The matter as the page names it: itself in Chinese, else with English words and the official terms in brackets."""
    return _english(matter.id) if in_english() else matter


def told(taken: Taken) -> Taken:
    """What came of a statement as the page tells it: its matter and questions in the language of the page."""
    if taken.matter is None or not in_english():
        return taken
    matter, form = taken.matter, taken.form
    return replace(taken, matter=spoken(matter), questions=tuple(question(matter, form, each) for each in taken.questions) if form else taken.questions)


def question(matter: Matter, form: Form, asked: Question) -> Question:
    """The question in the language of the page, whether the matter is spoken already or not; one about no blank stays as it is."""
    if not in_english():
        return asked
    english, path = catalogue.matter(matter.id).english, asked.field
    try:
        text = english.question(path, name=_name(form, path))
        return replace(asked, text=text, why=english.why(path), example=english.example(path))
    except KeyError:
        return asked


def materials(matter: Matter) -> tuple[Material, ...]:
    """What must be attached, in the language of the page; the paper's own name stays in brackets."""
    if not in_english():
        return matter.materials
    english = matter.english
    return tuple(replace(each, name=_titled(each), when=english.phrase(each.when), provider=english.phrase(each.provider)) for each in matter.materials)


def paper(matter: Matter, title: str) -> str:
    """A paper's title in the language of the page, by the list of materials; the Chinese title where the list has no such paper."""
    known = next((each for each in matter.materials if each.name == title), None)
    return _titled(known) if known and in_english() else title


def layout(matter: Matter, drawn: Layout) -> str:
    """A paper's title in the language of the page: by what the paper itself is called in English, else by the list of materials."""
    return f"{drawn.english} ({drawn.name})" if drawn.english and in_english() else paper(matter, drawn.title)


def finding(matter: Matter, rule: str) -> str:
    """What the rule is about, to stand above its Chinese message; empty on a Chinese page."""
    return (matter.english.finding(rule) or (rule_title(rule) if rule in TITLES else "")) if in_english() else ""


def writing(matter: Matter, kind: str, official: str) -> str:
    """How a value of this kind is typed into a blank."""
    return matter.english.writing(kind, official) if in_english() and official else official


def unfit(sentence: str) -> str:
    """Why what was typed was not taken; on an English page only that it was not, for the page says beside it how to write it."""
    return _("写的内容看不懂，或有两种意思，没有保存。") if in_english() else sentence


def fault(message: str) -> str:
    """An engine's message; on an English page one general sentence, for the engines speak Chinese."""
    if in_english() and HAN.search(message):
        return _("系统的一个部件出了故障，这一步没有办成。请把下面这句话给工作人员看。")
    return message


@cache
def _english(matter_id: str) -> Matter:
    """The matter with its card and blanks in English; questions keep the place of the name."""
    matter = catalogue.matter(matter_id)
    english = matter.english
    return replace(
        matter,
        name=english.card("name", matter.name),
        authority=english.card("authority", matter.authority),
        time_limit=english.card("time_limit", matter.time_limit),
        summary=english.card("summary", matter.summary),
        fields=tuple(_field(english, each.id, each) for each in matter.fields),
    )


def _field(english: English, path: str, field: Field) -> Field:
    return replace(
        field,
        label=english.label(path),
        question=english.question(path, name="{name}"),
        why=english.why(path),
        example=english.example(path),
        choices=tuple((value, english.choice(path, value)) for value, _ in field.choices),
        columns=tuple(_field(english, f"{path}.{each.id}", each) for each in field.columns),
        lacks=tuple(_lack(english, f"{path}.{each.topic}", each) for each in field.lacks),
    )


def _lack(english: English, path: str, lack: Lack) -> Lack:
    return replace(lack, question=english.question(path), why=english.why(path), example=english.example(path))


def _titled(material: Material) -> str:
    return bracketed(material.english, material.name)


def _name(form: Form, path: str) -> str:
    """The name of the row's person; empty where there is none."""
    head, *rest = path.split(".")
    return str(form.value(f"{head}.{rest[0]}.name") or "") if rest and rest[0].isdecimal() else ""
