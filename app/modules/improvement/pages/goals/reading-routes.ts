import { z } from 'zod'
import { amsterdamDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import type { FieldErrors } from '../../../../platform/web/form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { editedFields, readingForm } from '../../card-forms.ts'
import { editCard } from '../../edit-card.ts'
import { addReading, editReading } from '../../goal-store.ts'
import { cardsText } from '../../text.cards.ts'
import { boardForm, idIn } from '../board-form.ts'
import { goalPage } from './goal-pages.tsx'

const labels = (locale: Locale) => {
  const { value, outOf, onDate } = cardsText(locale).goal
  return { value, outOf, onDate }
}

/** What is wrong with a reading: more than can be counted, or of a day that has not come. */
function faultsOf(
  { value, outOf, onDate }: z.infer<typeof readingForm>,
  most: number | null,
  today: string,
): FieldErrors | null {
  const limit = outOf ?? most
  if (value !== null && limit !== null && value > limit) return { value: { reason: 'above-out-of' } }
  if (onDate !== null && onDate > today) return { onDate: { reason: 'in-the-future' } }
  return null
}

const addRoute = boardForm({
  path: '/goals/:goal/readings',
  schema: readingForm,
  labels,
  page: (c, open, filled) => goalPage.show(c, open, filled, 'reading'),
  work: async ({ c, trx, record, place, writing, value }) => {
    const goalId = idIn(c, 'goal')
    const goal = await trx
      .selectFrom('goals')
      .select('out_of')
      .where('organisation_id', '=', place.organisationId)
      .where('board_id', '=', place.boardId)
      .where('id', '=', goalId)
      .executeTakeFirst()
    if (goal === undefined || value.value === null) return { ok: false, reason: 'no-such-card' }
    const errors = faultsOf(value, goal.out_of, amsterdamDay(c.var.now))
    if (errors !== null) return { ok: false, reason: 'form', errors }
    const added = await addReading(trx, record, place, writing, {
      goalId,
      on_date: value.onDate ?? amsterdamDay(new Date(writing.writtenAt)),
      value: value.value,
      out_of: value.outOf,
    })
    return added.ok ? { ok: true, card: `goal-${goalId}` } : added
  },
})

const correctRoute = boardForm({
  path: '/goals/:goal/readings/:reading',
  schema: readingForm,
  labels,
  page: (c, open, filled) => goalPage.show(c, open, filled, `reading-${idIn(c, 'reading')}`),
  work: async ({ c, trx, record, place, writing, value, submission }) => {
    const errors = faultsOf(value, null, amsterdamDay(c.var.now))
    if (errors !== null) return { ok: false, reason: 'form', errors }
    const edited = editedFields(value, submission)
    const result = await editReading(trx, record, place, writing.writtenAt, idIn(c, 'reading'), {
      ...(edited.value == null ? {} : { value: edited.value }),
      ...(edited.outOf === undefined ? {} : { out_of: edited.outOf }),
      ...(edited.onDate == null ? {} : { on_date: edited.onDate }),
    })
    return result.ok ? { ok: true, card: `goal-${idIn(c, 'goal')}` } : result
  },
})

const takeBackRoute = boardForm({
  path: '/goals/:goal/readings/:reading/removal',
  schema: z.object({}),
  work: async ({ c, trx, record, place, writing }) => {
    const removed_at = new Date(writing.writtenAt)
    const result = await editReading(trx, record, place, writing.writtenAt, idIn(c, 'reading'), { removed_at })
    return result.ok ? { ok: true, card: `goal-${idIn(c, 'goal')}` } : result
  },
})

const stateRoute = boardForm({
  path: '/goals/:goal/state',
  schema: z.object({ state: z.enum(['running', 'kept', 'adapted', 'stopped']) }),
  labels: (locale) => ({ state: cardsText(locale).goal.state }),
  page: (c, open, filled) => goalPage.show(c, open, filled, 'state'),
  work: async ({ c, trx, record, place, writing, value }) => {
    const id = idIn(c, 'goal')
    const edited = await editCard(trx, record, 'goals', { ...place, id, values: value, writtenAt: writing.writtenAt })
    return edited.ok ? { ok: true, card: `goal-${id}` } : edited
  },
})

export const readingRoutes: readonly Route[] = [addRoute, correctRoute, takeBackRoute, stateRoute]
