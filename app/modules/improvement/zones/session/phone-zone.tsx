import type { Child, Html } from '../../../../platform/html/jsx-runtime.ts'
import type { SessionStep } from '../../session.ts'
import { stepNamed } from '../../session.ts'
import { sessionText } from '../../text.session.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'

interface PhoneZoneProps {
  readonly zone: SessionStep
  readonly props: ZoneProps
  readonly tone: 'board' | 'good' | 'insight'
  readonly title?: string
  readonly children: Child
}

/**
 * One step of the session on a phone. When the session goes on it steps aside, but is not taken away: what somebody was
 * still writing in it stays in sight until it is sent (`.phone-zone.aside` in session.css).
 */
export function PhoneZone({ zone, props, tone, title, children }: PhoneZoneProps): Html {
  const { session, locale } = props
  const words = sessionText(locale)
  const now = session !== null && stepNamed(session.step) === zone
  const heading = title ?? words.steps[zone]
  return (
    <section id={zoneId(zone)} class={`phone-zone tone-${tone}${now ? '' : ' aside'}`}>
      {now ? <h1>{heading}</h1> : <h2>{words.phone.stillWriting}</h2>}
      {children}
    </section>
  )
}
