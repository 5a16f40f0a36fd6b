import { sql } from 'kysely'
import { z } from 'zod'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Day } from '../../../platform/text/days.ts'
import { ownInstrument, ownInstrumentKey } from './own-instrument.ts'

/** A mean over teachers of their own mean, and the (population) standard deviation of these, on the scale of the instrument. */
export interface BehaviourFigure {
  readonly mean: number
  readonly deviation: number
}

/** What was seen in lessons in one half school year, as it was told when that was over. It never changes after that. */
export interface CountedBehaviour {
  /** 1 August or 1 February. */
  readonly half: Day
  /** How many teachers it is of: five at least, the same ones for every figure. */
  readonly teachers: number
  /** Over all that was scored. */
  readonly all: BehaviourFigure
  /** By id of a domain of our own instrument. */
  readonly domains: ReadonlyMap<string, BehaviourFigure>
}

const figure = z.object({ mean: z.number(), deviation: z.number() })
const figuresOf = z.object({ all: figure }).catchall(figure)

/**
 * What receivers agreed to count, of the half school years that begin from `from` to `until` and could be told, oldest
 * first; for anybody of the school. Nobody can read what lies beneath: any two of these are of teachers who differ in five at
 * least or not at all, and share no score, so taking one from another tells nothing of one teacher.
 */
export async function countedBehaviour(
  trx: Trx,
  organisationId: string,
  from: Day,
  until: Day,
): Promise<readonly CountedBehaviour[]> {
  const rows = await trx
    .selectFrom('visit_behaviour')
    .select(['half', 'teachers', 'figures'])
    .where('organisation_id', '=', organisationId)
    .where('half', '>=', from)
    .where('half', '<=', until)
    .orderBy('half')
    .execute()
  return rows.flatMap(({ half, teachers, figures }) => {
    if (teachers === null) return []
    const { all, ...domains } = figuresOf.parse(figures)
    return [{ half, teachers, all, domains: new Map(Object.entries(domains)) }]
  })
}

/** Counts the half year that begins on this day, if it is over and was not counted yet; as the system. True: it can be told. */
export async function countHalf(trx: Trx, organisationId: string, half: Day, today: Day): Promise<boolean> {
  const domains = Object.fromEntries(
    ownInstrument.domains.map(({ id, indicators }) => [id, indicators.map((indicator) => indicator.id)]),
  )
  const { rows } = await sql<{ told: boolean }>`
    select visit_count_behaviour(${organisationId}, ${half}, ${today}, ${ownInstrumentKey},
      ${JSON.stringify(domains)}) as told`.execute(trx)
  return rows[0]?.told === true
}
