"""Large scripts, made ready once for a quick start in the browser, and kept on disk for the next start.

What compresses every answer on its way (Flask-Compress) has to be quick. The scripts of the first page
are most of its weight and never change between two versions: for them it pays to take seconds, once.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli
from flask import Flask, Response, request

_FOLDER = Path(__file__).resolve().parent.parent / "build" / "compressed"
_SCRIPT = re.compile(r'<script[^>]*? src="(/[^"]+)"')
_SMALLEST = 20_000
# Chromium then compiles a script while it comes in, beside the main thread; to all others it is a comment.
_HINT = b"//# allFunctionsCalledOnLoad\n"


def serve_compressed(server: Flask, folder: Path = _FOLDER) -> int:
    """Serve the large scripts of the first page as compressed in `folder`, where missing ones are made.

    Returns how many there are. To be called last: Flask takes no hooks once it has answered.
    """
    kept: dict[str, bytes] = {}

    def after_request(response: Response) -> Response:
        address = request.full_path.rstrip("?")
        if response.status_code == 200 and address in kept and request.accept_encodings["br"]:
            response.direct_passthrough = False
            response.set_data(kept[address])
            response.headers["Content-Encoding"] = "br"
            # The tag is that of the other form of the script.
            response.headers.pop("ETag", None)
        return response

    server.after_request(after_request)
    client = server.test_client()
    scripts = {
        address: client.get(address, buffered=True).data for address in _addresses(client.get("/").text)
    }
    large = {address: script for address, script in scripts.items() if len(script) >= _SMALLEST}
    with ThreadPoolExecutor() as pool:
        made = pool.map(lambda script: _compressed(script, folder), large.values())
        kept.update(zip(large, made, strict=True))
    return len(kept)


def _addresses(page: str) -> list[str]:
    """The scripts of a page that this server has.

    >>> _addresses('<script src="/a.js?m=1"></script><script defer src="https://b.example/b.js"></script>')
    ['/a.js?m=1']
    """
    return [address.replace("&amp;", "&") for address in _SCRIPT.findall(page)]


def _compressed(script: bytes, folder: Path) -> bytes:
    script = _HINT + script
    file = folder / f"{hashlib.sha256(script).hexdigest()[:20]}.br"
    with contextlib.suppress(OSError):
        return file.read_bytes()
    compressed: bytes = brotli.compress(script, quality=11)
    # A folder that cannot be written costs the next start some seconds, nothing else.
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(compressed)
        part.replace(file)
    return compressed
