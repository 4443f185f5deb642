"""From a template to a page: words in the reader's language, links that keep it, ready bytes.

What every template may use: ``_`` and ``ngettext``; ``reader``; ``to(endpoint, ...)``, a link that
keeps language and zone; ``again(...)``, this page with something else in its query; ``here``, the
name that the blueprint hangs under; ``copy``, whether no server will stand behind the page.
"""

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode

from flask import Response, render_template, request, url_for
from markupsafe import Markup

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.texts import public
from roundtable_ical.services.statically import COPY
from roundtable_ical.web.context import context
from roundtable_ical.web.kept import asked
from roundtable_ical.web.languages import LANGUAGES, gettext, ngettext, speaking
from roundtable_ical.web.published import answer, ready_page
from roundtable_ical.web.reader import Reader
from roundtable_ical.web.responses import guards

HANDED_ON = (
    "lang",
    "tz",
    "what",
    "theme",
    "speaker",
    "venue",
    "segment",
    "busy",
    "alarm",
    "before",
)
"""What of a query a page is made from, in this order; all else changes nothing."""
LONGEST_QUERY = 2_000
"""A longer one is answered and not kept."""

_HERE = "id-goes-here"
_PLACES = re.compile(r"^.*(?:[@＠]|%40).*$", re.MULTILINE)
"""Lines on which an address may stand; none reaches over the end of one."""
_QUOTED = re.compile(r"&#34;[^<>&\n]{1,64}&#34;(?=@)")
"""The quoted half of an e-mail address, as it stands in HTML."""


def reader_of(language: str = "en") -> Reader:
    """Return who asks; *language* is the programme's, for who asks for none.

    Raises:
        InvalidField, UnknownZone: ``?lang=`` or ``?tz=`` cannot be used.
    """
    return Reader.from_query(request.args, language)


def reader_in_trouble() -> Reader:
    """Return who asks, English where the language they ask for is what is wrong."""
    try:
        return Reader.from_query({"lang": request.args.get("lang", "")}, "en")
    except InvalidField:
        return Reader(wanted="en")


def html(template: str, reader: Reader, **values: object) -> str:
    """Return *template* for *reader*; no e-mail address of anyone is on it, in whatever field."""
    here = request.blueprint or "roundtable"
    copy = bool(request.environ.get(COPY))

    told = {} if copy else reader.query
    patterns: dict[tuple[str, object], str] = {}
    said: dict[str, Markup] = {}

    def to(endpoint: str, **parts: object) -> str:
        if parts.keys() != {"event_id", "id_"}:
            return url_for(f"{here}{endpoint}", **{**told, **parts})  # type: ignore[arg-type]  # url_for's own
        key = endpoint, parts["event_id"]
        if key not in patterns:  # a page has thousands of these, and ids are safe in addresses
            whole = {**told, **parts, "id_": _HERE}
            patterns[key] = url_for(f"{here}{endpoint}", **whole)  # type: ignore[arg-type]  # url_for's own
        return patterns[key].replace(_HERE, str(parts["id_"]), 1)

    def words(message: str, **parts: object) -> Markup:
        if parts:
            return gettext(message, **parts)
        if message not in said:
            said[message] = gettext(message)
        return said[message]

    def again(**changed: str | None) -> str:
        query = {name: request.args.getlist(name) for name in HANDED_ON}
        query |= {name: [value] if value else [] for name, value in changed.items()}
        told = {name: found for name, found in query.items() if any(found)}
        endpoint = request.endpoint or f"{here}.index"
        return url_for(endpoint, **{**(request.view_args or {}), **told})

    with speaking(reader.language):
        page = render_template(
            template,
            here=here,
            reader=reader,
            to=to,
            again=again,
            copy=copy,
            languages=LANGUAGES,
            _=words,
            gettext=words,
            ngettext=ngettext,
            **values,
        )
    return _PLACES.sub(lambda line: public(_QUOTED.sub("x", line[0])), page)


def page(
    template: str, reader: Reader, status: int = 200, *, css: str = "", **values: object
) -> Response:
    """Return a page that is not kept; *css* is the style that the template has in an element."""
    body = html(template, reader, css=css, **values)
    response = Response(body, status, guards(css))
    response.content_language.add(reader.tag)
    return response


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A page as it was made: its HTML, the style that stands in it, the language it is in.

    *whole* is whether all that belongs on it could be had; else it is not kept. *framed* is whether
    other sites may show it in a frame.
    """

    html: str
    language: str
    css: str = ""
    whole: bool = True
    framed: bool = False


def kept(mark: Hashable, make: Callable[[], Made]) -> Response:
    """Return the page that is asked for: as it was made for this query before, or made now.

    Args:
        mark: what it is made of; while that is the same, the page is.
        make: makes it.
    """
    query = canonical_query()
    pages, base_url = context().pages, context().settings.base_url
    wanted = asked(request.environ, base_url=base_url, query=query)
    found = pages.find(wanted, mark)
    if found is None:
        made = make()
        headers = guards(made.css, framed=made.framed)
        found = ready_page(made.html.encode(), headers, language=made.language)
        if made.whole and len(query) <= LONGEST_QUERY:
            pages.keep(wanted, mark, found)
    ready = found
    sent = Response.from_app(lambda environ, start: answer(ready, environ, start), request.environ)
    return cast(Response, sent)  # of the class that was asked, whatever werkzeug's types say


def canonical_query() -> str:
    """Return the query of the request: what pages look at, in one order."""
    pairs = [(name, value) for name in HANDED_ON for value in request.args.getlist(name) if value]
    return urlencode(pairs)
