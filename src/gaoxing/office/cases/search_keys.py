"""By what a case is found (查找): keyed digests of the names, codes and telephone numbers on its form, and its sealed title for the lists.

The names applied for are public once they are registered; before that they are not, and a sole trader's often holds a person's name. The form is sealed, so a
name is not stored in clear beside it either: it is found whole, by its trade name (字号), or through the pool of names, which the law makes public.
"""

from __future__ import annotations

from collections.abc import Iterable

from gaoxing.engines.fault import Fault
from gaoxing.forms import Form
from gaoxing.forms.parties import parties
from gaoxing.forms.recorded import code_of
from gaoxing.names.composition import split
from gaoxing.office.cases.models import Case, SearchKey
from gaoxing.office.cases.queries import form_of
from gaoxing.office.cases.subject import normal
from gaoxing.office.cases.vault import digest, digests, office_sealer, place, seal, unseal
from gaoxing.standards import telephone

NAME, CODE, TELEPHONE = "name", "code", "telephone"
"""The kinds of keys."""

_DIGITS, _TAIL = 32, 17


def sealed_title(case: int, form: Form) -> bytes:
    """What the lists call a case, sealed: the enterprise, else the person who runs it; empty where the form names neither."""
    found = next((str(each) for each in map(form.value, ("name", "enterprise", "operator.name")) if each), "")
    return seal(found.encode(), case=case, column="title") if found else b""


def title_of(case: Case) -> str:
    """The same, opened; empty where there is none. Raises a Fault where it does not open."""
    return unseal(case.title, case=case.pk, column="title").decode() if case.title else ""


def titles_of(cases: Iterable[Case]) -> dict[int, str]:
    """The same of many by their numbers, the key read once; a title that does not open is not among them."""
    opener, found = office_sealer(), {}
    for case in cases:
        try:
            found[case.pk] = opener.unseal(bytes(case.title), place=place(case.pk, "title")).decode() if case.title else ""
        except Fault:
            continue
    return found


def enter(case: Case, form: Form) -> None:
    """Make the case found by what its form says now, and by nothing that an earlier form said."""
    SearchKey.objects.filter(case=case).delete()
    SearchKey.objects.bulk_create([SearchKey(case=case, kind=kind, digest=key(kind, text)) for kind, text in sorted(texts(form))])


def key(kind: str, text: str) -> str:
    """The key to be stored, under the sealing key in use."""
    return _short(digest(text, purpose=_purpose(kind)))


def keys(kind: str, written: Iterable[str]) -> list[str]:
    """The keys to look for: under every sealing key that is known."""
    return [_short(each) for text in written for each in digests(text, purpose=_purpose(kind)) if "." in each]


def anew(row: SearchKey) -> str | None:
    """A row's key under the sealing key in use; None where its case no longer says what it stands for."""
    try:
        form = form_of(row.case)
    except Fault:
        return None
    found = (text for kind, text in texts(form) if kind == row.kind) if form else ()
    return next((key(row.kind, text) for text in found if row.digest in keys(row.kind, [text])), None)


def texts(form: Form) -> set[tuple[str, str]]:
    """Everything by which a form is found: kind and text, as they are compared."""
    names = {normal(each) for each in _names(form)} | {normal(split(each).trade_name) for each in _names(form)}
    numbers = {telephone.compact(each) for each in _numbers(form)}
    return {(NAME, each) for each in names if len(each) > 1} | {(CODE, each) for each in (normal(code_of(form)),) if each} | {(TELEPHONE, n) for n in numbers}


def _names(form: Form) -> list[str]:
    told = [form.value("name"), form.value("enterprise"), *(row.text("to") for row in parties(form, "changes") if row.text("item") == "name")]
    return [str(each) for each in told if each]


def _numbers(form: Form) -> list[str]:
    return [str(answer.value) for path, answer in form.answers.items() if path.rpartition(".")[2] in ("mobile", "telephone") and answer.value]


def _purpose(kind: str) -> str:
    return f"case {kind}"


def _short(digested: str) -> str:
    return digested[:_DIGITS] + digested[-_TAIL:]
