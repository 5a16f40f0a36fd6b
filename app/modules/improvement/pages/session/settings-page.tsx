import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Button, ButtonLink, Card, PageHead, SelectField, TextField } from '../../../../platform/ui/index.ts'
import { members } from '../../../../platform/web/access.ts'
import type { WebContext } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { type OpenSession, sessionSteps } from '../../session.ts'
import { fieldOfRole, roleNames } from '../../session-roles.ts'
import { sessionText } from '../../text.session.ts'
import { openZoneProps } from '../../zone-props.ts'
import type { ZoneProps } from '../../zone-view.ts'

/** Who does what and how long each step takes, all on one page; also for who has no script. */
export const settingsRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/boards/:board/session/settings',
  access: members('teacher', 'coach', 'leader'),
  handle: showSettings,
}

async function showSettings(c: WebContext): Promise<Response> {
  const { locale } = c.var
  const props = await openZoneProps(c, { view: 'wall', zones: [] })
  if (props === null) return refuse(c, 'not-found')
  if (props.audience !== 'writes') return refuse(c, 'not-yours')
  const { session, path } = props
  if (session === null) return c.redirect(`${path}/sessions/last`, 303)
  const words = sessionText(locale).settings
  return page(c, {
    title: words.title,
    chrome: 'session',
    where: <b>{props.board.name}</b>,
    body: (
      <div class="stack loose">
        <PageHead title={words.title}>
          <ButtonLink kind="main" href={`${path}/session`}>
            {words.backToSession}
          </ButtonLink>
        </PageHead>
        <div class="halves even">
          <RoleForms props={props} session={session} />
          <TimeForm props={props} session={session} />
        </div>
      </div>
    ),
  })
}

interface PartProps {
  readonly props: ZoneProps
  readonly session: OpenSession
}

function RoleForms({ props, session }: PartProps): Html {
  const { locale, path, data } = props
  const words = sessionText(locale)
  const action = `${path}/session/roles`
  const people = data.team.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <section class="stack">
      <h2>{words.settings.rolesTitle}</h2>
      <p class="soft">{words.settings.rolesLead}</p>
      {roleNames.map((role) => (
        <form class="form line" method="post" action={action}>
          <input type="hidden" name="role" value={role} />
          <SelectField
            name="person"
            id={`role-${role}`}
            label={words.roleNames[role]}
            choose={words.settings.choose}
            options={people}
            value={session[fieldOfRole[role]]}
            required
          />
          <Button kind="quiet" label={words.settings.saveRole(words.roleNames[role])}>
            {words.settings.save}
          </Button>
        </form>
      ))}
      <h3>{words.settings.absentTitle}</h3>
      <form class="row" method="post" action={action}>
        {data.team.map(({ id, name }) => {
          const absent = session.absentIds.includes(id)
          return (
            <Button kind="quiet" name={absent ? 'present' : 'absent'} value={id} pressed={absent}>
              {name}
            </Button>
          )
        })}
      </form>
    </section>
  )
}

function TimeForm({ props, session }: PartProps): Html {
  const { locale, path } = props
  const words = sessionText(locale)
  return (
    <section class="stack">
      <h2>{words.settings.timeTitle}</h2>
      <p class="soft">{words.settings.timeLead}</p>
      <Card shape="flat">
        <form class="form" method="post" action={`${path}/session/plan`}>
          {sessionSteps.map((step, index) => (
            <TextField
              name={`minutes${index + 1}`}
              type="number"
              label={words.steps[step]}
              min={0.5}
              max={60}
              step={0.5}
              required
              value={Math.round((session.plannedSeconds[index] ?? 0) / 30) / 2}
            />
          ))}
          <div class="actions">
            <Button>{words.settings.saveTime}</Button>
          </div>
        </form>
      </Card>
    </section>
  )
}
