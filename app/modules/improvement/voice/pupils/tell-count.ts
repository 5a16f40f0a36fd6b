import { passingNote } from '../../../../platform/live/passing.ts'
import type { Services } from '../../../../platform/web/services.ts'
import { roundStream } from '../round.ts'
import { countSaid } from '../round-topic.tsx'

const soon = 400
const waiting = new Set<string>()

/**
 * Tells the wall how many answers are in, a moment from now and once for all that came meanwhile: a class that answers at
 * once is not kept waiting by its own count. A count that gets lost comes with the next one, or with closing.
 */
export function tellCount({ db }: Pick<Services, 'db'>, organisationId: string, roundId: string): void {
  if (waiting.has(roundId)) return
  waiting.add(roundId)
  const timer = setTimeout(() => {
    waiting.delete(roundId)
    // The database puts the number in: only it may count.
    const { channel, payload } = passingNote(organisationId, roundStream(roundId), countSaid('#count#'))
    db.query('select voice_say_count($1, $2, $3, $4)', [organisationId, roundId, channel, payload]).catch(() => {})
  }, soon)
  timer.unref()
}
