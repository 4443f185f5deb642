"""Words that frab's family shares."""

from roundtable_ical.importers.schedules.frab_words import role_of, said


def test_roles_have_names() -> None:
    roles = [role_of(words) for words in ("Moderator", "panelist", "speaker", None, 3)]

    assert roles == ["moderator", "panellist", "speaker", "speaker", "speaker"]


def test_only_what_is_said_is_kept() -> None:
    assert said({"a": 1, "b": "", "c": None, "d": True, "e": "x", "f": [1]}) == {"a": "1", "e": "x"}
