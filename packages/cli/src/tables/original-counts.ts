import type { CountTable } from '@kantelpunt/disclosure'
import { badInput } from './open-tables.ts'
import type { TableOptions } from './table-options.ts'
import { prepareTables } from './with-whole.ts'

/**
 * The counts that --original names, by the cells of the published tables: rows may stand in another order there. Undefined
 * where no original was named.
 */
export async function originalCounts(
  options: TableOptions,
  published: string,
  tables: readonly Pick<CountTable, 'dimensions'>[],
): Promise<readonly Float64Array[] | undefined | ReturnType<typeof badInput>> {
  const { original, files } = options
  const [own] = files
  if (original === undefined || own === undefined) return undefined
  const originals = await prepareTables(
    { ...options, files: [{ ...own, path: original }, ...files.slice(1)] },
    undefined,
  )
  if ('kind' in originals) return originals
  const { namesOf } = await import('@kantelpunt/disclosure')
  const counts: Float64Array[] = []
  for (const [table, { dimensions }] of tables.entries()) {
    const found = originals.tables[table]
    const stray = found && strayCategory(dimensions, found.dimensions)
    if (found === undefined || stray !== undefined)
      return badInput(`${published} and ${original} differ: only one of them has the category ${stray}.`)
    const countOf = new Map(
      Array.from(found.values, (count, cell) => [JSON.stringify(namesOf(found.dimensions, cell)), count]),
    )
    const size = dimensions.reduce((cells, { labels }) => cells * labels.length, 1)
    counts.push(
      Float64Array.from({ length: size }, (_, cell) => countOf.get(JSON.stringify(namesOf(dimensions, cell))) ?? 0),
    )
  }
  return counts
}

/** A category that only one of two tables has, with its dimension. */
function strayCategory(dimensions: CountTable['dimensions'], others: CountTable['dimensions']): string | undefined {
  for (const [axis, { name, labels }] of dimensions.entries()) {
    const theirs = others[axis]?.labels ?? []
    const [known, knownThere] = [new Set(labels), new Set(theirs)]
    const stray = labels.find((label) => !knownThere.has(label)) ?? theirs.find((label) => !known.has(label))
    if (stray !== undefined) return `"${stray}" in ${name}`
  }
  return undefined
}
