from roundtable_ical.importers.notes.people import functions


def test_posts_of_several_languages_are_known() -> None:
    assert {"minister", "directrice", "rectora", "ceo", "leiterin", "sindaco"} <= functions.NOUNS


def test_who_stands_for_a_body_is_a_post_too() -> None:
    assert functions.STANDING_FOR - {"speaker", "vertreter", "vertreterin"} <= functions.NOUNS
