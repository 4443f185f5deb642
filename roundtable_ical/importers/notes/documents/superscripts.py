"""Marks of footnotes, which stand above the line."""

_RAISED = str.maketrans("0123456789+-*", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻*")


def raised(text: str) -> str:
    """Return *text* with its digits as raised ones, so that ``Baier1`` does not look like a name.

    Letters stay: ``9th`` is written with raised letters too.
    """
    return text.translate(_RAISED)
