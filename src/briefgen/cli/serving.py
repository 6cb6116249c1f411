"""The review page on this machine's own address, shown anew after each build.

The page itself stays as it is, policy and all: it stands in a frame of an outer page, which alone listens for
changes. So a reviewer's place in it is kept, and no script is added to it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_OUTER = b"""<!doctype html>
<html lang="en"><meta charset="utf-8"><title>briefgen</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src 'self'; connect-src 'self';
 script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<style>
html, body, iframe { margin: 0; border: 0; width: 100%; height: 100% }
body { overflow: hidden }
</style>
<iframe id="page" src="/page" title="Review page"></iframe>
<script>
const frame = document.getElementById("page");
new EventSource("/changes").onmessage = () => frame.contentWindow.location.reload();
</script>
</html>
"""

_SILENCE = 15.0
"""Seconds after which a listener is told that the server is still there."""


class ReviewServer:
    """Serves the newest page on loopback until it is closed."""

    def __init__(self, page: Callable[[], bytes], port: int = 0) -> None:
        """`page` gives the newest page's bytes; port 0 takes any that is free."""
        self._changed = threading.Condition()
        self._version = 0
        self._server = ThreadingHTTPServer(("127.0.0.1", port), _handler(self, page))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """Where a browser finds the page."""
        return f"http://127.0.0.1:{self._server.server_port}/"

    def changed(self) -> None:
        """Have every open page shown anew."""
        with self._changed:
            self._version += 1
            self._changed.notify_all()

    def version_after(self, version: int) -> int:
        """The number of changes so far, once it is above `version` or a while has passed."""
        with self._changed:
            self._changed.wait_for(lambda: self._version > version, _SILENCE)
            return self._version

    def close(self) -> None:
        """Serve no longer."""
        self._server.shutdown()
        self._server.server_close()


def _handler(review: ReviewServer, page: Callable[[], bytes]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            # A page of another site must not read the brief through a name that it points here.
            if self.headers.get("Host", "").split(":")[0] not in ("127.0.0.1", "localhost"):
                self.send_error(403)
            elif self.path == "/":
                self._send(_OUTER)
            elif self.path == "/page":
                self._send(page())
            elif self.path == "/changes":
                self._tell_changes()
            else:
                self.send_error(404)

        def _send(self, body: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(body)

        def _tell_changes(self) -> None:
            version = review.version_after(-1)
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            try:
                while True:
                    now = review.version_after(version)
                    self.wfile.write(b"data: changed\n\n" if now > version else b": still here\n\n")
                    self.wfile.flush()
                    version = now
            except OSError:
                return

        def log_message(self, format: str, *args: object) -> None:
            return

    return Handler
