"""Why a revision was published, as its author wrote it, without those who may not be named."""

import re

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.texts import public


class Reasons:
    """Tells the messages of revisions; *event* is the programme as it is public now."""

    def __init__(self, event: SideEvent) -> None:
        self._unsaid = tuple(
            re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
            for speaker in event.speakers
            if speaker.name and not speaker.consent
            for name in speaker.name.versions
        )

    def said(self, message: str) -> str:
        """Return *message* with ``[…]`` for each withheld name and each e-mail address."""
        for name in self._unsaid:
            message = name.sub("[…]", message)
        return public(message)
