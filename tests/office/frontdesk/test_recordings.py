"""Keeping what was said: only where it is offered and agreed to, played back to its own draft, deleted at once and with the consent."""

import io
import re
import wave

import pytest
from django.test import Client

from gaoxing.office.cases import recordings
from gaoxing.office.cases.models import Case, Recording

pytestmark = pytest.mark.django_db

TOKEN = "a-token-of-its-own"


@pytest.fixture(autouse=True)
def offered(settings):
    """A model listens, and the operator lets recordings be kept for a week."""
    settings.LISTENING, settings.RECORDINGS_DAYS = "8001", 7


@pytest.fixture
def speaker(visitor, statement):
    """A browser with a draft, whose owner agreed that recordings are kept."""
    visitor.post("/draft/words", {"words": statement})
    agree(visitor)
    return visitor


def wav(seconds=1.0, rate=16_000, channels=1, width=2):
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(bytes(int(seconds * rate) * channels * width))
    return data.getvalue()


def agree(browser, days=7):
    return browser.post("/draft/recordings/consent", {"keep": "yes", "version": f"2026-11 {days}"}, headers={"accept": "application/json"})


def post(browser, sound=None, token=TOKEN, kind="audio/wav"):
    return browser.post(f"/draft/recordings/sound?once={token}", wav() if sound is None else sound, content_type=kind)


def kept(browser, **more):
    """The number of a recording that was just kept."""
    return post(browser, **more).json()["kept"]


def test_with_the_consent_a_turn_is_kept_sealed_until_its_day(speaker):
    number = kept(speaker)
    made = Recording.objects.get()
    assert (made.pk, made.milliseconds, (made.until - made.made).days, made.consent) == (number, 1000, 7, "2026-11 7")
    assert b"RIFF" not in bytes(made.sound)


def test_without_the_consent_nothing_is_kept(visitor, statement):
    visitor.post("/draft/words", {"words": statement})
    response = post(visitor)
    assert (response.status_code, Recording.objects.count()) == (403, 0)
    assert "没有您的同意" in response.json()["message"]


def test_another_number_of_days_is_asked_about_again(speaker, settings):
    settings.RECORDINGS_DAYS = 30
    assert post(speaker).status_code == 403
    assert agree(speaker, days=7).status_code == 409
    assert agree(speaker, days=30).status_code == 200


@pytest.mark.parametrize("where", ["turned off", "browser hears", "kiosk"])
def test_where_it_is_not_offered_it_cannot_be_agreed_to(visitor, settings, where):
    if where == "turned off":
        settings.RECORDINGS_DAYS = 0
    elif where == "kiosk":
        settings.KIOSK = True
    else:
        settings.LISTENING, settings.BROWSER_SPEECH = "", True
    assert agree(visitor).status_code == 409
    assert 'id="keep-recordings"' not in visitor.get("/desk").content.decode()


@pytest.mark.parametrize(
    ("sound", "kind", "status", "told"),
    [
        (wav(181), "audio/wav", 413, "最多存 3 分钟"),
        (wav(), "audio/webm", 415, "不是这个页面录的声音"),
        (wav(), "application/x-www-form-urlencoded", 415, "不是这个页面录的声音"),
        (wav(rate=8_000), "audio/wav", 400, "不是这个页面录的声音"),
        (wav(channels=2), "audio/wav", 400, "不是这个页面录的声音"),
        (wav(width=1), "audio/wav", 400, "不是这个页面录的声音"),
        (wav(0), "audio/wav", 400, "不是这个页面录的声音"),
        (wav()[:-7], "audio/wav", 400, "不是这个页面录的声音"),
        (wav()[:30], "audio/wav", 400, "不是这个页面录的声音"),
        (b"", "audio/wav", 415, "不是这个页面录的声音"),
        (b"<html>", "audio/wav", 400, "不是这个页面录的声音"),
    ],
)
def test_what_is_no_such_sound_is_told_and_not_kept(speaker, sound, kind, status, told):
    response = post(speaker, sound, kind=kind)
    assert (response.status_code, Recording.objects.count()) == (status, 0)
    assert told in response.json()["message"]


def test_a_draft_that_has_enough_says_so(speaker, monkeypatch):
    kept(speaker)
    monkeypatch.setattr(recordings, "LONGEST_IN_ALL", 1)
    response = post(speaker, token="another-token")
    assert response.status_code == 409
    assert "删去几段" in response.json()["message"]


@pytest.mark.parametrize("token", ["", "short", "a" * 65, "no blanks here"])
def test_a_post_without_its_token_is_not_kept(speaker, token):
    assert post(speaker, token=token).status_code == 409


def test_without_a_draft_there_is_nothing_to_keep_it_with(visitor):
    agree(visitor)
    assert post(visitor).status_code == 409


def test_it_is_listed_with_its_day_and_played_back(speaker):
    number = kept(speaker)
    page = speaker.get("/draft/recordings")
    assert f"/draft/recordings/{number}.wav?draft=" in page.content.decode()
    assert re.search(r"1 秒 · \d{4}-\d\d-\d\d \d\d:\d\d 删去", page.content.decode())
    assert "media-src 'self'" in page.headers["Content-Security-Policy"]
    played = speaker.get(f"/draft/recordings/{number}.wav")
    assert (played.content, played.headers["Content-Type"]) == (wav(), "audio/wav")
    assert "no-store" in played.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("asked", "status", "size"), [("bytes=0-99", 206, 100), ("bytes=32000-", 206, 44), ("bytes=99999999-", 416, 0), ("pages=1", 200, 32_044)]
)
def test_a_player_may_ask_for_a_stretch(speaker, asked, status, size):
    number = kept(speaker)
    played = speaker.get(f"/draft/recordings/{number}.wav", headers={"range": asked})
    assert (played.status_code, len(played.content)) == (status, size)


def test_another_browser_neither_hears_nor_deletes_it(speaker, statement):
    number, other = kept(speaker), Client()
    for act in ("consent", "draft/words"):
        other.post(f"/{act}", {"words": statement})
    assert other.get(f"/draft/recordings/{number}.wav").status_code == 404
    assert other.post(f"/draft/recordings/{number}/remove").status_code == 404
    assert Client().get(f"/draft/recordings/{number}.wav").status_code == 302
    assert Recording.objects.count() == 1


def test_another_draft_of_the_same_browser_does_not_have_it(speaker, statement):
    number = kept(speaker)
    speaker.post("/drafts/new", {"words": statement})
    assert speaker.get(f"/draft/recordings/{number}.wav").status_code == 404
    assert "没有存着的录音" in speaker.get("/draft/recordings").content.decode()


def test_a_clerk_hears_nothing_and_is_offered_nothing(speaker):
    number = kept(speaker)
    session = speaker.session
    session["clerk"] = "王一（自报）"
    session.save()
    assert speaker.get(f"/draft/recordings/{number}.wav").status_code == 409
    assert post(speaker, token="another-token").status_code == 403


def test_one_is_deleted_at_once(speaker):
    number = kept(speaker)
    assert speaker.post(f"/draft/recordings/{number}/remove").status_code == 302
    assert speaker.get(f"/draft/recordings/{number}.wav").status_code == 404


def test_taking_the_consent_back_deletes_all_of_this_browser(speaker, statement):
    kept(speaker)
    speaker.post("/drafts/new", {"words": statement})
    kept(speaker, token="another-token")
    told = speaker.post("/draft/recordings/consent", {"keep": "no"}, headers={"accept": "application/json"}).json()
    assert told == {"keeps": False, "message": "不再存录音；存着的 2 段已经删去。"}
    assert (Recording.objects.count(), Case.objects.count()) == (0, 2)
    assert post(speaker).status_code == 403


def test_without_javascript_the_consent_is_taken_back_by_a_form(speaker):
    kept(speaker)
    assert speaker.post("/draft/recordings/consent", {"keep": "no"}).url == "/draft/recordings"
    assert not Recording.objects.exists()


def test_the_page_asks_before_it_keeps_and_the_privacy_page_says_so(visitor):
    page = visitor.get("/desk").content.decode()
    assert 'id="keep-recordings"' in page
    assert "存 7 天" in page
    assert "另外同意" in visitor.get("/privacy").content.decode()
