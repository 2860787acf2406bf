"""What the tests ask a model for: a statement read by our own reader, and its open blanks."""

from datetime import date

from gaoxing.intake import receive, wanted
from gaoxing.speech.transcript import Transcript

ON = date(2026, 11, 24)
SAID = (
    "我想开一家公司，名称叫昆山测试软件有限公司，我叫丁大宝，身份证320583199003072147，手机13800138000，占六成，我爱人苏小云占四成。兜里一共就八十万块钱摆进去"
)


def wanted_for(*said, matter=None):
    transcript = Transcript.of(*(said or (SAID,)))
    return wanted(receive(transcript, on=ON, matter_id=matter), transcript)
