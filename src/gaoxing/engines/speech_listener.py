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


def listener(environ: Mapping[str, str], lexicon: Lexicon, hotwords: Iterable[str] = ()) -> Recogniser:
    """The recogniser as the operator put it together. Raises Unusable or a Fault where the streaming model is missing or does not work.

    A second model that does not work takes no word away: each stream then says so with its first words.
    """
    first = SherpaRecogniser(needed(environ), lexicon, hotwords)
    behind = _second(environ)
    return first if behind is None else TwoPasses(first, behind, lexicon)


def _second(environ: Mapping[str, str]) -> SecondPass | None:
    try:
        model = second(environ)
        return None if model is None else SherpaOffline(model)
    except (Unusable, Fault, OSError) as trouble:
        return Deaf(str(trouble))
