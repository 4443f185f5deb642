"""Styles and lists of Word."""

from lxml import etree

from roundtable_ical.importers.notes.documents.word_styles import Lists, Style, Styles, W, counted

NAMESPACE = W.strip("{}")


def xml(text: str) -> etree._Element:
    return etree.fromstring(f'<w:a xmlns:w="{NAMESPACE}">{text}</w:a>')


def test_a_style_has_what_it_is_based_on() -> None:
    styles = Styles(
        xml(
            '<w:style w:type="paragraph" w:default="1" w:styleId="N">'
            '<w:name w:val="Normal"/></w:style>'
            '<w:style w:styleId="H"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>'
            '<w:style w:styleId="M"><w:name w:val="Mine"/><w:basedOn w:val="H"/>'
            '<w:pPr><w:ind w:left="720" w:hanging="240"/></w:pPr></w:style>'
        )
    )

    assert styles.style(None) == Style(name="normal")
    assert styles.style("M").heading == 2
    assert (styles.style("M").bold, styles.style("M").indent) == (True, 4)


def test_styles_based_on_each_other_come_to_an_end() -> None:
    styles = Styles(xml('<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>'))

    assert styles.style("A") == Style(based_on="A")


def test_lists_count_as_word_does() -> None:
    lists = Lists(
        xml(
            '<w:abstractNum w:abstractNumId="0">'
            '<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
            '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
            '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>'
            '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
        )
    )

    signs = [lists.next("5", level)[0] for level in (0, 1, 1, 2, 0, 1)]

    assert signs == ["I.", "I.a)", "I.b)", "•", "II.", "II.a)"]
    assert lists.next("9", 0) == ("", None)


def test_numbers_are_written_in_many_ways() -> None:
    written = ("decimal", "decimalZero", "lowerLetter", "upperLetter", "lowerRoman", "none")

    assert [counted(4, each) for each in written] == ["4", "04", "d", "D", "iv", ""]
