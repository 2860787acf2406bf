"""A scanner's verdict is a verdict; whatever else comes is an outage and never clean."""

import socket
from threading import Thread

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.engines.scanning.clamd import Clamd
from gaoxing.engines.scanning.rehearsal import EICAR, FailingScanner, RehearsalScanner
from gaoxing.engines.scanning.setting import UnsetScanner, chosen


class Daemon:
    """A clamd for one question: keeps what it was sent, gives the answer it was given."""

    def __init__(self, answer):
        self.answer, self.heard = answer, b""
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.thread = Thread(target=self.serve, daemon=True)
        self.thread.start()

    def serve(self):
        wire, _ = self.listening.accept()
        with wire:
            assert self.take(wire, 10) == b"zINSTREAM\0"
            while size := int.from_bytes(self.take(wire, 4), "big"):
                self.heard += self.take(wire, size)
            wire.sendall(self.answer)
        self.listening.close()

    def take(self, wire, size):
        taken = b""
        while len(taken) < size:
            taken += wire.recv(size - len(taken))
        return taken


def asked(answer, content=b"photo", seconds=5.0):
    daemon = Daemon(answer)
    try:
        return Clamd(host="127.0.0.1", port=daemon.port, seconds=seconds).scan(content), daemon
    finally:
        daemon.thread.join(5)


def test_a_clean_file_is_clean_and_every_byte_was_sent():
    content = bytes(range(256)) * 1000
    verdict, daemon = asked(b"stream: OK\0", content)
    assert verdict.clean
    assert daemon.heard == content


def test_what_is_found_is_named():
    verdict, _ = asked(b"stream: Win.Test.EICAR_HDB-1 FOUND\0")
    assert (verdict.clean, verdict.threat) == (False, "Win.Test.EICAR_HDB-1")


@pytest.mark.parametrize("answer", [b"", b"\0", b"stream: ", b"UNKNOWN COMMAND\0", b"stream: Can't open ERROR\0", b"FOUND\0", b"NOT OK\0"])
def test_any_other_answer_is_an_outage_and_never_clean(answer):
    with pytest.raises(Fault, match="没有答复"):
        asked(answer)


def test_a_file_too_big_for_the_daemon_says_which_setting_to_mend():
    with pytest.raises(Fault, match="StreamMaxLength"):
        asked(b"INSTREAM size limit exceeded. ERROR\0")


def test_nobody_listening_is_an_outage():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with pytest.raises(Fault, match="没有答复"):
        Clamd(host="127.0.0.1", port=port).scan(b"photo")


def test_a_daemon_that_hangs_is_an_outage_after_its_seconds():
    with socket.create_server(("127.0.0.1", 0)) as hanging, pytest.raises(Fault, match="没有答复"):
        Clamd(host="127.0.0.1", port=hanging.getsockname()[1], seconds=0.05).scan(b"photo")


def test_a_socket_that_is_not_there_is_an_outage(tmp_path):
    with pytest.raises(Fault, match="没有答复"):
        Clamd(path=str(tmp_path / "none.ctl")).scan(b"photo")


def test_a_socket_in_the_file_system_is_asked_alike(tmp_path):
    path = str(tmp_path / "c.ctl")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path)
        listening.listen()

        def serve():
            wire, _ = listening.accept()
            with wire:
                while not wire.recv(65536).endswith(bytes(4)):
                    pass
                wire.sendall(b"stream: OK\0")

        Thread(target=serve, daemon=True).start()
        assert Clamd(path=path).scan(b"photo").clean


def test_the_rehearsal_knows_the_test_file_and_its_twin_knows_nothing():
    scanner = RehearsalScanner()
    assert (scanner.scan(b"x" + EICAR).clean, scanner.scan(b"photo").clean) == (False, True)
    with pytest.raises(Fault):
        FailingScanner().scan(b"photo")


def test_where_nothing_is_set_everything_waits_and_the_setting_is_named():
    with pytest.raises(Fault, match="GAOXING_SCANNER"):
        chosen("").scan(b"photo")
    assert isinstance(chosen(""), UnsetScanner)


@pytest.mark.parametrize(
    ("written", "expected"),
    [("none", None), ("unix:/run/clamd.ctl", Clamd(path="/run/clamd.ctl")), ("tcp:[::1]:3310", Clamd(host="::1", port=3310))],
)
def test_the_ways_to_set_it_are_read(written, expected):
    assert chosen(written) == expected


@pytest.mark.parametrize("written", ["clamd", "tcp:host", "tcp::3310", "tcp:host:0", "tcp:host:70000", "tcp:host:三", "unix:clamd.ctl", "none:1"])
def test_what_is_written_wrongly_is_refused_with_the_ways_to_write_it(written):
    with pytest.raises(Fault, match="tcp:主机:端口"):
        chosen(written)
