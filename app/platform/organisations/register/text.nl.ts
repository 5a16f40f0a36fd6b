export const nl = {
  sector: { po: 'basisonderwijs', vo: 'voortgezet onderwijs' },
  /** Why a whole file is not imported, and what to do. */
  fileRefusal: {
    tooLarge: (limit: string) =>
      `Het bestand is groter dan ${limit}. Zo groot is een lijst met schoolvestigingen niet. Kies het bestand van DUO zelf.`,
    emptyFile: 'Het bestand is leeg. Download het opnieuw bij DUO.',
    spreadsheetFile:
      'Dit is een Excel- of OpenOffice-bestand. Open het en kies Opslaan als: CSV. Of download de csv bij DUO.',
    notText: (line: number) =>
      `Dit is geen tekstbestand: op regel ${line} staat een teken dat daar niet hoort. Download de csv opnieuw bij DUO.`,
    notARegisterFile: (missing: string, found: string) =>
      `Dit is niet de lijst ‘Alle vestigingen’ van DUO. Deze kolommen missen we: ${missing}. Wel gevonden: ${found}.`,
    columnTwice: (column: string) => `De kolom ${column} staat er twee keer in. Haal er één weg.`,
    headerQuoteNotClosed: 'In de eerste regel staat een aanhalingsteken dat niet wordt gesloten. Haal het weg.',
    noRows: 'Onder de kopregel staan geen scholen. Download het bestand opnieuw bij DUO.',
    tooManyRows: (limit: string) =>
      `Er staan meer dan ${limit} regels in. Zoveel scholen zijn er niet. Kies het bestand van DUO zelf.`,
    vintageInvalid: (given: string) => `‘${given}’ is geen datum. Schrijf hem als 2025-10-01.`,
    vintageInFuture: (vintage: string) => `De datum ${vintage} moet nog komen. Vul in van welke dag deze lijst is.`,
    vintageUnknown: 'We kunnen niet zien van welke dag deze lijst is. Vul die datum in.',
    vintageContradicted: (vintage: string, from: string, until: string | null) =>
      until === null
        ? `De lijst kan niet van ${vintage} zijn: er staan gemeenten in die pas sinds ${from} bestaan. Vul een andere datum in.`
        : `De lijst kan niet van ${vintage} zijn: deze gemeenten bestonden samen van ${from} tot ${until}. Vul een andere datum in.`,
    rowsRefused: (refused: number) =>
      refused === 1
        ? 'Eén regel klopt niet. Daarom is niets ingelezen. Verbeter die regel en probeer het opnieuw.'
        : `${refused} regels kloppen niet. Daarom is niets ingelezen. Verbeter ze en probeer het opnieuw.`,
    closesTooMany: (closing: number, open: number) =>
      `Met dit bestand zouden ${closing} van de ${open} scholen gesloten zijn. Dat lijkt een deel van de lijst. Er is niets ingelezen.`,
  },
  /** Why a row is not accepted, and what to do. */
  rowRefusal: {
    quoteNotClosed: 'Een aanhalingsteken (") wordt niet gesloten. Sluit het of haal het weg.',
    tooFewCells: (expected: number, found: number) =>
      `De regel heeft ${found} cellen, dat moeten er ${expected} zijn. Vul aan wat ontbreekt.`,
    tooManyCells: (expected: number, found: number) =>
      `De regel heeft ${found} cellen, dat moeten er ${expected} zijn. Haal weg wat te veel is.`,
    lineTooLong: (limit: number) => `De regel is langer dan ${limit} tekens. Maak hem korter.`,
    missing: (column: string) => `${column} is leeg. Vul het in.`,
    controlCharacter: (column: string) => `In ${column} staat een onzichtbaar teken. Typ de tekst opnieuw.`,
    formula: (column: string) => `In ${column} staat een formule. Zet er gewone tekst neer.`,
    mangledLetters: (column: string) =>
      `In ${column} zijn letters beschadigd, zoals Ã« in plaats van ë. Bewaar het bestand als UTF-8 en herstel de tekst.`,
    tooLong: (column: string, limit: number) => `${column} is langer dan ${limit} tekens. Maak het korter.`,
    invalidBrin: (column: string, value: string) =>
      `${column} ‘${value}’ is geen BRIN. Een BRIN is twee cijfers en twee letters, zoals 04LY.`,
    invalidLocation: (column: string, value: string) =>
      `${column} ‘${value}’ klopt niet. Schrijf het als 04LY07 of als 07.`,
    locationOfOtherSchool: (column: string, value: string) =>
      `${column} ‘${value}’ hoort bij een andere BRIN. Verbeter een van de twee.`,
    invalidPostcode: (column: string, value: string) =>
      `${column} ‘${value}’ is geen postcode. Schrijf hem als 9712 AB.`,
    invalidNumber: (column: string, value: string) => `${column} ‘${value}’ is geen nummer. Schrijf alleen cijfers.`,
    invalidHolidayRegion: (column: string, value: string) =>
      `${column} ‘${value}’ bestaat niet. Kies Noord, Midden of Zuid.`,
    schoolTwice: (code: string, firstLine: number) =>
      `${code} staat er twee keer in, met andere gegevens dan op regel ${firstLine}. Haal een van de twee weg.`,
    otherSector: (code: string) =>
      `${code} kennen we als school uit een andere sector. Kijk of dit wel het goede bestand is.`,
  },
  report: {
    line: 'regel',
    school: 'school',
    outcome: 'wat is er gebeurd',
    explanation: 'uitleg',
    added: 'nieuw',
    updated: 'gewijzigd',
    unchanged: 'gelijk gebleven',
    refused: 'geweigerd',
    closed: 'gesloten',
    changed: (facts: string) => `Anders: ${facts}.`,
    notInFile: 'Stond in een oudere lijst en niet meer in een nieuwere.',
  },
  fact: {
    name: 'naam',
    street: 'straat',
    houseNumber: 'huisnummer',
    postcode: 'postcode',
    place: 'plaats',
    municipalityCode: 'gemeentenummer',
    municipality: 'gemeente',
    province: 'provincie',
    governingBody: 'bevoegd gezag',
    denomination: 'denominatie',
    phone: 'telefoon',
    website: 'website',
    structure: 'soorten onderwijs',
    holidayRegion: 'vakantieregio',
    closedSince: 'open of gesloten',
    names: 'eerdere naam',
  },
}
