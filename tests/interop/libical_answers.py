"""A mail program that answers an invitation: libical and the standard library, in Debian's Python.

In: the invitation as it was received, on standard input; PARTSTAT and a comment as arguments.
Out: the mail that answers it (RFC 6047).
"""

import sys
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default
from email.utils import format_datetime, make_msgid

from libical import ICalGLib  # type: ignore[import-not-found]  # beside this program


def answered(invitation: str, partstat: str, comment: str, moment: datetime) -> str:
    """Return the REPLY to a calendar with METHOD:REQUEST, all else as it was asked."""
    calendar = ICalGLib.Component.new_from_string(invitation)
    if calendar.get_method() != ICalGLib.PropertyMethod.REQUEST:
        raise SystemExit("nobody is asked")
    calendar.set_method(ICalGLib.PropertyMethod.REPLY)
    event = calendar.get_first_real_component()
    event.set_dtstamp(ICalGLib.Time.new_from_string(f"{moment:%Y%m%dT%H%M%SZ}"))
    guest = event.get_first_property(ICalGLib.PropertyKind.ATTENDEE_PROPERTY)
    guest.set_parameter_from_string("PARTSTAT", partstat)
    guest.remove_parameter_by_kind(ICalGLib.ParameterKind.RSVP_PARAMETER)
    if comment:
        event.add_property(ICalGLib.Property.new_comment(comment))
    if not ICalGLib.restriction_check(calendar):
        raise SystemExit(f"no answer by RFC 5546:\n{calendar.as_ical_string()}")
    return str(calendar.as_ical_string())


def main(partstat: str, comment: str = "") -> None:
    """Answer what comes on standard input."""
    asked = message_from_bytes(sys.stdin.buffer.read(), policy=default)
    part = next(each for each in asked.walk() if each.get_content_type() == "text/calendar")
    moment = datetime.now(UTC)  # noqa: TID251  # a program of its own
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"] = asked["To"], asked["Reply-To"] or asked["From"]
    mail["Subject"] = f"{partstat.capitalize()}: {asked['Subject']}"
    mail["Date"], mail["Message-ID"] = format_datetime(moment), make_msgid(domain="client.example")
    mail["In-Reply-To"] = asked["Message-ID"]
    mail.set_content(f"{partstat.capitalize()}. {comment}")
    calendar = answered(part.get_content(), partstat, comment, moment)
    mail.add_alternative(calendar, subtype="calendar", params={"method": "REPLY"})
    sys.stdout.buffer.write(mail.as_bytes())


if __name__ == "__main__":
    main(*sys.argv[1:])
