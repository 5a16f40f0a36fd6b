import { Button, Card, Was } from '../../../../platform/ui/index.ts'
import { findPlan } from '../../card-queries.ts'
import { zoneText } from '../../text.board.ts'
import { cardsText } from '../../text.cards.ts'
import { AddPlanForm } from '../../zones/plans/add-plan.tsx'
import { PlanFields } from '../../zones/plans/plan-fields.tsx'
import { weekWords } from '../../zones/plans/plan-weeks.ts'
import { Back } from '../back.tsx'
import { cardPage, newCardPage } from '../card-page.tsx'
import { Facts } from '../facts.tsx'

export const newPlanPage = newCardPage({
  table: 'plans',
  form: (zone, filled) => <AddPlanForm props={zone} filled={filled} />,
})

export const planPage = cardPage({
  table: 'plans',
  find: findPlan,
  more: async () => null,
  title: (card) => card.description,
  body: ({ zone, card, writes, path, filledOf }) => {
    const { locale, board, today } = zone
    const words = zoneText(locale, board.kind).plans
    if (!writes) {
      const week = weekWords(locale, board.kind, card.week, today)
      const facts = [
        [words.description, card.description],
        [words.week, week],
        [words.by, card.byName],
      ] as const
      return <Facts facts={facts} />
    }
    return (
      <Card>
        <form class="form" method="post" action={path} data-entry="">
          <Back to="board" />
          <Was fields={{ description: card.description, week: card.week, byName: card.byName }} />
          <PlanFields locale={locale} kind={board.kind} filled={filledOf('plan')} today={today} shown={card} />
          <div class="actions">
            <Button kind="main">{cardsText(locale).save}</Button>
          </div>
        </form>
      </Card>
    )
  },
})
