import { z } from 'zod'
import { members } from '../../../../platform/web/access.ts'
import { answerChange, performSubmission } from '../../../../platform/web/answer.ts'
import { organisationOf, type WebContext } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { boardPath, boardStream } from '../../board.ts'
import { findReview } from './review-place.ts'

/** Puts a goal that the team wanted to adapt on the board of the next period: a new goal, to be edited there. */
export const takeUpRoute: Route = {
  method: 'POST',
  path: '/s/:organisation/boards/:board/periods/:period/take-up',
  access: members('teacher', 'coach', 'leader'),
  handle: takeUp,
}

async function takeUp(c: WebContext): Promise<Response> {
  const open = await findReview(c)
  const form = await readForm(c, z.object({ goal: z.uuid() }))
  if (open === null || open.audience !== 'writes' || !form.ok) return refuse(c, 'not-found')
  const goal = open.previous?.goals.find((each) => each.id === form.value.goal && each.decision === 'adapt')
  if (goal === undefined) return refuse(c, 'not-found')
  const organisation = organisationOf(c)
  const { id } = form.submission
  const stream = boardStream(open.board.id)
  const done = await performSubmission(c, stream, form.submission, async (trx, record) => {
    const last = goal.readings.at(-1)?.value
    await trx
      .insertInto('goals')
      .values({
        organisation_id: organisation.id,
        id,
        board_id: open.board.id,
        period_id: open.review.period.id,
        effect: goal.effect,
        measure: goal.measure,
        out_of: goal.outOf,
        baseline: last ?? goal.baseline,
        target: goal.target,
        created_by: 'look-back',
        created_at: c.var.now,
      })
      .execute()
    record({ action: 'goal-taken-up', subject: `goal:${id}`, changes: { effect: [null, goal.effect] } })
    return null
  })
  return answerChange(c, done, {
    to: `${boardPath(organisation.slug, open.board.id)}#goal-${id}`,
    stream,
    view: 'review',
  })
}
