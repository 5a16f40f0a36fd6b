import { shortened } from '../cells/shortened.ts'
import { headerName } from './header-name.ts'
import { indicatorLayouts } from './indicator-layouts.ts'
import { inspectorateLayouts } from './inspectorate-layouts.ts'
import type { Layout, Meaning } from './layout.ts'
import { primaryLayouts } from './primary-layouts.ts'
import { secondaryLayouts } from './secondary-layouts.ts'

const layouts: readonly Layout[] = [...inspectorateLayouts, ...primaryLayouts, ...secondaryLayouts, ...indicatorLayouts]

/** A column that the layout knows, with its place in the table from 0. */
export interface KnownColumn {
  readonly index: number
  readonly header: string
  readonly meaning: Meaning
}

export interface Recognised {
  readonly layout: Layout
  readonly known: readonly KnownColumn[]
  /** Headers of columns that say nothing to this layout. */
  readonly ignored: readonly string[]
}

/** Why a table is none of the known files: what was recognised of the layout that comes nearest, and what it lacks. */
export interface Unrecognised {
  readonly nearest: Layout
  readonly recognised: readonly string[]
  readonly missing: readonly string[]
  readonly unknown: readonly string[]
}

/** Finds out by its header what file a table is, whatever the file is called; `more` are layouts that somebody wrote down. */
export function recognise(
  header: readonly string[],
  more: readonly Layout[] = [],
): ({ readonly ok: true } & Recognised) | ({ readonly ok: false } & Unrecognised) {
  const names = header.map(headerName)
  const fits = [...layouts, ...more].map((layout) => fit(layout, header, names))
  const [best] = fits.filter(({ missing }) => missing.length === 0).toSorted(byColumns)
  if (best !== undefined) {
    return { ok: true, layout: best.layout, known: best.known, ignored: others(header, best) }
  }
  const [nearest] = fits.toSorted(
    (one, other) => other.needed - other.missing.length - (one.needed - one.missing.length) || byColumns(one, other),
  )
  if (nearest === undefined) throw new Error('there are no layouts')
  return {
    ok: false,
    nearest: nearest.layout,
    recognised: nearest.known.map((column) => column.header),
    missing: nearest.missing,
    unknown: others(header, nearest),
  }
}

interface Fit {
  readonly layout: Layout
  readonly known: readonly KnownColumn[]
  readonly missing: readonly string[]
  readonly needed: number
}

function fit(layout: Layout, header: readonly string[], names: readonly string[]): Fit {
  const known = names.flatMap((name, index): readonly KnownColumn[] => {
    for (const rule of layout.columns) {
      const found = rule.form.exec(name)
      if (found === null) continue
      return [{ index, header: header[index] ?? '', meaning: rule.meaning(found) }]
    }
    return []
  })
  const needed = new Map<string, { readonly shown: string; met: boolean }>()
  for (const rule of layout.columns) {
    if (rule.needed === undefined) continue
    const key = rule.needed === true ? rule.shown : rule.needed
    const need = needed.get(key) ?? { shown: rule.shown, met: false }
    need.met ||= names.some((name) => rule.form.test(name))
    needed.set(key, need)
  }
  const missing = [...needed.values()].flatMap(({ shown, met }) => (met ? [] : [shown]))
  return { layout, known, missing, needed: needed.size }
}

function byColumns(one: Fit, other: Fit): number {
  return other.known.length - one.known.length
}

function others(header: readonly string[], { known }: Fit): readonly string[] {
  const places = new Set(known.map(({ index }) => index))
  return header.filter((name, index) => name !== '' && !places.has(index)).map(shortened)
}
