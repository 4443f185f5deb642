"""libical, the reader inside Evolution and Cyrus, on invitations; runs in Debian's own Python.

In: {name: calendar} as JSON.  Out: {name: {method, uid, ...}}, moments in UTC.
A calendar that breaks libical's restrictions for its METHOD (RFC 5546) ends the run.
"""

import json
import sys

from libical import ICalGLib, moment  # type: ignore[import-not-found]  # beside this program


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
