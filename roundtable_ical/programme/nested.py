"""An error inside a part, told with the place of that part."""

from collections.abc import Iterator
from contextlib import contextmanager

from roundtable_ical.errors import InvalidField


@contextmanager
def inside(place: str) -> Iterator[None]:
    """Put *place* before the field of every `InvalidField` raised inside.

    >>> with inside("repeat"):
    ...     raise InvalidField("rule", "x", "never ends")
    Traceback (most recent call last):
    roundtable_ical.errors.InvalidField: repeat.rule: 'x' never ends
    """
    try:
        yield
    except InvalidField as error:
        field = f"{place}.{error.field}"
        raise type(error)(field, error.value, error.reason, hint=error.hint) from error
