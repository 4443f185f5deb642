"""Letters in Spanish."""

from roundtable_ical.itip.outbox import Outcome
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.requests import LetterKind
from roundtable_ical.itip.writing.words.vocabulary import Words

SPANISH = Words(
    locale="es",
    subjects={
        LetterKind.INVITATION: "Invitación: {title}, {when}",
        LetterKind.MOVED: "Nuevo horario: {title}, {when}",
        LetterKind.REWORDED: "Actualización: {title}, {when}",
        LetterKind.RETURNED: "Invitación renovada: {title}, {when}",
        LetterKind.CANCELLED: "Cancelación: {title}, {when}",
        LetterKind.READDRESSED: "Enviado a otra dirección: {title}, {when}",
    },
    greeting="{name}:",
    excellency="Excelencia:",
    openings={
        LetterKind.INVITATION: "Tenemos el honor de invitarle a participar en «{event}», como se "
        "indica a continuación.",
        LetterKind.MOVED: "Le informamos de que ha cambiado el horario de su sesión en «{event}». "
        "Le agradeceríamos que nos indicara si el nuevo horario le conviene.",
        LetterKind.REWORDED: "Le informamos de que han cambiado algunos detalles de su sesión en "
        "«{event}». El horario sigue siendo el mismo.",
        LetterKind.RETURNED: "Nos complace informarle de que su sesión vuelve a figurar en el "
        "programa de «{event}», y tenemos el honor de renovarle nuestra invitación.",
        LetterKind.CANCELLED: "Lamentamos informarle de que el programa de «{event}» ha cambiado y "
        "de que la sesión que figura a continuación ya no está prevista para usted. Le rogamos "
        "que acepte nuestras disculpas.",
        LetterKind.READDRESSED: "En adelante escribiremos a otra dirección en relación con la "
        "sesión que figura a continuación, en el marco de «{event}». La invitación enviada a esta "
        "dirección ya no es válida.",
    },
    altered="Le informamos de que su sesión en «{event}» ha cambiado como se indica a "
    "continuación. Le agradeceríamos que nos indicara si puede participar.",
    session="Sesión",
    name="Su nombre",
    role="Su función",
    when="Fecha y hora",
    own_time="Su hora",
    local="hora de {city}",
    place="Lugar",
    status="Estado",
    confirmed="confirmado",
    provisional="provisional, por confirmar",
    others="Participan también",
    organizer="Organización",
    about="Descripción",
    was="antes",
    now="ahora",
    reply="Le agradeceríamos que respondiera con los botones de su programa de correo o "
    "contestando a este mensaje.",
    reply_here="Le agradeceríamos que respondiera con los botones de su programa de correo o en la "
    "dirección que figura a continuación, donde también puede proponer otro horario o un suplente.",
    answer="Responder a la invitación",
    stands="Su respuesta sigue siendo válida: {answer}. No tiene que hacer nada.",
    answers={
        ParticipationStatus.ACCEPTED: "aceptación",
        ParticipationStatus.DECLINED: "rechazo",
        ParticipationStatus.TENTATIVE: "aceptación provisional",
        ParticipationStatus.DELEGATED: "delegación",
    },
    delete="Si su programa de correo no lo ha hecho ya, suprima la sesión de su calendario.",
    feed="Todas sus sesiones en un solo calendario, siempre al día",
    closing="Le saludamos muy atentamente.",
    notices={
        Outcome.DECLINED: "{name} ha declinado",
        Outcome.DELEGATED: "{name} designa a otra persona",
        Outcome.COUNTERED: "{name} propone un cambio",
        Outcome.BOUNCED: "No se puede contactar con {name}",
    },
    told={
        Outcome.DECLINED: "{name} ha declinado la invitación. El programa no ha cambiado: a usted "
        "le corresponde decidir qué hacer.",
        Outcome.DELEGATED: "{name} ha transmitido la invitación. No se ha invitado a nadie más: "
        "modifique el programa si está de acuerdo.",
        Outcome.COUNTERED: "{name} propone un cambio. El programa no cambia hasta que usted acepte "
        "o rechace la propuesta.",
        Outcome.BOUNCED: "No se ha podido entregar la invitación a {name}. No se trata de un "
        "rechazo: compruebe la dirección.",
    },
    proposed="Horario propuesto",
    substitute="Designado en su lugar",
    comment="Comentario",
    reason="Motivo",
    address="Dirección",
    counter_subject="Propuesta no aceptada: {title}, {when}",
    counter="Le agradecemos su propuesta, que lamentamos no poder aceptar. Su sesión en «{event}» "
    "se mantiene como se indica a continuación.",
)
