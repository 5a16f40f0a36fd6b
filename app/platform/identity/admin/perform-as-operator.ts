import { system, type Trx } from '../../database/scope.ts'
import { type Performed, perform, type Record } from '../../journal/perform.ts'
import { platformOrganisation } from '../../organisations/platform-organisation.ts'
import { personOf, type WebContext } from '../../web/context.ts'
import type { Submission } from '../../web/form.ts'
import { actorOf } from '../viewer.ts'

/**
 * A write of an admin of the platform, across tenants. It stands in the platform's own journal, on the stream
 * `organisations:<platform id>`.
 */
export async function performAsOperator<R>(
  c: WebContext,
  submission: Submission,
  work: (trx: Trx, record: Record) => Promise<R>,
): Promise<Performed<R>> {
  const { db } = c.var.services
  const platform = await db.run(system, platformOrganisation)
  const operation = {
    organisationId: platform,
    stream: `organisations:${platform}`,
    actor: actorOf(personOf(c)),
    id: submission.id,
    content: { path: c.req.path, values: submission.values },
    at: c.var.now,
  }
  return perform(db, system, operation, work)
}
