import type { Dimension } from '../table/dimension.ts'
import type { PublishedRate, PublishedTable, SameCell } from './published-table.ts'

/** A count as the attacker sees it: a known part, plus unknown bottom cells (by number of variable). */
export interface Expression {
  readonly known: number
  readonly unknown: readonly number[]
}

/** What is published about the unknown bottom cells: `low ≤ Σ coefficient · variable ≤ high`. */
export interface Fact {
  readonly variables: readonly number[]
  readonly coefficients: readonly number[]
  readonly low: number
  readonly high: number
  /** Where it is published. */
  readonly table: number
  readonly cell: number
}

export interface Formulation {
  /** The least that each variable can be. */
  readonly lower: readonly number[]
  readonly facts: readonly Fact[]
  /** Of each table the suppressed cells, with what they stand for. */
  readonly suppressed: readonly {
    readonly table: number
    readonly cell: number
    readonly expression: Expression
    /** The published cells that it is the sum of, where no unknown one is among them. */
    readonly parts: readonly number[]
  }[]
  /** A published total that isn't the sum of what is published below it. */
  readonly contradiction?: { readonly table: number; readonly cell: number; readonly sum: number }
}

/**
 * What is known of published tables, in terms of the suppressed bottom cells alone: a variable of at least `least` for each, and one
 * fact for each published total above one. Nothing of the protector is used: no sums between totals, no true counts.
 */
export function formulate(
  tables: readonly PublishedTable[],
  same: readonly SameCell[] = [],
  rates: readonly PublishedRate[] = [],
  least = 0,
): Formulation {
  const lower: number[] = []
  const facts: Fact[] = []
  const suppressed: { table: number; cell: number; expression: Expression; parts: readonly number[] }[] = []
  let contradiction: Formulation['contradiction']
  const expressionsOf = tables.map(({ dimensions, values, beside }, table) => {
    const leastOf = (cell: number): number => (beside?.has(cell) ? 0 : least)
    const below = bottomsBelow(dimensions)
    const variables = new Map<number, number>()
    const expressions: (Expression | undefined)[] = []
    // First the bottom cells: each suppressed one is a variable.
    values.forEach((value, cell) => {
      const bottoms = below(cell)
      if (bottoms.length === 1 && bottoms[0] === cell && Number.isNaN(value))
        variables.set(cell, lower.push(leastOf(cell)) - 1)
    })
    values.forEach((value, cell) => {
      let known = 0
      const unknown: number[] = []
      for (const bottom of below(cell)) {
        const variable = variables.get(bottom)
        if (variable === undefined) known += values[bottom] ?? 0
        else unknown.push(variable)
      }
      const expression = { known, unknown }
      expressions.push(expression)
      if (Number.isNaN(value)) {
        suppressed.push({ table, cell, expression, parts: unknown.length === 0 ? below(cell) : [] })
        // A suppressed total is at least so much as well, which its parts need not say.
        if (
          unknown.length > 0 &&
          leastOf(cell) > unknown.reduce((sum, variable) => sum + (lower[variable] ?? 0), known)
        )
          facts.push({ ...plain(unknown), low: least - known, high: Number.POSITIVE_INFINITY, table, cell })
      } else if (unknown.length > 0)
        facts.push({ ...plain(unknown), low: value - known, high: value - known, table, cell })
      else if (known !== value) contradiction ??= { table, cell, sum: known }
    })
    return expressions
  })
  for (const { table, cell, otherTable, otherCell } of same) {
    const [one, other] = [expressionsOf[table]?.[cell], expressionsOf[otherTable]?.[otherCell]]
    if (one === undefined || other === undefined) continue
    const gap = other.known - one.known
    facts.push({ ...combine(one, other, -1), low: gap, high: gap, table, cell })
  }
  for (const { table, numerator, denominator, low, high } of rates) {
    const [top, bottom] = [expressionsOf[table]?.[numerator], expressionsOf[table]?.[denominator]]
    if (top === undefined || bottom === undefined) continue
    const infinity = Number.POSITIVE_INFINITY
    const [atLeast, atMost] = [low * bottom.known - top.known, high * bottom.known - top.known]
    facts.push({ ...combine(top, bottom, -low), low: atLeast, high: infinity, table, cell: numerator })
    facts.push({ ...combine(top, bottom, -high), low: -infinity, high: atMost, table, cell: numerator })
  }
  return { lower, facts, suppressed, ...(contradiction === undefined ? {} : { contradiction }) }
}

function plain(unknown: readonly number[]): Pick<Fact, 'variables' | 'coefficients'> {
  return { variables: unknown, coefficients: unknown.map(() => 1) }
}

/** one + factor · other, each variable once. */
function combine(one: Expression, other: Expression, factor: number): Pick<Fact, 'variables' | 'coefficients'> {
  const all = new Map(one.unknown.map((variable) => [variable, 1]))
  for (const variable of other.unknown) all.set(variable, (all.get(variable) ?? 0) + factor)
  const entries = [...all].filter(([, coefficient]) => coefficient !== 0)
  return {
    variables: entries.map(([variable]) => variable),
    coefficients: entries.map(([, coefficient]) => coefficient),
  }
}

/** The bottom cells that a cell is the sum of; itself where it is one. */
function bottomsBelow(dimensions: readonly Dimension[]): (cell: number) => readonly number[] {
  const nodes = dimensions.map(({ labels, parent }) => {
    const isTotal = labels.map(() => false)
    for (const up of parent) if (up >= 0) isTotal[up] = true
    const lists: number[][] = labels.map(() => [])
    for (const bottom of labels.keys())
      if (!isTotal[bottom]) for (let up = bottom; up >= 0; up = parent[up] ?? -1) lists[up]?.push(bottom)
    return lists
  })
  return (cell) => {
    let rest = cell
    let stride = 1
    let cells: readonly number[] = [0]
    for (const [axis, { labels }] of [...dimensions.entries()].toReversed()) {
      const node = rest % labels.length
      rest = (rest - node) / labels.length
      const steps = (nodes[axis]?.[node] ?? []).map((bottom) => bottom * stride)
      const have = cells
      cells =
        steps.length === 1
          ? have.map((each) => each + (steps[0] ?? 0))
          : steps.flatMap((step) => have.map((each) => each + step))
      stride *= labels.length
    }
    return cells
  }
}
