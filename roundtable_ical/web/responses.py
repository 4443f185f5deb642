"""What all answers have in common."""

import re
from base64 import b64encode
from datetime import datetime
from hashlib import sha256

from flask import Response, request

from roundtable_ical.web.context import context

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_PACKED = re.compile(r'-{1,2}(?:gzip|br|zstd|deflate)"')
"""What a proxy that compresses hangs on an ETag (Apache, Jetty), and clients send back."""


def fresh(
    response: Response, last_modified: datetime | None = None, *, kept: bool = True
) -> Response:
    """Return *response* with its validators and how long it may be kept, or 304.

    Args:
        response: with its body; gets a strong ETag of it unless it has one.
        last_modified: moment of the last change, deletions included; None where it is not known,
            so that only the ETag decides.
        kept: whether it may be shown for `max_age` without asking; a page may not, since it is
            what people trust on the day.

    Source: RFC 9110 sections 8.8 and 13.1; RFC 9111.
    """
    if not response.get_etag()[0]:
        response.add_etag()
    if last_modified:  # werkzeug would write the present moment for None
        response.last_modified = last_modified
    response.cache_control.public = True
    if kept:
        response.cache_control.max_age = context().settings.max_age
    else:
        response.cache_control.no_cache = True
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Access-Control-Allow-Origin"] = "*"
    environ = dict(request.environ)
    if tags := environ.get("HTTP_IF_NONE_MATCH"):
        environ["HTTP_IF_NONE_MATCH"] = _PACKED.sub('"', tags)
    response.make_conditional(environ)
    return response


def policy(*styles: str, framed: bool = False) -> str:
    """Return the Content-Security-Policy of a page, with *styles* that stand in it.

    *framed* is whether other sites may show it in a frame.

    A style element is allowed by its hash, since pages are ready bytes; no script is, but the file
    that we serve.
    """
    hashes = (b64encode(sha256(each.encode()).digest()).decode() for each in styles if each)
    allowed = " ".join(["'self'", *(f"'sha256-{each}'" for each in hashes)])
    found = POLICY.replace("style-src 'self'", f"style-src {allowed}")
    return found.replace("frame-ancestors 'none'", "frame-ancestors *") if framed else found


def guards(*styles: str, framed: bool = False) -> dict[str, str]:
    """Return the headers that keep a page to what it is; *framed* as in `policy`."""
    return {
        "Content-Security-Policy": policy(*styles, framed=framed),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


def guarded(response: Response) -> Response:
    """Return *response* with the headers that keep a page to what it is."""
    if response.mimetype == "text/html":
        for name, value in guards().items():
            response.headers.setdefault(name, value)
    return response
