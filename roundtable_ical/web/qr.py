"""QR codes as pictures that stand in a page: no style, no script, black on white in any light."""

import segno
from markupsafe import Markup

LONGEST = 600
"""Octets; a code of more is too fine for the camera of a phone."""
_QUIET = 4
"""Modules of white around it (ISO/IEC 18004)."""


def qr_code(words: str, label: str) -> Markup | None:
    """Return *words* as a QR code, error level M, as an SVG element; None where it is too long.

    Args:
        words: most often an address.
        label: what the picture is, for who does not see it.
    """
    if len(words.encode()) > LONGEST:
        return None
    code = segno.make_qr(words, error="m", boost_error=False)
    size = len(code.matrix) + 2 * _QUIET
    path = "".join(
        f"M{column + _QUIET} {row + _QUIET}h{length}v1h-{length}z"
        for row, line in enumerate(code.matrix)
        for column, length in _runs(line)
    )
    return Markup(  # numbers, and a label that is escaped
        '<svg class="qr" viewBox="0 0 {size} {size}" width="{px}" height="{px}" role="img" '
        'aria-label="{label}" shape-rendering="crispEdges"><path fill="#fff" '
        'd="M0 0h{size}v{size}H0z"/><path fill="#000" d="{path}"/></svg>'
    ).format(size=size, px=3 * size, label=label, path=path)


def _runs(line: bytearray) -> list[tuple[int, int]]:
    """Return where each run of dark modules begins, and how long it is."""
    runs: list[tuple[int, int]] = []
    start = None
    for column, dark in enumerate([*line, 0]):
        if dark and start is None:
            start = column
        elif not dark and start is not None:
            runs.append((start, column - start))
            start = None
    return runs
