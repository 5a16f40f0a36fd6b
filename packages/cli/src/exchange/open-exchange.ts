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
                          Where left out, the content tells kidney and json, and the name FILE.edges or FILE.arcs the rest.`

/** Reads a file of an exchange. */
export async function openExchange(
  path: string,
  asked: string | undefined,
): Promise<ExchangeFile | Extract<Outcome, { readonly kind: 'bad-input' }>> {
  const { readExchange, recogniseFormat } = await import('@kantelpunt/exchange')
  const named = formats.find((format) => format === asked)
  if (asked !== undefined && named === undefined)
    return badInput(`--format ${asked} is not one of ${formats.join(', ')}.`)
  const bytes = await readWhole(path)
  if ('kind' in bytes) return bytes
  const extension = formats.find((format) => path.endsWith(`.${format}`))
  const format = named ?? recogniseFormat(bytes) ?? extension
  if (format === undefined) return badInput(`${path}: say --format edges or --format arcs, which look the same.`)
  const file = readExchange(bytes, format)
  return file.ok ? file : badInput(`${path}: ${describeExchangeRefusal(file.refusal)}`)
}
