import { wordsOf } from './words-of.ts'

// Everyday Dutch and English words and the words of lessons: what may stand with a capital at the start of a sentence or in a heading.

const small = `
  einde eind klaar slotwoord bovendien omwille daarentegen desondanks vervolgens verder tevens evenals evenmin alsook echter inmiddels ondertussen intussen tegenwoordig momenteel telkens
  steeds zeker mogelijk nodig handig liever liefst graag dichtbij ver weg thuis ergens hoofdzakelijk uiteindelijk uiteraard vandaar vooraf achteraf tussendoor
  bedankt dank welkom hallo hoi dag gefeliciteerd nationale nationaal internationale lokale digitale digitaal online virtual augmented trainees trainee lean agile scrum
  waarbij waarin waarmee waarna waarop waaruit waarvan waarvoor waardoor waarnaar daarin daarmee daarnaar daarop daaruit daarvan daarvoor hieruit hierin
  hiervan hiervoor hieraan hierop eraan erin ermee erna erop eruit ervan ervoor erbij ertussen zoals alsof zolang zodra waarbinnen eens even gewoon bijzonder
  dergelijke zulke zo'n zo'n geleidelijk vrijwel sowieso absoluut ieders ieder wiens wier welks tegenover beneden boven voorbij richting inclusief exclusief
  de het een en of maar want dus toch ook nog al dan nu toen daarna daarom daardoor daarbij daarnaast hierna hierbij hierdoor hiermee waarom
  wie wat waar wanneer hoe welke welk wiens hoeveel hoezo ik jij je u hij zij ze wij we jullie hen hun ons onze mijn jouw uw zijn haar hem mij me
  dit dat deze die er iemand niemand iets niets alles allen alle allebei beide elk elke ieder iedere iedereen sommige enkele enige veel weinig
  meer minder meest meeste minst genoeg ander andere anders eerst eerste tweede derde vierde vijfde laatste volgende vorige in op aan bij door
  met zonder voor na naar van uit tot over onder boven tussen achter naast langs tegen om rond rondom vanaf vanuit via per tijdens sinds
  volgens ondanks dankzij wegens behalve naarmate hoewel omdat doordat zodat zodra als indien tenzij terwijl voordat nadat totdat opdat
  ja nee niet geen wel nooit altijd soms vaak meestal zelden misschien wellicht natuurlijk helaas gelukkig eigenlijk vooral bijvoorbeeld
  namelijk immers kortom tenslotte tenminste minstens hoogstens ongeveer bijna precies samen alleen zelf elkaar hier daar ergens nergens
  overal binnen buiten vandaag morgen gisteren straks later eerder vroeger ooit direct meteen opnieuw weer nogmaals verder alvast tegelijk
  een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien twintig dertig veertig vijftig honderd duizend
  new guten tag auf wiedersehen der die das und ist haus hund katze ich bonjour merci oui le la les un une et est je suis good morning hello thank bye
  the a an and or but so if then when while what which who why how where is are was were be been do does did has have had can could will would
  shall should may might must i you he she it we they my your his her its our their this that these those there here not no yes all any some each
  every both many much few more most other another in on at by for from to of with without about after before during between under over into out up down`

const verbs = `
  is zijn was waren ben bent wordt worden werd werden heeft hebben had hadden heb hebt kan kunnen kon konden kun kunt zal zullen zou zouden zul wil willen
  wilde wilden wilt moet moeten moest moesten mag mogen mocht mochten gaat gaan ging gingen ga komt komen kwam kwamen kom doet doen deed deden doe
  laat laten liet lieten blijft blijven bleef bleven blijf staat staan stond stonden sta zit zitten zat zaten ligt liggen lag lagen loopt lopen liep
  liepen loop maakt maken maakte maak ziet zien zag zagen zie hoort horen hoorde hoor voelt voelen voel weet weten wist denkt denken dacht denk
  vindt vinden vond vind zegt zeggen zei zeg vraagt vragen vroeg vraag geeft geven gaf gaven geef neemt nemen nam neem krijgt krijgen kreeg krijg
  houdt houden hield houd hou brengt brengen bracht breng leest lezen las lees schrijft schrijven schreef schrijf rekent rekenen reken telt tellen tel
  leert leren leerde leer speelt spelen speel werkt werken werkte werk zoekt zoeken zocht zoek kiest kiezen koos kies kijkt kijken keek kijk luistert
  luisteren luister praat praten spreek spreken sprak bespreek bespreken besprak besproken vertel vertellen vertelt vertelde leg leggen legt uitleg uitleggen
  oefen oefenen oefent herhaal herhalen bereken berekenen teken tekenen tekent kleur kleuren knip knippen plak plakken vouw vouwen meet meten weeg wegen
  vergelijk vergelijken vergelijkt beschrijf beschrijven noem noemen noteer noteren omcirkel onderstreep markeer streep vul vullen zet zetten pak pakken
  deel delen deelt verdeel verdelen vermenigvuldig tel optellen trek trekken los lossen oplossen controleer controleren verbeter verbeteren start starten
  begin beginnen begint begon stop stoppen eindig sluit sluiten open openen laat toon tonen presenteer presenteren ontwerp ontwerpen bedenk bedenken
  onderzoek onderzoeken ontdek ontdekken voorspel voorspellen probeer proberen gebruik gebruiken gebruikt bekijk bekijken beantwoord beantwoorden
  antwoord antwoorden stel stellen help helpen helpt hielp wissel wisselen ruil draai draaien loop ren rennen spring springen gooi gooien vang vangen
  zing zingen zingt dans dansen klap klappen wacht wachten ruim opruimen evalueer evalueren reflecteer reflecteren observeer observeren
  benoem benoemen koppel koppelen sorteer sorteren verzamel verzamelen kopieer print printen download bewaar hang hangen plaats plaatsen
  verklaar verklaren beredeneer analyseer analyseren interpreteer citeer vertaal vertalen verbind verbinden combineer argumenteer debatteer
  overleg overleggen organiseer plan plannen bereid voorbereiden geniet lach lachen huilen slaap slapen eet eten drink drinken koop kopen
  verkoop verkopen betaal betalen kost kosten woont wonen woon reis reizen rijdt rijden vliegt vliegen vaart varen groeit groeien groei leeft leven
  sterft sterven wint winnen verliest verliezen vecht vechten regeert regeren veroverde stichtte bouwde bouwen bouw ontstaat ontstaan ontstond
  gebeurt gebeuren gebeurde verandert veranderen bestaat bestaan betekent betekenen heet heten noemt hoeft hoeven durf durven lukt lukken
  klopt past passen hoort scheelt geldt gelden volgt volgen volg vertrek vertrekt bereikt kookt koken smelt smelten bevriest verdampt stijgt daalt
  zweeft drijft zinkt trekt duwt duwen draagt dragen valt vallen breekt breken brandt branden schijnt schijnen waait regent sneeuwt
  geleerd gedaan gemaakt gelezen geschreven gekozen gemeten nagedacht
  read write listen look watch think talk discuss explain ask answer choose find make draw use work play count measure compare describe
  match complete fill check start stop open close tell show give take get go come let see hear learn practise practice repeat try`

const school = `
  les lessen lesdoel lesdoelen lesontwerp lesopbouw lesbrief lesfase lesverloop lesuur lesstof lesplan leskist doel doelen leerdoel leerdoelen leervraag hoofdvraag
  deelvraag kijkvraag vraag vragen antwoord antwoorden opdracht opdrachten opgave opgaven oefening oefeningen taak taken toets toetsen proefwerk
  overhoring examen eindexamen tentamen cijfer cijfers punten punt beoordeling rubric rubrics feedback uitleg instructie inleiding introductie kern verwerking
  afsluiting slot evaluatie reflectie terugblik vooruitblik voorkennis begrippen begrip woordenschat woorden woord zinnen zin tekst teksten verhaal verhalen
  gedicht gedichten boek boeken boekje schrift schriften werkboek werkboekje werkblad werkbladen kopieerblad blad bladzijde pagina hoofdstuk paragraaf alinea
  bron bronnen kaart kaarten kaartje kaartjes atlas tabel tabellen grafiek grafieken diagram figuur figuren afbeelding afbeeldingen plaatje foto foto's
  film filmpje video fragment geluidsfragment muziek lied liedje liedjes liederen spel spelletje spelletjes spelregels quizvraag stelling stellingen
  leerling leerlingen kind kinderen kleuter kleuters peuter peuters jongen jongens meisje meisjes student studenten docent docenten leraar leraren lerares
  leerkracht leerkrachten juf juffen meester meesters mentor mentoren coach conciërge directeur directie team teams collega collega's ouder ouders
  verzorgers vader moeder broer zus opa oma vriend vriendin vrienden mensen mens man vrouw volk bevolking inwoners burgers klas klassen klaslokaal lokaal
  groep groepen groepje groepjes groepswerk tweetal tweetallen drietal viertal duo duo's koppel partner maatje school scholen schoolplein plein gymzaal aula mediatheek
  bibliotheek kantine gang tafel tafels stoel stoelen bord digibord whiteboard wisbordje wisbordjes krijtbord muur raam deur kast bak bakje doos mand
  pen pennen potlood potloden stift stiften gum liniaal geodriehoek passer schaar scharen lijm papier karton klei verf kwast kwasten krijt plakband post-it
  post-its enveloppe stapel set setje materiaal materialen benodigdheden leermiddelen methode handleiding laptop laptops tablet tablets computer scherm
  telefoon mobiel rekenmachine klok timer zandloper stopwatch kralen blokken blokjes blokje fiches dobbelsteen dobbelstenen munten muntjes geld euro euro's cent
  rekenen taal spelling spreken luisteren lezen schrijven begrijpend technisch wiskunde natuurkunde scheikunde biologie aardrijkskunde geschiedenis economie
  maatschappijleer maatschappijkunde filosofie levensbeschouwing godsdienst techniek muziek tekenen handvaardigheid gym lichamelijke opvoeding burgerschap
  wereldoriëntatie mens natuur verkeer informatica mentorles studieles bedrijfseconomie zorg welzijn drama dans kunst cultuur beeldende vorming onderbouw bovenbouw
  middenbouw brugklas leerjaar jaar jaren week weken dag dagen maand uur uren minuut minuten seconde seconden ochtend middag avond nacht pauze kwartier periode thema thema's
  blok fase fasen stap stappen ronde rondes deel delen onderdeel onderwerp onderwerpen titel datum vak vakken niveau niveaus differentiatie verdieping verrijking
  herhaling inoefening werkvorm werkvormen samenwerken zelfstandig klassikaal individueel hulp hints tip tips top tops let aandachtspunt aandachtspunten voorbeeld voorbeelden
  succescriteria criteria criterium kerndoel kerndoelen leerlijn tussendoel denken delen uitwisselen exit ticket exitticket startopdracht startvraag
  warming-up energizer kring kringgesprek gesprek gesprekken discussie debat presentatie spreekbeurt boekbespreking werkstuk poster posters muurkrant mindmap woordweb
  woordspin placemat carrousel escaperoom speurtocht excursie proef proefje practicum experiment onderzoek verslag conclusie hypothese resultaat resultaten
  waarneming waarnemingen meting metingen gegevens veiligheid veiligheidsbril labjas bunsenbrander reageerbuis maatbeker weegschaal thermometer
  samenvatting aantekeningen aantekening notities huiswerk planning agenda weektaak dagritme rooster begintijd eindtijd totaal totaaltijd tijd tijdsduur duur plaats
  beginsituatie eindsituatie doelgroep aanpak werkwijze organisatie opstelling rol rollen rolverdeling regels afspraken afspraak gedrag sfeer motivatie
  betrokkenheid eigenaarschap zelfvertrouwen inzicht kennis vaardigheden vaardigheid strategie strategieën modelen hardop voordoen nadoen scaffolding begeleide inoefening
  goed fout juist onjuist waar nietwaar klaar af moeilijk makkelijk lastig leuk mooi nieuw nieuwe oud oude groot grote klein kleine lang lange kort korte hoog
  hoge laag lage snel snelle langzaam sterk sterke zwak zwakke warm koud licht donker rood blauw groen geel wit zwart paars oranje bruin belangrijk belangrijke
  bekend bekende onbekende eenvoudig eenvoudige verschillende dezelfde hetzelfde eigen gezamenlijk gezamenlijke extra dubbel half halve hele heel juiste
  breuk breuken getal getallen cijferen kommagetal kommagetallen procent procenten verhouding verhoudingen optelling som sommen aftreksom deling keersom keersommen
  tafel maat gewicht lengte breedte hoogte diepte omtrek oppervlakte inhoud volume hoek hoeken lijn lijnen driehoek driehoeken vierkant rechthoek cirkel kubus
  balk bol kegel cilinder piramide symmetrie spiegel spiegeling patroon patronen formule formules vergelijking vergelijkingen functie functies variabele
  grafisch assenstelsel coördinaten gemiddelde mediaan modus kans kansen steekproef statistiek meetkunde algebra letters letter klank klanken lettergreep
  werkwoord werkwoorden persoonsvorm onderwerp gezegde lijdend meewerkend voorwerp naamwoord bijvoeglijk zelfstandig lidwoord voorzetsel voegwoord voornaamwoord
  zinsdeel zinsdelen zinsontleding hoofdletter hoofdletters komma leesteken leestekens punt uitroepteken vraagteken synoniem synoniemen rijm metafoor
  schrijver schrijvers dichter personage personages hoofdpersoon verteller perspectief genre sprookje sprookjes fabel fabels sage mythe mythen legende strip
  krant krantenartikel artikel nieuws nieuwsbericht reclame brief brieven e-mail recept handleiding advertentie interview betoog beschouwing uiteenzetting
  plant planten dier dieren boom bomen bloem bloemen blad bladeren wortel wortels zaad zaden vrucht vruchten vogel vogels vis vissen insect insecten
  zoogdier zoogdieren reptiel reptielen amfibie kikker kikkers vlinder vlinders spin spinnen bij bijen hond honden kat katten paard paarden koe koeien
  lichaam hart longen maag darmen hersenen bloed botten skelet spieren huid zintuigen oog ogen oor oren neus mond tong hand handen voet voeten gebit
  cel cellen celkern fotosynthese verbranding voedselketen voedselweb ecosysteem evolutie erfelijkheid gen genen virus virussen bacterie bacteriën
  stof stoffen atoom atomen molecuul moleculen zuur zuren base zout zouten metaal metalen reactie mengsel oplossing water lucht zuurstof koolstof waterstof
  stikstof koolstofdioxide ijs stoom damp gas vloeistof energie warmte temperatuur kracht krachten snelheid versnelling massa zwaartekracht wrijving druk
  stroom spanning weerstand schakeling batterij lampje lamp magneet magneten magnetisme geluid trilling golven straling lens schaduw zon maan aarde planeet
  planeten sterren ster heelal zonnestelsel weer klimaat wind storm regen sneeuw hagel mist onweer bliksem wolken seizoen seizoenen lente zomer herfst winter
  zee zeeën oceaan rivier rivieren meer berg bergen dal dijk dijken duin duinen polder polders strand kust eiland land landen landschap stad steden dorp
  dorpen wijk straat haven industrie landbouw veeteelt visserij handel verkeer toerisme vulkaan vulkanen aardbeving aardbevingen plaat platen aardkorst
  bevolkingsgroei migratie globalisering verstedelijking duurzaamheid klimaatverandering broeikaseffect overstroming erosie bodem grondstoffen
  oorlog oorlogen vrede opstand revolutie koning koningen keizer ridder ridders kasteel kastelen klooster kloosters monnik monniken boer boeren slaaf
  slaven slavernij slavenhandel kolonie koloniën handelaar handelaren regering parlement democratie dictatuur republiek monarchie grondwet wet wetten
  rechten plichten verkiezingen partij partijen politiek stemmen staat staten bezetting verzet onderduikers bevrijding jodenvervolging propaganda
  tijdlijn tijdvak tijdvakken eeuw eeuwen jaartal jaartallen oorzaak oorzaken gevolg gevolgen verandering veranderingen continuïteit kerk kerken geloof moskee synagoge
  markt vraag aanbod prijs prijzen winst verlies kosten omzet inkomen belasting rente inflatie werkloosheid bank banken bedrijf bedrijven consument producent
  gezondheid voeding bewegen sport sporten voetbal hockey basketbal zwemmen schaatsen trefbal estafette bal ballen pion pionnen mat matten touw hoepel
  noot noten ritme melodie toon tonen maat instrument instrumenten gitaar piano trommel drummen zang koor orkest componist schilder schilderij
  schilderijen beeld beeldhouwer museum kleurcirkel compositie perspectieftekening collage portret landschap stilleven
  bijlage bijlagen inhoud inhoudsopgave voorwoord nawoord versie logboek checklist stappenplan actie acties idee ideeën mening meningen argument argumenten
  feit feiten probleem problemen oplossingen reden redenen verschil verschillen overeenkomst overeenkomsten gevoel gevoelens emotie emoties pesten
  respect vriendschap liefde identiteit diversiteit gelijkheid vrijheid eenheid duurzaam toekomst verleden heden wereld natuur milieu afval plastic
  lesson lessons goal goals question questions student students pupil pupils teacher teachers group groups pair pairs class page chapter exercise homework
  introduction closing materials minutes time book books text story word words sentence sentences example examples answers task tasks`

/** Everyday words in small letters. */
export const commonWords: ReadonlySet<string> = new Set(wordsOf(small, verbs, school))

/** The words that hold sentences together and say nothing of a subject, and forms of verbs. */
export const functionWords: ReadonlySet<string> = new Set(wordsOf(small, verbs))

const endings =
  /(?:ing|ingen|heid|heden|tie|ties|sie|sies|teit|teiten|isme|ismen|schap|schappen|aar|aars|aren|lijk|lijke|baar|bare|loos|loze|ische|isch|ectief|ende|end|eerd|eren|elen|tjes|jes|kunde|kundig|kundige|logie|nomie|grafie|atie|aties|ment|menten|ant|anten|ent|enten|eur|euren|iteit|wijs|wijze|gewijs|daags|achtig|achtige|vol|volle|zaam|zame|rijk|boek|blad|bladen|kaart|kaarten|werk|les|lessen|groep|groepen|vorm|vormen|vraag|vragen|opdracht|opdrachten|woord|woorden|lijst|lijsten|spel|tijd|tijden|stof|stoffen|plaats|plaatsen|dieren|planten|bomen|oorlog|vrede|tion|tions|ness|ment|ments|ity|ous|ful|less|able|ible|ive)$/u

const beginnings =
  /^(?:ge.{3,}(?:d|t|en)|ver.{5,}|ont.{5,}|her.{6,}en|be.{4,}(?:en|t|d)|voor.{4,}|onder.{3,}|over.{3,}|samen.{3,}|door.{4,}|terug.{3,}|tegen.{3,}|aan.{4,}|uit.{4,}|mee.{4,}|zelf.{3,}|school.{2,}|les.{4,}|leer.{3,}|taal.{2,}|reken.{2,}|lees.{3,}|schrijf.{2,})$/u

/** Whether a word in small letters looks like an everyday word: it is listed, or is made as such words are. */
export const looksCommon = (word: string): boolean =>
  commonWords.has(word) || (word.length > 4 && (endings.test(word) || beginnings.test(word))) || partsAreCommon(word)

/** Compounds such as `breukenwand` and plurals: two common words behind each other, with or without -s-, -en-. */
function partsAreCommon(word: string): boolean {
  if (word.length > 40) return false
  for (const end of ['s', 'en', 'n', 'e', 't', "'s", 'je'])
    if (word.length > end.length + 2 && word.endsWith(end) && commonWords.has(word.slice(0, -end.length))) return true
  for (let cut = 3; cut <= word.length - 3; cut++) {
    if (!commonWords.has(word.slice(cut))) continue
    const head = word.slice(0, cut)
    for (const joint of ['', 's', 'en', 'e', '-']) {
      if (head.endsWith(joint) && commonWords.has(head.slice(0, head.length - joint.length))) return true
    }
  }
  return false
}
