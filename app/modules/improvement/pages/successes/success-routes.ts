import { amsterdamDay } from '../../../../platform/text/days.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { editedFields, emptied, newSuccessForm, successForm } from '../../card-forms.ts'
import { editCard } from '../../edit-card.ts'
import { addSuccess } from '../../success-store.ts'
import { zoneText } from '../../text.board.ts'
import { boardForm, idIn } from '../board-form.ts'
import { writerName } from '../writer-name.ts'
import { newSuccessPage, successPage } from './success-pages.tsx'

const addRoute = boardForm({
  path: '/successes',
  schema: newSuccessForm,
  audience: 'adds',
  labels: (locale, board) => ({ description: zoneText(locale, board.kind).successes.description }),
  page: (c, open, filled) => newSuccessPage.show(c, open, filled),
  work: async ({ c, trx, record, place, writing, value, submission }) => {
    const { description } = value
    const by_name = 'byName' in submission.values ? value.byName : writerName(c)
    const on_date = amsterdamDay(new Date(writing.writtenAt))
    await addSuccess(trx, record, place, writing, { description, by_name, on_date })
    return { ok: true, card: `success-${writing.id}` }
  },
})

const editRoute = boardForm({
  path: '/successes/:success',
  schema: successForm,
  labels: (locale, board) => {
    const words = zoneText(locale, board.kind).successes
    return { description: words.description, byName: words.by }
  },
  page: (c, open, filled) => successPage.show(c, open, filled),
  work: async ({ c, trx, record, place, writing, value, submission }) => {
    const empty = emptied('description', submission)
    if (empty !== null) return { ok: false, reason: 'form', errors: empty }
    const { description, byName: by_name } = editedFields(value, submission)
    const id = idIn(c, 'success')
    const values = { description, by_name }
    const edited = await editCard(trx, record, 'successes', { ...place, id, values, writtenAt: writing.writtenAt })
    return edited.ok ? { ok: true, card: `success-${id}` } : edited
  },
})

export const successRoutes: readonly Route[] = [newSuccessPage.route, addRoute, successPage.route, editRoute]
