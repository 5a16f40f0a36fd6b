import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Button, ButtonLink, Card, ErrorSummary, TextArea } from '../../../../platform/ui/index.ts'
import type { WebContext } from '../../../../platform/web/context.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import { cardsText } from '../../text.cards.ts'
import { typedText } from '../../zones/filled.ts'
import { seenText } from '../text.seen.ts'
import type { OpenSeen } from './visit-write.ts'

interface TryCardProps {
  readonly c: WebContext
  readonly open: OpenSeen
  readonly path: string
  readonly filled: FilledForm
}

/** What the receiver is going to try: written by the receiver, read by who may read the rest. */
export function TryCard({ c, open, path, filled }: TryCardProps): Html {
  const { locale } = c.var
  const words = seenText(locale).tries
  const { tries } = open.seen
  if (open.by !== 'receiver') {
    return (
      <Card as="section" tone="good">
        <h2>{words.title}</h2>
        <p class={tries ? undefined : 'soft'}>
          {tries ?? (open.seen.talkDone ? words.none : words.own(open.visit.receiverName))}
        </p>
      </Card>
    )
  }
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  return (
    <Card as="section" tone="good">
      <h2>{words.title}</h2>
      <ErrorSummary title={cardsText(locale).problems} problems={problems} />
      <form class="form" method="post" action={`${path}/try`}>
        <TextArea
          name="tries"
          label={words.field}
          rows={2}
          maxlength={400}
          value={typedText(filled, 'tries', tries)}
          error={filled.errors.tries}
        />
        <div class="actions">
          <Button kind={tries ? 'quiet' : 'main'}>{words.save}</Button>
          {tries && (
            <ButtonLink kind="plain" href={`${path}/action`}>
              {words.toBoard}
            </ButtonLink>
          )}
        </div>
      </form>
    </Card>
  )
}
