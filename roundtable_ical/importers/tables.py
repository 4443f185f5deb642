"""Tables: CSV in its dialects, and Excel workbooks; columns are known by their headings."""

from importlib import import_module

from roundtable_ical.importers.archives import has_part
from roundtable_ical.ports import Source
from roundtable_ical.programme.reading import Reading

_ZIP = b"PK\x03\x04"
_HEAD = 4_000
_DELIMITERS = (b";", b",", b"\t", b"|")


class CsvImporter:
    """Reads tables of text, parted by commas, semicolons, tabs or bars."""

    name = "csv"
    summary = "a table (.csv, .tsv), one row for each item of the agenda"
    suffixes: tuple[str, ...] = (".csv", ".tsv", ".tab", ".psv")

    def recognises(self, source: Source) -> float:
        """Return 0.9 by the file's name; 0.3 where the first lines look like a table."""
        if source.name.lower().endswith(self.suffixes):
            return 0.1 if source.content.startswith(_ZIP) else 0.9
        lines = source.content[:_HEAD].splitlines()[:3]
        counts = [{line.count(mark) for line in lines} for mark in _DELIMITERS]
        even = len(lines) == 3 and any(len(each) == 1 and min(each) >= 2 for each in counts)
        return 0.3 if even else 0.0

    def read(self, source: Source) -> Reading:
        """Return the event and every problem, each with its line."""
        return _read(source, "csv_file")


class XlsxImporter:
    """Reads workbooks of Excel and of whatever else writes its format."""

    name = "xlsx"
    summary = "a workbook (.xlsx), one row for each item of the agenda"
    suffixes: tuple[str, ...] = (".xlsx", ".xlsm", ".xltx")

    def recognises(self, source: Source) -> float:
        """Return 0.95 for a workbook, 0.6 for a file that is only called so."""
        named = source.name.lower().endswith(self.suffixes)
        if has_part(source.content, "xl/work"):
            return 0.95
        return 0.6 if named else 0.0

    def read(self, source: Source) -> Reading:
        """Return the event and every problem, each with its row."""
        return _read(source, "xlsx_file")


def _read(source: Source, opener: str) -> Reading:
    opened = import_module(f"roundtable_ical.importers.sheets.{opener}").opened
    reader = import_module("roundtable_ical.importers.sheets.reader")
    reading: Reading = reader.read(source, opened)
    return reading
