// ical.js, the reader inside Thunderbird and Nextcloud, on invitations.
//
// In: {name: calendar} as JSON.  Out: {name: {method, uid, ...}}, moments in UTC.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

function moment(time) {
  return new Date(time.toUnixTime() * 1000).toISOString().replace(".000Z", "Z");
}

function read(text) {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent");
  if (events.length !== 1) throw new Error(`${events.length} events`);
  const event = new ICAL.Event(events[0]);
  const guests = events[0].getAllProperties("attendee");
  if (guests.length !== 1) throw new Error(`${guests.length} attendees`);
  const organizer = events[0].getFirstProperty("organizer");
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    location: event.location ?? "",
    description: event.description,
    status: events[0].getFirstPropertyValue("status"),
    start: moment(event.startDate),
    end: moment(event.endDate),
    organizer: organizer.getFirstValue(),
    attendee: guests[0].getFirstValue(),
    name: guests[0].getParameter("cn"),
    partstat: guests[0].getParameter("partstat"),
  };
}

const calendars = JSON.parse(readFileSync(0, "utf8"));
const answers = Object.entries(calendars).map(([name, text]) => [name, read(text)]);
process.stdout.write(JSON.stringify(Object.fromEntries(answers)));
