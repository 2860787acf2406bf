"""Sign-in codes by themselves: how often, how long, how many tries, and that the newest alone counts."""

from datetime import timedelta

import pytest
from django.db import connection

from gaoxing.engines.fault import Fault
from gaoxing.office.people import codes
from gaoxing.office.people.codes import AGAIN, MOST_AN_HOUR, MOST_TRIES, VALID, Wait
from gaoxing.office.people.models import SignInCode
from gaoxing.office.people.sending import FileSender, NoSender

pytestmark = pytest.mark.django_db
MOBILE = "13900001234"


@pytest.fixture
def sender(tmp_path):
    return FileSender(tmp_path)


@pytest.fixture
def wrong():
    return lambda code: f"{(int(code) + 1) % 1_000_000:06d}"


def test_a_code_has_six_digits_and_is_right_once(sender, now):
    code = codes.send(MOBILE, sender, now=now)
    assert (len(code), code.isdecimal()) == (6, True)
    assert codes.check(MOBILE, code, now=now) is True
    assert codes.check(MOBILE, code, now=now) is False


def test_a_code_is_good_for_five_minutes(sender, now):
    code = codes.send(MOBILE, sender, now=now)
    assert codes.check(MOBILE, code, now=now + VALID) is False
    assert codes.check(MOBILE, code, now=now + VALID - timedelta(seconds=1)) is True


def test_the_next_code_waits_a_minute_and_voids_the_one_before(sender, now):
    first = codes.send(MOBILE, sender, now=now)
    assert codes.send(MOBILE, sender, now=now + timedelta(seconds=59)) == Wait(now + AGAIN)
    second = codes.send(MOBILE, sender, now=now + AGAIN)
    assert first == second or codes.check(MOBILE, first, now=now + AGAIN) is False
    assert codes.check(MOBILE, second, now=now + AGAIN) is True


def test_an_hour_has_six_codes(sender, now):
    for each in range(MOST_AN_HOUR):
        assert isinstance(codes.send(MOBILE, sender, now=now + each * AGAIN), str)
    assert codes.send(MOBILE, sender, now=now + MOST_AN_HOUR * AGAIN) == Wait(now + timedelta(hours=1))
    assert isinstance(codes.send("13900005678", sender, now=now + MOST_AN_HOUR * AGAIN), str)


def test_a_code_has_five_tries(sender, now, wrong):
    code = codes.send(MOBILE, sender, now=now)
    assert [codes.check(MOBILE, wrong(code), now=now) for _ in range(MOST_TRIES)] == [False] * MOST_TRIES
    assert codes.check(MOBILE, code, now=now) is False


def test_ten_wrong_tries_lock_the_number_for_the_hour_and_no_other(sender, now, wrong):
    for each in range(2):
        code = codes.send(MOBILE, sender, now=now + each * AGAIN)
        for _ in range(MOST_TRIES):
            codes.check(MOBILE, wrong(code), now=now + each * AGAIN)
    assert codes.check(MOBILE, code, now=now + AGAIN) == Wait(now + timedelta(hours=1))
    other = codes.send("13900005678", sender, now=now + AGAIN)
    assert codes.check("13900005678", other, now=now + AGAIN) is True


def test_a_code_that_was_not_sent_is_not_kept(now):
    with pytest.raises(Fault, match="还没有接通短信"):
        codes.send(MOBILE, NoSender(), now=now)
    assert not SignInCode.objects.exists()


def test_the_file_of_codes_is_its_owners_alone(sender, now):
    codes.send(MOBILE, sender, now=now)
    assert sender.file.stat().st_mode & 0o077 == 0
    assert sender.file.read_text().split()[1] == MOBILE


def test_a_try_is_counted_before_it_is_looked_at_so_that_many_at_once_get_no_more(sender, now, wrong, monkeypatch):
    code, seen, compare = codes.send(MOBILE, sender, now=now), [], codes.hmac.compare_digest

    def looking(*both):
        seen.append(SignInCode.objects.get().tries)
        return compare(*both)

    monkeypatch.setattr(codes.hmac, "compare_digest", looking)
    codes.check(MOBILE, wrong(code), now=now)
    assert set(seen) == {1}


def test_a_right_try_counts_as_none_that_was_wrong(sender, now):
    codes.check(MOBILE, codes.send(MOBILE, sender, now=now), now=now)
    assert SignInCode.objects.get().tries == 0


def test_nobody_waits_for_the_gateway_with_the_database_held(now):
    class Slow:
        def send(self, mobile, code, *, now):
            self.held = len(connection.savepoint_ids)

    before, slow = len(connection.savepoint_ids), Slow()
    codes.send(MOBILE, slow, now=now)
    assert slow.held == before


def test_a_code_that_could_not_be_sent_leaves_the_one_before_good(sender, now):
    code = codes.send(MOBILE, sender, now=now)
    with pytest.raises(Fault):
        codes.send(MOBILE, NoSender(), now=now + AGAIN)
    assert codes.check(MOBILE, code, now=now + AGAIN) is True
