"""The peer of our server: a WSGI application that does nothing but hand out ready bytes."""

import os
from collections.abc import Iterable
from pathlib import Path
from wsgiref.types import StartResponse, WSGIEnvironment

BODY = Path(os.environ["BARE_FILE"]).read_bytes()
ETAG = os.environ["BARE_ETAG"]
HEADERS = [
    ("Content-Type", "text/calendar; charset=utf-8"),
    ("Content-Length", str(len(BODY))),
    ("ETag", ETAG),
    ("Cache-Control", "public, max-age=300"),
]


def app(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Answer every request with the same bytes, or 304."""
    if environ.get("HTTP_IF_NONE_MATCH") == ETAG:
        start_response("304 Not Modified", HEADERS[2:])
        return ()
    start_response("200 OK", HEADERS)
    return (BODY,)
