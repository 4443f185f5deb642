"""What stands before a name for respect: "H.E. Ms.", "Prof. Dr.", "S.E. M.", "Excmo. Sr."."""

import re

_SURE = r"""
    H\.\s?E\. | H\.E\b | HE(?=\.?\s+(?:Mr|Ms|Mrs|Dr|Prof|Amb|Sir|[A-ZÀ-Þ][a-zß-ÿ])) | H\.R\.H\.
  | HRH
  | (?:[Hh]is|[Hh]er|[Tt]heir)\s+(?:Excellency|Excellencies
      |(?:Royal\s+)?Highness|Majesty|Holiness|Eminence)
  | (?:Son|Sa)\s+Excellence | Su\s+Excelencia | S\.\s?E\.(?:\s?M\.)? | SEM\.?
  | SE(?=\s+(?:M\.|Mme|Monsieur))
  | Excmo\. | Excma\. | Excmo | Excma | Ilmo\. | Ilma\. | Exmo\. | Exma\.
  | (?:the\s+)?(?:Rt\.?|Right)\s+Hon(?:ou?rable|\b\.?) | (?:the\s+)?Hon(?:ou?rable|\b\.?)
  | L['’]?Honorable
  | Hon['’]ble | \((?:Mrs|Ms|Mr|Smt|Dr)\.?\)
  | Messrs\.? | Mr\.?s?\b\.? | Mrs\.? | Ms\.? | Miss | Mx\.? | Mme\.? | Mmes | Mlle\.? | Madame
  | Madam
  | Monsieur | M\. | MM\. | Mesdames | Messieurs
  | Sr\. | Sra\. | Srta\. | Sres\. | Sras\. | Señora? | Senhora? | Sr\.ª | Sr\.?a\b\.? | Sr | Sra
  | Don | Doña | D\.ª | Dña\.
  | Dr\.(?:-Ing\.)? | Dr | Dra\.? | Drs\.? | Dott\.(?:ssa)? | Sig\.(?:ra)? | On\.
  | Ph\.?\s?D\.?c?(?=\s+[A-ZÀ-Þ]) | M\.?Sc\.(?=\s+[A-ZÀ-Þ]) | Mg\. | Mgter\.? | Mtr[oa]\.?
  | Mag\. | MA\.
  | Prof\.?(?:essor)?(?:\s?(?:Dr|dr)\.)?(?:\s+(?:Emeritus|Emerita|Em\.))? | Profs\.?
  | Prof\.?[ªº°] | Prof\.a\b | D\.Sc\.
  | Profa\.? | Professeure? | Pr\.? | Profesora? | Professora | Professore(?:ssa)?
  | Emeritus | Emerita
  | C\.?P\.?N\.? | C\.?P\.?A\.?(?=\s+[A-ZÀ-Þ][a-z])
  | Ing\. | Eng\. | Engr\.? | Ir\. | Dipl\.-Ing\. | Arq\. | Arch\. | Lic\. | Lcd[oa]\.
  | Licd[oa]\. | Abg\. | Abog\. | Psic\. | Psi\. | Téc\. | Mons\. | Pbro\. | Crio\. | Cdor\. | Esc\.
  | Adv\. | Me\b | Mtre\.?
  | Sir | Dame | Lord | Lady | Baroness | Baron
  | Amb\. | Ambassador | Ambassadeur | Ambassadrice | Embajadora? | Embaixadora?
  | Rev\.? | Reverend | Revd\.? | Fr\. | Bishop | Archbishop | Imam | Sheikha? | Shaikha?
  | Rabbi | Msgr\.? | Pastor
  | Dato['’]?(?:\s+Seri|\s+Sri|\s+Wira)? | Datuk(?:\s+Seri)? | Datin | Tan\s+Sri | Tun | Tuan
  | Puan | Encik | Haji | Hajah | Hj\. | Ts\. | YBhg\.? | Y\.?B\.? | YAB
  | Bapak | Ibu | Shri | Smt\.? | Dott | Mwalimu
  | Gen\. | Col\. | Lt\.(?:\s?(?:Col|Gen)\.)? | Maj\. | Capt\. | Cmdr\.? | Adm\. | Sgt\. | Brig\.
  | Sen\. | Rep\. | Gov\. | Min\.
  | Herrn? | Frau | Hr\. | Dhr\. | Mw\. | Mevr\.
  | dr(?:\s+hab\.)?(?:\s+inż\.)?(?=\s+[A-ZÀ-Þ][a-zß-ÿ]) | prof(?=\s+[A-ZÀ-Þ][a-zß-ÿ])
  | г-н | г-жа | д-р | проф\. | السيد | السيدة | الدكتور | الدكتورة | معالي | سعادة | د\.
"""
_WORDY = r"""
    Senator | Senateur | Sénateur | Senador | Congress(?:man|woman) | Judge | Justice | Captain
    | Colonel | Commander
  | Major | Admiral | Brigadier | Sister | Father | Chief | Princess | Prince | King | Queen
"""
_ONE = re.compile(rf"(?:{_SURE})(?=[\s.,/]|(?<=[.ª])(?=\w))[,/]?\s*", re.VERBOSE)
_ONE_WORDY = re.compile(rf"(?:{_WORDY})\s+", re.VERBOSE)
_ANY_CASE = re.compile(
    r"(?:the\s+)?(?:(?:rt\.?|right)\s+)?hon(?:\.|ou?rable)\s+|(?:mr|mrs|ms|dr|prof|mme|sra|sr)\.\s*",
    re.IGNORECASE,
)
_INSIDE = re.compile(rf"(?<![\w.])(?=(?:{_SURE})(?:\s+|(?<=\.))(?:[^\W\d_]))", re.VERBOSE)
_GIVEN_TOO = re.compile(r"(?:Don|Doña|Sir|Lord|Lady|Baron|Me|Tun|Haji|Pastor|Imam|Bishop)\b")
_FORMAL = re.compile(
    r"(?:the\s+)?(?:H\.|HE\b|His|Her|S\.|SE|Su|Son|Sa|Ex|Il|Hon|Rt|Right|Sr|Dato|Datuk|Tan)"
)
_POSTS = re.compile(
    r"(?:Profess?|Ambass|Embaj|Embaix|Bishop|Archbishop|Pastor|Senat|Judge|Justice|Chief|Captain|Colonel|Commander|Major|Admiral|Emerit|Imam|Eng\.|Ing\.)\w*$",
    re.IGNORECASE,
)
_GIVEN_BEFORE = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ'’-]+")
_LATE = re.compile(r"(先生|女士|教授|博士|院士|主任|部长|さん|氏|씨|님)$")


def split(text: str) -> tuple[str | None, str]:
    """Return the honorifics in front of *text*, and the rest.

    Several stand together ("H.E. Ms. Dr."). What is an honorific only before a name (Judge,
    Chief) counts when a capital follows; the caller sees to it that a name does.

    >>> split("H.E. Ms. Mona Juul")
    ('H.E. Ms.', 'Mona Juul')
    """
    at = 0
    formal = True
    while (found := _ONE.match(text, at) or _ANY_CASE.match(text, at)) and found.end() > at:
        if found.end() >= len(text):
            break
        if _GIVEN_TOO.match(found.group()) and not formal:
            break
        formal = bool(_FORMAL.match(found.group()))
        at = found.end()
    found = _ONE_WORDY.match(text, at) if formal else None
    if found and text[found.end() : found.end() + 1].isupper():
        at = found.end()
    if not at:
        late = _LATE.search(text)
        return (late.group(), text[: late.start()].strip()) if late else (None, text)
    return text[:at].strip(" ,/") or None, text[at:]


def is_wordy(honorific: str) -> bool:
    """Return whether *honorific* is an everyday word too: "Chief", "Major", "Justice"."""
    return bool(_ONE_WORDY.fullmatch(f"{honorific} "))


def is_alone(text: str) -> bool:
    """Return whether *text* is an honorific and nothing else, its full stop printed or not."""
    if len(text.split()) > 4:
        return False
    return any(split(f"{text}{stop} Doe")[1] == "Doe" for stop in ("", "."))


def is_post(honorific: str) -> bool:
    """Return whether *honorific* is also what somebody does: "Professor", "Ambassador"."""
    return bool(_POSTS.match(honorific))


def inside(text: str, start: int = 1) -> int:
    """Return where in *text*, from *start* on, an honorific with something behind it stands; or -1.

    >>> inside("President of the Assembly, H.E. Jane Doe")
    27
    """
    places = (found.start() for found in _INSIDE.finditer(text, start))
    return next((at for at in places if not _is_initial(text, at)), -1)


def _is_initial(text: str, at: int) -> bool:
    """Return whether the one letter at *at* belongs to the name around it: "Jorge M. Doe"."""
    before = text[:at].split()
    return (
        text[at + 1 : at + 2] == "." and bool(before) and bool(_GIVEN_BEFORE.fullmatch(before[-1]))
    )
