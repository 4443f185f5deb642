"""The peer of our server: a WSGI application that does nothing but hand out ready bytes.

With the headers that ours sends, so that the difference is what our layer does.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from wsgiref.types import StartResponse, WSGIEnvironment

BODY = Path(os.environ["BARE_FILE"]).read_bytes()
HEADERS = [(name, value) for name, value in json.loads(os.environ["BARE_HEADERS"])]
BRIEF = [(name, value) for name, value in json.loads(os.environ["BARE_BRIEF"])]
ETAG = dict(HEADERS)["etag"]


def app(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Answer every request with the same bytes, or 304."""
    if environ.get("HTTP_IF_NONE_MATCH") == ETAG:
        start_response("304 Not Modified", BRIEF)
        return ()
    start_response("200 OK", HEADERS)
    return (BODY,)
