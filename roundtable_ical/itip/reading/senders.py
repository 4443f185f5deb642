"""Who sent a message, and why that may not be believed."""

import re
from dataclasses import dataclass

from roundtable_ical.itip.reading.mail import Mail
from roundtable_ical.itip.reading.mailboxes import domain, mailboxes, same_mailbox

_COMMENT = re.compile(r"\([^()]*+\)")
_RESULT = re.compile(r"\s*dmarc\s*=\s*([a-z]+)", re.IGNORECASE)
_FROM = re.compile(r"\bheader\.from\s*=\s*\"?([^\s;\"]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Trust:
    """Whose word counts for who sent a message.

    *authserv* names our own mail servers, as they write themselves into Authentication-Results
    (RFC 8601). Where there is none, the address in From counts alone.
    """

    authserv: frozenset[str] = frozenset()


def distrust(mail: Mail, address: str, trust: Trust) -> str:
    """Return why *mail* may not be from *address*, as a sentence; "" where it is."""
    written = [each for value in mail.all("from") for each in mailboxes(value)]
    if not mail.sender:
        who = ", ".join(each or "something unreadable" for each in written[:3]) or "nobody"
        return f"Its From names {who}, and one sender is needed; ask {address} whether it is theirs"
    if not same_mailbox(mail.sender, address):
        return (
            f"It came from {mail.sender}, and {address} was invited; "
            "accept it if you know that they may answer for the speaker"
        )
    if not trust.authserv:
        return ""
    verdict = _verdict(mail, trust)
    if verdict == "pass":
        return ""
    what = f"says dmarc={verdict}" if verdict else "does not say"
    return (
        f"Our mail server {what} whether it really came from {domain(address)}; "
        f"ask {address} whether it is theirs"
    )


def _verdict(mail: Mail, trust: Trust) -> str:
    """Return the topmost DMARC result of our own servers for the domain in From, or ""."""
    known = {each.casefold() for each in trust.authserv}
    for value in mail.all("authentication-results"):
        plain = value[:10_000]
        for _ in range(5):
            plain = _COMMENT.sub(" ", plain)
        server, _, results = plain.partition(";")
        if (server.split() or [""])[0].strip('"').casefold() not in known:
            continue
        for part in results.split(";"):
            if found := _RESULT.match(part):
                about = _FROM.search(part)
                if about and domain(f"@{about[1].rpartition('@')[2]}") != domain(mail.sender):
                    return "fail"
                return found[1].lower()
    return ""
