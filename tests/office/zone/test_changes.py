"""The preview tells every change and where it is seen, and nothing else."""

from dataclasses import fields

from gaoxing.office.zone.changes import LABELS, WHERE, changes
from gaoxing.office.zone.profile import Profile, shipped


def test_what_is_the_same_is_no_change():
    assert changes(shipped(), shipped(), {}) == ()


def test_a_change_tells_before_after_and_where(profile):
    (only,) = changes(shipped(), profile(authority="某市行政审批局"), {})
    assert (only.label, only.before, only.after) == ("登记机关", "昆山市行政审批局", "某市行政审批局")
    assert "办理机关" in only.where


def test_promises_are_told_by_the_matters_names(profile):
    (only,) = changes(shipped(), profile(promised={"deregistration": "一天"}), {"deregistration": "公司注销登记"})
    assert only.after == "公司注销登记：一天"


def test_lists_are_told_whole(profile):
    (only,) = changes(profile(towns=["甲镇"]), profile(towns=["甲镇", "乙镇"]), {})
    assert (only.before, only.after) == ("甲镇", "甲镇、乙镇")


def test_a_new_logo_is_a_change():
    assert [each.label for each in changes(shipped(), shipped(), {}, logo=True)] == ["标志"]


def test_every_blank_has_its_label_and_its_place():
    assert set(LABELS) == set(WHERE) == {each.name for each in fields(Profile)} | {"logo"}
