import type { DataColumn, ModelData } from './data/model-data.ts'

/** Columns as the data of a model, for tests and examples: texts become factors in order of first occurrence. */
export function madeUpData(columns: Readonly<Record<string, readonly (number | string)[]>>): ModelData {
  const rowCount = Object.values(columns)[0]?.length ?? 0
  const known = Object.keys(columns)
  const coded = (values: readonly (number | string)[]) => {
    const levels = [...new Set(values.map(String))]
    const places = new Map(levels.map((level, k) => [level, k]))
    return { codes: Int32Array.from(values, (value) => places.get(String(value)) ?? -1), levels }
  }
  return {
    rowCount,
    placeOf: (row, name) => ({ line: row + 2, column: known.indexOf(name) + 1 }),
    grouping: (name) => {
      const values = columns[name]
      return values === undefined
        ? { ok: false, reason: 'unknown-column', name, known }
        : { ok: true, ...coded(values) }
    },
    effect: (name) => {
      const values = columns[name]
      if (values === undefined) return { ok: false, reason: 'unknown-column', name, known }
      const column: DataColumn = values.every((value) => typeof value === 'number')
        ? { kind: 'number', values: Float64Array.from(values, Number) }
        : { kind: 'factor', ...coded(values) }
      return { ok: true, column }
    },
  }
}
