"""Letters in Russian."""

from roundtable_ical.itip.outbox import Outcome
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.requests import LetterKind
from roundtable_ical.itip.writing.words.vocabulary import Words

RUSSIAN = Words(
    locale="ru",
    subjects={
        LetterKind.INVITATION: "Приглашение: {title}, {when}",
        LetterKind.MOVED: "Новое время: {title}, {when}",
        LetterKind.REWORDED: "Изменения: {title}, {when}",
        LetterKind.RETURNED: "Приглашение возобновлено: {title}, {when}",
        LetterKind.CANCELLED: "Отмена: {title}, {when}",
        LetterKind.READDRESSED: "Направлено на другой адрес: {title}, {when}",
    },
    greeting="{name}!",
    excellency="Ваше Превосходительство!",
    openings={
        LetterKind.INVITATION: "Имеем честь пригласить Вас принять участие в мероприятии "
        "«{event}». Подробности приводятся ниже.",
        LetterKind.MOVED: "Сообщаем Вам, что время Вашего заседания в рамках мероприятия «{event}» "
        "изменено. Просим сообщить, подходит ли Вам новое время.",
        LetterKind.REWORDED: "Сообщаем Вам, что некоторые сведения о Вашем заседании в рамках "
        "мероприятия «{event}» изменены. Время остается прежним.",
        LetterKind.RETURNED: "Рады сообщить Вам, что Ваше заседание вновь включено в программу "
        "мероприятия «{event}», и имеем честь возобновить наше приглашение.",
        LetterKind.CANCELLED: "С сожалением сообщаем Вам, что программа мероприятия «{event}» "
        "изменилась и что Ваше участие в указанном ниже заседании более не предусмотрено. Просим "
        "принять наши извинения.",
        LetterKind.READDRESSED: "Впредь мы будем писать об указанном ниже заседании в рамках "
        "мероприятия «{event}» на другой адрес. Приглашение, направленное на этот адрес, более не "
        "действительно.",
    },
    altered="Сообщаем Вам, что в отношении Вашего заседания в рамках мероприятия «{event}» "
    "произошли указанные ниже изменения. Просим сообщить, сможете ли Вы принять участие.",
    session="Заседание",
    name="Ваше имя",
    role="Ваша роль",
    when="Дата и время",
    own_time="Ваше время",
    local="местное время: {city}",
    place="Место",
    status="Статус",
    confirmed="подтверждено",
    provisional="предварительно, подлежит подтверждению",
    others="Также участвуют",
    organizer="Организатор",
    about="Описание",
    was="было",
    now="стало",
    reply="Будем признательны за ответ с помощью кнопок Вашей почтовой программы или письмом "
    "в ответ на это сообщение.",
    reply_here="Будем признательны за ответ с помощью кнопок Вашей почтовой программы или по "
    "указанной ниже ссылке, где Вы можете также предложить другое время или замену.",
    answer="Ответить на приглашение",
    stands="Ваш ответ остается в силе: {answer}. От Вас ничего не требуется.",
    answers={
        ParticipationStatus.ACCEPTED: "принято",
        ParticipationStatus.DECLINED: "отклонено",
        ParticipationStatus.TENTATIVE: "принято предварительно",
        ParticipationStatus.DELEGATED: "передано",
    },
    delete="Если Ваша почтовая программа еще не сделала этого, просим удалить заседание из Вашего "
    "календаря.",
    feed="Все Ваши заседания в одном календаре, который обновляется сам",
    closing="С уважением,",
    notices={
        Outcome.DECLINED: "{name}: приглашение отклонено",
        Outcome.DELEGATED: "{name}: предложено другое лицо",
        Outcome.COUNTERED: "{name}: предложено изменение",
        Outcome.BOUNCED: "{name}: письмо не доставлено",
    },
    told={
        Outcome.DECLINED: "{name}: приглашение отклонено. Программа не изменена; решение остается "
        "за Вами.",
        Outcome.DELEGATED: "{name}: приглашение передано другому лицу. Больше никто не приглашен; "
        "если Вы согласны, измените программу.",
        Outcome.COUNTERED: "{name}: предложено изменение. Программа остается прежней, пока Вы не "
        "примете или не отклоните предложение.",
        Outcome.BOUNCED: "{name}: приглашение не удалось доставить. Это не отказ; проверьте адрес.",
    },
    proposed="Предложенное время",
    substitute="Предложенное лицо",
    comment="Комментарий",
    reason="Причина",
    address="Адрес",
    counter_subject="Предложение не принято: {title}, {when}",
    counter="Благодарим Вас за предложение, которое мы, к сожалению, не можем принять. Ваше "
    "заседание в рамках мероприятия «{event}» остается в программе, как указано ниже.",
)
