import { marketHelp, openMarket } from '../admissions/open-market.ts'
import { tellVerdict } from '../admissions/tell-verdict.ts'
import type { Command } from '../command.ts'
import { readOptions } from '../read-options.ts'
import { badInput, readWhole } from '../tables/open-tables.ts'

/** `kantelpunt admission verify`: looks for who would rather leave, without the algorithm that made the division. */
export const admissionVerify: Command = {
  name: 'admission verify',
  usage: 'RESULT FILE.json',
  summary:
    'Looks in a division for candidates and programmes that would rather have each other, and for too many in a programme.',
  help: `
Takes what kantelpunt admission solve made, or any { "assignments": { "anna": "wiskunde", "dirk": ["wiskunde", "nask"] } }, and
the file that it is about. Exit 2: the division is not stable, or breaks a limit; the answer says which.
${marketHelp}
`,
  run: async (args) => {
    const asked = readArguments(args)
    if (typeof asked === 'string') return badInput(asked)
    const bytes = await readWhole(asked.result)
    if ('kind' in bytes) return bytes
    const market = await openMarket(asked.path)
    if ('kind' in market) return market
    const { findBlockingPairs, readAssignments } = await import('@kantelpunt/admission')
    const read = readAssignments(market, assignmentsIn(bytes))
    if (!read.ok) {
      const named = read.wrong.slice(0, 20).join(', ')
      return badInput(
        `${asked.result}: this is no division of ${asked.path}: ${named} has no place, or another, in that file.`,
      )
    }
    const { matching } = read
    const verdict = tellVerdict(market, findBlockingPairs(market, matching))
    const matched = matching.first.reduce((count, at) => count + (at >= 0 ? 1 : 0), 0)
    const answer = {
      verified: verdict.stable,
      candidates: market.candidates.length,
      programmes: market.programmes.length,
      matched,
      ...verdict,
    }
    if (verdict.stable) return { kind: 'done', answer }
    const limits = verdict.violations?.length ?? 0
    const message = `${asked.result}: ${verdict.blockingPairs} blocking pairs, ${limits} places against the rules.`
    return { kind: 'no-answer', message, answer }
  },
}

function assignmentsIn(bytes: Uint8Array): unknown {
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof read === 'object' && read !== null && 'assignments' in read ? read.assignments : undefined
  } catch {
    return undefined
  }
}

function readArguments(args: readonly string[]) {
  const read = readOptions(args, {})
  if (typeof read === 'string') return read
  const { positionals } = read
  const [result, path, ...more] = positionals
  if (result === undefined || path === undefined || more.length > 0) return 'Name the result and then the file.'
  return { result, path }
}
