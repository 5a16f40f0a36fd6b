export const nl = {
  movement: 'Scholen die zo werken',
  nav: 'Werkt het?',
  title: 'Werkt het?',
  over: (school: string, year: string) => `${school} · ${year}`,
  lead: 'Vijf lagen, van wat jullie doen tot wat leerlingen bereiken. Bij elk getal staat hoe zeker het is.',
  tabs: 'Werkt het?',
  tab: { layers: 'Vijf lagen', year: 'Het jaar', scan: 'Vragenlijst', print: 'Voor de MR' },
  notSay: 'Dit mag je er niet uit halen',
  layers: {
    execution: {
      title: 'Doen we het?',
      over: 'Laag 1 · uitvoering',
      source:
        'Geteld per team in weken met school die voorbij zijn, het laatste jaar. Ernaast staat wat scholen in ritme doen.',
      notSay:
        'Vaak doen is nog niet goed doen. Een team dat minder vaak bij het bord staat, werkt niet per se slechter.',
    },
    enthusiasm: {
      title: 'Hebben we er zin in?',
      over: 'Laag 2 · enthousiasme',
      source: 'Uit de vragen bij het terugkijken, anoniem, van 1 (helemaal niet) tot 5 (helemaal).',
      notSay:
        'Dit gaat over hoe het samen ging. Het zegt niet of de lessen beter zijn, en niets over één team of persoon.',
    },
    culture: {
      title: 'Verandert onze cultuur?',
      over: 'Laag 3 · schoolcultuur',
      source: 'Uit de vragenlijst van één keer per jaar, anoniem, van 1 (helemaal niet) tot 5 (helemaal).',
      notSay:
        'Het zijn meningen op één moment. Eigen vragen, niet onderzocht op andere scholen: vergelijk met jezelf, niet met anderen.',
    },
    behaviour: {
      title: 'Zien we het in de les?',
      over: 'Laag 4 · wat leraren doen',
      source:
        'Uit lesbezoeken, alleen van leraren die dat goed vinden, van 1 (bij bijna niemand) tot 4 (bij bijna iedereen). Eén keer geteld als een half jaar voorbij is, en alleen bij 5 leraren of meer; daarna verandert het niet meer.',
      notSay:
        'Het zegt niets over één leraar en is nooit een beoordeling. Wie meedoet, kiest dat zelf: de anderen kunnen anders zijn.',
    },
    results: {
      title: 'Merken leerlingen het?',
      over: 'Laag 5 · wat leerlingen bereiken',
      source: 'Doelen van dit jaar die geteld zijn en een streefgetal hebben.',
      notSay: 'Dit is een samenhang, geen bewijs. Leerlingen groeien ook zonder bord, en teams kiezen zelf hun doelen.',
    },
  },
  figures: {
    sessions: 'Bordsessies',
    visits: 'Lesbezoeken',
    designs: 'Lessen samen ontworpen',
    pulse: 'Hoe het samen ging',
    'pulse-change': 'Sinds de vorige periode',
    conviction: 'Overtuiging: we zien waarom',
    'role-models': 'Voorbeelden: we zien het anderen doen',
    systems: 'Tijd en afspraken: het kan ook',
    skills: 'Vaardigheden: we weten hoe',
    'culture-all': 'Schoolcultuur',
    'culture-change': 'Sinds de vorige vragenlijst',
    agreement: 'Hoe eens zijn we het?',
    'behaviour-all': 'Gezien in de les',
    reached: 'Doelen gehaald',
    nearer: 'Gehaald of dichterbij',
  },
  columns: { what: 'Wat', picture: 'Beeld', value: 'Hoeveel', between: 'Waarschijnlijk tussen', n: 'Van hoeveel' },
  units: {
    'per-month': (value: string) => `${value} per maand`,
    'of-five': (value: string) => `${value} van 5`,
    'of-four': (value: string) => `${value} van 4`,
    share: (value: string) => value,
    points: (value: string) => `${value} punt`,
    agreement: (value: string) => value,
  },
  between: (low: string, high: string) => `${low} en ${high}`,
  picture: (what: string, value: string, between: string) => `${what}: ${value}, tussen ${between}`,
  noInterval: 'nog niet te zeggen',
  counts: {
    weeks: (n: number, teams: number) => `${n} weken, ${teams} ${teams === 1 ? 'team' : 'teams'} samen`,
    answers: (n: number) => `${n} antwoorden`,
    teachers: (n: number) => `${n} leraren`,
    goals: (n: number, teams: number) => `${n} doelen van ${teams} ${teams === 1 ? 'team' : 'teams'}`,
    thenAndNow: (before: number, after: number, teams?: number) =>
      teams === undefined
        ? `${before} antwoorden toen, ${after} nu`
        : `${before} antwoorden toen, ${after} nu, van ${teams} ${teams === 1 ? 'team' : 'teams'} die beide keren meededen`,
  },
  reference: (value: string) => `scholen in ritme: ${value}`,
  absent: {
    'not-measured': 'nog niet gemeten',
    'half-open': 'te zien twee weken nadat het halve jaar voorbij is',
    tooFewWeeks: (n: number, least: number) => `nog te kort: ${n} van de ${least} weken die nodig zijn`,
    tooFew: (n: number, least: number) => `nog te weinig: ${n} van de ${least} die nodig zijn`,
    'still-open': (n: number) => `loopt nog: ${n} antwoorden, te zien als de vragenlijst dicht is`,
  },
  certain:
    'Elk getal komt van weinig mensen of weken. Daarom staat erbij waar het echte getal waarschijnlijk ligt: van 100 zulke grenzen kloppen er ongeveer 95. Onder de 5 antwoorden laten we niets zien. Waar ‘nog niet te zeggen’ staat, zijn er te weinig weken of teams voor een eerlijke grens.',
  dip: {
    'before-dip': (months: number) =>
      `Jullie zijn ${months} maanden bezig. Na een jaar tot anderhalf jaar zakt het enthousiasme vaak even. Dat hoort erbij.`,
    dip: (months: number) =>
      `Jullie zijn ${months} maanden bezig. Juist nu zakt het enthousiasme vaak: het nieuwe is eraf. Dat hoort erbij en gaat meestal voorbij.`,
    'after-dip': (months: number) =>
      `Jullie zijn ${months} maanden bezig. De bekende dip na een jaar ligt achter jullie.`,
  },
  agreement: {
    title: 'Hoe eens zijn teams het met elkaar?',
    lead: '1 is helemaal eens, 0 is alsof iedereen zomaar iets invult. Onder 0 is het team in tweeën.',
    team: 'Team',
  },
  toScan: 'Naar de vragenlijst',
  behaviourOf: (day: string) => `Dit is het half jaar vanaf ${day}.`,
  scanOf: (year: string) => `De uitkomst is van ${year}.`,
  try: {
    title: 'Wat kun je proberen?',
    lead: 'Kies er een. Daarna kies je het bord.',
    page: 'Zet het op een bord',
    goalLabel: 'Wat zie je straks bij leerlingen?',
    actionLabel: 'Wat gaan we doen?',
    edit: 'Pas de woorden aan zoals jullie het zeggen.',
    on: (team: string) => `Op het bord van ${team}`,
    noBoards: 'Er is nog geen bord waar jij op schrijft.',
    back: 'Terug naar de vijf lagen',
    gone: 'Dit idee is er niet meer.',
    kinds: { goal: 'doel', action: 'actie' },
  },
  ideas: {
    'fixed-time': 'Een vaste tijd voor de bordsessie in het rooster zetten',
    'ask-visit': 'Een lesbezoek van 15 minuten afspreken, met een kijkvraag',
    'design-one': 'Met zijn tweeën één les ontwerpen voor volgende week',
    'one-better-lesson': 'Ieder vertelt één les die beter ging, en waardoor',
    'stop-one-thing': 'Eén ding kiezen waar we mee stoppen, omdat het energie kost',
    'ask-pupils': 'Drie leerlingen vragen wat zij merken van hoe we werken',
    'leader-asks': 'De schoolleider vraagt zelf een lesbezoek aan',
    'clear-the-way': 'Eén ding dat ons tegenhoudt binnen twee weken oplossen',
    'practise-talk': 'Samen het gesprek na een lesbezoek oefenen: feit, effect, doorvragen',
    'know-what-they-learn': 'Leerlingen kunnen zeggen wat ze deze les leren',
    'explain-to-each-other': 'Leerlingen leggen elkaar uit hoe ze aan een antwoord komen',
    'count-weekly': 'Bij één doel elke week tellen, op een vast moment',
    'ask-what-helped': 'Leerlingen vragen wat hen hielp bij dit doel',
  },
  year: {
    title: 'Het jaar in één beeld',
    lead: 'Elke stip is wat we telden, de streep is waar het echte getal waarschijnlijk ligt. Zonder streep: te weinig weken of teams om dat te zeggen. De stippellijn is wat scholen in ritme doen.',
    others: 'Een ander jaar:',
    table: 'Dezelfde cijfers als tabel',
    period: (number: number) => `Periode ${number}`,
    wholeYear: 'Heel het jaar',
    future: 'komt nog',
    few: 'te weinig',
    none: 'niet gemeten',
    halfOpen: 'te zien na het halve jaar',
    picture: (year: string) =>
      `Het jaar ${year}: elke rij is een laag, elke kolom een periode. De cijfers staan in de tabel eronder.`,
    noYear: 'Er is nog geen jaarbord',
    noYearDo: 'Maak eerst het jaarbord: de vijf perioden staan hier dan naast elkaar.',
    toYear: 'Naar het jaarbord',
  },
  byTeam: {
    title: 'Per team, per maand',
    lead: 'Hoe vaak elk team het deed, op naam. Ernaast: hoe vaak een school in ritme het doet in zoveel weken school.',
    caption: (what: string) => `${what}: per team en per maand`,
    rhythm: (value: string) => `ritme ${value}`,
    whole: 'Per maand',
    source:
      'Alleen weken met school die voorbij zijn. Een week hoort bij de maand van de donderdag. Tussen haakjes: waar het echte getal waarschijnlijk ligt, vanaf 20 weken. Eén maand zegt weinig: kijk naar de lijn over het jaar.',
    none: 'Er is nog geen week om te tellen, of nog geen bord van een team.',
  },
  board: {
    lead: 'Jullie scholen naast elkaar, op naam. Geen rangorde: scholen verschillen, en de grenzen overlappen bijna altijd.',
    school: 'School',
    none: 'Er zijn nog geen scholen',
    source:
      'Per cel: het getal, tussen haakjes waar het echte getal waarschijnlijk ligt, en van hoeveel. Vergelijk een school met zichzelf, een jaar eerder.',
    cell: (value: string, low: string, high: string) => `${value} (${low}–${high})`,
    notSay:
      'Een verschil tussen twee scholen zegt niet dat de ene het beter doet. Wat leerlingen bereiken is een samenhang, geen bewijs.',
  },
  print: {
    title: 'Voor de MR',
    lead: (school: string, date: string) =>
      `Voor de medezeggenschapsraad van ${school}, ${date}. Vijf lagen, met hoe zeker elk getal is en wat je er niet uit mag halen.`,
    button: 'Print',
    questions: 'Om samen over te praten',
    ask: [
      'Wat herkennen we, en wat verrast ons?',
      'Welke laag willen we het komende jaar zien bewegen?',
      'Wat hebben leraren daarvoor nodig: tijd, scholing, rust?',
      'Hoe horen leerlingen en ouders terug wat we doen?',
    ],
  },
}
