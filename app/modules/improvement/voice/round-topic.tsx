import type { Html } from '../../../platform/html/jsx-runtime.ts'
import type { Topic } from '../../../platform/live/topic.ts'
import { anyMember } from '../../../platform/web/access.ts'
import { isUuid } from '../board-store.ts'
import './tables.ts'

/** Pages that show a round ask for themselves again when it was closed, shown, written on or told back. */
export const roundTopic: Topic = {
  kind: 'voice',
  access: anyMember,
  follow: async (trx, visit, id) => {
    if (!isUuid(id) || visit.organisation === null) return null
    const row = await trx
      .selectFrom('voice_rounds')
      .select('id')
      .where('organisation_id', '=', visit.organisation.id)
      .where('id', '=', id)
      .executeTakeFirst()
    return row === undefined ? null : 'reads'
  },
  render: async (_trx, { entries }) =>
    entries.every(({ action }) => action === 'round-opened') ? <></> : <turbo-stream action="refresh" />,
}

const countId = 'answers-so-far'

/** How many answers are in: a number, the same for everybody, that passes and is not kept. */
export function CountSoFar({ count }: { readonly count: number | string }): Html {
  return (
    <strong class="so-far" id={countId}>
      {count}
    </strong>
  )
}

export function countSaid(count: string): Html {
  return (
    <turbo-stream action="replace" target={countId}>
      <template>
        <CountSoFar count={count} />
      </template>
    </turbo-stream>
  )
}
