import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Alert, Button, Card, RadioField, TextArea, TextField, Was, Zone } from '../../../../platform/ui/index.ts'
import type { LookBack, Review } from '../../review-store.ts'
import { reviewText } from '../../text.review.ts'

const lookBackFields = ['proudOf', 'learned', 'teamwork', 'nextTime'] as const

interface ReviewPartProps {
  readonly locale: Locale
  readonly review: Review
  readonly path: string
  readonly writes: boolean
}

/** The team's words about the period, with which the next one starts. */
export function ReviewLookBack({ locale, review, path, writes }: ReviewPartProps): Html {
  const words = reviewText(locale).lookBack
  return (
    <Zone id="review-look-back" title={words.title} tone="insight" note={words.note}>
      {writes ? (
        <Card>
          <form class="form" method="post" action={`${path}/look-back`} data-entry>
            <Was fields={Object.fromEntries(lookBackFields.map((field) => [field, review.lookBack[field]]))} />
            {lookBackFields.map((field) => (
              <TextArea name={field} label={words[field]} maxlength={1000} value={review.lookBack[field]} />
            ))}
            <div class="actions">
              <Button kind="strong">{words.save}</Button>
            </div>
          </form>
        </Card>
      ) : (
        <LookBackWords locale={locale} lookBack={review.lookBack} />
      )}
    </Zone>
  )
}

/** A look-back to read. */
export function LookBackWords({ locale, lookBack }: { readonly locale: Locale; readonly lookBack: LookBack }): Html {
  const words = reviewText(locale).lookBack
  return (
    <Card>
      <dl class="facts">
        {lookBackFields.map((field) => (
          <>
            <dt>{words[field]}</dt>
            <dd>{lookBack[field] === '' ? <span class="soft">{words.nothing}</span> : lookBack[field]}</dd>
          </>
        ))}
      </dl>
    </Card>
  )
}

interface ReviewClosingProps extends ReviewPartProps {
  /** Sentences by field (`choice-<action>`, `reason-<action>`), and what was chosen, when the form comes back. */
  readonly errors?: Readonly<Record<string, string>>
  readonly values?: Readonly<Record<string, string | readonly string[]>>
  readonly general?: string | undefined
  readonly closedOn: string | null
}

/** Asks for every open action what becomes of it, and closes the period for the team. */
export function ReviewClosing(props: ReviewClosingProps): Html {
  const { locale, review, path, errors = {}, values = {}, general, closedOn } = props
  const words = reviewText(locale).close
  if (closedOn !== null) return <Alert kind="ok">{words.done(formatDay(locale, closedOn, 'long'))}</Alert>
  const value = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined)
  return (
    <Zone id="review-closing" title={words.title} tone="plain">
      <p>{review.openActions.length === 0 ? words.noActions : words.intro}</p>
      {general && <Alert kind="error">{general}</Alert>}
      <form class="form" method="post" action={`${path}/close`}>
        {review.openActions.map((action) => (
          <Card>
            <RadioField
              name={`choice-${action.id}`}
              label={words.choice(action.description)}
              options={(['done', 'carry-over', 'stopped'] as const).map((choice) => ({
                value: choice,
                label: words.choices[choice],
              }))}
              value={value(`choice-${action.id}`)}
              error={errors[`choice-${action.id}`]}
            />
            <TextField
              name={`reason-${action.id}`}
              label={words.reason}
              maxlength={300}
              value={value(`reason-${action.id}`)}
              error={errors[`reason-${action.id}`]}
            />
          </Card>
        ))}
        <div class="actions">
          <Button kind="main">{words.submit}</Button>
        </div>
      </form>
    </Zone>
  )
}
