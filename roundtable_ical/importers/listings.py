"""What many items of a schedule name, and an event lists once: its places and its themes."""

from typing import Any

from roundtable_ical.importers.draft import Draft, Ids
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.texts import LINE_LIMIT, TEXT_LIMIT, shortened


class Listing:
    """One section of an event; the same words are the same thing."""

    def __init__(self, draft: Draft, section: str, field: str) -> None:
        """List in *section* of *draft*, as ``themes``, by its *field*, as ``title``."""
        self._draft = draft
        self._section = section
        self._field = field
        self._ids = Ids()
        self._known: dict[str, str] = {}

    def id_of(self, words: str, line: int, **more: Any) -> str:
        """Return the id of what *words* in *line* call it; what is new is added with *more*."""
        said = " ".join(words.split())
        key = said.casefold()
        if key not in self._known:
            listed = self._draft.values.setdefault(self._section, [])
            path = (self._section, len(listed))
            self._draft.lines[path] = line
            id_ = self._ids.new(said)
            listed.append({"id": id_, self._field: said_shortly(self._draft, said, line), **more})
            self._known[key] = id_
        return self._known[key]


def tell_only_place(draft: Draft) -> None:
    """Tell that what has no place is taken to be at the only one, as programmes have it."""
    places = draft.values.get("venues", [])
    lost = [each for each in draft.values.get("segments", []) if "venue" not in each]
    if len(places) == 1 and lost:
        message = (
            f"{len(lost)} items name no place; they are taken to be at {places[0]['name']!r}, the "
            "only one"
        )
        hint = "add another place, and name theirs, where that is wrong"
        draft.tell(Problem.inferred("venue-inferred", ("venues", 0), message, sure=0.5, hint=hint))


def text_of(draft: Draft, words: str, line: int) -> str:
    """Return *words* as a text that an event can hold; what is cut off is told."""
    if len(words) > TEXT_LIMIT:
        message = f"{shortened(words)!r} is longer than {TEXT_LIMIT:,} characters; it was cut there"
        draft.tell(Problem.warning("cut", (), message, "shorten it"), line)
    return words[:TEXT_LIMIT]


def said_shortly(draft: Draft, words: str, line: int) -> str:
    """Return *words* as one line that an event can hold; what is cut off is told."""
    said = " ".join(words.split())
    if len(said) <= LINE_LIMIT:
        return said
    message = f"{shortened(said)!r} is {len(said):,} characters long; it was cut at {LINE_LIMIT:,}"
    draft.tell(Problem.warning("cut", (), message, "shorten it"), line)
    return shortened(said, LINE_LIMIT)
