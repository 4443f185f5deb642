"""Letters in English."""

from roundtable_ical.itip.outbox import Outcome
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.requests import LetterKind
from roundtable_ical.itip.writing.words.vocabulary import Words

ENGLISH = Words(
    locale="en_GB",
    subjects={
        LetterKind.INVITATION: "Invitation: {title}, {when}",
        LetterKind.MOVED: "New time: {title}, {when}",
        LetterKind.REWORDED: "Updated: {title}, {when}",
        LetterKind.RETURNED: "Invitation renewed: {title}, {when}",
        LetterKind.CANCELLED: "Cancelled: {title}, {when}",
        LetterKind.READDRESSED: "Sent to another address: {title}, {when}",
    },
    greeting="Dear {name},",
    excellency="Excellency,",
    openings={
        LetterKind.INVITATION: "We have the honour to invite you to take part in “{event}”, "
        "as follows.",
        LetterKind.MOVED: "We write to inform you that the time of your session at “{event}” has "
        "changed. Kindly let us know whether the new time suits you.",
        LetterKind.REWORDED: "We write to inform you that some details of your session at "
        "“{event}” have changed. The time remains the same.",
        LetterKind.RETURNED: "We are pleased to inform you that your session at “{event}” is on "
        "the programme again, and have the honour to renew our invitation.",
        LetterKind.CANCELLED: "We regret to inform you that the programme of “{event}” has "
        "changed, and that the session below is no longer foreseen for you. Please accept our "
        "apologies for any inconvenience.",
        LetterKind.READDRESSED: "We shall from now on write to another address about the session "
        "below at “{event}”. The invitation sent to this address is no longer valid.",
    },
    altered="We write to inform you that your session at “{event}” has changed as shown below. "
    "Kindly let us know whether you can take part.",
    session="Session",
    name="Your name",
    role="Your role",
    when="Date and time",
    own_time="Your time",
    local="{city} time",
    place="Place",
    status="Status",
    confirmed="confirmed",
    provisional="provisional, to be confirmed",
    others="Also taking part",
    organizer="Organizer",
    about="Description",
    was="was",
    now="is now",
    reply="We should be grateful for your reply, with the buttons in your mail program or by "
    "answering this message.",
    reply_here="We should be grateful for your reply, either with the buttons in your mail "
    "program or at the address below, where you may also propose another time or name a "
    "substitute.",
    answer="Reply to the invitation",
    stands="Your answer stands: {answer}. There is nothing that you need to do.",
    answers={
        ParticipationStatus.ACCEPTED: "accepted",
        ParticipationStatus.DECLINED: "declined",
        ParticipationStatus.TENTATIVE: "tentatively accepted",
        ParticipationStatus.DELEGATED: "delegated",
    },
    delete="If your mail program has not done so already, please delete the entry in your "
    "calendar.",
    feed="All your sessions in one calendar that stays up to date",
    closing="Yours sincerely,",
    notices={
        Outcome.DECLINED: "{name} has declined",
        Outcome.DELEGATED: "{name} names somebody else",
        Outcome.COUNTERED: "{name} proposes a change",
        Outcome.BOUNCED: "{name} cannot be reached",
    },
    told={
        Outcome.DECLINED: "{name} has declined the invitation. The programme is unchanged: it is "
        "for you to decide what becomes of the slot.",
        Outcome.DELEGATED: "{name} has passed the invitation on. Nobody else has been invited: "
        "change the programme if you agree.",
        Outcome.COUNTERED: "{name} proposes a change. The programme is unchanged until you accept "
        "or decline the proposal.",
        Outcome.BOUNCED: "The invitation could not be delivered to {name}. This is no refusal: "
        "check the address.",
    },
    proposed="Proposed time",
    substitute="Named instead",
    comment="Comment",
    reason="Reason",
    address="Address",
    counter_subject="Proposal not taken up: {title}, {when}",
    counter="We thank you for your proposal, which we regret we are unable to take up. Your "
    "session at “{event}” remains as follows.",
)
