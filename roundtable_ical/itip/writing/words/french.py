"""Letters in French."""

from roundtable_ical.itip.outbox import Outcome
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.requests import LetterKind
from roundtable_ical.itip.writing.words.vocabulary import Words

FRENCH = Words(
    locale="fr",
    subjects={
        LetterKind.INVITATION: "Invitation : {title}, {when}",
        LetterKind.MOVED: "Nouvel horaire : {title}, {when}",
        LetterKind.REWORDED: "Mise à jour : {title}, {when}",
        LetterKind.RETURNED: "Invitation renouvelée : {title}, {when}",
        LetterKind.CANCELLED: "Annulation : {title}, {when}",
        LetterKind.READDRESSED: "Envoyé à une autre adresse : {title}, {when}",
    },
    greeting="{name},",
    excellency="Excellence,",
    openings={
        LetterKind.INVITATION: "Nous avons l’honneur de vous inviter à participer à "
        "« {event} », selon les modalités ci-après.",
        LetterKind.MOVED: "Nous vous informons que l’horaire de votre séance, dans le cadre de "
        "« {event} », a été modifié. Nous vous saurions gré de bien vouloir nous indiquer "
        "si le nouvel horaire vous convient.",
        LetterKind.REWORDED: "Nous vous informons que certains détails de votre séance, dans le "
        "cadre de « {event} », ont été modifiés. L’horaire reste inchangé.",
        LetterKind.RETURNED: "Nous avons le plaisir de vous informer que votre séance figure de "
        "nouveau au programme de « {event} », et l’honneur de renouveler notre invitation.",
        LetterKind.CANCELLED: "Nous avons le regret de vous informer que le programme de "
        "« {event} » a été modifié et que la séance ci-dessous n’est plus prévue pour vous. "
        "Nous vous prions de bien vouloir nous en excuser.",
        LetterKind.READDRESSED: "Nous écrivons désormais à une autre adresse au sujet de la "
        "séance ci-dessous, dans le cadre de « {event} ». L’invitation envoyée à la présente "
        "adresse n’est plus valable.",
    },
    altered="Nous vous informons que votre séance, dans le cadre de « {event} », a été "
    "modifiée comme indiqué ci-dessous. Nous vous saurions gré de bien vouloir nous indiquer si "
    "vous pouvez y participer.",
    session="Séance",
    name="Votre nom",
    role="Votre rôle",
    when="Date et heure",
    own_time="Chez vous",
    local="heure locale : {city}",
    place="Lieu",
    status="Statut",
    confirmed="confirmé",
    provisional="provisoire, à confirmer",
    others="Participent également",
    organizer="Organisateur",
    about="Description",
    was="avant",
    now="désormais",
    reply="Nous vous saurions gré de bien vouloir nous faire part de votre réponse au moyen des "
    "boutons de votre messagerie ou par retour du présent courriel.",
    reply_here="Nous vous saurions gré de bien vouloir répondre au moyen des boutons de votre "
    "messagerie ou à l’adresse ci-dessous, où vous pouvez également proposer un autre horaire ou "
    "un remplaçant.",
    answer="Répondre à l’invitation",
    stands="Votre réponse reste valable : {answer}. Vous n’avez rien à faire.",
    answers={
        ParticipationStatus.ACCEPTED: "acceptation",
        ParticipationStatus.DECLINED: "refus",
        ParticipationStatus.TENTATIVE: "acceptation provisoire",
        ParticipationStatus.DELEGATED: "délégation",
    },
    delete="Si votre messagerie ne l’a pas déjà fait, veuillez supprimer la séance de votre "
    "agenda.",
    feed="Toutes vos séances dans un seul agenda, toujours à jour",
    closing="Veuillez agréer l’expression de notre considération distinguée.",
    notices={
        Outcome.DECLINED: "{name} a décliné",
        Outcome.DELEGATED: "{name} désigne une autre personne",
        Outcome.COUNTERED: "{name} propose une modification",
        Outcome.BOUNCED: "Message non remis à {name}",
    },
    told={
        Outcome.DECLINED: "{name} a décliné l’invitation. Le programme reste inchangé : il vous "
        "appartient de décider de la suite à donner.",
        Outcome.DELEGATED: "{name} a transmis l’invitation. Personne d’autre n’a été invité : "
        "modifiez le programme si vous êtes d’accord.",
        Outcome.COUNTERED: "{name} propose une modification. Le programme reste inchangé tant que "
        "vous n’avez pas accepté ou refusé la proposition.",
        Outcome.BOUNCED: "L’invitation n’a pu être remise à {name}. Il ne s’agit pas d’un refus : "
        "vérifiez l’adresse.",
    },
    proposed="Horaire proposé",
    substitute="Désigné à la place",
    comment="Commentaire",
    reason="Motif",
    address="Adresse",
    counter_subject="Proposition non retenue : {title}, {when}",
    counter="Nous vous remercions de votre proposition, que nous regrettons de ne pouvoir retenir. "
    "Votre séance, dans le cadre de « {event} », est maintenue comme suit.",
)
