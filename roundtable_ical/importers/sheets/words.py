"""The words that headings of columns are made of, in many languages."""

WORDS = {
    "title": (
        "title titel titolo titulo titre tittel otsikko tytul nazev nazov naslov cim "
        "baslik basligi titulus titlu intitule denominacion headline rubrik bezeichnung "
        "uberschrift vortragstitel sessiontitel veranstaltungstitel судио заголовок "
        "название наименование τιτλος العنوان عنوان what was titul titill film filmtitel "
        "pealkiri pavadinimas nosaukums sessionstitel"
    ),
    "summary": "summary",
    "topic": (
        "topic topics subject betreff asunto assunto oggetto sujet thema onderwerp temat "
        "tema тема العنوان amne emne objet theme/topic konu konusu"
    ),
    "subtitle": (
        "subtitle untertitel sottotitolo subtitulo soustitre undertitel ondertitel "
        "podtytul zwischentitel subheading подзаголовок"
    ),
    "start": (
        "start starts beginn begin begins beginning anfang debut inicio inizio comienzo "
        "von from ab beginnt starting kickoff starttime eventstart sessionstart poczatek "
        "rozpoczecia zacatek kezdes baslangic borjan begynner alku начало с desde de "
        "startzeit startdatum anfangszeit beginnzeit inicial apertura البداية بداية "
        "aanvang starttid starttijd begintijd lancement startuhrzeit startet od "
        "beginntijd"
    ),
    "end": (
        "end ends ende endet finalizacion fin fim fine termino final hasta bis to until "
        "finish ending stop "
        "till koniec zakonczenia konec vege bitis slut slutt loppu конец окончание до "
        "einde endzeit enddatum schluss endtime eventend sessionend cierre finaliza ate a "
        "au النهاية نهاية sluttid eindtijd enduhrzeit do terminus termine termina"
    ),
    "date": (
        "date am datum fecha data day days tag jour jours dia dias giorno dag den dzien pvm "
        "nap paiva datums dates tanggal gun tarih дата день التاريخ اليوم startdatum "
        "enddatum journee journée wochentag weekday kuupaev datuma hari"
    ),
    "time": (
        "time times um uhrzeit zeit hora horas heure heures ora orario orari horario horaire "
        "horaires horarios godzina godz tid tijd tijdstip cas idopont saat klo kellonaika "
        "aika время الوقت startzeit endzeit anfangszeit timeslot slot zeitfenster uhr "
        "timing franja jam waktu hours hour clock starttime endtime starttid sluttid "
        "starttijd eindtijd startuhrzeit enduhrzeit at ωρα laikas laiks kell"
    ),
    "when": "when wann cuando quando когда datetime timestamp termin terminzeit scheduled",
    "length": (
        "duration dauer duracion duracao duree durata length lange minutes minuten min "
        "mins minutos varighet varaktighet duur kesto czas trvani sure продолжительность "
        "длительность المدة"
    ),
    "zone": "timezone zone zeitzone fuseau fuso huso tz tzid utc-offset",
    "room": (
        "room raum saal salle sala location locations lokal ort place venue venues lieu "
        "lugar luogo aula hall where wo zaal lokaal plats sted tila sali paikka miejsce "
        "misto mistnost helyszin terem yer salon место зал аудитория القاعة المكان "
        "кабинет stage buhne escenario scene auditorium amphi amphitheatre local locatie "
        "ruimte sitio espacio espace raumname veranstaltungsort platform salao palco "
        "espaco ubicacion tempat ruang roomname salonas sede"
    ),
    "building": "building gebaude batiment edificio gebouw byggnad cinema kino",
    "track": (
        "track tracks theme themes stream streams strang themenfeld schwerpunkt "
        "thematique thematiques axe eixo eje trilha pista percorso ruta tematica linea "
        "сессия секция трек поток spor spur strand themenbereich leitthema area ambito "
        "sciezka tags tag-liste keywords schlagworte motscles themenkreis المسار المحور "
        "subtheme topic-area eixotematico stream1 sektion section"
    ),
    "category": (
        "category categories kategorie kategorien categoria categorias categorie rubrique "
        "kategoria categoría категория labels label tags"
    ),
    "kind": (
        "type typ art kind tipo format formato tipologia sorte typologie formaat "
        "modalidad modalite sessiontype sessionformat veranstaltungsart eventtype тип "
        "формат النوع"
    ),
    "person": (
        "speaker speakers presenter presenters sprecher sprecherin sprecherinnen referent "
        "referenten referentin referentinnen vortragende vortragender vortragenden redner "
        "redende ponente ponentes orador oradora oradores expositor expositores "
        "conferencista conferencistas disertante panelista panelistas palestrante "
        "palestrantes intervenant intervenants intervenante intervenantes intervenant·e·s "
        "orateur orateurs oratrice conferencier conferenciers conferenciere relatore "
        "relatori relatrice relatrici spreker sprekers talare foredragsholder puhuja "
        "puhujat prelegent prelegenci mowca recnik rednik eloado konusmaci konusmacilar "
        "panelist panelists panellist panellists discussant discussants diskutant "
        "who wer quien quem author authors autor "
        "autores auteur auteurs autoren people persons person personen facilitator "
        "facilitators докладчик докладчики спикер спикеры выступающий ведущий المتحدث "
        "المتحدثون المتحدثين host hosts trainer instructor instructors leader leaders "
        "contributor contributors responsable participants mitwirkende fullname dozent "
        "teilnehmer teilnehmende teilnehmerin teilnehmerinnen "
        "dozentin pembicara speakername"
    ),
    "moderator": (
        "moderator moderators moderation moderador moderadora moderateur moderatrice "
        "moderatore chair chairs chairperson sitzungsleitung vorsitz модератор chairman "
        "animateur animador moderacion prowadzacy gesprekleider ordstyrer "
        "gespraechsleitung gesprachsleitung"
    ),
    "first": ("first given vorname prenom nombre nome firstname fname forename voornaam imie имя"),
    "last": (
        "last family surname nachname nom apellido apellidos cognome sobrenome lastname "
        "lname familienname achternaam nazwisko фамилия"
    ),
    "function": (
        "function funktion position role roles rolle cargo fonction poste job jobtitle "
        "designation puesto carica funcao functie должность"
    ),
    "organisation": (
        "organisation organization affil organizacion organizacao organizzazione affiliation "
        "affiliations affiliazione afiliacion afiliacao company firma unternehmen "
        "institution institutions institut instituto institucion instituicao ente empresa "
        "entreprise societe azienda organisatie organizace organizacja organisme "
        "university universidad hochschule einrichtung employer organisations "
        "organizations org organisatoren veranstalter организация компания المؤسسة الجهة "
        "organiser organizer organisers organizers organizador organizadores organisateur "
        "host-organization lead affiliasi"
    ),
    "abstract": (
        "abstract abstracts description descriptions descrizione descripcion descricao "
        "beschreibung resume resumen resumo zusammenfassung kurzbeschreibung details "
        "detail inhalt inhalte contenu contenido conteudo content beskrivelse beskrivning "
        "omschrijving opis popis kuvaus aciklama leiras описание аннотация الوصف synopsis "
        "info information text notes note notas bemerkung bemerkungen anmerkung "
        "anmerkungen remarks comments comment kommentar observaciones about teaser blurb "
        "objectives deskripsi"
    ),
    "language": (
        "language sprache langue idioma lingua taal sprak kieli jezyk jazyk язык اللغة lang"
    ),
    "status": "status state zustand estado etat stato statut статус الحالة confirmed published",
    "url": (
        "url link links website webseite web homepage lien enlace sito registration "
        "anmeldung zoom livestream streaming video meeting join ссылка enlaces liens "
        "webpage page meetinglink"
    ),
    "id": (
        "id nr no nummer number code num numero key identifier uuid guid slug lfd ref "
        "reference hash uid # pid sessionid"
    ),
    "session": (
        "session sessions event events talk talks activity activities vortrag vortrage "
        "veranstaltung veranstaltungen programmpunkt programmpunkte programm programme "
        "program proposal proposals item items sesion sesiones actividad actividades "
        "atividade atividades evento eventos sitzung seance evenement evenements activite "
        "activites conference conferencia conferenza sessione sessioni sessie "
        "presentation presentations paper papers lecture workshop contribution "
        "contributions submission submissions agenda sessao sessoes palestra charla "
        "ponencia attivita intervento intervention interventions beitrag "
        "tagesordnungspunkt punkt punto point "
        "segment part esitelma wydarzenie wyklad prednaska программа мероприятие доклад "
        "событие мероприятия activiteit aktivitet programma programa foredrag onderdeel "
        "kegiatan acara meetings"
    ),
    "name": "name nom nombre nome naam nimi imie navn namn jmeno nev isim имя الاسم nama",
    "private": (
        "email e-mail mail contact contacts phone telefon telephone telefono mobile bio biography "
        "biografie biographie photo foto picture image bild avatar twitter linkedin "
        "facebook instagram github capacity kapazitat capacidad color colour farbe price "
        "seats attendees registered rsvp gender pronouns owner created modified updated "
        "timestamp-created feedback level niveau score rating votes alldayevent allday "
        "ganztagig ganztagigesereignis todoeldia eldiatodo journeeentiere coauthors "
        "materials attachment recording aufzeichnung latitude longitude country city "
        "floor address adresse direccion attachments"
    ),
}
"""Words of languages that part them by blanks, by what they speak of."""
WHOLE = {
    "title": (
        "标题 題目 题目 議題 议题 主题 タイトル 演題 제목 セッション名 講演タイトル プログラム名 "
        "企画名 イベント名 演題名 活动名称 讲座题目 報告題目 报告题目 세션명 발표제목"
    ),
    "abstract": "内容 简介 説明 描述 설명",
    "date": "日期 日付 日時 日程 開催日 날짜 일자",
    "time": "时间 時間 時刻 시간",
    "start": "开始时间 開始時間 開始時刻 开始 開始 시작 시작시간",
    "end": "结束时间 結束時間 終了時刻 終了時間 结束 終了 結束 종료 종료시간",
    "room": "地点 地點 会场 會場 会場 場所 部屋 教室 会议室 會議室 房间 장소",
    "person": (
        "演讲者 演讲人 講者 嘉宾 主讲人 講演者 登壇者 발표자 연사 发言人 报告人 報告人 講師 "
        "演讲嘉宾 主讲嘉宾 分享嘉宾 讲者 主讲"
    ),
    "organisation": "单位 所属 소속",
    "kind": "类型 類型",
    "track": "分会场 トラック 트랙",
    "moderator": "主持人 司会 司会者",
    "length": "时长",
    "language": "語言 语言",
}
"""Headings of Chinese, Japanese and Korean tables, whole."""
