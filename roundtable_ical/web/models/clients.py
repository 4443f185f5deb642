"""The calendar programs that people have: how each takes a link, and what becomes of it there.

How late a program notices a change is what was reported (nobody promises it); where this server
has seen a family of programs often enough, its own figures are shown beside that.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from roundtable_ical.reach.families import Family
from roundtable_ical.web.languages import marked

SOONEST, LATEST = 5, 24 * 60
"""Minutes: both ends of the bar that shows how late a change comes."""


class Way(StrEnum):
    """How a program is handed a link."""

    GOOGLE = "google"
    OUTLOOK_COM = "outlook.com"
    MICROSOFT_365 = "microsoft-365"
    WEBCAL = "webcal"
    COPY = "copy"

    @property
    def adds(self) -> bool:
        """Whether the link leads to a page where one adds the calendar, not into a program."""
        return self in {Way.GOOGLE, Way.OUTLOOK_COM, Way.MICROSOFT_365}


class Cancelled(StrEnum):
    """What a program makes of a cancelled item: the standard lets it, and they differ."""

    HIDDEN = "hidden"
    AS_ANY = "as any other"
    STRUCK = "struck out"
    VARIES = "varies"


class Alarms(StrEnum):
    """What a program makes of an alarm in a calendar that is followed."""

    IGNORED = "ignored"
    ASKS = "asks"
    KEPT = "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """A calendar program.

    *late* says after what time it shows a change, *least* and *most* the same in minutes. *family*
    is the one whose visits tell how often it comes. *named_by_link* is whether it takes the name of
    a calendar from the end of its link. Words are messages of the catalogues.
    """

    id: str
    name: str
    kind: str = ""
    late: str
    least: int
    most: int
    hint: str = ""
    way: Way
    family: Family
    cancelled: Cancelled
    alarms: Alarms
    named_by_link: bool = False


CLIENTS = (
    Client(
        id="google",
        name=marked("Google Calendar"),
        late=marked("8 to 24 hours later"),
        least=8 * 60,
        most=24 * 60,
        hint=marked(
            "Add it on a computer; your phone then shows it too. Google cannot be told to hurry."
        ),
        way=Way.GOOGLE,
        family=Family.GOOGLE,
        cancelled=Cancelled.HIDDEN,
        alarms=Alarms.IGNORED,
    ),
    Client(
        id="outlook-com",
        name=marked("Outlook.com"),
        kind=marked("personal account"),
        late=marked("3 to 24 hours later"),
        least=3 * 60,
        most=24 * 60,
        way=Way.OUTLOOK_COM,
        family=Family.OUTLOOK_WEB,
        cancelled=Cancelled.AS_ANY,
        alarms=Alarms.IGNORED,
    ),
    Client(
        id="microsoft-365",
        name=marked("Microsoft 365"),
        kind=marked("work account"),
        late=marked("3 to 24 hours later"),
        least=3 * 60,
        most=24 * 60,
        hint=marked("Blocked by your office? Give the IT desk the link below."),
        way=Way.MICROSOFT_365,
        family=Family.OUTLOOK_WEB,
        cancelled=Cancelled.AS_ANY,
        alarms=Alarms.IGNORED,
    ),
    Client(
        id="outlook-new",
        name=marked("Outlook for Windows"),
        kind=marked("new"),
        late=marked("3 to 24 hours later"),
        least=3 * 60,
        most=24 * 60,
        hint=marked(
            "Copy the link below; there choose “Add calendar”, then “Subscribe from web”. "
            "Or add it above, with the account that you have there."
        ),
        way=Way.COPY,
        family=Family.OUTLOOK_WEB,
        cancelled=Cancelled.AS_ANY,
        alarms=Alarms.IGNORED,
    ),
    Client(
        id="outlook",
        name=marked("Outlook for Windows"),
        kind=marked("classic"),
        late=marked("1 to 3 hours later"),
        least=60,
        most=3 * 60,
        way=Way.WEBCAL,
        family=Family.OUTLOOK,
        cancelled=Cancelled.AS_ANY,
        alarms=Alarms.IGNORED,
    ),
    Client(
        id="apple",
        name=marked("Apple: iPhone, iPad, Mac"),
        late=marked("As you set it"),
        least=SOONEST,
        most=LATEST,
        hint=marked(
            "On a Mac choose “Auto-refresh: every hour”. An iPhone follows its "
            "“Fetch New Data” setting."
        ),
        way=Way.WEBCAL,
        family=Family.APPLE,
        cancelled=Cancelled.STRUCK,
        alarms=Alarms.ASKS,
    ),
    Client(
        id="thunderbird",
        name=marked("Thunderbird and others"),
        late=marked("About 30 minutes later"),
        least=30,
        most=30,
        hint=marked(
            "Nothing happens? Copy the link below and choose “New calendar, on the network”."
        ),
        way=Way.WEBCAL,
        family=Family.THUNDERBIRD,
        cancelled=Cancelled.STRUCK,
        alarms=Alarms.KEPT,
        named_by_link=True,
    ),
    Client(
        id="android",
        name=marked("Android"),
        kind=marked("with the app ICSx5"),
        late=marked("As you set it"),
        least=15,
        most=LATEST,
        hint=marked(
            "Android follows no calendar by itself. With Google’s own calendar, add it under "
            "Google Calendar, on a computer; else install ICSx5 first."
        ),
        way=Way.WEBCAL,
        family=Family.ANDROID,
        cancelled=Cancelled.VARIES,
        alarms=Alarms.KEPT,
    ),
)
"""In the order of a page. Sources: source code of Thunderbird and ICSx5, and reports of users."""


def on_bar(minutes: float) -> float:
    """Return where *minutes* stand on the bar, from 0 to 100, by their logarithm.

    >>> [on_bar(5), round(on_bar(60)), on_bar(1440)]
    [0.0, 44, 100.0]
    """
    part = math.log(minutes / SOONEST) / math.log(LATEST / SOONEST)
    return round(100 * min(max(part, 0), 1), 1)
