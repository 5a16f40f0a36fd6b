import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { RunChart } from '../../../../platform/ui/index.ts'
import { text as uiText } from '../../../../platform/ui/text.ts'
import type { GoalCard } from '../../cards.ts'
import { sayNumber } from '../../figure.ts'
import { lastReading, onOneScale } from '../../goal.ts'
import type { BoardKind } from '../../tables.ts'
import { zoneText } from '../../text.board.ts'

interface GoalFigureProps {
  readonly locale: Locale
  readonly kind: BoardKind
  readonly goal: GoalCard
}

/** The last reading large, with what it is out of, start and target. */
export function GoalCount({ locale, kind, goal }: GoalFigureProps): Html {
  const words = zoneText(locale, kind).goals
  const last = lastReading(goal)
  const outOf = last?.outOf ?? goal.outOf
  const say = (value: number) => sayNumber(locale, value)
  const frame = [
    goal.baseline === null ? '' : words.start(say(goal.baseline)),
    goal.target === null ? '' : words.target(say(goal.target)),
  ].filter((each) => each !== '')
  return (
    <div>
      {last === undefined ? (
        <p class="soft">{words.nothingCounted}</p>
      ) : (
        <p class="count">
          {say(last.value)}
          {outOf !== null && <small> {words.outOf(say(outOf))}</small>}
        </p>
      )}
      {frame.length > 0 && <p class="soft">{frame.join(' · ')}</p>}
    </div>
  )
}

/** The last reading in words: '7 van 12'; nothing where nobody counted yet. */
export function figureWords(locale: Locale, kind: BoardKind, goal: GoalCard): string {
  const last = lastReading(goal)
  return last === undefined ? '' : readingWords(locale, kind, goal, last)
}

/** The readings over time, with how many were watched and by whom. */
export function GoalChart({ locale, kind, goal }: GoalFigureProps): Html {
  const words = zoneText(locale, kind).goals
  const own = uiText(locale)
  const scale = onOneScale(goal)
  return (
    <RunChart
      readings={goal.readings.map((reading, index) => ({
        day: formatDay(locale, reading.onDate),
        value: scale.values[index] ?? reading.value,
        said: readingWords(locale, kind, goal, reading),
      }))}
      start={scale.baseline ?? undefined}
      goal={scale.target ?? undefined}
      label={words.chart(goal.effect, goal.readings.length)}
      words={{ start: own.start, goal: own.goal, day: own.day, value: own.value, table: own.figures }}
      source={sourceWords(locale, kind, goal, scale.percent)}
    />
  )
}

function readingWords(
  locale: Locale,
  kind: BoardKind,
  goal: Pick<GoalCard, 'outOf'>,
  reading: GoalCard['readings'][number],
): string {
  const outOf = reading.outOf ?? goal.outOf
  const value = sayNumber(locale, reading.value)
  return outOf === null ? value : `${value} ${zoneText(locale, kind).goals.outOf(sayNumber(locale, outOf))}`
}

/** '12 gekeken per keer, geteld door het team': n and source of the picture. */
function sourceWords(locale: Locale, kind: BoardKind, goal: GoalCard, percent: boolean): string {
  const words = zoneText(locale, kind).goals
  const counts = goal.readings.map((reading) => reading.outOf ?? goal.outOf).filter((count) => count !== null)
  const low = Math.min(...counts)
  const high = Math.max(...counts)
  const range = low === high ? sayNumber(locale, low) : `${sayNumber(locale, low)}–${sayNumber(locale, high)}`
  const by = counts.length === 0 ? words.by : words.source(words.countedOf(range), words.by)
  return percent ? `${by}, ${words.percent}` : by
}
