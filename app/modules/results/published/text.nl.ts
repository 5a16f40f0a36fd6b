export const nl = {
  admin: {
    title: 'Schoolresultaten laden',
    lead: 'Laad hier wat DUO en de Inspectie van het Onderwijs publiceren. Het soort bestand wordt herkend aan de kolommen. Een bestand gaat helemaal naar binnen, of helemaal niet.',
    file: 'Bestand',
    fileHint:
      '.csv of .ods met resultaten of alle vestigingen, of .json met normen of met de kolommen van een bestand; hooguit 32 MB.',
    published: 'Gepubliceerd op',
    publishedHint: 'Leeg: een dag in de naam, anders het einde van het laatste schooljaar in het bestand.',
    source: 'Waar het vandaan komt',
    sourceHint: 'Bijvoorbeeld het adres van de pagina.',
    optional: '(mag leeg)',
    acceptClosures: 'Neem een lijst van vestigingen ook als meer dan een kwart van de scholen sluit',
    send: 'Laden',
    problem: 'Dit bestand kan zo niet geladen worden',
    again: 'Kies het bestand opnieuw; een browser onthoudt het niet.',
    now: 'Wat er is',
    nothing: 'Nog niets geladen',
    nothingDo: 'Begin met de leerresultaten van de inspectie en de referentieniveaus van DUO.',
    uploads: 'Laatst geladen',
    columns: {
      file: 'Bestand',
      what: 'Wat',
      years: 'Schooljaren',
      published: 'Gepubliceerd',
      rows: 'Rijen',
      outcome: 'Uitkomst',
      when: 'Wanneer',
    },
    picture: (schools: string, when: string) =>
      `Het beeld van Nederland is gemaakt op ${when}, van ${schools} scholen.`,
    noPicture: 'Er is nog geen beeld van Nederland: daarvoor zijn resultaten en normen van dezelfde jaren nodig.',
  },
  upload: {
    over: 'Schoolresultaten laden',
    stage: {
      waiting: 'Wacht op zijn beurt',
      working: 'Wordt geladen',
      picture: 'Het beeld van Nederland wordt gemaakt',
      done: 'Klaar',
    },
    progress: (done: string, of: string) => `${done} van ${of} rijen`,
    pictureFailed:
      'De cijfers van het land konden niet opnieuw gemaakt worden: de server had te weinig geheugen. De pagina’s tonen nog de cijfers van hiervoor. Laad het bestand nog eens.',
    wait: 'Deze pagina ververst zichzelf. Je kunt hem ook sluiten: het laden gaat door.',
    loaded: 'Het bestand is geladen.',
    again: 'Dit bestand was er al. Er is niets veranderd.',
    refused: 'Het bestand is niet geladen',
    results: (what: string, rows: string) => `${what}: ${rows} rijen.`,
    norms: (id: string) => `Normen ${id}.`,
    schools: 'Dit is een lijst van vestigingen; die staat nu in het scholenregister.',
    report: 'Verslag van de lijst',
    refusedRows: (count: number, places: string) =>
      count === 1 ? 'Wat er mis is, op één plek' : `Wat er mis is, op ${places} plekken`,
    refusedDo: 'Er is niets van het bestand geladen. Verbeter het bij de bron, of haal het daar opnieuw op.',
    refusedFirst: (shown: string) => `Dit zijn de eerste ${shown}.`,
    refusedLine: (line: number) => `regel ${line}`,
    refusedColumns: { line: 'Waar', column: 'Kolom', text: 'Er staat', why: 'Waarom niet' },
    refusedCsv: 'Verslag van alle plekken (CSV)',
    unknownSchools: (count: number, schools: string) =>
      count === 1
        ? 'Eén school staat niet in het scholenregister'
        : `${schools} scholen staan niet in het scholenregister`,
    unknownDo:
      'Hun resultaten zijn wel geladen. Ze hebben nog geen naam en plaats: laad een lijst van alle vestigingen van DUO.',
    unknownCsv: 'Lijst van deze scholen (CSV)',
    unknownMore: (count: string) => `en nog ${count}`,
    reportColumns: {
      reason: 'reden',
      sheet: 'blad',
      line: 'regel',
      column: 'kolom',
      header: 'naam van de kolom',
      text: 'er staat',
      why: 'waarom niet',
    },
    unknownReason: 'onbekende school',
    busy: 'Iemand anders laadt dit bestand op dit moment.',
    back: 'Terug naar het overzicht',
  },
  kind: {
    'inspectorate-results': 'leerresultaten (inspectie)',
    'school-weighting': 'schoolweging',
    'school-locations': 'alle vestigingen',
    'reference-levels': 'referentieniveaus',
    'enrolment-primary': 'leerlingen po',
    'enrolment-secondary': 'leerlingen vo',
    'final-test-scores': 'eindscores',
    'school-advice': 'schooladviezen',
    'distance-to-school': 'afstand tot school',
    'progress-secondary': 'doorstroom vo',
    'exam-passes': 'geslaagden',
    'exam-results-by-profile': 'geslaagden per profiel',
    'exam-marks-by-subject': 'examencijfers per vak',
    'early-leavers': 'voortijdig schoolverlaters',
    'secondary-indicators': 'vier indicatoren vo',
  },
  outcome: { loaded: 'geladen', again: 'was er al', refused: 'niet geladen' },
  refusal: {
    unknownHeader: (place: string, unknown: string) =>
      `${place}dit is geen bestand met schoolresultaten dat we kennen: geen van de kolommen ${unknown} is bekend. Staan de namen van de kolommen op de eerste regel?`,
    unknownFile: (place: string, nearest: string, recognised: string, missing: string) =>
      `${place}dit lijkt op ‘${nearest}’, maar daarvoor mist: ${missing}. Wel herkend: ${recognised}.`,
    unreadableNumber: (place: string, text: string) => `${place}${text} is geen getal dat daar kan staan.`,
    unreadableSchool: (place: string, text: string) => `${place}${text} is geen code van een school.`,
    unreadableOutcome: (place: string, text: string) => `${place}${text} is geen oordeel dat we kennen.`,
    valueOutsideColumns: (place: string, text: string) =>
      `${place}${text} staat in een kolom zonder naam. Waarschijnlijk scheidt een komma in een getal hier de cellen. Sla het bestand opnieuw op met puntkomma’s.`,
    schoolTwice: (place: string, school: string, earlier: number) =>
      `${place}school ${school} stond al op regel ${earlier}, voor hetzelfde schooljaar.`,
    columnTwice: (first: string, second: string) =>
      `De kolommen ${first} en ${second} zeggen hetzelfde. Haal er een weg.`,
    unknownWord: (place: string, text: string, expected: string) =>
      `${place}${text} kennen we hier niet. Wel: ${expected}.`,
    noSchoolYear: (place: string) => `${place}hier staat geen schooljaar, zoals 2024-2025.`,
    idTaken: (id: string) =>
      `Onder de naam ${id} staat hier al iets anders. Wat er staat blijft staan. Geef deze versie een eigen naam: zet in het bestand "id" met iets nieuws erachter.`,
    noRows: (place: string) => `${place}onder de namen van de kolommen staat niets.`,
    empty: 'Het bestand is leeg.',
    rowWidth: (place: string, found: number, expected: number) =>
      `${place}${found} cellen, en er zijn ${expected} kolommen.`,
    unclosedQuote: (place: string) => `${place}een aanhalingsteken dat hier begint, eindigt nergens.`,
    notText: 'Dit is geen tekst. Sla een Excelbestand op als .csv of .ods.',
    noOpenDocument: 'Dit is een zipbestand, maar geen spreadsheet. Sla een Excelbestand op als .csv of .ods.',
    damagedSpreadsheet: 'De spreadsheet is beschadigd. Haal het bestand opnieuw op.',
    spreadsheetTooLarge: 'De spreadsheet is uitgepakt groter dan een lijst van scholen kan zijn.',
    tooLarge: (limit: number) =>
      `Het bestand is groter dan ${limit} MB. Zo groot is geen bestand met schoolresultaten.`,
    tooManyRows: (rows: string, limit: string) =>
      `Het bestand heeft ${rows} rijen. Meer dan ${limit} heeft geen bestand met schoolresultaten.`,
    readerDied:
      'Het lezen van dit bestand is afgebroken. Waarschijnlijk is het te groot om te lezen. Er is niets van geladen. Knip het in kleinere bestanden, of haal het opnieuw op.',
    schoolsList: 'Dit is een lijst van alle vestigingen. Die hoort in het scholenregister.',
    dayInvalid: (given: string) => `${given} is geen dag. Schrijf bijvoorbeeld 2025-10-01.`,
    dayInFuture: (given: string) => `${given} ligt in de toekomst.`,
    notJson: 'Dit begint als JSON, maar is het niet.',
    notNorms: (at: string, expected: string) =>
      `Dit zijn geen normen die we kunnen lezen: bij ${at} hoort ${expected} te staan.`,
  },
  place: {
    sheet: (name: string) => `blad ${name}`,
    line: (line: number) => `regel ${line}`,
    column: (column: number, header: string) => `kolom ${column}${header === '' ? '' : ` (${header})`}`,
    none: 'geen',
    more: (count: number) => `en nog ${count}`,
  },
}
