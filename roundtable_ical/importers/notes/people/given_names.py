"""Given names in use around the world: one of them makes words without any title a person.

A name that is missing here costs nothing where something else tells of a person; names that are
everyday words (Grace, Faith, Mark as a verb) are in it, since a surname must follow them.
Written down from general knowledge; it names no particular person.
"""

from roundtable_ical.importers.notes.times.letters import folded

_EUROPEAN = """
aaron abigail adam adrian adriana agnes agnieszka aidan aisling aitor alain alan alba albert alberto
aldo alejandra alejandro aleksandar aleksandra alessandra alessandro alessia alex alexander
alexandra alexandre alexandros alexei alexey alexia alexis alfonso alfred alfredo alice alicia
alina alison almudena alvaro amanda amelia amelie amy ana anastasia anders andre andrea andreas
andrei andres andrew andrey andrii andrzej ane ange angela angeles angelica angelika angelo anita
anja anka ann anna annabel anne anneke anneli annette annie annika anselm anthony antoine anton
antonella antonia antonin antonio antonis antti ariane arianna ariel armando arnaud arne arnold
arthur artur
arturo asa astrid athena aude audrey august aurelie aurelien aurora axel
barbara bart bartosz bas bastian beata beatrice beatriz belen ben benedetta benedict benedikt
benito benjamin benoit bernadette bernard bernardo bernd bernhard bert bertrand beth bettina bianca
birgit bjorn blanca bob bogdan boris bozena brad brenda brendan brian bridget brigitte britta bruce
bruno bryan
caitlin camila camilla camille carina carl carla carlo carlos carmen carol carola carole carolina
caroline carsten catalina catarina caterina catherine cathy cecile cecilia celia celine cesar
chantal charles charlotte chiara chloe chris christa christel christian christiane christina
christine christof christoph christophe christopher christos ciara claire clara claude claudia
claudine claudio claudius clemence clemens clement cleo colette colin colm conor constance
constantin constanza cora corinne cory cristian cristiana cristina cristobal curtis cyril cyrille
dag dagmar damian damien dan dana daniel daniela daniele daniella danielle daphne daria dario
darragh darren dave david davide dawn dean
deborah deirdre delphine denis denise derek diana diane dick didier diego dieter dimitri
dimitris dina dino dirk dominic dominik dominique dominika don donald donatella donna dora doris
dorota dorothea dorothy
doug douglas duncan dusan
edgar edith edmund eduard eduardo edward edwin efrain eileen elaine eleanor elena eleni elia elias
elif
elisa elisabeth elisabetta elise eliza elizabeth ella ellen elodie elsa elvira emanuel emanuela
emanuele emil emile emilia emiliano emilie emilio emily emma emmanuel emmanuelle enrica enrico
enrique eric erica erich erik erika ernesto ernst erwin esteban estelle ester esther eszter
etienne eugene eugenia
eugenio eva evan evangelos evelyn evgeny ewa
fabian fabiana fabien fabienne fabio fabrice fabrizio fatima fausto federica federico felicity
felipe felix ferdinand ferenc fergus fernanda fernando filip filipa filippo fiona flavia flavio
flora florence florent florentina florian francesca francesco francine francis francisca francisco
franck francois
francoise frank franz fred frederic frederick frederico frederik frederique fredrik freya friedrich
fritz
gabor gabriel gabriela gabriele gabriella gabrielle gaelle gareth gary gavin gael geert gemma
genevieve geoff geoffrey george georges georgia georgios georgina gerald geraldine gerard gerardo
gerd gerhard german gianni gilbert gilles gillian gina gino giorgia giorgio giovanna giovanni gisela
giulia giuliano giuseppe glen glenn gloria goran gordon graham grace greg gregor gregoire gregory
greta grzegorz guadalupe guido guilherme guillaume guillermo gunnar gunter gustav gustavo guy gwen
hannah hannes hanna hans harald harry harold harriet hartmut hector heather heidi heike heiko
heinrich heinz
helen helena helene helga helmut hendrik henk henri henriette henrik henry herbert herman hermann
herve hilary
hilda holger holly horst howard hubert hugh hugo humberto
iain ian ida ignacio igor ilaria ilse imelda imre inaki ines inga inge ingrid inigo inmaculada
ioana ioannis ion iona irena irene
irina iris irma isaac isabel isabella isabelle isadora ismael istvan itziar ivan ivana ivo
jack jackie jacob jacek jacqueline jacques jaime jakob jakub james jamie jan jana jane janet
janice janina janine janos janusz
jared jaroslav jason javier jean jeanne jeff jeffrey jelena jennifer jenny jens jeremy jerome
jerry jerzy
jesper jesse jessica jesus jill jim jimena jiri jo joachim joan joana joanna joanne joao joaquim
joaquin jochen
joel joelle johan johanna johannes john johnny jon jonas jonathan joost jordan jordi jorge jose
josep jesus jorg jorgen josef josefa josefina joseph
josephine joshua josiane josip joyce juan juana juanita judith judy jukka jules julia julian
juliana julie julien
juliet juliette julio julius jurgen jurij justin justine justyna
karel karen karin karina karl karla karolina karsten kate katarina katarzyna katerina katharina
katherine kathleen
kathrin kathryn kathy katia katie katja katrin kay keith kelly ken kenneth kerstin kevin kieran
kim kimberly kirsten
kirsty kjell klara klaus knut konrad konstantin konstantinos kostas krzysztof kristian kristin
kristina kristof kurt kyle
lambert lara larry lars laszlo laura laure laurence laurent lauren laurie lea leah leandro leila
lena leo leon leonard leonardo
leonie leopold leslie leticia lidia liam lianne lilian liliana lily lina linda line lionel lisa
lise livia liz
loic lola loreto lorena lorenzo lorraine louis louisa louise luc luca lucas lucia luciana luciano
lucie lucien lucy ludivine ludovic
ludwig luigi luis luisa luiz lukas luke luz lydia lyn lynn lyse
maarten madeleine magali magda magdalena magnus maite maja malcolm malin manfred manon manuel
manuela marc
marcel marcela marcelo marcin marco marcos marcus marek margaret margarida margarita margherita
margit margot maria mariam
marian mariana marianne marie marielle marieke marija marika marilyn marina mario marion marisa
marisol marit mark marko markus
marlene marta martha martin martina martine martyn mary massimo mateo mateusz mathieu mathilde
matias matej matteo matthew
matthias matthieu matti maud maureen maurice mauricio maurizio mauro max maxim maxime maximilian
maya megan melanie melissa
mercedes mette mia micaela michael michaela michail michal michel michela michele micheline
michelle miguel mihai mihaela mikael
mike mikhail mikko milan milena milica milos mireille mirela miriam mirjam mirko miroslav mladen
moira monica monika
monique montserrat morgan moritz morten muriel myriam
nadia nadine nancy naomi natalia natalie natasa natasha nathalie nathan nathaniel neil nerea
nicholas nick
nicola nicolae nicolas nicole niall niels nigel nikola nikolai nikolaos nikolaus nikos nils nina
noel noemi nora norbert norma norman nuria
odile olaf ole oleg oleksandr olena olga oliver olivia olivier omar oriol orla oscar oskar otto
pablo paddy paloma pamela paola paolo pascal pascale patrice patricia patricio patrick patrik
patrizia patty paul paula
paulina pauline paulo pavel pawel pedro peer peggy penelope penny per pere pernille peter petr
petra petros phil philip philipp philippe
philippa phoebe pia pier piero pierre pieter pietro pilar piotr polly
rachel rafa rafael rafal raffaele raimund rainer ralf ralph ramiro ramon ramona raphael raquel raul
ray raymond rebecca regina regine
reinhard reinhold remi renata renate renato rene renee ricardo riccardo richard rick rita rob
robert roberta
roberto robin rocio rocco rod rodolfo rodrigo roger roland rolf roman romain ron ronald rory rosa
rosalia rosana rosario rose
rosemary rosie ross roxana roy ruben rudi rudolf rudy rui rupert russell ruth ryan
sabina sabine sabrina sally salvador salvatore sam samantha samuel sandra sandrine sandro santiago
sara sarah sarka sascha saskia sean
sebastian sebastiano sebastien segolene selma serena serge sergei sergey sergio severine shane
sharon shaun shawn sheila shirley siegfried
sigrid silke silvia silvio simon simona simone sinead slavica sofia sofie soledad solene solveig
sonia sonja sophia sophie soren
stacey stanislav stefan stefania stefanie stefano steffen stella stephan stephane stephanie
stephen steve
steven stuart surabi susan susana susanna susanne suzanne sven svenja svetlana sylvia sylvain sylvie
tamara tania tanja tara tatiana tatjana ted teresa terence teresita terry thea theo theodor
theodora theresa therese thibault thierry thomas
thorsten tiago tibor tim timo timothy tina tobias toby todd tom tomas tomasz tomaz tommaso toni
tony torsten tracy
tristan trevor
ulla ulrich ulrike ulf umberto ursula ute
valentin valentina valeria valerie valerio vanessa vasco vasile vera verena vernon veronica
veronika veronique vesna vicente vicky victor victoria
vidal viktor viktoria vilma vincent vincenzo violeta virgilio virginia virginie vitor vitaly
vittorio viviane vivian vladimir vojtech
walter wendy werner wilfried wilhelm will willem william wim wojciech wolfgang
xavier ximena yann yannick yannis yolanda yves yvette yvonne
zbigniew zoe zofia zoltan zuzana
elinor ailie tamsin giles nadine solange arlette ghislaine
"""
_ELSEWHERE = """
abbas abdallah abdel abdelaziz abdelkader abdoulaye abdul abdulaziz abdullah abdulrahman abebe
abena abigael abiodun abiola abu
achim adama adebayo ade adel adeola adnan ahmad ahmed aicha aisha aissata aissatou akiko akinwumi
akira ali alioune alisher amadou amal aman
amara ambika amin amina aminata aminu amir amit amita amjad amr anand anant ananya anil anita
anjali ankit ankur anjum antonius anu anupam
anwar apinya aram archana ariel arif arjun arman armen arun aruna arvind asha ashok ashraf asif
agustin camilo emilce estefania facundo gaston gladys guillermina hernan lautaro leonel maximiliano
nestor noelia norberto osvaldo romina silvina ulises vanina yamila
asma atsushi avinash awa ayaan ayesha ayman ayse aziz aziza
babacar bakary bambang baraka bashir bassam beatrix berhane bernardine bhaskar bilal binta
boubacar budi
chandra chao chen cheikh chiamaka chidi chika chinedu chinwe cristobalina
dalia darius deepa deepak dede desmond dewi diallo diawadou dieudonne dilip dina djibril duc
ebrahim ebru eiji ekaterina elham elijah emeka emi emre endang erdem eri eunice ezekiel ezra
fadi fahad faisal farah farhan farid farida faruk fatima fatimah fatma fatou fatoumata fawzia femi
firdaus florencia folake
gamal ganesh gaurav geeta getachew ghassan girma godfrey gopal govind gulnara guang
habib habiba hadi haile haitham hamad hamada hamed hamid hamza hana hanan hani haris harini haruki
haruto hasan hassan hatem hideki
hiroko hiroshi hisham huda hussain hussein hyun
ibrahim ibrahima idris idrissa ifeoma ikram ilham imad imran indira indra ines intan irfan isa
ishaan ismail issa iyad
jaafar jabulani jae jalal jamal jamila jasmine jayant jayanta jayesh ji jia jian jihad jin jing
jomo joko joon jun junichi juma
kabir kaito kamal kamel kamila karim karima kartik kavita kazuo keiko keita kemal kenji khaled
khalid khadija kiran kofi koffi koji kourosh krishna
kumar kwabena kwame kwasi
lakshmi lamia lamine latifa layla leena leila lei lerato li lihua lin ling liu lubna
madhu mahesh mahmoud mahmud maimouna majid makoto malik mamadou mamoudou manish manoj mansour
manuela maryam masako massamba mayumi
mehdi mehmet mei meera megumi minh ming miyuki moctar mohamad mohamed mohammad mohammed moise mona
moses moussa muhamad muhammad mukesh mukhtar mustafa musa mwangi
nabil nabila nada nadir naeem nahid najib namory namrata nana naoko naresh nasir nasser natsuki
navin nawal neha nelson ngozi nguyen nia nikhil nilufar niran nkosana noor noriko
noura nouf nur nuru nuria
obinna olajide olufemi omar oumar ousmane oumou osama othman oya
patience pa pendo peng pradeep prakash pramod pranab prasad prashant praveen precious prem pritam
priya priyanka punam
qiang qing
rabia rachid radhika rafiq rahim rahul raj raja rajesh rajiv raju rakesh ram ramesh rami rana
rania ranjit rashid rashida ratna ravi reem reena rekha reza rhoda ricky riad rina ritu
rizal rohan rohit rokia roshan ruoxi rosmah rukmini
saad sadia saeed safiya said saida saira sajid saleh salem salim salima salma samia samir samira
samuel sana sandeep sangeeta sanjay sanjiv
santosh sarita satoshi satya seema seiji selim senthil seydou shabnam shahid shamim shankar sharad
sharif shashi shen sherif shigeru shinji shobha shreya shubham
shyam sibusiso sidi sidiki simba siti sita smita sneha som sonal soo souleymane srinivas suad
sudha suleiman sultan suman sumit sunil sunita suresh sushil swati syed
takashi takeshi tariq taro tatsuya tawanda tedros temesgen thabo thandi thanh themba thi thu thuy
tomoko toru tsegaye tunde
uche udo umar uma umesh usha usman
vandana vijay vikas vikram vinay vincentia vinod viwanou vivek
waleed wang wanjiru wei wen widodo
xi xiang xiao xiaoming xin xu
yacine yan yang yara yasmin yasmine yasuo yaw yi ying yohannes yoko yoon yoshi yoshiko youssef yu
yuan yui yuki yuko yuri yusuf yousef
zahra zainab zaid zara zeinab zhang zhao zhen zhi zia zodwa zohra
"""
_MORE = """
achieng ademir adewale adeyemi agung agustina aino akinyi akosua aksel aleksi altair amaka amila
aminah anais anett anh annalisa annamaria annmarie antje aoife apolline arief arlene asanka asbjorn
astri atieno auma aurelia ayu azlan azman azucena bagus benedito binh birte blandine bodil bolanle
bongani bozhidar brandon buddhika budiman caleb callum capucine chamari chaminda charlene chathura
chinonso chipo chukwuemeka ciaran citlali claudinei cleide clive colleen corentin cormac dagny
damilola darlene dayana debra declan desislava dewa dilini dilshan dimitar dinesh dobromir doreen
dwayne dylan ebuka edilena edilsom edilson edmilson edwige eero eeva egidio eirik eivind ekkehard
ekow elba eliane eloise emilija encarnacion eoin ermanno ermes esa estela ethan evangelina ewan
fabiola faizal farai folasade frode funmilayo gaetan galina gayan genivaldo georgi gerlinde
germaine ghislain giampaolo giang gianluca gianluigi gilberte gilson ginette glenda gordana
graciela gricelda griselda gudrun gunhild gunther gwenaelle gwendolyn hafiz hakon halim halvard
hamish hannelore hannu hasini hasnah havard hedda heidrun heikki hendra heru heshan hieu hildegard
hristo huguette huong huy iara ibukun ifeanyi iliya ilkka ingeborg ingvild iracema iresha irmeli
irmgard isaiah ishara isla itzel ivaylo iwan jadranka janaina janaka jari jarkko jasna jayden
jazmin jenna jeremie jermaine jorunn josette josimar juha jurema jussara kaarina kadek kalina kalle
kamarul kamau kariuki kasun kazimierz kehinde kelechi kelsey ketut khairul khanh kipchoge kirsi
kjersti kojo kudzai kwesi kyllikki lahiru lasantha lasse lidija liesel liisa lilia lindiwe lindsay
linh livio ljubica lloyd loredana loris lothar lourdes luciene lucila lynette macarena maelle maeve
magne magnhild malgorzata malith mandla marcelle marcia margaux mariagrazia maribel maricela
mariusz marja marjatta markku marlies marzena mazlan meinolf mika minerva minna mirella mirta morag
mpho mutsa mutua nadeesha naledi neide nelida nenad nevena ngoc nhung niamh nikolina nilson nimal
njeri njoroge nnamdi noemie nohemi nomvula noreen norhayati nosipho nurul nuwan nuwani nyambura
nyasha nyoman obiageli oceane ochieng oddvar odette odhiambo ofelia ognjen okoth oluwaseun onyango
ophelie ornella otieno ottavio outi owen oystein paavo pasi paulette pekka pentti petar petri phong
phuong pierluigi pierrette pirjo plamen pradeepa putri putu quang quentin quintino quyen radoslav
raffaella ragnhild rahmat raimo raimunda raimundo randi ratih razak refilwe regis reidar rhonda
rhys riikka risto roald rohani rosangela rosimeire rosnah rudiger rudo rumyana ruwan sachini saman
sampath sanath sandun sanna sari satu sebastiao seppo shahrul shanaka shannon shona sidnei sigurd
silvana silvano siobhan sipho siri sirpa slobodan stacy stoyan sugeng suhaila susilo suzette sverre
svetla syafiq taina tammy tanguy tapio tebogo teemu teguh temitope tendai terhi terje thabang
thandeka thao tharindu thibaut thilina tiffany tihomir tinashe titilayo tiziana tiziano toan
tomislav torbjorn tore torill toyin trang trond trung trygve tshepo tuan tullio tung tuomas turid
tuula tyler upul uta uwe valdemir valdir vanderlei veikko vidar vinh volker wahyu wairimu waldir
waltraud wambui wangari waweru wayan wayne widya xiomara xuan yaa yadira yanti yesenia yetunde
yoann yordan yudi yuliana yuni zaharah zainal zanele zdravko zeljko zivko zlatko zoran zuleica
zulema zulkifli zvonimir
"""
NAMES = frozenset(folded(_EUROPEAN + _ELSEWHERE + _MORE).split())
"""Folded."""
