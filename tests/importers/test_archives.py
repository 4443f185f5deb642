"""Which parts an archive has."""

import io
from zipfile import ZIP_STORED, ZipFile

import pytest

from roundtable_ical.importers.archives import has_part


def _packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return out.getvalue()


def test_an_archive_has_the_parts_of_its_directory() -> None:
    assert has_part(_packed(xl__workbook=b""), "xl/work")
    assert not has_part(_packed(xl__workbook=b""), "word/document")


def test_an_archive_has_no_part_of_an_archive_that_lies_in_it() -> None:
    document = _packed(word__document=b"", word__embeddings__sheet=_packed(xl__workbook=b""))

    assert b"xl/workbook" in document
    assert not has_part(document, "xl/work")
    assert has_part(document, "word/document")


@pytest.mark.parametrize("kept", [0.3, 0.9])
def test_a_damaged_archive_is_known_by_what_is_left_of_it(kept: float) -> None:
    whole = _packed(xl__workbook=b"x" * 500)

    assert has_part(whole[: int(len(whole) * kept)], "xl/work")


def test_what_is_no_archive_has_no_parts() -> None:
    assert not has_part(b"see xl/workbook", "xl/work")
