"""Programs are known by what they call themselves."""

import pytest

from roundtable_ical.reach.families import Family, family_of

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0"
KNOWN = {
    "Google-Calendar-Importer": Family.GOOGLE,
    "Mozilla/5.0 (compatible; Google-Calendar-Importer)": Family.GOOGLE,
    "Microsoft.Exchange/15.20 (Windows NT 10.0; Win64; x64)": Family.OUTLOOK_WEB,
    "Microsoft Exchange/15.20": Family.OUTLOOK_WEB,
    "Microsoft Exchange (Windows NT 10.0)": Family.OUTLOOK_WEB,
    "MSFT-CalendarFetcher/1.0": Family.OUTLOOK_WEB,
    "Outlook-iOS/2.0": Family.OUTLOOK_WEB,
    "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17126; Pro)": Family.OUTLOOK,
    "Microsoft Office/15.0 (Windows NT 6.1; Microsoft Outlook 15.0.4420; Pro)": Family.OUTLOOK,
    "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 6.1; Trident/7.0; Microsoft Outlook 16.0.9029; "
    "ms-office; MSOffice 16)": Family.OUTLOOK,
    "MacOutlook/16.78.23100802 (Intel Mac OS X 13.6)": Family.OUTLOOK,
    "iOS/26.6 (23G71) dataaccessd/1.0": Family.APPLE,
    "dataaccessd/1.0 (Mac OS X)": Family.APPLE,
    "macOS/26.6.2 (25G83) dataaccessd/1.0": Family.APPLE,
    "macOS/11.0 (20A5343i) CalendarAgent/950": Family.APPLE,
    "Mac+OS+X/10.10.5 (14F27) CalendarAgent/316.1": Family.APPLE,
    "Mac_OS_X/10.9 (13A603) CalendarAgent/174": Family.APPLE,
    "Mac+OS+X/15.3 (24D60) remindd/1111": Family.APPLE,
    "CalendarStore/5.0 (1127); iCal/5.0 (1535); Mac OS X/10.7.1 (11B26)": Family.APPLE,
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.0": (
        Family.THUNDERBIRD
    ),
    "Mozilla/5.0 (Windows NT 10.0; rv:60.0) Gecko/20100101 Thunderbird/60.9 Lightning/6.2": (
        Family.THUNDERBIRD
    ),
    "ICSx5/2.4.3 (ical4j/3.2.19 okhttp/5.3.2 Android/16)": Family.ANDROID,
    "DAVx5/4.4-ose (2024/05/01; dav4jvm; okhttp/4.12.0) Android/14": Family.ANDROID,
    "Nextcloud Webcal Service": Family.NEXTCLOUD,
    "Nextcloud Webcal Crawler": Family.NEXTCLOUD,
    "HomeAssistant/2026.10.1 aiohttp/3.12 Python/3.13": Family.HOME_ASSISTANT,
    "Evolution/3.60.2": Family.EVOLUTION,
    "Mozilla/5.0 (X11; Linux x86_64) KHTML/5.116 (like Gecko) akonadi_ical_resource": Family.KDE,
    "ProtonCalendar": Family.PROTON,
    "Fastmail-Calendar/1.0": Family.FASTMAIL,
    "YahooCalendar/1.0": Family.YAHOO,
    FIREFOX: Family.BROWSER,
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
    "Gecko) Version/18.0 Mobile/15E148 Safari/604.1": Family.BROWSER,
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)": Family.OTHER,
    "curl/8.5.0": Family.OTHER,
    "python-requests/2.32": Family.OTHER,
    "khal/0.11": Family.OTHER,
    "": Family.OTHER,
}


@pytest.mark.parametrize("agent", KNOWN, ids=lambda it: it[:40] or "nothing")
def test_a_program_belongs_to_its_family(agent: str) -> None:
    assert family_of(agent) is KNOWN[agent]


def test_every_family_has_a_name_for_people_and_a_program() -> None:
    assert len({family.label for family in Family}) == len(Family)
    assert {*KNOWN.values()} == {*Family}


def test_one_fetch_of_google_serves_many() -> None:
    assert [family for family in Family if family.fetches_for_many] == [Family.GOOGLE]


def test_a_browser_does_not_come_back_by_itself() -> None:
    assert [family for family in Family if not family.follows] == [Family.BROWSER]
