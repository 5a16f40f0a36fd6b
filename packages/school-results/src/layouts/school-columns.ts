import type { ColumnRule } from './layout.ts'

/** How DUO has named the columns that say which school and where, over the years. */
export const brin: ColumnRule = {
  needed: true,
  shown: 'INSTELLINGSCODE',
  form: /^(BRIN|BRIN ?NUMMER|INSTELLINGSCODE)$/,
  meaning: () => ({ is: 'brin' }),
}
export const location: ColumnRule = {
  needed: true,
  shown: 'VESTIGINGSCODE',
  form: /^VESTIGINGS? ?(NUMMER|CODE)$/,
  meaning: () => ({ is: 'location' }),
}
export const supervisionCode: ColumnRule = {
  needed: true,
  shown: 'OVT',
  form: /^OVT( CODE)?$/,
  meaning: () => ({ is: 'supervision-code' }),
}
export const day: ColumnRule = {
  shown: 'PEILDATUM',
  form: /^PEILDATUM( LEERLINGEN)?$/,
  meaning: () => ({ is: 'day' }),
}
export const schoolYear: ColumnRule = {
  shown: 'SCHOOLJAAR',
  form: /^(SCHOOL YEAR|SCHOOLJAAR)$/,
  meaning: () => ({ is: 'school-year' }),
}

const facts: readonly (readonly [name: string, form: RegExp])[] = [
  ['name', /^(VESTIGINGS ?NAAM|INSTELLINGSNAAM( VESTIGING)?|NAAM)$/],
  ['place', /^PLAATSNAAM( VESTIGING)?$/],
  ['postcode', /^POSTCODE( VESTIGING)?$/],
  ['municipality', /^GEMEENTENAAM( VESTIGING)?$/],
  ['municipality-code', /^GEMEENTE(NUMMER|CODE)$/],
  ['province', /^PROVINCIE( VESTIGING)?$/],
  ['denomination', /^DENOMINATIE( VESTIGING)?$/],
  ['board', /^(BEVOEGD GEZAG (NUMMER|CODE)|BGNR)$/],
  ['school-type', /^SOORT PO$/],
  ['cluster', /^CLUSTER$/],
  ['structure', /^ONDERWIJSSTRUCTUUR$/],
  ['holiday-region', /^VAKANTIEREGIO$/],
  ['alliance', /^SAMENWERKINGSVERBAND( NUMMER)?$/],
  ['remark', /^EXTRA INFORMATIE$/],
]

/** Texts about a school that any of the files may have. */
export const schoolFacts: readonly ColumnRule[] = facts.map(([name, form]) => ({
  shown: name,
  form,
  meaning: () => ({ is: 'fact', name }),
}))

/** A text column that tells what part of the school a row is about. */
export function part(name: string, form: RegExp): ColumnRule {
  return { shown: name, form, meaning: () => ({ is: 'part', name }) }
}
