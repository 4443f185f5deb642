"""What people do together, named by who takes part: "Student presentations"."""

from collections.abc import Sequence

_ACTS = frozenset(
    """address addresses remarks greetings presentation presentations session sessions talk talks
    discussion discussions ceremony workshop workshops training briefing breakfast lunch dinner
    reception opening closing welcome pitch pitches demo demos showcase stories forum day days
    dialogue dialogues debate debates exchange meeting meetings awards award feedback reflections
    statements statement interventions updates update reports photo visit tour""".split()
)
_COMPOUND = frozenset(
    """official officials student students teacher teachers expert experts leader leaders
    founder founders artist artists author authors partner partners member members researcher
    researchers engineer engineers developer developers designer designers investor investors
    entrepreneur entrepreneurs farmer farmers doctor doctors scientist scientists trainee trainees
    journalist journalists delegate delegates ceo ceos mayor mayors minister ministers chair host
    fellow fellows executive general associate practitioner practitioners candidate president
    director rector governor""".split()
)


def is_act(keys: Sequence[str]) -> bool:
    """Return whether *keys* are who takes part and what in: "Student presentations by groups".

    In English the last word before a preposition tells what a phrase is.
    """
    stop = next((at for at, each in enumerate(keys) if at and each in _AFTER_ACT), len(keys))
    return stop > 1 and keys[0] in _COMPOUND and keys[stop - 1] in _ACTS


_AFTER_ACT = frozenset("by of for on with in from at to".split())
