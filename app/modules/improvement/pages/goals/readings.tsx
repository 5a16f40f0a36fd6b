import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Button, Card, Fold, TextField, Was } from '../../../../platform/ui/index.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import type { GoalCard, ReadingCard } from '../../cards.ts'
import { sayNumber } from '../../figure.ts'
import { cardsText } from '../../text.cards.ts'
import type { ZoneProps } from '../../zone-view.ts'
import { typedText } from '../../zones/filled.ts'
import { Back } from '../back.tsx'

interface ReadingsProps {
  readonly zone: ZoneProps
  readonly goal: GoalCard
  /** Of the goal. */
  readonly path: string
  readonly writes: boolean
  readonly filledOf: (form: string) => FilledForm
}

/** Adding what was counted, and correcting or taking back what was written wrong; newest first. */
export function Readings({ zone, goal, path, writes, filledOf }: ReadingsProps): Html {
  const { locale, today } = zone
  const words = cardsText(locale).goal
  const fresh = { value: '', outOf: goal.outOf === null ? '' : sayNumber(locale, goal.outOf), onDate: today }
  return (
    <Card>
      <h2>{words.readings}</h2>
      {goal.readings.length === 0 && <p class="soft">{words.noReadings}</p>}
      {writes && (
        <form class="form" method="post" action={`${path}/readings`} data-entry="">
          <Back to="card" />
          <ReadingFields locale={locale} prefix="reading" filled={filledOf('reading')} shown={fresh} today={today} />
          <div class="actions">
            <Button>{words.putReading}</Button>
          </div>
        </form>
      )}
      {writes && goal.readings.length > 0 && (
        <Fold summary={words.correct} open={goal.readings.some((reading) => hasErrors(filledOf(formOf(reading))))}>
          {goal.readings.toReversed().map((reading) => (
            <CorrectReading
              locale={locale}
              reading={reading}
              path={`${path}/readings/${reading.id}`}
              filled={filledOf(formOf(reading))}
              today={today}
            />
          ))}
        </Fold>
      )}
    </Card>
  )
}

const formOf = (reading: ReadingCard) => `reading-${reading.id}`
const hasErrors = ({ errors }: FilledForm) => Object.keys(errors).length > 0

interface CorrectReadingProps {
  readonly locale: Locale
  readonly reading: ReadingCard
  readonly path: string
  readonly filled: FilledForm
  readonly today: string
}

function CorrectReading({ locale, reading, path, filled, today }: CorrectReadingProps): Html {
  const words = cardsText(locale).goal
  const shown = {
    value: sayNumber(locale, reading.value),
    outOf: reading.outOf === null ? '' : sayNumber(locale, reading.outOf),
    onDate: reading.onDate,
  }
  return (
    <Fold summary={words.readingOf(formatDay(locale, reading.onDate), shown.value)} open={hasErrors(filled)}>
      <form class="form" method="post" action={path} data-entry="" data-entry-keep>
        <Back to="card" />
        <Was fields={shown} />
        <ReadingFields locale={locale} prefix={formOf(reading)} filled={filled} shown={shown} today={today} />
        <div class="actions">
          <Button>{cardsText(locale).save}</Button>
          <Button kind="danger" formaction={`${path}/removal`}>
            {words.takeBack}
          </Button>
        </div>
      </form>
    </Fold>
  )
}

interface ReadingFieldsProps {
  readonly locale: Locale
  readonly prefix: string
  readonly filled: FilledForm
  readonly shown: { readonly value: string; readonly outOf: string; readonly onDate: string }
  readonly today: string
}

function ReadingFields({ locale, prefix, filled, shown, today }: ReadingFieldsProps): Html {
  const words = cardsText(locale).goal
  const { errors } = filled
  return (
    <>
      <TextField
        name="value"
        id={`${prefix}-value`}
        label={words.value}
        inputmode="decimal"
        required
        value={typedText(filled, 'value', shown.value)}
        error={errors.value}
      />
      <TextField
        name="outOf"
        id={`${prefix}-outOf`}
        label={words.outOf}
        inputmode="decimal"
        optional={cardsText(locale).optional}
        value={typedText(filled, 'outOf', shown.outOf)}
        error={errors.outOf}
      />
      <TextField
        name="onDate"
        id={`${prefix}-onDate`}
        type="date"
        label={words.onDate}
        max={today}
        value={typedText(filled, 'onDate', shown.onDate)}
        error={errors.onDate}
      />
    </>
  )
}
