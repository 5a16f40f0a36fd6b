import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import { Button, Card, Was } from '../../../../platform/ui/index.ts'
import { cardPath } from '../../board.ts'
import { actionsOf, findAction, findGoal } from '../../card-queries.ts'
import type { ActionCard } from '../../cards.ts'
import { zoneText } from '../../text.board.ts'
import { cardsText } from '../../text.cards.ts'
import type { ZoneProps } from '../../zone-view.ts'
import { ActionFields, tickedOwners } from '../../zones/actions/action-fields.tsx'
import { AddActionForm } from '../../zones/actions/add-action.tsx'
import { ownersWords } from '../../zones/actions/owners-words.ts'
import { Back } from '../back.tsx'
import { cardPage, newCardPage } from '../card-page.tsx'
import { Facts } from '../facts.tsx'
import { EndAction } from './end-action.tsx'

export const newActionPage = newCardPage({
  table: 'actions',
  form: (zone, filled) => <AddActionForm props={zone} filled={filled} />,
})

interface Around {
  readonly before: ActionCard | null
  readonly after: readonly ActionCard[]
  readonly goal: string | null
}

export const actionPage = cardPage({
  table: 'actions',
  find: findAction,
  more: async (trx, place, card): Promise<Around> => ({
    before: card.follows === null ? null : await findAction(trx, place, card.follows),
    after: await actionsOf(trx, place, { follows: card.id }),
    goal: card.goalId === null ? null : ((await findGoal(trx, place, card.goalId))?.effect ?? null),
  }),
  title: (card) => card.description,
  body: ({ zone, card, more, writes, path, filledOf }) => {
    const { locale, board, data } = zone
    return (
      <>
        {card.state !== 'open' && <Ended zone={zone} card={card} writes={writes} />}
        {writes ? (
          <Card>
            <form class="form" method="post" action={path} data-entry="">
              <Back to="board" />
              <Was
                fields={{
                  description: card.description,
                  goalId: card.goalId,
                  dueOn: card.dueOn,
                  ownerNames: card.ownerNames.join(', '),
                  owners: tickedOwners(card, data.team),
                }}
              />
              <ActionFields
                locale={locale}
                board={board}
                goals={data.goals}
                team={data.team}
                filled={filledOf('action')}
                shown={card}
              />
              <div class="actions">
                <Button kind="main">{cardsText(locale).save}</Button>
              </div>
            </form>
          </Card>
        ) : (
          <Facts facts={factsOf(zone, card, more)} />
        )}
        {writes && card.state === 'open' && <EndAction zone={zone} card={card} path={path} filled={filledOf('end')} />}
        <Chain zone={zone} around={more} />
      </>
    )
  },
})

function factsOf(zone: ZoneProps, card: ActionCard, { goal }: Around) {
  const { locale, board } = zone
  const words = zoneText(locale, board.kind).actions
  return [
    [words.description, card.description],
    [words.goal, goal],
    [words.owners, ownersWords(zone, card)],
    [words.due, card.dueOn && formatDay(locale, card.dueOn, 'long')],
  ] as const
}

function Ended({
  zone,
  card,
  writes,
}: {
  readonly zone: ZoneProps
  readonly card: ActionCard
  readonly writes: boolean
}): Html {
  const { locale, board, path } = zone
  const words = cardsText(locale).action
  const state = zoneText(locale, board.kind).actions.states[card.state]
  const day = card.stateAt === null ? '' : formatDay(locale, amsterdamDay(new Date(card.stateAt)), 'long')
  return (
    <Card tone={card.state === 'done' ? 'good' : 'plain'}>
      <p class="strong">{words.ended(state, day)}</p>
      {card.stateReason !== '' && <p>{words.because(card.stateReason)}</p>}
      {writes && (
        <form method="post" action={`${path}/ticks`}>
          <Back to="board" />
          <Button kind="quiet" name="open" value={card.id}>
            {words.reopen}
          </Button>
        </form>
      )}
    </Card>
  )
}

/** Which action it goes on from and as which it went on. */
function Chain({ zone, around }: { readonly zone: ZoneProps; readonly around: Around }): Html {
  const words = cardsText(zone.locale).action
  const link = (action: ActionCard) => <a href={cardPath(zone.path, 'actions', action.id)}>{action.description}</a>
  return (
    <>
      {around.before && (
        <p>
          {words.follows}: {link(around.before)}
        </p>
      )}
      {around.after.map((action) => (
        <p>
          {words.followedBy}: {link(action)}
        </p>
      ))}
    </>
  )
}
