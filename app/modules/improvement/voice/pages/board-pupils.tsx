import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Card, Zone } from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import type { Board } from '../../board.ts'
import { classGoalsOf } from '../class-goals-store.ts'
import { roundPath } from '../round.ts'
import { type Waiting, waitingOf } from '../round-store.ts'
import { voiceText } from '../text.ts'

/**
 * What the board of a team says of its pupils: rounds that they have not heard back from, until they have, and how many
 * goals their class boards have. Null where there is nothing to say.
 */
export async function boardPupils(c: WebContext, board: Pick<Board, 'kind' | 'teamId'>): Promise<Html | null> {
  if (board.kind !== 'improvement' || c.var.visit.viewer.kind !== 'person') return null
  const { id, slug } = organisationOf(c)
  const { waiting, classes } = await withinScope(c, async (trx) => ({
    waiting: await waitingOf(trx, id, board.teamId),
    classes: await classGoalsOf(trx, id, board.teamId),
  }))
  if (waiting.length === 0 && classes.length === 0) return null
  const words = voiceText(c.var.locale).board
  const say = ({ kind, title, closed }: Waiting) =>
    closed ? words.tell(title) : kind === 'arena' ? words.openArena(title) : words.open(title)
  return (
    <Zone title={words.title} tone="voice" class="voice-pages">
      {waiting.map((each) => (
        <Card shape="item">
          <a class="title" href={roundPath(slug, each.id)}>
            {say(each)}
          </a>
        </Card>
      ))}
      {classes.length > 0 && (
        <Card over={words.classGoals}>
          {classes.map(({ name, goals, reached }) => (
            <p>{words.goals(name, reached, goals)}</p>
          ))}
        </Card>
      )}
    </Zone>
  )
}
