"""Asking, rating, changing, calling back: once a piece of business, silence is no answer, and whoever is not satisfied is called back."""

from datetime import timedelta

import pytest

from gaoxing.office.audit.models import Entry
from gaoxing.office.notices.models import Notice
from gaoxing.office.ratings import actions, queries, scale
from gaoxing.office.ratings.actions import Said
from gaoxing.office.ratings.kept import KEPT
from gaoxing.office.ratings.models import CallBack, Rating
from gaoxing.office.ratings.vault import words_of
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db
BAD = Said("dissatisfied", ["several_trips"], "跑了三趟才办好")


def test_an_applicant_is_asked_once_and_told_with_a_link(asked, link, owner):
    rating = asked()
    assert asked().pk == rating.pk
    assert (rating.level, rating.person, Rating.objects.count()) == ("", owner, 1)
    assert len(link()) > 20


def test_the_link_itself_is_not_in_the_database(asked, link):
    rating = asked()
    assert link() not in str(Rating.objects.filter(pk=rating.pk).values().get())


def test_a_good_rating_raises_no_task(asked, owner, now):
    made = actions.rate(asked(), Said("satisfied", ["attitude"], "很快"), by=owner, now=now)
    assert (made.level, made.reasons, words_of(made), CallBack.objects.count()) == ("satisfied", "", "很快", 0)


def test_words_are_sealed(asked, owner, now):
    made = actions.rate(asked(), BAD, by=owner, now=now)
    assert "三趟".encode() not in bytes(made.words)
    assert words_of(made) == "跑了三趟才办好"


@pytest.mark.parametrize(("said", "why"), [(Said("great"), "请选一个等级"), (Said("dissatisfied"), "是哪里没有做好"), (Said("dissatisfied", ["x"]), "是哪里")])
def test_what_is_no_rating_is_refused_with_a_sentence(asked, owner, now, said, why):
    with pytest.raises(NotAllowed, match=why):
        actions.rate(asked(), said, by=owner, now=now)
    assert Rating.objects.get().level == ""


def test_a_low_rating_raises_a_task_within_its_term_and_tells_the_units_leader(asked, owner, leader, leader_of, now):
    leader_of(None, "head")
    made = actions.rate(asked(), BAD, by=owner, now=now)
    assert f"{made.call_back.due.astimezone(now.tzinfo):%Y-%m-%d %H:%M}" == "2026-11-25 17:00"
    assert Notice.objects.filter(event="rating_low").count() == 2


def test_another_units_leader_is_not_told(asked, owner, leader_of, now):
    from gaoxing.office.people.models import Unit

    leader_of(Unit.objects.create(code="U2", name="别的科"), "other")
    actions.rate(asked(), BAD, by=owner, now=now)
    assert not Notice.objects.filter(event="rating_low").exists()


def test_a_rating_is_changed_within_its_days_and_not_after(asked, owner, now):
    rating, days = actions.rate(asked(), Said("satisfied"), by=owner, now=now), scale.days().change
    assert actions.rate(rating, BAD, by=owner, now=now + timedelta(days=days, seconds=-1)).level == "dissatisfied"
    with pytest.raises(NotAllowed, match="不能改了"):
        actions.rate(rating, BAD, by=owner, now=now + timedelta(days=days))


def test_changing_ones_mind_leaves_the_call_back_due(asked, owner, now):
    rating = actions.rate(asked(), BAD, by=owner, now=now)
    actions.rate(rating, Said("satisfied"), by=owner, now=now)
    assert len(queries.due(Rating.objects.all())) == 1


def test_a_link_is_good_once_and_for_its_days(asked, link, now):
    rating, token = asked(), link()
    assert queries.by_link(token, now=now + timedelta(days=scale.days().link + 1)) is None
    actions.rate(rating, Said("satisfied"), by=None, now=now)
    assert queries.by_link(token, now=now) is None
    with pytest.raises(NotAllowed, match="用过了"):
        actions.rate(rating, Said("acceptable"), by=None, now=now)


def test_the_units_leader_writes_the_call_back_down_once(asked, owner, leader, now):
    rating = actions.rate(asked(), BAD, by=owner, now=now)
    task = actions.call_back(rating, "已经道歉，补发了材料单", by=leader, now=now)
    assert (task.called, words_of(task)) == (now, "已经道歉，补发了材料单")
    with pytest.raises(NotAllowed, match="已经回访过"):
        actions.call_back(rating, "再记一次", by=leader, now=now)


def test_whoever_handled_it_or_leads_another_unit_does_not_call_back(asked, owner, clerk, leader, now):
    rating = actions.rate(asked(), BAD, by=owner, now=now)
    Rating.objects.update(clerk=leader)
    rating.refresh_from_db()
    for person in (clerk, leader):
        with pytest.raises(NotAllowed, match="由经办单位的领导"):
            actions.call_back(rating, "说过了", by=person, now=now)


def test_a_call_back_without_words_is_none(asked, owner, leader, now):
    rating = actions.rate(asked(), BAD, by=owner, now=now)
    with pytest.raises(NotAllowed, match="请写清楚"):
        actions.call_back(rating, "  ", by=leader, now=now)


def test_every_act_stands_in_the_audit_without_words(asked, owner, leader, now):
    rating = actions.rate(asked(), BAD, by=owner, now=now)
    actions.rate(rating, BAD, by=owner, now=now)
    actions.call_back(rating, "已经道歉", by=leader, now=now)
    acts = list(Entry.objects.filter(subject_kind="ratings.rating").order_by("number").values_list("act", flat=True))
    assert acts == ["rating.asked", "rating.given", "rating.changed", "rating.called_back"]


def test_ratings_go_after_their_term(asked, now):
    asked()
    later = now + timedelta(days=scale.days().kept, seconds=1)
    assert (KEPT[0].delete(now), KEPT[0].due(later), KEPT[0].delete(later), KEPT[0].held()) == (0, 1, 1, 0)
