"""A conversation test tried (对话试跑): what came out otherwise than written, blank by blank: expected, got, and the words it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from gaoxing.catalogue import Matter, matters, wished
from gaoxing.cli.conversations import Conversation, Misspelt
from gaoxing.forms.calling import called
from gaoxing.forms.field import Field
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.parties import parties
from gaoxing.forms.shape import blank
from gaoxing.forms.typing import Unfit, typed_value
from gaoxing.forms.written import currency_of, written
from gaoxing.intake import Taken, receive
from gaoxing.speech.transcript import Transcript, Turn

NOTHING = "（空着）"


@dataclass(frozen=True)
class Difference:
    """One thing that came out otherwise: what about, what was expected, what was got, and the words it rests on."""

    about: str
    expected: str
    got: str
    words: str = ""

    def to_json(self) -> dict[str, str]:
        """Every attribute."""
        return {"about": self.about, "expected": self.expected, "got": self.got, "words": self.words}


def differences(test: Conversation, on: date, *, home: str = "") -> tuple[Difference, ...]:
    """What came out otherwise than written; nothing where all is well. `home` is the matter in whose folder the test lies.

    Raises Misspelt where the test names a matter, a blank or a value that there is not.
    """
    wanted = _matter(test)
    taken = _taken(test, on, wanted, home)
    if wanted is not None and (taken.matter is None or taken.matter.id != wanted.id):
        return (Difference("事项", wanted.name, taken.matter.name if taken.matter else "没有听出来"),)
    if taken.matter is None or taken.form is None:
        return (Difference("事项", "能填的事项", taken.matter.name + "（还不能填）" if taken.matter else "没有听出来"),)
    return tuple(_compared(test, taken, taken.matter, taken.form))


def _compared(test: Conversation, taken: Taken, chosen: Matter, form: Form) -> Iterator[Difference]:
    for name, value in test.expected.items():
        yield from _expected(test, name, value, chosen, form)
    for name in test.asked:
        yield from _asked(name, taken, chosen, form)
    for name in test.absent:
        yield from _absent(name, chosen, form)
    told = {finding.rule: finding.message for finding in taken.findings}
    yield from (Difference("审查", f"指出 {rule}", "、".join(told) or "没有意见") for rule in test.finds if rule not in told)
    yield from (Difference("审查", f"不指出 {rule}", told[rule]) for rule in test.quiet if rule in told)


def _taken(test: Conversation, on: date, wanted: Matter | None, home: str) -> Taken:
    spoken = Transcript(tuple(Turn(said) for _, said in test.turns))
    wish = wished(spoken)
    guessed = wanted or next((each for each in matters() if each.id == (home or (wish.matter if wish else ""))), None)
    turns = tuple(Turn(said, _path(asked, guessed, test) if asked else None) for asked, said in test.turns)
    typed = {path: answer for name, text in test.typed.items() for path, answer in _typed(name, text, guessed, test)}
    return receive(Transcript(turns), on=test.on or on, matter_id=home or None if wanted is None else None, typed=typed)


def _matter(test: Conversation) -> Matter | None:
    if not test.matter:
        return None
    found = next((each for each in matters() if test.matter in {each.id, each.name}), None)
    if found is None:
        raise Misspelt(f"“{test.name}”：没有“{test.matter}”这个事项。能写的有：{'、'.join(each.name for each in matters())}。")
    return found


def _path(asked: str, chosen: Matter | None, test: Conversation) -> str:
    """What the question was about, by the blank's name or its path."""
    if chosen is None or not chosen.fillable:
        return asked
    found = _paths(asked, chosen, Form(chosen.id, ""))
    if not found:
        raise Misspelt(f"“{test.name}”：{chosen.name}的表上没有“{asked}”这一栏，不知道问的是什么。栏目有：{_labels(chosen)}。")
    return found[0]


def _typed(name: str, text: Any, chosen: Matter | None, test: Conversation) -> Iterator[tuple[str, Answer]]:
    if chosen is not None:
        path = _path(name, chosen, test)
        yield path, Answer(_value(test, chosen.field(path), path, text, Form(chosen.id, "")), Source.TYPED)


def _expected(test: Conversation, name: str, value: Any, chosen: Matter, form: Form) -> Iterator[Difference]:
    if (holders := _holders(name, chosen, form)) is not None:
        listed = [value] if isinstance(value, str) else list(value) if isinstance(value, list) else [str(value)]
        if sorted(listed) != sorted(holders):
            yield Difference(name, "、".join(listed), "、".join(holders) or NOTHING)
        return
    paths = _paths(name, chosen, form)
    if not paths and not _known(name, chosen):
        raise Misspelt(f"“{test.name}”：{chosen.name}的表上没有“{name}”这一栏。栏目有：{_labels(chosen)}；人的栏目写成“丁大宝的移动电话”。")
    if (stranger := _stranger(name, chosen, form)) is not None:
        yield Difference(name, _shown(value), f"表上没有“{stranger}”")
        return
    values = [(path, _value(test, chosen.field(path).at(path, form), path, value, form)) for path in paths if blank(chosen.fields, path)]
    if not any(_same(form.value(path), wanted) for path, wanted in values):
        path = next((each for each, _ in values if each in form.answers), "")
        yield Difference(name, _shown(value), _got(path, chosen, form) if path else NOTHING, _words(path, form))


def _asked(name: str, taken: Taken, chosen: Matter, form: Form) -> Iterator[Difference]:
    paths = _paths(name, chosen, form)
    if any(each.field in paths or name in each.text for each in taken.questions):
        return
    heard = "、".join(each.text for each in taken.questions[:3])
    yield Difference(name, "追问这一项", f"没有追问它；追问的 {len(taken.questions)} 项里头几项是：{heard}" if heard else "什么也没有追问")


def _absent(name: str, chosen: Matter, form: Form) -> Iterator[Difference]:
    """A blank that must be empty, an office that nobody may hold, or words that must stand nowhere on the form."""
    holders = _holders(name, chosen, form)
    if holders:
        yield Difference(name, NOTHING, "、".join(holders))
    elif holders is None and _known(name, chosen):
        filled = [path for path in _paths(name, chosen, form) if path in form.answers]
        yield from (Difference(name, NOTHING, _got(path, chosen, form), _words(path, form)) for path in filled)
    elif holders is None:
        held = [path for path, answer in form.answers.items() if name in str(answer.value)]
        yield from (Difference(name, "表上哪里都没有", f"{chosen.field(path).label}：{_got(path, chosen, form)}", _words(path, form)) for path in held[:1])


def _paths(name: str, chosen: Matter, form: Form) -> tuple[str, ...]:
    """The blanks that a name may mean; a path written out means itself."""
    if blank(chosen.fields, name) is not None or any(each.columns and each.id == name for each in chosen.fields):
        return (name,)
    return called(name, form, chosen.fields)


def _stranger(name: str, chosen: Matter, form: Form) -> str | None:
    """Whoever is named before 的 and stands nowhere on the form."""
    owner, of, column = name.rpartition("的")
    columns = {each.label for field in chosen.fields for each in field.columns}
    named = {str(answer.value) for path, answer in form.answers.items() if path.rpartition(".")[2] == "name"}
    return owner if of and column in columns and owner not in named else None


def _known(name: str, chosen: Matter) -> bool:
    """Whether the matter has such a blank at all, whosever it may be."""
    column = name.rpartition("的")[2]
    return bool(_paths(name, chosen, Form(chosen.id, ""))) or any(column in {each.label, each.id} for field in chosen.fields for each in field.columns)


def _holders(name: str, chosen: Matter, form: Form) -> list[str] | None:
    """Who holds the office of that name; None where it is no office."""
    for field in chosen.fields:
        roles = next((each for each in field.columns if each.id == "roles"), None)
        stored = {label: value for value, label in (roles.choices if roles else ())}.get(name)
        if stored is not None:
            return [row.name for row in parties(form, field.id) if stored in row.roles]
    return None


def _value(test: Conversation, field: Field, path: str, value: Any, form: Form) -> Any:
    text = "、".join(value) if isinstance(value, list) else str(value)
    if isinstance(value, bool):
        text = "是" if value else "否"
    begun = [stored for stored, label in field.choices if label.startswith(text)]
    if len(begun) == 1 and str(field.kind) == "choice":
        return begun[0]
    try:
        return typed_value(
            field, "\n".join(value) if isinstance(value, list) and str(field.kind) in {"scope", "texts"} else text, path, currency=currency_of(form)
        )
    except Unfit as unfit:
        raise Misspelt(f"“{test.name}”：{unfit.sentence}") from None


def _same(got: Any, wanted: Any) -> bool:
    if isinstance(got, tuple) and isinstance(wanted, tuple):
        return sorted(got) == sorted(wanted)
    return bool(got == wanted)


def _shown(value: Any) -> str:
    return "、".join(value) if isinstance(value, list) else str(value)


def _got(path: str, chosen: Matter, form: Form) -> str:
    return written(chosen.field(path).at(path, form), form.value(path), form).removesuffix("（人民币）")


def _words(path: str, form: Form) -> str:
    answer = form.answers.get(path)
    return "、".join(dict.fromkeys(f"“{each.words}”" for each in answer.evidence if each.words)) if answer else ""


def _labels(chosen: Matter) -> str:
    return "、".join(each.label for each in chosen.fields)
