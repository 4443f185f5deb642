"""What is written is read back as the same event, and reads as a person would have written it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from roundtable_ical import read
from roundtable_ical.exporters.yaml import YamlExporter
from roundtable_ical.importers.yaml import YamlImporter
from roundtable_ical.ports import Source
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.testing.events import events


def again(content: bytes) -> SideEvent:
    """Return the event in *content*."""
    return YamlImporter().read(Source("event.yaml", content)).required()


@settings(max_examples=100, deadline=None, suppress_health_check=[*HealthCheck])
@given(event=events())
def test_every_event_is_read_back_as_it_was(event: SideEvent) -> None:
    content = YamlExporter().write(event)

    assert again(content) == event
    assert YamlExporter().write(again(content)) == content


@pytest.mark.parametrize("sample", ["hld-2013", "week-of-side-events"])
def test_the_samples_are_read_back_as_they_were(samples: Path, sample: str) -> None:
    event = read(samples / sample)

    assert again(YamlExporter().write(event)) == event
