import { amsterdamDay, mondayOf } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import type { Route } from '../../../../platform/web/route.ts'
import type { Board } from '../../board.ts'
import { editedFields, emptied, newPlanForm, planForm } from '../../card-forms.ts'
import { editCard } from '../../edit-card.ts'
import { addPlan } from '../../plan-store.ts'
import { zoneText } from '../../text.board.ts'
import { nextMonday } from '../../zones/plans/plan-weeks.ts'
import { boardForm, idIn } from '../board-form.ts'
import { writerName } from '../writer-name.ts'
import { newPlanPage, planPage } from './plan-pages.tsx'

const labels = (locale: Locale, board: Board) => {
  const words = zoneText(locale, board.kind).plans
  return { description: words.description, week: words.week, byName: words.by }
}

const addRoute = boardForm({
  path: '/plans',
  schema: newPlanForm,
  audience: 'adds',
  labels,
  page: (c, open, filled) => newPlanPage.show(c, open, filled),
  work: async ({ c, trx, record, place, writing, value, submission }) => {
    const { description } = value
    const by_name = 'byName' in submission.values ? value.byName : writerName(c)
    const week = value.week === null ? nextMonday(amsterdamDay(new Date(writing.writtenAt))) : mondayOf(value.week)
    await addPlan(trx, record, place, writing, { description, week, by_name })
    return { ok: true, card: `plan-${writing.id}` }
  },
})

const editRoute = boardForm({
  path: '/plans/:plan',
  schema: planForm,
  labels,
  page: (c, open, filled) => planPage.show(c, open, filled),
  work: async ({ c, trx, record, place, writing, value, submission }) => {
    const errors = emptied('description', submission)
    if (errors !== null) return { ok: false, reason: 'form', errors }
    const { description, week, byName: by_name } = editedFields(value, submission)
    const id = idIn(c, 'plan')
    const values = { description, by_name, week: week ? mondayOf(week) : undefined }
    const edited = await editCard(trx, record, 'plans', { ...place, id, values, writtenAt: writing.writtenAt })
    return edited.ok ? { ok: true, card: `plan-${id}` } : edited
  },
})

export const planRoutes: readonly Route[] = [newPlanPage.route, addRoute, planPage.route, editRoute]
