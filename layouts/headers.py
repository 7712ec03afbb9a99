"""The headers of every answer: what a browser may load, and how long it may keep it."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Flask, Response, request

_SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
_A_YEAR = "public, max-age=31536000, immutable"


def content_security_policy(script_hashes: Sequence[str]) -> str:
    """The Content-Security-Policy of the dashboard; `script_hashes` are those of Dash's inline scripts.

    Dash and Mantine write style attributes, hence 'unsafe-inline' for styles alone.

    >>> "script-src 'self' 'sha256-abc'" in content_security_policy(["'sha256-abc'"])
    True
    """
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *script_hashes)),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def add_headers(server: Flask, script_hashes: Sequence[str]) -> None:
    """Send the security and cache headers with every answer of a server."""
    policy = content_security_policy(script_hashes)

    def after_request(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", policy)
        for name, value in _SECURITY.items():
            response.headers.setdefault(name, value)
        # Dash writes the time of change into the address of an asset: another content, another address.
        if request.path.startswith("/assets/") and "m" in request.args and response.status_code == 200:
            response.headers["Cache-Control"] = _A_YEAR
        # The layout is made for the page that asks for it, at one address for all.
        elif response.mimetype == "text/html" or request.path == "/_dash-layout":
            response.headers.setdefault("Cache-Control", "no-cache")
        return response

    server.after_request(after_request)
