"""sherpa-onnx for whole sentences (整句识别) behind the second pass's Protocol: sense-voice and paraformer, one turn at a time.

Never run with a real model of these kinds here: see docs/speech.md. Every file is looked for before the engine is built.
"""

from __future__ import annotations

from threading import Lock
from typing import Any

from gaoxing.engines.fault import Fault
from gaoxing.engines.sherpa_onnx import imported
from gaoxing.speech.offline_model import Kind, OfflineModel
from gaoxing.speech.recogniser import RATE

PATIENCE = 5.0
"""Seconds that a turn waits for those before it; then it stays as it was heard the first time."""

LATE = "说话的人多，第二遍来不及听。"
BROKEN = "第二遍的模型 {} 听不了：{}。请换一份模型，或重新运行 gaoxing speech install。"


class SherpaOffline:
    """One model in memory."""

    def __init__(self, model: OfflineModel, *, patience: float = PATIENCE) -> None:
        """Load the model. Raises a permanent Fault where the engine or a file is missing or unusable."""
        self._model, self._patience = model, patience
        self._numpy = imported("numpy")
        self._engine = _engine(model)
        self._one_at_a_time = Lock()

    @property
    def name(self) -> str:
        """The model's name."""
        return self._model.name

    def hear(self, samples: bytes) -> str:
        """What is said in PCM16. Raises a Fault where the engine fails, or where others are heard for too long."""
        if not self._one_at_a_time.acquire(timeout=self._patience):
            raise Fault(LATE, permanent=False)
        try:
            stream = self._engine.create_stream()
            stream.accept_waveform(RATE, self._numpy.frombuffer(samples, dtype="<i2").astype("float32") / 32768)
            self._engine.decode_stream(stream)
            return str(stream.result.text)
        except Exception as trouble:
            raise Fault(BROKEN.format(self.name, trouble), permanent=False) from trouble
        finally:
            self._one_at_a_time.release()


def _engine(model: OfflineModel) -> Any:
    engine = imported("sherpa_onnx")
    lacking = [path.name for path in model.files if not path.is_file()]
    if lacking:
        raise Fault(f"第二遍的语音模型缺文件：{'、'.join(lacking)}。请重新运行 gaoxing speech install。", permanent=True)
    told = {"tokens": str(model.tokens), "num_threads": 1}
    try:
        if model.kind is Kind.SENSE_VOICE:
            return engine.OfflineRecognizer.from_sense_voice(model=str(model.weights), language="zh", use_itn=False, **told)
        return engine.OfflineRecognizer.from_paraformer(paraformer=str(model.weights), **told)
    except Exception as trouble:
        raise Fault(BROKEN.format(model.name, trouble), permanent=True) from trouble
