// ical.js, the reader inside Thunderbird and Nextcloud.
//
// In: {name: feed} as JSON.  Out: {name: {uid: [start, end]}}, moments in UTC.
// Zones count only through the VTIMEZONEs of the feed itself.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

function moment(time) {
  const zone = time.zone;
  if (!zone || zone === ICAL.Timezone.localTimezone) throw new Error(`${time} floats`);
  return new Date(time.toUnixTime() * 1000).toISOString().replace(".000Z", "Z");
}

function instants(text) {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const found = {};
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    if (event.uid in found) throw new Error(`${event.uid} stands twice`);
    found[event.uid] = [moment(event.startDate), moment(event.endDate)];
  }
  return found;
}

const feeds = JSON.parse(readFileSync(0, "utf8"));
const answers = Object.entries(feeds).map(([name, text]) => [name, instants(text)]);
process.stdout.write(JSON.stringify(Object.fromEntries(answers)));
