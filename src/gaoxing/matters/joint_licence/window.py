"""What the joint window tells (联办一窗): one overview of licences, papers, form, saving and plan as plain JSON; faults and effects of a zone's table.

The counters (terminal and office) know this module as the card's `joint`; the rooms beside it hold the parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.joint_licence import dossier as dossiers
from gaoxing.matters.joint_licence.bundle.brought import COLLECTIVE
from gaoxing.matters.joint_licence.bundle.brought import own_papers as of_permits
from gaoxing.matters.joint_licence.bundle.papers import papers, undecided
from gaoxing.matters.joint_licence.bundle.saving import saving
from gaoxing.matters.joint_licence.bundle.shared_fields import shared_fields, still_to_fill
from gaoxing.matters.joint_licence.determination.asking import open_ids, questions_left
from gaoxing.matters.joint_licence.determination.determining import Determination, determine
from gaoxing.matters.joint_licence.fields import PREFIX, answers_of
from gaoxing.matters.joint_licence.nearest import nearest
from gaoxing.matters.joint_licence.permits.comparing import differences
from gaoxing.matters.joint_licence.permits.entries import Answers, Catalogue, Licence
from gaoxing.matters.joint_licence.permits.loading import known_on, parsed
from gaoxing.matters.joint_licence.permits.validation import faults_of, problems
from gaoxing.matters.joint_licence.planning.choices import Choices, to_apply
from gaoxing.matters.joint_licence.planning.gantt import COLUMNS, gantt, rows
from gaoxing.matters.joint_licence.planning.plan import plan
from gaoxing.matters.joint_licence.planning.what_if import what_if
from gaoxing.matters.joint_licence.zone_tables import cautions as zone_tables
from gaoxing.matters.joint_licence.zone_tables.editing import changed_licences as changed_licences
from gaoxing.matters.joint_licence.zone_tables.editing import edited as edited
from gaoxing.matters.joint_licence.zone_tables.editing import known_with
from gaoxing.matters.joint_licence.zone_tables.editing import licence_rows as licence_rows
from gaoxing.matters.joint_licence.zone_tables.editing import papers_to_choose as papers_to_choose
from gaoxing.matters.joint_licence.zone_tables.editing import row_of as row_of
from gaoxing.matters.joint_licence.zone_tables.editing import standing as standing
from gaoxing.matters.joint_licence.zone_tables.examples import rippled
from gaoxing.matters.joint_licence.zone_tables.writing import remarks_lost as remarks_lost

ALREADY = "营业执照已经有了，登记和刻章不用再办"
HANDED_OVER = "这一行不在联办目录里。可以从相近的行业里选一个，都不是的请窗口工作人员接着办。"


def overview(
    form: Form,
    on: date,
    *,
    own: Sequence[str] = (),
    region: str = "",
    commitments: Sequence[str] = (),
    stops: Mapping[str, int] | None = None,
    registers: bool = False,
    today: date | None = None,
) -> dict[str, Any]:
    """All that the window can tell of a form, applied for on the day; `trade` is None where it has none.

    `own`: the zone's tables as text, checked before (`faults`); `commitments`, `stops`: see `planning.choices`; `today`: where the picture's line stands.
    Keys: trade, answers, needed, not_needed, open, had (by an enterprise that is there), questions, papers, undecided, fields,
    still_to_fill, saving, asking (fee, window and telephone of those licences of which the zone said any), plan, gantt, columns, rows, commitments.
    Raises tomllib.TOMLDecodeError where a table is no TOML, KeyError where a commitment or stop names no licence.
    """
    known = known_on(on, region, [parsed(each) for each in own])
    trade, answers = str(form.value("trade") or ""), circumstances(form)
    if trade not in known.trades:
        return {"trade": None, "nearest": [], "message": HANDED_OVER}
    choices = _choices(form, commitments, stops or {}, known)
    told = determine(trade, answers, known)
    wanted = to_apply(told.ids, existing=choices.existing)
    made = plan(wanted, answers, on, choices, known)
    blanks = shared_fields(wanted, known)
    return {
        **told.to_json(),
        "had": [each for each in told.ids if each not in wanted],
        "questions": [{"id": each.id, "text": each.text} for each in questions_left(trade, answers, known)],
        "papers": [each.to_json() for each in papers(wanted, answers, known, registers=registers)],
        "undecided": [{"id": material.id, "name": material.name, "questions": list(each)} for material, each in undecided(wanted, answers, known)],
        "fields": [each.to_json() for each in blanks],
        "still_to_fill": [each.blank.id for each in still_to_fill(blanks, form)],
        "saving": saving(wanted, answers, known, registers=registers).to_json(),
        "asking": [_asking(known.licences[each]) for each in wanted if _asking(known.licences[each]).keys() - {"name"}],
        "plan": made.to_json(),
        "gantt": gantt(made, today or on),
        "columns": list(COLUMNS),
        "rows": [list(each) for each in rows(made)],
        "commitments": _commitments(wanted, answers, on, choices, known),
    }


def _commitments(wanted: Sequence[str], answers: Answers, on: date, choices: Choices, known: Catalogue) -> dict[str, Any]:
    """The licences that can be had on a commitment (告知承诺) whose days are known, and the earliest opening when all of them are."""
    open_to = [row for row in (known.licences[each] for each in wanted) if row.commitment is not None and row.commitment.days is not None]
    told = plan(wanted, answers, on, replace(choices, commitments=frozenset(each.id for each in open_to)), known)
    rows_of = [{"id": each.id, "name": each.name, **vars(each.commitment)} for each in open_to]
    return {"licences": rows_of, "opening": told.opening.isoformat(), "days": told.working_days}


def dossier(form: Form, on: date, *, own: Sequence[str] = (), region: str = "") -> dict[str, Any]:
    """What the units of a joint application need to know (`dossier.dossier`), by the catalogue of the day. Raises KeyError where it has no known trade."""
    return dossiers.dossier(form, known_on(on, region, [parsed(each) for each in own]), circumstances(form))


def own_papers(form: Form, on: date, *, own: Sequence[str] = (), region: str = "") -> dict[str, Any]:
    """What is asked for `instead_of` the rows of the matter's list that stand for many papers: `papers`, none where the form has no known trade."""
    known, trade, answers = known_on(on, region, [parsed(each) for each in own]), str(form.value("trade") or ""), circumstances(form)
    if trade not in known.trades:
        return {"instead_of": list(COLLECTIVE), "papers": []}
    wanted = to_apply(determine(trade, answers, known).ids, existing=form.value("entity") == "existing")
    return {"instead_of": list(COLLECTIVE), "papers": [each.to_json() for each in of_permits(papers(wanted, answers, known))]}


def authorities(on: date, *, own: Sequence[str] = (), region: str = "") -> list[str]:
    """Every authority that the catalogue of the day names, each once, in its order."""
    return list(dict.fromkeys(each.authority for each in known_on(on, region, [parsed(each) for each in own]).licences.values()))


def circumstances(form: Form) -> Answers:
    """The form's answers, and whether it is a company where that was said (a sole trader has neither articles nor directors)."""
    entity = form.value("entity")
    return {**answers_of(form), **({"is_company": entity != "sole_trader"} if entity in {"company", "sole_trader"} else {})}


def suggestions(words: str) -> dict[str, Any]:
    """What is offered where no trade was recognised: the nearest ones, and that a clerk takes over."""
    return {"trade": None, "nearest": [{"id": each.id, "name": each.name} for each in nearest(words)], "message": HANDED_OVER}


def changed(form: Form, change: Mapping[str, Any], on: date, *, own: Sequence[str] = (), region: str = "") -> dict[str, Any]:
    """What becomes of it when blanks change (假如), by their path; None: that answer is taken back. Beside `WhatIf.to_json`: each licence's `reason`, the
    `questions` that are asked only then, and of the plan before and after the picture (`gantt`, to one scale) and its table (`columns`, `rows`).
    Raises KeyError where the form has no known trade.
    """
    known, trade, after = known_on(on, region, [parsed(each) for each in own]), str(form.value("trade")), changed_form(form, change)
    answers, told = circumstances(form), circumstances(after)
    existing = [Choices(existing=each.value("entity") == "existing") for each in (form, after)]
    found = what_if(trade, answers, {**dict.fromkeys(answers), **told}, on, before=existing[0], after=existing[1], known=known)
    longest = max(each.longest for each in found.plans)
    plans = [replace(each, reach=longest) for each in found.plans]
    before = {each.id for each in questions_left(trade, answers, known)}
    return {
        **_with_reasons(found.to_json(), determine(trade, told, known)),
        "questions": [{"id": each.id, "text": each.text} for each in questions_left(trade, told, known) if each.id not in before],
        "gantt": [gantt(each, on, name=name) for each, name in zip(plans, ("before", "after"), strict=True)],
        "columns": list(COLUMNS),
        "rows": [[list(row) for row in rows(each)] for each in plans],
    }


def changed_form(form: Form, change: Mapping[str, Any]) -> Form:
    """The form with other values typed at these paths, emptied where None."""
    return form.without(list(change)).with_answers({path: Answer(value, Source.TYPED) for path, value in change.items() if value is not None})


def changeable(form: Form, on: date, *, own: Sequence[str] = (), region: str = "") -> list[str]:
    """The paths of the answers on which a licence or a paper of the form's trade hangs at all, in the catalogue's order, and whose business it is;
    none without a known trade.
    """
    known, trade = known_on(on, region, [parsed(each) for each in own]), str(form.value("trade") or "")
    return [*(f"{PREFIX}{each}" for each in open_ids(trade, {}, known)), "entity"] if trade in known.trades else []


def _with_reasons(found: dict[str, Any], verdicts: Determination) -> dict[str, Any]:
    """The licences more and fewer, each with why it is needed, not needed, or not decided any more."""
    why = {each.licence.id: each.reason for each in (*verdicts.not_needed, *verdicts.open)} | {each.licence.id: each.reason for each in verdicts.needed}
    more = [{**each, "reason": why.get(each["id"], "")} for each in found["licences_more"]]
    needed = verdicts.ids
    fewer = [{**each, "reason": ALREADY if each["id"] in needed else why.get(each["id"], "")} for each in found["licences_fewer"]]
    return {**found, "licences_more": more, "licences_fewer": fewer}


def faults(text: str | None) -> list[dict[str, Any]]:
    """The faults of a zone's table laid over the shipped one, each with its line; of the shipped one where None. Raises tomllib.TOMLDecodeError."""
    return [each.to_json() for each in (problems({}) if text is None else faults_of(text))]


def cautions(text: str) -> list[dict[str, Any]]:
    """What to look at twice in a sound table, each with its line. Raises tomllib.TOMLDecodeError where it is no TOML."""
    return [each.to_json() for each in zone_tables.cautions(text)]


def effects(text: str, below: str = "") -> list[dict[str, Any]]:
    """What a sound table changes against another one (none: what is shipped), over all trades. Raises tomllib.TOMLDecodeError where one is no TOML."""
    return [each.to_json() for each in differences(known_with(below), known_with(text))]


def ripples(text: str, below: str, on: date) -> list[dict[str, Any]]:
    """The worked examples whose plan, applied for on the day, becomes another by a sound table (`zone_tables.examples`)."""
    return [each.to_json() for each in rippled(known_with(below), known_with(text), on)]


def _asking(licence: Licence) -> dict[str, str]:
    told = {"fee": licence.fee, "window": licence.contact.window, "telephone": licence.contact.telephone}
    return {"name": licence.name, **{word: text for word, text in told.items() if text}}


def _choices(form: Form, commitments: Sequence[str], stops: Mapping[str, int], known: Catalogue) -> Choices:
    for each in (*commitments, *stops):
        if each not in known.licences:
            raise KeyError(each)
    return Choices(existing=form.value("entity") == "existing", commitments=frozenset(commitments), stops=dict(stops))
