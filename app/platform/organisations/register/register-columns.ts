/** The columns of DUO's register of school locations that are kept, with every way their header is written. */
const headers = {
  brin: ['BRIN NUMMER', 'BRINNUMMER', 'BRIN', 'INSTELLINGSCODE'],
  location: ['VESTIGINGSNUMMER', 'VESTIGINGSCODE', 'VESTIGINGS NUMMER', 'VESTIGINGS CODE'],
  name: ['VESTIGINGSNAAM', 'VESTIGINGS NAAM'],
  street: ['STRAATNAAM'],
  houseNumber: ['HUISNUMMER TOEVOEGING'],
  postcode: ['POSTCODE'],
  place: ['PLAATSNAAM'],
  municipalityCode: ['GEMEENTENUMMER', 'GEMEENTECODE'],
  municipality: ['GEMEENTENAAM'],
  province: ['PROVINCIE'],
  governingBody: ['BEVOEGD GEZAG NUMMER', 'BEVOEGD GEZAG CODE'],
  denomination: ['DENOMINATIE'],
  phone: ['TELEFOONNUMMER'],
  website: ['INTERNETADRES'],
  structure: ['ONDERWIJSSTRUCTUUR'],
  holidayRegion: ['VAKANTIEREGIO'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Column = keyof typeof headers

/** Not in every vintage or sector; all others make a file the register of school locations. */
const optional: ReadonlySet<Column> = new Set(['phone', 'website', 'structure', 'holidayRegion'])

/** Where each column is in a row of `width` cells. */
export interface RegisterColumns {
  readonly at: ReadonlyMap<Column, number>
  readonly width: number
  /** Only the file of secondary schools says what structure a school has (`VBO/MAVO`). */
  readonly sector: 'po' | 'vo'
}

export type ColumnsRefusal =
  | { readonly reason: 'not-a-register-file'; readonly missing: readonly string[]; readonly found: readonly string[] }
  | { readonly reason: 'column-twice'; readonly column: string }

/** Recognises the header of DUO's file by its columns, whatever the file is called. */
export function registerColumns(
  cells: readonly string[],
): { readonly ok: true; readonly columns: RegisterColumns } | { readonly ok: false; readonly refusal: ColumnsRefusal } {
  const found = cells.map(normalHeader)
  const at = new Map<Column, number>()
  for (const column of Object.keys(headers) as Column[]) {
    const names: readonly string[] = headers[column]
    const places = found.flatMap((name, i) => (names.includes(name) ? [i] : []))
    const [place, second] = places
    if (second !== undefined) return { ok: false, refusal: { reason: 'column-twice', column: headerOf(column) } }
    if (place !== undefined) at.set(column, place)
  }
  const missing = (Object.keys(headers) as Column[]).filter((column) => !optional.has(column) && !at.has(column))
  if (missing.length > 0) {
    const shown = found.filter((name) => name !== '').slice(0, 8)
    return {
      ok: false,
      refusal: {
        reason: 'not-a-register-file',
        missing: missing.map(headerOf),
        found: shown.map((name) => name.slice(0, 40)),
      },
    }
  }
  return { ok: true, columns: { at, width: cells.length, sector: at.has('structure') ? 'vo' : 'po' } }
}

/** The header as DUO writes it now, for a person to look up in the file. */
export function headerOf(column: Column): string {
  return headers[column][0]
}

function normalHeader(cell: string): string {
  return cell
    .replace(/[\ufeff"]|\u00ef\u00bb\u00bf/g, '')
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toUpperCase()
}
