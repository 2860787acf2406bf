"""Who listens here (听写的组装): the operator's streaming model, and behind it the model of the second pass where there is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gaoxing.engines.fault import Fault
from gaoxing.engines.second_pass import Deaf, TwoPasses
from gaoxing.engines.sherpa_offline import SherpaOffline
from gaoxing.engines.sherpa_onnx import SherpaRecogniser
from gaoxing.engines.speech_models import needed, second
from gaoxing.speech.lexicon import Lexicon
from gaoxing.speech.model import Unusable
from gaoxing.speech.recogniser import Recogniser, SecondPass

HEARINGS = "GAOXING_SPEECH_HEARINGS"
"""How often a finished turn is heard."""

MOST = 4
"""The most: as it came, and otherwise each time (engines/rehearing.py)."""


def listener(environ: Mapping[str, str], lexicon: Lexicon, hotwords: Iterable[str] = ()) -> Recogniser:
    """The recogniser as the operator put it together. Raises Unusable or a Fault where the streaming model is missing or does not work.

    A second model that does not work takes no word away: each stream then says so with its first words.
    """
    first = SherpaRecogniser(needed(environ), lexicon, hotwords, hearings=hearings(environ))
    behind = _second(environ)
    return first if behind is None else TwoPasses(first, behind, lexicon)


def hearings(environ: Mapping[str, str]) -> int:
    """How often a finished turn is heard: `GAOXING_SPEECH_HEARINGS`, 1 to 4, else once. Raises Unusable with a sentence for anything else.

    >>> hearings({}), hearings({"GAOXING_SPEECH_HEARINGS": "4"})
    (1, 4)
    """
    said = environ.get(HEARINGS, "").strip() or "1"
    if said not in {str(each) for each in range(1, MOST + 1)}:
        raise Unusable(f"{HEARINGS} 写的是“{said}”：一句话听几遍，只能写 1 到 {MOST} 的整数。请改正，或者删去这项设置（就听一遍）。")
    return int(said)


def _second(environ: Mapping[str, str]) -> SecondPass | None:
    try:
        model = second(environ)
        return None if model is None else SherpaOffline(model)
    except (Unusable, Fault, OSError) as trouble:
        return Deaf(str(trouble))
