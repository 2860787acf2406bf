"""A server of another body, in the test's own process."""

import json
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest


@pytest.fixture
def server():
    """A server of another body: what it was asked, and the answers it gives, one after another: a status, JSON or bytes, and how long it waits."""
    asked, answers = [], []

    class Handler(BaseHTTPRequestHandler):
        def _answer(self):
            length = int(self.headers.get("Content-Length") or 0)
            asked.append((self.command, self.path, json.loads(self.rfile.read(length)) if length else None))
            status, content, *wait = answers.pop(0) if answers else (200, {})
            time.sleep(sum(wait))
            raw = content if isinstance(content, bytes) else json.dumps(content).encode()
            with suppress(OSError):
                self._send(status, raw)

        def _send(self, status, raw):
            self.send_response(status)
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        do_GET = do_POST = _answer  # noqa: N815 — the names that the server calls

        def log_message(self, *args):
            pass

    found = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=found.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{found.server_port}", asked, answers
    found.shutdown()
    found.server_close()
