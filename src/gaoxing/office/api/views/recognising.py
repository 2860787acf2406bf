"""The addresses that read words and check forms (读懂话、查表). They store nothing, and give the caller's own values back as they came, numbers too."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Body, Router
from pydantic import Field

from gaoxing.casework.tables import table_for
from gaoxing.catalogue import Matter, matter, matters
from gaoxing.forms import Field as Blank
from gaoxing.forms import Form
from gaoxing.intake import answer_json, receive, review
from gaoxing.office.api.answering import answer
from gaoxing.office.api.asked import Strict
from gaoxing.office.api.drafting import require_matter
from gaoxing.office.api.problems import Wrong, absent, unfit
from gaoxing.office.api.shapes import AskShape, CheckedShape, FieldShape, FindingShape, MatterList, MatterRow, MatterShape, RecognisedShape
from gaoxing.office.api.views.bearer import Bearer, caller
from gaoxing.office.api.views.problem_shapes import with_problems
from gaoxing.office.projects.policies import by_own_lists
from gaoxing.speech.transcript import Transcript, Turn

router = Router(tags=["recognition"])
READ = Bearer("recognise")


class Spoken(Strict):
    """What was said, and the blank that had just been asked about, where one had."""

    said: Annotated[str, Field(max_length=6_000)]
    asked: Annotated[str, Field(max_length=120)] | None = None


class Statement(Strict):
    """A statement by the contract: the turns in their order; `id` is given back; `matter` forces one."""

    turns: Annotated[list[Spoken], Field(min_length=1, max_length=100)]
    id: Annotated[str, Field(max_length=100)] | None = None
    matter: Annotated[str, Field(max_length=64)] = ""


class FormSent(Strict):
    """A form as `recognise` or `gaoxing fill` writes it: matter, edition, answers by path."""

    matter: Annotated[str, Field(max_length=64)]
    answers: Annotated[dict[str, Any], Field(max_length=2_000)]
    edition: Annotated[str, Field(max_length=32)] = ""
    on: Annotated[date, Field(strict=False)] | None = None


@router.post("/recognise", url_name="api_recognise", auth=READ, response=with_problems(RecognisedShape))
def recognise(request: HttpRequest, body: Body[Statement]) -> HttpResponse:
    """One statement in, one form out, by the contract; nothing is stored."""
    if body.matter:
        require_matter(body.matter)
    transcript = Transcript(tuple(Turn(each.said, each.asked) for each in body.turns))
    on = localdate(caller(request).now)
    taken = by_own_lists(receive(transcript, on=on, matter_id=body.matter or None), on=on)
    return answer(RecognisedShape.model_validate({**({"id": body.id} if body.id is not None else {}), **answer_json(taken)}))


@router.post("/check", url_name="api_check", auth=READ, response=with_problems(CheckedShape))
def check(request: HttpRequest, body: Body[FormSent]) -> HttpResponse:
    """What the rules of a day (today) find about a form, all at once; nothing is stored."""
    require_matter(body.matter)
    on = body.on or localdate(caller(request).now)
    try:
        taken = by_own_lists(review(_form(body, on), on=on), on=on)
    except (KeyError, ValueError, TypeError, AttributeError, ArithmeticError):
        raise unfit([Wrong("answers", "shape", _("answers 里有一栏的写法读不懂。请用 gaoxing fill 写出的样子：路径 → {value, source}。"))]) from None
    found = [FindingShape(**{name: value for name, value in each.to_json().items() if name != "field"}) for each in taken.findings]
    missing = [AskShape(field=each.field, question=each.text, readings=each.to_json()["readings"]) for each in taken.questions]
    return answer(CheckedShape(matter=body.matter, on=str(on), findings=found, missing=missing))


@router.get("/matters", url_name="api_matters", auth=READ, response=with_problems(MatterList))
def list_matters(request: HttpRequest) -> HttpResponse:
    """Every matter."""
    return answer(MatterList(matters=[MatterRow(**_row(each)) for each in matters()]))


@router.get("/matters/{matter_id}", url_name="api_matter", auth=READ, response=with_problems(MatterShape))
def read_matter(request: HttpRequest, matter_id: str) -> HttpResponse:
    """A matter with the blanks of its form."""
    try:
        known = matter(matter_id)
    except KeyError:
        raise absent() from None
    return answer(MatterShape(**_row(known), fields=[_field(each) for each in known.fields]))


def _form(body: FormSent, on: date) -> Form:
    """The form; a bare value stands for one that was typed."""
    answers = {path: each if isinstance(each, dict) and "source" in each else {"value": each, "source": "typed"} for path, each in body.answers.items()}
    strange = [path for path in answers if matter(body.matter).blank(path) is None]
    if strange:
        raise unfit(Wrong(f"answers.{path}", "unknown", _("这份表上没有这一栏。栏目见 /api/v1/matters/事项。")) for path in strange)
    return Form.from_json({"matter": body.matter, "edition": body.edition or matter(body.matter).edition(on).id, "answers": answers})


def _row(known: Matter) -> dict[str, Any]:
    return {"id": known.id, "name": known.name, "fillable": known.fillable, "submittable": _submittable(known.id)}


def _submittable(matter_id: str) -> bool:
    try:
        return bool(table_for(matter_id))
    except KeyError:
        return False


def _field(each: Blank) -> FieldShape:
    return FieldShape(id=each.id, label=each.label, kind=str(each.kind), private=each.private, columns=[_field(column) for column in each.columns])
