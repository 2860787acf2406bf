"""How it is run comes from the environment; what cannot be read is told in a sentence."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from gaoxing.office import running

TOKEN = "0123456789abcdef"


def formatter(environ):
    return running.log(environ)["formatters"]["lines"]["()"]


def test_the_log_is_plain_unless_json_is_asked_for():
    assert formatter({}) == formatter({"GAOXING_LOG": "plain"}) == "gaoxing.office.quiet.QuietFormatter"
    assert formatter({"GAOXING_LOG": " json "}) == "gaoxing.office.log_lines.JsonFormatter"


def test_a_plain_log_has_no_line_a_request():
    levels = [running.log(environ)["loggers"]["gaoxing.requests"]["level"] for environ in ({}, {"GAOXING_LOG": "json"})]
    assert levels == ["CRITICAL", "INFO"]


@pytest.mark.parametrize("told", ["xml", "JSON", "json,plain"])
def test_another_format_is_refused_with_a_sentence(told):
    with pytest.raises(ImproperlyConfigured, match="GAOXING_LOG 只能写 json 或 plain"):
        running.log({"GAOXING_LOG": told})


def test_without_a_token_there_is_none():
    assert running.metrics_token({}) == running.metrics_token({"GAOXING_METRICS_TOKEN": "  "}) == ""
    assert running.metrics_token({"GAOXING_METRICS_TOKEN": TOKEN}) == TOKEN


@pytest.mark.parametrize("told", ["short", TOKEN[:15], "指标" * 10])
def test_a_token_that_can_be_guessed_is_refused_without_being_repeated(told):
    with pytest.raises(ImproperlyConfigured, match="至少 16 位") as refused:
        running.metrics_token({"GAOXING_METRICS_TOKEN": told})
    assert told not in str(refused.value)


def test_posts_are_counted_in_the_process_or_in_the_database():
    alone, shared = running.caches({}), running.caches({"GAOXING_CACHE": "database"})
    assert alone["default"]["BACKEND"].endswith("LocMemCache")
    assert shared["default"]["BACKEND"] == "gaoxing.office.shared_counts.SharedCounts"


def test_papers_and_names_never_leave_the_memory():
    shared = running.caches({"GAOXING_CACHE": "database"})
    assert {shared[name]["BACKEND"].rpartition(".")[2] for name in shared if name != "default"} == {"LocMemCache"}


@pytest.mark.parametrize("told", ["redis://localhost", "yes", "locmem"])
def test_another_place_to_count_is_refused_with_a_sentence(told):
    with pytest.raises(ImproperlyConfigured, match="GAOXING_CACHE 只能写 database"):
        running.caches({"GAOXING_CACHE": told})
