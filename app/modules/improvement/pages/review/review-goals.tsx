import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import {
  Button,
  Card,
  Chip,
  RadioField,
  RunChart,
  TextArea,
  type Tone,
  Was,
  Zone,
} from '../../../../platform/ui/index.ts'
import { type Outcome, outcomeOf } from '../../review.ts'
import type { Review, ReviewGoal } from '../../review-store.ts'
import { reviewText } from '../../text.review.ts'

interface ReviewGoalsProps {
  readonly locale: Locale
  readonly review: Review
  readonly path: string
  readonly writes: boolean
}

const toneOf: Readonly<Record<Outcome, Tone>> = {
  reached: 'good',
  nearer: 'board',
  'not-nearer': 'plain',
  unknown: 'plain',
}

/** Goal by goal: what was counted, what worked, and whether it is kept, adapted or stopped. */
export function ReviewGoals({ locale, review, path, writes }: ReviewGoalsProps): Html {
  const words = reviewText(locale).goals
  const decided = review.goals.filter((goal) => goal.decision !== null).length
  return (
    <Zone id="review-goals" title={words.title} tone="board" note={words.note(decided, review.goals.length)}>
      {review.goals.length === 0 && <p class="soft">{words.none}</p>}
      {review.goals.map((goal) => (
        <GoalUnderReview locale={locale} goal={goal} path={path} writes={writes} />
      ))}
    </Zone>
  )
}

function GoalUnderReview(props: {
  readonly locale: Locale
  readonly goal: ReviewGoal
  readonly path: string
  readonly writes: boolean
}): Html {
  const { locale, goal, path, writes } = props
  const words = reviewText(locale).goals
  const outcome = outcomeOf(goal)
  return (
    <Card id={`goal-${goal.id}`} shape="goal" tone={toneOf[outcome]}>
      <Chip tone={toneOf[outcome]} icon={outcome === 'reached' ? 'check' : 'info-circle'}>
        {words.outcome[outcome]}
      </Chip>
      <h3>{goal.effect}</h3>
      {goal.measure !== '' && <p class="soft">{goal.measure}</p>}
      <GoalFigures locale={locale} goal={goal} />
      {writes ? (
        <form class="form" method="post" action={`${path}/goals/${goal.id}`} data-entry>
          <Was fields={{ worked: goal.worked, decision: goal.decision }} />
          <TextArea
            name="worked"
            id={`worked-${goal.id}`}
            label={words.worked}
            hint={words.workedExample}
            maxlength={1000}
            value={goal.worked}
          />
          <RadioField
            name="decision"
            id={`decision-${goal.id}`}
            label={words.decision}
            value={goal.decision}
            options={(['keep', 'adapt', 'stop'] as const).map((value) => ({ value, label: words.decisions[value] }))}
          />
          <div class="actions">
            <Button kind="strong">{words.save}</Button>
          </div>
        </form>
      ) : (
        <>
          <p>{goal.worked}</p>
          {goal.decision && <p class="strong">{words.decisions[goal.decision]}</p>}
        </>
      )}
    </Card>
  )
}

function GoalFigures({ locale, goal }: { readonly locale: Locale; readonly goal: ReviewGoal }): Html {
  const words = reviewText(locale).goals
  const last = goal.readings.at(-1)
  if (last === undefined) return <p class="soft">{words.readings(0)}</p>
  const parts = [
    goal.baseline === null ? null : `${words.start} ${goal.baseline}`,
    goal.target === null ? null : `${words.target} ${goal.target}`,
    `${words.last} ${last.value}`,
  ]
  return (
    <RunChart
      readings={goal.readings.map((reading) => ({ day: formatDay(locale, reading.onDate), value: reading.value }))}
      start={goal.baseline ?? undefined}
      goal={goal.target ?? undefined}
      label={`${goal.effect}: ${parts.filter(Boolean).join(', ')}`}
      words={{
        start: words.start,
        goal: words.target,
        day: words.last,
        value: words.last,
        table: words.readings(goal.readings.length),
      }}
      source={words.readings(goal.readings.length)}
    />
  )
}
