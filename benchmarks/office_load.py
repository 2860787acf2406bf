"""A million cases straight in an office's database, and what `office.py` needs to ask for them: run by it as a process of its own.

python benchmarks/office_load.py CASES DRAFTS    (GAOXING_DATA and DATABASE_URL name the office; one line of JSON at the end)

One case is submitted by the office's own code; the others repeat it with names, telephones, units, states and times of their own. Every blob is sealed anew
for its own row and opens there. One in twenty is a draft that no clerk may see.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from datetime import datetime, timedelta
from typing import Any

import office_people as people

BATCH = 2_000
UNITS, CLERKS, OWNERS, TOKENS = 8, 24, 500, 16
FIRST = 1_000
"""The number of the first case loaded."""

NUMBERED = 100
"""The serial of the first case loaded; those submitted afterwards go on behind the last."""

PHONE = "13800001234"
STATES = (("registered", 70), ("archived", 10), ("submitted", 5), ("accepted", 5), ("correction_asked", 2), ("refused", 2), ("withdrawn", 1), ("draft", 5))
AFTER = {"submitted": 0, "draft": 0, "accepted": 1, "correction_asked": 1, "withdrawn": 1}
OPEN = {"submitted", "accepted", "correction_asked"}


class Pattern:
    """The case that the others repeat: its rows, and its blobs in plain."""

    def __init__(self, now: datetime) -> None:
        from gaoxing.office.cases import vault
        from gaoxing.office.cases.judging import judged
        from gaoxing.office.cases.models import Case
        from gaoxing.office.cases.queries import words_of
        from gaoxing.office.cases.reading import taken_from
        from gaoxing.office.cases.story import place
        from gaoxing.office.cases.submitting import Sent, submit

        drafted = next(people.drafts(1, 0, now=now))
        case = Case.objects.select_related("owner").get(pk=drafted["fields"]["case"])
        ready = judged(case, taken_from(words_of(case), on=now.date()), now=now)
        submission = submit(case, ready, Sent("pattern", case.revision), case.owner, now=now)
        case.refresh_from_db()
        self.case, self.submission, self.events = case, submission, list(case.events.order_by("number"))
        self.name = people.name_of(0)
        opened = lambda blob, column: vault.unseal(blob, case=case.pk, column=column)  # noqa: E731
        self.blobs = {column: opened(getattr(case, column), column) for column in ("words", "form", "title") if getattr(case, column)}
        self.sent = {column: opened(getattr(submission, column), place(submission, column)) for column in ("words", "form", "findings", "papers")}
        self.place = place


def loaded_name(number: int) -> str:
    """A name of as many letters as the pattern's, no other case's within the first million."""
    letters, size = people.LETTERS, len(people.LETTERS)
    return f"昆山市玉山镇{letters[number // size // size % size]}{letters[number // size % size]}{letters[number % size]}面馆"


def phone(number: int) -> str:
    return f"137{number:08}"


class Rows:
    """The rows of some cases, made from the pattern."""

    def __init__(self, pattern: Pattern, cast: dict[str, Any], now: datetime, whole: int) -> None:
        self.pattern, self.cast, self.now, self.whole = pattern, cast, now, whole
        self.dice = random.Random(1)
        self.words, self.weights = zip(*STATES, strict=True)

    def make(self, number: int, pk: int) -> tuple[Any, Any, list[Any], list[Any]]:
        from gaoxing.office.cases.models import Case

        state = self.dice.choices(self.words, self.weights)[0]
        filed = self.now - timedelta(seconds=20 * (self.whole - number) + 60)
        case = Case(pk=pk, reference=f"load-{number}", state=state, created=filed, changed=filed, owner_id=self.dice.choice(self.cast["owners"]))
        case.matter, case.edition, case.revision, case.consent = self.pattern.case.matter, self.pattern.case.edition, 3, self.pattern.case.consent
        for column, plain in self.pattern.blobs.items():
            setattr(case, column, self._sealed(plain, number, pk, column))
        if state == "draft":
            return case, None, [], []
        self._filed(case, number, filed)
        return case, self._submission(case, number), self._events(case, filed), self._keys(case, number)

    def _filed(self, case: Any, number: int, filed: datetime) -> None:
        case.number, case.filed = f"320583-{filed.year}-{number + NUMBERED:06}", filed
        if case.state in OPEN:
            case.due, case.rank, case.yellow_from = (filed + timedelta(days=days) for days in (3, 3, 2))
        if case.state != "submitted":
            place = self.dice.randrange(CLERKS)
            case.handler_id, case.unit_id = self.cast["clerks"][place], self.cast["units"][place % UNITS]

    def _submission(self, case: Any, number: int) -> Any:
        from gaoxing.office.cases.models import Submission

        former = self.pattern.submission
        row = Submission(case=case, number=1, token=f"load-{number}", at=case.filed, by_id=case.owner_id, role=former.role)
        row.edition, row.rules_on = former.edition, case.filed.date()
        for column, plain in self.pattern.sent.items():
            setattr(row, column, self._sealed(plain, number, case.pk, self.pattern.place(row, column)))
        return row

    def _events(self, case: Any, filed: datetime) -> list[Any]:
        from gaoxing.office.cases.models import CaseEvent

        former = self.pattern.events[0]
        told = {"case": case, "source": "draft", "target": "submitted", "role": former.role, "clock": former.clock, "days": former.days}
        events = [CaseEvent(**told, number=1, act=former.act, by_id=case.owner_id, at=filed)]
        for step in range(AFTER.get(case.state, 2)):
            moved = {"source": "submitted", "target": case.state, "role": "window_clerk", "by_id": case.handler_id, "at": filed + timedelta(hours=step + 1)}
            events.append(CaseEvent(case=case, number=step + 2, act="accept" if not step else "register", **moved))
        return events

    def _keys(self, case: Any, number: int) -> list[Any]:
        from gaoxing.office.cases.models import SearchKey
        from gaoxing.office.cases.search_keys import NAME, TELEPHONE, key

        name = loaded_name(number)
        told = ((NAME, name), (NAME, name[6:9]), (TELEPHONE, phone(number)))
        return [SearchKey(case=case, kind=kind, digest=key(kind, text)) for kind, text in told]

    def _sealed(self, plain: bytes, number: int, pk: int, column: str) -> bytes:
        from gaoxing.office.cases.vault import seal

        for former, other in ((self.pattern.name, loaded_name(number)), (PHONE, phone(number))):
            plain = plain.replace(former.encode(), other.encode()).replace(json.dumps(former)[1:-1].encode(), json.dumps(other)[1:-1].encode())
        return seal(plain, case=pk, column=column)


def load(count: int, rows: Rows, first: int) -> None:
    from django.db import connection, transaction

    from gaoxing.office.cases.models import Case, Serial

    start = time.perf_counter()
    for begin in range(0, count, BATCH):
        made = [rows.make(number, first + number) for number in range(begin, min(begin + BATCH, count))]
        with transaction.atomic():
            store([each[0] for each in made])
            store([each[1] for each in made if each[1]])
            store([event for each in made for event in each[2]])
            store([key for each in made for key in each[3]])
        done = begin + len(made)
        if not done % (10 * BATCH):
            print(f"  {done:,} cases, {done / (time.perf_counter() - start):,.0f} a second", file=sys.stderr, flush=True)
    Serial.objects.update(last=count + NUMBERED)
    with connection.cursor() as cursor:
        from django.core.management.color import no_style

        for statement in connection.ops.sequence_reset_sql(no_style(), [Case]):
            cursor.execute(statement)
        cursor.execute("ANALYZE")


def store(rows: list[Any]) -> None:
    """Rows of one table by one statement."""
    from django.db import connection

    meta, quoted = rows[0]._meta, connection.ops.quote_name
    fields = [each for each in meta.concrete_fields if rows[0].pk is not None or not each.primary_key]
    sql = f"INSERT INTO {quoted(meta.db_table)} ({', '.join(quoted(each.column) for each in fields)}) VALUES ({', '.join(['%s'] * len(fields))})"
    with connection.cursor() as cursor:
        cursor.executemany(sql, [[each.get_db_prep_save(getattr(row, each.attname), connection) for each in fields] for row in rows])


def cast(now: datetime) -> dict[str, Any]:
    """Units, clerks and owners by their numbers; the clerk who asks."""
    from gaoxing.office.people import accounts
    from gaoxing.office.people.assigning import assign
    from gaoxing.office.people.models import Person, Unit

    units = [Unit.objects.create(code=f"L{number}", name=f"第{number}受理科").pk for number in range(UNITS)]
    clerks = []
    for number in range(CLERKS):
        person, _ = accounts.open_staff(f"load-clerk-{number}", "窗口某", by=None, now=now)
        assign(person, "window_clerk", by=None, now=now, since=now.date(), unit=Unit.objects.get(pk=units[number % UNITS]))
        Person.objects.filter(pk=person.pk).update(password_due=False)
        clerks.append(person.pk)
    owners = [accounts.applicant_of(f"136{number:08}", language="zh-hans", now=now).pk for number in range(OWNERS)]
    return {"units": units, "clerks": clerks, "owners": owners}


def first_clerk() -> int:
    """The number of the clerk who asks; the limits on posts are counted anew for them, as are the sign-ins."""
    from gaoxing.office.api.models import Token
    from gaoxing.office.people.models import Person

    found = Person.objects.get(account="load-clerk-0").pk
    Token.objects.filter(person=found).delete()
    return found


def asking(clerk: int, count: int, now: datetime) -> dict[str, Any]:
    """The clerk's cookies and tokens, the marks of deep pages, and what is searched for."""
    from gaoxing.office.api import tokens
    from gaoxing.office.cases.models import Case
    from gaoxing.office.keyset import mark
    from gaoxing.office.people.models import Person

    person = Person.objects.get(pk=clerk)
    cookies = people.browser(person)
    texts = [tokens.make(person, f"load {number}", ["read_cases"], days=1, now=now, by_operator=True).text for number in range(TOKENS)]
    seen = Case.objects.filter(number__isnull=False)
    deep = seen.order_by("-pk")[int(seen.count() * 0.9999) - 1]
    dated = seen.order_by("-filed", "-pk")[int(seen.count() * 0.9999) - 1]
    some = seen.order_by("?") if count < 1000 else seen.filter(pk__in=random.Random(2).sample(range(count // 2, count), 60))
    found = [(int(each.reference[5:]), each.number) for each in some.filter(reference__startswith="load-")[:20]]
    return {
        "cookies": cookies,
        "tokens": texts,
        "deep": {"api": str(deep.pk), "html": mark(dated.filed, dated.pk), "row": int(seen.count() * 0.9999)},
        "seen": seen.count(),
        "searches": {"number": [number for _, number in found], "name": [loaded_name(n) for n, _ in found], "telephone": [phone(n) for n, _ in found]},
    }


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gaoxing.office.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone

    call_command("migrate", verbosity=0)
    now, count, drafts = timezone.now(), int(sys.argv[1]), int(sys.argv[2])
    if connection.vendor == "sqlite":
        for wish in ("synchronous=OFF", "cache_size=-800000", "wal_autocheckpoint=100000"):
            connection.cursor().execute(f"PRAGMA {wish}")
    from gaoxing.office.cases.models import Case

    began, loaded = time.perf_counter(), Case.objects.filter(reference__startswith="load-").count()
    if not loaded:
        pattern, known = Pattern(now), cast(now)
        load(count, Rows(pattern, known, now, count), first=FIRST)
    told = {"seconds": time.perf_counter() - began, **asking(first_clerk(), loaded or count, now)}
    told["drafts"] = list(people.drafts(drafts, Case.objects.filter(pk__gte=FIRST + (loaded or count)).count() + 1, now=timezone.now()))
    print(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    main()
