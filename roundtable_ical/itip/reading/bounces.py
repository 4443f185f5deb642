"""Mail that mail servers and programs write about a mail of ours: bounces, delays, receipts.

A bounce is never an answer: it says of the mailbox, not of the speaker, that something is wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import Parser
from enum import Enum

from roundtable_ical.itip.reading.charsets import text_of
from roundtable_ical.itip.reading.mail import Mail, first_id, ids, shown
from roundtable_ical.itip.reading.mailboxes import calendar_mailbox, mailboxes


class Fate(Enum):
    """What became of a mail of ours; the values are what a report says for it."""

    FAILED = "failed"
    DELAYED = "delayed"
    RECEIVED = "received"
    UNCLEAR = "unclear"
    """A server wrote, in words that are none of those below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is reported: of which *messages* (Message-IDs), and for which *recipients*.

    *why* are the words of the server, in one line.
    """

    fate: Fate
    recipients: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    why: str = ""


_STATUS = ("message/delivery-status", "message/global-delivery-status")
_RECEIPT = ("message/disposition-notification", "message/global-disposition-notification")
_HEADS = ("text/rfc822-headers", "message/global-headers")
_FATES = {"failed": Fate.FAILED, "delayed": Fate.DELAYED}
_CLASSES = {"5": Fate.FAILED, "4": Fate.DELAYED}
_SERVERS = re.compile(
    r"(?:mailer-?daemon|mail-?daemon|mdaemon|postmaster|mail\.?delivery\S*|bounces?|"
    r"microsoftexchange[0-9a-f]{8,}\w*)@",
    re.IGNORECASE,
)
_DELAY = re.compile(
    r"delay(?:ed\b|\))|still (?:trying|being retried)|not yet been delivered|"
    r"will (?:continue|keep|be retried|try again)|do(?:es)? not need to resend|"
    r"could not (?:send message for|be delivered for) (?:the )?(?:past )?\d+ hours|"
    r"warning: (?:message|could not)|retard\b|verzögert|retardé|pas encore été|differita|retrasad",
    re.IGNORECASE,
)
_FINAL = re.compile(
    r"giv(?:en|ing) up|(?:deleted|removed) from (?:the )?queue|permanent|no further attempts|"
    r"(?:retry|queue) time\w*|too long|expired|will not be (?:retried|delivered)",
    re.IGNORECASE,
)
_FAILURE = re.compile(
    r"undeliver|not (?:be )?delivered|could(?: not|n't) be (?:delivered|sent|found)|"
    r"unable to deliver|wasn't able to deliver|deliver\w* (?:has )?failed|fail\w* to deliver|"
    r"delivery (?:status notification \(failure|failure|error|to the following)|"
    r"returned (?:mail|to sender)|returning message|failure notice|permanent (?:fatal )?error|"
    r"giv(?:en|ing) up|user unknown|unknown user|no such (?:user|mailbox|recipient)|"
    r"(?:mailbox|address|recipient|account)[\w ]{0,20} (?:unavailable|unknown|not found|"
    r"disabled|rejected|full|does not exist)|over quota|quota exceeded|"
    r"\b55\d[ -]|\b5\.\d{1,3}\.\d{1,3}\b|unzustellbar|nicht (?:zugestellt|übermittelt)|"
    r"n['’]a pas pu être (?:remis|envoyé|distribué|délivré)|non remis|"
    r"échec de (?:la )?(?:remise|distribution)|"
    r"no se (?:ha podido|pudo|puede) entregar|no entregado|error en la entrega|"
    r"non (?:è stato )?(?:recapit|consegn)\w+|recapito non riuscito|mancat[ao] (?:rec|cons)\w+|"
    r"não (?:foi|é) possível entregar|não (?:foi )?entregue|falha na entrega|"
    r"onbestelbaar|bezorgen\b.{0,80}mislukt|niet (?:worden )?(?:bezorgd|afgeleverd)|"
    r"niedostarcz|nie (?:można|udało się) dostarczyć|nedoručiteln|nelze doručit|"
    r"kézbesíthetetlen|nem kézbesíthető|teslim edile(?:med|mi)|"
    r"(?:kunde inte|gick inte att|kan ikke|kunne ikke|ikke) lever|ei voi(?:da|tu) toimittaa|"
    r"toimitus epäonnistui|недоставлен|не уда(?:лось|[её]тся) (?:выполнить )?достав|"
    r"не доставлено|не вдалося достав|退信|(?:无法|未能?)(?:投递|送达|传递|到达)|投递失败|"
    r"(?:無法|未)(?:傳遞|送達)|配[信達](?:不能|に失敗|できません)|届けられません|"
    r"배달되지 않|전달되지 않|배달 실패|غير قابل للتسليم|فشل (?:في )?التسليم|لم يتم تسليم|تعذر",
    re.IGNORECASE,
)
_COPY = re.compile(
    r"^-{2,} ?(?:below this line is a copy|this is a copy|the following addresses had transient|"
    r"original message|returned message|forwarded message|the header of the original)"
    r"|^-{3,} ?(?:undelivered message|body of message)",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_MESSAGE_ID = re.compile(r"^[ \t>]*(?:original-)?message-id:\s*(<[^<>\s]{1,500}>)", re.I | re.M)
_MOST = 50


def reported(mail: Mail) -> Report | None:
    """Return what *mail* reports of a mail of ours; None where it is no report.

    Source: RFC 3464 section 2.3 (also without its multipart/report), RFC 8098 section 3.2;
    X-Failed-Recipients of Exim and Gmail, and the free words of qmail, Exim, Yahoo and others.
    """
    kinds = {part.type for part in mail.parts if not part.forwarded}
    if kinds.intersection(_STATUS):
        return _delivery(mail)
    if kinds.intersection(_RECEIPT):
        return Report(fate=Fate.RECEIVED, messages=_messages(mail))
    return _in_words(mail)


def _delivery(mail: Mail) -> Report:
    """Return what the machine-readable part says; one recipient that failed is a failure."""
    found: dict[Fate, list[Message]] = {fate: [] for fate in Fate}
    for part in mail.parts:
        if part.type not in _STATUS or part.forwarded:
            continue
        text = text_of(part.content, "utf-8").replace("\r\n", "\n")
        for block in re.split(r"\n\s*\n", text)[: 2 * _MOST]:
            fields = Parser().parsestr(block.strip() + "\n\n", headersonly=True)
            if fields.keys() and ("Action" in fields or "Status" in fields):
                found[_fate(fields)].append(fields)
    fate = next((fate for fate in Fate if found[fate]), None)
    if fate is None:  # a report that reports nothing: its words tell
        return _in_words(mail) or Report(fate=Fate.RECEIVED, messages=_messages(mail))
    addresses = [
        address
        for fields in found[fate][:_MOST]
        for name in ("Final-Recipient", "Original-Recipient", "X-Actual-Recipient")
        for address in [calendar_mailbox(str(fields.get(name, "")).rpartition(";")[2])]
        if address
    ]
    failed = [each for value in mail.all("x-failed-recipients") for each in mailboxes(value)]
    codes = (str(fields.get("Diagnostic-Code", "")) for fields in found[fate])
    why = next((code.partition(";")[2] or code for code in codes if code), "")
    return Report(
        fate=fate,
        recipients=tuple(dict.fromkeys((*addresses, *filter(None, failed)))),
        messages=_messages(mail),
        why=_line(why) or _line(str(found[fate][0].get("Status", ""))),
    )


def _fate(fields: Message) -> Fate:
    action = str(fields.get("Action", "")).partition("(")[0].strip().lower()
    if action in _FATES:
        return _FATES[action]
    status = str(fields.get("Status", "")).strip()
    return Fate.RECEIVED if action else _CLASSES.get(status[:1], Fate.RECEIVED)


def _in_words(mail: Mail) -> Report | None:
    """Return what a mail server writes in words alone; None where no server wrote."""
    failed = [each for value in mail.all("x-failed-recipients") for each in mailboxes(value)]
    nobody = "<>" in "".join(mail.first("return-path").split())
    by_server = _SERVERS.match(mail.sender) is not None or (nobody and not mail.sender)
    text = mail.text.replace("\r\n", "\n")
    copy = _COPY.search(text)
    own = text[: copy.start()] if copy else text
    said = f"{mail.subject}\n{own}"
    # Some servers write in somebody else's name; a person does not write without a sender.
    if not failed and not by_server and not (nobody and _FAILURE.search(mail.subject)):
        return None
    failure = _FAILURE.search(said)
    if (late := _DELAY.search(said)) and not _FINAL.search(said):
        return Report(fate=Fate.DELAYED, messages=_messages(mail), why=_around(said, late))
    if not failed and not failure:
        messages = _messages(mail)
        return Report(fate=Fate.UNCLEAR, messages=messages) if by_server and messages else None
    named = [each for each in _ADDRESS.findall(own)[:_MOST] if not _SERVERS.match(each)]
    recipients = tuple(dict.fromkeys((*filter(None, failed), *named)))
    why = _cause(own, recipients[0]) if recipients else ""
    return Report(
        fate=Fate.FAILED,
        recipients=recipients,
        messages=_messages(mail),
        why=why or _around(own, _FAILURE.search(own)),
    )


def _messages(mail: Mail) -> tuple[str, ...]:
    """Return the messages that are reported of, by their own head, then by what is answered."""
    return tuple(dict.fromkeys((*filter(None, _returned(mail)), *mail.answers_to)))


def _returned(mail: Mail) -> Iterator[str]:
    for part in mail.parts:
        if part.type == "message/rfc822" and part.around.count("message/rfc822") == 0:
            yield from ids(_head_field(part.content, "Message-ID"))
        elif part.type in _HEADS:
            yield first_id(_head_field(part.content, "Message-ID"))
        elif part.type in _RECEIPT:
            yield from ids(_head_field(part.content, "Original-Message-ID"))
    yield from _MESSAGE_ID.findall(mail.text)[:_MOST]


def _head_field(content: bytes, name: str) -> str:
    text = text_of(content, "utf-8").lstrip("\r\n")
    return str(Parser().parsestr(text, headersonly=True).get(name, ""))


def _cause(text: str, address: str) -> str:
    """Return what stands behind the address that failed, or in the next line, as most write it."""
    at = text.rfind(address)
    lines = text[at + len(address) :].strip("\n").split("\n", 2) if at >= 0 else []
    behind = lines[0].strip(" <>:\t") if lines else ""
    return _line(behind if len(behind) > 8 else " ".join(lines[1:2]))


def _around(text: str, found: re.Match[str] | None) -> str:
    """Return the line in which something was found."""
    if found is None:
        return ""
    start = text.rfind("\n", 0, found.start()) + 1
    end = text.find("\n", found.end())
    return _line(text[start : end if end >= 0 else len(text)])


def _line(words: str) -> str:
    return " ".join(shown(words, 300).split())
