"""Papers that an act on a case hands out (回执、通知书): made of the case and the event when they are opened, as often as one likes and always the same.

One deed an act lies beside this module; an act without one hands out nothing here (licences and registration notices are certificates).
"""

from __future__ import annotations

from pathlib import Path

from django.utils.timezone import localtime

from gaoxing.casework.tables import table_for
from gaoxing.catalogue import matter
from gaoxing.documents import deed
from gaoxing.documents.document import Layout
from gaoxing.documents.particulars import Particulars, Run
from gaoxing.office.cases import story
from gaoxing.office.cases.models import Case, CaseEvent, Submission
from gaoxing.office.frontdesk.case_words import title_of
from gaoxing.office.masking import mask_numbers
from gaoxing.office.zone.queries import profile

_HERE = Path(__file__).parent
ACTS = tuple(sorted(each.stem for each in _HERE.glob("*.toml")))
"""The acts that hand out a paper."""


def listed(case: Case) -> tuple[CaseEvent, ...]:
    """The events that handed out a paper, oldest first."""
    return tuple(each for each in case.events.all() if each.act in ACTS)


def layout(event: CaseEvent) -> Layout | None:
    """The paper of an event; None where its act hands out none. Raises a Fault where something of it does not open."""
    if event.act not in ACTS:
        return None
    case, at = event.case, localtime(event.at)
    blanks = {
        "number": case.number or "",
        "matter": matter(case.matter).name,
        "name": _name(case, event),
        "at": f"{at:%Y-%m-%d %H:%M}",
        "day": f"{at.year}年{at.month}月{at.day}日",
        "authority": profile().authority,
    }
    told = Particulars({name: Run(text) for name, text in blanks.items()}, {"reasons": _reasons(event), "papers": _papers(case, event)})
    return deed.compose(_HERE / f"{event.act}.toml", told, at.date())


def title(act: str) -> tuple[str, str]:
    """What the paper of an act is called, in Chinese and English."""
    found = deed.load(_HERE / f"{act}.toml")
    return found["title"], found["english"]


def _reasons(event: CaseEvent) -> tuple[dict[str, Run], ...]:
    kinds = {choice.id: choice.term for kind in table_for(event.case.matter).reasons.values() for choice in kind.choices}
    told = next((each.reasons for each in story.told(event.case) if each.number == event.number), ())
    rows = ({"kind": f"{kinds.get(each.id, '')}（{each.about}）" if each.about else kinds.get(each.id, ""), "words": mask_numbers(each.words)} for each in told)
    return tuple({name: Run(text) for name, text in row.items()} for row in rows)


def _papers(case: Case, event: CaseEvent) -> tuple[dict[str, Run], ...]:
    """What was handed in with the submission that stood at the event."""
    last = _standing(case, event)
    if last is None:
        return ()
    found = story.papers_of(last)
    names = [*(each["name"] for each in found["papers"]), *(each["material"] or "别的材料" for each in found["attachments"])]
    return tuple({"paper": Run(name)} for name in dict.fromkeys(names))


def _name(case: Case, event: CaseEvent) -> str:
    last = _standing(case, event)
    return title_of(story.form_of(last)) if last else ""


def _standing(case: Case, event: CaseEvent) -> Submission | None:
    return case.submissions.filter(at__lte=event.at).order_by("-number").first() or case.submissions.order_by("number").first()
