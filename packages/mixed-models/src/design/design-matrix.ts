import type { DataColumn } from '../data/model-data.ts'
import type { Terms } from '../formula/terms.ts'
import { type DesignColumn, interceptName, multipliersOf } from './design-column.ts'

/**
 * The columns that R's `model.matrix` makes of terms, in its order and with its names, under treatment contrasts. In a
 * product the levels of the first variable run fastest.
 */
export function designColumns(
  { intercept, variables, terms }: Terms,
  columnOf: ReadonlyMap<string, DataColumn>,
): readonly DesignColumn[] {
  const columns: DesignColumn[] = intercept ? [{ name: interceptName, factors: [] }] : []
  const variable = (place: number): { readonly name: string; readonly column: DataColumn } => {
    const name = variables[place]?.name ?? ''
    const column = columnOf.get(name)
    if (column === undefined) throw new Error(`The frame has no ${name}`)
    return { name, column }
  }
  // Without an intercept the first factor that stands alone keeps all its levels (R's modelmatrix does the same).
  const firstFactor = intercept
    ? undefined
    : terms.find(
        ([place, ...more]) => place !== undefined && more.length === 0 && variable(place).column.kind === 'factor',
      )
  for (const [k, term] of terms.entries()) {
    let products: readonly DesignColumn[] = [{ name: '', factors: [] }]
    for (const place of term) {
      const { name, column } = variable(place)
      const allLevels = term === firstFactor || !hasMargin(terms.slice(0, k), term, place)
      const next = multipliersOf(name, column, allLevels)
      products = next.flatMap((added) =>
        products.map((product) => ({
          name: product.name === '' ? added.name : `${product.name}:${added.name}`,
          factors: [...product.factors, added.multiplier],
        })),
      )
    }
    columns.push(...products)
  }
  return columns
}

/**
 * Whether an earlier term holds all other variables of the term, so that this variable may be coded by contrasts
 * (Chambers & Hastie, Statistical Models in S, p. 38, as R's `TermCode` does it).
 */
function hasMargin(earlier: readonly (readonly number[])[], term: readonly number[], place: number): boolean {
  const others = term.filter((each) => each !== place)
  return others.length === 0 || earlier.some((margin) => others.every((each) => margin.includes(each)))
}
