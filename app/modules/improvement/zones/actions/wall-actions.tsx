import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Alert, Button, Card, Chip, EmptyState, Tick, Zone } from '../../../../platform/ui/index.ts'
import { daysLate } from '../../action.ts'
import type { ActionCard } from '../../cards.ts'
import { cardInTurn } from '../../session.ts'
import { inTurn } from '../../session-agreed.ts'
import { placeOf } from '../../session-place.ts'
import { zoneText } from '../../text.board.ts'
import { sessionText } from '../../text.session.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'
import { AwayZone } from '../session/away-zone.tsx'
import { TurnForm } from '../session/turn-form.tsx'
import { AddAction } from './add-action.tsx'
import { dueWords } from './due-words.ts'
import { OutcomeForms } from './outcome-forms.tsx'
import { ownersWords } from './owners-words.ts'

const shownBeside = { now: 4, mid: 4, side: 2 } as const

/** The actions on the big screen: in their own step one by one, those due first in front; beside other steps a list. */
export function WallActions(props: ZoneProps): Html {
  const { locale, session, board, data, today } = props
  const place = placeOf('actions', session?.step ?? null)
  if (place === 'away') return <AwayZone zone="actions" />
  const words = zoneText(locale, board.kind).actions
  const own = sessionText(locale).wall
  const open = inTurn(data.actions.filter((action) => action.state === 'open'))
  const closed = data.actions.filter((action) => isOfSession(action, session?.startedAt))
  const late = open.filter((action) => daysLate(action, today) > 0).length
  const large = place === 'now' && session !== null
  const turn = large ? cardInTurn(open, session) : null
  const seenIds = large ? session.seenIds : []
  // What still has to be talked about comes first, then what was.
  const others = open
    .filter((action) => action !== turn)
    .toSorted((a, b) => Number(seenIds.includes(a.id)) - Number(seenIds.includes(b.id)))
  const all = large ? others : [...others, ...closed]
  const shown = all.slice(0, shownBeside[place])
  const list = (
    <>
      <div class="cards" id="action-list">
        {shown.map((action) => (
          <ActionBeside action={action} large={large} seen={seenIds.includes(action.id)} props={props} />
        ))}
      </div>
      {place !== 'side' && all.length > shown.length && <p class="soft">{own.more(all.length - shown.length)}</p>}
    </>
  )
  return (
    <Zone
      id={zoneId('actions')}
      title={turn === null ? words.title : own.actionOf(open.indexOf(turn) + 1, open.length)}
      tone="board"
      note={words.count(open.length, late)}
      class={large ? 'place-now wide' : `place-${place}`}
    >
      {data.actions.length === 0 && (
        <EmptyState title={words.empty} example={words.example}>
          {words.emptyLead}
        </EmptyState>
      )}
      {large ? (
        <div class="halves">
          <div class="stack">
            {turn && <ActionInTurn action={turn} props={props} />}
            {turn === null && open.length > 0 && <Alert kind="ok">{own.allActions}</Alert>}
            {props.audience === 'writes' && <AddAction {...props} />}
          </div>
          <div class="stack">
            {others.length > 0 && <h3>{own.next}</h3>}
            {list}
          </div>
        </div>
      ) : (
        list
      )}
    </Zone>
  )
}

function isOfSession(action: ActionCard, startedAt: string | undefined): boolean {
  if (action.state === 'open' || action.stateAt === null || startedAt === undefined) return false
  return Date.parse(action.stateAt) >= Date.parse(startedAt)
}

interface ActionProps {
  readonly action: ActionCard
  readonly props: ZoneProps
}

function ActionInTurn({ action, props }: ActionProps): Html {
  const { locale, board, today } = props
  const late = daysLate(action, today) > 0
  const due = dueWords(locale, board.kind, action, today)
  return (
    <Card id={`action-${action.id}`} shape="goal" tone={late ? 'late' : undefined}>
      <h3>{action.description}</h3>
      <p class="row">
        <b>{ownersWords(props, action)}</b>
        {due !== '' && (
          <Chip tone={late ? 'late' : 'plain'} icon="clock">
            {due}
          </Chip>
        )}
      </p>
      {props.audience === 'writes' && <OutcomeForms action={action} props={props} />}
    </Card>
  )
}

interface ActionBesideProps extends ActionProps {
  /** In the step of the actions: pressed, it comes forward. Elsewhere it can be ticked. */
  readonly large: boolean
  readonly seen: boolean
}

function ActionBeside({ action, large, seen, props }: ActionBesideProps): Html {
  const { locale, board, path, today, audience } = props
  const words = zoneText(locale, board.kind).actions
  const late = daysLate(action, today) > 0
  const isOpen = action.state === 'open'
  return (
    <Card
      id={`action-${action.id}`}
      shape="item"
      tone={late ? 'late' : undefined}
      state={isOpen && !seen ? undefined : 'done'}
    >
      {audience === 'writes' &&
        (large ? (
          <TurnForm path={path} forward={action.id}>
            <Button
              kind="quiet"
              size="square"
              icon="arrow-up"
              label={sessionText(locale).wall.bringForward(action.description)}
            />
          </TurnForm>
        ) : (
          <form method="post" action={`${path}/session/actions/${action.id}`} data-entry>
            <Tick
              name="outcome"
              value={isOpen ? 'done' : 'open'}
              label={isOpen ? words.done(action.description) : words.reopen(action.description)}
              done={action.state === 'done'}
            />
          </form>
        ))}
      <div>
        <span class="words">{action.description}</span>
        <small>
          {ownersWords(props, action)} <b class="due">{dueWords(locale, board.kind, action, today)}</b>
        </small>
      </div>
    </Card>
  )
}
