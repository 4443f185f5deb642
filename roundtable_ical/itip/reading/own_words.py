"""What somebody wrote in a mail, without the mail that they quote."""

import re

_QUOTED = re.compile(
    r"^[ \t]*(?:"
    r"-{2,}[ \t]*(?:original message|ursprüngliche nachricht|message d['’]origine|mensaje original|"
    r"messaggio originale|mensagem original|oorspronkelijk bericht|исходное сообщение|"
    r"原始邮件|الرسالة الأصلية)[ \t]*-{2,}[ \t]*"
    r"|_{20,}[ \t]*"
    r"|\*?(?:from|von|de|da|van|от|发件人|من)\*?[ \t]*[:：].*\n"
    r"[ \t]*\*?(?:sent|date|gesendet|datum|envoyé|enviado|fecha|inviato|data|verzonden|"
    r"отправлено|дата|发送时间|日期|تم الإرسال|التاريخ)\*?[ \t]*[:：].*"
    r"|on\b.{5,200}\n?.{0,200}\bwrote[ \t]*[:：]"
    r"|am\b.{5,200}\n?.{0,200}\bschrieb\b.{0,200}[:：]"
    r"|le\b.{5,200}\n?.{0,200}\ba écrit[ \t\u00a0]*[:：]"
    r"|el\b.{5,200}\n?.{0,200}\bescribió[ \t]*[:：]"
    r"|.{5,200}\b(?:пишет|написал(?:а|\(а\))?)[ \t]*[:：]"
    r"|在?.{5,200}写道[ \t]*[:：]"
    r"|.{0,200}كتب.{0,200}[:：]"
    r")[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""The line above a quoted mail, as programs write it."""


def own_words(text: str) -> str:
    """Return what somebody wrote above the mail that they quote, or between its lines.

    >>> own_words("Yes!\\n\\nOn Tue, 1 Sep 2026 Desk <desk@example.org> wrote:\\n> Will you speak?")
    'Yes!'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _QUOTED.search(text)
    above = _unmarked(text[: found.start()]) if found else ""
    return above or _unmarked(text)


def _unmarked(text: str) -> str:
    """Return the lines of *text* that are not marked as quoted."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith(">")]
    return "\n".join(lines).strip()
