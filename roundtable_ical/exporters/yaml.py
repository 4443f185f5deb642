"""The programme file, ``event.yaml``."""

from roundtable_ical.exporters.yaml_lines import Comments, Lines
from roundtable_ical.exporters.yaml_tree import tree
from roundtable_ical.programme.event import SideEvent


class YamlExporter:
    """Writes ``event.yaml``; what the importer of that format reads is the same event."""

    name = "yaml"
    summary = "the programme file (event.yaml)"
    suffix = ".yaml"
    media_type = "application/yaml"

    def write(self, event: SideEvent) -> bytes:
        """Return the whole of *event*, private addresses too, as UTF-8 with line feeds."""
        return written(event)


def written(event: SideEvent, comments: Comments | None = None) -> bytes:
    """Return ``event.yaml`` of *event*, with *comments* before the values at their paths."""
    lines = Lines(comments).file(tree(event))
    return "".join(f"{line}\n" for line in lines).encode()
