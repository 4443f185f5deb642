"""One message that was received, as values; whatever it is, it can be read."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.errors import MessageError
from email.header import decode_header
from email.utils import parsedate_to_datetime
from functools import cached_property
from hashlib import sha256
from html import unescape

from roundtable_ical.itip.reading.charsets import text_of
from roundtable_ical.itip.reading.entities import Entity, entities, head_of
from roundtable_ical.itip.reading.hidden import hidden_in
from roundtable_ical.itip.reading.mailboxes import mailboxes

LARGEST = 25_000_000
"""Octets of a message that is looked into; mail servers take little more."""

_MOST_FIELDS = 1_000
_ENVELOPE = re.compile(rb"\A>?From [^\r\n]*\r?\n")
"""The line that mail servers put above a message that they pipe or file."""
_LONGEST_TEXT = 20_000
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,500}>")
_HIDDEN = re.compile(r"<(/?)(?:style|script|head)\b[^<>]*>", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|/p|/div|/tr|/li)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, kw_only=True)
class Mail:
    """A message: *digest* is the SHA-256 of its octets, *content* those octets.

    *fields* are its header fields, names in small letters, unfolded. *trouble* says why not all of
    it was read, as the end of a sentence; empty where it was.
    """

    digest: str
    content: bytes = field(repr=False)
    fields: tuple[tuple[str, str], ...] = ()
    parts: tuple[Entity, ...] = field(default=(), repr=False)
    trouble: str = ""

    def all(self, name: str) -> tuple[str, ...]:
        """Return every field of this *name* (in small letters), the topmost first."""
        return tuple(value for each, value in self.fields if each == name)

    def first(self, name: str) -> str:
        """Return the topmost field of this *name*, "" where there is none."""
        return next(iter(self.all(name)), "")

    @property
    def message_id(self) -> str:
        """The Message-ID with its angle brackets."""
        return first_id(self.first("message-id"))

    @cached_property
    def sender(self) -> str:
        """The one address in From; "" where there is none, or more than one."""
        found = {each.casefold(): each for value in self.all("from") for each in mailboxes(value)}
        return next(iter(found.values())) if len(found) == 1 else ""

    @cached_property
    def subject(self) -> str:
        """The subject in one line."""
        return one_line(self.first("subject")[:5_000])[:500]

    @property
    def date(self) -> datetime | None:
        """When it says that it was written, in UTC."""
        try:
            found = parsedate_to_datetime(self.first("date"))
            return found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None

    @property
    def answers_to(self) -> tuple[str, ...]:
        """The messages that it says it answers, the nearest first."""
        near, far = (ids(self.first(name)) for name in ("in-reply-to", "references"))
        return tuple(dict.fromkeys((*near, *reversed(far))))

    @cached_property
    def text(self) -> str:
        """What a person reads first: the plain text, or else the HTML without its marks."""
        kinds = ("text/plain", "text/html")
        own = [each for each in self.parts if each.type in kinds and not each.forwarded]
        for kind in kinds:
            found = (_read(each) for each in own if each.type == kind and not _is_attached(each))
            if said := next((words for words in found if words.strip()), ""):
                return said
        return ""


def opened(content: bytes) -> Mail:
    """Return the message that *content* is (RFC 5322, MIME); it never fails.

    Bounded: of more than 25 MB the head alone is read; no more than a thousand parts, forty deep.
    """
    digest = sha256(content).hexdigest()
    body = content.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    body = _ENVELOPE.sub(b"", body[:1_000], count=1) + body[1_000:]
    if b"\r\r\n" in body[:1_000]:  # lines ended twice, on the way through another system
        body = body.replace(b"\r\r\n", b"\r\n")
    head, _ = head_of(body)
    fields = tuple((name.lower(), _unfolded(value)) for name, value in head.items()[:_MOST_FIELDS])
    if len(content) > LARGEST:
        trouble = f"it is larger than {LARGEST // 1_000_000} MB"
        return Mail(digest=digest, content=content, fields=fields, trouble=trouble)
    troubles: list[str] = []
    parts = tuple(entities(body, troubles))
    trouble = " and ".join(troubles)
    return Mail(digest=digest, content=content, fields=fields, parts=parts, trouble=trouble)


def ids(field: str) -> tuple[str, ...]:
    """Return the message ids in a field such as References (RFC 5322 section 3.6.4)."""
    return tuple(_MESSAGE_ID.findall(field[:_LONGEST_TEXT]))


def first_id(field: str) -> str:
    """Return the message id in a field, also one that has lost its angle brackets."""
    return next(iter(ids(field)), "") or " ".join(field.split())[:500]


def one_line(words: str) -> str:
    """Return what a header field says, encoded words read (RFC 2047), in one line."""
    try:
        pieces = decode_header(words)
        said = "".join(
            piece if isinstance(piece, str) else text_of(piece, charset or "us-ascii")
            for piece, charset in pieces
        )
    except (MessageError, ValueError):
        said = words
    return " ".join(_CONTROL.sub(" ", said).split())


def shown(words: str, most: int = 2_000) -> str:
    """Return words of a stranger as they may be shown: not too long, and without personal links.

    Nor are there control characters in them.
    """
    plain = _CONTROL.sub(" ", words.replace("\r\n", "\n").replace("\r", "\n")).strip()
    plain = hidden_in(plain)
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"


def _unfolded(value: object) -> str:
    text = str(value).encode("utf-8", "replace").decode("utf-8")
    return " ".join(text.split("\n")).replace("\r", "").strip()


def _read(entity: Entity) -> str:
    words = text_of(entity.content[: 4 * _LONGEST_TEXT], entity.parameter("charset"))
    if entity.type == "text/html":
        pieces = _HIDDEN.split(words)
        seen = [
            pieces[0],
            *(text for end, text in zip(pieces[1::2], pieces[2::2], strict=True) if end),
        ]
        words = unescape(_TAG.sub("", _BREAK.sub("\n", "".join(seen))))
    return words[:_LONGEST_TEXT]


def _is_attached(entity: Entity) -> bool:
    return entity.head.get_content_disposition() == "attachment"
