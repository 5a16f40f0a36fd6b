export const nl = {
  title: 'Kantelpunt: publieke schoolresultaten',
  description:
    'Resultaten van scholen per vak zoals DUO en de Inspectie van het Onderwijs ze publiceren. Afgeschermde aantallen zijn intervallen: low en high. Vrij te gebruiken met bronvermelding.',
  schools: 'Alle scholen, in volgorde van hun code, per bladzijde',
  school: 'Eén school, met elk vak over drie schooljaren',
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
  badParameter: {
    title: 'Die waarde kan hier niet',
    detail: (name: string, least: number, most: number | null) =>
      most === null
        ? `${name} is een heel getal vanaf ${least}.`
        : `${name} is een heel getal van ${least} tot en met ${most}.`,
  },
}
