import type { Child, Html } from '../../../../platform/html/jsx-runtime.ts'
import { PageHead, People } from '../../../../platform/ui/index.ts'
import { anyMemberOrGuest } from '../../../../platform/web/access.ts'
import { organisationOf, type WebContext } from '../../../../platform/web/context.ts'
import { liveAddress } from '../../../../platform/web/live-route.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { boardStream } from '../../board.ts'
import { boardText, zoneText } from '../../text.board.ts'
import { views } from '../../views.ts'
import { BoardPupilsZone } from '../../voice/pages/board-pupils.tsx'
import { type Zone, zones } from '../../zone.ts'
import { openZoneProps } from '../../zone-props.ts'
import type { ZoneProps } from '../../zone-view.ts'
import { AddAction } from '../../zones/actions/add-action.tsx'
import { AddPlan } from '../../zones/plans/add-plan.tsx'
import { AddSuccess } from '../../zones/successes/add-success.tsx'
import { GoneSentence, JoinCard } from '../classes/join-card.tsx'
import { boardTitle } from './board-page-parts.tsx'
import { BoardTabs } from './board-tabs.tsx'
import { TeamSize } from './team-size.tsx'

/** The board at a desk: everything on it, live, with the forms to add to it. Works without script. */
export const boardPageRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/boards/:board',
  access: anyMemberOrGuest('session', 'pupil'),
  handle: showBoard,
}

async function showBoard(c: WebContext): Promise<Response> {
  const organisation = organisationOf(c)
  const { locale, visit } = c.var
  const props = await openZoneProps(c, { view: 'desk', zones })
  if (props === null) return refuse(c, 'not-found')
  const { board, data, audience } = props
  const source = liveAddress(organisation.slug, boardStream(board.id), 'desk', data.sequence)
  return page(c, {
    title: boardTitle(board),
    width: 'wide',
    chrome: visit.viewer.kind === 'guest' ? 'session' : 'full',
    body: (
      <div class="stack" data-controller="live" data-live-source-value={source}>
        <PageHead over={overOf(props, organisation.name)} title={boardTitle(board)}>
          <People locale={locale} id="present" names={[]} />
        </PageHead>
        {visit.viewer.kind === 'person' && (
          <BoardTabs locale={locale} slug={organisation.slug} board={board} here="board" />
        )}
        {board.kind === 'organisational' && <p>{boardText(locale).page.arrange}</p>}
        {audience === 'reads' && <p class="soft">{boardText(locale).page.onlyReading}</p>}
        <TeamSize locale={locale} slug={organisation.slug} visit={visit} board={board} size={data.team.length} />
        {shown('session', props)}
        <Columns
          props={props}
          pupils={
            visit.viewer.kind === 'person' && (
              <BoardPupilsZone locale={locale} slug={organisation.slug} pupils={props.pupils} />
            )
          }
          join={
            board.kind === 'class' &&
            audience === 'writes' && (
              <JoinCard locale={locale} board={board} origin={c.var.services.settings.origin} path={props.path} />
            )
          }
        />
        {board.kind === 'class' && audience !== 'writes' && <GoneSentence locale={locale} board={board} />}
      </div>
    ),
  })
}

/** Where the board belongs and what it is for: the school, the kind of board and the period with its theme. */
function overOf({ locale, board, data }: ZoneProps, organisationName: string): string {
  const words = boardText(locale).page
  const kind = { improvement: words.improvement, organisational: words.organisational, class: board.teamName }[
    board.kind
  ]
  const { period } = data
  const theme = board.kind === 'improvement' && period !== null ? words.period(period.number, period.theme ?? '') : null
  return [organisationName, kind, theme].filter((each) => each !== null).join(' · ')
}

interface ColumnsProps {
  readonly props: ZoneProps
  readonly join: Child
  readonly pupils: Child
}

/** On a wide screen goals left, actions in the middle, the rest beside them; on a phone one under the other. */
function Columns({ props, join, pupils }: ColumnsProps): Html {
  const { board, audience } = props
  const writes = audience === 'writes'
  const adds = writes || audience === 'adds'
  const actions = (
    <div class="stack">
      {shown('actions', props)}
      {writes && <AddAction {...props} />}
      {writes && board.kind === 'improvement' && (
        <p>
          <a href={`${props.path}/choose`}>{zoneText(props.locale, board.kind).actions.choose}</a>
        </p>
      )}
    </div>
  )
  return (
    <div class={board.kind === 'organisational' ? 'zones two desk' : 'zones desk'}>
      {board.kind !== 'organisational' && <div class="stack">{shown('goals', props)}</div>}
      {actions}
      <div class="stack loose">
        {join}
        {pupils}
        {board.kind !== 'organisational' && shown('check-in', props)}
        <div class="stack">
          {shown('successes', props)}
          {adds && <AddSuccess {...props} />}
        </div>
        <div class="stack">
          {shown('plans', props)}
          {adds && <AddPlan {...props} />}
        </div>
      </div>
    </div>
  )
}

function shown(zone: Zone, props: ZoneProps): Html | undefined {
  return views.desk[zone]?.(props)
}
