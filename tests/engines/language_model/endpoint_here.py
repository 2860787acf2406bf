"""A language model's endpoint on this machine that misbehaves on demand: scripted answers, and what it was asked."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from gaoxing.engines.language_model.setting import Setting

KEY = "sk-never-shown-0123456789"


class Endpoint(ThreadingHTTPServer):
    """Answers by `behave`, a function of the handler; keeps every request's path, headers and body."""

    daemon_threads = True
    block_on_close = False

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.behave = says({"values": []})
        self.asked = []
        self.over = threading.Event()

    @property
    def setting(self):
        return self.at()

    def at(self, *, seconds=5, key=KEY):
        return Setting("http", "127.0.0.1", self.server_port, "/v1/chat/completions", "qwen-test", key, seconds)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/v1"

    @property
    def bodies(self):
        return [json.loads(body) for _path, _headers, body in self.asked]

    def handle_error(self, request, client_address):
        """A caller that went away is what many of these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, dict(self.headers), body))
        self.close_connection = True
        self.server.behave(self)

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers), b"{}"))
        self.close_connection = True

    def log_message(self, *arguments):
        """Silence."""


@contextmanager
def running():
    """An endpoint that is up until the block ends."""
    endpoint = Endpoint()
    thread = threading.Thread(target=endpoint.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield endpoint
    finally:
        endpoint.over.set()
        endpoint.shutdown()
        endpoint.server_close()


def completion(content):
    """A chat completion with this text."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": "stop"}]}, ensure_ascii=False).encode()


def says(content):
    """Answers with this text, or these values as JSON."""
    return raw(completion(content))


def raw(body, *, status=200, kind="application/json", headers=()):
    """Answers with these bytes."""

    def behave(handler):
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return behave


def fails(status):
    """Answers with an error whose body repeats the key."""
    return raw(json.dumps({"error": {"message": f"Incorrect API key provided: {KEY}"}}).encode(), status=status)


def hangs(handler):
    """Says nothing at all."""
    handler.server.over.wait(20)


def trickles_head(handler):
    """A header without end, a letter at a time."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    _trickle(handler, b"a")


def trickles_body(handler):
    """A body without end, a blank at a time, as some endpoints do while they think."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
    _trickle(handler, b" ")


def continues(handler):
    """«100 Continue» without end."""
    _trickle(handler, b"HTTP/1.1 100 Continue\r\n\r\n")


def floods(handler):
    """A body without end, as fast as it goes."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
    while not handler.server.over.is_set():
        handler.wfile.write(b"[" * 65_536)


def boasts(handler):
    """Says that a gigabyte follows."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1073741824\r\n\r\n[")
    handler.server.over.wait(20)


def breaks_off(handler):
    """Promises more than it sends."""
    handler.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"cho')


def babbles(handler):
    """No HTTP at all."""
    handler.wfile.write(b"hello there\r\n\r\n")


def hangs_up(handler):
    """Closes without a word."""


def _trickle(handler, piece):
    while not handler.server.over.wait(0.05):
        handler.wfile.write(piece)
        handler.wfile.flush()
