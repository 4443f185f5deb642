"""The step in which one subscribes: what to follow, where, and what comes of it.

For a page whose choice is fixed (a theme, a speaker, a venue) there is one way to have it all:

- the view: ``subscribe=following(edition, reader, selection, page)`` of `web/subscribing.py`, with
  *page* the public address of that page, without a query;
- the button: ``{% from "roundtable/_subscribe_parts.html" import follow with context %}`` and
  ``{{ follow(subscribe, _("Subscribe to this theme")) }}``: it tells the count, and leads down to
- the panel: ``{% include "roundtable/_subscribe.html" %}``, where `subscribe` is in the context;
  without a choice of *what*, else as on the page of the event. Language, busy time and alarm come
  from the query of that page (they stand in `HANDED_ON`).

A link from elsewhere to the page of the event with a choice made: the query is
``what=mix&theme=ID`` (speaker, venue, segment alike, any number), the anchor ``links``.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from babel.units import format_unit
from markupsafe import Markup

from roundtable_ical.ical.description import Speech
from roundtable_ical.ical.options import Options
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.segments import Segment, Status
from roundtable_ical.programme.selection import Selection, selected
from roundtable_ical.reach.families import Family
from roundtable_ical.reach.rhythms import Length, Rhythm, duration_of
from roundtable_ical.revisions.feedstates import EVENT_FEED
from roundtable_ical.web.languages import LANGUAGES
from roundtable_ical.web.models.clients import CLIENTS, Client, Way, on_bar
from roundtable_ical.web.models.said import Said, Voice
from roundtable_ical.web.models.subscribe_choice import Choice, What
from roundtable_ical.web.models.subscribe_groups import Counted, Group, groups
from roundtable_ical.web.models.subscribe_preview import Preview, preview, preview_of_block
from roundtable_ical.web.qr import qr_code
from roundtable_ical.web.reader import Reader

LONGEST_LINK = 255
"""Characters; some programs take no longer ones."""
USUAL_ALARM = 15
"""Minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A calendar program, and the link that brings the calendar there.

    *seen* says how often it came here lately; empty where that is not known. *bar* is where that,
    or else what is reported, begins and ends on a bar of 100.
    """

    client: Client
    link: str
    seen: str
    bar: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscribe:
    """What the panel shows.

    *count* is how many events the calendar has, each once, *cancelled* how many of them are;
    *counts* the same of the block and of the agenda. *name* is what calendars call it, *path* where
    the feed is below the event's page, *address* where it is on the net, *block* where the whole
    event as one block is, *page* the address of the page with this choice made. *languages* are
    those a feed can be asked for in, by tag. *fixed*: there is no choice of what.
    """

    choice: Choice
    count: int
    cancelled: int
    counts: Mapping[str, int]
    name: str
    path: str
    address: str
    block: str
    page: str
    offers: tuple[Offer, ...]
    groups: tuple[Group, ...]
    preview: Preview
    languages: Mapping[str, str]
    fixed: bool = False

    @property
    def long(self) -> bool:
        """Whether the link is longer than some programs take."""
        return len(self.address) > LONGEST_LINK

    @property
    def worth_saving(self) -> bool:
        """Whether a copy of it, as it is now, is of use: something in it takes place."""
        return self.count > self.cancelled

    @property
    def alarm(self) -> int:
        """Minutes that an alarm is before the start: as asked for, or as is usual."""
        alarm = self.choice.options.alarm
        return int(alarm.total_seconds()) // 60 if alarm else USUAL_ALARM

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """What makes this choice in the query of the page, without language and clock."""
        return (*(() if self.fixed else self.choice.made), *self.choice.how)

    @property
    def chosen(self) -> tuple[Said, ...]:
        """What a mix is of, by name; in the page much of it may be folded away."""
        if self.choice.what is not What.MIX:
            return ()
        return tuple(
            box.name
            for group in self.groups
            for fold in group.folds
            for box in fold.boxes
            if box.ticked
        )

    @property
    def slug(self) -> str:
        """The end of the link, which some programs call the calendar by."""
        return self.path.partition("?")[0].rpartition("/")[2].removesuffix(".ics")

    def qr(self, label: str) -> Markup | None:
        """Return a QR code of the page with this choice made: Android opens no ``webcal:`` one."""
        return qr_code(self.page, label)


def subscribe(
    event: SideEvent,
    choice: Choice,
    reader: Reader,
    *,
    address: str,
    counted: Counted,
    block: int,
    rhythms: Mapping[Family, Rhythm] | None = None,
    page: str | None = None,
) -> Subscribe:
    """Return the step for *reader*, who made *choice*.

    Args:
        event: the programme.
        choice: what is followed.
        reader: who reads; language and clock.
        address: public address of the event's page.
        counted: tells how many events the feed of a selection has.
        block: how many the feed of the whole event as one block has.
        rhythms: how often each family of programs came lately.
        page: address of the page that the choice is fixed on; None for the event's own.
    """
    say = Voice(reader, event.language)
    path = _with(choice.path, choice.options)
    feed = f"{address}{path}"
    one = choice.what is What.EVENT
    title = Speech(event, choice.options.language).calendar_name(choice.selection)
    items = () if choice.nothing else selected(event, choice.selection)
    counts = {What.EVENT: block, What.AGENDA: counted(Selection())}
    count = 0 if choice.nothing else block if one else counted(choice.selection)
    return Subscribe(
        choice=choice,
        count=count,
        cancelled=_cancelled([event] if one else [item.segment for item in items]),
        counts={what.value: count for what, count in counts.items()},
        name=title,
        path=path,
        address=feed,
        block=f"{address}{EVENT_FEED}",
        page=_page(page or address, choice, reader, fixed=page is not None),
        offers=tuple(_offers(feed, title, reader, rhythms or {})),
        groups=() if page else groups(event, choice.ticked, say, counted),
        preview=preview_of_block(event, say) if one else preview(items, say),
        languages=_languages(event, reader),
        fixed=page is not None,
    )


def webcal(address: str) -> str:
    """Return *address* under the scheme that calendar programs have made theirs."""
    return f"webcal://{address.partition('://')[2]}"


def link_for(way: Way, address: str, name: str) -> str:
    """Return the link that hands the calendar at *address* to a program, encoded once.

    Args:
        way: how the program is handed it.
        address: of the feed, by https.
        name: what it is to be called, where the program asks.
    """
    match way:
        case Way.GOOGLE:
            return f"https://calendar.google.com/calendar/r?cid={quote(webcal(address), safe='')}"
        case Way.OUTLOOK_COM | Way.MICROSOFT_365:
            host = "outlook.live.com" if way is Way.OUTLOOK_COM else "outlook.office.com"
            told = f"url={quote(address, safe='')}&name={quote(name, safe='')}"
            return f"https://{host}/calendar/0/addfromweb?{told}"
        case Way.WEBCAL:
            return webcal(address)
    return address


def _cancelled(parts: Sequence[SideEvent | Segment]) -> int:
    return sum(part.status is Status.CANCELLED for part in parts)


def _with(path: str, options: Options) -> str:
    """Return *path* with *options* in its query."""
    return f"{path}{'&' if '?' in path else '?'}{options.query}" if options.query else path


def _page(page: str, choice: Choice, reader: Reader, *, fixed: bool) -> str:
    """Return the address that opens *page* with the same choice, on whatever device."""
    ticks = () if fixed else choice.made
    language = [("lang", reader.wanted)] if reader.chosen else []
    query = urlencode([*language, *ticks, *choice.how])
    return f"{page}{'?' if query else ''}{query}#links"


def _offers(
    address: str, name: str, reader: Reader, rhythms: Mapping[Family, Rhythm]
) -> Iterator[Offer]:
    for client in CLIENTS:
        seen = rhythms.get(client.family)
        bounds = client.least, client.most
        if seen:
            least, most = (
                duration_of(each).total_seconds() / 60 for each in (seen.least, seen.most)
            )
        else:
            least, most = bounds
        yield Offer(
            client=client,
            link=link_for(client.way, address, name),
            seen=_rhythm(seen, reader) if seen else "",
            bar=(on_bar(least), on_bar(most)),
        )


def _rhythm(rhythm: Rhythm, reader: Reader) -> str:
    """Return a rhythm as "9–13 hours", or "45 minutes – 2 hours"."""
    least, most = rhythm.least, rhythm.most
    last = _length(most, reader)
    if least == most:
        return last
    if least.unit == most.unit:
        return f"{reader.number(least.number)}–{last}"
    return f"{_length(least, reader)} – {last}"


def _length(length: Length, reader: Reader) -> str:
    return format_unit(length.number, f"duration-{length.unit}", "long", locale=reader.locale)


def _languages(event: SideEvent, reader: Reader) -> dict[str, str]:
    """Return what a feed can be asked for in: by tag, empty for the programme's own language."""
    own = event.language
    tags = dict.fromkeys([own, *event.title.languages, *LANGUAGES, reader.wanted])
    names = {tag: LANGUAGES.get(tag) or reader.languages_named([tag]) for tag in tags}
    return {"" if tag == own else tag: name for tag, name in names.items()}
