import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Table } from '../../../../platform/ui/index.ts'
import { schoolYearName } from '../../school-year.ts'
import { type Absent, type Figure, type FigureUnit, rangeOf } from '../impact.ts'
import type { SchoolImpact } from '../school-impact.ts'
import { impactText } from '../text.ts'
import { type YearLane, yearLanes } from '../year-lanes.ts'
import { figureName, sayAbsent, sayCell, sayPlain } from './figure-words.ts'
import { labelPlace } from './label-place.ts'

const width = 940
const names = 210
const column = (width - names) / 5
const head = 44
const lane = 96
const inside = 14

/** The year in one picture: a row a layer, a column a period; dots with where the real figure probably lies. */
export function YearPicture({ locale, impact }: { readonly locale: Locale; readonly impact: SchoolImpact }): Html {
  const words = impactText(locale).year
  const lanes = yearLanes(impact)
  const height = head + lanes.length * lane
  const label = words.picture(schoolYearName(impact.schoolYear))
  return (
    <section class="scroll" tabindex={0} aria-label={words.title}>
      <svg class="year-lanes" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {impact.year.map(({ period, isFuture }, index) => (
          <text class={isFuture ? 'head coming' : 'head'} x={middleOf(index)} y={26} text-anchor="middle">
            {words.period(period.number)}
          </text>
        ))}
        {lanes.map((each, index) => (
          <Lane locale={locale} lane={each} top={head + index * lane} />
        ))}
      </svg>
    </section>
  )
}

interface LaneProps {
  readonly locale: Locale
  readonly lane: YearLane
  readonly top: number
}

function Lane({ locale, lane: { name, unit, figures, reference, span }, top }: LaneProps): Html {
  const y = heightIn(unit, top)
  const [low, high] = rangeOf(unit)
  return (
    <>
      <path class="rule" d={`M0 ${top}H${width}`} />
      <text class="name" x={0} y={top + 34}>
        {figureName(locale, { name })}
      </text>
      <text x={0} y={top + 58}>
        {`${sayPlain(locale, unit, low)} – ${sayPlain(locale, unit, high)}`}
      </text>
      {reference !== undefined && <path class="reference" d={`M${names} ${y(reference)}H${width}`} />}
      {span === 'year' ? (
        <WholeYear locale={locale} figure={figures[0] ?? null} y={y} foot={top + lane - inside} />
      ) : (
        <Periods
          locale={locale}
          figures={figures}
          y={y}
          top={top}
          foot={top + lane - inside}
          reference={reference === undefined ? undefined : y(reference)}
        />
      )}
    </>
  )
}

interface PlacedProps {
  readonly locale: Locale
  readonly y: (value: number) => number
  /** Where words stand that have no place on the scale. */
  readonly foot: number
}

interface PeriodsProps extends PlacedProps {
  readonly figures: YearLane['figures']
  readonly top: number
  /** The height of the dotted line. */
  readonly reference: number | undefined
}

/** A dot for each period, with a line between those that follow each other. */
function Periods({ locale, figures, y, top, foot, reference }: PeriodsProps): Html {
  const shown = figures.flatMap((figure, index) =>
    figure?.outcome.ok ? [`${middleOf(index)} ${y(figure.outcome.value)}`] : [],
  )
  return (
    <>
      {shown.length > 1 && <path class="line" d={`M${shown.join('L')}`} />}
      {figures.map((figure, index) => {
        if (figure === null) return null
        const x = middleOf(index)
        if (!figure.outcome.ok) return <Missing locale={locale} absent={figure.outcome} x={x} foot={foot} />
        const { value, interval } = figure.outcome
        return (
          <>
            {interval && <path class="between" d={`M${x} ${y(interval[0])}V${y(interval[1])}`} />}
            <circle cx={x} cy={y(value)} r={8} />
            <text class="value" x={x} y={labelPlace(y(value), reference, { top, foot })} text-anchor="middle">
              {sayPlain(locale, figure.unit, value)}
            </text>
          </>
        )
      })}
    </>
  )
}

/** A band over all periods, with a line at the figure. */
function WholeYear({ locale, figure, y, foot }: PlacedProps & { readonly figure: Figure | null }): Html | null {
  if (figure === null) return null
  const { unit, outcome } = figure
  if (!outcome.ok) return <Missing locale={locale} absent={outcome} x={middleOf(2)} foot={foot} />
  const { interval } = outcome
  return (
    <>
      {interval && (
        <rect
          class="band"
          x={names}
          y={y(interval[1])}
          width={width - names}
          height={Math.max(4, y(interval[0]) - y(interval[1]))}
        />
      )}
      <path class="line" d={`M${names} ${y(outcome.value)}H${width}`} />
      <text class="value" x={names + 8} y={y(outcome.value) - 12}>
        {`${sayPlain(locale, unit, outcome.value)} · ${impactText(locale).year.wholeYear}`}
      </text>
    </>
  )
}

interface MissingProps {
  readonly locale: Locale
  readonly absent: Absent
  readonly x: number
  readonly foot: number
}

function Missing({ locale, absent, x, foot }: MissingProps): Html {
  const words = impactText(locale).year
  return (
    <text x={x} y={foot} text-anchor="middle">
      {absent.reason === 'not-measured' ? words.none : absent.reason === 'half-open' ? words.halfOpen : words.few}
    </text>
  )
}

function middleOf(index: number): number {
  return names + (index + 0.5) * column
}

/** Where a value stands in a lane: its scale runs from foot to top. */
function heightIn(unit: FigureUnit, top: number): (value: number) => number {
  const [low, high] = rangeOf(unit)
  return (value) => {
    const share = (Math.min(high, Math.max(low, value)) - low) / (high - low)
    return Math.round(top + lane - inside - share * (lane - 2 * inside))
  }
}

/** The same figures as a table. */
export function YearTable({ locale, impact }: { readonly locale: Locale; readonly impact: SchoolImpact }): Html {
  const words = impactText(locale)
  const say = (figure: Figure | null | undefined) => {
    if (figure === null) return words.year.future
    if (figure === undefined) return ''
    const { unit, outcome } = figure
    if (!outcome.ok) return sayAbsent(locale, unit, outcome)
    return sayCell(locale, unit, outcome)
  }
  return (
    <Table
      stacks
      caption={words.year.table}
      captionHidden
      columns={[
        { head: words.columns.what, cell: ({ name }: YearLane) => figureName(locale, { name }) },
        ...impact.year.map(({ period }, index) => ({
          head: words.year.period(period.number),
          cell: ({ figures, span }: YearLane) => (span === 'year' ? '–' : say(figures[index])),
        })),
        {
          head: words.year.wholeYear,
          cell: ({ figures, span }: YearLane) => (span === 'year' ? say(figures[0]) : '–'),
        },
      ]}
      rows={yearLanes(impact)}
      source={words.certain}
    />
  )
}
