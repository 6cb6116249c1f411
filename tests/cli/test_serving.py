"""The review page on this machine's own address."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from briefgen.cli.serving import ReviewServer


@pytest.fixture
def pages() -> list[bytes]:
    return [b"<p>first"]


@pytest.fixture
def server(pages: list[bytes]) -> Iterator[ReviewServer]:
    serving = ReviewServer(lambda: pages[-1])
    yield serving
    serving.close()


def fetched(address: str, host: str = "") -> bytes:
    request = urllib.request.Request(address, headers={"Host": host} if host else {})
    with urllib.request.urlopen(request, timeout=10) as answer:
        body = answer.read()
    assert isinstance(body, bytes)
    return body


def test_the_newest_page_is_served_in_a_frame(server: ReviewServer, pages: list[bytes]) -> None:
    assert b'src="/page"' in fetched(server.address)
    assert fetched(f"{server.address}page") == b"<p>first"
    pages.append(b"<p>second")
    assert fetched(f"{server.address}page") == b"<p>second"


def test_an_open_page_is_told_of_a_change(server: ReviewServer) -> None:
    connection = http.client.HTTPConnection(server.address.removeprefix("http://").rstrip("/"), timeout=10)
    connection.request("GET", "/changes")
    answer = connection.getresponse()
    server.changed()
    assert answer.fp.readline() == b"data: changed\n"
    connection.close()


def test_only_this_machine_is_answered(server: ReviewServer) -> None:
    assert server.address.startswith("http://127.0.0.1:")
    with pytest.raises(urllib.error.HTTPError, match="403"):
        fetched(f"{server.address}page", host="evil.example")


def test_nothing_else_is_served(server: ReviewServer) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        fetched(f"{server.address}../../etc/passwd")
