"""Side events become calendars that stay right, in any client and any zone.

`read` a programme file or build a `SideEvent` in code; `feed` makes the calendar; `shifted`,
`moved` and the like say what becomes of it when the day runs late. See README.md.
"""

from roundtable_ical.bootstrap import read, reading
from roundtable_ical.errors import (
    DoesNotFit,
    InvalidField,
    InvalidProgramme,
    RoundtableError,
    UnknownId,
)
from roundtable_ical.ical.feeds import Feed, every_feed, feed
from roundtable_ical.ical.options import Options
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.people import Appearance, Host, Organizer, Role, Speaker
from roundtable_ical.programme.places import Geo, Room, Venue
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.segments import Kind, Repeat, Segment, Status
from roundtable_ical.programme.selection import Selection, selected
from roundtable_ical.programme.texts import Line, Text
from roundtable_ical.programme.themes import Theme
from roundtable_ical.scheduling.fits import Fit
from roundtable_ical.scheduling.placements import inserted, moved, swapped
from roundtable_ical.scheduling.proposals import Proposed
from roundtable_ical.scheduling.shifts import cancelled, compacted, extended, shifted

__version__ = "0.1.0"

__all__ = [
    "Appearance",
    "DoesNotFit",
    "Feed",
    "Fit",
    "Geo",
    "Host",
    "InvalidField",
    "InvalidProgramme",
    "Kind",
    "Line",
    "Options",
    "Organizer",
    "Problem",
    "Proposed",
    "Repeat",
    "Role",
    "Room",
    "RoundtableError",
    "Segment",
    "Selection",
    "SideEvent",
    "Speaker",
    "Status",
    "Text",
    "Theme",
    "UnknownId",
    "Venue",
    "cancelled",
    "compacted",
    "every_feed",
    "extended",
    "feed",
    "inserted",
    "moved",
    "read",
    "reading",
    "selected",
    "shifted",
    "swapped",
]
