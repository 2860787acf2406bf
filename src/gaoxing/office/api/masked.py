"""Numbers of people in what is answered (脱敏): masked as on the screen, wherever they stand; to be shown them whole one goes to the page and says why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from gaoxing.catalogue import Matter, matter
from gaoxing.forms import Form
from gaoxing.forms.field import Field
from gaoxing.intake import contract_form
from gaoxing.office.masking import mask, mask_contacts


def form_shape(form: Form | None) -> dict[str, Any]:
    """The contract's form with private blanks masked, and numbers of people in every other text."""
    if form is None:
        return {}
    hidden = {
        path: mask(str(answer.value)) for path, answer in form.answers.items() if isinstance(answer.value, str) and _private(matter(form.matter), form, path)
    }
    veiled = form.with_answers({path: _with(form, path, text) for path, text in hidden.items()})
    shown: dict[str, Any] = texts(contract_form(veiled))
    return shown


def texts(value: Any) -> Any:
    """Anything with the numbers of people in its texts masked; credit codes of enterprises stay, for they are public."""
    if isinstance(value, str):
        return mask_contacts(value)
    if isinstance(value, dict):
        return {name: each if name == "uscc" else texts(each) for name, each in value.items()}
    return [texts(each) for each in value] if isinstance(value, list | tuple) else value


def _with(form: Form, path: str, text: str) -> Any:
    return replace(form.answers[path], value=text)


def _private(known: Matter, form: Form, path: str) -> bool:
    found: Field | None = known.blank(path, form)
    return found is not None and found.private
