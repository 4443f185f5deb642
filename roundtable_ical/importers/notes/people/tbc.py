"""What is still to be confirmed, in the words of notes."""

import re

WORDS = r"""
    t\.?\s?b\.?\s?[cdan]\.?
  | to\s+be\s+(?:re)?(?:confirmed|determined|decided|announced|defined|invited|named|nominated|
      designated|appointed|advised|identified|selected|chosen|communicated|finali[sz]ed|agreed)
  | (?:yet|still)\s+to\s+be\s+(?:confirmed|determined|announced)
  | (?:to\s+be|being)\s+(?:elected|chosen|filled|supplied|updated)
  | not\s+(?:yet\s+)?(?:confirmed|known|decided|announced) | tentative(?:ly)?
  | awaiting\s+(?:reply|confirmation) | (?:confirmation|reply|approval)\s+(?:pending|awaited)
  | unconfirmed
  | pending\s+confirmation | (?:subject|subjected)\s+to\s+(?:confirmation|availability)
  | (?:à|a)\s+(?:re)?(?:confirmer|préciser|preciser|déterminer|determiner|définir|definir|annoncer|
      désigner|designer|nommer|inviter|venir|compléter|completer|identifier|choisir)
  | par\s+confirmer | en\s+cours\s+de\s+confirmation | pressentie?s?
  | sous\s+réserve(?:\s+de\s+confirmation)? | en\s+attente\s+de\s+confirmation
  | non\s+confirmé\(?e?\)?
  | (?:por|a|para|pendiente\s+(?:de|por))\s+(?:confirmar|definir(?:se)?|determinar|anunciar|
      designar|nombrar|invitar|indicar|precisar|identificar|nomear)
  | pendiente(?:\s+de\s+confirmar|\s+de\s+confirmación|\s+confirmación) | sin\s+confirmar
  | (?:aguardando|aguarda|em|a\s+aguardar)\s+confirmação | confirmação\s+pendente
  | n[oã]o?\s+confirmad[oa]s? | sujeto\s+a\s+confirmación | confirmación\s+pendiente
  | wird\s+noch\s+(?:bestätigt|bekannt\s?gegeben|benannt|bekanntgegeben) | noch\s+offen
  | (?:ist\s+)?angefragt | vorbehaltlich\s+(?:der\s+)?zusage | zusage\s+ausstehend
  | (?:noch\s+)?nicht\s+bestätigt | noch\s+zu\s+(?:bestätigen|benennen)
  | da\s+(?:confermare|definire|designare|annunciare|nominare|stabilire)
  | in\s+attesa\s+di\s+conferma
  | (?:nog\s+)?te\s+bevestigen | onder\s+voorbehoud
  | menunggu\s+konfirmasi | akan\s+dikonfirmasi
  | уточняется | по\s+согласованию | подлежит\s+подтверждению | 待定 | 待确认
  | (?:سيتم\s+)?(?:ال)?تأكيده?
"""
ALONE = r"n\.?\s?n\.? | pendiente | proposed | awaited | suggested | propuest[oa] | proposée?"
"""Words that say so only where nothing else stands beside them."""
_BRACKETED = re.compile(
    rf"""\s*[(\[*]\s*(?:(?:all|both|tous|toutes|todos|todas|alle|names?|noms?|nombres?)\s+)?
    (?:{WORDS}|{ALONE})\s*[!?*]*\s*(?:[)\]*]|$)""",
    re.IGNORECASE | re.VERBOSE,
)
_LAST = re.compile(rf"(?:^|[\s,;:–—-])\s*(?:{WORDS})\s*[.*]?\s*$", re.IGNORECASE | re.VERBOSE)
_PENDING = re.compile(r"\s*[,;:–—-]\s*pendiente\s*\.?\s*$", re.IGNORECASE)
"""What is pending behind a sign; "la agenda pendiente" is none."""
_WHOLE = re.compile(
    rf"""\W*(?:(?:all|both|tous|toutes|todos|todas|alle|names?|speakers?|presenters?|panell?ists?|
        moderator|representatives?|participation|attendance|presence|availability|nombres?|noms?|
        ponentes?|intervenants?|asistencia|participación|présence|représentants?|representantes?)
        \s+)*
    (?:{WORDS}|{ALONE})
    (?:\s+(?:(?:by|before|antes|asistencia|participación|présence|attendance)\b.*))?\W*""",
    re.IGNORECASE | re.VERBOSE,
)


def without(text: str) -> tuple[str, bool]:
    """Return *text* without its mark that something is to be confirmed, and whether it had one.

    >>> without("Ministry of Health (tbc)")
    ('Ministry of Health', True)
    """
    plain, in_brackets = _BRACKETED.subn("", text)
    plain = plain.strip()
    last = _LAST.search(plain) or _PENDING.search(plain)
    if last:
        return plain[: last.start()].strip(" ,;:–—-"), True
    return plain, bool(in_brackets)


def is_mark(text: str) -> bool:
    """Return whether *text* says nothing but that something is to be confirmed."""
    return bool(text.strip()) and bool(_WHOLE.fullmatch(text.strip()))
