import { addDays, type Day } from '../../../platform/text/days.ts'
import { firstDayOf, lastDayOf } from '../school-year.ts'
import type { CountedBehaviour } from '../visits/behaviour-store.ts'
import { behaviourAll, behaviourFigures } from './behaviour.ts'
import { agreementFigures, cultureAll, cultureChange, cultureFigures, type Scan } from './culture.ts'
import { enthusiasmFigures, type Phase, type Pulse, phaseOf, pulseFigure } from './enthusiasm.ts'
import { type Execution, executionFigures } from './execution.ts'
import type { Figure, Layer, LayerName } from './impact.ts'
import { type GoalCounted, resultFigures } from './results.ts'
import { type TeamMonths, teamMonths } from './team-months.ts'

export interface ImpactPeriod {
  readonly id: string
  readonly schoolYear: number
  readonly number: number
  readonly startsOn: Day
  readonly endsOn: Day
  readonly theme: string | null
}

/** What the layers of one school read; see `impact-store.ts`. */
export interface ImpactData {
  readonly name: string
  readonly slug: string
  readonly schoolYear: number
  readonly today: Day
  /** Of this school year and the last, in order. */
  readonly periods: readonly ImpactPeriod[]
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly execution: Execution
  readonly began: Day | null
  readonly pulses: readonly Pulse[]
  /** The scan of this year, else the one before. */
  readonly scan: Scan | null
  /** The closed one before it. */
  readonly scanBefore: Scan | null
  /** Half school years that could be told, oldest first; they never change any more. */
  readonly behaviour: readonly CountedBehaviour[]
  readonly goals: readonly GoalCounted[]
}

export interface SchoolImpact {
  readonly name: string
  readonly slug: string
  readonly schoolYear: number
  readonly layers: readonly Layer[]
  /** How much each team agrees in the scan. */
  readonly agreement: readonly Figure[]
  readonly phase: { readonly months: number; readonly phase: Phase } | null
  readonly year: readonly YearColumn[]
  /** How often each team used each instrument, by month of this school year. */
  readonly byTeam: readonly TeamMonths[]
  /** All statements of the last scan, and all that was seen in lessons in the last half year that could be told. */
  readonly overall: Overall
  /** The same of this school year only. */
  readonly ofYear: Overall
  /** Of which school year the scan is. */
  readonly scanYear: number | null
  /** The first day of the half school year that is told of what is seen in lessons. */
  readonly behaviourHalf: Day | null
}

interface Overall {
  readonly culture: Figure
  readonly behaviour: Figure
}

/** What can be told of one period apart: how often, how it went together, which goals were reached. */
export interface YearColumn {
  readonly period: ImpactPeriod
  readonly isFuture: boolean
  readonly figures: readonly Figure[]
}

/** How far back execution looks: a year, so that a new school year does not begin with nothing. */
export const daysBack = 365

export function schoolImpact(data: ImpactData): SchoolImpact {
  const { today, periods, scan } = data
  const own = periods.filter(({ schoolYear }) => schoolYear === data.schoolYear)
  const lately = data.behaviour.at(-1) ?? null
  const ofYear = data.behaviour.filter(
    ({ half }) => firstDayOf(data.schoolYear) <= half && half <= lastDayOf(data.schoolYear),
  )
  const figuresOf: Readonly<Record<LayerName, readonly Figure[]>> = {
    execution: executionFigures(data.execution, addDays(today, -daysBack), today),
    enthusiasm: enthusiasmFigures(
      data.pulses,
      periods.map(({ id }) => id),
    ),
    culture: [...cultureFigures(scan), ...cultureChange(scan, data.scanBefore)],
    behaviour: behaviourFigures(lately),
    results: resultFigures(data.goals),
  }
  return {
    name: data.name,
    slug: data.slug,
    schoolYear: data.schoolYear,
    layers: (Object.keys(figuresOf) as LayerName[]).map((name) => ({ name, figures: figuresOf[name] })),
    agreement: agreementFigures(scan, data.teams),
    phase: phaseOf(data.began, today),
    year: own.map((period) => yearColumn(data, period)),
    byTeam: teamMonths(
      data.execution,
      data.teams,
      firstDayOf(data.schoolYear),
      lastDayOf(data.schoolYear) < today ? lastDayOf(data.schoolYear) : today,
    ),
    overall: { culture: cultureAll(scan), behaviour: behaviourAll(lately) },
    ofYear: {
      culture: cultureAll(scan?.schoolYear === data.schoolYear ? scan : null),
      behaviour: behaviourAll(ofYear.at(-1) ?? null, today < `${data.schoolYear + 1}-02-15`),
    },
    scanYear: scan?.schoolYear ?? null,
    behaviourHalf: lately?.half ?? null,
  }
}

function yearColumn(data: ImpactData, period: ImpactPeriod): YearColumn {
  const { startsOn, endsOn } = period
  const until = endsOn < data.today ? addDays(endsOn, 7) : data.today
  const reached = resultFigures(data.goals.filter(({ periodId }) => periodId === period.id))
  return {
    period,
    isFuture: startsOn > data.today,
    figures: [
      ...executionFigures(data.execution, startsOn, until),
      pulseFigure(data.pulses, period.id),
      ...reached.slice(0, 1),
    ],
  }
}
