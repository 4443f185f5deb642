"""Letters in Chinese."""

from roundtable_ical.itip.outbox import Outcome
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.requests import LetterKind
from roundtable_ical.itip.writing.words.vocabulary import Words

CHINESE = Words(
    locale="zh",
    subjects={
        LetterKind.INVITATION: "邀请：{title}，{when}",
        LetterKind.MOVED: "时间变更：{title}，{when}",
        LetterKind.REWORDED: "内容更新：{title}，{when}",
        LetterKind.RETURNED: "再次邀请：{title}，{when}",
        LetterKind.CANCELLED: "取消：{title}，{when}",
        LetterKind.READDRESSED: "改发至其他地址：{title}，{when}",
    },
    greeting="尊敬的{name}：",
    excellency="尊敬的阁下：",
    openings={
        LetterKind.INVITATION: "我们荣幸地邀请您参加“{event}”，详情如下。",
        LetterKind.MOVED: "谨通知您，您在“{event}”中的会议时间已有变更。"
        "请告知新的时间对您是否合适。",
        LetterKind.REWORDED: "谨通知您，您在“{event}”中的会议部分内容已有更新，时间不变。",
        LetterKind.RETURNED: "我们高兴地通知您，您的会议已重新列入“{event}”的日程，"
        "谨再次邀请您参加。",
        LetterKind.CANCELLED: "我们遗憾地通知您，“{event}”的日程已有变更，不再安排您参加下列会议。"
        "由此带来不便，敬请谅解。",
        LetterKind.READDRESSED: "今后有关您在“{event}”中下列会议的邮件将发往另一地址。"
        "发至本地址的邀请不再有效。",
    },
    altered="谨通知您，您在“{event}”中的会议已有下列变更。请告知您能否参加。",
    session="会议",
    name="您的姓名",
    role="您的角色",
    when="日期和时间",
    own_time="您当地的时间",
    local="{city}时间",
    place="地点",
    status="状态",
    confirmed="已确认",
    provisional="暂定，待确认",
    others="其他参加者",
    organizer="主办方",
    about="内容",
    was="原为",
    now="现为",
    reply="请使用邮件程序中的按钮答复，或直接回复本邮件，我们不胜感激。",
    reply_here="请使用邮件程序中的按钮或通过以下网址答复，我们不胜感激。"
    "您也可在该网址提议其他时间或替代人选。",
    answer="答复邀请",
    stands="您先前的答复仍然有效：{answer}。您无需再做任何操作。",
    answers={
        ParticipationStatus.ACCEPTED: "接受",
        ParticipationStatus.DECLINED: "谢绝",
        ParticipationStatus.TENTATIVE: "暂定接受",
        ParticipationStatus.DELEGATED: "已委托他人",
    },
    delete="如果邮件程序尚未自动删除，请从您的日历中删除该会议。",
    feed="您所有会议的日历，随时更新",
    closing="此致敬礼",
    notices={
        Outcome.DECLINED: "{name}已谢绝邀请",
        Outcome.DELEGATED: "{name}指定了他人",
        Outcome.COUNTERED: "{name}提议更改",
        Outcome.BOUNCED: "无法联系{name}",
    },
    told={
        Outcome.DECLINED: "{name}已谢绝邀请。日程未作更改，如何安排由您决定。",
        Outcome.DELEGATED: "{name}已将邀请转交他人。系统未邀请其他任何人；如您同意，请更改日程。",
        Outcome.COUNTERED: "{name}提议更改。在您接受或拒绝该提议之前，日程保持不变。",
        Outcome.BOUNCED: "给{name}的邀请未能送达。这并非谢绝，请核对地址。",
    },
    proposed="提议的时间",
    substitute="指定的人选",
    comment="附言",
    reason="原因",
    address="地址",
    counter_subject="提议未获采纳：{title}，{when}",
    counter="感谢您的提议。很遗憾，我们无法采纳。您在“{event}”中的会议仍安排如下。",
    comma="，",
)
