"""A web page as a tree."""

import pytest

from roundtable_ical.importers.notes.documents.html_tree import about, in_its_encoding, tree
from roundtable_ical.importers.notes.documents.opened import Unreadable
from roundtable_ical.ports import Source


def test_the_encoding_that_a_page_names_is_believed_where_it_can_be() -> None:
    page = '<meta charset="windows-1252">Été'
    wrong = b'<meta charset="klingon">a'

    assert in_its_encoding(Source("a", page.encode("cp1252"))).content.decode() == page
    assert in_its_encoding(Source("a", wrong)).content == wrong


def test_the_head_says_what_a_page_is_about() -> None:
    page = '<html lang=fr><title>A</title><meta property="og:title" content="B"><p>c'

    assert about(tree(page)) == {"title": "A", "language": "fr"}


@pytest.mark.parametrize("page", ["", "   ", "<b>" * 300])
def test_a_page_without_text_or_without_end_is_refused(page: str) -> None:
    with pytest.raises(Unreadable):
        tree(page)
