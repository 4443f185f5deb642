"""One value out of two: what a document says, and what the file has beyond it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from roundtable_ical.programme.base import Part
from roundtable_ical.programme.segments import Status
from roundtable_ical.programme.texts import Text

_Part = TypeVar("_Part", bound=Part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Languages:
    """Languages of texts that name none, in the file and in the document."""

    file: str
    document: str


def taken(
    present: _Part,
    document: Any,
    base: Any | None,
    languages: Languages,
    fields: Iterable[str],
) -> dict[str, Any]:
    """Return the values of *fields*: the document's, where it says something new.

    Args:
        present: what the file has.
        document: the same in the document.
        base: the same in the document that the file was first made from, where that is known:
            what the document still says as it did then has been corrected in the file since.
        languages: of texts without one.
        fields: names of fields that both have.
    """
    model = type(present).model_fields
    found: dict[str, Any] = {}
    for name in fields:
        ours, theirs = getattr(present, name), getattr(document, name)
        default = model[name].get_default()
        if base is not None and getattr(base, name) == theirs:
            found[name] = ours
        elif theirs == default:
            found[name] = ours if base is None else theirs
        elif isinstance(theirs, Text):
            found[name] = merged_text(ours, theirs, languages)
        else:
            found[name] = theirs
    return found


def merged_text(present: Any, document: Any, languages: Languages) -> Any:
    """Return *document* in its language, with the other languages that *present* has.

    Args:
        present: a `Text` or None.
        document: a `Text` of the same kind.
        languages: of texts without one.
    """
    same = _base(languages.file) == _base(languages.document)
    if present is None:
        if same or not isinstance(document.root, str):
            return document
        return type(document)({languages.document: document.root})
    ours = present.root
    theirs = document.root
    if ours == theirs or (isinstance(ours, str) and isinstance(theirs, str) and same):
        return present if ours == theirs else document
    if isinstance(ours, str):
        if isinstance(theirs, dict) and ours in theirs.values():
            return document
        ours = {languages.file: ours}
    if isinstance(theirs, str):
        tag = next((tag for tag in ours if _base(tag) == _base(languages.document)), None)
        theirs = {tag or languages.document: theirs}
    merged = {**ours, **theirs}
    return present if merged == present.root else type(document)(merged)


def merged_status(ours: Status, theirs: Status, base: Status | None) -> Status:
    """Return how sure something is: as the document has it.

    What was cancelled by hand is not called back by a document that says nothing of it.
    """
    if base == theirs or (base is None and (ours, theirs) == (Status.CANCELLED, Status.CONFIRMED)):
        return ours
    return theirs


def _base(tag: str) -> str:
    return tag.partition("-")[0]
