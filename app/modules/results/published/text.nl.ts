export const nl = {
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
