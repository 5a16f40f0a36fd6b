import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { ButtonLink, Steps } from '../../../../platform/ui/index.ts'
import { sessionSteps } from '../../session.ts'
import { sessionText } from '../../text.session.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'
import { SessionTimer } from './session-timer.tsx'
import { stepStates } from './step-states.ts'

/** Where the session is, on a phone: the steps and the time; that it is over when it is. */
export function PhoneSession(props: ZoneProps): Html {
  const { session, locale, path } = props
  const words = sessionText(locale)
  if (session === null) {
    return (
      <section id={zoneId('session')} class="stack">
        <h1>{words.phone.ended}</h1>
        <p>{words.phone.endedLead}</p>
        <ButtonLink kind="main" size="wide" iconAfter="arrow-right" href={`${path}/session/phone`}>
          {words.phone.toSummary}
        </ButtonLink>
      </section>
    )
  }
  const states = stepStates(session.step)
  return (
    <section id={zoneId('session')} class="phone-strip">
      <Steps
        locale={locale}
        steps={sessionSteps.map((name, index) => ({
          key: name,
          label: words.steps[name],
          state: states[index] ?? 'later',
        }))}
      />
      <SessionTimer {...props} session={session} />
    </section>
  )
}
