"""Documents that would harm a careless reader: little time, little memory, one clear problem."""

import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "data" / "hostile"
FILES = sorted(path for path in FOLDER.iterdir() if path.is_file())
COMMAND = Path(sys.executable).with_name("roundtable")
MOST_SECONDS = 2.0
"""Of the processor, the start of the command line included: what else runs does not count."""

MOST_MEGABYTES = 300

TOO_LONG = 3
"""Exit code for what cannot be had from outside, such as a file of 100 MB."""

MADE: dict[str, Callable[[], Iterator[bytes]]] = {
    "note-100-mb-line.txt": lambda: (b"09:00 Opening " * 75_000 for _ in range(100)),
    "note-100-mb.pdf": lambda: (b"%PDF-1.7\n% 09:00 \n" * 55_000 for _ in range(100)),
    "note-40-mb-line.txt": lambda: (b"09:00 Opening " * 75_000 for _ in range(40)),
    "note-40-mb-page.html": lambda: (b"<p>09:00 Opening" * 65_000 for _ in range(40)),
    "note-40-mb.pdf": lambda: (b"%PDF-1.7\n% 09:00 \n" * 55_000 for _ in range(40)),
    "note-many-lines.txt": lambda: (b"9:00 Tea\n" * 1_000 for _ in range(200)),
    "note-many-parts.docx": lambda: iter([_with_many_parts()]),
}
"""What would be too large to keep: written when it is needed."""

EXPECTED = {
    "note-empty.txt": "there is no text in the file",
    "note-blank.txt": "there is no text in the file",
    "note-zeros.txt": "this is a binary file",
    "note-binary.txt": "this is a binary file",
    "note-long-line.txt": "line 1: a line has 56,000 characters",
    "note-deep.html": "the page is nested more than 200 deep",
    "note-deep-tables.html": "the page is nested more than 200 deep",
    "note-zip-bomb.docx": "word/document.xml unpacks to 100 MB",
    "note-lying-size.docx": "the file is damaged",
    "note-entities.docx": "word/document.xml declares a document type",
    "note-outside-entity.docx": "word/document.xml declares a document type",
    "note-deep-tables.docx": "the file is damaged",
    "note-not-xml.docx": "the file is damaged",
    "note-truncated.docx": "the file is damaged",
    "note-no-document.docx": "there is no Word document in the file",
    "note-locked.docx": "the document has a password",
    "note-old.doc": "this is a document of an old Word (.doc); open it in Word or LibreOffice",
    "note-rich.rtf": "this is an RTF document; open it in Word or LibreOffice",
    "note-open.odt": "this is an OpenDocument file (.odt); open it in Word or LibreOffice",
    "note-locked.pdf": "the PDF has a password",
    "note-picture.pdf": "there is no text in the PDF; it is a picture of it",
    "note-garbage.pdf": "the PDF is damaged",
    "note-truncated.pdf": "the PDF is damaged",
    "note-stream-bomb.pdf": "a part of the file unpacks to more than 24 MB",
    "note-packed-twice.pdf": "a part of the file unpacks to more than 24 MB",
    "note-hidden-bomb.pdf": "there is no text in the PDF",
    "note-page-loop.pdf": "there is no text in the PDF",
    "note-many-pages.pdf": "there is no text in the PDF",
    "note-many-letters.pdf": "page 1 has more than 30,000 letters",
    "note-form-laughs.pdf": "page 1 has more than 30,000 letters",
    "note-many-lines.pdf": "page 1 is drawn with 3.2 MB of instructions",
    "note-40-mb-line.txt": "the file has 42.0 MB, more than 2 MB",
    "note-40-mb.pdf": "the PDF is damaged: its table of contents is missing",
    "note-40-mb-page.html": "the file has 41.6 MB, more than 8 MB",
    "note-many-lines.txt": "the document has 200,001 lines",
    "note-many-parts.docx": "the file has 5,001 parts",
}
"""The one problem of each note that is refused."""

READABLE = (
    "note-bidi.txt",
    "note-control-characters.txt",
    "note-mac-roman.txt",
    "note-mixed-encodings.txt",
    "note-utf-16-without-mark.txt",
    "note-windows-1252.txt",
)


@dataclass(frozen=True)
class Imported:
    """What an import came to."""

    code: int
    told: str
    seconds: float
    megabytes: float

    @property
    def errors(self) -> list[str]:
        return re.findall(r"^(?:error|roundtable): .*$", self.told, re.MULTILINE)


MEASURE = """
import json, os, sys
pid = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(pid, 0)
cost = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
with open(sys.argv[1], "w") as report:
    json.dump([os.waitstatus_to_exitcode(status), *cost], report)
"""
"""Between us and the command: a process begins with the memory of the one that starts it."""


def imported(document: Path, folder: Path) -> Imported:
    """Import *document* as anybody does, and measure the process."""
    output, report = folder / "event.yaml", folder / "report.json"
    with (folder / "told.txt").open("wb") as told:
        words = (report, COMMAND, "import", document, "-o", output)
        command = [sys.executable, "-c", MEASURE, *map(str, words)]
        subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=told, stderr=subprocess.STDOUT, check=True
        )
    code, seconds, megabytes = json.loads(report.read_text(encoding="utf-8"))
    text = (folder / "told.txt").read_text(encoding="utf-8")
    return Imported(code=code, told=text, seconds=seconds, megabytes=megabytes)


def _with_many_parts() -> bytes:
    """Return a ZIP file with more parts than any Word document has."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(5_001):
            archive.writestr(f"word/document{number}.xml", b"")
    return out.getvalue()


def _content(name: str, folder: Path) -> Path:
    """Return the document of this name, made first where it is too large to keep."""
    if name not in MADE:
        return FOLDER / name
    path = folder / name
    with path.open("wb") as file:
        file.writelines(MADE[name]())
    return path


ALL = [*(path.name for path in FILES), *MADE]


def test_there_are_enough_of_them() -> None:
    assert len(ALL) >= 30
    assert set(EXPECTED) | set(READABLE) <= set(ALL)


@pytest.mark.parametrize("name", ALL)
def test_a_hostile_document_costs_little_and_is_told_of_in_one_line(
    name: str, tmp_path: Path
) -> None:
    result = imported(_content(name, tmp_path), tmp_path)

    assert "Traceback" not in result.told
    assert result.code in {0, 1, TOO_LONG}
    assert len(result.errors) == (result.code > 0)
    assert all(name in error for error in result.errors)
    assert result.megabytes <= MOST_MEGABYTES
    assert result.seconds <= MOST_SECONDS
    if name in EXPECTED:
        assert result.code == 1
        assert EXPECTED[name] in result.errors[0]
        assert "; " in result.errors[0]
    if name in READABLE:
        assert result.code == 0
        event = (tmp_path / "event.yaml").read_text(encoding="utf-8")
        words = ("Réunion de coordination – été", "salle Érasme", "l’été à l’école")
        assert [each for each in words if each not in event] == []
