"""A whole calendar becomes an event."""

from roundtable_ical import zones
from roundtable_ical.importers.calendars.reader import read
from roundtable_ical.ports import Given, Source
from roundtable_ical.programme.reading import Reading


def calendar(*lines: str, given: Given | None = None) -> Reading:
    content = "\r\n".join(("BEGIN:VCALENDAR", *lines, "END:VCALENDAR")).encode()
    return read(Source("big_week-2026.ics", content, given or Given()))


def event(uid: str, *lines: str) -> tuple[str, ...]:
    return ("BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{uid}", *lines, "END:VEVENT")


UTC_EVENT = event("A", "DTSTART:20260504T070000Z", "DTEND:20260504T080000Z")


def codes(reading: Reading) -> list[str]:
    return sorted(problem.code for problem in reading.problems)


def test_the_zone_that_was_given_wins() -> None:
    given = Given(timezone=zones.zone("Asia/Tokyo"))

    reading = calendar("X-WR-CALNAME:Week", "X-WR-TIMEZONE:Europe/Berlin", *UTC_EVENT, given=given)

    assert reading.required().timezone.key == "Asia/Tokyo"
    assert codes(reading) == []


def test_the_zone_is_asked_for_where_all_times_are_in_utc() -> None:
    reading = calendar("X-WR-CALNAME:Week", *UTC_EVENT)

    assert reading.required().timezone.key == "UTC"
    assert [problem.question.name for problem in reading.problems if problem.question] == ["tz"]


def test_a_calendar_without_a_name_is_called_like_its_file() -> None:
    reading = calendar("X-WR-TIMEZONE:Europe/Berlin", *UTC_EVENT)

    assert (str(reading.required().title), codes(reading)) == ("big week 2026", ["title-inferred"])


def test_of_two_versions_of_an_event_the_later_one_is_kept_and_told() -> None:
    later = event("A", "SEQUENCE:1", "DTSTART:20260504T090000Z", "DTEND:20260504T100000Z")

    reading = calendar("X-WR-CALNAME:W", "X-WR-TIMEZONE:Europe/Berlin", *later, *UTC_EVENT)

    assert [item.start.hour for item in reading.required().occurrences] == [11]
    assert codes(reading) == ["repeated"]


def test_events_of_one_uid_at_the_same_time_elsewhere_are_all_kept() -> None:
    when = ("UID:A", "DTSTART:20260504T070000Z", "DTEND:20260504T080000Z")
    events = [
        ("BEGIN:VEVENT", *when, f"SUMMARY:{name}", f"LOCATION:{name}", "END:VEVENT")
        for name in ("North", "South")
    ]

    reading = calendar("X-WR-CALNAME:W", "X-WR-TIMEZONE:Europe/Berlin", *events[0], *events[1])

    assert [str(each.title) for each in reading.required().segments] == ["North", "South"]
    assert codes(reading) == []


def test_different_events_of_one_uid_are_all_kept() -> None:
    other = event("A", "DTSTART:20260505T070000Z", "DTEND:20260505T080000Z")

    reading = calendar("X-WR-CALNAME:W", "X-WR-TIMEZONE:Europe/Berlin", *UTC_EVENT, *other)

    assert len(reading.required().occurrences) == 2


def test_what_is_no_event_and_what_is_private_is_told() -> None:
    reading = calendar(
        *("X-WR-CALNAME:W", "X-WR-TIMEZONE:Europe/Berlin"),
        *("BEGIN:VTODO", "SUMMARY:Do", "END:VTODO"),
        *event("A", "CLASS:PRIVATE", "DTSTART:20260504T070000Z", "DTEND:20260504T080000Z"),
    )

    assert codes(reading) == ["not-an-event", "private"]


def test_a_cancelled_calendar_cancels_its_events() -> None:
    reading = calendar("X-WR-CALNAME:W", "METHOD:CANCEL", "X-WR-TIMEZONE:Europe/Berlin", *UTC_EVENT)

    assert [item.cancelled for item in reading.required().occurrences] == [True]
