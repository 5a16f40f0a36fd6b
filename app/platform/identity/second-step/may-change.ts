import { system } from '../../database/scope.ts'
import { personOf, type WebContext } from '../../web/context.ts'
import { sessionTokenOf } from '../session-cookie.ts'
import { findSecondSteps, hasSecondStep, type SecondSteps } from './second-step-store.ts'

/** The first lock is chosen within a day of signing in: who finds an open laptop must not be able to lock its owner out. */
const freshMs = 24 * 3600_000

export type MayChange =
  | { readonly ok: true; readonly steps: SecondSteps }
  | { readonly ok: false; readonly reason: 'second-step-first' | 'sign-in-again'; readonly steps: SecondSteps }

/** Whether this visit may set up a second step: with the one that is there, or else soon after signing in. */
export async function mayChangeSecondStep(c: WebContext): Promise<MayChange> {
  const { services, now } = c.var
  const person = personOf(c)
  const token = sessionTokenOf(c.req.raw.headers, services.settings) ?? ''
  return services.db.run(system, async (trx) => {
    const steps = await findSecondSteps(trx, person.id)
    if (hasSecondStep(steps)) {
      return person.secondFactor ? { ok: true, steps } : { ok: false, reason: 'second-step-first', steps }
    }
    const session = await trx.selectFrom('sessions').select('created_at').where('token', '=', token).executeTakeFirst()
    const age = now.getTime() - (session?.created_at.getTime() ?? 0)
    return age < freshMs ? { ok: true, steps } : { ok: false, reason: 'sign-in-again', steps }
  })
}
