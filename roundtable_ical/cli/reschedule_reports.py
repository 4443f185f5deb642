"""What commands that change times tell: was and is, clashes, feeds, letters."""

from collections.abc import Iterator, Sequence
from typing import Any

from roundtable_ical.cli.letters import post_as_json, post_line
from roundtable_ical.cli.publishing import counted, listed
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.scheduling.effects import Effect
from roundtable_ical.scheduling.less import Less
from roundtable_ical.scheduling.proposals import Misfit
from roundtable_ical.scheduling.spoken import hours, span
from roundtable_ical.services.publish import Published
from roundtable_ical.services.reschedule import Preview


def effect_lines(event: SideEvent, effects: Sequence[Effect]) -> Iterator[str]:
    """Yield "was / is" of each segment as a table; days, rooms and zones where they differ.

    Below it is noted what comes to a day that is none of the event.
    """
    if not effects:
        return
    days = {
        moment.date()
        for each in effects
        for item in (each.was, each.now)
        if item
        for moment in (item.start, item.end)
    }
    one_day = len(days) == 1
    rows = []
    for each in effects:
        room = bool(each.was and each.now and each.was.venue != each.now.venue)
        was, now = (_when(item, event, one_day=one_day, room=room) for item in (each.was, each.now))
        rows.append(
            (
                was or f"{each.absence}",
                now or f"{each.absence}",
                each.segment,
                f"{each.title}{_length(each)}",
            )
        )
    head = ("was", "is", "", "")
    if one_day:
        yield f"on {days.pop()}"
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(3)]
    for row in (head, *rows):
        cells = (f"{cell:{width}}" for cell, width in zip(row, [*widths, 0], strict=True))
        yield f"  {'  '.join(cells)}".rstrip()
    for each in effects:
        day = each.now.start.date() if each.now else None
        if day and event.days and day not in {*event.days, each.was and each.was.start.date()}:
            yield f"note: {each.segment!r} is on {day}, which is no day of the event"


def _when(item: Occurrence | None, event: SideEvent, *, one_day: bool, room: bool) -> str:
    if item is None:
        return ""
    told = span if one_day else hours
    words = told(item.start, item.end)
    if item.zone != event.timezone:
        words += f" {item.zone.key}"
    return f"{words} in {item.venue.id if item.venue else 'no room'}" if room else words


def _length(effect: Effect) -> str:
    was, now = effect.was, effect.now
    if was is None or now is None or was.minutes == now.minutes:
        return ""
    return f" ({now.minutes} min, was {was.minutes})"


def clash_lines(seen: Preview) -> Iterator[str]:
    """Yield the clashes that an order makes, mends, and leaves longer or shorter."""
    for word, clashes in (("makes", seen.made), ("mends", seen.mended)):
        if clashes:
            yield _clashes(word, len(clashes))
            yield from (f"  {clash}" for clash in clashes)
    if seen.changed:
        yield _clashes("leaves", len(seen.changed))
        yield from (f"  {clash} (was {was.minutes} min)" for was, clash in seen.changed)


def _clashes(word: str, number: int) -> str:
    return f"{word} {number} clash{'' if number == 1 else 'es'}:"


def publication_lines(would: Published, *, now: bool = True) -> Iterator[str]:
    """Yield which feeds change, and who gets which letter; *now*, or when it is published."""
    if not now:
        yield "when it is published:"
        yield from (f"  {line}" for line in publication_lines(would))
        return
    yield f"{counted(len(would.feeds), 'feed')} with new bytes: {listed(would.feeds)}"
    posts = would.mail.posts if would.mail else ()
    if posts:
        yield f"{counted(len(posts), 'letter')}:"
        yield from (f"  {post_line(post)}" for post in posts)


def unpublished_lines(event: SideEvent, effects: Sequence[Effect]) -> Iterator[str]:
    """Yield what a file has besides, since it was published last or others published it."""
    if effects:
        yield "the file is not what was published last; this is published with it:"
        yield from (f"  {line}" for line in effect_lines(event, effects))


def effect_as_json(effect: Effect) -> dict[str, Any]:
    """Return an effect for programs; times carry the offset of the venue."""
    return {
        "segment": effect.segment,
        "title": effect.title,
        "was": _item_as_json(effect.was),
        "is": _item_as_json(effect.now),
        "absence": effect.absence,
    }


def _item_as_json(item: Occurrence | None) -> dict[str, Any] | None:
    if item is None:
        return None
    return {
        "start": item.start.isoformat(),
        "end": item.end.isoformat(),
        "minutes": item.minutes,
        "venue": item.venue.id if item.venue else None,
    }


def misfit_as_json(misfit: Misfit) -> dict[str, Any]:
    """Return what does not fit for programs, with what can give."""
    bound = misfit.bound
    return {
        "segment": misfit.segment,
        "minutes": misfit.minutes,
        "bound": bound.moment.astimezone(bound.zone).isoformat(),
        "why": bound.why,
        "says": str(misfit),
        "fits": {
            fit.value: None if words is None else list(words) for fit, words in misfit.ways.items()
        },
    }


def less_as_json(less: Less) -> dict[str, int]:
    """Return how many minutes fit for programs: as it is, and by what gives."""
    return {"as-it-is": less.as_it_is, **{fit.value: most for fit, most in less.ways.items()}}


def preview_as_json(seen: Preview, would: Published | None) -> dict[str, Any]:
    """Return what an order does for programs; *would* is what its publication did or would do."""
    return {
        "effects": [effect_as_json(each) for each in seen.effects],
        "clashes": {
            "made": [each.as_json() for each in seen.made],
            "mended": [each.as_json() for each in seen.mended],
            "changed": [{"was": was.minutes, **each.as_json()} for was, each in seen.changed],
        },
        "feeds": list(would.feeds) if would else None,
        "letters": [post_as_json(post) for post in would.mail.posts]
        if would and would.mail
        else [],
    }
