"""Calendars that stay right."""
