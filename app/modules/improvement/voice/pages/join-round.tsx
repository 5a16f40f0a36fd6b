import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { QrCode } from '../../../../platform/ui/index.ts'
import type { WebContext } from '../../../../platform/web/context.ts'
import { showCode } from '../../session-code.ts'
import { CountSoFar } from '../round-topic.tsx'
import { voiceText } from '../text.ts'

interface JoinRoundProps {
  readonly c: WebContext
  readonly code: string
  /** How many answers are in; null where nothing is asked (an arena). */
  readonly soFar: number | null
}

/** How pupils come in, and how many have answered; of an arena, where they read later what is done with it. */
export function JoinRound({ c, code, soFar }: JoinRoundProps): Html {
  const words = voiceText(c.var.locale).round
  const origin = originFor(c)
  const address = `${new URL(origin).host}/v`
  return (
    <div class="join">
      <QrCode content={`${origin}/v/${code}`} label={words.qr(showCode(code))} />
      <div>
        <p class="soft">{soFar === null ? words.arenaCode(address) : words.joinLead(address)}</p>
        <p class="code">{showCode(code)}</p>
        {soFar !== null && (
          <p class="count-so-far">
            <CountSoFar count={soFar} /> {words.soFar}
          </p>
        )}
      </div>
    </div>
  )
}

/** Where phones find this server: as configured, or (while nobody did) by the address of this very page. */
function originFor(c: WebContext): string {
  const configured = c.var.services.settings.origin
  return new URL(configured).hostname === 'localhost' ? new URL(c.req.url).origin : configured
}
