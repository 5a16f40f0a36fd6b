import type { Database } from '../../../../platform/database/database.ts'
import { organisationScope } from '../../../../platform/database/scope.ts'
import { readCode } from '../../session-code.ts'
import { findByCode, findRound, type Round } from '../round-store.ts'

export interface RoundForPupils {
  readonly organisationId: string
  readonly round: Round
}

/** So long a round is remembered: a class that comes in at once asks for it once. What is closed is looked up when it matters. */
const freshFor = 3000

const remembered = new WeakMap<
  Database,
  Map<string, { readonly at: number; readonly found: Promise<RoundForPupils | null> }>
>()

/** The round of a code, as it was at most three seconds ago; null where the code is of none or of another form. */
export function roundOfCode(db: Database, typed: string, now: Date): Promise<RoundForPupils | null> {
  const code = readCode(typed)
  if (code === null) return Promise.resolve(null)
  const known = remembered.get(db) ?? new Map()
  remembered.set(db, known)
  const at = now.getTime()
  for (const [other, each] of known) if (at - each.at > freshFor || at < each.at) known.delete(other)
  const before = known.get(code)
  if (before !== undefined) return before.found
  const found = lookUp(db, code)
  known.set(code, { at, found })
  found.catch(() => known.delete(code))
  return found
}

/** Looks a round up again at once: it turned out to be closed. */
export function forgetCode(db: Database, code: string): void {
  remembered.get(db)?.delete(code)
}

async function lookUp(db: Database, code: string): Promise<RoundForPupils | null> {
  const coded = await findByCode(db, code)
  if (coded === null) return null
  const { organisationId, roundId } = coded
  const round = await db.run(organisationScope(organisationId), (trx) => findRound(trx, organisationId, roundId))
  return round === null ? null : { organisationId, round }
}
