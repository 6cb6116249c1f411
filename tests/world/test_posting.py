"""Reports to a web address, shown with a server on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from briefgen.world import RealWorld, WorldError


class Desk(BaseHTTPRequestHandler):
    taken: ClassVar[list[tuple[str, bytes]]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        Desk.taken.append((self.headers["Content-Type"], body))
        if self.path == "/elsewhere":
            self.send_response(302)
            self.send_header("Location", "/told")
        else:
            self.send_response(204 if self.path == "/told" else 503)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    Desk.taken = []
    server = HTTPServer(("127.0.0.1", 0), Desk)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_report_arrives_as_json(address: str) -> None:
    RealWorld().post(f"{address}/told", b'{"outcome": "failed"}')
    ((kind, body),) = Desk.taken
    assert kind == "application/json; charset=utf-8"
    assert json.loads(body) == {"outcome": "failed"}


@pytest.mark.parametrize(("path", "said"), [("/busy", "answered 503"), ("/elsewhere", "answered 302")])
def test_other_answers_are_failures(address: str, path: str, said: str) -> None:
    with pytest.raises(WorldError, match=said):
        RealWorld().post(address + path, b"{}")
    assert len(Desk.taken) == 1


@pytest.mark.parametrize(
    "there", ["http://example.org/told", "ftp://127.0.0.1/", "file:///etc/passwd", "told"]
)
def test_only_https_leaves_the_machine(there: str) -> None:
    with pytest.raises(WorldError, match="only https addresses are told"):
        RealWorld().post(there, b"{}")


def test_where_nobody_listens_the_reason_is_said(address: str) -> None:
    with pytest.raises(WorldError, match=r"cannot send to 127\.0\.0\.1"):
        RealWorld().post("http://127.0.0.1:9/told", b"{}")
