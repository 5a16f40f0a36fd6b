import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Button, ButtonLink, Fold } from '../../../../platform/ui/index.ts'
import { firstName } from '../../action.ts'
import { neighbours } from '../../session-place.ts'
import { sessionText } from '../../text.session.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'

/** The foot of the phone: who leads; opened, the buttons that move the session for everybody. */
export function PhoneStand({ session, locale, path, data, audience }: ZoneProps): Html {
  if (session === null || audience !== 'writes') return <div id={zoneId('stand')} class="phone-stand" />
  const words = sessionText(locale)
  const leader = data.team.find((colleague) => colleague.id === session.leaderId)
  const { before, after } = neighbours(session.step)
  return (
    <div id={zoneId('stand')} class="phone-stand">
      <Fold
        summary={leader ? words.phone.lead(firstName(leader.name), session.step) : words.phone.noLeader(session.step)}
      >
        <form class="row" method="post" action={`${path}/session/step`} data-entry>
          {before !== null && (
            <Button kind="quiet" name="step" value={session.step - 1}>
              {words.back}
            </Button>
          )}
          {after !== null && (
            <Button iconAfter="arrow-right" name="step" value={session.step + 1}>
              {words.to[after]}
            </Button>
          )}
          {after === null && (
            <ButtonLink iconAfter="arrow-right" href={`${path}/session/finish`}>
              {words.finish}
            </ButtonLink>
          )}
        </form>
        <p class="soft small">{words.phone.leadHint}</p>
        <p>
          <a href={`${path}/session/phone`}>{words.phone.refresh}</a>
        </p>
      </Fold>
    </div>
  )
}
