import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Button, Card, ErrorSummary, RadioField, TextArea, TextField } from '../../../../platform/ui/index.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import { typedText } from '../../zones/filled.ts'
import type { Evaluation } from '../booking-store.ts'
import type { Side } from '../tables.ts'
import { movementText } from '../text.ts'

interface EvaluationFormProps {
  readonly locale: Locale
  readonly side: Side
  readonly action: string
  readonly filled: FilledForm
  /** What this side wrote before; it may write it again. */
  readonly before: Evaluation | null
}

/** How one side found the afternoon: four questions. */
export function EvaluationForm({ locale, side, action, filled, before }: EvaluationFormProps): Html {
  const words = movementText(locale)
  const text = words.booking
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  return (
    <section class="stack">
      <h2>{text.evaluate}</h2>
      <p>{text.evaluateLead}</p>
      <ErrorSummary title={words.problems} problems={problems} />
      <form class="form" method="post" action={action}>
        <TextField
          name="peopleCame"
          label={text.came}
          type="number"
          min={0}
          max={100}
          required
          value={typedText(filled, 'peopleCame', before?.peopleCame ?? '')}
          error={filled.errors.peopleCame}
        />
        <RadioField
          name="worth"
          label={text.worth[side]}
          required
          inline
          options={([1, 2, 3] as const).map((worth) => ({ value: String(worth), label: text.worths[worth] }))}
          value={typedText(filled, 'worth', before?.worth ?? '')}
          error={filled.errors.worth}
        />
        <TextArea
          name="tookAlong"
          label={text.tookAlong[side]}
          required
          maxlength={1000}
          value={typedText(filled, 'tookAlong', before?.tookAlong ?? '')}
          error={filled.errors.tookAlong}
        />
        <TextArea
          name="better"
          label={text.better}
          optional={words.optional}
          maxlength={1000}
          value={typedText(filled, 'better', before?.better ?? '')}
          error={filled.errors.better}
        />
        <div class="actions">
          <Button kind="main">{text.save}</Button>
        </div>
      </form>
    </section>
  )
}

interface WrittenProps {
  readonly locale: Locale
  readonly side: Side
  readonly evaluation: Evaluation
}

/** What a side wrote, for the other one. */
export function Written({ locale, side, evaluation }: WrittenProps): Html {
  const text = movementText(locale).booking
  const { peopleCame, worth, tookAlong, better } = evaluation
  return (
    <Card as="section" tone="voice">
      <h2>{text.of[side]}</h2>
      <p>{text.cameWords(peopleCame)}</p>
      <p>
        <span class="soft">{text.worth[side]}</span> {worthWords(locale, worth)}
      </p>
      <p class="soft">{text.tookAlong[side]}</p>
      <p class="written">{tookAlong}</p>
      {better !== '' && (
        <>
          <p class="soft">{text.better}</p>
          <p class="written">{better}</p>
        </>
      )}
    </Card>
  )
}

function worthWords(locale: Locale, worth: number): string {
  const { worths } = movementText(locale).booking
  return worth === 1 ? worths[1] : worth === 2 ? worths[2] : worths[3]
}
