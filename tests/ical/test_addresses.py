from roundtable_ical.ical.addresses import Addresses, feed_path
from roundtable_ical.programme.selection import Selection


def test_a_feed_has_one_path_whatever_order_it_was_chosen_in() -> None:
    one = Selection(themes=("b", "a"), speakers=("x",))
    other = Selection(speakers=("x", "x"), themes=("a", "b"))

    assert feed_path(one) == feed_path(other) == "mix.ics?theme=a&theme=b&speaker=x"


def test_a_choice_of_one_has_the_path_of_that_one() -> None:
    choices = (
        Selection(),
        Selection(themes=("a",)),
        Selection(speakers=("b",)),
        Selection(venues=("c",)),
    )

    paths = [feed_path(choice) for choice in choices]

    assert paths == ["agenda.ics", "themes/a.ics", "speakers/b.ics", "venues/c.ics"]


def test_options_join_an_address_with_and_without_a_query() -> None:
    addresses = Addresses("https://x.example/e")

    assert addresses.feed("agenda.ics", "busy=busy") == "https://x.example/e/agenda.ics?busy=busy"
    assert (
        addresses.feed("mix.ics?theme=a", "lang=fr")
        == "https://x.example/e/mix.ics?theme=a&lang=fr"
    )


def test_nothing_has_an_address_before_the_event_has_one() -> None:
    addresses = Addresses(None)

    assert (addresses.page, addresses.segment("a"), addresses.feed("agenda.ics")) == (None,) * 3
