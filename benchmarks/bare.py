"""A bare Django view on the office's own server, answering so many bytes: no database, session or template. What the machine allows at most.

python benchmarks/bare.py PORT BYTES
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import re_path

BODY = b"x" * int(os.environ.get("BARE_BYTES", "0"))


def answer(request: HttpRequest) -> HttpResponse:
    return HttpResponse(BODY)


urlpatterns = [re_path("", answer)]

if not settings.configured:
    settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], MIDDLEWARE=[], SECRET_KEY="bare")
application = get_wsgi_application()

if __name__ == "__main__":
    from granian.constants import Interfaces
    from granian.server import Server

    folder = str(Path(__file__).parent)
    os.environ |= {"BARE_BYTES": sys.argv[2], "PYTHONPATH": folder}
    sys.path.insert(0, folder)
    Server("bare:application", address="127.0.0.1", port=int(sys.argv[1]), interface=Interfaces.WSGI, workers=1, blocking_threads=4, websockets=False).serve()
