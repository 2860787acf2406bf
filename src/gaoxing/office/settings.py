"""Settings of the office (窗口). All that differs from place to place comes from the environment:

GAOXING_DATA the data folder · GAOXING_KEY sealing keys in hex · GAOXING_ORIGIN the address people open, such as https://hall.example ·
GAOXING_HOSTS further host names, parted by commas · GAOXING_PROXIES the reverse proxies that are believed (this machine, where ORIGIN is https) ·
GAOXING_KIOSK=1 every device is a kiosk ·
GAOXING_CONTACT whom the privacy page names for questions · DATABASE_URL a PostgreSQL database ·
GAOXING_LISTENING the address of a speech socket that stands elsewhere, such as wss://hall.example/listen · GAOXING_SPEECH_MODEL a speech model's folder ·
GAOXING_BROWSER_SPEECH=1 where no model listens, the browser's maker may, after a consent that names it ·
GAOXING_SMTP, GAOXING_MAIL_FROM the mail server and the sender's address · GAOXING_SMS_URL, GAOXING_WECOM_URL … gateways (docs/operating.md) ·
GAOXING_SIGNING_URL … a licensed provider of electronic signatures (docs/operating.md) ·
GAOXING_REAL_NAME …, GAOXING_ENTERPRISES_URL …, GAOXING_TAX_URL … registers and bodies beside the office (docs/operating.md) ·
GAOXING_WEBHOOK_NETWORKS inner networks to which webhooks may go, such as 10.1.2.0/24 ·
GAOXING_SCANNER who scans attachments: unix:path, tcp:host:port, or none ·
GAOXING_LOG=json a line of JSON a request · GAOXING_METRICS_TOKEN opens the metrics · GAOXING_CACHE=database counts posts for all processes (docs/running.md) ·
GAOXING_KEEP_RECORDINGS days (1 to 365) for which an applicant may let a recording be kept; empty or 0 offers it to nobody ·
GAOXING_DEMO=1 shows the demonstration's accounts on the start page · GAOXING_CODES=file writes sign-in codes into a file (tests, demonstration) ·
GAOXING_LANGUAGE_MODEL_URL, _MODEL, _KEY, _SECONDS a language model that may be asked to read the words once more (docs/operating.md).
"""

import os
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF

from gaoxing.engines.sealing import made_once
from gaoxing.office import running
from gaoxing.office.behind_proxy import proxies
from gaoxing.office.folder import data_folder
from gaoxing.office.mail_setting import mail_settings
from gaoxing.office.recording_days import recording_days
from gaoxing.office.webhook_networks import webhook_networks

DATA = data_folder(os.environ)
GAOXING_KEY = os.environ.get("GAOXING_KEY", "")
KIOSK = os.environ.get("GAOXING_KIOSK", "") == "1"
ORIGIN = os.environ.get("GAOXING_ORIGIN", "").rstrip("/")
SECURE = ORIGIN.startswith("https://")
PROXIES = proxies(os.environ)
"""Whose word on who asks is believed."""
CONTACT = os.environ.get("GAOXING_CONTACT", "").strip()
LISTENING = os.environ.get("GAOXING_LISTENING", "").strip()
"""Where the speech socket is: its whole address, or the port that `serve` gave it; empty where nobody listens."""
RECORDINGS_DAYS = recording_days(os.environ)
"""For how many days a recording is kept where its applicant agrees; 0 where that is not offered."""
BROWSER_SPEECH = os.environ.get("GAOXING_BROWSER_SPEECH", "") == "1"
LANGUAGE_MODEL = {name: value for name, value in os.environ.items() if name.startswith("GAOXING_LANGUAGE_MODEL_")}

SECRET_KEY = made_once(DATA / "secret.key", 32)
DEBUG = False
ALLOWED_HOSTS = [
    "localhost",
    "127.0.0.1",
    "[::1]",
    *([host] if (host := urlsplit(ORIGIN).hostname) else []),
    *(host.strip() for host in os.environ.get("GAOXING_HOSTS", "").split(",") if host.strip()),
]
CSRF_TRUSTED_ORIGINS = [ORIGIN] if ORIGIN else []

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "gaoxing.office.audit",
    "gaoxing.office.keys",
    "gaoxing.office.backup",
    "gaoxing.office.retention",
    "gaoxing.office.people",
    "gaoxing.office.firing",
    "gaoxing.office.zone",
    "gaoxing.office.attachments",
    "gaoxing.office.signatures",
    "gaoxing.office.notices",
    "gaoxing.office.importing",
    "gaoxing.office.enterprises",
    "gaoxing.office.names",
    "gaoxing.office.ratings",
    "gaoxing.office.certificates",
    "gaoxing.office.cases",
    "gaoxing.office.aftercare",
    "gaoxing.office.hotline",
    "gaoxing.office.escalations",
    "gaoxing.office.projects",
    "gaoxing.office.cultivation",
    "gaoxing.office.examination",
    "gaoxing.office.formalities",
    "gaoxing.office.licensing",
    "gaoxing.office.listening",
    "gaoxing.office.indicators",
    "gaoxing.office.api",
    "gaoxing.office.frontdesk",
    "gaoxing.office.walkthrough",
    "gaoxing.office.simulation",
    "gaoxing.office.health",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
]
MIDDLEWARE = [
    "gaoxing.office.health.views.watching.Watched",
    "gaoxing.office.behind_proxy.BehindProxy",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "gaoxing.office.frontdesk.kiosk.Kiosk",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "gaoxing.office.frontdesk.language.Speaking",
    "gaoxing.office.api.answering.Answering",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "gaoxing.office.people.views.binding.Bound",
    "allauth.account.middleware.AccountMiddleware",
    "gaoxing.office.frontdesk.storable.Storable",
    "gaoxing.office.frontdesk.only_pressed.OnlyPressed",
    "gaoxing.office.people.views.guard.Guard",
]
ROOT_URLCONF = "gaoxing.office.urls"
WSGI_APPLICATION = "gaoxing.office.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "gaoxing.office.frontdesk.comfort.comfort",
                "gaoxing.office.zone.shown.shown",
            ]
        },
    }
]

# People and signing in (people): our own pages and rules, allauth for the second factor, axes for the lockout.
DEMO = os.environ.get("GAOXING_DEMO", "") == "1"
"""Whether this is the demonstration: its made-up accounts are listed on the start page, and anybody may sign in as one of them."""
CODE_SENDER = f"gaoxing.office.people.sending.{'FileSender' if DEMO or os.environ.get('GAOXING_CODES') == 'file' else 'NoSender'}"
REAL_NAME_SERVICE = os.environ.get("GAOXING_REAL_NAME", "") or ("rehearsal" if DEMO else "")
REAL_NAME = {name: value for name, value in os.environ.items() if name.startswith("GAOXING_REAL_NAME_")}
"""The register of the population that is asked whether name and number belong together (gaoxing.engines.registers.population)."""
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "gaoxing.office.people.backends.PasswordBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "gaoxing.office.people.passwords.LongEnough"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign_in"
AUDIT_READERS = "gaoxing.office.people.views.auditing.reads_audit"
ACCOUNT_ADAPTER = "gaoxing.office.people.views.adapters.Accounts"
ACCOUNT_USER_MODEL_USERNAME_FIELD, ACCOUNT_USER_MODEL_EMAIL_FIELD = "account", None
ACCOUNT_LOGIN_METHODS, ACCOUNT_SIGNUP_FIELDS = {"username"}, ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
MFA_ADAPTER = "gaoxing.office.people.views.adapters.SecondFactor"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Gaoxing"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
"""Five wrong passwords for an account close it for a quarter of an hour, wherever they come from."""
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_FORM_FIELD = "account"
AXES_SENSITIVE_PARAMETERS = ["who", "account", "username", "ip_address", "password", "code", "next", "csrfmiddlewaretoken"]
AXES_DISABLE_ACCESS_LOG, AXES_VERBOSE, AXES_ENABLE_ADMIN = True, False, False

AUTH_USER_MODEL = "people.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

_SQLITE: dict[str, Any] = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA / "gaoxing.sqlite3",
    "CONN_MAX_AGE": 60,
    "OPTIONS": {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    },
}
_BODIES = ("SEAL", "TAX", "SOCIAL_INSURANCE", "HOUSING_FUND", "BANK")
DATABASES: dict[str, Any] = {"default": dj_database_url.parse(url, conn_max_age=60) if (url := os.environ.get("DATABASE_URL")) else _SQLITE}

CACHES = running.caches(os.environ)
"""The papers stay in memory for a quarter of an hour, the cockpit for two minutes, judgements of names for one; they are never written to disk."""

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

MAIL_FROM = os.environ.get("GAOXING_MAIL_FROM", "").strip() if os.environ.get("GAOXING_SMTP") else ""
"""Who notices by e-mail come from; empty where no mail server is set."""
globals().update(mail_settings(os.environ.get("GAOXING_SMTP", "")))
BODIES = {name: value for name, value in os.environ.items() if name.startswith(tuple(f"GAOXING_{each}_" for each in _BODIES))}
if DEMO:
    BODIES = {f"GAOXING_{each}_URL": "rehearsal" for each in _BODIES} | BODIES
ENTERPRISES = {name: value for name, value in os.environ.items() if name.startswith("GAOXING_ENTERPRISES_")}
"""The authority's register, asked for enterprises that the office's own does not hold (gaoxing.engines.registers.enterprises)."""
GATEWAYS = {name: value for name, value in os.environ.items() if name.startswith(("GAOXING_SMS_", "GAOXING_WECOM_"))}
"""The gateways for SMS and 企业微信 (gaoxing.engines.sending.setting)."""
if "GAOXING_SMS_URL" in GATEWAYS and CODE_SENDER.endswith("NoSender"):
    CODE_SENDER = "gaoxing.office.notices.codes.CodeSender"

SIGNING = {name: value for name, value in os.environ.items() if name.startswith("GAOXING_SIGNING_")} or ({"GAOXING_SIGNING_URL": "rehearsal"} if DEMO else {})
"""The provider of electronic signatures (gaoxing.engines.signing.setting); empty: everybody signs on paper."""

WEBHOOK_NETWORKS = webhook_networks(os.environ)
"""Inner networks, parted by commas, to which webhooks may go all the same; none unless the operator lists them."""

SCANNER = os.environ.get("GAOXING_SCANNER", "").strip()
"""Which scanner looks at attachments (gaoxing.engines.scanning.setting); empty where nobody decided yet: they wait."""
FILE_UPLOAD_HANDLERS = ["gaoxing.office.attachments.upload.InMemory"]
"""What is sent never lies on a disk unsealed, whichever page takes it."""

DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
"""100 000 Chinese characters, as a browser sends them, are 900 kB."""

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = SECURE
SESSION_EXPIRE_AT_BROWSER_CLOSE = False
SESSION_COOKIE_AGE = 30 * 24 * 60 * 60
"""As long as a draft is kept; a kiosk's session ends with its browser."""
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = SECURE
CSRF_FAILURE_VIEW = "gaoxing.office.frontdesk.errors.forged"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

LOGGING = running.log(os.environ)
METRICS_TOKEN = running.metrics_token(os.environ)
"""What a monitoring system shows to read the figures; empty: there is no such page."""
