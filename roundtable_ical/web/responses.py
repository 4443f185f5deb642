"""What all answers have in common."""

from datetime import datetime

from flask import Response, request

from roundtable_ical.web.context import context


def fresh(response: Response, last_modified: datetime | None) -> Response:
    """Return *response* with its validators and how long it may be kept, or 304.

    Args:
        response: with its body; gets a strong ETag of it unless it has one.
        last_modified: moment of the last change, deletions included; None where it is not known,
            so that only the ETag decides.

    Source: RFC 9110 sections 8.8 and 13.1; RFC 9111.
    """
    if not response.get_etag()[0]:
        response.add_etag()
    response.last_modified = last_modified
    response.cache_control.public = True
    response.cache_control.max_age = context().settings.max_age
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.make_conditional(request)
    return response
