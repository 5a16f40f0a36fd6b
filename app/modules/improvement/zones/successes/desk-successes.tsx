import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { EmptyState, Zone } from '../../../../platform/ui/index.ts'
import { zoneText } from '../../text.board.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'
import { CardTitle } from '../card-title.tsx'

/** What worked in the last two weeks, newest first. */
export function DeskSuccesses(props: ZoneProps): Html {
  const words = zoneText(props.locale, props.board.kind).successes
  const { successes } = props.data
  return (
    <Zone id={zoneId('successes')} title={words.title} tone="good" note={words.note}>
      {successes.length === 0 && (
        <EmptyState title={words.empty} example={words.example}>
          {words.emptyLead}
        </EmptyState>
      )}
      <div class="cards" id="success-list">
        {successes.map(({ id, description, byName }) => (
          <article id={`success-${id}`} class="card">
            <CardTitle props={props} table="successes" id={id} words={description} />
            {byName !== '' && <small> — {byName}</small>}
          </article>
        ))}
      </div>
    </Zone>
  )
}
