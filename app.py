"""The dashboard: makes the Dash app and its WSGI `server`.

``python app.py`` serves it on 127.0.0.1; ``gunicorn app:server`` serves it in production.
"""

from __future__ import annotations

import argparse
import contextlib
import logging
import socket
import sys
from pathlib import Path

import dash
from flask import Flask, Response, request
from werkzeug.serving import make_server

from figures.errors import FiguresError
from figures.store import FigureStore, TableStore, open_store
from layouts import callbacks, routes
from layouts.asked import asked
from layouts.board import Board
from layouts.compressed import serve_compressed
from layouts.index_page import ASSETS, App, index
from layouts.shell import shell

HOST, PORT = "127.0.0.1", 8050
_PORTS_TRIED = 50
_DESCRIPTION = "Defence-spending and aid figures, each tied to the sentence that states it."


def create_app(data: Path | None = None) -> dash.Dash:
    """The app on a built CSV file, by default `data/figures.csv`; without one, its pages say what to run."""
    store, problem = _open(data)
    board = Board(store, problem)
    app = App(
        __name__,
        assets_folder=str(ASSETS),
        assets_ignore=r"index\.html",
        assets_path_ignore=["early"],
        title="Figures at Source",
        update_title="",
        index_string=index(),
        suppress_callback_exceptions=True,
        compress=True,
        meta_tags=[{"name": "description", "content": _DESCRIPTION}],
    )
    app.layout = lambda: shell(board, asked(request.referrer, request.cookies), request.url_root.rstrip("/"))
    callbacks.register(app, board)
    # Dash makes its list of inline scripts when the first page is asked for; the policy needs it before.
    hashes = app.csp_hashes()
    routes.register(app.server, store, hashes, problem)
    app.server.after_request(_closing)
    return app


def _closing(response: Response) -> Response:
    """An answer that closes the file it is sent from, which compression on the way would leave open."""
    if response.is_streamed and (close := getattr(response.response, "close", None)):
        response.call_on_close(close)
    return response


def _open(data: Path | None) -> tuple[FigureStore, str]:
    """The store of a file, or an empty one with the reason."""
    try:
        return open_store(data), ""
    except FiguresError as error:
        return TableStore([]), str(error)


def serve(server: Flask, port: int = PORT) -> None:
    """Serve on this machine until Ctrl-C, on the next free port when this one is taken."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    free = _free_port(port)
    if free != port:
        print(f"Port {port} is taken.")
    print(f"Figures at Source: http://{HOST}:{free}/  (Ctrl-C to stop)", flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        make_server(HOST, free, server, threaded=True).serve_forever()


def _free_port(first: int) -> int:
    """The first port from `first` on that nobody listens on."""
    for port in range(first, first + _PORTS_TRIED):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with contextlib.suppress(OSError):
                probe.bind((HOST, port))
                return port
    sys.exit(f"No free port from {first} to {first + _PORTS_TRIED - 1}; name another with --port.")


def main() -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(description="Serve the dashboard on this machine.")
    parser.add_argument(
        "--port", type=int, default=PORT, help=f"where to begin to look for a free port ({PORT})"
    )
    parser.add_argument("--data", type=Path, help="a built table of figures (data/figures.csv)")
    options = parser.parse_args()
    app = create_app(options.data)
    serve_compressed(app.server)
    serve(app.server, options.port)


if __name__ == "__main__":
    main()
else:
    server = create_app().server
    serve_compressed(server)
