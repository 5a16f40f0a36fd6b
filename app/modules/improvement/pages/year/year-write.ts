import type { Performed } from '../../../../platform/journal/perform.ts'
import { members } from '../../../../platform/web/access.ts'
import { performSubmission } from '../../../../platform/web/answer.ts'
import { organisationOf, type WebContext } from '../../../../platform/web/context.ts'
import type { Submission } from '../../../../platform/web/form.ts'
import { yearStream } from '../../year.ts'
import type { YearWrite } from '../../year-writes.ts'

/** Leader and coach write on the year board; everybody of the school reads it. */
export const yearWriters = members('leader', 'coach')

/** Does one write to the year boards of the school in the path. */
export function writeYear<R>(
  c: WebContext,
  submission: Submission,
  work: (write: YearWrite) => Promise<R>,
): Promise<Performed<R>> {
  const organisationId = organisationOf(c).id
  const { writtenAt } = submission
  return performSubmission(c, yearStream(organisationId), submission, (trx, record) =>
    work({ trx, record, organisationId, writtenAt }),
  )
}
