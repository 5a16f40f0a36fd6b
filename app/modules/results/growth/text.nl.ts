export const nl = {
  title: 'Hoeveel groeien onze leerlingen?',
  lead: 'Kies een bestand met je leerlingen. Je ziet per school wat leerlingen haalden en wat je mocht verwachten.',
  stays: 'Het bestand blijft op dit apparaat. Er gaat niets naar ons of naar iemand anders.',
  front: 'Hoeveel groeien je eigen leerlingen? Kijk het na op je eigen apparaat.',
  noScript: 'Hiervoor moet JavaScript aan staan: je apparaat rekent zelf. Of gebruik de opdrachtregel:',
  file: 'Bestand (CSV of Excel)',
  fileHint: 'Een rij per leerling: school, eerdere score, latere score. Geen namen of nummers van leerlingen.',
  columns: 'Welke kolom is wat?',
  read: (rows: string, columns: string) => `${rows} rijen, ${columns} kolommen.`,
  sheet: 'Werkblad',
  school: 'School',
  earlier: 'Eerdere score',
  earlierHint: 'Bijvoorbeeld groep 6.',
  later: 'Latere score',
  laterHint: 'Bijvoorbeeld groep 8.',
  choose: 'Kies een kolom',
  background: 'Achtergrond (mag leeg blijven)',
  backgroundHint: 'Kies alleen wat vóór de eerste score al vaststond.',
  go: 'Laat de groei zien',
  stage: {
    reading: 'Het bestand wordt gelezen',
    checking: 'We kijken of er persoonsgegevens in staan',
    fitting: 'Je apparaat rekent',
    drawing: 'De plaatjes worden getekend',
  },
  stopped: 'Dit bestand kan zo niet',
  personal: 'Haal eerst persoonsgegevens weg',
  personalLead: 'Er is niets berekend. Haal deze kolommen uit het bestand en kies het opnieuw:',
  personalKind: {
    name: 'namen',
    bsn: 'een BSN',
    email: 'e-mailadressen',
    phone: 'telefoonnummers',
    'birth-date': 'geboortedatums',
    address: 'adressen',
    'pupil-number': 'nummers van leerlingen',
    account: 'rekeningnummers',
    unique: 'in bijna elke rij iets anders, zoals een naam of nummer',
  },
  personalColumn: (name: string, column: string, kind: string) => `Kolom ${column}, ‘${name}’: lijkt op ${kind}.`,
  result: 'Wat valt op?',
  told: (above: string, below: string, neither: string) =>
    `${above} scholen groeien meer dan de school in het midden, ${below} minder. Van ${neither} scholen is het verschil niet te onderscheiden van toeval.`,
  basis: (pupils: string, schools: string, missing: string) =>
    missing === '0'
      ? `Van ${pupils} leerlingen op ${schools} scholen.`
      : `Van ${pupils} leerlingen op ${schools} scholen. ${missing} rijen telden niet mee, omdat er iets ontbrak.`,
  few: (schools: string, limit: string) =>
    `${schools} scholen hebben minder dan ${limit} leerlingen (met *). Geef hun cijfers niet door: ze zeggen iets over een leerling.`,
  caterpillar: 'Groei per school',
  expectedAchieved: 'Verwacht en gehaald',
  pictureSummary: (schools: string) => `${schools} scholen. Boven de lijn: meer gehaald dan verwacht. Eronder: minder.`,
  asExpected: 'op de lijn: gehaald wat verwacht was',
  table: 'Alle scholen, op naam',
  noOrder: 'Op volgorde van naam. Dit is geen ranglijst.',
  head: {
    school: 'School',
    pupils: 'Leerlingen',
    expected: 'Verwacht',
    achieved: 'Gehaald',
    growth: 'Groei',
    interval: '95%-interval',
    verdict: 'Oordeel',
  },
  verdict: {
    above: 'boven het midden',
    below: 'onder het midden',
    'cannot-be-told-apart': 'niet te onderscheiden',
  },
  careful: 'Wat mag je niet concluderen?',
  carefulItems: {
    cause: 'Groei hangt samen met de school. Het bewijst niet dat de school het doet.',
    interval: 'De streep is de onzekerheid. Waar strepen elkaar raken, is het verschil misschien toeval.',
    apart: 'Niet te onderscheiden is ook een uitkomst. Het is geen voldoende en geen onvoldoende.',
    middle: 'Het midden is dat van deze scholen, niet van heel Nederland.',
  },
  save: 'Bewaar de tabel (CSV)',
  keep: 'Bewaar de samenvatting',
  keepLead: (schools: string) =>
    `Je kunt de cijfers van ${schools} scholen hier bewaren, met een bewijs dat er geen leerling in te vinden is. Alleen jullie eigen scholen met 10 leerlingen of meer gaan mee, en de cijfers worden afgerond.`,
  keepCodes:
    'Bewaren kan als de kolom met scholen codes bevat (BRIN, zoals 12AB00) en er een eigen school met 10 leerlingen of meer bij is.',
  keepRefused: {
    'too-many': (schools: string) =>
      `Niet bewaard. Van ${schools} staan er dit schooljaar al drie samenvattingen. Uit nog meer samenvattingen van dezelfde leerlingen is misschien iets over één leerling af te leiden.`,
    'unknown-schools': (schools: string) =>
      `Niet bewaard. ${schools}: dat is volgens het scholenregister geen school van jullie.`,
  },
  kept: 'Eerder bewaard',
  keptOn: (day: string, schools: string) => `${day}: ${schools === '1' ? '1 school' : `${schools} scholen`}`,
  keptRounded: 'Afgerond, zodat uit twee samenvattingen geen leerling te halen is.',
  failed: 'Je apparaat kon dit niet afmaken. Kies een kleiner bestand, of gebruik de opdrachtregel.',
  stop: {
    empty: 'Het bestand is leeg.',
    'row-width': (line: string) => `Regel ${line} heeft een ander aantal cellen dan de eerste regel.`,
    'unclosed-quote': (line: string) => `Op regel ${line} begint een aanhalingsteken dat nergens eindigt.`,
    'damaged-spreadsheet':
      'Dit Excel-bestand is beschadigd of heeft een wachtwoord. Bewaar het opnieuw als .xlsx of CSV.',
    'unpacks-too-large': (limit: string) =>
      `Uitgepakt is dit Excel-bestand groter dan ${limit} MB. Bewaar het als CSV.`,
    'too-many-sheet-rows': (rows: string, limit: string) =>
      `Dit Excel-bestand heeft ${rows} rijen; uit Excel passen er hier ${limit}. Bewaar het als CSV.`,
    'too-large': (limit: string) => `Het bestand is groter dan ${limit} MB. Gebruik hiervoor de opdrachtregel.`,
    'too-many-rows': (rows: string, limit: string) =>
      `Het bestand heeft ${rows} rijen; hier passen er ${limit}. Gebruik hiervoor de opdrachtregel.`,
    'not-a-table': 'Dit is geen CSV- of .xlsx-bestand. Een oud Excel-bestand (.xls) kun je opnieuw bewaren als .xlsx.',
    'one-column': (text: string) =>
      `We zien maar één kolom: ‘${text}’. Zet tussen de cellen een puntkomma, komma, tab of rechte streep.`,
    'too-few-columns': (columns: string) =>
      `Er zijn ${columns} kolommen. Nodig zijn er drie: school, eerdere score en latere score.`,
    'column-without-name': (column: string) => `Kolom ${column} heeft geen naam op de eerste regel.`,
    'name-twice': (name: string) => `Twee kolommen heten ‘${name}’. Geef elke kolom een eigen naam.`,
    'no-header': 'De eerste regel bevat getallen. Zet daar de namen van de kolommen.',
    'no-rows': 'Er is geen rij met een school en beide scores.',
    'unknown-column': (name: string) => `Er is geen kolom ‘${name}’. Kies een kolom.`,
    'column-twice': (name: string) => `‘${name}’ is twee keer gekozen.`,
    'no-number': (name: string, text: string, line: string, column: string, cells: string) =>
      `In kolom ‘${name}’ staat op regel ${line} (kolom ${column}) ‘${text}’. Dat is geen getal. Zo zijn er ${cells}.`,
    'one-school': 'Er is maar één school. Groei wordt zichtbaar naast andere scholen: neem er minstens twee.',
    'too-few-rows': 'Er zijn te weinig leerlingen om scholen te vergelijken.',
    'perfect-fit': 'De latere score volgt precies uit de andere kolommen. Is dezelfde score twee keer gekozen?',
    'not-converged': 'Het rekenen kwam niet tot een uitkomst. Kies minder achtergronden.',
    'too-many-texts': (name: string, limit: string) =>
      `‘${name}’ heeft meer dan ${limit} verschillende teksten. Voeg ze samen tot enkele groepen.`,
    'says-nothing': (name: string) =>
      `‘${name}’ is voor alle leerlingen hetzelfde, of zegt wat een andere kolom al zegt.`,
  },
}
