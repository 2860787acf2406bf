"""A list is read, judged, shown, confirmed once and taken in row by row; whatever stops it in between, nothing is done twice and nothing is lost."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils.translation import get_language

from gaoxing.engines.workbook import Code, Unreadable
from gaoxing.office.audit.models import Entry
from gaoxing.office.importing import actions, kept, permissions, queries, registry, ticking
from gaoxing.office.importing.models import ImportBatch, ImportLine
from gaoxing.office.importing.sealed import SEALED
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.vault import office_sealer
from tests.office.importing.conftest import SOUND, finished, staff, verdicts

pytestmark = pytest.mark.django_db
State = ImportBatch.State


def test_every_row_is_judged_before_anything_changes(sent, things):
    batch = sent(SOUND + "E3,要问的,3\n,没有编号,4\nE1,又一个,5\nE6,丙厂,六\n")
    assert (batch.state, things) == (State.PREVIEWED, {})
    assert [verdict for _number, verdict in verdicts(batch)] == ["new", "new", "asked", "wrong", "wrong", "wrong"]
    told = [row.told for row in queries.rows(batch, verdict="wrong")]
    assert told[0] == ("“编号”没有填。",)
    assert told[1] == ("和第 2 行重复（E1）。请只留一行。",)
    assert "“金额”写的是“六”，不是数字" in told[2][0]


def test_confirmed_rows_are_taken_in_exactly_and_the_others_are_not(sent, things, examiner, now):
    batch = sent(SOUND + "E3,要问的,3\n")
    done = finished(actions.confirm(batch, examiner, now=now), now)
    assert things == {"E1": ("昆山甲样例厂", Decimal("15000.0"), 2), "E2": ("昆山乙样例厂", Decimal(20_000), 3)}
    assert (done.state, queries.progress(done), done.ended) == (State.DONE, (2, 2), now)
    assert [each.subject for each in done.lines.all()] == [1, 2, None]


def test_pressed_twice_it_is_taken_in_once(sent, things, examiner, now):
    batch = sent()
    actions.confirm(batch, examiner, now=now)
    finished(batch, now)
    things.clear()
    finished(actions.confirm(batch, examiner, now=now), now)
    assert things == {}
    assert Entry.objects.filter(act="import.confirmed").count() == 1


def test_the_same_file_again_is_told_and_its_rows_are_unchanged(sent, examiner, now):
    first = finished(actions.confirm(sent(), examiner, now=now), now)
    again = sent()
    assert queries.imported_before(again) == first
    assert dict(queries.counts(again)) == {ImportLine.Verdict.UNCHANGED: 2}
    with pytest.raises(NotAllowed, match="没有可以导入的行"):
        actions.confirm(again, examiner, now=now)


def test_a_row_that_cannot_be_taken_in_any_more_is_told_and_the_others_are(sent, things, examiner, now):
    done = finished(actions.confirm(sent(SOUND + "E3,挡住的,3\n"), examiner, now=now), now)
    assert (done.state, set(things), dict(verdicts(done))[4]) == (State.DONE, {"E1", "E2"}, "wrong")
    assert queries.rows(done, verdict="wrong")[0].told == ("这一行现在不能导。",)


def test_many_rows_go_on_step_by_step_and_by_the_tick(kind, examiner, things, now, monkeypatch):
    monkeypatch.setattr(actions, "AT_ONCE", 2)
    text = "编号,名称\n" + "".join(f"E{each},昆山样例第{each}厂\n" for each in range(7))
    batch = actions.upload(kind, actions.Sent("多.csv", text.encode()), examiner, now=now)
    assert (actions.go_on(batch, now=now), queries.progress(batch)) == (True, (3, 7))
    assert ticking.go_on_with_all(now) == 2
    actions.confirm(batch, examiner, now=now)
    assert (actions.go_on(batch, now=now), len(things)) == (True, 2)
    assert (ticking.go_on_with_all(now), len(things), ticking.go_on_with_all(now)) == (3, 7, 0)


def test_a_step_that_fails_leaves_the_rows_before_it(sent, things, examiner, now, kind, monkeypatch):
    batch = actions.confirm(sent(), examiner, now=now)
    broken = registry.Importer(**{**kind.__dict__, "apply": lambda given, by, now: 1 / 0})
    monkeypatch.setattr(registry, "_ENTERED", {"things": broken})
    with pytest.raises(ZeroDivisionError):
        actions.go_on(batch, now=now)
    monkeypatch.setattr(registry, "_ENTERED", {"things": kind})
    assert finished(batch, now).state == State.DONE
    assert set(things) == {"E1", "E2"}


def test_a_list_is_given_up_once_and_not_after_it_was_confirmed(sent, examiner, now):
    given_up, confirmed = actions.discard(sent(), examiner, now=now), sent(SOUND + "E9,戊厂,1\n")
    assert actions.discard(given_up, examiner, now=now).state == State.DISCARDED
    with pytest.raises(NotAllowed, match="已放弃"):
        actions.confirm(given_up, examiner, now=now)
    actions.confirm(confirmed, examiner, now=now)
    with pytest.raises(NotAllowed, match="不能放弃"):
        actions.discard(confirmed, examiner, now=now)


def test_nobody_else_confirms_and_whoever_lost_the_role_stops(sent, examiner, things, now):
    batch, other = sent(), staff("examiner", "other.examiner", now)
    with pytest.raises(NotAllowed, match="别人上传的"):
        actions.confirm(batch, other, now=now)
    actions.confirm(batch, examiner, now=now)
    examiner.assignments.update(until=now.date() - timedelta(days=1))
    assert (actions.go_on(batch, now=now), things) == (False, {})


def test_only_whoever_may_import_uploads(kind, now):
    with pytest.raises(NotAllowed, match="只能由审核人员办"):
        actions.upload(kind, actions.Sent("a.csv", SOUND.encode()), staff("leader", "some.leader", now), now=now)


def test_a_file_that_cannot_be_read_leaves_nothing_behind(kind, examiner, now):
    with pytest.raises(Unreadable) as trouble:
        actions.upload(kind, actions.Sent("a.csv", "编号,金额\nE1,3\n".encode()), examiner, now=now)
    assert trouble.value.codes == (Code.MISSING, Code.NO_UNIT)
    assert not ImportBatch.objects.exists()


def test_a_list_is_its_senders_to_see(sent, examiner, now):
    batch, other = sent(), staff("examiner", "other.examiner", now)
    assert list(permissions.visible_to(examiner, on=now.date())) == [batch]
    assert not permissions.visible_to(other, on=now.date()).exists()
    assert not permissions.visible_to(None, on=now.date()).exists()
    assert permissions.who_sees()[0].why.endswith("。")


def test_what_stands_in_a_list_is_sealed_and_can_be_sealed_anew(sent):
    batch = sent()
    assert "昆山甲样例厂".encode() not in b"".join(bytes(each.content) for each in batch.lines.all()) + bytes(batch.about)
    assert [each.renew(office_sealer(), 0).broken for each in SEALED] == [(), ()]
    assert queries.head_of(batch)["name"] == "名单.csv"


def test_lists_go_when_their_time_is_over_and_not_while_they_go_on(sent, examiner, now):
    left, going, done = sent(), sent(SOUND + "E8,庚厂,1\n"), sent(SOUND + "E9,辛厂,1\n")
    finished(actions.confirm(done, examiner, now=now), now)
    actions.confirm(going, examiner, now=now)
    rule = kept.KEPT[0]
    assert rule.due(now + timedelta(days=8)) == 1
    assert (rule.delete(now + timedelta(days=91)), list(ImportBatch.objects.all())) == (2, [going])
    assert not ImportBatch.objects.filter(pk=left.pk).exists()


def test_the_tick_tells_in_the_language_of_whoever_sent_it(kind, examiner, now):
    type(examiner).objects.filter(pk=examiner.pk).update(language="en")
    heard = []
    registry.enter(
        registry.Importer(**{**kind.__dict__, "judge": lambda rows, by, now: [heard.append(get_language()) or registry.Judged("new") for _ in rows]})
    )
    actions.upload(registry.importer("things"), actions.Sent("名单.csv", SOUND.encode()), examiner, now=now)
    ticking.go_on_with_all(now)
    assert heard == ["en", "en"]


def test_the_tick_leaves_what_waits_for_somebody_and_what_is_over(sent, examiner, now):
    waiting, given_up = sent(), actions.discard(sent(), examiner, now=now)
    assert ticking.go_on_with_all(now) == 0
    assert [ImportBatch.objects.get(pk=each.pk).state for each in (waiting, given_up)] == [State.PREVIEWED, State.DISCARDED]


def test_a_list_of_a_kind_that_no_app_enters_any_more_stays_as_it_is(sent, examiner, now, monkeypatch):
    batch = sent()
    monkeypatch.setattr(registry, "_ENTERED", {})
    assert actions.go_on(batch, now=now) is False
    with pytest.raises(NotAllowed, match="别人上传的"):
        actions.confirm(batch, examiner, now=now)
    assert not permissions.visible_to(examiner, on=now.date()).exists()


def test_rows_that_have_no_key_are_not_taken_for_repetitions(sent):
    assert [verdict for _number, verdict in verdicts(sent("编号,名称\n,甲\n,乙\n"))] == ["wrong", "wrong"]


def test_every_act_on_a_list_stands_in_the_audit_with_its_role(sent, examiner, now):
    finished(actions.confirm(sent(), examiner, now=now), now)
    acts = list(Entry.objects.filter(act__startswith="import.").order_by("pk").values_list("act", "actor", "role"))
    assert acts == [(f"import.{each}", examiner.pk, "examiner") for each in ("uploaded", "confirmed", "done")]


def test_a_value_that_may_stand_in_one_row_alone_is_told_with_the_row_that_has_it(kind, examiner, now, monkeypatch):
    monkeypatch.setitem(registry._ENTERED, "things", replace(kind, alone=("name",)))
    text = "编号,名称\nE1,昆山甲样例厂\nE2,昆山乙样例厂\nE3,昆山甲样例厂\n"
    batch = actions.upload(registry.importer("things"), actions.Sent("名单.csv", text.encode()), examiner, now=now)
    found = queries.rows(finished(batch, now), verdict="wrong")
    assert [(each.number, each.told) for each in found] == [(4, ("和第 2 行重复（昆山甲样例厂）。请只留一行。",))]
