"""Being shown what is masked of a request: for a reason and in own words, so many an hour, kept before it is shown; the value is kept nowhere."""

from datetime import timedelta

import pytest

from gaoxing.office.aftercare import revealing
from gaoxing.office.aftercare.models import RequestReveal
from gaoxing.office.aftercare.revealing import LONGEST, PER_HOUR, reveal, told_of, told_to_overseers, whole
from gaoxing.office.audit.models import Entry
from gaoxing.office.refusal import NotAllowed
from tests.office.aftercare.conftest import WORDS

pytestmark = pytest.mark.django_db
REASON, WHY = "reveal.contact", "打电话联系企业"


@pytest.fixture
def shown(cast, now):
    """The steward is shown something of a request."""
    return lambda request, path="mobile", reason=REASON, words=WHY, by="steward", at=now: reveal(request, path, reason, words, cast[by], now=at)


def earlier(request, person, at, count):
    """So many reveals at a moment."""
    RequestReveal.objects.bulk_create(RequestReveal(request=request, path="mobile", by=person, reason=REASON, at=at) for _ in range(count))


def test_a_reveal_is_kept_with_its_reason_and_its_words_sealed(brought, shown, cast, now):
    made = shown(brought(), words="  打电话\n 联系  企业 ")
    assert (made.path, made.reason, made.by, made.at) == ("mobile", REASON, cast["steward"], now)
    assert "打电话".encode() not in bytes(made.words)
    assert bytes(made.words) != b""


@pytest.mark.parametrize("reason", ["", "reveal.curious", "reach.visit", "telephone"])
def test_without_a_reason_of_the_offices_own_nothing_is_shown(brought, shown, reason):
    with pytest.raises(NotAllowed, match="请选为什么要看"):
        shown(brought(), reason=reason)
    assert not RequestReveal.objects.exists()


@pytest.mark.parametrize(("words", "told"), [("", "再写一句"), (" \n\t ", "再写一句"), ("看" * (LONGEST + 1), "最多写 200 个字")])
def test_without_own_words_or_with_too_many_nothing_is_shown(brought, shown, words, told):
    with pytest.raises(NotAllowed, match=told):
        shown(brought(), words=words)
    assert not RequestReveal.objects.exists()


def test_words_of_exactly_the_most_are_taken(brought, shown):
    assert shown(brought(), words="看" * LONGEST).pk


def test_the_sixty_first_of_an_hour_is_refused(brought, shown, cast, now):
    request = brought()
    earlier(request, cast["steward"], now - timedelta(minutes=59), PER_HOUR - 1)
    shown(request)
    with pytest.raises(NotAllowed, match="最多显示 60 次"):
        shown(request)


def test_what_lies_an_hour_back_and_what_others_were_shown_does_not_count(brought, shown, cast, now):
    request = brought()
    earlier(request, cast["steward"], now - timedelta(hours=1), PER_HOUR)
    earlier(request, cast["leader"], now, PER_HOUR)
    assert shown(request).pk


@pytest.mark.parametrize("path", ["", "enterprise", "content", "said", "reach"])
def test_what_is_not_masked_is_not_shown(brought, shown, path):
    with pytest.raises(NotAllowed, match="不能显示"):
        shown(brought(), path)


@pytest.mark.parametrize("by", ["colleague", "power", "examiner", "applicant"])
def test_nobody_is_shown_what_is_not_on_their_desk(brought, shown, by):
    with pytest.raises(NotAllowed):
        shown(brought(), by=by)
    assert not RequestReveal.objects.exists()


def test_the_audit_names_the_reason_and_the_path_and_never_the_value(brought, shown, cast):
    request = brought()
    shown(request)
    entry = Entry.objects.get(act="request.revealed")
    kept = " ".join(str(value) for value in vars(entry).values())
    assert (entry.actor, entry.reason) == (cast["steward"].pk, REASON)
    assert all(each not in kept for each in ("13900001234", "联系人甲", "车间", WHY))


def test_nothing_is_shown_that_the_audit_could_not_keep(brought, shown, monkeypatch):
    """The reveal is returned, and so shown, only once both are written: they are one transaction."""
    request = brought()

    def full(*_args, **_told):
        raise OSError("no space left")

    monkeypatch.setattr(revealing.audit, "write", full)
    with pytest.raises(OSError, match="no space"):
        shown(request)
    assert not RequestReveal.objects.exists()


@pytest.mark.parametrize(("path", "value"), [("words", WORDS), ("contact", "联系人甲"), ("mobile", "13900001234"), ("said", ""), ("", "")])
def test_only_what_is_masked_has_a_whole_value(brought, path, value):
    assert whole(brought(), path) == value


def test_the_enterprise_reads_who_was_shown_what_without_the_words_written(brought, shown):
    request = brought()
    shown(request)
    shown(request, "words", "reveal.decision", by="leader")
    told = told_of(request)
    assert [(each.label, each.reason, each.words) for each in told] == [("企业的话", "审查、决定要用", ""), ("联系电话", "联系申请人", "")]


def test_the_audit_administrator_reads_the_words_a_page_at_a_time(brought, shown, staff, now, monkeypatch):
    monkeypatch.setattr(revealing, "PAGE", 2)
    request, overseer = brought(), staff("audit_administrator", "auditor")
    for number in range(3):
        shown(request, words=f"第 {number} 次")
    first, onward = told_to_overseers(overseer, now=now)
    last, end = told_to_overseers(overseer, now=now, before=onward)
    assert [each.words for each in (*first, *last)] == ["第 2 次", "第 1 次", "第 0 次"]
    assert (onward > 0, end) == (True, 0)
    assert Entry.objects.filter(act="request.reveals_read", actor=overseer.pk).count() == 2


@pytest.mark.parametrize("by", ["steward", "leader", "power"])
def test_the_words_are_read_by_nobody_else(cast, now, by):
    with pytest.raises(NotAllowed):
        told_to_overseers(cast[by], now=now)
    assert not Entry.objects.filter(act="request.reveals_read").exists()
