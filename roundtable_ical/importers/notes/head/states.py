"""States and provinces that stand behind a city in place of its country, with their zones."""

from collections.abc import Mapping

from roundtable_ical.importers.notes.times.letters import folded

_EASTERN, _CENTRAL, _MOUNTAIN, _PACIFIC = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
)
_NAMES: Mapping[str, str] = {
    _EASTERN: "Connecticut CT; Delaware DE; Florida FL; Georgia GA; Maine ME; Maryland MD; "
    "Massachusetts MA; Michigan MI; New Hampshire NH; New Jersey NJ; New York NY; "
    "North Carolina NC; Ohio OH; Pennsylvania PA; Rhode Island RI; South Carolina SC; Vermont VT; "
    "Virginia VA; West Virginia WV; District of Columbia DC; Kentucky KY",
    "America/Indiana/Indianapolis": "Indiana IN",
    _CENTRAL: "Alabama AL; Arkansas AR; Illinois IL; Iowa IA; Kansas KS; Louisiana LA; "
    "Minnesota MN; Mississippi MS; Missouri MO; Nebraska NE; North Dakota ND; Oklahoma OK; "
    "South Dakota SD; Tennessee TN; Texas TX; Wisconsin WI",
    _MOUNTAIN: "Colorado CO; Montana MT; New Mexico NM; Utah UT; Wyoming WY",
    "America/Boise": "Idaho ID",
    "America/Phoenix": "Arizona AZ",
    _PACIFIC: "California CA; Nevada NV; Oregon OR; Washington WA",
    "America/Anchorage": "Alaska AK",
    "Pacific/Honolulu": "Hawaii HI",
    "America/Toronto": "Ontario ON; Quebec QC; Québec QC",
    "America/Vancouver": "British Columbia BC",
    "America/Edmonton": "Alberta AB",
    "America/Winnipeg": "Manitoba MB",
    "America/Regina": "Saskatchewan SK",
    "America/Halifax": "Nova Scotia NS; New Brunswick NB",
    "America/St_Johns": "Newfoundland NL",
    "Australia/Sydney": "New South Wales NSW",
    "Australia/Melbourne": "Victoria VIC",
    "Australia/Brisbane": "Queensland QLD",
    "Australia/Perth": "Western Australia WA",
    "Australia/Adelaide": "South Australia SA",
}
STATES: Mapping[str, str] = {
    key: zone
    for zone, names in reversed(list(_NAMES.items()))
    for name in names.split("; ")
    for key in (folded(name.rpartition(" ")[0]), name.rpartition(" ")[2])
}
"""Zone by the folded name of a state or by its letters in capitals; the larger country wins."""


def state_zone(words: str) -> str | None:
    """Return the zone of a state or province by its name or its letters; None for none.

    >>> state_zone("MA"), state_zone("Colorado"), state_zone("Bavaria")
    ('America/New_York', 'America/Denver', None)
    """
    bare = words.strip(" .")
    return STATES.get(bare) if bare.isupper() and len(bare) <= 3 else STATES.get(folded(bare))
