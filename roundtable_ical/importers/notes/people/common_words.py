"""Words of agendas that are in nobody's name; what has one of them in it names no person."""

from roundtable_ical.importers.notes.times.letters import folded

_MEETING = """
opening closing welcome welcoming introduction introductions introductory remarks remark keynote
keynotes address addresses speech speeches session sessions panel panels discussion discussions
debate debates roundtable roundtables table workshop workshops talk talks presentation
presentations lecture lectures break breaks coffee tea lunch luncheon dinner breakfast reception
networking registration arrival arrivals departure ceremony video videos film screening photo
questions question answers answer q&a conclusion conclusions summary wrap-up wrap recap plenary
parallel breakout breakouts poster posters demo demos award awards prize visit tour trip overview
update updates report reports reporting status agenda programme program schedule paper papers
minutes adoption election elections next steps step way forward perspective perspectives
challenges challenge opportunities opportunity lessons role future theme themes subtheme topic
topics title time venue room location date item items part phase block track day's week
announcements announcement logistics objectives objective outcome outcomes background context
interactive moderated invited contributed oral spotlight lightning statements statement intervention
interventions message messages performance cultural launch signing
feedback reflections reflection review reviews planning preparation follow-up
meeting meetings conference conferences congress symposium seminar webinar summit event events
participants participant guests speakers attendees audience delegates everyone everybody all
chairs panelists panellists members member organisers organizers organizer secretariat host hosts
moderator moderators speaker panelist panellist discussant discussants rapporteur rapporteurs
facilitator facilitators tbc tbd confirmed n.a. online virtual hybrid livestream zoom
introducing welcoming opportunities towards toward beyond building making using exploring
understanding ensuring
enhancing strengthening improving promoting advancing addressing accelerating scaling closing
bridging unlocking driving managing measuring developing creating implementing learning
optional foyer lobby auditorium plenary theatre everyone various several refreshments dessert
room rooms suite suites ballroom function link links
city cities town village dataset datasets scene codebase galleria
hinweis wichtiger
ciudad ciudades pueblo pueblos barrio emergente ville villes città cidade stadt städte
africa asia europe afrique asie europa
arrêt parada haltestelle entrée eingang entrada familiares
drinks snacks cocktail check-in check-out checkout standup
"""
_TOPICS = """
climate change carbon energy energies water food health education digital data technology
technologies innovation innovations science sciences research policy policies law rights human
women gender youth children labour trade finance financial economic economy economies development
sustainable sustainability environment environmental ocean oceans forestry agriculture
agricultural security justice social culture cultural public private national international
regional local global world urban rural special strategic management governance markets
industry industrial supply transport mobility migration migrants transition resilience
adaptation mitigation biodiversity ecosystem ecosystems nature natural resources resource
capacity framework frameworks agreement goals goal targets action actions practice practices
competition case study studies tools methods method model models modelling modeling analysis design
infrastructure software hardware internet network learning artificial intelligence machine
quantum systems system standards standard community communities society civil cooperation
collaboration partnerships partners stakeholders responsible inclusive inclusion equality
equity access quality impact impacts risk risks disaster emergency crisis recovery investment
investments investing business businesses entrepreneurship employment jobs skills training
communication communications media information knowledge language languages history theory
introduction based driven high-level low-carbon renewable renewables clean circular
european african asian american pacific arab indigenous ministerial parliamentary
scientific technical general annual new main first second third fourth fifth last final
"""
_FRENCH = """
ouverture clôture bienvenue accueil allocution allocutions discours mot mots pause déjeuner dîner
petit-déjeuner cocktail séance séances atelier ateliers table ronde tables rondes plénière
présentation présentations exposé exposés conférence conférences débat débats échanges questions
réponses synthèse conclusions remerciements inscription enregistrement photo visite projection
intermède hymne remise prix programme journée matin matinée après-midi soirée thème thèmes sujet
intervenant intervenants intervenante modérateur modératrice animateur participants invités tous
climat énergie eau santé éducation numérique données développement durable recherche droit droits
femmes jeunesse enfants économie économique finances commerce industrie agriculture forêt
environnement culture culturelle publique public privé nationale national internationale
international régionale mondial mondiale changement politique politiques sciences enjeux défis
perspectives rôle avenir comment pourquoi quel quelle quels quelles
gouvernance cadre coopération rapport rapports réunion colloque congrès forum salle lieu date heure
"""
_SPANISH = """
apertura clausura cierre bienvenida inauguración palabras discurso saludo saludos pausa almuerzo
cena desayuno café receso descanso sesión sesiones taller talleres mesa redonda plenaria panel
paneles presentación presentaciones ponencia ponencias conferencia conferencias debate debates
conversatorio charla charlas preguntas respuestas conclusiones síntesis inscripción registro
acreditación acreditaciones visita proyección programa jornada mañana tarde noche tema temas
moderador moderadora moderación moderan modera coordina coordinación participan participantes
invitados asistentes todos por definir
clima climático energía agua salud educación digital datos desarrollo sostenible investigación
derecho derechos mujeres jóvenes niños economía económico económica finanzas comercio industria
agricultura bosque ambiente ambiental cultura cultural pública público privado nacional
internacional regional mundial cambio política políticas ciencia ciencias desafíos retos papel
futuro cómo qué cuál cuáles cooperación ponente
autoridades temática expositor resumen recepción intervalo corte acto público coloquio informe
informes reunión coloquio congreso sala
lugar fecha hora ubicación responsables responsable equipo primera segunda tercera parte
"""
_OTHERS = """
abertura encerramento almoço intervalo mesa programação seminário seminários desafios sistema
governança
institucionalidade relatório síntese conclusões oportunidades contextualização debates apresentação
palestra palestras boas-vindas credenciamento inscrições política desenvolvimento pesquisa saúde
educação água meio ambiente mudanças climáticas sustentável sociedade
apertura saluti introduzione conclusioni tavola rotonda convegno pausa pranzo cena caffè sessione
intervento segue seguire confronto testimonianza testimonianze regionale nazionale provinciale
relazione relazioni dibattito domande moderatore moderatrice interventi registrazione cultura
ricerca sviluppo economia
eröffnung begrüßung grußwort grußworte vortrag vorträge pause mittagspause kaffeepause mittagessen
abendessen
diskussion podiumsdiskussion abschluss anmeldung tagung programm einführung zusammenfassung ausblick
forschung entwicklung zukunft herausforderungen gesellschaft wirtschaft politik umwelt klima
gesundheit bildung
pembukaan penutupan rehat makan istirahat sambutan diskusi sesi penetapan pendengaran pewartaan
keluar hutan
simpanan kekal bagi tentang untuk dalam dan yang dengan
парламент открытие закрытие перерыв обед ужин доклад доклады сессия дискуссия вопросы
"""
_SMALL = """
un eu au uk us uae ai ict it pm am q a an the and or but of for from to in on at by with without
as is are was were be will shall can
could should would may might must do does did has have had not no yes this that these those it its
their our your his her we you they he she who whom whose which what when where why how if then than
so such each every some any many more most other another both either between among through during
before after over under above below about against across into onto upon via per vs versus
un une des du au aux et ou mais dans sur avec sans pour par en est sont ce cette ces son sa ses
notre nos votre vos leur leurs qui que quoi dont où il elle ils elles
el los las unos unas y o pero con sin para por es son este esta estos estas su sus nuestro nuestra
lo
und oder der die das den dem des ein eine einer mit ohne für von zu im am ist sind wie was warum
"""
WRITTEN = " ".join((_MEETING, _TOPICS, _FRENCH, _SPANISH, _OTHERS, _SMALL))
WORDS = frozenset(folded(WRITTEN).split())
"""Folded."""

CONNECTING = frozenset(
    folded(
        """of for from to in on at by with as and or the a an & de du des d' l' la le les
        à au aux et
        ou pour par en sur del las los el y e o para con da do das dos und der die das für von zur
        zum im di della dei degli delle il lo dan untuk"""
    ).split()
)
"""Words that no phrase ends on: what follows on the next line goes on with it."""

PREPOSITIONS = frozenset(
    folded(
        """of for from to in at on with de du des d' à au aux pour en sur del para con da do das
        dos für von der im in am di della dei degli of: chez près auprès by und and et y e & ,
        within behind untuk dan i"""
    ).split()
)
"""Words that end the head of a phrase: what stands before them tells what it is."""
