"""Which messages the interface has, and what is missing of their translations.

Used by ``scripts/catalogues`` and by the tests; a server only reads the compiled catalogues.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from roundtable_ical.web.languages import FOLDER, NAME

SOURCES = FOLDER.parent
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "marked": None,
    "ngettext": (1, 2),
}
_HOLDER = re.compile(r"%\((\w+)\)[sd]")
_TAG = re.compile(r"</?\w+>")


def po_path(language: str) -> Path:
    """Return where the translations into *language* are written."""
    return FOLDER / language / "LC_MESSAGES" / f"{NAME}.po"


def mo_path(language: str) -> Path:
    """Return where they are compiled."""
    return po_path(language).with_suffix(".mo")


def template() -> Catalog:
    """Return every message that sources and templates have, as they are now."""
    found = Catalog(project="roundtable-ical", charset="utf-8")
    for _, _, message, comments, context in extract_from_dir(
        SOURCES, METHODS, keywords=KEYWORDS, comment_tags=("Translators:",)
    ):
        found.add(message, None, auto_comments=comments, context=context)
    return found


def read(language: str) -> Catalog:
    """Return the catalogue of *language* as it is written; an empty one where there is none."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language, domain=NAME, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=NAME)


def compiled(catalogue: Catalog) -> bytes:
    """Return *catalogue* as servers read it."""
    target = BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def faults(catalogue: Catalog, wanted: Catalog) -> Iterator[str]:
    """Yield what is wrong with *catalogue*, in words; *wanted* is what `template` found."""
    for message in wanted:
        if not message.id:
            continue
        found = catalogue.get(message.id, message.context)
        if found is None:
            yield f"{message.id!r} is not there"
        else:
            yield from _faults(found, catalogue.num_plurals)
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in wanted}
    for message in catalogue:
        first = message.id if isinstance(message.id, str) else message.id[0]
        if first not in known:
            yield f"{first!r} is in no source any more"


def _faults(message: Message, plurals: int) -> Iterator[str]:
    ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    said = message.string or ""
    strings = (said,) if isinstance(said, str) else tuple(said)
    if message.fuzzy:
        yield f"{ids[0]!r} is fuzzy"
    if len(ids) > 1 and len(strings) != plurals:
        yield f"{ids[0]!r} has {len(strings)} forms in place of {plurals}"
    wanted = set(_HOLDER.findall(ids[-1]))
    for string in strings:
        if not string:
            yield f"{ids[0]!r} is not translated"
        elif not set(_HOLDER.findall(string)) <= wanted or wanted - {"num"} - set(
            _HOLDER.findall(string)
        ):
            yield f"{ids[0]!r} has other placeholders: {string!r}"
        elif sorted(_TAG.findall(string)) != sorted(_TAG.findall(ids[0])):
            yield f"{ids[0]!r} has other markup: {string!r}"
        elif '"' in string:
            yield f"{ids[0]!r} has a straight quotation mark, which would end an attribute"
