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
from subprocess import PIPE

import pytest

FOLDER = Path(__file__).parent.parent / "data" / "hostile"
FILES = sorted(path for path in FOLDER.iterdir() if path.is_file())
MOST_SECONDS = 1.4
"""Of the processor: what else runs does not count. With the start of the command it is 2."""

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


WARM = """
import json, os, sys
from importlib import import_module
from roundtable_ical.cli.main import main

NOTES = "roundtable_ical.importers.notes"
for name in ("reader", *(f"documents.{kind}" for kind in ("plain", "html", "docx", "pdf"))):
    import_module(f"{NOTES}.{name}")
for name in ("reader", "csv_file", "xlsx_file"):
    import_module(f"roundtable_ical.importers.sheets.{name}")
for line in sys.stdin:
    told, *words = json.loads(line)
    pid = os.fork()
    if not pid:
        for number, file in ((0, os.devnull), (1, told), (2, told)):
            os.dup2(os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND), number)
        sys.argv[1:] = words
        main()
    _, status, usage = os.wait4(pid, 0)
    seconds = usage.ru_utime + usage.ru_stime
    print(json.dumps([os.waitstatus_to_exitcode(status), seconds, usage.ru_maxrss / 1024]))
    sys.stdout.flush()
"""
"""The command, begun once: each document is read by a copy of it, which is measured."""

Import = Callable[[Path, Path], Imported]


@pytest.fixture(scope="module")
def imported() -> Iterator[Import]:
    """Import a document into a folder as anybody does, and measure the process."""
    command = [sys.executable, "-c", WARM]
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        asked, answers = process.stdin, process.stdout

        def run(document: Path, folder: Path) -> Imported:
            told = folder / "told.txt"
            words = (told, "import", document, "-o", folder / "event.yaml")
            print(json.dumps([*map(str, words)]), file=asked, flush=True)
            code, seconds, megabytes = json.loads(answers.readline())
            text = told.read_text(encoding="utf-8")
            return Imported(code=code, told=text, seconds=seconds, megabytes=megabytes)

        yield run
        asked.close()


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
    name: str, tmp_path: Path, imported: Import
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
