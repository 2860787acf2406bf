"""What the page for a zone's IT promises is there: every file, variable, command, figure and word; units and nginx can be read by their own programs."""

import re
import shlex
import shutil
import subprocess
from configparser import ConfigParser
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import resolve
from prometheus_client.parser import text_string_to_metric_families

from gaoxing.cli.parser import COMMANDS, build
from gaoxing.office import running
from gaoxing.office.attachments.upload import LARGEST_POST
from gaoxing.office.behind_proxy import proxies
from gaoxing.office.health import counted, figures, parts, ticking
from tests.house.source import ROOT

PAGE = (ROOT / "docs/running.md").read_text(encoding="utf-8")
DEPLOY = ROOT / "deploy"
FILES = sorted(path for path in DEPLOY.rglob("*") if path.is_file())
FILES_OF_SYSTEMD = sorted(DEPLOY.glob("systemd/*"))
UNITS = sorted(DEPLOY.glob("systemd/*.service"))
NGINX = (DEPLOY / "nginx/gaoxing.conf").read_text(encoding="utf-8")
CONTAINER = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
WRITTEN = {"running.md": PAGE} | {path.name: path.read_text(encoding="utf-8") for path in FILES}


def unit(path):
    read = ConfigParser(strict=False, interpolation=None)
    read.optionxform = str
    read.read_string(path.read_text(encoding="utf-8"))
    return read


def environment():
    lines = (DEPLOY / "environment").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


@pytest.fixture(scope="module")
def code():
    return "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_every_variable_that_is_named_is_read_by_the_code(name, code):
    named = set(re.findall(r"\b(?:GAOXING_[A-Z_]+|DATABASE_URL)\b", WRITTEN[name]))
    assert not {each for each in named if each not in code}


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_every_command_that_is_named_exists(name):
    named = set(re.findall(r"(?:`|bin/|… |^)gaoxing ([a-z]+)", WRITTEN[name], re.MULTILINE))
    assert named <= set(COMMANDS)


def test_the_page_names_commands_at_all():
    assert {"serve", "backup", "restore", "doctor", "people"} <= set(re.findall(r"gaoxing ([a-z]+)", PAGE))


def test_every_new_variable_stands_on_the_page():
    assert {running.LOG, running.TOKEN, running.CACHE} <= set(re.findall(r"GAOXING_[A-Z_]+", PAGE))


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_unit_runs_a_command_that_can_be_understood(path):
    words = shlex.split(unit(path)["Service"]["ExecStart"])
    if words[0].endswith("/gaoxing"):
        assert callable(build().parse_args(words[1:]).run)
    else:
        assert words[1:4] == ["-m", "django", "hear"]


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_unit_is_nobody_special_and_writes_where_it_must(path):
    service = unit(path)["Service"]
    assert (service["User"], service["NoNewPrivileges"], service["ProtectSystem"]) == ("gaoxing", "yes", "strict")
    assert service["EnvironmentFile"] == "/etc/gaoxing/environment"
    assert "gaoxing" in service.get("StateDirectory", "") or "/var/lib/gaoxing" in service["ReadWritePaths"]


def test_the_backup_has_its_hour():
    timer = unit(DEPLOY / "systemd/gaoxing-backup.timer")
    assert timer["Timer"]["OnCalendar"].endswith("02:15:00")
    assert "02:15" in PAGE


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd-analyze here")
def test_systemd_itself_finds_nothing_but_what_is_not_installed():
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", *map(str, FILES_OF_SYSTEMD)], capture_output=True, text=True)
    told = [line for line in done.stderr.splitlines() if "/deploy/" in line or line.startswith("gaoxing")]
    assert [line for line in told if "is not executable" not in line] == []


def test_the_environment_can_be_read():
    given = environment()
    assert [str(each) for each in proxies(given)] == ["127.0.0.1/32"]
    assert running.caches(given)["default"]["BACKEND"].endswith("SharedCounts")
    assert running.log(given)["formatters"]["lines"]["()"].endswith("JsonFormatter")
    assert given["GAOXING_LISTENING"].removeprefix("wss") == given["GAOXING_ORIGIN"].removeprefix("https") + "/listen"


def test_nginx_lets_through_what_the_office_takes_and_hardly_more():
    (allowed,) = re.findall(r"client_max_body_size (\d+)m;", NGINX)
    assert LARGEST_POST <= int(allowed) * 2**20 < LARGEST_POST + 2 * 2**20
    assert f"{allowed} MB a post" in PAGE


def test_nginx_leads_to_the_ports_of_the_units():
    ports = {"".join(re.findall(r"--port (\d+)", path.read_text(encoding="utf-8"))) for path in UNITS} - {""}
    assert set(re.findall(r"^    server 127\.0\.0\.1:(\d+);", NGINX, re.MULTILINE)) == ports


def test_nginx_sets_the_asker_and_never_adds_to_what_was_told():
    assert "X-Forwarded-For $remote_addr;" in NGINX
    assert "$proxy_add_x_forwarded_for" not in NGINX


def test_nginx_leads_the_microphone_through():
    place = NGINX.partition("location = /listen {")[2].partition("}")[0]
    assert all(words in place for words in ("Upgrade $http_upgrade", 'Connection "upgrade"', "Host $host", "access_log off"))


def test_nginx_logs_no_token_and_no_query():
    assert "~^/sign/ 0;" in NGINX
    assert not re.search(r"\$(request|request_uri|args|http_referer)\b", NGINX.partition("log_format")[2].partition(";")[0])


@pytest.mark.skipif(shutil.which("nginx") is None, reason="no nginx here")
def test_nginx_itself_can_read_it(tmp_path):
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=hall.example", "-keyout", "key.pem", "-out", "fullchain.pem"]
    subprocess.run(made, cwd=tmp_path, check=True, capture_output=True)
    site = NGINX.replace("/etc/ssl/gaoxing", str(tmp_path)).replace("/var/log/nginx", str(tmp_path))
    (tmp_path / "site.conf").write_text(re.sub(r"^ *listen \[::\].*\n", "", site, flags=re.MULTILINE), encoding="utf-8")
    whole = f"pid {tmp_path}/pid; error_log {tmp_path}/error.log; events {{}} http {{ include {tmp_path}/site.conf; }}"
    (tmp_path / "nginx.conf").write_text(whole, encoding="utf-8")
    done = subprocess.run(["nginx", "-t", "-c", str(tmp_path / "nginx.conf")], capture_output=True, text=True)
    assert "syntax is ok" in done.stderr


def test_the_container_runs_as_nobody_special_and_asks_a_page_that_exists():
    assert re.findall(r"^USER (.+)$", CONTAINER, re.MULTILINE) == ["gaoxing"]
    (asked,) = re.findall(r"http://127\.0\.0\.1:8000(/\S+?)'", CONTAINER)
    assert resolve(asked).url_name == "health"


def test_what_the_container_takes_in_is_there_and_its_volume_is_the_data_folder():
    sources = [word for line in re.findall(r"^COPY (.+)$", CONTAINER, re.MULTILINE) for word in line.split()[:-1]]
    assert all((ROOT / each).exists() for each in sources)
    assert re.findall(r"^VOLUME (.+)$", CONTAINER, re.MULTILINE) == re.findall(r"GAOXING_DATA=(\S+)", CONTAINER)


def test_the_container_starts_by_a_command_that_can_be_understood():
    (words,) = re.findall(r"^CMD (\[.+\])$", CONTAINER, re.MULTILINE)
    assert callable(build().parse_args(re.findall(r'"([^"]+)"', words)[1:]).run)


@pytest.mark.django_db
def test_every_figure_stands_on_the_page_and_no_other(now, saved):
    saved(now)
    ticking.beat(now)
    counted.count("tour", 200, 0.01)
    told = {each.name for page in (figures.page(now), counted.page()) for each in text_string_to_metric_families(page.decode())}
    named = {name.removesuffix("_total") for name in re.findall(r"`(gaoxing_[a-z_]+)`", PAGE.partition("| figure |")[2].partition("\n\n")[0])}
    assert named == told


def test_every_part_stands_on_the_page(db, tmp_path, now):
    rows = re.findall(r"^\| `(\w+)`", PAGE.partition("| part |")[2].partition("\n\n")[0], re.MULTILINE)
    assert set(rows) == set(parts.looked(tmp_path, now=now))
    assert tuple(rows[:5]) == parts.NEEDED


@pytest.mark.parametrize(
    "word", [parts.DOWN, parts.WAITING, parts.NEWER, parts.WRONG, parts.LOW, parts.CLOSED, parts.LATE, parts.NEVER, parts.OLD, parts.CLOCK]
)
def test_every_word_of_a_part_is_explained(word):
    assert f"`{word}`" in PAGE


def test_the_alarms_fit_what_the_parts_say():
    assert f"gaoxing_tick_age_seconds > {parts.MISSED // timedelta(seconds=1)}" in PAGE
    assert f"gaoxing_backup_age_seconds > {parts.DAILY // timedelta(seconds=1)}" in PAGE


def test_every_link_of_the_page_leads_to_a_file():
    for link in re.findall(r"\]\(([^)#]+)", PAGE):
        assert (ROOT / "docs" / Path(link)).exists(), link
