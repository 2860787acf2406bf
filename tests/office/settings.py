"""The office's settings for tests: a data folder of their own, a fixed key, SQLite in it unless DATABASE_URL names a PostgreSQL."""

import atexit
import os
import shutil
from tempfile import mkdtemp

os.environ["GAOXING_DATA"] = mkdtemp(prefix="gaoxing-tests-")
atexit.register(shutil.rmtree, os.environ["GAOXING_DATA"], ignore_errors=True)
os.environ["GAOXING_KEY"] = "000102030405060708090a0b0c0d0e0f"
for name in ("GAOXING_ORIGIN", "GAOXING_HOSTS", "GAOXING_KIOSK", "GAOXING_KEEP_RECORDINGS", "GAOXING_LANGUAGE_MODEL_URL", "GAOXING_LANGUAGE_MODEL_MODEL"):
    os.environ.pop(name, None)


for name in ("GAOXING_CACHE", "GAOXING_LOG", "GAOXING_METRICS_TOKEN"):
    os.environ.pop(name, None)

from gaoxing.office.settings import *  # noqa: E402, F403
