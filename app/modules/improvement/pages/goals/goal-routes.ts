import { amsterdamDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import type { FieldErrors } from '../../../../platform/web/form.ts'
import { findReference } from '../../../../platform/web/reference.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { loadBoardData } from '../../board-data.ts'
import { editedFields, emptied, goalForm, newGoalForm } from '../../card-forms.ts'
import { editCard } from '../../edit-card.ts'
import { findFigureFaults } from '../../goal.ts'
import { addGoal } from '../../goal-store.ts'
import { cardsText } from '../../text.cards.ts'
import { type BoardWrite, boardForm, idIn } from '../board-form.ts'
import { goalPage, newGoalPage } from './goal-pages.tsx'

const labels = (locale: Locale) => {
  const { effect, measure, outOf, baseline, target, reason, reasonFrom } = cardsText(locale).goal
  return { effect, measure, outOf, baseline, target, reason, reasonFrom }
}

/** The faults of its figures, as a form that comes back has them. */
function faultsOf(figures: Parameters<typeof findFigureFaults>[0]): FieldErrors | null {
  const faults = Object.entries(findFigureFaults(figures))
  return faults.length === 0 ? null : Object.fromEntries(faults.map(([field, reason]) => [field, { reason }]))
}

/** The reason in words: the team's own, else those of what it came from. */
async function reasonOf(
  { c, trx }: Pick<BoardWrite<unknown>, 'c' | 'trx'>,
  reason: string,
  key: string | null,
): Promise<{ readonly reason: string; readonly reason_from: string | null }> {
  if (key === null) return { reason, reason_from: null }
  const { services, visit, locale } = c.var
  const found = await findReference(trx, services.references, { visit, locale }, key)
  if (found === null) return { reason, reason_from: null }
  return { reason: reason === '' ? found.label.slice(0, 300) : reason, reason_from: key }
}

const addRoute = boardForm({
  path: '/goals',
  schema: newGoalForm,
  labels,
  page: (c, open, filled) => newGoalPage.show(c, open, filled),
  work: async (write) => {
    const { c, trx, record, board, place, writing, value } = write
    const errors = faultsOf(value)
    if (errors !== null) return { ok: false, reason: 'form', errors }
    const { effect, measure, outOf: out_of, baseline, target } = value
    const today = amsterdamDay(c.var.now)
    const { period } = await loadBoardData(trx, { ...place, zones: [], today })
    const reason = await reasonOf(write, value.reason, value.reasonFrom)
    const goal = { effect, measure, out_of, baseline, target, ...reason }
    await addGoal(trx, record, place, writing, goal, board.kind === 'class' ? null : (period?.id ?? null))
    return { ok: true, card: `goal-${writing.id}` }
  },
})

const editRoute = boardForm({
  path: '/goals/:goal',
  schema: goalForm,
  labels,
  page: (c, open, filled) => goalPage.show(c, open, filled),
  work: async (write) => {
    const { c, trx, record, place, writing, value, submission } = write
    const errors = emptied('effect', submission) ?? faultsOf(value)
    if (errors !== null) return { ok: false, reason: 'form', errors }
    const { effect, measure, outOf: out_of, baseline, target, reason, reasonFrom } = editedFields(value, submission)
    const why = reasonFrom === undefined ? { reason } : await reasonOf(write, reason ?? value.reason, reasonFrom)
    const id = idIn(c, 'goal')
    const values = { effect, measure, out_of, baseline, target, ...why }
    const edited = await editCard(trx, record, 'goals', { ...place, id, values, writtenAt: writing.writtenAt })
    return edited.ok ? { ok: true, card: `goal-${id}` } : edited
  },
})

export const goalRoutes: readonly Route[] = [newGoalPage.route, addRoute, goalPage.route, editRoute]
