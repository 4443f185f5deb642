"""What is seen of a paragraph of Word."""

from lxml import etree

from roundtable_ical.importers.notes.documents.word_runs import Paragraph, Runs
from roundtable_ical.importers.notes.documents.word_styles import Styles, W

NAMESPACES = (
    f'xmlns:w="{W.strip("{}")}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def seen(inner: str, *, bold: bool = False) -> Paragraph:
    paragraph = etree.fromstring(f"<w:p {NAMESPACES}>{inner}</w:p>")
    return Runs(Styles(None), {"7": "https://a.example"}).paragraph(paragraph, bold=bold)


def test_tabs_breaks_and_hyphens_are_what_they_look_like() -> None:
    run = (
        "<w:r><w:t>9:00</w:t><w:tab/><w:t>Well</w:t><w:noBreakHyphen/><w:t>being</w:t><w:br/></w:r>"
    )

    assert seen(run).text == "9:00\tWell-being\n"


def test_deleted_and_hidden_text_is_none_and_inserted_text_is_some() -> None:
    assert (
        seen(
            "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
        ).text
        == "new"
    )


def test_of_a_field_the_result_is_seen() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:t>code</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>!</w:t></w:r>'
    )

    assert seen(field).text == "7!"


def test_bold_words_that_follow_each_other_are_one() -> None:
    runs = (
        "<w:r><w:rPr><w:b/></w:rPr><w:t>Ms. </w:t></w:r>"
        "<w:r><w:rPr><w:b/></w:rPr><w:t>Ana</w:t></w:r>"
        '<w:r><w:t>, </w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>x</w:t></w:r>'
    )

    assert seen(runs).strong == ["Ms. Ana"]
    assert seen("<w:r><w:t>a</w:t></w:r>", bold=True).strong == ["a"]


def test_marks_of_footnotes_are_raised_and_links_are_kept() -> None:
    inner = (
        '<w:hyperlink r:id="7"><w:r><w:t>Ana</w:t></w:r></w:hyperlink>'
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
        '<w:r><w:footnoteReference w:id="2"/></w:r>'
    )

    found = seen(inner)

    assert (found.text, found.links) == ("Ana¹²", ["https://a.example"])


def test_a_text_box_written_in_two_ways_is_there_once() -> None:
    box = "<w:txbxContent><w:p/></w:txbxContent>"
    inner = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert len(seen(inner).boxes) == 1
