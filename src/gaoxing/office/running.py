"""How the operator wants it run (运行设置): the log's format, the metrics' token and where posts are counted, each from the environment.

>>> caches({})["default"]["BACKEND"]
'django.core.cache.backends.locmem.LocMemCache'
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ImproperlyConfigured

LOG, TOKEN, CACHE = "GAOXING_LOG", "GAOXING_METRICS_TOKEN", "GAOXING_CACHE"
PLAIN, JSON = "plain", "json"
SHORTEST = 16
"""Letters of a token that nobody guesses."""

_LOCAL = "django.core.cache.backends.locmem.LocMemCache"
_SHARED = {"BACKEND": "gaoxing.office.shared_counts.SharedCounts", "LOCATION": "shared_counts", "OPTIONS": {"MAX_ENTRIES": 20_000}}
_FORMATTERS = {PLAIN: "gaoxing.office.quiet.QuietFormatter", JSON: "gaoxing.office.log_lines.JsonFormatter"}


def metrics_token(environ: Mapping[str, str]) -> str:
    """What whoever reads the metrics shows; empty where nobody may. Raises ImproperlyConfigured for one that could be guessed."""
    token = environ.get(TOKEN, "").strip()
    if token and (len(token) < SHORTEST or not token.isascii()):
        raise ImproperlyConfigured(f"{TOKEN} 太短或不是英文数字：至少 {SHORTEST} 位，例如用 openssl rand -hex 16 生成。不要指标页就不设它。")
    return token


def caches(environ: Mapping[str, str]) -> dict[str, Any]:
    """Django's caches. Posts are counted in `default`: in this process, or with `database` for all processes and machines in the one database.

    The others are copies of what each process could make again, and never leave its memory. Raises ImproperlyConfigured for any other word.
    """
    told = environ.get(CACHE, "").strip()
    if told not in {"", "database"}:
        raise ImproperlyConfigured(f"{CACHE} 只能写 database（几个进程一起数），或者不写（各进程自己数），不能写「{told}」。")
    return {
        "default": dict(_SHARED) if told else {"BACKEND": _LOCAL, "OPTIONS": {"MAX_ENTRIES": 100_000}},
        "papers": {"BACKEND": _LOCAL, "LOCATION": "papers", "TIMEOUT": 900, "OPTIONS": {"MAX_ENTRIES": 60}},
        "names": {"BACKEND": _LOCAL, "LOCATION": "names", "TIMEOUT": 60, "OPTIONS": {"MAX_ENTRIES": 1_000}},
        "zone": {"BACKEND": _LOCAL, "LOCATION": "zone"},
        "cockpit": {"BACKEND": _LOCAL, "LOCATION": "cockpit", "TIMEOUT": 120, "OPTIONS": {"MAX_ENTRIES": 60}},
    }


def log(environ: Mapping[str, str]) -> dict[str, Any]:
    """Django's LOGGING: everything to standard error; as JSON with a line a request, else plain lines of warnings. Raises ImproperlyConfigured."""
    told = environ.get(LOG, "").strip() or PLAIN
    if told not in _FORMATTERS:
        raise ImproperlyConfigured(f"{LOG} 只能写 json 或 plain，不能写「{told}」。")
    quiet = {"handlers": ["console"], "level": "ERROR", "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": _FORMATTERS[told], "format": "{asctime} {levelname} {name} {message}", "style": "{"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            "django": quiet,
            "django.request": quiet,
            "gaoxing.requests": {"handlers": ["console"], "level": "INFO" if told == JSON else "CRITICAL", "propagate": False},
        },
    }
