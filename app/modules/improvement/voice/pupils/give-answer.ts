import { randomUUID } from 'node:crypto'
import type { Database } from '../../../../platform/database/database.ts'
import { keyedHash } from '../../../../platform/identity/token.ts'
import { type Answer, type Given, type Question, stepsOf } from '../round.ts'
import type { RoundForPupils } from './coded-round.ts'

export const longestWords = 500

/** What a form says of each question (`q0`, `q1`, …) and of the subgroup; null where it holds nothing at all. */
export function readAnswer(
  questions: readonly Question[],
  subgroups: readonly string[],
  values: Readonly<Record<string, string | readonly string[]>>,
): Answer | null {
  const given = questions.map(({ kind }, place): Given => {
    const value = values[`q${place}`]
    if (typeof value !== 'string' || value === '') return null
    if (kind === 'words') return value.slice(0, longestWords)
    return /^\d$/.test(value) && Number(value) < stepsOf(kind) ? Number(value) : null
  })
  const chosen = values.subgroup
  const subgroup =
    typeof chosen === 'string' && /^\d$/.test(chosen) && Number(chosen) < subgroups.length ? Number(chosen) : null
  return given.every((each) => each === null) ? null : { given, subgroup }
}

export type Taken = 'taken' | 'answered' | 'closed' | 'unknown'

/**
 * Hands in one answer, in one statement. What is kept: the answer under a random id, and that this device answered, as a
 * hash that is of no use elsewhere. Not by `perform`: the journal would know when, and after whom.
 */
export async function giveAnswer(
  db: Database,
  secret: string,
  { organisationId, round }: RoundForPupils,
  device: string,
  { subgroup, given }: Answer,
): Promise<Taken> {
  const who = keyedHash(secret, 'voice', `${round.id} ${device}`)
  const { rows } = await db.query('select voice_answer($1, $2, $3, $4, $5, $6::text::jsonb) as taken', [
    organisationId,
    round.id,
    who,
    randomUUID(),
    subgroup,
    JSON.stringify(given),
  ])
  // The function voice_answer() of migrations/0007-voice.ts answers with one of these.
  return rows[0]?.taken as Taken
}
