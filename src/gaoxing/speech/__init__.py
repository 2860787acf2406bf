"""Speech to text (语音转写): what was said, turn by turn."""

from gaoxing.speech.transcript import Transcript, Turn

__all__ = ["Transcript", "Turn"]
