import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamDay } from '../../../../platform/text/days.ts'
import { Button } from '../../../../platform/ui/index.ts'
import { emptyForm, type FilledForm } from '../../../../platform/web/refuse-form.ts'
import { proposedDueDay } from '../../action.ts'
import { zoneText } from '../../text.board.ts'
import type { ZoneProps } from '../../zone-view.ts'
import { AddFold } from '../add-fold.tsx'
import { ActionFields, type ShownAction } from './action-fields.tsx'

/** The form for a new action, which on the board folds away; due at the next session. */
export function AddActionForm({ props, filled }: { readonly props: ZoneProps; readonly filled: FilledForm }): Html {
  const { locale, board, data, path } = props
  const shown: ShownAction = {
    description: '',
    goalId: data.goals[0]?.id ?? null,
    dueOn: proposedDueDay(data.lastSession && amsterdamDay(new Date(data.lastSession.startedAt)), props.today),
    ownerIds: [],
    ownerNames: [],
    everyone: false,
  }
  return (
    <form class="form" method="post" action={`${path}/actions`} data-entry="action-list">
      <ActionFields locale={locale} board={board} goals={data.goals} team={data.team} filled={filled} shown={shown} />
      <div class="actions">
        <Button>{zoneText(locale, board.kind).actions.put}</Button>
      </div>
    </form>
  )
}

export function AddAction(props: ZoneProps): Html {
  return (
    <AddFold summary={zoneText(props.locale, props.board.kind).actions.add} id="add-action">
      <AddActionForm props={props} filled={emptyForm} />
    </AddFold>
  )
}
