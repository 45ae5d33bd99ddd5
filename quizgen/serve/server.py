"""Runs the application on a port of this machine."""

import os
import socket
import threading
import webbrowser
from collections.abc import Callable

from quizgen.errors import OutputError
from quizgen.serve.settings import Settings


def serve(settings: Settings, *, browser: bool, tell: Callable[[str], None]) -> None:
    """Serve until the user stops it with Ctrl+C.

    Args:
        settings: how to run; port 0 takes any free one.
        browser: whether to open the page.
        tell: gets the address once the server listens.

    Raises:
        OutputError: if the port is taken, or the drafts cannot be opened.
    """
    import uvicorn

    from quizgen.serve.app import make_app

    listening = _listen(settings)
    port = listening.getsockname()[1]
    app = make_app(settings)
    url = f"http://{_named(settings.host)}:{port}/"
    tell(url)
    if browser:
        threading.Timer(0.5, webbrowser.open, (url,)).start()
    config = uvicorn.Config(app, log_level="warning", server_header=False, timeout_keep_alive=30)
    uvicorn.Server(config).run(sockets=[listening])


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":
        # Else the port would be taken for a minute after a stop; on Windows it is not, and there
        # the option would let another program in.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        # From now on a browser may come; it waits until the application is ready.
        listening.listen()
    except OSError as error:
        listening.close()
        raise OutputError(
            f"{settings.host}:{settings.port}: cannot be served ({error.strerror});"
            " choose another --port, or --port 0 for any free one"
        ) from error
    return listening


def _named(host: str) -> str:
    """Return a host as addresses have it; a browser cannot call the one that means all."""
    if host in ("0.0.0.0", "::"):
        return "localhost"
    return f"[{host}]" if ":" in host else host
