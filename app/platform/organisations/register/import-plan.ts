import type { RegisterFile, Sector } from './register-file.ts'
import type { RegisterRow, RowRefusal, SchoolFacts } from './register-row.ts'

/** A school of the register: the facts of its newest file, and what older files add. Days are vintages of files. */
export interface RegisterSchool {
  readonly code: string
  readonly sector: Sector
  readonly facts: SchoolFacts
  readonly firstSeen: string
  readonly lastSeen: string
  /** The first vintage of its sector after `lastSeen`, where it is missing; null while it stands in the newest. */
  readonly closedSince: string | null
  /** Every name it was seen under, oldest first, its present name among them. */
  readonly names: readonly SeenName[]
}

export interface SeenName {
  readonly name: string
  readonly first: string
  readonly last: string
}

export type RowOutcome =
  | { readonly line: number; readonly outcome: 'added' | 'unchanged'; readonly code: string }
  | {
      readonly line: number
      readonly outcome: 'updated'
      readonly code: string
      readonly changed: readonly ChangedFact[]
    }
  | { readonly line: number; readonly outcome: 'refused'; readonly refusal: RowRefusal }

export type ChangedFact = keyof SchoolFacts | 'closedSince' | 'names'

export interface ImportCounts {
  /** Rows of the file, header and blank lines aside: added + updated + unchanged + refused. */
  readonly rows: number
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly refused: number
  /** Schools that this file shows to be closed: not in it, or in it and missing from a newer one. */
  readonly closed: number
  /** Schools that were closed and stand in this file again. */
  readonly reopened: number
  /** Schools of which this file brings another name. */
  readonly renamed: number
}

export interface ImportPlan {
  readonly counts: ImportCounts
  readonly outcomes: readonly RowOutcome[]
  /** Rows to write, each school once. Empty when the file says nothing new. */
  readonly writes: readonly RegisterSchool[]
  /** Schools that are closed by what this file says, and were not before. */
  readonly closed: readonly string[]
  /** Those of them that stood open in the register and are not in the file. */
  readonly closing: readonly string[]
  readonly openBefore: number
}

/**
 * What a file of one vintage changes in the register. Pure. The outcome is the same in whatever order files come in: the
 * newest vintage gives the facts, each vintage its names, and a school is closed since the first vintage after its last.
 */
export function planImport(input: {
  readonly file: Pick<RegisterFile, 'sector' | 'rows' | 'refused'>
  readonly vintage: string
  readonly register: ReadonlyMap<string, RegisterSchool>
  /** Vintages of this sector that were imported before. */
  readonly vintages: readonly string[]
}): ImportPlan {
  const { file, vintage, register } = input
  const vintages = [...new Set([...input.vintages, vintage])].sort()
  const outcomes: RowOutcome[] = file.refused.map(({ line, refusal }) => ({ line, outcome: 'refused', refusal }))
  const seen = new Map<string, RegisterSchool>()

  for (const row of file.rows) {
    const before = seen.get(row.code) ?? register.get(row.code)
    if (before !== undefined && before.sector !== file.sector) {
      const refusal = { reason: 'other-sector', code: row.code } as const
      outcomes.push({ line: row.line, outcome: 'refused', refusal })
      continue
    }
    const after = observe(before, row, file.sector, vintage, vintages)
    seen.set(row.code, after)
    outcomes.push(outcomeOf(before, after, row))
  }

  const closing: RegisterSchool[] = []
  let openBefore = 0
  for (const school of register.values()) {
    if (school.sector !== file.sector) continue
    if (school.closedSince === null) openBefore += 1
    // Any school may stand in a row that can't be read: such a file tells nothing of schools that it lacks.
    if (file.refused.length > 0) continue
    if (seen.has(school.code) || school.lastSeen >= vintage) continue
    if (school.closedSince === null || school.closedSince > vintage) closing.push(school)
  }
  const closed = closing.map((school): RegisterSchool => ({ ...school, closedSince: vintage }))
  const changed = [...seen.values()].filter((school) => !isSame(register.get(school.code), school))
  const count = (outcome: RowOutcome['outcome']) => outcomes.filter((one) => one.outcome === outcome).length
  const newlyClosed = [...changed, ...closed].filter(
    (school) => school.closedSince !== null && (register.get(school.code)?.closedSince ?? null) === null,
  )
  return {
    counts: {
      rows: outcomes.length,
      added: count('added'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      refused: count('refused'),
      closed: newlyClosed.length,
      reopened: changed.filter((school) => school.closedSince === null && register.get(school.code)?.closedSince)
        .length,
      renamed: changed.filter(
        (school) => school.names.length > (register.get(school.code)?.names ?? school.names).length,
      ).length,
    },
    outcomes: outcomes.sort((a, b) => a.line - b.line),
    writes: [...changed, ...closed],
    closed: newlyClosed.map((school) => school.code),
    closing: closing.filter((school) => school.closedSince === null).map((school) => school.code),
    openBefore,
  }
}

function observe(
  before: RegisterSchool | undefined,
  row: RegisterRow,
  sector: Sector,
  vintage: string,
  vintages: readonly string[],
): RegisterSchool {
  const lastSeen = before === undefined || vintage > before.lastSeen ? vintage : before.lastSeen
  const isNewest = before === undefined || vintage >= before.lastSeen
  const facts = isNewest ? row.facts : before.facts
  // Older files have no column for the holiday region: what another file says of it stays.
  const holidayRegion = facts.holidayRegion ?? (isNewest ? before?.facts : row.facts)?.holidayRegion ?? null
  return {
    code: row.code,
    sector,
    facts: { ...facts, holidayRegion },
    firstSeen: before === undefined || vintage < before.firstSeen ? vintage : before.firstSeen,
    lastSeen,
    closedSince: vintages.find((other) => other > lastSeen) ?? null,
    names: withName(before?.names ?? [], row.facts.name, vintage),
  }
}

function withName(names: readonly SeenName[], name: string, vintage: string): readonly SeenName[] {
  // A name that was seen in this vintage alone was put right by a newer file of the same day.
  const kept = names.filter((one) => one.name === name || one.first !== vintage || one.last !== vintage)
  const known = kept.find((one) => one.name === name)
  const first = known === undefined || vintage < known.first ? vintage : known.first
  const last = known === undefined || vintage > known.last ? vintage : known.last
  return [...kept.filter((one) => one !== known), { name, first, last }].sort(
    (a, b) => a.first.localeCompare(b.first) || a.last.localeCompare(b.last) || (a.name < b.name ? -1 : 1),
  )
}

function outcomeOf(before: RegisterSchool | undefined, after: RegisterSchool, row: RegisterRow): RowOutcome {
  const { line, code } = row
  if (before === undefined) return { line, outcome: 'added', code }
  // The keys of an object that is written out in full above.
  const changed: ChangedFact[] = (Object.keys(after.facts) as (keyof SchoolFacts)[]).filter(
    (fact) => before.facts[fact] !== after.facts[fact],
  )
  if (before.closedSince !== after.closedSince) changed.push('closedSince')
  if (after.names.length > before.names.length) changed.push('names')
  return changed.length === 0 ? { line, outcome: 'unchanged', code } : { line, outcome: 'updated', code, changed }
}

function isSame(a: RegisterSchool | undefined, b: RegisterSchool): boolean {
  return a !== undefined && JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))
}

/** Keys of facts in one order: a school that comes from the database has its own. */
function inOrder(school: RegisterSchool): readonly unknown[] {
  const facts = Object.entries(school.facts).sort(([a], [b]) => (a < b ? -1 : 1))
  const names = school.names.map(({ name, first, last }) => [name, first, last])
  return [school.code, school.sector, facts, school.firstSeen, school.lastSeen, school.closedSince, names]
}
