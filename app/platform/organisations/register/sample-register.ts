import iconv from 'iconv-lite'

/** A fictional school, for files that look like DUO's. */
export interface SampleSchool {
  readonly code: string
  readonly name: string
  readonly place?: string
  readonly municipality?: readonly [code: string, name: string]
  readonly denomination?: string
  readonly governingBody?: string
  readonly region?: string
  readonly structure?: string
  readonly street?: string
  readonly postcode?: string
}

export interface SampleStyle {
  readonly sector?: 'po' | 'vo'
  /** `2019`: BRIN NUMMER, padded cells and numbers, no holiday region. `2025`: INSTELLINGSCODE and a holiday region. */
  readonly vintage?: '2019' | '2025'
  readonly delimiter?: string
  readonly newline?: string
}

/** The text of a file of school locations as DUO writes it, with these schools. */
export function sampleRegister(schools: readonly SampleSchool[], style: SampleStyle = {}): string {
  const { sector = 'po', vintage = '2025', delimiter = ';', newline = '\n' } = style
  const old = vintage === '2019'
  const cell = (text: string) =>
    text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text
  const header = [
    'PROVINCIE',
    'BEVOEGD GEZAG NUMMER',
    old ? 'BRIN NUMMER' : 'INSTELLINGSCODE',
    old ? 'VESTIGINGSNUMMER' : 'VESTIGINGSCODE',
    'VESTIGINGSNAAM',
    'STRAATNAAM',
    'HUISNUMMER-TOEVOEGING',
    'POSTCODE',
    'PLAATSNAAM',
    'GEMEENTENUMMER',
    'GEMEENTENAAM',
    'DENOMINATIE',
    'TELEFOONNUMMER',
    'INTERNETADRES',
    ...(sector === 'vo' ? ['ONDERWIJSSTRUCTUUR'] : []),
    'POSTCODE CORRESPONDENTIEADRES',
    'RMC-REGIO NAAM',
    ...(old ? [] : ['VAKANTIEREGIO']),
  ]
  const rows = schools.map((school) => {
    const [municipalityCode, municipality] = school.municipality ?? ['0014', 'GRONINGEN']
    return [
      'Groningen',
      school.governingBody ?? '41000',
      school.code.slice(0, 4),
      school.code,
      school.name,
      school.street ?? 'Schoolstraat',
      '1-A',
      school.postcode ?? '9712 AB',
      (school.place ?? municipality).toUpperCase(),
      old ? municipalityCode : String(Number(municipalityCode)),
      municipality.toUpperCase(),
      school.denomination ?? 'Openbaar',
      old ? ' '.repeat(10) : ' ',
      old ? 'www.school.example'.padEnd(80) : 'www.school.example',
      ...(sector === 'vo' ? [school.structure ?? 'HAVO/VWO'] : []),
      '9700 AA',
      'Centraal en Westelijk Groningen',
      ...(old ? [] : [school.region ?? 'Noord']),
    ].map(cell)
  })
  return [header, ...rows].map((cells) => cells.join(delimiter)).join(newline) + newline
}

/** The text as the bytes of a file, in pieces, as a stream brings them. */
export async function* fileOf(text: string | Uint8Array, encoding = 'utf-8'): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? iconv.encode(text, encoding) : text
  for (let i = 0; i < bytes.length; i += 65_536) yield bytes.subarray(i, i + 65_536)
}
