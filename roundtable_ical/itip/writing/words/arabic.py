"""Letters in Arabic."""

from roundtable_ical.itip.outbox import Outcome
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.requests import LetterKind
from roundtable_ical.itip.writing.words.vocabulary import Words

ARABIC = Words(
    locale="ar",
    subjects={
        LetterKind.INVITATION: "دعوة: {title}، {when}",
        LetterKind.MOVED: "موعد جديد: {title}، {when}",
        LetterKind.REWORDED: "تحديث: {title}، {when}",
        LetterKind.RETURNED: "تجديد الدعوة: {title}، {when}",
        LetterKind.CANCELLED: "إلغاء: {title}، {when}",
        LetterKind.READDRESSED: "أُرسلت إلى عنوان آخر: {title}، {when}",
    },
    greeting="حضرة {name} المحترم(ة)،",
    excellency="سعادتكم،",
    openings={
        LetterKind.INVITATION: "يشرفنا أن ندعوكم إلى المشاركة في «{event}» على النحو التالي.",
        LetterKind.MOVED: "نود إبلاغكم بأن موعد جلستكم في «{event}» قد تغيّر. ونرجو إفادتنا بما "
        "إذا كان الموعد الجديد يناسبكم.",
        LetterKind.REWORDED: "نود إبلاغكم بأن بعض تفاصيل جلستكم في «{event}» قد تغيّرت. أما "
        "الموعد فيبقى كما هو.",
        LetterKind.RETURNED: "يسرنا إبلاغكم بأن جلستكم قد أُدرجت من جديد في برنامج «{event}»، "
        "ويشرفنا أن نجدد دعوتنا إليكم.",
        LetterKind.CANCELLED: "يؤسفنا إبلاغكم بأن برنامج «{event}» قد تغيّر وبأن مشاركتكم في "
        "الجلسة المبيّنة أدناه لم تعد مقررة. ونرجو أن تتقبلوا اعتذارنا.",
        LetterKind.READDRESSED: "سنراسلكم من الآن فصاعداً على عنوان آخر بشأن الجلسة المبيّنة أدناه "
        "في إطار «{event}». ولم تعد الدعوة المرسلة إلى هذا العنوان صالحة.",
    },
    altered="نود إبلاغكم بأن جلستكم في «{event}» قد تغيّرت على النحو المبيّن أدناه. ونرجو إفادتنا "
    "بما إذا كان بإمكانكم المشاركة.",
    session="الجلسة",
    name="اسمكم",
    role="دوركم",
    when="التاريخ والوقت",
    own_time="بتوقيتكم",
    local="بتوقيت {city}",
    place="المكان",
    status="الحالة",
    confirmed="مؤكَّد",
    provisional="مؤقت، يؤكَّد لاحقاً",
    others="يشارك أيضاً",
    organizer="الجهة المنظمة",
    about="الوصف",
    was="سابقاً",
    now="الآن",
    reply="نكون ممتنين لو تفضلتم بالرد باستخدام أزرار برنامج البريد أو بالرد على هذه الرسالة.",
    reply_here="نكون ممتنين لو تفضلتم بالرد باستخدام أزرار برنامج البريد أو على العنوان أدناه، حيث "
    "يمكنكم أيضاً اقتراح موعد آخر أو من ينوب عنكم.",
    answer="الرد على الدعوة",
    stands="يظل ردكم سارياً: {answer}. ولا يلزمكم القيام بأي شيء.",
    answers={
        ParticipationStatus.ACCEPTED: "قبول",
        ParticipationStatus.DECLINED: "اعتذار",
        ParticipationStatus.TENTATIVE: "قبول مبدئي",
        ParticipationStatus.DELEGATED: "إنابة",
    },
    delete="إذا لم يقم برنامج البريد بذلك بالفعل، نرجو حذف الجلسة من تقويمكم.",
    feed="جميع جلساتكم في تقويم واحد يُحدَّث باستمرار",
    closing="وتفضلوا بقبول فائق الاحترام،",
    notices={
        Outcome.DECLINED: "{name}: اعتذار عن الدعوة",
        Outcome.DELEGATED: "{name}: تسمية شخص آخر",
        Outcome.COUNTERED: "{name}: اقتراح تغيير",
        Outcome.BOUNCED: "{name}: تعذّر إيصال الدعوة",
    },
    told={
        Outcome.DECLINED: "{name}: ورد اعتذار عن الدعوة. ولم يتغير البرنامج، والقرار لكم.",
        Outcome.DELEGATED: "{name}: أُحيلت الدعوة إلى شخص آخر. ولم يُدعَ أي شخص آخر؛ فإن وافقتم "
        "يرجى تعديل البرنامج.",
        Outcome.COUNTERED: "{name}: ورد اقتراح بالتغيير. ويبقى البرنامج كما هو إلى أن تقبلوا "
        "الاقتراح أو ترفضوه.",
        Outcome.BOUNCED: "{name}: تعذّر إيصال الدعوة. وليس هذا اعتذاراً؛ يرجى التحقق من العنوان.",
    },
    proposed="الموعد المقترح",
    substitute="الشخص المسمّى",
    comment="تعليق",
    reason="السبب",
    address="العنوان",
    counter_subject="لم يُؤخذ بالاقتراح: {title}، {when}",
    counter="نشكركم على اقتراحكم، ويؤسفنا أننا لا نستطيع الأخذ به. وتبقى جلستكم في «{event}» على "
    "النحو التالي.",
    comma="، ",
    right_to_left=True,
)
