"""libical, the reader inside Evolution, GNOME Calendar and Cyrus; runs in Debian's own Python.

In: {name: feed} as JSON.  Out: {name: {uid: [start, end]}}, moments in UTC.
A feed in which libical finds a mistake ends the run.
"""

import json
import sys

import gi  # type: ignore[import-not-found]  # lives in Debian's Python, not in .venv

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # type: ignore[import-not-found]  # noqa: E402  # as above

KIND = ICalGLib.ComponentKind
UTC = ICalGLib.Timezone.get_utc_timezone()


def moment(time: "ICalGLib.Time") -> str:
    """Return *time* in UTC."""
    if not time.is_utc() and time.get_timezone() is None:
        raise SystemExit(f"{time.as_ical_string()} floats")
    wire = time.convert_to_zone(UTC).as_ical_string()
    day, clock = wire.rstrip("Z").split("T")
    return f"{day[:4]}-{day[4:6]}-{day[6:]}T{clock[:2]}:{clock[2:4]}:{clock[4:]}Z"


def instants(text: str) -> dict[str, tuple[str, str]]:
    """Return start and end of every VEVENT in *text* by UID."""
    calendar = ICalGLib.Component.new_from_string(text)
    ICalGLib.restriction_check(calendar)
    if mistakes := calendar.count_errors():
        raise SystemExit(f"{mistakes} mistakes (X-LIC-ERROR):\n{calendar.as_ical_string()}")
    found: dict[str, tuple[str, str]] = {}
    event = calendar.get_first_component(KIND.VEVENT_COMPONENT)
    while event is not None:
        uid = event.get_uid()
        if uid in found:
            raise SystemExit(f"{uid} stands twice")
        found[uid] = moment(event.get_dtstart()), moment(event.get_dtend())
        event = calendar.get_next_component(KIND.VEVENT_COMPONENT)
    return found


if __name__ == "__main__":
    feeds = json.load(sys.stdin)
    json.dump({name: instants(text) for name, text in feeds.items()}, sys.stdout)
