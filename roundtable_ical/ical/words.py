"""The few words that we add to an organiser's own, in the six languages of the UN."""

from dataclasses import dataclass

from roundtable_ical.programme.people import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Fixed words of one language."""

    cancelled: str
    to_be_confirmed: str
    remote: str
    withheld: str
    theme: str
    part_of: str
    join: str
    page: str
    hosts: str
    agenda: str
    unscheduled: str
    open_end: str
    my_choice: str
    roles: dict[Role, str]
    colon: str = ": "

    @property
    def cancelled_prefix(self) -> str:
        """What stands before a title: clients show STATUS in four different ways, or not at all."""
        return f"{self.cancelled}{self.colon}"


_ENGLISH = Words(
    cancelled="CANCELLED",
    to_be_confirmed="to be confirmed",
    remote="by video link",
    withheld="Speaker to be announced",
    theme="Theme",
    part_of="Part of",
    join="Join",
    page="Page",
    hosts="Hosts",
    agenda="Agenda",
    unscheduled="Time to be confirmed",
    open_end="End time open",
    my_choice="my choice",
    roles={
        Role.SPEAKER: "Speaker",
        Role.MODERATOR: "Moderator",
        Role.CHAIR: "Chair",
        Role.PANELLIST: "Panellist",
        Role.DISCUSSANT: "Discussant",
        Role.HOST: "Host",
    },
)
_FRENCH = Words(
    cancelled="ANNULÉ",
    to_be_confirmed="à confirmer",
    remote="en visioconférence",
    withheld="Intervenant à annoncer",
    theme="Thème",
    part_of="Dans le cadre de",
    join="Rejoindre",
    page="Page",
    hosts="Organisateurs",
    agenda="Ordre du jour",
    unscheduled="Horaire à confirmer",
    open_end="Heure de fin non fixée",
    my_choice="ma sélection",
    roles={
        Role.SPEAKER: "Intervention",
        Role.MODERATOR: "Modération",
        Role.CHAIR: "Présidence",
        Role.PANELLIST: "Panel",
        Role.DISCUSSANT: "Discussion",
        Role.HOST: "Accueil",
    },
    colon=" : ",
)
_SPANISH = Words(
    cancelled="CANCELADO",
    to_be_confirmed="por confirmar",
    remote="por videoconferencia",
    withheld="Intervención por anunciar",
    theme="Tema",
    part_of="En el marco de",
    join="Unirse",
    page="Página",
    hosts="Organizan",
    agenda="Programa",
    unscheduled="Hora por confirmar",
    open_end="Hora de finalización sin fijar",
    my_choice="mi selección",
    roles={
        Role.SPEAKER: "Intervención",
        Role.MODERATOR: "Moderación",
        Role.CHAIR: "Presidencia",
        Role.PANELLIST: "Panel",
        Role.DISCUSSANT: "Comentarios",
        Role.HOST: "Anfitrión",
    },
)
_RUSSIAN = Words(
    cancelled="ОТМЕНЕНО",
    to_be_confirmed="подлежит подтверждению",
    remote="по видеосвязи",
    withheld="Имя докладчика будет объявлено",
    theme="Тема",
    part_of="В рамках",
    join="Подключиться",
    page="Страница",
    hosts="Организаторы",
    agenda="Программа",
    unscheduled="Время подлежит подтверждению",
    open_end="Время окончания не установлено",
    my_choice="мой выбор",
    roles={
        Role.SPEAKER: "Выступление",
        Role.MODERATOR: "Модератор",
        Role.CHAIR: "Председатель",
        Role.PANELLIST: "Участник дискуссии",
        Role.DISCUSSANT: "Содокладчик",
        Role.HOST: "Принимающая сторона",
    },
)
_CHINESE = Words(
    cancelled="已取消",
    to_be_confirmed="待确认",
    remote="视频连线",
    withheld="发言人待公布",
    theme="主题",
    part_of="所属活动",
    join="加入会议",
    page="页面",
    hosts="主办方",
    agenda="议程",
    unscheduled="时间待确认",
    open_end="结束时间未定",
    my_choice="我的选择",
    roles={
        Role.SPEAKER: "发言",
        Role.MODERATOR: "主持人",
        Role.CHAIR: "主席",
        Role.PANELLIST: "小组成员",
        Role.DISCUSSANT: "评论人",
        Role.HOST: "东道主",
    },
    colon="：",
)
_ARABIC = Words(
    cancelled="أُلغي",
    to_be_confirmed="يؤكَّد لاحقاً",
    remote="عبر الفيديو",
    withheld="يُعلن عن المتحدث لاحقاً",
    theme="الموضوع",
    part_of="في إطار",
    join="الانضمام",
    page="الصفحة",
    hosts="الجهات المنظمة",
    agenda="جدول الأعمال",
    unscheduled="الوقت يؤكَّد لاحقاً",
    open_end="وقت الانتهاء غير محدد",
    my_choice="اختياري",
    roles={
        Role.SPEAKER: "كلمة",
        Role.MODERATOR: "إدارة الجلسة",
        Role.CHAIR: "رئاسة الجلسة",
        Role.PANELLIST: "مشاركة في النقاش",
        Role.DISCUSSANT: "تعقيب",
        Role.HOST: "الجهة المضيفة",
    },
)
_LANGUAGES = {
    "en": _ENGLISH,
    "fr": _FRENCH,
    "es": _SPANISH,
    "ru": _RUSSIAN,
    "zh": _CHINESE,
    "ar": _ARABIC,
}
SPOKEN = tuple(_LANGUAGES)
"""Languages of the fixed words: the UN's six."""


def words(language: str) -> Words:
    """Return the words of *language* (BCP 47), English for one that is not among the six."""
    return _LANGUAGES.get(language.partition("-")[0].lower(), _ENGLISH)
