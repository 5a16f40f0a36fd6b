import type { Chance } from './chance.ts'

// Sentences of lesson designs without personal data, with words of subjects filled in: {place}, {book}, … The persons in them are
// those that lessons are about.

const fills: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  `place: Amsterdam|Rotterdam|Utrecht|Maastricht|Groningen|Middelburg|Lelystad|Den Haag|Parijs|Rome|Athene|Londen|Berlijn|Paramaribo|Willemstad|New York|Rio de Janeiro|Casablanca|Istanbul|Brussel|Zwolle|Nijmegen
country: Nederland|België|Duitsland|Frankrijk|Suriname|Indonesië|Marokko|Turkije|Polen|Oekraïne|China|Japan|Brazilië|Egypte|Zuid-Afrika|Australië|de Verenigde Staten|Italië|Griekenland
painter: Rembrandt|Vincent van Gogh|Piet Mondriaan|Johannes Vermeer|Frida Kahlo|Pablo Picasso|Escher|Karel Appel|Jan Steen|Andy Warhol|Claude Monet|Judith Leyster
writer: Annie M.G. Schmidt|Roald Dahl|Jan Terlouw|Thea Beckman|Paul van Loon|Carry Slee|Multatuli|Kader Abdolah|Tonke Dragt|Anne Frank|Francine Oomen|Shakespeare|J.K. Rowling|Toon Tellegen|Harry Mulisch
scientist: Isaac Newton|Albert Einstein|Marie Curie|Pythagoras|Archimedes|Charles Darwin|Galilei|Christiaan Huygens|Antoni van Leeuwenhoek|Ada Lovelace|Mendel|Louis Pasteur
ruler: Karel de Grote|Willem van Oranje|Napoleon|Julius Caesar|Cleopatra|Filips II|Lodewijk XIV|koning Willem I|koningin Wilhelmina|Alexander de Grote|Thorbecke|Aletta Jacobs|Michiel de Ruyter
tool: Kahoot|Padlet|LessonUp|Quizlet|Google Classroom|Word|PowerPoint|GeoGebra|Scratch|Canva|Mentimeter|Magister|Teams|ChatGPT
method: Getal & Ruimte|Pluspunt|Staal|Nieuwsbegrip|Veilig leren lezen|Stepping Stones|Feniks|De Geo|Binas|Blink Wereld|Nectar|Moderne wiskunde
language: Nederlands|Engels|Frans|Duits|Spaans|Arabisch|Turks|Latijn|Papiaments|Fries
subject: rekenen|taal|aardrijkskunde|geschiedenis|biologie|natuurkunde|economie|wiskunde|Engels|burgerschap|muziek|gym
month: januari|februari|maart|april|mei|juni|september|oktober|november|december
day: maandag|dinsdag|woensdag|donderdag|vrijdag
number: 3|4|5|7|8|12|15|20|24|28|36|40|45
page: 12|34|56|78|101|143|214
thing: breuken|procenten|werkwoorden|fotosynthese|vulkanen|de waterkringloop|democratie|vierkantsvergelijkingen|lettergrepen|magneten|het skelet|voedselketens|kommagetallen|de persoonsvorm|tijdzones
event: de Tweede Wereldoorlog|de Gouden Eeuw|de Franse Revolutie|de Tachtigjarige Oorlog|de Koude Oorlog|de Industriële Revolutie|de Beeldenstorm|de Watersnoodramp
year: 1492|1568|1602|1648|1789|1815|1914|1945|1953|1989`
    .split('\n')
    .map((line) => {
      const colon = line.indexOf(': ')
      return [line.slice(0, colon), line.slice(colon + 2).split('|')]
    }),
)

const templates = `
Leerlingen leggen aan elkaar uit wat {thing} zijn.|Start met een korte vraag over {thing}.|De leerlingen kunnen na deze les uitleggen hoe het zit met {thing}.|Lesdoel: ik kan in eigen woorden vertellen wat ik weet van {thing}.|Lees bladzijde {page} en maak opgave {number} tot en met {page}.|Neem {method} op blz. {page}.
Maak opdracht 3a, 3b en 4c uit {method}.|Gebruik {tool} om de antwoorden te verzamelen.|Open {tool} en vul de code 482 913 in.|Zet de uitkomst in {tool}, samen met je bron.|In {month} gaan we met groep 7 naar {place}.|De excursie naar {place} is op {day} {number} {month}.
{painter} maakte dit schilderij.|Bekijk het werk van {painter} en beschrijf de kleuren.|Wat wilde {painter} laten zien?|Vergelijk twee schilderijen van {painter}.|Lees het fragment van {writer} hardop voor.|{writer} schreef veel boeken voor kinderen.|Waarom koos {writer} voor dit einde?|Het verhaal van {writer} speelt in {place}.
{scientist} deed proeven met licht en lucht.|Leg de ontdekking van {scientist} uit met een tekening.|Volgens {scientist} werkt het anders dan mensen dachten.|In {year} leefde {ruler}.|{ruler} kreeg steeds meer macht.|Wat betekende {event} voor gewone mensen?|Hoe kwam het tot {event}?|Zet {event} op de tijdlijn bij het jaar {year}.
In {year} eindigde {event} in een groot deel van {country}.|{country} voert veel goederen uit naar {country}.|Zoek {place} op in de atlas, kaart {page}B.|De hoofdstad van {country} ligt aan een rivier.|Teken de route van {place} naar {place}.|Bereken de afstand tussen {place} en {place}.|Welke talen spreken mensen in {country}?
Vertaal de zinnen in het {language}.|Het {language} heeft andere lidwoorden dan het {language}.|Oefen de woorden van hoofdstuk {number} in het {language}.|Docent {language}: leg een woordenboek klaar.|Bij {subject} hebben we dit ook gezien.|De toets {subject} is op {day} om 10.30 uur.|Les {number}: {thing}|Hoofdstuk {number} gaat over {thing}.|Thema {number}: {event}
Fase 1 (10 minuten): voorkennis ophalen.|Fase 2 duurt {number} minuten.|Kern, {number} min.: samen oefenen.|Afsluiting: exit-ticket met twee vragen.|Na {number} minuten wisselen de tweetallen.|De timer staat op {number} minuten.|Om 8.45 uur begint de kring, om 9.15 uur het zelfstandig werken.|Van 10.15 tot 11.00 uur werken we aan de posters.|Reken op 2 x 45 minuten.
Reken uit: {number} × {page} = ?|Hoeveel is {number} % van {page}?|De som 3/4 + 1/8 maken we samen op het bord.|Los op: 2x + {number} = {page}.|Gebruik de formule A = l × b.|De stelling van Pythagoras: a² + b² = c².|Pi is ongeveer 3,14159265358979.|Tel met sprongen van 2: 2, 4, 6, 8, 10, 12.|Schrijf op: 0 1 2 3 4 5 6 7 8 9.|Een liter water weegt 1000 gram, dat is 1 kg.
Rond 1.234.567 af op duizendtallen.|In Nederland wonen 17 942 942 mensen.|De formule van water is H2O, die van keukenzout NaCl.|Het lichtjaar is 9 460 730 472 580 800 meter.|De snelheid van licht is 299 792 458 m/s.|ISBN 978-90-451-1234-5 staat achter op het boek.|Zie kerndoel 26 en 27.|Niveau 1F is het doel, 1S voor wie meer aankan.|Referentieniveau 2F, domein lezen.|CEFR-niveau A2.
Groepsgrootte: 28 leerlingen.|Groep 5/6, 24 leerlingen.|Klas 2 havo/vwo, lokaal B1.04.|Brugklas mavo/havo, twee lesuren.|Versie 2 van 12-10-2025.|Datum: 14-11-2025|Lesdatum: {day} {number} {month} 2025.|De les is gegeven op 3 maart 2025.|Inleveren voor {day} {number} {month}.|Op 4 mei herdenken we, op 5 mei vieren we de vrijheid.|Op 11 september 2001 veranderde de wereld.
Van 1940 tot 1945 was Nederland bezet.|In de jaren 1914-1918 vochten miljoenen soldaten.|Rond 3000 v.Chr. ontstond het schrift.|De VOC werd in 1602 opgericht.|De slag bij Nieuwpoort was in 1600.|De Grondwet van 1848 is van Thorbecke.|Op 15 mei 1940 gaf het leger zich over.|Tijdens de Middeleeuwen leefden veel mensen van de landbouw.|De Romeinen bouwden wegen in heel Europa.|De Batavieren woonden tussen de Rijn en de Waal.
De Nachtwacht hangt in het Rijksmuseum.|Bezoek met de klas het Anne Frank Huis of Naturalis.|Kijk een fragment van Het Klokhuis.|Bekijk het NOS Jeugdjournaal van vandaag.|Zoek op Wikipedia wat een vulkaan is.|Speel een ronde Ganzenbord of Memory.|We luisteren naar De Vier Jaargetijden van Vivaldi.|Zing Vader Jacob in canon.|Luister naar Beethoven en teken wat je hoort.|De leerlingen spelen Boom Whackers op de maat.
Het werkwoord staat in de tegenwoordige tijd.|De ik-vorm krijgt nooit een t.|Een zin begint met een hoofdletter: De hond blaft.|Onderstreep de persoonsvorm in: De boer ploegt het land.|Schrijf een haiku over de herfst.|Mei is een maand met 31 dagen.|Maart heeft ook 31 dagen.|Wil je de deur dichtdoen?|Storm op zee geeft hoge golven.|Roos, tulp en narcis zijn bloemen.|Bloemen hebben stampers en meeldraden.|Een roos heeft doornen.|Mark Twain en Jules Verne schreven over reizen.
Beer, wolf en vos zijn zoogdieren.|De merel zingt in de lente.|De linde is een boom, de den ook.|Een iris in het oog regelt het licht.|Max. 5 minuten per groep.|Min. 3 woorden per zin.|Het bas-geluid is laag.|Jaag de kansen niet weg.|Hoop is een werkwoord én een zelfstandig naamwoord.|De jade en de amber zijn stenen.|Kies de juiste maat.|Het lot bepaalt wie begint.|Storm en regen horen bij de herfst.|Water kookt bij 100 °C.|Fotosynthese vraagt licht, water en koolstofdioxide.
Magneten trekken ijzer aan.|IJs smelt bij 0 graden.|Planten maken zuurstof.|Bijen helpen bij de bestuiving.|De maan draait om de aarde.|Mars, Venus en Jupiter zijn planeten.|Saturnus heeft ringen.|Het hart pompt bloed door het lichaam.|DNA zit in de celkern.|Celdeling heet ook mitose.|Chlorofyl maakt bladeren groen.|De Nijl stroomt door Egypte.|De Etna is een vulkaan op Sicilië.|De Alpen liggen in Zwitserland en Oostenrijk.|De Sahara groeit naar het zuiden.
Bangladesh heeft last van overstromingen.|De Deltawerken beschermen Zeeland.|Het IJsselmeer heette vroeger de Zuiderzee.|Schiphol is een vliegveld.|De Randstad is dichtbevolkt.|Friesland heeft een eigen taal.|Wallonië spreekt Frans.|Ramadan en Pasen vallen elk jaar anders.|Tijdens het Suikerfeest eten families samen.|Chanoeka duurt acht dagen.|Divali is het feest van het licht.|Moslims, christenen en joden lezen in een eigen boek.|Boeddha gaf les in India.|Jezus vertelde gelijkenissen.|Mozes leidde het volk uit Egypte.
Zeus was de hoogste god van de Grieken.|Odysseus deed tien jaar over zijn reis.|Romeo en Julia sterven aan het eind.|Jip en Janneke wonen naast elkaar.|Pluk van de Petteflet rijdt in een rode kraanwagen.|Nijntje is bedacht door Dick Bruna.|Sinterklaas komt in december.|Roodkapje loopt door het bos.|Harry Potter gaat naar een nieuwe school.|De Gruffalo heeft scherpe tanden.|Kikker is verliefd op Eend.|Hans en Grietje strooien broodkruimels.|Sjakie vindt een gouden wikkel.
Malala Yousafzai kreeg de Nobelprijs voor de Vrede.|Martin Luther King hield een toespraak in Washington.|Nelson Mandela zat 27 jaar gevangen.|Anton de Kom schreef over Suriname.|Tula leidde een opstand op Curaçao.|Greta Thunberg staakte voor het klimaat.|Johan Cruijff was voetballer.|Sifan Hassan won goud in Tokio.|Max Verstappen rijdt in de Formule 1.|Barack Obama was president.|De Eerste Kamer en de Tweede Kamer vormen het parlement.|De burgemeester van {place} beantwoordt vragen.
Hang de vlag halfstok op 4 mei.|Piaget en Vygotsky keken naar hoe kinderen leren.|Dylan Wiliam noemt dit formatief handelen.|Volgens Hattie helpt feedback veel.|We gebruiken de taxonomie van Bloom.|Het directe-instructiemodel van Rosenshine is de basis.|Kagan noemt dit Rally Robin.|Denken-Delen-Uitwisselen in tweetallen.|Werkvorm: Binnenkring-Buitenkring.|Coöperatief: Tweetalcoach.|Placemat in groepjes van vier.|Werk met wisbordjes.|Deel de werkbladen uit.
Leg stiften, post-its en een A3-vel klaar.|Print bijlage 2 op A4.|Zorg voor {number} laptops.|Neem de Chromebooks uit de kar.|Hang de QR-code op het digibord.|Check of de wifi werkt.|Knip de kaartjes van bijlage {number} uit.|Leg de blokjes, de dobbelstenen en de MAB-materialen klaar.|Materiaal: 12 bekerglazen, 6 thermometers, ijsblokjes.|Nodig: schaar, lijm, karton.|Kosten: € 12,50 per groep.|Het museum kost 7 euro per leerling.
Welke vraag stel je als een leerling vastloopt?|Hoe laat je zien dat je het snapt?|Waarom drijft een schip van staal?|Wie weet wat een synoniem is?|Wat gebeurt er als je de lamp uitdoet?|Wanneer gebruik je een komma?|Wat zouden leerlingen fout kunnen doen?|Misconceptie: leerlingen denken dat een groter cijfer achter de komma altijd meer is.|Verwacht dat leerlingen door elkaar praten.|Loop rond en luister.|Geef geen antwoord, stel een vraag terug.|Geef een compliment over de aanpak.
Een leerling die snel klaar is, bedenkt zelf een som.|De drie leerlingen die we volgen, zitten verspreid.|Let op wie als eerste een woord noemt.|Let op de leerling die nooit een vraag stelt.|Noteer letterlijk wat leerlingen zeggen.|Kies drie leerlingen: een snelle, een stille en een twijfelaar.|Leerlingen met dyslexie krijgen de tekst vooraf.|Leerlingen die NT2 volgen, gebruiken plaatjes.|Zwakke lezers werken met een maatje.|Sterke rekenaars maken de plusopdracht.
Vertel dat fouten maken mag.|Bespreek de antwoorden klassikaal.|Laat twee leerlingen hun aanpak vergelijken.|Zet de timer.|Ruim samen op.|Evalueer: wat ging goed, wat kan beter?|Vraag door: hoe kom je daaraan?|Vat samen in één zin.|Schrijf het doel op het bord.|Herhaal de begrippen van gisteren.|Doe het eerst zelf voor.|Denk hardop na.|Oefen samen, dan alleen.|Differentiatie: drie niveaus.|Verlengde instructie aan de instructietafel.
Succescriteria: je noemt twee oorzaken en één gevolg.|Rubric: 1 = begin, 2 = op weg, 3 = klaar.|Cijfer = (punten / 40) × 9 + 1.|Toets: 20 vragen, 40 punten.|Herkansing in week 12.|Huiswerk: leer paragraaf 3.2.|Lever in vóór 16.00 uur.|Bron: CBS, 2023.|Bron 4 is een spotprent uit {year}.|Figuur 3.2 laat de bevolkingsgroei zien.|Tabel 2: inkomsten en uitgaven.|Zie www.slo.nl of www.rijksoverheid.nl.|Kijk op https://www.rijksmuseum.nl/nl/rijksstudio.|Filmpje: https://youtu.be/dQw4w9WgXcQ (3.12 min.).
Samenwerken met de bibliotheek van {place}.|De wethouder van {place} komt langs.|Een ouder met een beroep in de zorg vertelt over het werk.|De stagiair neemt een groepje mee.|De onderwijsassistent zit achterin.|Collega's kijken mee in lokaal 214.|De intern begeleider denkt mee.|De conciërge zet de tafels klaar.|Meester en juf wisselen na de pauze.|De coach vraagt wat er opviel.|Stichting Lezen & Schrijven maakte dit pakket.|Het Nibud geeft tips over geld.|UNICEF en Greenpeace zijn organisaties.
De Europese Unie heeft 27 landen.|De Verenigde Naties zitten in New York.|Shell en Philips zijn Nederlandse bedrijven.|Albert Heijn adverteert met kortingen.|De Efteling ligt in Kaatsheuvel.|Ajax speelt tegen Feyenoord.|De Elfstedentocht gaat langs Sneek, Dokkum en Harlingen.|Kindertelefoon: 0800-0432.|Bel 112 bij nood.|Politie, geen spoed: 0900-8844.|Postbus 51 gaf voorlichting.|Route 66 loopt door Amerika.|De A2 loopt van Amsterdam naar Maastricht.|Artikel 1 van de Grondwet gaat over gelijke behandeling.
What did you do last weekend?|Read the text on page {page}.|Work in pairs and compare your answers.|The Industrial Revolution began in England.|Students explain the rule in their own words.|London is the capital of England.|Write five sentences in the past simple.|Shakespeare wrote Romeo and Juliet.|Use the present perfect: I have seen, he has gone.|Listen to the song and fill in the gaps.|Peter Pan never grows up.|Discuss the question: should phones be banned at school?|Bonjour, je m'appelle en ich heiße zijn begroetingen.
Guten Tag en Auf Wiedersehen oefenen we in de kring.|Der Hund, die Katze, das Haus.|Le passé composé met avoir of être.|In het Latijn zegt men carpe diem.|Kijk naar het Spaanse woord vaca.|Zinnen met der, die en das.|Werkwoorden als gaan, staan en slaan.|De woorden bank, slot en blik hebben twee betekenissen.|Noord, oost, zuid en west op de windroos.|Rood, geel en blauw zijn de hoofdkleuren.|Vijf min drie is twee.|Een kwart is hetzelfde als 25 procent.|Drie leerlingen presenteren; de rest geeft een tip en een top.
Aandeel, winst en dividend.|Vraag en aanbod bepalen de prijs.|Adam Smith schreef over de markt.|Marx keek anders naar arbeid.|BTW is 9 of 21 procent.|Een lening van € 10.000 tegen 4 % rente.|Kosten 2024: 1250 euro, 2025: 1310 euro.|De steekproef telt 1024 mensen.|Het gemiddelde is 7,2 en de mediaan 7,5.|Gooi 60 keer met twee dobbelstenen.|De kans op kop is 1/2.|Teken een staafdiagram van de gegevens.|Meet de hoek: 45°.|Een kubus heeft 12 ribben.|De coördinaten zijn (3, -2).|Bereken de omtrek van een cirkel met straal 5 cm.
Warming-up: tikspel met twee tikkers.|Spelregels: niet duwen, hesje aan.|Balanceren op de bank, koprol op de mat.|Hockey, tennis en trefbal in een circuit.|Klap het ritme: ta ta ti-ti ta.|Zing de toonladder do re mi fa sol la si do.|Teken een zelfportret met houtskool.|Meng blauw en geel tot groen.|Mondriaan gebruikte rechte lijnen.|De Stijl begon in 1917.|Bouw een brug van papier.|Programmeer de Bee-Bot naar de overkant.|De micro:bit meet temperatuur.|Ontwerp een poster in Canva.|Maak een stop-motion met de iPad.
Hoe ziet jouw ideale school eruit?|Mijn mening is dat zakgeld moet.|Stelling: huiswerk moet weg.|Kies een kant en geef twee argumenten.|Pesten: wat doe je als je het ziet?|Hulp vragen is sterk.|Iedereen is anders.|Respect begint met luisteren.|Onze klas maakt vijf afspraken.|Dilemma: klik je of zwijg je?|De rechter beslist, de politie onderzoekt.|Kinderrechten staan in een verdrag.|Discrimineren mag niet.|Nepnieuws herken je aan de bron.|Online blijft alles staan.|Reclame wil dat je koopt.|Vrijheid van meningsuiting heeft grenzen.`
  .split(/[|\n]/)
  .map((line) => line.trim())
  .filter((line) => line !== '')

export const countOfTemplates = templates.length

export function cleanSentence(chance: Chance): string {
  const filled = chance
    .pick(templates)
    .replaceAll(/\{(\w+)\}/gu, (_, name: string) => chance.pick(fills[name] ?? [name]))
  return filled.replace(/^./u, (letter) => letter.toUpperCase())
}

const headings = [
  'Vraag over leren',
  'Wat doen leerlingen?',
  'Wat zeggen leerlingen?',
  'Materialen',
  'Fasen',
  'Leerlingen om te volgen',
  'Terugblik',
]

/** A design: headings with two to five clean sentences each, as lines or as running text; `planted` is put among them. */
export function design(chance: Chance, planted?: string): string {
  const parts = headings.slice(0, chance.whole(3, headings.length)).map((heading) => {
    const sentences = Array.from({ length: chance.whole(2, 5) }, () => cleanSentence(chance))
    return { heading, sentences, lines: chance.next() < 0.4 }
  })
  if (planted !== undefined) {
    const part = chance.pick(parts)
    part.sentences.splice(chance.whole(0, part.sentences.length), 0, planted.includes('\n') ? `\n${planted}` : planted)
  }
  return parts
    .map(
      ({ heading, sentences, lines }) =>
        `${heading}\n${sentences.map((each) => (lines ? (each.includes('\n') ? each : `- ${each}`) : each)).join(lines ? '\n' : ' ')}`,
    )
    .join('\n\n')
}
