import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Button } from '../../../../platform/ui/index.ts'
import { emptyForm, type FilledForm } from '../../../../platform/web/refuse-form.ts'
import { zoneText } from '../../text.board.ts'
import type { ZoneProps } from '../../zone-view.ts'
import { AddFold } from '../add-fold.tsx'
import { PlanFields } from './plan-fields.tsx'

type Place = Pick<ZoneProps, 'locale' | 'board' | 'path' | 'today'>

export function AddPlanForm({ props, filled }: { readonly props: Place; readonly filled: FilledForm }): Html {
  const { locale, board, path, today } = props
  return (
    <form class="form" method="post" action={`${path}/plans`} data-entry="plan-list">
      <PlanFields locale={locale} kind={board.kind} filled={filled} today={today} />
      <div class="actions">
        <Button>{zoneText(locale, board.kind).plans.put}</Button>
      </div>
    </form>
  )
}

export function AddPlan(props: ZoneProps): Html {
  return (
    <AddFold summary={zoneText(props.locale, props.board.kind).plans.add} id="add-plan">
      <AddPlanForm props={props} filled={emptyForm} />
    </AddFold>
  )
}
