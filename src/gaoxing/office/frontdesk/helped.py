"""A draft that a clerk took up by its applicant's code, as the clerk sees it (代填时打码): numbers of people masked, one value shown for a reason.

What is sent back masked becomes the real words again before it is stored (veiling.py); what would store stars is refused with a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.catalogue import Matter, matter
from gaoxing.facts.fact import Value
from gaoxing.forms import Form
from gaoxing.office.cases import queries as cases
from gaoxing.office.cases import revealing
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.cases.reading import taken_from
from gaoxing.office.cases.words import STATEMENT
from gaoxing.office.frontdesk import visitor
from gaoxing.office.frontdesk.beside import Doubt
from gaoxing.office.frontdesk.corrections import Place
from gaoxing.office.frontdesk.editing import Editor
from gaoxing.office.frontdesk.marks import Piece, is_private
from gaoxing.office.frontdesk.masking import mask, mask_contacts
from gaoxing.office.frontdesk.queries import Desk, Heard, desk_of
from gaoxing.office.frontdesk.revealing import Whole, record_of, said_path, whole
from gaoxing.office.frontdesk.sheet import Blank, Section, label_at
from gaoxing.office.frontdesk.shown import value_text
from gaoxing.office.frontdesk.veiling import STAR, Veil
from gaoxing.office.frontdesk.wording import spoken
from gaoxing.office.people import showing
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

_QUOTED = re.compile(r"“[^”]*”")


def masks(request: HttpRequest) -> bool:
    """Whether what is in hand is masked: one of the staff has it, and it came by its applicant's code."""
    person, reference = getattr(request, "user", None), visitor.in_hand(request)
    return isinstance(person, Person) and person.is_staff_member and bool(reference) and reference not in visitor.own(request)


def desk(request: HttpRequest, shown: Desk) -> Desk:
    """The page as whoever asks for it may see it: as it is, or masked."""
    if not masks(request):
        return shown
    heard = tuple(masked_heard(each) for each in shown.heard)
    statement = next((each.said for each in heard if shown.stated and each.number == shown.stated.number), mask_contacts(shown.statement))
    asked = shown.asked
    if asked is not None and shown.matter and is_private(shown.matter, asked.question.field):
        asked = replace(asked, choices=())
    sections = tuple(_section(each, shown.matter) for each in shown.sections) if shown.matter else ()
    undo, redo = (told(each, request) for each in (shown.standing.ways.undo, shown.standing.ways.redo))
    standing = replace(shown.standing, ways=replace(shown.standing.ways, undo=undo, redo=redo))
    return replace(shown, statement=statement, heard=heard, asked=asked, sections=sections, standing=standing, veiled=True)


def statement(request: HttpRequest, sent: str | None, *, now: datetime) -> str | None:
    """The free statement that was sent, with the real words under what is masked. Raises NotAllowed where that cannot be told."""
    return entry(request, STATEMENT, sent, now=now) if sent is not None else None


def entry(request: HttpRequest, number: int, sent: str, *, now: datetime) -> str:
    """The same of one entry."""
    if not masks(request):
        return sent
    known = next((each for each in _read(_case(request), localdate(now)).heard if each.number == number), None)
    return Veil(known.said, known.masked).lifted(sent) if known else sent


def editor(request: HttpRequest, at: Place, shown: Editor) -> Editor:
    """The editor of a blank: a private value is not in the box; left empty it stays as it is."""
    if not masks(request) or not at.field.private or not shown.filled or shown.error:
        return shown
    told = _("现在填的是“%(value)s”，打了码。不写就不改；要改，请写完整的。") % {"value": value_text(at.field, at.form.value(at.path), at.form)}
    return replace(shown, text="", hint=told)


def stays(request: HttpRequest, at: Place, text: str) -> bool:
    """Whether what was typed leaves a masked value as it is. Raises NotAllowed where it holds stars instead of figures."""
    if not masks(request) or not at.field.private or at.form.value(at.path) is None:
        return False
    value = value_text(at.field, at.form.value(at.path), at.form)
    if STAR in text and text.strip() != value:
        raise NotAllowed(_("星号是打的码，不是内容，所以没有保存。要改，请写完整的；不改，请空着。"))
    return not text.strip() or text.strip() == value


def papers_form(request: HttpRequest, known: Form | None, *, leaves: bool = False, now: datetime) -> Form | None:
    """The form of which papers are drawn: private values masked, unless the papers were to be shown whole. `leaves`: this uses the permission up."""
    if known is None or not masks(request):
        return known
    if leaves and showing.taken(request.session, _papers_of(_case(request)), now=now) == revealing.PAPERS:
        return known
    return masked_form(known)


def masked_form(known: Form) -> Form:
    """A form whose private values are masked; of other texts the numbers in them."""
    chosen = matter(known.matter)
    answers = {path: replace(each, value=_hidden(each.value, private=is_private(chosen, path))) for path, each in known.answers.items()}
    return replace(known, answers=answers)


def elsewhere() -> str:
    """The sentence where two pages changed the statement, and the clerk's must not show the other's whole."""
    return _("申请人或者别的页面刚改过这段话，您这一次写的没有保存。请先复制您写的，刷新页面，再补上去。")


def told(text: str, request: HttpRequest) -> str:
    """A line of the history without the words that it quotes, where what is in hand is masked."""
    return _QUOTED.sub("“…”", text) if masks(request) else text


def offers(request: HttpRequest, *, now: datetime) -> tuple[tuple[str, str], ...]:
    """Path and label of everything that may be shown for a reason; nothing where the person does not help with this draft."""
    case = _case(request) if masks(request) else None
    person = request.user
    if case is None or not isinstance(person, Person) or not _helps(case, person, localdate(now)):
        return ()
    read = _read(case, localdate(now))
    entries = tuple((said_path(each.number), _("说的话（第 %(number)s 段）") % {"number": place}) for place, each in enumerate(read.heard, 1) if each.private)
    if read.form is None or read.matter is None:
        return entries
    named, private = spoken(read.matter), [path for path in read.form.answers if is_private(read.matter, path)]
    papers = ((revealing.PAPERS, _("材料（下一次下载或者打印）")),) if private else ()
    return (*((path, label_at(named, read.form, path)) for path in private), *entries, *papers)


def reveal(request: HttpRequest, given: Mapping[str, str], *, now: datetime) -> bool:
    """Keep why, and let the next page show one value whole; False where there is no such value. Raises NotAllowed where it may not be shown."""
    case, person, path = _case(request), request.user, given.get("path", "")
    if case is None or not isinstance(person, Person) or path not in dict(offers(request, now=now)):
        return False
    revealing.reveal(case, revealing.Asked(path, given.get("reason", ""), given.get("words", "")), person, now=now, act=revealing.REVEAL_DRAFT)
    showing.grant(request.session, _papers_of(case) if path == revealing.PAPERS else record_of(case.pk), path, now=now)
    return True


def panel(request: HttpRequest, *, now: datetime) -> dict[str, object]:
    """What the desk shows besides: what may be shown and why, and what this view shows whole; nothing where nothing is masked."""
    if not masks(request) or not (found := offers(request, now=now)):
        return {}
    case = _case(request)
    path = showing.taken(request.session, record_of(case.pk), now=now) if case else ""
    known = cases.form_of(case) if case else None
    shown = (whole(known, cases.words_of(case), path) if case and known and path else None) or Whole()
    return {"offers": found, "reasons": revealing.reasons(), "longest": revealing.limits()["longest"], "whole": shown, "label": dict(found).get(path, "")}


def _case(request: HttpRequest) -> Case | None:
    return cases.draft(visitor.in_hand(request))


def _papers_of(case: Case | None) -> str:
    return f"{record_of(case.pk)}:{revealing.PAPERS}" if case else ""


def _helps(case: Case, person: Person, on: date) -> bool:
    return visible_to(person, on=on, act=revealing.REVEAL_DRAFT).filter(pk=case.pk).exists()


def _read(case: Case | None, on: date) -> Desk:
    """The draft as it is read now, for what of its words is masked."""
    words = cases.words_of(case) if case else None
    return desk_of(words, taken_from(words, on=on), on=on) if words else Desk()


def masked_heard(each: Heard) -> Heard:
    """An entry as staff see it: its words and its pieces masked, of the same length."""
    return replace(each, said=each.masked, pieces=_recut(each.pieces, each.masked))


def _recut(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """The same pieces of a text of the same length."""
    cut, at = [], 0
    for each in pieces:
        cut.append(replace(each, text=text[at : at + len(each.text)]))
        at += len(each.text)
    return cut


def _section(each: Section, chosen: Matter) -> Section:
    rows = tuple(replace(row, blanks=tuple(_blank(blank, chosen) for blank in row.blanks)) for row in each.rows)
    return replace(each, blanks=tuple(_blank(blank, chosen) for blank in each.blanks), rows=rows)


def _blank(each: Blank, chosen: Matter) -> Blank:
    """A blank whose open question offers no private value whole."""
    if each.doubt is None or not is_private(chosen, each.path):
        return each
    return replace(each, doubt=Doubt(mask_contacts(each.doubt.question), ()))


def _hidden(value: Value, *, private: bool) -> Value:
    if isinstance(value, str):
        return mask(value) if private else mask_contacts(value)
    return value
