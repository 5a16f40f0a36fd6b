import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { ButtonLink, Menu, Steps } from '../../../../platform/ui/index.ts'
import { type OpenSession, sessionSteps } from '../../session.ts'
import { sessionText } from '../../text.session.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'
import { SessionTimer } from './session-timer.tsx'
import { stepStates } from './step-states.ts'

/** The strip on top of the big screen: the five steps, and the time. */
export function WallSession(props: ZoneProps): Html {
  const { session } = props
  if (session === null) return <NoSession {...props} />
  return (
    <section id={zoneId('session')} class="session-strip" data-step={session.step}>
      <Steps
        locale={props.locale}
        steps={stepsOf(props, session)}
        {...(props.audience === 'writes' ? { action: `${props.path}/session/step` } : {})}
      />
      <SessionTimer {...props} session={session} />
      {props.audience === 'writes' && <TimeMenu {...props} />}
    </section>
  )
}

function stepsOf({ locale }: ZoneProps, { step }: OpenSession) {
  const words = sessionText(locale)
  const states = stepStates(step)
  return sessionSteps.map((name, index) => ({
    key: String(index + 1),
    label: words.steps[name],
    state: states[index] ?? ('later' as const),
  }))
}

function TimeMenu({ locale, path }: ZoneProps): Html {
  const words = sessionText(locale).wall
  return (
    <Menu label={words.time}>
      <form method="post" action={`${path}/session/time`} data-entry>
        <button type="submit" name="change" value="step+60">
          {words.stepLonger}
        </button>
        <button type="submit" name="change" value="step-60">
          {words.stepShorter}
        </button>
        <button type="submit" name="change" value="session+300">
          {words.sessionLonger}
        </button>
        <button type="submit" name="change" value="session-300">
          {words.sessionShorter}
        </button>
      </form>
      <a href={`${path}/session/settings`}>{words.settings}</a>
      <a href={`${path}/session`}>{words.refresh}</a>
    </Menu>
  )
}

function NoSession({ locale, path }: ZoneProps): Html {
  const words = sessionText(locale).wall
  return (
    <section id={zoneId('session')} class="session-strip ended" data-step="0">
      <div class="grow">
        <p class="say strong">{words.ended}</p>
        <p class="soft">{words.endedLead}</p>
      </div>
      <ButtonLink kind="main" size="big" iconAfter="arrow-right" href={`${path}/sessions/last?wall`}>
        {words.toSummary}
      </ButtonLink>
    </section>
  )
}
