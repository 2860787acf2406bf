"""The model as a proposer (语言模型): asks the endpoint once for all open blanks, and gives up asking one that keeps failing.

>>> from gaoxing.engines.language_model.setting import MODEL, URL, from_environment
>>> LanguageModel(from_environment({URL: "http://127.0.0.1:1/v1", MODEL: "qwen3"})).reader
'qwen3（本机）'
"""

from __future__ import annotations

import os
from dataclasses import replace
from time import monotonic
from typing import Any

from gaoxing.engines.fault import Fault
from gaoxing.engines.language_model.endpoint import Declined, ask
from gaoxing.engines.language_model.prompt import messages
from gaoxing.engines.language_model.reply import content_of, proposals
from gaoxing.engines.language_model.setting import Setting, from_environment
from gaoxing.forms.proposal import Proposal, Wanted

LONGEST_ANSWER = 4_000
"""Tokens that the model may answer with."""

EXTRAS: dict[str, Any] = {"temperature": 0, "max_tokens": LONGEST_ANSWER, "response_format": {"type": "json_object"}, "stream": False}
"""What makes the answer short and plain; left out for an endpoint that does not know it."""

PATIENCE = 3
"""Faults in a row after which a long run asks no more."""


class LanguageModel:
    """Proposes values behind `forms.proposal.Proposer`. Holds no words; safe to share between threads."""

    def __init__(self, setting: Setting) -> None:
        """Nothing is sent before the first question."""
        self.setting = setting
        self._plain = False

    @property
    def reader(self) -> str:
        """Who reads the words."""
        return self.setting.reader

    def propose(self, wanted: Wanted) -> tuple[Proposal, ...]:
        """Values for the open blanks, each with its words; nothing where nothing was said. Raises a Fault with a sentence."""
        if not any(turn.said.strip() for turn in wanted.transcript.turns):
            return ()
        told, hidden = messages(wanted)
        return proposals(content_of(self._asked(told)), wanted, hidden)

    def reach(self) -> None:
        """Make sure that the endpoint, the key and the model answer. Raises a Fault with a sentence where not."""
        content_of(self._asked([{"role": "user", "content": '只输出这个 JSON：{"values": []}'}]))

    def _asked(self, told: list[dict[str, str]]) -> Any:
        """The endpoint's answer; asked once more without the extras where it declines them, within the same time in all."""
        body = {"model": self.setting.model, "messages": told}
        if self._plain:
            return ask(self.setting, body)
        started = monotonic()
        try:
            return ask(self.setting, {**body, **EXTRAS})
        except Declined:
            left = self.setting.seconds - (monotonic() - started)
            if left <= 0:
                raise
        answer = ask(replace(self.setting, seconds=left), body)
        self._plain = True
        return answer


class Patient:
    """A proposer for a long run: after a permanent fault, or three in a row, it raises the same fault without asking again."""

    def __init__(self, model: LanguageModel) -> None:
        """Ask this model."""
        self._model = model
        self._faults = 0
        self._last: Fault | None = None

    def propose(self, wanted: Wanted) -> tuple[Proposal, ...]:
        """Like the model's own; raises its last Fault where it was given up."""
        if self._last is not None and (self._last.permanent or self._faults >= PATIENCE):
            raise self._last
        try:
            found = self._model.propose(wanted)
        except Fault as fault:
            self._faults, self._last = self._faults + 1, fault
            raise
        self._faults, self._last = 0, None
        return found


def turned_on() -> LanguageModel | None:
    """The model that the operator turned on by the environment; None where there is none. Raises a permanent Fault where the setting is wrong."""
    setting = from_environment(os.environ)
    return LanguageModel(setting) if setting else None
