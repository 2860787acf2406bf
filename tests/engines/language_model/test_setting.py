"""The setting is off, on, or told in a sentence; the key is never shown, and words go in the clear only at home."""

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.engines.language_model.setting import KEY, MODEL, SECONDS, URL, from_environment

DEEPSEEK = {URL: "https://api.deepseek.com", MODEL: "deepseek-chat", KEY: "sk-secret"}


def test_without_a_word_it_is_off():
    assert from_environment({}) is None
    assert from_environment({URL: " ", MODEL: "", KEY: "sk-secret"}) is None


@pytest.mark.parametrize(
    ("url", "host", "port", "path"),
    [
        ("https://api.deepseek.com", "api.deepseek.com", 443, "/chat/completions"),
        ("https://api.deepseek.com/v1/", "api.deepseek.com", 443, "/v1/chat/completions"),
        ("https://hall.example:8443/v1/chat/completions", "hall.example", 8443, "/v1/chat/completions"),
        ("http://127.0.0.1:11434/v1", "127.0.0.1", 11434, "/v1/chat/completions"),
        ("http://[::1]:8000/v1", "::1", 8000, "/v1/chat/completions"),
        ("http://10.0.0.7:8000/v1", "10.0.0.7", 8000, "/v1/chat/completions"),
        ("http://vllm:8000/v1", "vllm", 8000, "/v1/chat/completions"),
        ("http://model.internal/v1", "model.internal", 80, "/v1/chat/completions"),
    ],
)
def test_an_address_is_read_with_or_without_its_last_words(url, host, port, path):
    setting = from_environment({URL: url, MODEL: "m"})
    assert (setting.host, setting.port, setting.path) == (host, port, path)


def test_the_key_is_not_in_its_repr():
    assert "sk-secret" not in repr(from_environment(DEEPSEEK))


@pytest.mark.parametrize(
    ("url", "reader"),
    [
        ("https://api.deepseek.com", "m（api.deepseek.com）"),
        ("http://localhost:11434/v1", "m（本机）"),
        ("http://127.0.0.1/v1", "m（本机）"),
        ("http://[::1]/v1", "m（本机）"),
    ],
)
def test_who_reads_the_words_is_told(url, reader):
    assert from_environment({URL: url, MODEL: "m"}).reader == reader


@pytest.mark.parametrize(
    ("environ", "word"),
    [
        ({URL: "https://api.deepseek.com"}, MODEL),
        ({MODEL: "deepseek-chat"}, URL),
        ({**DEEPSEEK, KEY: "sk-sec ret"}, KEY),
        ({**DEEPSEEK, KEY: "sk-sec\nret: x"}, KEY),
        ({**DEEPSEEK, KEY: "密钥"}, KEY),
        ({**DEEPSEEK, MODEL: "m" * 300}, MODEL),
        ({**DEEPSEEK, MODEL: "a\x07b"}, MODEL),
        ({**DEEPSEEK, SECONDS: "0"}, SECONDS),
        ({**DEEPSEEK, SECONDS: "121"}, SECONDS),
        ({**DEEPSEEK, SECONDS: "很久"}, SECONDS),
        ({**DEEPSEEK, SECONDS: "²"}, SECONDS),
        ({**DEEPSEEK, URL: "http://api.deepseek.com"}, "https"),
        ({**DEEPSEEK, URL: "http://8.8.8.8/v1"}, "https"),
        ({**DEEPSEEK, URL: "ftp://hall.example"}, URL),
        ({**DEEPSEEK, URL: "api.deepseek.com"}, URL),
        ({**DEEPSEEK, URL: "https://"}, URL),
        ({**DEEPSEEK, URL: "https://hall.example:99999"}, URL),
        ({**DEEPSEEK, URL: "https://[::1"}, URL),
        ({**DEEPSEEK, URL: "https://hall.example/a b"}, URL),
        ({**DEEPSEEK, URL: "https://me:sk-secret@hall.example"}, KEY),
        ({**DEEPSEEK, URL: "https://hall.example/v1?key=sk-secret"}, KEY),
    ],
)
def test_what_is_written_wrongly_is_told_in_a_sentence_without_the_key(environ, word):
    with pytest.raises(Fault) as caught:
        from_environment(environ)
    assert caught.value.permanent
    assert word in caught.value.message
    assert "secret" not in caught.value.message
    assert "sec ret" not in caught.value.message


def test_the_time_may_be_set():
    assert from_environment({**DEEPSEEK, SECONDS: " 60 "}).seconds == 60
