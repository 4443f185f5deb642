"""One value of two: the document's, and what the file has beyond it."""

from typing import Any

import pytest

from roundtable_ical.programme.merging.values import Languages, merged_text, taken
from roundtable_ical.programme.texts import Text
from roundtable_ical.programme.themes import Theme

ENGLISH = Languages(file="en", document="en")
FRENCH = Languages(file="en", document="fr")


@pytest.mark.parametrize(
    ("present", "document", "languages", "merged"),
    [
        ("A", "A", ENGLISH, "A"),
        ("A", "B", ENGLISH, "B"),
        (None, "B", ENGLISH, "B"),
        (None, "B", FRENCH, {"fr": "B"}),
        ("ILO", "ILO", FRENCH, "ILO"),
        ("A", "B", FRENCH, {"en": "A", "fr": "B"}),
        ({"en": "A", "fr": "Z"}, "B", ENGLISH, {"en": "B", "fr": "Z"}),
        ({"en-GB": "A", "fr": "Z"}, "B", ENGLISH, {"en-GB": "B", "fr": "Z"}),
        ({"en": "A", "fr": "Z"}, "Y", FRENCH, {"en": "A", "fr": "Y"}),
        ({"es": "A"}, "B", ENGLISH, {"es": "A", "en": "B"}),
        (
            {"en": "A", "fr": "Z"},
            {"en": "B", "zh": "C"},
            ENGLISH,
            {"en": "B", "fr": "Z", "zh": "C"},
        ),
        ("A", {"en": "A", "fr": "Z"}, ENGLISH, {"en": "A", "fr": "Z"}),
        ("A", {"fr": "Z"}, ENGLISH, {"en": "A", "fr": "Z"}),
    ],
)
def test_a_document_in_one_language_leaves_the_others(
    present: Any, document: Any, languages: Languages, merged: Any
) -> None:
    ours = None if present is None else Text(present)

    assert merged_text(ours, Text(document), languages) == Text(merged)


@pytest.mark.parametrize(
    ("ours", "theirs", "base", "found"),
    [
        ("teal", None, None, "teal"),  # the document does not speak of it
        ("teal", "red", None, "red"),
        ("teal", "red", "red", "teal"),  # corrected by hand, and the document is as it was
        ("teal", "blue", "red", "blue"),  # the document has changed
        ("teal", None, "red", None),  # the document has taken it out
        (None, "red", "red", None),  # taken out by hand
    ],
)
def test_what_the_document_says_anew_is_taken(
    ours: str | None, theirs: str | None, base: str | None, found: str | None
) -> None:
    def theme(color: str | None) -> Theme:
        return Theme.model_validate({"id": "a", "title": "A", "color": color})

    first = theme(base) if base else None

    assert taken(theme(ours), theme(theirs), first, ENGLISH, ("color",)) == {"color": found}
