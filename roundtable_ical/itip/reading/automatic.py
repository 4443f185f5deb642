"""Mail that a program wrote in a person's name: out of office, and who asks to be convinced."""

import re

from roundtable_ical.itip.reading.mail import Mail

_MARKS = (
    "x-autoreply",
    "x-autorespond",
    "x-autoresponder",
    "x-auto-respond",
    "x-auto-reply",
    "x-auto-reply-from",
    "x-vacation",
    "x-out-of-office",
)
_RULES = ("x-ms-exchange-generated-message-source", "x-ms-exchange-inbox-rules-loop")
_CHALLENGES = ("x-tmda-", "x-boxtrapper", "x-spamarrest", "x-challenge", "x-asrg-")
_SUBJECT = re.compile(
    r"\s*(?:\[?auto(?:matic)?[- ]?(?:reply|response|responder)\b|auto ?: |"
    r"(?:i am |i'm |i’m )?(?:currently )?out of (?:the |my )?office\b|"
    r"[^:]{1,60} (?:is out of the office|ist außer haus|est absent\(e\) du bureau)\.?\s*\Z|"
    r"on vacation\b|vacation (?:reply|response)|away from (?:my mail|the office)|"
    r"automatische antwort|autom\. antwort|abwesenheits|abwesend|automatisch antwoord|afwezig|"
    r"réponse automatique|absence du bureau|absent du bureau|"
    r"respuesta autom[áa]tica|fuera de (?:la )?oficina|risposta automatica|fuori sede|"
    r"resposta autom[áa]tica|automatiskt svar|automatisk svar|automaattinen vastaus|"
    r"automatyczna odpowiedź|odpowiedź automatyczna|автоматический ответ|автоответ|"
    r"автоматична відповідь|автоматичен отговор|autosvar|automati(?:cká|sk[iy]) od(?:pov|gov)\w+|"
    r"automatikus válasz|r[ăa]spuns automat|otomatik yan[ıi]t|automaatvastus|resposta automàtica|"
    r"automātiskā atbilde|automatinis atsakymas|αυτόματη απάντηση|"
    r"balasan otomatis|trả lời tự động|ตอบกลับอัตโนมัติ|자동 ?(?:회신|응답)|"
    r"自动(?:回复|答复)|自動(?:返信|応答|回覆)|不在(?:通知|連絡)|"
    r"תשובה אוטומטית|מענה אוטומטי|رد تلقائي|الرد التلقائي)",
    re.IGNORECASE,
)
_CHALLENGE = re.compile(
    r"requires? (?:verification|confirmation)|verify#|sender verification|"
    r"confirm (?:that )?you(?:'re| are) (?:a )?(?:human|person|not)|challenge[- ]response|"
    r"(?:spamarrest|spam arrest|boxbe|spamblocker)|"
    r"(?:your|this) (?:message|e-?mail) (?:is|has been) (?:being )?(?:held|quarantined)",
    re.IGNORECASE,
)


def automatic(mail: Mail) -> str:
    """Return how a mail without a calendar shows that no person wrote it, "" where it does not.

    The words are a sentence for an organiser. Source: RFC 3834 section 5, and the fields that
    programs had before it.
    """
    said = f"{mail.subject}\n{mail.text[:4000]}"
    names = {name for name, _ in mail.fields}
    challenges = any(name.startswith(_CHALLENGES) for name in names)
    if challenges or (_CHALLENGE.search(said) and (_robot(mail) or not _answers(mail))):
        return (
            "The mailbox wants a confirmation before it takes mail, so the invitation may not have "
            "been seen; open this message, or reach the speaker another way"
        )
    return "An automatic reply, as of somebody who is away; no answer" if _robot(mail) else ""


def _robot(mail: Mail) -> bool:
    submitted = mail.first("auto-submitted").strip().lower()
    precedence = f"{mail.first('precedence')} {mail.first('x-precedence')}".lower().split()
    suppressed = mail.first("x-auto-response-suppress").lower()
    return bool(
        (submitted and not submitted.startswith("no"))
        or any(mail.first(name) for name in (*_MARKS, *_RULES))
        or {"auto_reply", "auto-reply", "junk"}.intersection(precedence)
        or ("bulk" in precedence and not mail.first("list-id"))
        or any(word in suppressed for word in ("all", "oof", "autoreply"))
        or "autoresponder" in mail.first("delivered-to").lower()
        or "<>" in "".join(mail.first("return-path").split())
        or _SUBJECT.match(mail.subject)
    )


def _answers(mail: Mail) -> bool:
    return bool(re.match(r"\s*re\s*:", mail.subject, re.IGNORECASE)) and bool(mail.answers_to)
