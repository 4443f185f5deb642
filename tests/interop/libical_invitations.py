"""libical, the reader inside Evolution and Cyrus, on invitations; runs in Debian's own Python.

In: {name: calendar} as JSON.  Out: {name: {method, uid, ...}}, moments in UTC.
A calendar that breaks libical's restrictions for its METHOD (RFC 5546) ends the run.
"""

import json
import sys

import gi  # type: ignore[import-not-found]  # lives in Debian's Python, not in .venv

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # type: ignore[import-not-found]  # noqa: E402  # as above

UTC = ICalGLib.Timezone.get_utc_timezone()


def moment(time: "ICalGLib.Time") -> str:
    """Return *time* in UTC."""
    if not time.is_utc() and time.get_timezone() is None:
        raise SystemExit(f"{time.as_ical_string()} floats")
    wire = time.convert_to_zone(UTC).as_ical_string()
    day, clock = wire.rstrip("Z").split("T")
    return f"{day[:4]}-{day[4:6]}-{day[6:]}T{clock[:2]}:{clock[2:4]}:{clock[4:]}Z"


def read(text: str) -> dict[str, object]:
    """Return what an invitation says."""
    calendar = ICalGLib.Component.new_from_string(text)
    kept = ICalGLib.restriction_check(calendar)
    if not kept or calendar.count_errors():
        raise SystemExit(f"mistakes (X-LIC-ERROR):\n{calendar.as_ical_string()}")
    if calendar.count_components(ICalGLib.ComponentKind.VEVENT_COMPONENT) != 1:
        raise SystemExit("not one VEVENT")
    event = calendar.get_first_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
    kinds = ICalGLib.PropertyKind
    if event.count_properties(kinds.ATTENDEE_PROPERTY) != 1:
        raise SystemExit("not one ATTENDEE")
    guest = event.get_first_property(kinds.ATTENDEE_PROPERTY)
    organizer = event.get_first_property(kinds.ORGANIZER_PROPERTY)
    return {
        "method": calendar.get_first_property(kinds.METHOD_PROPERTY).get_value_as_string(),
        "uid": event.get_uid(),
        "sequence": event.get_sequence(),
        "summary": event.get_summary(),
        "location": event.get_location() or "",
        "description": event.get_description(),
        "status": event.get_first_property(kinds.STATUS_PROPERTY).get_value_as_string(),
        "start": moment(event.get_dtstart()),
        "end": moment(event.get_dtend()),
        "organizer": organizer.get_value_as_string(),
        "attendee": guest.get_value_as_string(),
        "name": guest.get_parameter_as_string("CN").strip('"'),
        "partstat": guest.get_parameter_as_string("PARTSTAT"),
    }


if __name__ == "__main__":
    calendars = json.load(sys.stdin)
    json.dump({name: read(text) for name, text in calendars.items()}, sys.stdout)
