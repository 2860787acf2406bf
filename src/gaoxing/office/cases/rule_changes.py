"""What changed in the rules between two days (规定的变化), so that nobody is judged by new rules without being shown them.

>>> from datetime import date
>>> changes_between("company_registration", date(2026, 11, 24), date(2026, 11, 25))
()
"""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from gaoxing.catalogue import Matter, matter


def changes_between(matter_id: str, before: date, after: date) -> tuple[str, ...]:
    """What is otherwise on the later day, a sentence each: the form's edition, rules that began or ended, figures of the law. Raises KeyError."""
    if before == after:
        return ()
    known = matter(matter_id)
    return (*_edition(known, before, after), *_rules(known, before, after), *_figures(known, before, after))


def _edition(known: Matter, before: date, after: date) -> tuple[str, ...]:
    then, now = (known.edition(day).id if known.editions else "" for day in (before, after))
    return () if then == now else (_("申请书换了版本：原来是 %(then)s 版，现在是 %(now)s 版。") % {"then": then, "now": now},)


def _rules(known: Matter, before: date, after: date) -> tuple[str, ...]:
    told = []
    for rule in known.rules:
        then, now = rule.in_force(before), rule.in_force(after)
        if now and not then:
            told.append(_("%(day)s 起多了一条规定：%(basis)s") % {"day": rule.since, "basis": rule.basis})
        if then and not now:
            told.append(_("%(day)s 起不再适用：%(basis)s") % {"day": rule.until, "basis": rule.basis})
    return tuple(dict.fromkeys(told))


def _figures(known: Matter, before: date, after: date) -> tuple[str, ...]:
    if known.figures is None:
        return ()
    then, now = known.figures(before), known.figures(after)
    moved = any(then.get(name) != now.get(name) for name in {*then, *now})
    return (_("法律规定的数额或者期限变了，下面的审查意见是按现在的算的。"),) if moved else ()
