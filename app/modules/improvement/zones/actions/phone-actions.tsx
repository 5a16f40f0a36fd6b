import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Alert, Card, Chip, EmptyState } from '../../../../platform/ui/index.ts'
import { daysLate } from '../../action.ts'
import { cardInTurn } from '../../session.ts'
import { inTurn } from '../../session-agreed.ts'
import { zoneText } from '../../text.board.ts'
import { sessionText } from '../../text.session.ts'
import type { ZoneProps } from '../../zone-view.ts'
import { PhoneZone } from '../session/phone-zone.tsx'
import { dueWords } from './due-words.ts'
import { OutcomeForms } from './outcome-forms.tsx'
import { ownersWords } from './owners-words.ts'

const shownAfter = 4

/** The action that is talked about, with what can become of it, and what comes after. */
export function PhoneActions(props: ZoneProps): Html {
  const { locale, board, data, session, today } = props
  const words = zoneText(locale, board.kind).actions
  const own = sessionText(locale)
  const open = inTurn(data.actions.filter((action) => action.state === 'open'))
  const turn = session && cardInTurn(open, session)
  const after = open.filter((action) => action !== turn && !session?.seenIds.includes(action.id))
  return (
    <PhoneZone
      zone="actions"
      props={props}
      tone="board"
      {...(turn ? { title: own.wall.actionOf(open.indexOf(turn) + 1, open.length) } : {})}
    >
      {open.length === 0 && <EmptyState title={own.wall.noActions}>{words.emptyLead}</EmptyState>}
      {open.length > 0 && !turn && <Alert kind="ok">{own.wall.allActions}</Alert>}
      {turn && (
        <Card id={`action-${turn.id}`} shape="goal" tone={daysLate(turn, today) > 0 ? 'late' : undefined}>
          <h2>{turn.description}</h2>
          <p class="row">
            <b>{ownersWords(props, turn)}</b>
            <Chip tone={daysLate(turn, today) > 0 ? 'late' : 'plain'} icon="clock">
              {dueWords(locale, board.kind, turn, today) || own.summary.noDue}
            </Chip>
          </p>
          {props.audience === 'writes' && <OutcomeForms action={turn} props={props} />}
        </Card>
      )}
      {after.length > 0 && (
        <>
          <h2>{own.phone.otherActions}</h2>
          <ul class="after">
            {after.slice(0, shownAfter).map((action) => (
              <li>
                {action.description}
                <p class="soft small">{dueWords(locale, board.kind, action, today)}</p>
              </li>
            ))}
            {after.length > shownAfter && <li class="soft">{own.wall.more(after.length - shownAfter)}</li>}
          </ul>
        </>
      )}
    </PhoneZone>
  )
}
