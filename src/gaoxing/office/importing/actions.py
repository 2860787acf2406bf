"""Importing a list (导入): its file is read, every row judged, the whole shown, and taken in once somebody confirms it; then row by row, some at a time.

Each step is a transaction of its own that begins with the batch's lock: whoever asks for the next one, the page or the minute's tick, none is done twice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.engines.workbook import Row, Table, read
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.importing.models import ImportBatch, ImportLine
from gaoxing.office.importing.queries import TAKEN, content_of, head_of
from gaoxing.office.importing.registry import Given, Importer, Judged, importer
from gaoxing.office.importing.sentences import sentences
from gaoxing.office.importing.vault import packed, place, seal, unpacked
from gaoxing.office.people import policy
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may, permit, roles_of
from gaoxing.office.people.remembering import remembering
from gaoxing.office.refusal import NotAllowed

AT_ONCE = 25
"""Rows taken in by one transaction: nobody waits long for the database."""

_State, _Verdict = ImportBatch.State, ImportLine.Verdict


@dataclass(frozen=True, repr=False)
class Sent:
    """A file as it came; `fill_merged`: its sender declared that merged cells mean the same for each of their rows."""

    name: str
    content: bytes
    fill_merged: bool = False


def actor_of(person: Person, act: str, *, now: datetime) -> Actor:
    """Who acts, in the role that lets them."""
    held = sorted(roles_of(person, on=localdate(now)) & set(policy.table()[act].conditions))
    return Actor(person.pk, held[0] if held else "deputy")


def upload(wanted: Importer, sent: Sent, by: Person, *, now: datetime) -> ImportBatch:
    """Read a file and keep its rows, to be judged. Raises Unreadable with all that hinders it, NotAllowed for whoever may not."""
    permit(by, wanted.act, on=localdate(now))
    table = read(sent.content, wanted.columns, most=wanted.most, fill_merged=sent.fill_merged)
    with transaction.atomic():
        made = ImportBatch.objects.create(kind=wanted.kind, by=by, digest=hashlib.sha256(sent.content).hexdigest(), made=now)
        made.about = seal(_head(sent, table), place(made.pk))
        made.save(update_fields=["about"])
        ImportLine.objects.bulk_create(_lines(made, wanted, table), batch_size=500)
        audit.write("import.uploaded", actor=actor_of(by, wanted.act, now=now), subject=made, now=now, details={"rows": len(table.rows)})
    return made


def go_on(batch: ImportBatch, *, now: datetime) -> bool:
    """Do the next step of a batch: judge some rows, or take some in; whether anything is left to do. Sentences are in the language that is in force."""
    with transaction.atomic():
        found = ImportBatch.objects.select_for_update(of=("self",)).select_related("by").get(pk=batch.pk)
        wanted = importer(found.kind)
        if wanted is None or not may(found.by, wanted.act, on=localdate(now)):
            return False
        if found.state == _State.JUDGING:
            return _judge_some(found, wanted, now)
        return found.state == _State.APPLYING and _apply_some(found, wanted, now)


@transaction.atomic
def confirm(batch: ImportBatch, by: Person, *, now: datetime) -> ImportBatch:
    """Have the new and changed rows taken in; pressed again, nothing more happens. Raises NotAllowed where there is none, or it is not judged yet."""
    found, wanted = _own(batch, by, now)
    if found.state in (_State.APPLYING, _State.DONE):
        return found
    if found.state != _State.PREVIEWED:
        raise NotAllowed(_("现在是“%(state)s”，不能导入。要导入的话请重新上传。") % {"state": _State(found.state).label})
    if not found.lines.filter(verdict__in=TAKEN).exists():
        raise NotAllowed(_("没有可以导入的行：不是有错，就是没有变化。改好以后请重新上传。"))
    found.state, found.confirmed = _State.APPLYING, now
    found.save(update_fields=["state", "confirmed"])
    audit.write("import.confirmed", actor=actor_of(by, wanted.act, now=now), subject=found, now=now, details={"digest": found.digest})
    return found


@transaction.atomic
def discard(batch: ImportBatch, by: Person, *, now: datetime) -> ImportBatch:
    """Give a batch up that nobody confirmed. Raises NotAllowed once it was."""
    found, wanted = _own(batch, by, now)
    if found.state in (_State.APPLYING, _State.DONE):
        raise NotAllowed(_("已经确认导入，不能放弃。导入了的记录请到各自的页面上改。"))
    if found.state != _State.DISCARDED:
        ImportBatch.objects.filter(pk=found.pk).update(state=_State.DISCARDED, ended=now)
        audit.write("import.discarded", actor=actor_of(by, wanted.act, now=now), subject=found, now=now)
    found.refresh_from_db()
    return found


def _own(batch: ImportBatch, by: Person, now: datetime) -> tuple[ImportBatch, Importer]:
    """The batch, locked, and its kind. Raises NotAllowed for another's."""
    found, wanted = ImportBatch.objects.select_for_update().get(pk=batch.pk), importer(batch.kind)
    if wanted is None or found.by_id != by.pk:
        raise NotAllowed(_("这个名单是别人上传的，请自己上传一份。"))
    permit(by, wanted.act, on=localdate(now))
    return found, wanted


def _head(sent: Sent, table: Table) -> dict[str, object]:
    columns = [(each.column.id, each.heading) for each in table.places]
    return {"name": sent.name[-120:], "sheet": table.sheet, "columns": columns, "notices": sentences(table.notices)}


def _lines(batch: ImportBatch, wanted: Importer, table: Table) -> Iterable[ImportLine]:
    seen: dict[tuple[object, ...], int] = {}
    for row in table.rows:
        told = [*sentences(row.troubles), *_repeated(row, wanted, seen)]
        verdict = _Verdict.WRONG if told else _Verdict.WAITING
        yield ImportLine(batch=batch, number=row.number, verdict=verdict, content=_sealed(batch, row, told))


def _repeated(row: Row, wanted: Importer, seen: dict[tuple[object, ...], int]) -> Iterable[str]:
    """Sentences for what the file has in an earlier row already; `seen` keeps in which row each came first."""
    for columns in (wanted.key, *((each,) for each in wanted.alone)):
        values = tuple(row.values.get(each) for each in columns)
        if columns and all(each is not None for each in values) and seen.setdefault((columns, *values), row.number) != row.number:
            said = {"row": seen[(columns, *values)], "columns": "、".join(map(str, values))}
            yield _("和第 %(row)s 行重复（%(columns)s）。请只留一行。") % said


def _sealed(batch: ImportBatch, row: Row, told: Sequence[str]) -> bytes:
    return seal({"values": packed(row.values), "shown": dict(row.shown), "told": list(told)}, place(batch.pk, row.number))


def _judge_some(batch: ImportBatch, wanted: Importer, now: datetime) -> bool:
    lines = list(batch.lines.filter(verdict=_Verdict.WAITING).select_related("batch")[: wanted.at_once])
    contents = [content_of(each) for each in lines]
    given = [Given(line.number, unpacked(content["values"])) for line, content in zip(lines, contents, strict=True)]
    for line, content, judged in zip(lines, contents, wanted.judge(given, batch.by, now) if given else (), strict=True):
        _keep(line, content, judged)
    ImportLine.objects.bulk_update(lines, ["verdict", "content", "subject"], batch_size=200)
    if batch.lines.filter(verdict=_Verdict.WAITING).exists():
        return True
    ImportBatch.objects.filter(pk=batch.pk).update(state=_State.PREVIEWED)
    return False


def _keep(line: ImportLine, content: dict[str, object], judged: Judged) -> None:
    line.verdict, line.subject = judged.verdict, judged.subject
    line.content = seal({**content, "told": list(judged.told), "kept": dict(judged.kept)}, place(line.batch.pk, line.number))


def _apply_some(batch: ImportBatch, wanted: Importer, now: datetime) -> bool:
    lines = list(batch.lines.filter(verdict__in=TAKEN, done=None).select_related("batch")[:AT_ONCE])
    with remembering():
        for line in lines:
            _apply_one(line, wanted, batch.by, now)
    if batch.lines.filter(verdict__in=TAKEN, done=None).exists():
        return True
    ImportBatch.objects.filter(pk=batch.pk).update(state=_State.DONE, ended=now)
    audit.write("import.done", actor=actor_of(batch.by, wanted.act, now=now), subject=batch, now=now)
    return False


def _apply_one(line: ImportLine, wanted: Importer, by: Person, now: datetime) -> None:
    """Take one row in; where it cannot be any more, it becomes wrong, with the sentence, and nothing of it is done."""
    content = content_of(line)
    given = Given(line.number, unpacked(content["values"]), content["kept"])
    try:
        with transaction.atomic():
            line.subject = wanted.apply(given, by, now) or line.subject
        line.done = now
    except NotAllowed as refusal:
        _keep(line, content, Judged(_Verdict.WRONG, (refusal.reason,), content["kept"], line.subject))
    line.save(update_fields=["verdict", "content", "subject", "done"])


def name_of(batch: ImportBatch) -> str:
    """The name of the file. Raises a Fault where it does not open."""
    return str(head_of(batch)["name"])
