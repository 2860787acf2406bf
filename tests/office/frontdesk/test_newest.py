"""Two pages of one browser: each keeps to its own draft and learns what the other did."""

import pytest

from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk.visitor import AT_KIOSK, key

pytestmark = pytest.mark.django_db


def newest(visitor, **asked):
    return visitor.get("/draft/newest", asked, headers={"hx-request": "true"})


def test_a_page_that_is_up_to_date_is_told_nothing(visitor, typing):
    typing(words="我要开公司")
    assert newest(visitor, revision=Case.objects.get().revision).status_code == 204


def test_a_page_that_fell_behind_gets_the_parts_as_they_stand(visitor, typing):
    typing(words="我要开公司，注册资本一百万")
    answer = newest(visitor, revision=0)
    assert "一百万" in answer.content.decode()
    assert 'id="known"' in answer.content.decode()


def test_a_browser_without_a_draft_is_up_to_date(visitor):
    assert newest(visitor, revision=0).status_code == 204


def test_a_page_whose_draft_was_deleted_learns_it(visitor, typing):
    typing(words="我要开公司")
    gone = Case.objects.get().reference
    visitor.post("/draft/restart")
    assert "我要开公司" not in newest(visitor, revision=1, draft=key(gone)).content.decode()
    assert newest(visitor, revision=1, draft=key(gone)).status_code == 200


def test_words_of_one_page_never_reach_the_draft_of_another(visitor, typing):
    typing(words="我要开公司甲")
    first = Case.objects.get().reference
    session = visitor.session
    session.pop("draft")
    session.save()
    typing(words="我要开公司乙")
    second = Case.objects.exclude(reference=first).get().reference
    typing(words="我要开公司甲，注册资本一百万", draft=key(first))
    assert visitor.session["draft"] == first
    assert newest(visitor, revision=0, draft=key(second)).content.decode().count("我要开公司乙") >= 1


def test_beginning_again_deletes_the_draft_of_its_own_page(visitor, typing):
    typing(words="我要开公司甲")
    first = Case.objects.get().reference
    session = visitor.session
    session.pop("draft")
    session.save()
    typing(words="我要开公司乙")
    visitor.post("/draft/restart", {"draft": key(first)})
    assert not Case.objects.filter(reference=first).exists()
    assert Case.objects.count() == 1


def test_a_stranger_learns_nothing(stranger):
    assert stranger.get("/draft/newest").status_code == 302


def test_the_browser_is_known_for_thirty_days_but_at_a_kiosk(stranger):
    stranger.post("/consent")
    assert round(stranger.session.get_expiry_age() / 24 / 3600) == 30
    stranger.cookies["kiosk"] = "1"
    stranger.session.flush()
    stranger.post("/consent")
    assert 0 < stranger.session.get_expiry_age() <= AT_KIOSK.total_seconds()
