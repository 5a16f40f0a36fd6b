import type { Pool } from '@kantelpunt/sortition'
import type { Outcome } from '../command.ts'
import { badInput, readWhole } from '../tables/open-tables.ts'

type BadInput = Extract<Outcome, { readonly kind: 'bad-input' }>

/**
 * By place of person the probability of dropping out. From a table with `id,probability` or with
 * `feature,value,probability`; a person gets the mean of what the table says of his or her values, and `usual` where it says
 * nothing. All lines that are wrong come back at once.
 */
export async function readDropoutChances(
  pool: Pool,
  path: string | undefined,
  usual: number,
): Promise<Float64Array | BadInput> {
  const chances = new Float64Array(pool.people.length).fill(usual)
  if (path === undefined) return chances
  const bytes = await readWhole(path)
  if ('kind' in bytes) return bytes
  const { readDelimited } = await import('@kantelpunt/delimited-text')
  const table = readDelimited(bytes)
  if (!table.ok) return badInput(`${path}: ${'line' in table ? `line ${table.line}: ` : ''}this is no readable table.`)
  const cells = (name: string) => {
    const found = table.header.find((each) => plain(each) === name)
    const column = found === undefined ? undefined : table.column(found)
    return column && Array.from(column.codes, (code) => (column.levels[code] ?? '').trim())
  }
  const [ids, features, values, probabilities] = ['id', 'feature', 'value', 'probability'].map(cells)
  if (probabilities === undefined || (ids === undefined && (features === undefined || values === undefined)))
    return badInput(`${path}: line 1: the columns are id,probability or feature,value,probability.`)
  const wrong: string[] = []
  const rows = probabilities.map((text, row) => {
    const probability = Number(text.replace(',', '.'))
    if (text === '' || !(probability >= 0 && probability <= 1))
      wrong.push(`${path}: line ${table.lineOf(row)}: ${JSON.stringify(text)} is no probability from 0 to 1.`)
    return probability
  })
  if (ids !== undefined) {
    const places = new Map(pool.people.map(({ id }, place) => [id, place]))
    ids.forEach((id, row) => {
      const place = places.get(id)
      if (place === undefined)
        wrong.push(`${path}: line ${table.lineOf(row)}: ${JSON.stringify(id)} is not in the pool.`)
      else chances[place] = rows[row] ?? usual
    })
    return wrong.length > 0 ? badInput(wrong.join('\n')) : chances
  }
  // By feature and value, the probability.
  const said = pool.features.map(() => new Map<number, number>())
  rows.forEach((probability, row) => {
    const feature = pool.features.findIndex(({ name }) => plain(name) === plain(features?.[row] ?? ''))
    const value =
      pool.features[feature]?.values.findIndex(({ name }) => plain(name) === plain(values?.[row] ?? '')) ?? -1
    if (value < 0)
      wrong.push(
        `${path}: line ${table.lineOf(row)}: ${JSON.stringify(features?.[row])} with ${JSON.stringify(values?.[row])} is not in the quotas.`,
      )
    else said[feature]?.set(value, probability)
  })
  if (wrong.length > 0) return badInput(wrong.join('\n'))
  pool.people.forEach(({ answers }, place) => {
    const named = answers.flatMap((value, feature) => said[feature]?.get(value) ?? [])
    if (named.length > 0) chances[place] = named.reduce((sum, each) => sum + each, 0) / named.length
  })
  return chances
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ')
}
