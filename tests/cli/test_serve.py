"""`gaoxing serve`: hands its words to the office's own command and tells what that says."""

import pytest

from gaoxing.cli import django_command
from gaoxing.cli.serve import port
from gaoxing.cli.trouble import Trouble


@pytest.fixture
def called(monkeypatch):
    """What the office was asked for."""
    calls = []
    monkeypatch.setattr(django_command, "call", lambda command, **options: calls.append((command, options)))
    return calls


def test_the_office_is_opened_for_this_machine_alone(run, called):
    assert run("serve").status == 0
    assert called == [("serve", {"host": "127.0.0.1", "port": 8000, "no_browser": False, "kiosk": False, "workers": 1})]


def test_address_port_and_browser_are_handed_on(run, called):
    run("serve", "--host", "0.0.0.0", "--port", "9001", "--no-browser", "--kiosk", "--workers", "4")
    assert called == [("serve", {"host": "0.0.0.0", "port": 9001, "no_browser": True, "kiosk": True, "workers": 4})]


def test_what_the_office_says_is_told(trouble, monkeypatch):
    def busy(command, **options):
        raise Trouble("端口 8000 已经有别的程序在用。")

    monkeypatch.setattr(django_command, "call", busy)
    assert trouble("serve") == "端口 8000 已经有别的程序在用。"


@pytest.mark.parametrize("text", ["1", "80", "65535"])
def test_a_port_is_a_number(text):
    assert port(text) == int(text)


@pytest.mark.parametrize("text", ["0", "17", "-1", "two", "1.5", "", "９"])
def test_what_is_no_number_of_processes_is_told(trouble, text):
    assert "进程数要写 1 到 16 的整数" in trouble("serve", f"--workers={text}")
