"""Nouns of offices and posts, as they stand after a name: "Minister", "Directrice", "CEO"."""

from roundtable_ical.importers.notes.times.letters import folded

_ENGLISH = """
minister ministers president presidents vice-president vicepresident chair chairs chairman
chairwoman chairperson chairpersons co-chair cochair co-chairs vice-chair vice-chairperson
vice-chairman director directors director-general directorgeneral secretary secretaries
secretary-general undersecretary under-secretary under-secretary-general commissioner
commissioners ambassador ambassadors governor governors mayor mayors senator senators head heads
chief chiefs ceo cto cfo coo cio ciso cmo cso dg pdg deputy vice manager managers officer officers
coordinator
co-ordinator coordinators leader leaders lead co-lead specialist specialists expert experts
advisor adviser advisors advisers consultant consultants professor professors lecturer researcher
researchers fellow fellows scientist scientists engineer engineers analyst analysts economist
attorney lawyer counsel counsellor counselor partner founder co-founder cofounder co-founders
owner representative representatives delegate delegates envoy member members rapporteur
enviado enviada envoyé envoyée
rapporteurs editor editor-in-chief journalist journalists reporter anchor host presenter author
writer poet artist student candidate postdoc administrator executive associate assistant principal
registrar dean provost chancellor vice-chancellor rector judge prosecutor ombudsman ombudsperson
premier consul spokesperson spokesman spokeswoman strategist architect designer developer
programmer scholar teacher educator practitioner physician doctor nurse farmer activist campaigner
official officials observer negotiator commissioner cabinet-secretary trustee treasurer convenor
convener curator librarian archivist statistician supervisor inspector
technician trainee intern historian philosopher sociologist anthropologist biologist chemist
physicist mathematician epidemiologist psychologist geographer geologist hydrologist meteorologist
ecologist climatologist filmmaker musician composer photographer producer entrepreneur investor
banker broker accountant auditor commander general focal-point pi reader docent
deputy-director ceos vp svp evp md gm mp mep mps commissioner-general attorney-general
president-elect ex-president chaplain evangelist founding-director statesman
"""
_FRENCH = """
ministre ministres président présidente présidents vice-président vice-présidente coprésident
coprésidente co-président co-présidente directeur directrice directeurs sous-directeur
sous-directrice secrétaire secrétaires coordonnateur coordonnatrice coordinateur coordinatrice
modérateur trésorier trésorière greffier greffière magistrat magistrate bâtonnier
inspecteur inspectrice entrepreneur entrepreneuse élu élue consul observateur observatrice
bourgmestre échevin
technicien technicienne responsable responsables chef cheffe chefs conseiller conseillère
conseillers chargé chargée
représentant représentante représentants délégué déléguée professeur professeure professeurs
chercheur chercheuse chercheurs enseignant enseignante enseignant-chercheur
enseignante-chercheuse maître maîtresse doctorant doctorante ingénieur ingénieure expert experte
experts consultant consultante gouverneur gouverneure maire préfet préfète sénateur sénatrice
député députée ambassadeur ambassadrice commissaire fondateur fondatrice co-fondateur
co-fondatrice cofondateur cofondatrice gérant gérante administrateur administratrice recteur
rectrice doyen doyenne journaliste présentateur présentatrice économiste sociologue historien
historienne anthropologue géographe avocat avocate membre membres étudiant étudiante pdg haut
animateur animatrice animateurs porte-parole conservateur conservatrice juriste psychologue
médecin écrivain
écrivaine réalisateur réalisatrice artiste gestionnaire agent archiviste documentaliste attaché
attachée post-doctorant post-doctorante postdoctorant postdoctorante directeur-général
agriculteur agricultrice facilitateur facilitatrice producteur productrice artisan artisane
boucher acheteur acheteuse éleveur éleveuse vigneron vigneronne paysan paysanne essayiste
militant militante philosophe politologue biologiste climatologue urbaniste architecte poète
éditeur éditrice traducteur traductrice auteur auteure autrice comédien comédienne cinéaste
bibliothécaire infirmier infirmière pharmacien pharmacienne formateur formatrice juge procureur
linguiste statisticien statisticienne démographe agronome vétérinaire
"""
_SPANISH_PORTUGUESE = """
ministro ministra ministros presidente presidenta vicepresidente vicepresidenta viceministro
viceministra director directora directores subdirector subdirectora secretario secretaria
subsecretario subsecretaria coordinador coordinadora coordinadores responsable jefe jefa
consejero consejera asesor asesora representante representantes delegado delegada profesor
profesora profesores catedrático catedrática investigador investigadora investigadores docente
doctorando doctoranda ingeniero ingeniera experto experta expertos consultor consultora
gobernador gobernadora alcalde alcaldesa senador senadora diputado diputada embajador embajadora
comisionado comisionada fundador fundadora cofundador cofundadora gerente administrador
administradora rector rectora vicerrector vicerrectora decano decana vicedecano vicedecana
periodista economista abogado abogada miembro miembros encargado encargada técnico técnica
titular becario becaria intendente intendenta historiador historiadora sociólogo socióloga
antropólogo antropóloga escritor escritora médico médica líder especialista analista
oficial portavoz letrado letrada letrados letradas arquitecto arquitecta licenciado licenciada
egresado egresada empresario empresaria contador contadora procurador procuradora fiscal
intérprete oficial portavoz magistrado magistrada juez jueza concejal concejala regidor regidora
defensor defensora veedor veedora interventor interventora promotor promotora gestor gestora
magistrada presentador presentadora conductor conductora animador animadora músico música actor
actriz artista cineasta bióloga biólogo geóloga geólogo psicóloga psicólogo enfermero enfermera
emprendedor emprendedora productor productora agricultor agricultora dirigente militante
activista autor autora poeta editora curador curadora bibliotecario bibliotecaria
ordinario ordinaria titular ponente comunicador comunicadora docente
governador governadora prefeita vice-governador vice-prefeito ministra presidenta
diretor diretora secretário secretária coordenador coordenadora chefe assessor assessora
pesquisador pesquisadora engenheiro engenheira prefeito prefeita vice-presidente deputado deputada
vereador vereadora analista superintendente consultora embaixador embaixadora fundadora gestor
gestora reitor reitora doutorando doutoranda estudante
"""
_OTHERS = """
senatorin staatsministerin staatsminister hauptgeschäftsführer moderatorin
journalist journalistin redakteur redakteurin ingenieur ingenieurin dozent dozentin inhaber
inhaberin
vorstand vorständin rektor dezernent dezernentin stadtrat stadträtin abgeordnete abgeordneter
assessore consigliere giornalista ministerin präsident präsidentin vizepräsident vizepräsidentin
direktor direktorin leiter leiterin
geschäftsführer geschäftsführerin referent referentin wissenschaftler wissenschaftlerin
vorsitzender vorsitzende botschafter botschafterin sprecher sprecherin beauftragte beauftragter
abteilungsleiter abteilungsleiterin bürgermeister bürgermeisterin staatssekretär staatssekretärin
mitarbeiter mitarbeiterin professorin gründer gründerin direttore direttrice ricercatore
ricercatrice giornalista vicepresidente assessora sindaca prorettore rettore rettrice consigliere
consigliera segretario segretaria docente presidentessa curatore curatrice coordinatore
coordinatrice
coautore coautrice autore autrice filosofo filosofa storico storica scrittore scrittrice
ordinario ordinaria sovrintendente soprintendente prefetto questore procuratore notaio architetto
ingegnere medico psicologo psicologa imprenditore imprenditrice parroco vescovo deputato deputata
vertreter vertreterin vertretung wethouder burgemeester schepen gedeputeerde beleidsmedewerker
adviseur oberbürgermeister landrat landrätin kanzler kanzlerin
presidentessa ricercatore
amministratore fondatore fondatrice dirigente senatore onorevole ambasciatore avvocato
ricercatrice professore professoressa responsabile sindaco presidenteessa voorzitter directeur
hoogleraar onderzoeker ketua kepala menteri direktur pengarah presiden gubernur wakil
direktör direktörin ordförande föreståndare rektor rektorin dekan dekanin
министр директор президент председатель заместитель руководитель начальник посол профессор эксперт
представитель
"""
_ABBREVIATED = "sec sec-gen dir gen exec asst assoc dep vp. coord pres min prof-titular"

WRITTEN = " ".join((_ENGLISH, _FRENCH, _SPANISH_PORTUGUESE, _OTHERS, _ABBREVIATED))
NOUNS = frozenset(folded(WRITTEN).split())
"""Folded; a word of them makes the phrase it heads a function."""

_ENDINGS = tuple(
    folded(
        """minister ministerin präsident präsidentin sekretär sekretärin direktor direktorin leiter
        leiterin referent referentin beauftragte beauftragter sprecher sprecherin professorin
        forscher forscherin wissenschaftler wissenschaftlerin berater beraterin manager managerin
        experte expertin historiker historikerin anwalt anwältin meister meisterin vorsitzende
        vorsitzender staatsrat stadtrat rätin chefin ingenieur ingenieurin architekt architektin
        lehrer lehrerin pfarrer pfarrerin führer führerin verwalter verwalterin planer planerin
        secretaris directrice voorzitster"""
    ).split()
)
"""Ends of such nouns in languages that write them in one word: "Wirtschaftsministerin"."""


def is_noun(word: str) -> bool:
    """Return whether *word* (folded, without signs around it) is such a noun, of many too."""
    if word in NOUNS or (word.endswith("s") and len(word) > 5 and word[:-1] in NOUNS):
        return True
    if word.startswith(("pro-", "ex-", "co-", "sub-", "vice-")):
        return word.split("-", 1)[1] in NOUNS
    return len(word) > 7 and word.endswith(_ENDINGS)


STANDING_FOR = frozenset(
    folded(
        """representative representatives representante representantes représentant représentante
        représentants delegate delegates délégué déléguée delegado delegada member members
        membre miembro speaker wakil vertreter vertreterin spokesperson"""
    ).split()
)
"""Functions of somebody whom a body has yet to name."""

BEFORE = frozenset(
    folded(
        """senior junior principal deputy vice acting interim associate assistant executive general
        national regional international global honorary former ex first second permanent resident
        special chief lead managing founding technical scientific legal political strategic
                outgoing incoming designate elect under adjunct visiting emeritus distinguished
        full prime foreign crown retd retired former-
        premier première haut haute ancien ancienne vice adjoint adjointe principal général générale
        hors primer primera alto alta ex vice general ejecutivo ejecutiva nacional
        the le la el los las les l' un une una"""
    ).split()
)
"""Words that stand in front of such a noun and make nothing else of it."""
