"""Words as organisers write them: one line or several, in one language or several."""

import re
import unicodedata
from typing import Annotated
from urllib.parse import parse_qsl, quote, urlsplit, urlunsplit

from pydantic import AfterValidator, ConfigDict, Field, RootModel, field_validator

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.base import share_names
from roundtable_ical.programme.nested import inside

EMAIL = re.compile(
    r"(?:mailto:)?"
    r"(?:\"[^\"\n]{1,64}\"|(?<![\w/.%+-])[^\s<>()\[\],;:\"/?@＠]+?)"
    r"(?:@|＠|%40)(?!thread\.)"
    r"(?:[^\s<>()\[\],;:\"/?@&]+[.．](?:xn--[\w-]+|[^\W\d_]{2,})(?![\w-])"
    r"|localhost\b|\[[\da-f.:]+\]|\d{1,3}(?:\.\d{1,3}){3}\b)",
    re.IGNORECASE,
)
"""E-mail addresses as people write them; the ``@thread.v2`` of a Teams link is none."""
_SAFE = "/%:@!$&'()*+,;=~?-._"
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DOMAIN = "^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$"
_SOME_WORDS = "write some words here"
LINE_LIMIT = 1_000
TEXT_LIMIT = 50_000

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def clean(words: str) -> str:
    r"""Return *words* with every line end as a line feed and no blanks around them.

    Raises:
        InvalidField: a control character or half a character (a lone surrogate) is inside;
            no calendar can carry one (RFC 5545 section 3.1).

    >>> clean(" one\r\ntwo ")
    'one\ntwo'
    """
    text = LINE_ENDS.sub("\n", words).strip(" \n\t\ufeff")
    if control := _CONTROL.search(text):
        raise InvalidField(
            "text",
            shortened(text),
            f"has the control character U+{ord(control[0]):04X} at place {control.start() + 1}",
            hint="delete that character",
        )
    return text


def shortened(words: str, limit: int = 40) -> str:
    """Return the beginning of *words*, to be shown in a message."""
    return words if len(words) <= limit else words[: limit - 1] + "…"


class Text(RootModel[str | dict[str, str]]):
    """Words of any length; a ``str``, or one ``str`` per language (BCP 47 tag)."""

    model_config = ConfigDict(frozen=True)

    def model_post_init(self, _: object) -> None:
        """Take less memory."""
        share_names(self)

    def said_in(self, language: str | None, otherwise: str | None = None) -> str:
        """Return the words in *language*, or in the nearest there is.

        Args:
            language: wanted BCP 47 tag; None for the text's own first language.
            otherwise: language to fall back to, as a rule the event's.

        Returns:
            The words in *language*, its base language, *otherwise*, or else the first given.
        """
        if isinstance(self.root, str):
            return self.root
        for wanted in (language, otherwise):
            base = wanted.partition("-")[0] if wanted else None
            for tag in (wanted, base, *self.root):
                if tag in self.root and (tag == wanted or tag.partition("-")[0] == base):
                    return self.root[tag]
        return next(iter(self.root.values()))

    @property
    def languages(self) -> tuple[str, ...]:
        """Tags of the languages it is given in; empty when no language is named."""
        return () if isinstance(self.root, str) else tuple(self.root)

    @property
    def versions(self) -> tuple[str, ...]:
        """The words in every language they are given in."""
        return (self.root,) if isinstance(self.root, str) else tuple(self.root.values())

    def __str__(self) -> str:
        return self.said_in(None)

    def __hash__(self) -> int:
        return hash(self.root if isinstance(self.root, str) else tuple(self.root.items()))

    @classmethod
    def _tidied(cls, words: str) -> str:
        return _measured(clean(words), TEXT_LIMIT)

    @field_validator("root", mode="before")
    @classmethod
    def _without_empty(cls, root: object) -> object:
        """Take a language without words as not written."""
        if isinstance(root, dict):
            return {tag: words for tag, words in root.items() if words is not None}
        return root

    @field_validator("root")
    @classmethod
    def _checked(cls, root: str | dict[str, str]) -> str | dict[str, str]:
        if isinstance(root, str):
            return cls._tidied(root)
        if not root:
            raise InvalidField("text", "", "is empty", hint=_SOME_WORDS)
        tidy = {}
        for tag, words in root.items():
            with inside(tag):
                tidy[_language_tag(tag)] = cls._tidied(words)
        return tidy


class Line(Text):
    """A text of one line: titles, names, functions. Blanks and line ends become one space."""

    @classmethod
    def _tidied(cls, words: str) -> str:
        return _measured(" ".join(clean(words).split()), LINE_LIMIT)


def _measured(words: str, limit: int) -> str:
    if not words:
        raise InvalidField("text", "", "is empty", hint=_SOME_WORDS)
    if len(words) > limit:
        hint = f"at most {limit:,} are possible; shorten it"
        raise InvalidField(
            "text", shortened(words), f"is {len(words):,} characters long", hint=hint
        )
    return words


def said(text: Text | None, language: str | None, otherwise: str | None = None) -> str:
    """Return *text* in *language* (see `Text.said_in`), an empty string for None."""
    return text.said_in(language, otherwise) if text else ""


def _slug(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) or len(value) > 64:
        hint = (
            f"write {suggested_slug(value)}: small letters a-z, digits, single hyphens, 64 at most"
        )
        raise InvalidField(
            "id", shortened(value), "cannot stand in the address of a calendar", hint=hint
        )
    return value


def suggested_slug(words: str) -> str:
    """Return an id made of *words*, for hints and importers; never empty.

    >>> suggested_slug("Côte d'Ivoire: Côté Sud")
    'cote-d-ivoire-cote-sud'
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:64].strip("-") or "item-1"


def _web_address(value: str) -> str:
    """Return *value* as a URI: what is not ASCII in it is encoded (RFC 3987 section 3.1)."""
    try:
        parts = urlsplit(value)
        host, port = parts.hostname, parts.port
        usable = parts.scheme in {"http", "https"} and value.isprintable() and " " not in value
        netloc = f"{_ascii_host(host or '')}:{port}" if port else _ascii_host(host or "")
    except ValueError:
        host, usable, netloc = None, False, ""
    if not host or not usable or len(value) > 2_000:
        hint = "write it whole, with https://"
        raise InvalidField("url", shortened(value), "is not a web address", hint=hint)
    told = (value for pair in parse_qsl(parts.query) for value in pair)
    if parts.username is not None or any(map(EMAIL.fullmatch, told)):
        reason = "has a name or an e-mail address inside, for everybody to read"
        raise InvalidField("url", shortened(value), reason, hint="write the address without it")
    path, query, fragment = (quote(part, safe=_SAFE) for part in parts[2:])
    return urlunsplit((parts.scheme, netloc, path, query, fragment))


def _ascii_host(host: str) -> str:
    named = host if host.isascii() else host.encode("idna").decode()
    return f"[{named}]" if ":" in named else named


def _page_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.query or parts.fragment:
        reason = "has a ? or a # in it, and feeds are below it"
        raise InvalidField("url", shortened(value), reason, hint="write the address of a folder")
    return value


def public(words: str) -> str:
    """Return *words* without the e-mail addresses in them.

    >>> public("Write to nora@example.org.")
    'Write to […].'
    """
    told = "@" in words or "＠" in words or "%40" in words
    return EMAIL.sub("[…]", words) if told else words


def _mail_address(value: str) -> str:
    if not re.fullmatch(r"[^@\s<>,;:\"()\[\]\\\x00-\x1f]+@[^@\s<>,;:\"()\\\x00-\x1f]+\.\w+", value):
        raise InvalidField(
            "email", shortened(value), "is not an e-mail address", hint="write name@example.org"
        )
    return value


def _language_tag(value: str) -> str:
    if not LANGUAGE.fullmatch(value):
        hint = "write en, fr, zh, pt-BR, ..."
        raise InvalidField("language", shortened(value), "is not a language tag", hint=hint)
    return value


def _domain(value: str) -> str:
    if not re.fullmatch(_DOMAIN, value) or len(value) > 100:
        hint = "write letters, digits, dots and hyphens, as events.example.org"
        raise InvalidField("uid_domain", shortened(value), "is not a domain name", hint=hint)
    return value


Slug = Annotated[str, AfterValidator(_slug), Field(description="short id for addresses: a-z 0-9 -")]
WebAddress = Annotated[str, AfterValidator(_web_address), Field(description="http(s) address")]
PageAddress = Annotated[
    str,
    AfterValidator(_web_address),
    AfterValidator(_page_address),
    Field(description="http(s) address of a folder"),
]
MailAddress = Annotated[str, AfterValidator(_mail_address), Field(description="kept private")]
Domain = Annotated[str, AfterValidator(_domain), Field(json_schema_extra={"pattern": _DOMAIN})]
LanguageTag = Annotated[
    str, AfterValidator(_language_tag), Field(description="BCP 47, as en, pt-BR")
]
