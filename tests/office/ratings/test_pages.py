"""The pages of the ratings: one tap from the link without an account, a low level asks why, and the leader sees and calls back."""

import pytest

from gaoxing.office.audit.entry import Subject
from gaoxing.office.audit.models import Entry
from gaoxing.office.people import accounts
from gaoxing.office.ratings import actions
from gaoxing.office.ratings.actions import Said
from gaoxing.office.ratings.models import Rating

pytestmark = pytest.mark.django_db
BAD = Said("very_dissatisfied", ["attitude"], "没有人理我")


def test_the_link_rates_with_one_tap_without_an_account_and_once(asked, link, stranger):
    asked()
    token = link()
    assert "非常满意" in stranger.get(f"/rate/{token}").content.decode()
    assert "谢谢您" in stranger.post(f"/rate/{token}", {"level": "very_satisfied"}).content.decode()
    assert Rating.objects.get().level == "very_satisfied"
    assert stranger.post(f"/rate/{token}", {"level": "dissatisfied"}).status_code == 404


def test_a_low_level_is_asked_why_before_it_is_kept(asked, link, stranger):
    asked()
    page = stranger.post(f"/rate/{link()}", {"level": "dissatisfied", "words": "等了两个钟头"}).content.decode()
    assert "是哪里没有做好" in page
    assert "等了两个钟头" in page
    assert Rating.objects.get().level == ""
    assert stranger.post(f"/rate/{link()}", {"level": "dissatisfied", "step": "why"}).status_code == 409
    assert "领导会给您回访" in stranger.post(f"/rate/{link()}", {"level": "dissatisfied", "step": "why", "reason": ["too_long"]}).content.decode()


@pytest.mark.parametrize("token", ["x", "y" * 300, "·"])
def test_a_link_that_is_none_says_what_to_do(stranger, token):
    answer = stranger.get(f"/rate/{token}")
    assert (answer.status_code, "请登录" in answer.content.decode()) == (404, True)


def test_the_notice_leads_to_the_link(asked, link, owner, signed_in):
    asked()
    assert f'href="/rate/{link()}"' in signed_in(owner).get("/notices").content.decode()


def test_ones_own_rating_is_changed_and_nobody_elses_is_there(asked, owner, signed_in, now):
    rating = actions.rate(asked(), Said("satisfied", words="还好"), by=owner, now=now)
    other = signed_in(accounts.applicant_of("13900009999", language="zh-hans", now=now))
    assert other.get(f"/ratings/{rating.pk}").status_code == other.post(f"/ratings/{rating.pk}", {"level": "satisfied"}).status_code == 404
    assert other.get("/ratings/999999").status_code == 404


def test_its_author_reads_what_they_wrote(asked, owner, signed_in):
    rating = asked()
    browser = signed_in(owner)
    browser.post(f"/ratings/{rating.pk}", {"level": "satisfied", "words": "还好"})
    assert "还好" in browser.get(f"/ratings/{rating.pk}").content.decode()


def test_the_leader_sees_counts_and_call_backs_and_opens_a_rating(asked, owner, leader, signed_in, now):
    rating = actions.rate(asked(), BAD, by=owner, now=now)
    asked(8)
    browser = signed_in(leader)
    page = browser.get("/staff/ratings").content.decode()
    assert "请评价 2 件，评价了 1 件，没有评价 1 件（不算满意）" in page
    assert "要回访 1 位" in page
    assert "没有人理我" in browser.get(f"/staff/ratings/{rating.pk}").content.decode()
    assert Entry.objects.filter(act="rating.read", subject=rating.pk, actor=leader.pk).exists()


def test_what_nobody_handled_is_said_in_words(owner, leader_of, signed_in, now):
    rating = actions.ask(actions.Handled(Subject("cases.case", 9), "AR-9"), owner, now=now)
    browser = signed_in(leader_of(None))
    assert all(each in browser.get("/staff/ratings").content.decode() for each in ("系统自动办的", "没有写单位的"))
    assert "请申请人评价" in browser.get(f"/staff/ratings/{rating.pk}").content.decode()


def test_the_call_back_is_written_down_on_the_page(asked, owner, leader, signed_in, now):
    rating = actions.rate(asked(), BAD, by=owner, now=now)
    browser = signed_in(leader)
    browser.post(f"/staff/ratings/{rating.pk}/called", {"words": "打过电话，已经改正"})
    assert "打过电话" in browser.get(f"/staff/ratings/{rating.pk}").content.decode()
    assert "没有等着回访的" in browser.get("/staff/ratings").content.decode()


def test_a_count_opens_its_records(asked, owner, clerk, leader, signed_in, now):
    actions.rate(asked(), BAD, by=owner, now=now)
    asked(8)
    page = signed_in(leader).get(f"/staff/ratings?clerk={clerk.pk}&level=none").content.decode().split('id="records"')[1]
    assert "AR-8" in page
    assert "AR-7" not in page


@pytest.mark.parametrize("query", ["level=x", "clerk=-1", "unit=٣", "since=yesterday", "before=" + "9" * 40])
def test_an_address_that_makes_no_sense_asks_for_everything(asked, leader, signed_in, query):
    asked()
    assert "AR-7" in signed_in(leader).get(f"/staff/ratings?{query}").content.decode()


def test_another_units_rating_is_not_there(asked, owner, leader_of, signed_in, now):
    from gaoxing.office.people.models import Unit

    rating = actions.rate(asked(), BAD, by=owner, now=now)
    browser = signed_in(leader_of(Unit.objects.create(code="U2", name="别的科"), "other"))
    assert browser.get(f"/staff/ratings/{rating.pk}").status_code == 404
    assert "AR-7" not in browser.get("/staff/ratings").content.decode()


def test_a_clerk_sees_no_ratings(clerk, signed_in):
    assert signed_in(clerk).get("/staff/ratings").status_code == 403
