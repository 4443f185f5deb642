"""The parts of a Word file, unpacked within bounds and parsed without entities."""

from io import BytesIO
from typing import NoReturn
from zipfile import ZipFile, ZipInfo

from lxml import etree

from roundtable_ical.importers.archives import DAMAGED
from roundtable_ical.importers.notes.documents.opened import refuse

MOST_PARTS = 5_000
LARGEST_PART = 12_000_000
"""Bytes of one part, unpacked; the text of a book has less."""

_AGAIN = "save it again in Word, or as PDF or text"
_OFFICE = b"http://schemas.openxmlformats.org/"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _OFFICE + b"wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/": _OFFICE + b"officeDocument/2006/",
}
"""The namespaces of "Strict Open XML", and those of what Word writes otherwise."""

_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))


class Parts:
    """The parts of a file in Office Open XML, by name without the slash in front."""

    def __init__(self, content: bytes) -> None:
        """Look at the directory.

        Raises:
            Unreadable: it is no ZIP file, or one with too many parts.
        """
        try:
            self._zip = ZipFile(BytesIO(content))
            listed = self._zip.infolist()
        except DAMAGED as error:
            refuse("damaged", f"the file is damaged: it is no Word document ({error})", _AGAIN)
        if len(listed) > MOST_PARTS:
            message = f"the file has {len(listed):,} parts, more than {MOST_PARTS:,}"
            refuse("too-large", message, _AGAIN)
        self._listed = {info.filename.replace("\\", "/").lstrip("/"): info for info in listed}

    def __contains__(self, name: str) -> bool:
        return name in self._listed

    def tree(self, name: str) -> etree._Element | None:
        """Return a part as a tree; None where there is no such part.

        Raises:
            Unreadable: it is too large, encrypted, damaged, or has a document type (entities).
        """
        info = self._listed.get(name)
        if info is None:
            return None
        content = self._content(name, info)
        if any(doctype in content for doctype in _DOCTYPES):
            _refuse_doctype(name)
        for strict, usual in _STRICT.items():
            content = content.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
        )
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            refuse("damaged", f"the file is damaged: {name} is no XML ({error})", _AGAIN)
        if getattr(root.getroottree().docinfo, "doctype", ""):
            _refuse_doctype(name)
        return root

    def main(self) -> str:
        """Return the name of the part that holds the text."""
        for kind, target in self._relations("_rels/.rels"):
            if kind.endswith("/officeDocument"):
                return target[1].lstrip("/")
        return "word/document.xml"

    def targets(self, name: str) -> dict[str, str]:
        """Return the addresses of the hyperlinks of a part, by their id."""
        folder, _, file = name.rpartition("/")
        return {
            id_: target
            for kind, (id_, target) in self._relations(f"{folder}/_rels/{file}.rels".lstrip("/"))
            if kind.endswith("/hyperlink") and target.startswith(("http:", "https:", "mailto:"))
        }

    def _relations(self, name: str) -> list[tuple[str, tuple[str, str]]]:
        root = self.tree(name)
        return [
            (each.get("Type") or "", (each.get("Id") or "", each.get("Target") or ""))
            for each in (() if root is None else root)
        ]

    def _content(self, name: str, info: ZipInfo) -> bytes:
        if info.flag_bits & 1:
            refuse("encrypted", "the file is encrypted", "take the password off in Word")
        if info.file_size > LARGEST_PART:
            _refuse_size(name, f"{info.file_size / 1_000_000:,.0f} MB")
        try:
            with self._zip.open(info) as part:
                content = part.read(LARGEST_PART + 1)
        except DAMAGED as error:
            refuse("damaged", f"the file is damaged: {name} cannot be unpacked ({error})", _AGAIN)
        if len(content) > LARGEST_PART:
            _refuse_size(name, "more")
        return content


def _refuse_size(name: str, size: str) -> NoReturn:
    message = f"{name} unpacks to {size}, the most is {LARGEST_PART // 1_000_000} MB"
    refuse("too-large", message, "save the text alone as a new document")


def _refuse_doctype(name: str) -> NoReturn:
    refuse("entities", f"{name} declares a document type, as no Word document does", _AGAIN)
