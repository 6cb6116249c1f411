"""Sending a report to a web address."""

from __future__ import annotations

import http.client
import ipaddress
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import SplitResult, urlsplit

from briefgen.world.contract import WorldError

PATIENCE = 15
"""Seconds to wait for an answer."""


def post(address: str, body: bytes) -> None:
    """Send a JSON body over https, or over http to this machine.

    Raises:
        WorldError: for another kind of address, no answer, or an answer other than 2xx. Redirections are not
            followed: a report goes where it was meant to, or nowhere.
    """
    parts = target(address)
    request = urllib.request.Request(
        address, data=body, method="POST", headers={"Content-Type": "application/json; charset=utf-8"}
    )
    handlers: list[Any] = [_Unredirected()]
    if _is_local(parts):
        handlers.append(urllib.request.ProxyHandler({}))
    try:
        with urllib.request.build_opener(*handlers).open(request, timeout=PATIENCE):
            pass
    except urllib.error.HTTPError as failure:
        raise WorldError(f"{parts.hostname} answered {failure.code} {failure.reason}") from failure
    except (OSError, http.client.HTTPException, ValueError) as failure:
        reason = getattr(failure, "reason", failure)
        raise WorldError(f"cannot send to {parts.hostname}: {reason}") from failure


def target(address: str) -> SplitResult:
    """An address in its parts. Raises WorldError where nothing is ever sent to its kind."""
    try:
        parts = urlsplit(address)
    except ValueError as failure:
        raise WorldError(f"“{address}” is no web address: {failure}") from failure
    if not parts.hostname or (parts.scheme != "https" and not (parts.scheme == "http" and _is_local(parts))):
        raise WorldError(f"cannot send to {address}: only https addresses are told")
    return parts


class _Unredirected(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        """Follow nothing."""


def _is_local(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
