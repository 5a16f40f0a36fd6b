import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Button } from '../../../../platform/ui/index.ts'
import { emptyForm, type FilledForm } from '../../../../platform/web/refuse-form.ts'
import { zoneText } from '../../text.board.ts'
import type { ZoneProps } from '../../zone-view.ts'
import { AddFold } from '../add-fold.tsx'
import { SuccessFields } from './success-fields.tsx'

type Place = Pick<ZoneProps, 'locale' | 'board' | 'path'>

export function AddSuccessForm({ props, filled }: { readonly props: Place; readonly filled: FilledForm }): Html {
  const { locale, board, path } = props
  return (
    <form class="form" method="post" action={`${path}/successes`} data-entry="success-list">
      <SuccessFields locale={locale} kind={board.kind} filled={filled} />
      <div class="actions">
        <Button>{zoneText(locale, board.kind).successes.put}</Button>
      </div>
    </form>
  )
}

export function AddSuccess(props: ZoneProps): Html {
  return (
    <AddFold summary={zoneText(props.locale, props.board.kind).successes.add} id="add-success">
      <AddSuccessForm props={props} filled={emptyForm} />
    </AddFold>
  )
}
