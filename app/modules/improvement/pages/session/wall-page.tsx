import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Card, People, QrCode, Zone as ZoneSheet } from '../../../../platform/ui/index.ts'
import { anyMember } from '../../../../platform/web/access.ts'
import { organisationOf, type WebContext } from '../../../../platform/web/context.ts'
import { liveAddress } from '../../../../platform/web/live-route.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { boardStream } from '../../board.ts'
import { showCode } from '../../session-code.ts'
import { boardText } from '../../text.board.ts'
import { sessionText } from '../../text.session.ts'
import { views } from '../../views.ts'
import { zones } from '../../zone.ts'
import { openZoneProps } from '../../zone-props.ts'

/** The board session on the big screen. */
export const wallRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/boards/:board/session',
  access: anyMember,
  handle: showWall,
}

async function showWall(c: WebContext): Promise<Response> {
  const organisation = organisationOf(c)
  const { locale, services } = c.var
  const props = await openZoneProps(c, { view: 'wall', zones })
  if (props === null) return refuse(c, 'not-found')
  const { board, session, data, path } = props
  if (session === null) return c.redirect(`${path}/sessions/last?wall`, 303)
  const words = sessionText(locale).wall
  const stream = liveAddress(organisation.slug, boardStream(board.id), 'wall', data.sequence)
  const title = words.title(board.teamName)
  const period = data.period && boardText(locale).page.period(data.period.number, data.period.theme ?? '')
  return page(c, {
    title,
    size: 'wall',
    chrome: 'session',
    width: 'wide',
    where: (
      <>
        <b>{board.name}</b>
        <span>{[organisation.name, period].filter(Boolean).join(' · ')}</span>
      </>
    ),
    end: <People locale={locale} id="present" names={[]} />,
    stand: views.wall.stand?.(props),
    body: (
      <div class="board-session" data-controller="live wake" data-live-source-value={stream}>
        <h1 class="hide">{title}</h1>
        {views.wall.session?.(props)}
        <div class="wall">
          {zones.map((zone) => zone !== 'session' && zone !== 'stand' && views.wall[zone]?.(props))}
          {board.kind !== 'class' && (
            <JoinCard
              title={words.join}
              words={words}
              origin={originFor(c, services.settings.origin)}
              code={session.code}
            />
          )}
        </div>
      </div>
    ),
  })
}

/** Where phones find this server: as configured, or (while nobody did) by the address of this very page. */
function originFor(c: WebContext, configured: string): string {
  return new URL(configured).hostname === 'localhost' ? new URL(c.req.url).origin : configured
}

interface JoinCardProps {
  readonly title: string
  readonly words: { readonly orCode: string; readonly andCode: string; readonly qr: (code: string) => string }
  readonly origin: string
  readonly code: string
}

/** How others join. It stays the same as long as the session lasts, so it is no zone. */
function JoinCard({ title, words, origin, code }: JoinCardProps): Html {
  return (
    <ZoneSheet title={title} tone="plain" class="place-join">
      <Card shape="flat">
        <div class="join">
          <QrCode content={`${origin}/m/${code}`} label={words.qr(showCode(code))} />
          <div>
            <p class="soft">
              {words.orCode} <b class="nowrap">{`${new URL(origin).host}/m`}</b> {words.andCode}
            </p>
            <p class="code">{showCode(code)}</p>
          </div>
        </div>
      </Card>
    </ZoneSheet>
  )
}
