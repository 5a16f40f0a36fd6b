import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Button, Fold, TextArea, TextField } from '../../../../platform/ui/index.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import { proposedDueDay } from '../../action.ts'
import type { ActionCard } from '../../cards.ts'
import { cardsText } from '../../text.cards.ts'
import type { ZoneProps } from '../../zone-view.ts'
import { typedText } from '../../zones/filled.ts'
import { Back } from '../back.tsx'

interface EndActionProps {
  readonly zone: ZoneProps
  readonly card: ActionCard
  /** Of the action. */
  readonly path: string
  readonly filled: FilledForm
}

/** What else can become of an open action than done: go on with other words, or stop. Both ask why. */
export function EndAction({ zone, card, path, filled }: EndActionProps): Html {
  const words = cardsText(zone.locale).action
  const stopping = filled.values.state === 'stopped'
  const failed = Object.keys(filled.errors).length > 0
  const reason = (id: string, own: boolean) => (
    <TextArea
      name="reason"
      id={id}
      label={words.reason}
      rows={2}
      maxlength={300}
      required
      value={own ? typedText(filled, 'reason', '') : ''}
      error={own ? filled.errors.reason : undefined}
    />
  )
  return (
    <div class="stack tight">
      <h2>{words.goOn}</h2>
      <Fold summary={words.adapt} open={failed && !stopping}>
        <form class="form" method="post" action={`${path}/end`} data-entry="" data-entry-keep>
          <Back to="board" />
          <p>{words.adaptLead}</p>
          <input type="hidden" name="state" value="adapted" />
          {reason('end-reason', !stopping)}
          <TextArea
            name="description"
            id="end-description"
            label={words.description}
            rows={2}
            maxlength={300}
            required
            value={typedText(filled, 'description', card.description)}
            error={filled.errors.description}
          />
          <TextField
            name="dueOn"
            id="end-dueOn"
            type="date"
            label={words.due}
            value={typedText(filled, 'dueOn', proposedDueDay(null, zone.today))}
            error={filled.errors.dueOn}
          />
          <div class="actions">
            <Button>{words.adaptDo}</Button>
          </div>
        </form>
      </Fold>
      <Fold summary={words.stop} open={failed && stopping}>
        <form class="form" method="post" action={`${path}/end`} data-entry="" data-entry-keep>
          <Back to="board" />
          <input type="hidden" name="state" value="stopped" />
          {reason(stopping ? 'end-reason' : 'stop-reason', stopping)}
          <div class="actions">
            <Button>{words.stopDo}</Button>
          </div>
        </form>
      </Fold>
    </div>
  )
}
