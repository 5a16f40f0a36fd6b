export const nl = {
  title: 'Kantelpunt: publieke schoolresultaten',
  description:
    'Resultaten van scholen per vak zoals DUO en de Inspectie van het Onderwijs ze publiceren. Afgeschermde aantallen zijn intervallen: low en high. Vrij te gebruiken met bronvermelding.',
  schools: 'Alle scholen, in volgorde van hun code, per bladzijde',
  school: 'Eén school, met elk vak over drie schooljaren',
  secondarySchools:
    'Alle scholen voor voortgezet onderwijs waarvan iets gepubliceerd is, in volgorde van hun code, per bladzijde',
  secondarySchool:
    'Eén school voor voortgezet onderwijs: vier cijfers van de inspectie naast hun norm, hoe leerlingen verder gingen, en examens',
  rules: 'Twee regels naast elkaar: het gemiddelde van nu en elk vak apart',
  norms: 'Elke versie van de normen',
  noFigures: {
    title: 'Nog geen resultaten',
    detail: 'Op dit platform zijn nog geen bestanden met resultaten geladen.',
  },
  unknownSchool: {
    title: 'Onbekende school',
    detail: 'Geef de code van een vestiging, zoals 04LY00, of van de inspectie, zoals 00AP-C1.',
  },
  unknownSecondary: {
    title: 'Onbekende school',
    detail: 'Geef de code van een vestiging, zoals 00AH07.',
  },
  file: {
    secondarySchools: 'scholen-voortgezet-onderwijs',
    secondarySchool: 'school-voortgezet-onderwijs',
    schools: 'scholen',
    school: 'school',
    rules: 'twee-regels',
    norms: 'normen',
    source: 'bron',
  },
  unknownFormat: {
    title: 'Dat formaat is er niet',
    detail: 'format is json, csv of xlsx.',
  },
  notAcceptable: {
    title: 'In dat formaat is dit er niet',
    detail:
      'Vraag in Accept om application/json, text/csv of application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.',
  },
  columns: (names: string) => `De kolommen heten als in de JSON: ${names}.`,
  format:
    'De vorm waarin je de cijfers krijgt; gaat voor Accept. In csv en xlsx staat de hele lijst, of de gevraagde bladzijde.',
  badParameter: {
    code: (name: string) => `${name} bestaat uit vier cijfers, zoals 0363.`,
    repeated: (name: string) => `${name} staat er vaker dan één keer. Geef het één keer.`,
    title: 'Die waarde kan hier niet',
    step: (name: string, most: number, step: number) =>
      `${name} is een getal van 0 tot en met ${most}, in stappen van ${step}.`,
    detail: (name: string, least: number, most: number | null) =>
      most === null
        ? `${name} is een heel getal vanaf ${least}.`
        : `${name} is een heel getal van ${least} tot en met ${most}.`,
  },
}
