"""Personal links as a store knows them: a digest each, never the link."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A personal link that was given out.

    *digest* is the SHA-256 of its signed text, in hexadecimal. *scope* is what it opens, as
    ``answer`` or ``feed``, *subject* whose it is there. *generation* counts the links of a subject.
    """

    digest: str
    event_id: str
    scope: str
    subject: str
    made: datetime
    generation: int = 0
    revoked: bool = False
