"""What all answers have in common."""

import re
from datetime import datetime

from flask import Response, render_template, request

from roundtable_ical.programme.texts import public
from roundtable_ical.web.context import context

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_QUOTED = re.compile(r"&#34;[^<>&\n]{1,64}&#34;(?=@)")
"""The quoted half of an e-mail address, as it stands in HTML."""
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


def page(template: str, status: int = 200, **values: object) -> Response:
    """Return a page of ours; no e-mail address of anyone is on it, whatever field it stood in.

    Templates find their neighbours by *here*: the blueprint may hang under another name.
    """
    here = request.blueprint or "roundtable"
    html = render_template(template, here=here, **values)
    return Response(public(_QUOTED.sub("x", html)), status)


def guarded(response: Response) -> Response:
    """Return *response* with the headers that keep a page to what it is."""
    if response.mimetype == "text/html":
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Content-Type-Options"] = "nosniff"
    return response
