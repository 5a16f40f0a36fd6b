import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Button, Card, Chip, EmptyState, Plank, Zone } from '../../../../platform/ui/index.ts'
import type { GoalCard } from '../../cards.ts'
import { sayNumber } from '../../figure.ts'
import { lastReading, shareReached } from '../../goal.ts'
import { cardInTurn } from '../../session.ts'
import { placeOf } from '../../session-place.ts'
import type { BoardKind } from '../../tables.ts'
import { zoneText } from '../../text.board.ts'
import { sessionText } from '../../text.session.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'
import { AwayZone } from '../session/away-zone.tsx'
import { TurnForm } from '../session/turn-form.tsx'
import { GoalChart, GoalCount } from './goal-figure.tsx'
import { ReadingForm } from './reading-form.tsx'
import { ReasonChip } from './reason-chip.tsx'

const shownBeside = { now: 1, mid: 4, side: 2 } as const

/** The goals on the big screen: in their own step the one in turn large, the others a line each. */
export function WallGoals(props: ZoneProps): Html {
  const { locale, session, board, data } = props
  const place = placeOf('goals', session?.step ?? null)
  if (place === 'away') return <AwayZone zone="goals" />
  const words = zoneText(locale, board.kind).goals
  const own = sessionText(locale).wall
  const { goals } = data
  const turn = place === 'now' && session !== null ? cardInTurn(goals, session) : null
  const others = goals.filter((goal) => goal !== turn)
  // Without one in turn all of them may be looked at again.
  const shown = others.slice(0, place === 'now' && turn === null ? shownBeside.mid : shownBeside[place])
  const note = place === 'now' && turn === null && goals.length > 0 ? own.allGoals : words.count(goals.length)
  return (
    <Zone
      id={zoneId('goals')}
      title={turn === null ? words.title : own.goalOf(goals.indexOf(turn) + 1, goals.length)}
      tone="board"
      note={turn === null ? note : undefined}
      class={`place-${place}`}
    >
      {goals.length === 0 && (
        <EmptyState title={words.empty} example={words.example}>
          {words.emptyLead}
        </EmptyState>
      )}
      {turn && <GoalInTurn goal={turn} last={!others.some((goal) => waits(goal, session))} props={props} />}
      <div class="cards">
        {shown.map((goal) => (
          <GoalBeside goal={goal} turn={turn} props={props} />
        ))}
      </div>
      {place === 'mid' && others.length > shown.length && <p class="soft">{own.more(others.length - shown.length)}</p>}
    </Zone>
  )
}

interface GoalProps {
  readonly goal: GoalCard
  readonly props: ZoneProps
}

function GoalInTurn({ goal, last, props }: GoalProps & { readonly last: boolean }): Html {
  const { locale, board, path, audience } = props
  const words = sessionText(locale).wall
  return (
    <Card id={`goal-${goal.id}`} shape="goal">
      <ReasonChip locale={locale} kind={board.kind} path={path} goal={goal} />
      <h3>{goal.effect}</h3>
      {goal.measure !== '' && <p class="soft">{goal.measure}</p>}
      <div class="figure">
        <GoalCount locale={locale} kind={board.kind} goal={goal} />
        {goal.readings.length > 0 && <GoalChart locale={locale} kind={board.kind} goal={goal} />}
      </div>
      {shareReached(goal) === 1 && (
        <Chip tone="good" icon="check">
          {zoneText(locale, board.kind).goals.reached}
        </Chip>
      )}
      {audience === 'writes' && (
        <div class="spread">
          <ReadingForm goal={goal} props={props} />
          {!last && (
            <TurnForm path={path} seen={goal.id}>
              <Button kind="main" iconAfter="arrow-down">
                {words.nextGoal}
              </Button>
            </TurnForm>
          )}
        </div>
      )}
    </Card>
  )
}

/** A goal as one line; in the step of the goals it can be brought forward. */
function GoalBeside({ goal, turn, props }: GoalProps & { readonly turn: GoalCard | null }): Html {
  const { locale, board, session, audience, path } = props
  const large = placeOf('goals', session?.step ?? null) === 'now'
  const seen = large && session?.seenIds.includes(goal.id) === true
  return (
    <Card id={`goal-${goal.id}`} shape="item" state={seen ? 'done' : undefined}>
      <Plank share={shareReached(goal) ?? 0} />
      <div>
        <span class="words">{goal.effect}</span>
        <small>{figureLine(locale, board.kind, goal)}</small>
      </div>
      {large && audience === 'writes' && (
        <TurnForm path={path} forward={goal.id} seen={turn?.id}>
          <Button
            kind="quiet"
            size="square"
            icon="arrow-up"
            label={sessionText(locale).wall.bringForward(goal.effect)}
          />
        </TurnForm>
      )}
    </Card>
  )
}

function waits(goal: GoalCard, session: ZoneProps['session']): boolean {
  return session !== null && !session.seenIds.includes(goal.id)
}

/** How a goal stands, on one line: '7 van 12 · doel 9'. */
function figureLine(locale: Locale, kind: BoardKind, goal: GoalCard): string {
  const words = zoneText(locale, kind).goals
  const last = lastReading(goal)
  if (last === undefined) return words.nothingCounted
  const outOf = last.outOf ?? goal.outOf
  const figure = sayNumber(locale, last.value)
  const counted = outOf === null ? figure : `${figure} ${words.outOf(sayNumber(locale, outOf))}`
  return goal.target === null ? counted : `${counted} · ${words.target(sayNumber(locale, goal.target))}`
}
