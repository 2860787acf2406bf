"""What is stuck: a matter of this window, or a document of another office."""

from __future__ import annotations

import pytest

from gaoxing.facts.statement import hear
from gaoxing.matters.stuck_matter.blocked import blocked_facts
from gaoxing.speech.transcript import Transcript


def blocked(*said: object) -> list[object]:
    return [fact.value for fact in blocked_facts(hear(Transcript.of(*said)))]


@pytest.mark.parametrize(
    ("said", "matter"),
    [
        ("为了变更法定代表人跑了四趟", "registration_change"),
        ("增资的变更登记就是办不成", "registration_change"),
        ("股权转让卡住了", "registration_change"),
        ("来办住所变更登记的", "registration_change"),
        ("公司注销办不下来", "deregistration"),
        ("个体户的执照办不成", "sole_trader_registration"),
        ("办个体户执照跑了两趟", "sole_trader_registration"),
        ("公司注册办不成", "company_registration"),
        ("项目备案证一直办不下来", "project_filing"),
        ("项目备案变更办不成", "project_change"),
        ("证照联办没办成", "joint_licence"),
    ],
)
def test_a_matter_of_this_window_stands_by_its_id(said: str, matter: str):
    assert blocked(said) == [matter]


@pytest.mark.parametrize(
    ("said", "document"),
    [
        ("我们要办的是排水许可证", "排水许可证"),
        ("食品经营许可证卡了两个月", "食品经营许可证"),
        ("昆山样例化妆品有限公司的化妆品生产许可证，跑了三趟都退回来", "化妆品生产许可证"),
        ("消防验收跑了三趟", "消防验收"),
        ("环评批复办不下来", "环评批复"),
        ("不动产证办了大半年", "不动产证"),
        ("户外广告的许可办不下来", "户外广告的许可"),
        ("施工许可证拖了半年", "施工许可证"),
        ("来了两次办化妆品生产许可证", "化妆品生产许可证"),
        ("面馆办排污许可跑了两趟", "排污许可"),
        ("民办学校办学许可证办不下来", "民办学校办学许可证"),
    ],
)
def test_a_document_of_another_office_stands_as_it_was_called(said: str, document: str):
    assert blocked(said) == [document]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("当初注册公司很顺利，现在消防验收办不下来", "消防验收"),
        ("环评批复办不下来，等批下来才好注销老公司", "环评批复"),
        ("不是要变更地址，就是注销办不成", "deregistration"),
    ],
)
def test_what_went_well_comes_later_or_is_denied_is_not_stuck(said: str, wanted: str):
    assert blocked(said) == [wanted]


def test_words_inside_an_enterprises_name_are_nothing_that_is_stuck():
    assert blocked("昆山示例验收检测有限公司，跑了三趟没办成") == []


def test_an_answer_to_the_question_counts_before_all_else():
    assert blocked("跑了三趟办不成，是变更的事", ("blocked_matter", "准确说是排水许可证")) == ["排水许可证"]


def test_the_words_are_the_evidence():
    [fact] = blocked_facts(hear(Transcript.of("嗯排水许可证卡住了")))
    assert fact.evidence[0].words == "排水许可证"
