import { type Html, trustedHtml } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Button, Card, Fold, Was } from '../../../../platform/ui/index.ts'
import { organisationOf, withinScope } from '../../../../platform/web/context.ts'
import { offerReferences, type Reference } from '../../../../platform/web/reference.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import { cardPath } from '../../board.ts'
import { findBoardOf } from '../../board-store.ts'
import { actionsOf, findGoal } from '../../card-queries.ts'
import type { ActionCard } from '../../cards.ts'
import { GoalLessons, lessonsAtGoal } from '../../lessons/pages/goal-lessons.tsx'
import { cardsText } from '../../text.cards.ts'
import type { ZoneProps } from '../../zone-view.ts'
import { dueWords } from '../../zones/actions/due-words.ts'
import { GoalFields, noGoal, shownTexts } from '../../zones/goals/goal-fields.tsx'
import { GoalChart, GoalCount } from '../../zones/goals/goal-figure.tsx'
import { ReasonChip } from '../../zones/goals/reason-chip.tsx'
import { Back } from '../back.tsx'
import { cardPage, newCardPage } from '../card-page.tsx'
import { GoalState } from './goal-state.tsx'
import { Readings } from './readings.tsx'

export const newGoalPage = newCardPage({
  table: 'goals',
  form: async (zone, filled, c) => {
    const { services, visit, locale } = c.var
    const references = await withinScope(c, (trx) => offerReferences(trx, services.references, { visit, locale }))
    return (
      <form class="form" method="post" action={`${zone.path}/goals`} data-entry="" data-entry-keep>
        <Back to="board" />
        <GoalFields
          locale={locale}
          filled={filled}
          // Whoever comes from a figure finds it chosen.
          shown={{ ...noGoal, reasonFrom: c.req.query('from') ?? null }}
          references={references}
        />
        <div class="actions">
          <Button kind="main">{cardsText(locale).goal.put}</Button>
        </div>
      </form>
    )
  },
})

interface Around {
  readonly slug: string
  readonly lessons: Awaited<ReturnType<typeof lessonsAtGoal>>
  readonly actions: readonly ActionCard[]
  readonly references: readonly Reference[]
}

export const goalPage = cardPage({
  table: 'goals',
  find: findGoal,
  more: async (trx, place, card, c): Promise<Around> => {
    const { services, visit, locale } = c.var
    const board = await findBoardOf(trx, place.organisationId, place.boardId)
    return {
      slug: organisationOf(c).slug,
      lessons: await lessonsAtGoal(trx, visit, board?.teamId ?? '', card.id),
      actions: await actionsOf(trx, place, { goalId: card.id }),
      references: await offerReferences(trx, services.references, { visit, locale }),
    }
  },
  title: (card) => card.effect,
  body: ({ zone, card, more, writes, path, filledOf }) => {
    const { locale, board } = zone
    const open = more.actions.filter((action) => action.state === 'open').length
    const isRunning = card.state === 'running'
    return (
      <>
        <Card shape="goal" tone="board">
          <ReasonChip locale={locale} kind={board.kind} path={zone.path} goal={card} />
          <h2>{card.effect}</h2>
          {card.measure !== '' && <p class="soft">{card.measure}</p>}
          {!isRunning && <p class="strong">{cardsText(locale).goal.states[card.state]}</p>}
          <div class="figure">
            <GoalCount locale={locale} kind={board.kind} goal={card} />
            {card.readings.length > 0 && <GoalChart locale={locale} kind={board.kind} goal={card} />}
          </div>
        </Card>
        <Readings zone={zone} goal={card} path={path} writes={writes} filledOf={filledOf} />
        <GoalActions zone={zone} actions={more.actions} />
        <GoalLessons locale={locale} slug={more.slug} board={board} goalId={card.id} lessons={more.lessons} />
        {writes && (
          <EditGoal locale={locale} goal={card} path={path} filled={filledOf('goal')} references={more.references} />
        )}
        {writes && <GoalState locale={locale} goal={card} path={path} open={open} filled={filledOf('state')} />}
      </>
    )
  },
})

interface EditGoalProps {
  readonly locale: Locale
  readonly goal: Parameters<typeof shownTexts>[1]
  readonly path: string
  readonly filled: FilledForm
  readonly references: readonly Reference[]
}

function EditGoal({ locale, goal, path, filled, references }: EditGoalProps): Html {
  const words = cardsText(locale)
  const { reasonFrom, ...texts } = shownTexts(locale, goal)
  return (
    <Fold summary={words.edit} open={Object.keys(filled.errors).length > 0}>
      <Card shape="flat">
        <form class="form" method="post" action={path} data-entry="">
          <Back to="board" />
          <Was fields={references.length > 0 ? { ...texts, reasonFrom } : texts} />
          <GoalFields locale={locale} filled={filled} shown={goal} references={references} />
          <div class="actions">
            <Button kind="main">{words.save}</Button>
          </div>
        </form>
      </Card>
    </Fold>
  )
}

function GoalActions({ zone, actions }: { readonly zone: ZoneProps; readonly actions: readonly ActionCard[] }): Html {
  const words = cardsText(zone.locale).goal
  if (zone.board.kind !== 'improvement') return trustedHtml('')
  return (
    <Card>
      <h2>{words.actions}</h2>
      {actions.length === 0 && <p class="soft">{words.noActions}</p>}
      <ul>
        {actions.map((action) => (
          <li>
            <a href={cardPath(zone.path, 'actions', action.id)}>{action.description}</a>{' '}
            <span class="soft">{dueWords(zone.locale, zone.board.kind, action, zone.today)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
