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
        self._known: dict[tuple[str, str], str] = {}

    def id_of(self, words: str, line: int, *, house: str = "", **more: Any) -> str:
        """Return the id of what *words* in *line* call it; what is new is added with *more*.

        Where a *house* is named it is a room there.
        """
        said = " ".join(words.split())
        key = (" ".join(house.split()).casefold(), said.casefold())
        if key not in self._known:
            id_ = self._ids.new(said)
            known = {"id": id_, self._field: said_shortly(self._draft, said, line), **more}
            if house:
                self._house(house, line).setdefault("rooms", []).append(known)
            else:
                listed = self._draft.values.setdefault(self._section, [])
                self._draft.lines[self._section, len(listed)] = line
                listed.append(known)
            self._known[key] = id_
        return self._known[key]

    def _house(self, house: str, line: int) -> dict[str, Any]:
        """Return what is listed of the house of a room."""
        id_ = self.id_of(house, line)
        listed: list[dict[str, Any]] = self._draft.values[self._section]
        return next(each for each in listed if each["id"] == id_)


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
