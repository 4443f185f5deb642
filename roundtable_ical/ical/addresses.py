"""Public addresses of an event's page, segments and feeds."""

from dataclasses import dataclass
from urllib.parse import urlencode

from roundtable_ical.programme.selection import Selection
from roundtable_ical.revisions.feedstates import AGENDA_FEED


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses below *base*, the event's public page; None where nobody has published it."""

    base: str | None

    @property
    def page(self) -> str | None:
        """The event's page, ending in a slash."""
        return f"{self.base.rstrip('/')}/" if self.base else None

    def segment(self, segment_id: str) -> str | None:
        """Return the page of a segment."""
        return self.page and f"{self.page}segments/{segment_id}"

    def feed(self, path: str, query: str = "") -> str | None:
        """Return the address of the feed at *path* (as `feed_path` gives it) with options."""
        if self.page is None:
            return None
        joint = "&" if "?" in path else "?"
        return f"{self.page}{path}{joint}{query}" if query else f"{self.page}{path}"


def feed_path(selection: Selection) -> str:
    """Return the one path of a feed below its event: the same choice always has the same.

    >>> feed_path(Selection(themes=("b", "a")))
    'mix.ics?theme=a&theme=b'
    """
    if selection.everything:
        return AGENDA_FEED
    if selection.only:
        section, id_ = selection.only
        return f"{section}/{id_}.ics"
    choice = [
        (kind, id_)
        for kind in ("theme", "speaker", "venue", "segment")
        for id_ in getattr(selection, f"{kind}s")
    ]
    return f"mix.ics?{urlencode(choice)}"
