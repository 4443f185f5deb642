"""Everyday words of titles in several languages: a name made of nothing else is none.

`HARD` are in nobody's name. `SOFT` are surnames and given names too, and count only where every
word beside them is such a one: "Green Rivers" is a title, "Xan Rivers" a person.
"""

from roundtable_ical.importers.notes.times.letters import folded

_ENGLISH = """
silent hidden deep smart critical rapid happy live quick common shared broken missing advanced
intermediate beginner beginners basic basics practical essential essentials creative interactive
virtual outdoor indoor guided surprise favourite favorite untold unheard reloaded revisited
unplugged uncovered explained
hydrogen rainforest desert island islands wetlands reef reefs mountain mountains coastal urban rural
interurban suburban village villages neighbourhood neighborhood countryside
bond bonds capital venture ventures startup startups pitch pitches
literacy reality realities voices stories story tales figures numbers facts myths lessons skills
tricks tips ideas dreams hopes minds thoughts memories visions signals
thinking thinker dating prototyping designing making maker makers doing cooking gardening knitting
dancing singing walking hiking cycling swimming running yoga meditation mindfulness
defence defense attack attacks threat threats generation generations economies growth
twins twin robots robot robotics drones drone sensors sensor chips chip batteries battery storage
fireside chat hour hours minutes round rounds lap quiz game games contest contests raffle karaoke
quintet quartet trio choir band bands concert concerts opera jazz ballet orchestra disco
cocktails brunch barbecue bbq buffet picnic drinks toast pizza
terrace balcony courtyard patio garage basement rooftop
transfer shuttle bus buses tram trams train trains ferry bicycle bicycles car cars bike bikes
pickup badge badges kick-off kickoff team teams pitching mingle mingling icebreaker warm-up
sponsor sponsors exhibitor exhibitors vendor vendors
sector sectors reform reforms tide tides
hunger poverty peace war wars freedom democracy trust truth power love death birth
workers worker employees employers consumers citizens patients users
prayer prayers anthem anthems blessing flag
great big small little large huge tiny fast slow early late better best worse worst
breakthrough breakthroughs highlight highlights gap gaps bridge-building
pay salary wages taxes taxation budget budgets
explore engage empower innovate build create inspire connect transform discover imagine learn grow
think share play move meet protect prevent restore reduce reuse recycle rethink reimagine rebuild
plan listen act lead teach inform involve adapt mitigate collaborate celebrate
"""
_FRENCH = """
créer innover partager construire apprendre découvrir imaginer agir penser rêver écouter grandir
relier inventer transformer protéger préserver réparer cultiver semer jouer
semences savoirs locaux paysannes paysans récoltes sols forêts rivières villages quartiers
jeux goûter apéro buffet bal fanfare chorale balade randonnée lecture lectures contes veillée
jardin jardins potager fleuve mer montagne plage
buvette brocante marché kermesse tombola enfants enfances familles aînés
vieux vieille nouveau nouvelle nouveaux nouvelles grand grande grands grandes
libre libres vert verte vivant vivante vivre
"""
_SPANISH_PORTUGUESE = """
crear innovar compartir construir aprender descubrir imaginar actuar pensar soñar escuchar crecer
conectar transformar proteger cuidar sembrar cultivar jugar reparar inspirar emprender
semillas criollas saberes locales campesinos bosques ríos barrios aldeas feria ferias libro libros
juegos merienda sobremesa baile fiesta fiestas fogata caminata senderismo cuentos lectura lecturas
huerto huertos jardín jardines playa montaña premios premio entrega clausura
nuevo nueva nuevos nuevas grande grandes viejo vieja viva vivo libre libres verde verdes
suelo suelos bosque lluvia
criar inovar partilhar descobrir imaginar agir sonhar ouvir semear reparar
sementes crioulas terra solo florestas oficina oficinas festa lanche premiação encerramento
velho velha novo nova novos novas mercado mestre convidado convidada convidados
"""
_OTHERS = """
denken handeln wirken entdecken staunen lernen gestalten bauen teilen erleben mitmachen verstehen
bewegen spielen forschen erfinden gründen wachsen zuhören verändern
wasser boden luft feuer wald wälder fluss flüsse berge stadt städte dorf dörfer brücke brücken
wege weg straße straßen dächer haus häuser garten gärten
kaffee kuchen brotzeit imbiss umtrunk sektempfang führung führungen rundgang spaziergang lesung
konzert chor spiele basteln tanz
alte alter altes neue neuer neues grüne grüner grünes blaue blauer blaues große großer großes
kleine kleiner kleines lebendige offene digitale
sognare costruire creare imparare scoprire immaginare condividere innovare pensare agire ascoltare
crescere proteggere coltivare giocare
acqua suolo foreste fiumi giochi merenda passeggiata concerto festa letture
"""
HARD = frozenset(folded(" ".join((_ENGLISH, _FRENCH, _SPANISH_PORTUGUESE, _OTHERS))).split())
"""Folded."""

_SOFT = """
green blue red white black brown grey gray gold golden silver young old new open wild strong bright
wise sharp swift bush wood woods field fields river rivers lake lakes sea ocean hill hills stone
stones rose roses garden gardens forest spring summer winter autumn rain snow wind storm cloud
clouds star stars sun moon day days night nights king queen bishop page price bank banks park parks
bridge bridges gate gates hall side road roads street lane station tower church castle cross
angel fish fox wolf bird birds lamb bull rice bean ginger coral amber ruby pearl silk cotton
good hope faith joy grace glory story hard soft long short low high north south east west
central main free safe fair true clean set robin church power powers
"""
SOFT = frozenset(folded(_SOFT).split()) - HARD
"""Folded."""
