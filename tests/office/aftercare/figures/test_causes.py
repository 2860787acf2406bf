"""Causes: typed reasons by act, each record once, the most frequent first, in the language of the page."""

from django.utils.translation import override

from gaoxing.office.aftercare.figures.causes import Cause, causes
from tests.office.aftercare.figures.conftest import asked, having, piece


def test_a_reason_given_twice_of_one_record_counts_once():
    part = piece("24 10:00 ask_extension complex", "25 10:00 ask_extension complex outside")
    found = {each.reason: each.members for each in causes([having(asked(), part)])}
    assert found == {"complex": (part.pk,), "outside": (part.pk,)}


def test_the_most_frequent_come_first_and_requests_are_told_from_parts():
    rows = [asked("24 10:00 reject slow"), asked("24 10:00 reject slow"), having(asked(), piece("24 10:00 object not_our_duty"))]
    assert [(each.act, len(each.members), each.parts) for each in causes(rows)] == [("reject", 2, False), ("object", 1, True)]


def test_the_same_reason_of_two_acts_is_two_causes():
    rows = [asked("24 10:00 reject unsolved"), asked("24 10:00 supervise unsolved")]
    assert [each.act for each in causes(rows)] == ["reject", "supervise"]


def test_reasons_of_other_acts_are_no_causes():
    assert causes([having(asked("24 10:00 contact slow"), piece("24 10:00 ask_enterprise papers"))]) == ()


def test_a_cause_is_told_by_its_act_and_its_reason():
    cause = Cause("object", "not_our_duty", (1,), parts=True)
    with override("zh-hans"):
        assert cause.name == "退回（有异议） · 不是本单位的职责"
    with override("en"):
        assert cause.name.endswith("Not this unit's duty")


def test_a_reason_that_the_table_has_no_longer_is_told_by_its_id():
    assert Cause("reject", "former", (1,), parts=False).name.endswith(" · former")
