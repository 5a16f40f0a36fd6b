import { kilometres } from '../market/distance.ts'
import type { MarketTeacher, TeacherMarket } from '../market/market.ts'
import { type Change, changed, effortOf, partTimeStep, thousandths } from './change.ts'
import { openTrial, type Trial } from './trial.ts'

/** Changes of one teacher that together give a match in every best set of exchanges in twos, and what weight that adds. */
export interface Unlock {
  readonly changes: readonly Change[]
  readonly effort: number
  readonly gain: number
}

/**
 * What would unlock a match for a teacher, each confirmed by solving again, smallest effort first; changes of radius, tolerance
 * and part-time factor are the smallest that do. Where no single change is enough, two: a wider radius or tolerance and something
 * else. Empty where nothing of that is enough, and where the teacher is matched already in every best set.
 */
export function findUnlocks(market: TeacherMarket, vertex: number): readonly Unlock[] {
  const teacher = market.teachers[vertex]
  if (teacher === undefined) throw new Error(`There is no teacher ${vertex}`)
  const trial = openTrial(market, vertex)
  const search: Search = { market, vertex, trial }
  if (trial.best > trial.rest) return []
  const missing = (['leader', 'buddy'] as const).filter((who) => teacher[who] === '')
  const first: readonly Change[] = missing.length === 0 ? [] : [{ kind: 'trio', missing }]
  const start = first.reduce(changed, teacher)
  if (first.length > 0 && trial.worthWith(start) > trial.rest) return sorted(search, [first], teacher)
  const additions = [...additionsTo(market, start)]
  const singles = [
    ...additions.filter((change) => trial.worthWith(changed(start, change)) > trial.rest),
    ...[leastRadius(search, start), leastTolerance(search, start), leastPartTime(search, start)],
  ].flatMap((change) => (change === undefined ? [] : [[change]]))
  const found = singles.length > 0 ? singles : pairs(search, start, additions)
  return sorted(
    search,
    found.map((changes) => [...first, ...changes]),
    teacher,
  )
}

interface Search {
  readonly market: TeacherMarket
  readonly vertex: number
  readonly trial: Trial
}

function sorted({ market, trial }: Search, found: readonly (readonly Change[])[], teacher: MarketTeacher) {
  const unlocks = found.map(
    (changes): Unlock => ({
      changes,
      effort: thousandths(changes.reduce((sum, change) => sum + effortOf(market.rules, change), 0)),
      gain: trial.worthWith(changes.reduce(changed, teacher)) - trial.rest,
    }),
  )
  return unlocks.toSorted((one, other) => one.effort - other.effort || other.gain - one.gain)
}

function pairs(search: Search, start: MarketTeacher, additions: readonly Change[]): readonly (readonly Change[])[] {
  const wider = leastRadius(search, { ...start, tolerance: widest })
  const both = wider && leastTolerance(search, changed(start, wider))
  const found: (readonly Change[])[] = wider && both ? [[wider, both]] : []
  for (const change of additions) {
    const after = changed(start, change)
    for (const more of [leastRadius(search, after), leastTolerance(search, after)])
      if (more !== undefined) found.push([change, more])
  }
  return found
}

/** A tolerance that lets every part-time factor through. */
const widest = 1.2

/** What the market knows and the teacher has not, and the teacher's own vetoes. */
function* additionsTo({ teachers, schools }: TeacherMarket, teacher: MarketTeacher): Generator<Change> {
  for (const of of teacher.vetoes) yield { kind: 'veto', by: 'teacher', of }
  for (const of of teacher.buddyVetoes) yield { kind: 'veto', by: 'buddy', of }
  const own = schools.find(({ id }) => id === teacher.school)?.sector ?? ''
  const lists = [
    ['period', teachers.flatMap(({ periods }) => periods), teacher.periods],
    ['subject', teachers.map(({ subject }) => subject), [teacher.subject, ...teacher.otherSubjects]],
    ['sector', schools.map(({ sector }) => sector), [own, ...teacher.otherSectors]],
    ['qualification', teachers.map(({ requires }) => requires), ['', ...teacher.qualifications]],
  ] as const
  for (const [kind, all, have] of lists)
    for (const add of new Set<string>(all)) if (!have.includes(add)) yield { kind, add }
}

/** Whole kilometres, so that nobody's school is told by them. */
function leastRadius({ market, trial, vertex }: Search, teacher: MarketTeacher): Change | undefined {
  const { system, teachers, schools } = market
  const placeOf = new Map(schools.map(({ id, place }) => [id, place]))
  const from = teacher.place ?? placeOf.get(teacher.school)
  const farther = (more: number) => ({ kind: 'radius', more }) as const
  const reachable = trial.edgesOf({ ...teacher, radius: 1000 }).flatMap(({ to }) => {
    const place = placeOf.get(teachers[to]?.school ?? '')
    return from === undefined || place === undefined || to === vertex ? [] : [kilometres(system, from, place)]
  })
  const steps = reachable.map((km) => Math.ceil(km - teacher.radius)).filter((more) => teacher.radius + more <= 1000)
  return leastOf(steps, farther, (change) => trial.worthWith(changed(teacher, change)) > trial.rest)
}

function leastTolerance({ market, trial }: Search, teacher: MarketTeacher): Change | undefined {
  const wider = (steps: number) => ({ kind: 'tolerance', more: thousandths(steps * partTimeStep) }) as const
  const steps = trial.edgesOf({ ...teacher, tolerance: widest }).map(({ to }) => {
    const other = market.teachers[to]?.partTime ?? 0
    return Math.ceil((Math.abs(teacher.partTime - other) - teacher.tolerance) / partTimeStep - 1e-6)
  })
  return leastOf(steps, wider, (change) => trial.worthWith(changed(teacher, change)) > trial.rest)
}

/** The least of steps of 1 or more that is enough: what is enough stays so with more. */
function leastOf(
  steps: readonly number[],
  changeOf: (step: number) => Change,
  isEnough: (change: Change) => boolean,
): Change | undefined {
  const tries = [...new Set(steps)].filter((step) => step >= 1).toSorted((one, other) => one - other)
  let [low, high] = [0, tries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isEnough(changeOf(tries[middle] ?? 0))) high = middle
    else low = middle + 1
  }
  const least = tries[low]
  return least === undefined ? undefined : changeOf(least)
}

/** More or less work: another factor gains some jobs and loses others, so that every step is tried, small ones first. */
function leastPartTime({ trial }: Search, teacher: MarketTeacher): Change | undefined {
  for (let steps = 1; steps * partTimeStep < 1; steps++)
    for (const more of [thousandths(steps * partTimeStep), thousandths(-steps * partTimeStep)]) {
      const change = { kind: 'part-time', more } as const
      const { partTime } = changed(teacher, change)
      const isPossible = partTime >= 0.1 && partTime <= 1
      if (isPossible && trial.worthWith(changed(teacher, change)) > trial.rest) return change
    }
  return undefined
}
