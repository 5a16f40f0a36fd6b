import type { MarketInput, MarketRules, MarketSchool, MarketTeacher } from './market.ts'

/** What is wrong with one value: in which list, on which row from 0, in which field. */
export type MarketProblem = {
  readonly list: 'teachers' | 'schools'
  readonly row: number
  readonly field: keyof MarketTeacher | keyof MarketSchool
} & (
  | { readonly reason: 'blank' }
  /** `earlier`: the row that has it too. */
  | { readonly reason: 'id-twice'; readonly text: string; readonly earlier: number }
  | { readonly reason: 'unknown-school'; readonly text: string }
  /** Neither a teacher nor a school. */
  | { readonly reason: 'unknown-veto'; readonly text: string }
  | {
      readonly reason: 'out-of-range'
      readonly text: string
      readonly least: number
      readonly most: number
      /** Of a place. */
      readonly axis?: 'x' | 'y'
    }
  | { readonly reason: 'no-level'; readonly text: string; readonly most: number }
)

type Found = Omit<MarketProblem, 'list' | 'row'>

/** Everything that is wrong with teachers and schools, in their order; what has none can be given to `buildMarket`. */
export function checkMarket(
  { system, teachers, schools }: MarketInput,
  { levels }: MarketRules,
): readonly MarketProblem[] {
  const problems: MarketProblem[] = []
  const ids = new Set([...teachers, ...schools].map(({ id }) => id))
  const schoolIds = new Set(schools.map(({ id }) => id))
  const placeRanges =
    system === 'rd' ? { x: [-7000, 300_000], y: [289_000, 629_000] } : { x: [-180, 180], y: [-90, 90] }
  const checkers = (list: MarketProblem['list'], row: number) => {
    type Reason = MarketProblem extends infer Each
      ? Each extends MarketProblem
        ? Omit<Each, 'list' | 'row'>
        : never
      : never
    const tell = (problem: Reason) => problems.push({ list, row, ...problem })
    const within = (field: Found['field'], value: number, least: number, most: number, axis?: 'x' | 'y') => {
      if (value >= least && value <= most) return
      tell({ field, reason: 'out-of-range', text: `${value}`, least, most, ...(axis === undefined ? {} : { axis }) })
    }
    return {
      tell,
      within,
      filled(field: Found['field'], text: string) {
        if (text === '') tell({ field, reason: 'blank' })
      },
      known(field: Found['field'], vetoes: readonly string[]) {
        for (const text of vetoes) if (!ids.has(text)) tell({ field, reason: 'unknown-veto', text })
      },
      place({ x, y }: { readonly x: number; readonly y: number }) {
        const [left = 0, right = 0] = placeRanges.x
        const [low = 0, high = 0] = placeRanges.y
        within('place', x, left, right, 'x')
        within('place', y, low, high, 'y')
      },
      levels(field: Found['field'], of: Readonly<Record<string, number>>, most: number) {
        for (const [theme, level] of Object.entries(of))
          if (!(Number.isInteger(level) && level >= 0 && level <= most))
            tell({ field, reason: 'no-level', text: `${theme}:${level}`, most })
      },
    }
  }
  const firstTeacher = new Map<string, number>()
  for (const [row, teacher] of teachers.entries()) {
    const check = checkers('teachers', row)
    const { id, school } = teacher
    const earlier = firstTeacher.get(id)
    if (earlier === undefined) firstTeacher.set(id, row)
    else if (id !== '') check.tell({ field: 'id', reason: 'id-twice', text: id, earlier })
    for (const field of ['id', 'school', 'subject', 'year'] as const) check.filled(field, teacher[field])
    if (school !== '' && !schoolIds.has(school)) check.tell({ field: 'school', reason: 'unknown-school', text: school })
    if (teacher.periods.length === 0) check.filled('periods', '')
    check.within('partTime', teacher.partTime, 0.01, 1.2)
    check.within('tolerance', teacher.tolerance, 0, 1.2)
    check.within('radius', teacher.radius, 0, 1000)
    check.known('vetoes', teacher.vetoes)
    check.known('buddyVetoes', teacher.buddyVetoes)
    if (teacher.place !== undefined) check.place(teacher.place)
  }
  const firstSchool = new Map<string, number>()
  for (const [row, school] of schools.entries()) {
    const check = checkers('schools', row)
    const earlier = firstSchool.get(school.id)
    if (earlier === undefined) firstSchool.set(school.id, row)
    else if (school.id !== '') check.tell({ field: 'id', reason: 'id-twice', text: school.id, earlier })
    for (const field of ['id', 'sector'] as const) check.filled(field, school[field])
    check.levels('expertise', school.expertise, levels.expertise)
    check.levels('goals', school.goals, levels.goal)
    check.known('vetoes', school.vetoes)
    check.place(school.place)
  }
  return problems
}
