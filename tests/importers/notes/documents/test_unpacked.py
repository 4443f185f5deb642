"""The parts of a Word file."""

import io
import zipfile

import pytest

from roundtable_ical.importers.notes.documents.opened import Unreadable
from roundtable_ical.importers.notes.documents.unpacked import LARGEST_PART, Parts


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def test_a_part_is_a_tree_and_a_missing_one_is_none() -> None:
    parts = Parts(packed(word__document=b"<a><b/></a>"))

    tree = parts.tree("word/document")

    assert tree is not None
    assert [child.tag for child in tree] == ["b"]
    assert parts.tree("word/styles") is None


def test_relations_say_which_part_is_the_text_and_where_links_lead() -> None:
    relations = b'<r><x Id="1" Type="a/officeDocument" Target="/doc/main.xml"/></r>'
    links = (
        b'<r><x Id="7" Type="a/hyperlink" Target="https://a.example"/>'
        b'<x Id="8" Type="a/hyperlink" Target="file:///etc/passwd"/></r>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("_rels/.rels", relations)
        archive.writestr("doc/_rels/main.xml.rels", links)
    parts = Parts(out.getvalue())

    assert parts.main() == "doc/main.xml"
    assert parts.targets("doc/main.xml") == {"7": "https://a.example"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"no ZIP file", "the file is damaged: it is no Word document"),
        (packed(a=b"<a>"), "the file is damaged: a is no XML"),
        (packed(a=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "a declares a document type"),
        (packed(a="<!DOCTYPE a><a/>".encode("utf-16")), "a declares a document type"),
        (packed(a=b" " * (LARGEST_PART + 1)), "a unpacks to 12 MB, the most is 12 MB"),
    ],
)
def test_what_is_wrong_with_a_part_is_told(content: bytes, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        Parts(content).tree("a")
