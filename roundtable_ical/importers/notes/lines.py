"""A document as its reader sees it: lines, columns, bullets, headings and what stands out."""

from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of text, a paragraph of a text processor, or one row of a table.

    Args:
        number: in the document, from 1: of a text its lines, of Word and HTML its paragraphs and
            table rows, of a PDF the lines over all pages.
        text: the visible words without markup; columns (table cells, tabs) are set apart by one
            tab each, a line end inside a cell is a line feed; blanks at both ends are gone.
        indent: columns of white space before the first word.
        bullet: the sign or number in front, as "-", "•", "1)"; it is not in *text*.
        heading: level from 1 to 6; 0 for none.
        strong: the words that are bold, in order.
        table: number of the table it is a row of, from 1; 0 outside tables.
        page: page of a paged document, from 1; 0 for others.
        links: addresses behind the words.
    """

    number: int
    text: str
    indent: int = 0
    bullet: str = ""
    heading: int = 0
    strong: tuple[str, ...] = ()
    table: int = 0
    page: int = 0
    links: tuple[str, ...] = ()

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """The columns; one where there are no columns, an empty one where a cell is empty."""
        return tuple(cell.strip() for cell in self.text.split("\t"))

    @property
    def is_blank(self) -> bool:
        """Whether nothing is in it; blank lines part paragraphs."""
        return not self.text.strip()


@dataclass(frozen=True, kw_only=True)
class Document:
    """All lines in the order of reading, and what the file says of itself.

    *about* has what stands outside the text, as ``title``, ``date``, ``language``, ``author``
    (front matter, document properties, HTML head), by lower-case key.
    """

    lines: tuple[Line, ...]
    about: dict[str, str] = field(default_factory=dict)
