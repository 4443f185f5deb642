"""A speaker's own feed: their slots, and busy while they speak; for who holds the link."""

from flask import Blueprint, Response, request

from roundtable_ical.itip.ledger import Invitations
from roundtable_ical.itip.participation import ParticipationStatus
