"""`gaoxing simulate year`: what it hands on, what it puts aside, and what it refuses."""

import os

import pytest

from gaoxing.cli import django_command, main


@pytest.fixture
def called(monkeypatch, tmp_path):
    """What the management command is called with, and the environment it finds."""
    found = {}

    def call(command, **options):
        found.update(command=command, **options, environ=dict(os.environ))

    for name in ("GAOXING_SMS_URL", "GAOXING_SMTP", "GAOXING_LANGUAGE_MODEL_URL", "GAOXING_DEMO"):
        monkeypatch.setenv(name, "http://example.test")
    monkeypatch.setenv("GAOXING_DATA", str(tmp_path))
    monkeypatch.setattr(django_command, "call", call)
    return found


def test_a_year_is_played_by_its_management_command(called):
    assert main(["simulate", "year", "--seed", "4", "--scale", "0.5", "--months", "3"]) == 0
    assert (called["command"], called["seed"], str(called["scale"]), called["months"], called["begins"]) == ("simulate_year", 4, "0.5", 3, "2024-01-01")


def test_whatever_leads_outside_is_put_aside(called):
    main(["simulate", "year"])
    assert not [name for name in called["environ"] if name.startswith(("GAOXING_SMS", "GAOXING_SMTP", "GAOXING_LANGUAGE"))]
    assert called["environ"]["GAOXING_DEMO"] == "1"


def test_a_scale_that_is_no_number_is_told(called, capsys):
    assert main(["simulate", "year", "--scale", "viel"]) == 2
    assert "--scale" in capsys.readouterr().err


def test_what_does_not_hold_is_trouble(called, monkeypatch):
    def leaves(command, **options):
        raise SystemExit(2)

    monkeypatch.setattr(django_command, "call", leaves)
    assert main(["simulate", "year"]) == 2
