import type { ExchangeFile, ExchangeFormat } from '@kantelpunt/exchange'
import type { Outcome } from '../command.ts'
import { badInput, readWhole } from '../tables/open-tables.ts'
import { describeExchangeRefusal } from './describe-refusal.ts'

const formats: readonly ExchangeFormat[] = ['edges', 'arcs', 'kidney', 'json']

/** What `--help` says about files. */
export const formatHelp = `
  --format edges          N M, then M lines u v weight: both directions acceptable; participants from 0, whole weights
  --format arcs           the same, u could come into v's place
  --format kidney         N M, u v weight, and below them -1 -1 -1; or n ndd pairs arcs, then lists of successors and
                          of weights (altruistic donors are left out); weights may have decimals
  --format json           { "n": 3, "arcs": [[0, 1, 5], …] }, or "edges"
                          Where left out, the content tells kidney and json, and the name FILE.edges or FILE.arcs the rest.
  --vacancies 3,7         participants of arcs that are vacancies, which nobody leaves: in [7, 2, 5] 2 comes into the place of
                          5 and 5 into vacancy 7, and the place of 2 stays open. Takes --cycles 3 for such chains of two`

const whyNoVacancy = {
  unknown: 'is no participant of the file.',
  'named-twice': 'is named twice.',
  'gives-a-place': 'could come into a place itself, so it is somebody, and no vacancy.',
}

/** Reads a file of an exchange. */
export async function openExchange(
  path: string,
  asked: string | undefined,
  vacancies: string | undefined,
): Promise<ExchangeFile | Extract<Outcome, { readonly kind: 'bad-input' }>> {
  const { readExchange, recogniseFormat, withOpenEnds } = await import('@kantelpunt/exchange')
  const named = formats.find((format) => format === asked)
  if (asked !== undefined && named === undefined)
    return badInput(`--format ${asked} is not one of ${formats.join(', ')}.`)
  const bytes = await readWhole(path)
  if ('kind' in bytes) return bytes
  const extension = formats.find((format) => path.endsWith(`.${format}`))
  const format = named ?? recogniseFormat(bytes) ?? extension
  if (format === undefined) return badInput(`${path}: say --format edges or --format arcs, which look the same.`)
  const file = readExchange(bytes, format)
  if (!file.ok) return badInput(`${path}: ${describeExchangeRefusal(file.refusal)}`)
  if (vacancies === undefined) return file
  if (!file.directed) return badInput(`${path}: edges say nothing of one direction alone; vacancies need arcs.`)
  if (!/^\d+(,\d+)*$/.test(vacancies)) return badInput(`--vacancies ${vacancies}: give numbers, like 3,7.`)
  const open = withOpenEnds(file.graph, vacancies.split(',').map(Number))
  return open.ok
    ? { ...file, graph: open.graph }
    : badInput(`--vacancies: ${open.vacancy} ${whyNoVacancy[open.reason]}`)
}
