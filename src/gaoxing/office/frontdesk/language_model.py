"""The language model that the operator turned on for this office (语言模型), by the settings; and how it is named to those whose words it reads."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings

from gaoxing.engines.fault import Fault
from gaoxing.engines.language_model.model import LanguageModel
from gaoxing.engines.language_model.setting import from_environment


def model() -> LanguageModel | None:
    """The model; None where there is none, or its setting is wrong (`gaoxing doctor` says so)."""
    return _model(tuple(sorted(settings.LANGUAGE_MODEL.items())))


def reader() -> str:
    """Who reads the words when asked, such as `deepseek-chat（api.deepseek.com）`; empty where there is none."""
    found = model()
    return found.reader if found else ""


def stays_here() -> bool:
    """Whether the words stay on this machine all the same."""
    found = model()
    return found is not None and found.setting.here


@lru_cache(maxsize=4)
def _model(setting: tuple[tuple[str, str], ...]) -> LanguageModel | None:
    try:
        found = from_environment(dict(setting))
    except Fault:
        return None
    return LanguageModel(found) if found else None
