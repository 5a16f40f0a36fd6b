import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Alert, Button, ButtonLink, Fold, RadioField } from '../../../../platform/ui/index.ts'
import { sessionText } from '../../text.session.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'

const minuteChoices = [10, 15, 20, 30]

/** On the board at a desk: start a session, or join the one that is going on. */
export function DeskSession({ locale, session, path, audience, board }: ZoneProps): Html {
  const words = sessionText(locale).desk
  if (board.kind === 'organisational' || audience === 'adds') return <div id={zoneId('session')} hidden />
  return (
    <section id={zoneId('session')} class="desk-session">
      {session !== null ? (
        <Alert kind="info" title={words.running}>
          <p class="row">
            {audience === 'writes' && <ButtonLink href={`${path}/session/phone`}>{words.join}</ButtonLink>}
            <ButtonLink kind="quiet" icon="device-desktop" href={`${path}/session`}>
              {words.wall}
            </ButtonLink>
          </p>
        </Alert>
      ) : (
        audience === 'writes' && (
          <form class="row" method="post" action={`${path}/session`}>
            <Button kind="main" size="big" icon="player-play">
              {words.start}
            </Button>
            <Fold summary={words.other}>
              <RadioField
                name="minutes"
                label={words.minutes}
                inline
                options={minuteChoices.map((minutes) => ({
                  value: String(minutes),
                  label: words.minutesOption(minutes),
                }))}
              />
            </Fold>
          </form>
        )
      )}
      <p class="row small">
        <a href={`${path}/sessions`}>{words.past}</a>
      </p>
    </section>
  )
}
