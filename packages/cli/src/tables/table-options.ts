import { resolve } from 'node:path'
import { readOptions } from '../read-options.ts'

export interface LinkedFile {
  readonly path: string
  readonly dimensions: readonly string[]
  readonly count: string
}

export interface TableOptions {
  /** The table itself first, and then those that share margins with it. */
  readonly files: readonly LinkedFile[]
  readonly others: readonly string[]
  readonly threshold: number
  readonly width: number
  readonly objective: 'cells' | 'sum'
  readonly suppressZeros: boolean
  readonly zerosKnown: boolean
  readonly keep: 'nothing' | 'total' | 'margins'
  readonly total: string
  /** By dimension the file that says who belongs to whom. */
  readonly hierarchies: ReadonlyMap<string, string>
  readonly of: string | undefined
  readonly rate: string | undefined
  readonly original: string | undefined
  readonly certificate: string | undefined
  readonly out: string | undefined
  readonly base: number
  readonly seconds: number
}

/** What all commands for tables take, for --help. */
export const tableHelp = `
  --dimensions A,B[,C]    the columns of categories
  --count NAME            the column of counts: whole numbers, one row a cell
  --threshold N           counts of 1 … N−1 are small (5)
  --width W               no interval of a small count may be narrower (5)
  --total TEXT            what a margin is called in every dimension (Total)
  --zeros-known           the attacker knows that no zero is suppressed, so that each suppressed count is 1 or more
  --hierarchy A=FILE      totals between: a file with the columns child and parent, for dimension A
  --link FILE:A,C:NAME    a table that shares margins with this one (again for more); same people, other dimensions`

/** The options of a table command, or the sentence that says what is wrong with them. */
export function readTableOptions(args: readonly string[]): TableOptions | string {
  const parsed = parse(args)
  if (typeof parsed === 'string') return parsed
  const { values, positionals } = parsed
  const [path, ...others] = positionals
  if (path === undefined) return 'Name the file with the table.'
  if (values.dimensions === undefined) return 'Name the columns of categories: --dimensions a,b'
  if (values.count === undefined) return 'Name the column of counts: --count n'
  const threshold = Number(values.threshold)
  const width = Number(values.width)
  const base = Number(values.base)
  const seconds = Number(values.seconds)
  if (!(Number.isInteger(threshold) && threshold >= 1))
    return `--threshold ${values.threshold} is not a whole number of 1 or more.`
  if (!(width >= 0)) return `--width ${values.width} is not a number of 0 or more.`
  if (!(Number.isInteger(base) && base >= 2)) return `--base ${values.base} is not a whole number of 2 or more.`
  if (!(seconds > 0)) return `--seconds ${values.seconds} is not a number above 0.`
  if (values.objective !== 'cells' && values.objective !== 'sum')
    return `--objective is cells or sum, not ${values.objective}.`
  const { keep } = values
  if (keep !== 'nothing' && keep !== 'total' && keep !== 'margins')
    return `--keep is nothing, total or margins, not ${keep}.`
  const files: LinkedFile[] = [{ path, dimensions: listOf(values.dimensions), count: values.count }]
  for (const link of values.link) {
    const [, linked, dimensions, count] = /^(.+):([^:]+):([^:]+)$/.exec(link) ?? []
    if (linked === undefined || dimensions === undefined || count === undefined)
      return `--link ${link}: write it as FILE:a,c:n, the file, its columns of categories and its column of counts.`
    files.push({ path: linked, dimensions: listOf(dimensions), count })
  }
  const hierarchies = new Map<string, string>()
  for (const each of values.hierarchy) {
    const [dimension, file] = [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]
    if (!files.some(({ dimensions }) => dimensions.includes(dimension)))
      return `--hierarchy ${each}: write it as a=FILE, with a dimension before the sign.`
    hierarchies.set(dimension, file)
  }
  if (values['suppress-zeros'] && values['zeros-known'])
    return '--suppress-zeros and --zeros-known contradict each other.'
  if (values.of !== undefined && files.length > 1) return '--of and --link can’t be used together yet.'
  const read = [...files.map((file) => file.path), ...hierarchies.values(), values.original]
  const written = [values.out, values.certificate]
  for (const [at, one] of written.entries())
    if (one !== undefined && [...read, ...written.slice(0, at)].some((other) => isSameFile(one, other)))
      return `${one} would be written over a file that this command reads or writes; give another name.`
  return {
    files,
    others,
    threshold,
    width,
    objective: values.objective,
    suppressZeros: values['suppress-zeros'],
    keep,
    zerosKnown: values['zeros-known'],
    total: values.total,
    hierarchies,
    of: values.of,
    rate: values.rate,
    original: values.original,
    certificate: values.certificate,
    out: values.out,
    base,
    seconds,
  }
}

function parse(args: readonly string[]) {
  return readOptions(args, {
    dimensions: { type: 'string' },
    count: { type: 'string' },
    threshold: { type: 'string', default: '5' },
    width: { type: 'string', default: '5' },
    objective: { type: 'string', default: 'cells' },
    'suppress-zeros': { type: 'boolean', default: false },
    'zeros-known': { type: 'boolean', default: false },
    total: { type: 'string', default: 'Total' },
    hierarchy: { type: 'string', multiple: true, default: [] },
    link: { type: 'string', multiple: true, default: [] },
    keep: { type: 'string', default: 'nothing' },
    of: { type: 'string' },
    rate: { type: 'string' },
    original: { type: 'string' },
    certificate: { type: 'string' },
    out: { type: 'string' },
    base: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '30' },
  })
}

function isSameFile(one: string, other: string | undefined): boolean {
  return other !== undefined && resolve(one) === resolve(other)
}

function listOf(text: string): readonly string[] {
  return text.split(',').map((each) => each.trim())
}
