import { addDays, amsterdamDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { namesIn } from '../../action.ts'
import { adaptAction, addAction, membersAmong, moveAction } from '../../action-store.ts'
import type { Board } from '../../board.ts'
import { actionEndForm, actionForm, editedFields, emptied, newActionForm, tickForm } from '../../card-forms.ts'
import { editCard } from '../../edit-card.ts'
import { isGoalOf } from '../../goal-store.ts'
import { zoneText } from '../../text.board.ts'
import { cardsText } from '../../text.cards.ts'
import { type BoardWrite, boardForm, idIn } from '../board-form.ts'
import { actionPage, newActionPage } from './action-pages.tsx'
import { chooseRoute } from './choose-page.tsx'
import { placeRoute } from './place-routes.ts'

const labels = (locale: Locale, board: Board) => {
  const words = zoneText(locale, board.kind).actions
  const { description, goal, owners, otherNames, due } = words
  return { description, goalId: goal, owners, ownerNames: otherNames, dueOn: due }
}

/** A week from when it was written: what 'done by when' is where nobody says. */
const inAWeek = (writtenAt: number) => addDays(amsterdamDay(new Date(writtenAt)), 7)

const addRoute = boardForm({
  path: '/actions',
  schema: newActionForm,
  labels,
  page: (c, open, filled) => newActionPage.show(c, open, filled),
  work: async (write) => {
    const { trx, record, board, place, writing, value } = write
    const added = await addAction(trx, record, place, writing, {
      description: value.description,
      goal_id: board.kind === 'improvement' ? value.goalId : null,
      due_on: value.dueOn ?? inAWeek(writing.writtenAt),
      ...(await ownersOf(write, value.owners, namesIn(value.ownerNames))),
    })
    return added.ok ? { ok: true, card: `action-${writing.id}` } : added
  },
})

/** Who does it. Where nobody is named: whoever writes it, if they are of the team, and else everybody. */
async function ownersOf(
  { c, trx, board, place }: Pick<BoardWrite<unknown>, 'c' | 'trx' | 'board' | 'place'>,
  owners: readonly string[],
  names: readonly string[],
) {
  const { viewer } = c.var.visit
  const nobody = owners.length === 0 && names.length === 0
  const wanted = nobody && viewer.kind === 'person' ? [viewer.id] : owners.filter((owner) => owner !== 'everyone')
  const members = board.kind === 'class' ? [] : await membersAmong(trx, place.organisationId, board.teamId, wanted)
  const everyone = owners.includes('everyone') || (members.length === 0 && names.length === 0)
  return { owner_ids: members, owner_names: names, everyone }
}

const editRoute = boardForm({
  path: '/actions/:action',
  schema: actionForm,
  labels,
  page: (c, open, filled) => actionPage.show(c, open, filled),
  work: async (write) => {
    const { c, trx, record, place, writing, value, submission } = write
    const errors = emptied('description', submission)
    if (errors !== null) return { ok: false, reason: 'form', errors }
    const { description, goalId, owners, ownerNames, dueOn } = editedFields(value, submission)
    if (goalId && !(await isGoalOf(trx, place, goalId))) return { ok: false, reason: 'no-such-card' }
    const who =
      owners && (await ownersOf(write, owners.length === 0 ? ['everyone'] : owners, namesIn(value.ownerNames)))
    const id = idIn(c, 'action')
    const edited = await editCard(trx, record, 'actions', {
      ...place,
      id,
      values: {
        description,
        goal_id: goalId,
        due_on: dueOn,
        owner_ids: who?.owner_ids,
        everyone: who?.everyone,
        owner_names: ownerNames === undefined ? undefined : namesIn(ownerNames),
      },
      writtenAt: writing.writtenAt,
    })
    return edited.ok ? { ok: true, card: `action-${id}` } : edited
  },
})

const tickRoute = boardForm({
  path: '/ticks',
  schema: tickForm,
  audience: 'adds',
  work: async ({ trx, record, place, writing, value }) => {
    const id = value.done ?? value.open
    if (id === undefined) return { ok: false, reason: 'no-such-card' }
    const state = value.done === undefined ? 'open' : 'done'
    const moved = await moveAction(trx, record, place, writing.writtenAt, id, state)
    return moved.ok ? { ok: true, card: `action-${id}` } : moved
  },
})

const endRoute = boardForm({
  path: '/actions/:action/end',
  schema: actionEndForm,
  labels: (locale) => {
    const { reason, description, due } = cardsText(locale).action
    return { reason, description, dueOn: due }
  },
  page: (c, open, filled) => actionPage.show(c, open, filled, 'end'),
  work: async ({ c, trx, record, place, writing, value }) => {
    const { state, reason, description, dueOn } = value
    if (reason === '') return { ok: false, reason: 'form', errors: { reason: { reason: 'say-why' } } }
    const id = idIn(c, 'action')
    if (state === 'stopped') {
      const moved = await moveAction(trx, record, place, writing.writtenAt, id, state, reason)
      return moved.ok ? { ok: true, card: `action-${id}` } : moved
    }
    if (description === '') return { ok: false, reason: 'form', errors: { description: { reason: 'say-what' } } }
    const due_on = dueOn ?? inAWeek(writing.writtenAt)
    const adapted = await adaptAction(trx, record, place, writing, id, { reason, description, due_on })
    return adapted.ok ? { ok: true, card: `action-${writing.id}` } : adapted
  },
})

export const actionRoutes: readonly Route[] = [
  newActionPage.route,
  addRoute,
  tickRoute,
  chooseRoute,
  placeRoute,
  actionPage.route,
  editRoute,
  endRoute,
]
