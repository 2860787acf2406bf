"""Expressions compiled late behave as compiled ones, and every one in the project is sound."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import gaoxing
from gaoxing.standards import expression as late
from gaoxing.standards.expression import expression


def test_an_expression_answers_as_a_compiled_one() -> None:
    late_one, early = expression("(?P<n>[0-9]+)万|a", re.IGNORECASE), re.compile("(?P<n>[0-9]+)万|a", re.IGNORECASE)
    assert [each.span() for each in late_one.finditer("30万A5万")] == [each.span() for each in early.finditer("30万A5万")]
    assert (late_one.sub("-", "30万A"), late_one.groupindex, late_one.flags) == (early.sub("-", "30万A"), early.groupindex, early.flags)


def test_the_words_of_an_expression_are_known_before_it_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(late.re, "compile", lambda *_: pytest.fail("compiled too early"))
    assert expression("出资|认缴").pattern == "出资|认缴"
    assert repr(expression("出资")) == "expression('出资')"


def test_an_expression_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile
    monkeypatch.setattr(late.re, "compile", lambda words, flags: compiled.append(words) or real(words, flags))
    one = expression("股东")
    assert [bool(one.search("股东")), bool(one.match("我")), bool(one.fullmatch("股东"))] == [True, False, True]
    assert compiled == ["股东"]


def test_an_expression_has_nothing_that_a_compiled_one_lacks() -> None:
    with pytest.raises(AttributeError):
        expression("股东").colour  # type: ignore[attr-defined]  # noqa: B018


def test_every_expression_of_the_readers_is_sound() -> None:
    rooms = ("standards", "speech", "facts", "forms", "checks", "documents", "matters")
    names = [each.name for each in walk_packages(gaoxing.__path__, "gaoxing.") if each.name.split(".")[1] in rooms]
    found = [held for name in names for held in vars(import_module(name)).values() if isinstance(held, late._Late)]
    assert len(found) > 500
    assert all(re.compile(each.pattern, each._flags).pattern == each.pattern for each in found)
