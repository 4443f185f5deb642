"""Which family of calendar programs fetched a feed, from what it calls itself.

Sources: access logs and source code of the programs; where a name was only reported, it is in the
table all the same, since a name that nobody uses costs nothing.
"""

import re
from enum import StrEnum


class Family(StrEnum):
    """Calendar programs that notice a change in the same way; the value is kept in stores."""

    GOOGLE = "google"
    OUTLOOK_WEB = "outlook-web"
    OUTLOOK = "outlook"
    APPLE = "apple"
    THUNDERBIRD = "thunderbird"
    ANDROID = "android"
    NEXTCLOUD = "nextcloud"
    EVOLUTION = "evolution"
    KDE = "kde"
    HOME_ASSISTANT = "home-assistant"
    YAHOO = "yahoo"
    PROTON = "proton"
    FASTMAIL = "fastmail"
    BROWSER = "browser"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Its name, as its users know it."""
        return _LABELS[self]

    @property
    def fetches_for_many(self) -> bool:
        """Whether one fetch serves everybody who follows that feed there.

        It comes from ever other addresses, too, so these say nothing of how many readers it has.
        """
        return self is Family.GOOGLE

    @property
    def follows(self) -> bool:
        """Whether it comes back by itself, so that its visits have a rhythm."""
        return self is not Family.BROWSER


_LABELS = {
    Family.GOOGLE: "Google Calendar",
    Family.OUTLOOK_WEB: "Outlook.com, Microsoft 365",
    Family.OUTLOOK: "Outlook, classic",
    Family.APPLE: "Apple",
    Family.THUNDERBIRD: "Thunderbird",
    Family.ANDROID: "Android (ICSx5, ...)",
    Family.NEXTCLOUD: "Nextcloud",
    Family.EVOLUTION: "Evolution, GNOME",
    Family.KDE: "KDE",
    Family.HOME_ASSISTANT: "Home Assistant",
    Family.YAHOO: "Yahoo",
    Family.PROTON: "Proton Calendar",
    Family.FASTMAIL: "Fastmail",
    Family.BROWSER: "Browsers",
    Family.OTHER: "Others",
}

_NAMES = tuple(
    (re.compile(words, re.IGNORECASE), family)
    for words, family in (
        (r"google-calendar-importer|^googlecalendar", Family.GOOGLE),
        # those that say to be somebody else as well come first
        (r"nextcloud|owncloud", Family.NEXTCLOUD),
        (r"icsx5|icsdroid|davx5|davdroid|aCalendar|^dalvik/", Family.ANDROID),
        (r"home-?assistant", Family.HOME_ASSISTANT),
        (r"proton(mail|calendar|-|\b)", Family.PROTON),
        (r"fastmail|cyrus", Family.FASTMAIL),
        (r"yahoo", Family.YAHOO),
        (r"microsoft[. ]exchange|exchange(services| server)|^msft|^owa\b", Family.OUTLOOK_WEB),
        (r"outlook[-.](web|com|ios|android)|(office ?|microsoft-?)365", Family.OUTLOOK_WEB),
        (r"microsoft (office|outlook)|macoutlook|ms-?office|\boutlook\b", Family.OUTLOOK),
        (r"thunderbird|lightning|betterbird|icedove|sunbird|seamonkey", Family.THUNDERBIRD),
        (r"evolution|gnome-calendar|evolution-data-server", Family.EVOLUTION),
        (r"akonadi|korganizer|merkuro|kalendar\b|^kio|\bkde\b|konqueror", Family.KDE),
        (r"dataaccessd|calendaragent|calendarstore|calaccessd|remindd|accountsd|davkit|coredav"
         r"|\bical/|^(ios|ipados|macos|mac[+_ ]os[+_ ]x|watchos|visionos)/", Family.APPLE),
        (r"bot\b|spider|crawl|curl/|wget|python|java/|go-http|okhttp|axios|node", Family.OTHER),
        (r"^(mozilla|opera)/", Family.BROWSER),
    )
)  # fmt: skip


def family_of(agent: str) -> Family:
    """Return the family of the program that calls itself *agent*; `OTHER` where nobody knows."""
    for name, family in _NAMES:
        if name.search(agent):
            return family
    return Family.OTHER
