import type { Html } from '#html'
import { amsterdamDay, formatDay } from '../../text/days.ts'
import type { Locale } from '../../text/dictionary.ts'
import { Button, ButtonLink, Card } from '../../ui/index.ts'
import { hasSecondStep, type SecondSteps } from '../second-step/second-step-store.ts'
import { text } from './text.ts'

interface SecondStepCardsProps {
  readonly locale: Locale
  readonly steps: SecondSteps
  /** Whether the second step was shown in this session: without it nothing can be changed. */
  readonly confirmed: boolean
}

/** What somebody has set up besides the mail link. */
export function SecondStepCards({ locale, steps, confirmed }: SecondStepCardsProps): Html {
  const words = text(locale).steps
  const has = hasSecondStep(steps)
  const remove = (action: string, what: string) =>
    confirmed && (
      <form method="post" action={action}>
        <Button kind="danger" label={`${words.remove}: ${what}`}>
          {words.remove}
        </Button>
      </form>
    )
  return (
    <section class="stack" id="second-step" aria-labelledby="steps">
      <h2 id="steps">{words.title}</h2>
      {!has && <p class="soft">{words.none}</p>}
      <ul class="cards">
        {steps.passkeys.map(({ id, name, createdAt }) => (
          <Card as="li" shape="flat">
            <div class="spread">
              <div>
                <p class="strong">{name ?? words.passkey}</p>
                {createdAt && <p class="soft">{words.made(formatDay(locale, amsterdamDay(createdAt), 'long'))}</p>}
              </div>
              {remove(`/account/passkeys/${id}/remove`, name ?? words.passkey)}
            </div>
          </Card>
        ))}
        {steps.app && (
          <Card as="li" shape="flat">
            <div class="spread">
              <p class="strong">{words.app}</p>
              {remove('/account/app/remove', words.app)}
            </div>
          </Card>
        )}
      </ul>
      {has && !confirmed && (
        <p>
          {words.confirmFirst} <a href="/second-step?to=/account">{words.confirm}</a>
        </p>
      )}
      {has && confirmed && <p class="soft">{words.codes(steps.recoveryCodes)}</p>}
      {(confirmed || !has) && (
        <div class="row">
          <ButtonLink kind="quiet" href="/second-step/set-up?to=/account">
            {has ? words.another : words.setUp}
          </ButtonLink>
          {has && (
            <ButtonLink kind="plain" href="/second-step/recovery-codes?to=/account">
              {words.newCodes}
            </ButtonLink>
          )}
        </div>
      )}
    </section>
  )
}
