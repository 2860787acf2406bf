"""The zone's lists of industrial policy: sound or told what is wrong, version by version, and the filings are judged by the ones that hold."""

from __future__ import annotations

import logging

import pytest

from gaoxing.checks.projects import policy
from gaoxing.intake import receive
from gaoxing.office.audit.entry import Actor
from gaoxing.office.audit.models import Entry
from gaoxing.office.projects import filing, policies
from gaoxing.office.projects.models import PolicyLists
from gaoxing.office.refusal import NotAllowed
from gaoxing.speech.transcript import Transcript
from tests.checks.projects.filings import filed as form

pytestmark = pytest.mark.django_db
HEAD = '[source.zone]\ntitle = "《本区产业目录》"\nnumber = "高示〔2026〕1号"\nfrom = 2026-01-01\n'
ITEM = '[[entry]]\nlist = "{kind}"\nsource = "zone"\nitem = "{item}"\nwords = ["{word}"]\nmark = "{mark}"\n'


def lists(*items, kind="restricted", mark="S"):
    """Sound lists with these items, each hit by its own name."""
    return HEAD + "".join(ITEM.format(kind=kind, item=each, word=each, mark=mark) for each in items)


@pytest.fixture
def publish(now):
    def made(text, **how):
        return policies.publish(text, by=Actor(7, "system_administrator"), now=now, **how)

    return made


def judged(now, content):
    found = filing.judged(form(content=content, nature="new"), on=now.date()).findings
    return {each.rule for each in found if each.rule in ("PRJ-15", "PRJ-16", "PRJ-17", "PRJ-18")}


def test_without_its_own_the_shipped_lists_hold():
    assert policies.given() == {}
    assert policies.standing_text() == policies.shipped_text()


def test_a_filing_is_judged_by_the_lists_that_hold(publish, now):
    assert judged(now, "新建热电联产机组两台") == {"PRJ-15"}
    publish(lists("样例烘干工艺"))
    assert judged(now, "新建热电联产机组两台") == set()
    assert judged(now, "新建样例烘干工艺生产线一条") == {"PRJ-17"}


def test_a_filing_that_hits_the_zones_own_list_waits_to_be_looked_at(publish, file):
    publish(lists("样例烘干工艺"))
    assert file(content="新建样例烘干工艺生产线一条", nature="new").to_look


def test_a_change_is_judged_by_them_too(publish, file, now):
    row = file()
    publish(lists("样例烘干工艺"))
    found = filing.altered(row, form(content="新建样例烘干工艺生产线一条"), on=now.date()).judged
    assert "PRJ-17" in {each.rule for each in found.findings}


def test_a_withdrawn_version_gives_way_to_the_one_before(publish, now):
    first, second = publish(lists("样例烘干工艺")), publish(lists("样例喷涂工艺"))
    policies.withdraw(second.pk, by=Actor(7, "system_administrator"), now=now)
    assert policies.in_force() == first
    policies.withdraw(first.pk, by=Actor(7, "system_administrator"), now=now)
    assert policies.given() == {}
    with pytest.raises(NotAllowed, match="撤回过了"):
        policies.withdraw(first.pk, by=Actor(7, "system_administrator"), now=now)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "没有写来源"),
        ("[[", "不合 TOML"),
        (HEAD, "没有条目"),
        (lists("样例工艺") + ITEM.format(kind="forbidden", item="甲", word="样例词", mark="S"), "第 2 条：list 只能写"),
        (lists("样例工艺", mark="X"), "第 1 条：mark 只能写"),
        ("#" * 200_001, "清单太长"),
    ],
)
def test_lists_that_are_not_sound_are_told_every_fault_and_not_kept(publish, text, told):
    assert any(told in each for each in policies.faults(text))
    with pytest.raises(NotAllowed, match=told.split("：")[-1]):
        publish(text)
    assert not PolicyLists.objects.exists()


def test_what_lists_change_is_told(publish):
    publish(lists("甲工艺样例", "乙工艺样例"))
    found = policies.changes(lists("甲工艺样例", mark="K") + lists("丙工艺样例", kind="encouraged")[len(HEAD) :])
    assert [[each.item for each in group] for group in (found.come, found.gone, found.altered)] == [["丙工艺样例"], ["乙工艺样例"], ["甲工艺样例"]]
    assert (dict(found.counts)["限制类"], dict(found.counts)["鼓励类"], found.unread) == (1, 1, 1)


def test_the_same_lists_change_nothing(publish):
    assert policies.changes(policies.shipped_text()).none
    publish(lists("甲工艺样例"))
    assert policies.changes(lists("甲工艺样例") + "# 一行注释\n").none


def test_of_two_who_publish_at_once_one_is_told(publish):
    first = publish(lists("甲工艺样例"), base=0)
    with pytest.raises(NotAllowed, match="又换了一版"):
        publish(lists("乙工艺样例"), base=0)
    assert policies.in_force() == first


def test_the_audit_tells_publishing_from_restoring(publish):
    first = publish(lists("甲工艺样例"))
    publish(lists("乙工艺样例"))
    publish(first.text, restores=first.pk)
    told = Entry.objects.filter(act__startswith="policies.").order_by("pk").values_list("act", flat=True)
    assert list(told) == ["policies.published", "policies.published", "policies.restored"]


def test_versions_come_page_by_page_newest_first(publish, monkeypatch):
    monkeypatch.setattr(policies, "PAGE", 1)
    first, second = publish(lists("甲工艺样例")), publish(lists("甲工艺样例", "乙工艺样例"))
    (shown,), onward = policies.versions()
    assert (shown.number, shown.in_force, shown.items, onward) == (second.pk, True, 2, second.pk)
    (shown,), onward = policies.versions(onward)
    assert (shown.number, shown.in_force, onward) == (first.pk, False, 0)


def test_a_version_that_can_no_longer_be_read_leaves_the_shipped_lists_and_is_logged(now, caplog):
    PolicyLists.objects.create(text="[[", made=now, made_by=7)
    with caplog.at_level(logging.ERROR):
        assert policies.given() == {}
    assert "can no longer be read" in caplog.text
    assert policies.standing_text() == policies.shipped_text()


def test_the_number_of_the_shipped_lists_and_of_none():
    assert policies.text_of(policies.SHIPPED) == policy.SHIPPED.read_text(encoding="utf-8")
    assert policies.text_of(99) is None


def taken(words, now):
    return receive(Transcript.of(words), on=now.date())


def rules(found):
    return {each.rule for each in found.findings if each.rule in ("PRJ-15", "PRJ-17")}


def test_what_the_desk_finds_beside_the_form_is_by_the_lists_that_hold(publish, now):
    said = taken("我们昆山示例精密科技有限公司有个新建项目要备案，项目名称是样例烘干工艺热电联产机组新建项目", now)
    assert rules(policies.by_own_lists(said, on=now.date())) == {"PRJ-15"}
    publish(lists("样例烘干工艺"))
    again = policies.by_own_lists(said, on=now.date())
    assert rules(again) == {"PRJ-17"}
    assert (again.form, again.questions) == (said.form, said.questions)


def test_other_matters_are_left_as_they_are(publish, now):
    publish(lists("样例烘干工艺"))
    said = taken("我想办个体户，开一家面馆", now)
    assert policies.by_own_lists(said, on=now.date()) is said


@pytest.mark.parametrize(("matter", "held"), [("project_filing", True), ("project_change", True), ("joint_licence", False), ("", False)])
def test_the_rules_of_a_project_alone_are_handed_the_zone_s_lists(publish, matter, held):
    publish(lists("样例烘干工艺"))
    assert ("policies" in policies.given_for(matter)) is held
