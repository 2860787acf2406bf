"""The mail server is read from one line, or refused with the way to write it."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from gaoxing.office.mail_setting import mail_settings


@pytest.mark.parametrize(
    ("written", "port", "tls", "ssl"),
    [
        ("smtp+tls://hall:se%40cret@mail.example", 587, True, False),
        ("smtps://hall:se%40cret@mail.example", 465, False, True),
        ("smtp://hall:se%40cret@mail.example:2525", 2525, False, False),
    ],
)
def test_the_ways_to_write_it(written, port, tls, ssl):
    found = mail_settings(written)
    assert (found["EMAIL_PORT"], found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (port, tls, ssl)
    assert (found["EMAIL_HOST"], found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("mail.example", "hall", "se@cret")


def test_where_nothing_is_set_nothing_is_sent():
    assert mail_settings(" ") == {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}


@pytest.mark.parametrize("written", ["mail.example", "http://mail.example", "smtp://", "smtp://x:99999999"])
def test_what_cannot_be_read_is_told_with_the_way_to_write_it(written):
    with pytest.raises(ImproperlyConfigured, match="GAOXING_SMTP"):
        mail_settings(written)
