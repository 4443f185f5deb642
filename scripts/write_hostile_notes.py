"""Write documents that would harm a careless reader of notes: ``tests/data/hostile/note-*``.

    python scripts/write_hostile_notes.py

Each is small on disk; what must be large is made by the test.
"""

import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

FOLDER = Path(__file__).parent.parent / "tests" / "data" / "hostile"

AGENDA = """Réunion de coordination – été

Date : 3 mai 2019, 9h00 - 10h30
Lieu : Genève, salle Érasme

09h00 - 09h30  Ouverture
09h30 - 10h30  Débat : l’été à l’école
"""
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCUMENT = (
    f'<?xml version="1.0"?>{{}}<w:document xmlns:w="{_W}"><w:body>{{}}</w:body></w:document>'
)
_PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha ha ha ha ha ha">'
    for n in range(12)
)


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return a ZIP file; the same parts give the same bytes."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts.items():
            info = ZipInfo(name, (2019, 5, 3, 9, 0, 0))
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def word(body: str, before: str = "") -> bytes:
    """Return a Word document with this XML as its body, and *before* it a document type."""
    return zipped({"word/document.xml": _DOCUMENT.format(before, body).encode()})


def pdf(*objects: bytes) -> bytes:
    """Return a PDF of these objects, numbered from 1; the first one is the catalog."""
    out = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\n" % (len(objects) + 1)
    return out + b"startxref\n%d\n%%%%EOF\n" % start


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(content), content)


def page(contents: bytes, resources: bytes = b"", *more: bytes) -> bytes:
    """Return a PDF with one page; *more* objects are numbered from 6."""
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>%s>>>>" % resources,
        contents,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
    )


def _packed(content: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 9)
    return stream(content, b"/Filter[%s]" % (b"/FlateDecode" * times))


def _lying() -> bytes:
    """Return a Word document whose directory says that its text is small."""
    bomb = word(_PARAGRAPH.format("x" * 40_000_000))
    size = len(_DOCUMENT.format("", _PARAGRAPH.format("x" * 40_000_000)).encode())
    return bomb.replace(size.to_bytes(4, "little"), (2_000).to_bytes(4, "little"))


def _locked() -> bytes:
    out = BytesIO()
    lock = StandardEncryption("secret", ownerPassword="owner", strength=128)
    canvas = Canvas(out, encrypt=lock, invariant=True)
    canvas.drawString(100, 700, "09:00 - 10:00 Opening")
    canvas.save()
    return out.getvalue()


def _picture() -> bytes:
    image = stream(zlib.compress(bytes(64 * 64)), b"/Type/XObject/Subtype/Image/Width 64/Height 64"
                   b"/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode")  # fmt: skip
    return page(stream(b"400 0 0 400 50 50 cm /I Do"), b"/XObject<</I 6 0 R>>", image)


def _many_pages() -> bytes:
    """Return a PDF that names one page over and over again: 10 * 10 * 10 * 10 * 10 times."""
    levels = [b"<</Type/Pages/Count 100000/Kids[%s]>>" % (b"%d 0 R " % n * 10) for n in range(3, 8)]
    last = b"<</Type/Page/MediaBox[0 0 595 842]>>"
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", *levels, last)


_TEXT = b"BT /F 12 Tf 50 700 Td (09:00 - 10:00 Opening) Tj ET"

FILES: dict[str, Callable[[], bytes]] = {
    "empty.txt": lambda: b"",
    "blank.txt": lambda: b"\xef\xbb\xbf \t\r\n" * 100,
    "zeros.txt": lambda: bytes(20_000),
    "binary.txt": lambda: b"\x89PNG\r\n\x1a\n" + zlib.compress(bytes(range(256)) * 40),
    "long-line.txt": lambda: b"09:00 Opening " * 4_000,
    "windows-1252.txt": lambda: AGENDA.encode("cp1252"),
    "utf-16-without-mark.txt": lambda: AGENDA.encode("utf-16-le"),
    "mac-roman.txt": lambda: AGENDA.encode("mac_roman"),
    "mixed-encodings.txt": lambda: (AGENDA * 3).encode() + "Clôture\n".encode("cp1252"),
    "control-characters.txt": lambda: AGENDA.replace("Débat", "Dé\x07b\x1b[31mat").encode(),
    "bidi.txt": lambda: AGENDA.replace("Débat", "\u202eta\u202c Débat \u2066x\u2069").encode(),
    "brackets.md": lambda: b"# Agenda\n\n" + (b"[" * 3_000 + b"\n") + b"](x)" * 700,
    "quotes.md": lambda: b"# Agenda\n## Day\n" + b">" * 9_000 + b" 09:00 Opening\n",
    "stars.md": lambda: b"# Agenda\n## Day\n" + (b"*a **b _c __d ~~e " * 40 + b"\n") * 10,
    "deep.html": lambda: b"<html><body>" + b"<div>" * 20_000 + b"09:00 Opening",
    "entities.html": lambda: f"<!DOCTYPE html [{_LAUGHS}]><html><p>&l11;</p>".encode(),
    "spans.html": lambda: b"<table>" + b"<tr><td colspan=99999999 rowspan=99999999>a<td>b" * 900,
    "deep-tables.html": lambda: b"<html>" + b"<table><tr><td>" * 5_000 + b"09:00 Opening",
    "zip-bomb.docx": lambda: word(_PARAGRAPH.format("x" * 100_000_000)),
    "lying-size.docx": _lying,
    "entities.docx": lambda: word(
        _PARAGRAPH.format("&l11;"), f"<!DOCTYPE w:document [{_LAUGHS}]>"
    ),
    "outside-entity.docx": lambda: word(
        _PARAGRAPH.format("&x;"), '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    ),
    "deep-tables.docx": lambda: word("<w:tbl><w:tr><w:tc>" * 20_000),
    "not-xml.docx": lambda: word("<w:p><w:r>"),
    "truncated.docx": lambda: word(_PARAGRAPH.format("09:00 Opening") * 200)[:300],
    "no-document.docx": lambda: zipped({"word/documents.txt": b"09:00 Opening"}),
    "locked.docx": lambda: _OLE + "EncryptedPackage".encode("utf-16-le") + bytes(500),
    "old.doc": lambda: _OLE + "WordDocument".encode("utf-16-le") + bytes(500),
    "rich.rtf": lambda: b"{\\rtf1\\ansi 09:00 Opening\\par}",
    "open.odt": lambda: zipped(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}
    ),
    "locked.pdf": _locked,
    "picture.pdf": _picture,
    "garbage.pdf": lambda: b"%PDF-1.7\n" + zlib.compress(AGENDA.encode() * 50),
    "truncated.pdf": lambda: page(stream(_TEXT * 50))[:700],
    "stream-bomb.pdf": lambda: page(_packed(b"q Q " * 25_000_000)),
    "packed-twice.pdf": lambda: page(_packed(b"q Q " * 250_000_000, 2)),
    "page-loop.pdf": lambda: pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"
    ),
    "many-pages.pdf": _many_pages,
    "form-loop.pdf": lambda: page(
        stream(_TEXT + b" /X Do"),
        b"/XObject<</X 6 0 R>>",
        stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
               b"/Resources<</XObject<</X 6 0 R>>>>"),
    ),
    "many-letters.pdf": lambda: page(
        _packed(b"BT /F 9 Tf 50 700 Td (" + b"opening " * 200_000 + b") Tj ET")
    ),
    "many-lines.pdf": lambda: page(_packed(_TEXT + b" 1 1 m 90 90 l S" * 200_000)),
    "form-laughs.pdf": lambda: page(
        stream(b"/X6 Do"),
        b"/XObject<<%s>>" % b" ".join(b"/X%d %d 0 R" % (n, n) for n in range(6, 15)),
        *(
            stream(
                b"/X%d Do " % (n + 1) * 10 if n < 14 else _TEXT,
                b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>"
                b"/XObject<</X%d %d 0 R>>>>" % (n + 1, min(n + 1, 14)),
            )
            for n in range(6, 15)
        ),
    ),
    "hidden-bomb.pdf": lambda: page(
        stream(zlib.compress(b"q Q " * 25_000_000, 9), b"/Subtype/Image/Filter/FlateDecode")
    ),
}  # fmt: skip
"""What is in each file, by its name without ``note-``."""


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in FILES.items():
        (FOLDER / f"note-{name}").write_bytes(content())


if __name__ == "__main__":
    main()
