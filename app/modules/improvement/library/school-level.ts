/** Of which pupils a lesson is, in the words of EduStandaard: 'groep 5', '2 havo' or 'klas 3' as a school writes it. */
export interface SchoolLevel {
  /** Of vdex_context_czp_20060628. */
  readonly context: 'PO' | 'VO'
  /** Of vdex_classification_educationallevel_czp_20071115. */
  readonly id: string
  readonly name: string
  /** Years old, as pupils usually are; null where the year is not known. */
  readonly ages: { readonly from: number; readonly to: number } | null
}

/** Levels that are named in a text, each once; none where it can't be told. */
export function schoolLevels(text: string): readonly SchoolLevel[] {
  const lower = text.toLowerCase()
  const found = new Map<string, SchoolLevel>()
  for (const [, first, last] of lower.matchAll(
    /\bgroep(?:en)?\s*([1-8])(?!\d)(?:\s*(?:\/|-|–|en|t\/m|tot en met)\s*([1-8])(?!\d))?/g,
  )) {
    const [from, to] = [Number(first), Number(last ?? first)]
    for (let group = from; group <= to; group++) {
      const ages = { from: group + 3, to: group + 4 }
      found.set(`po_groep${group}`, { context: 'PO', id: `po_groep${group}`, name: `PO groep ${group}`, ages })
    }
  }
  for (const [, before, kind, after] of lower.matchAll(
    /(?:\b([1-6])\s*)?\b(havo|vwo|vmbo|gymnasium|atheneum|mavo)\b(?:\s*([1-6])(?!\d))?/g,
  )) {
    const year = Number(before ?? after ?? 0)
    const type = kind === 'havo' ? 'havo' : kind === 'vmbo' || kind === 'mavo' ? 'vmbo' : 'vwo'
    const years = { havo: 5, vwo: 6, vmbo: 0 }[type]
    // Of vmbo the list has years of each track only, which a school's words don't tell.
    const id = year >= 1 && year <= years ? `${type}${year}` : type
    const name = id === type ? type.toUpperCase() : `${type.toUpperCase()}, ${year}`
    found.set(id, { context: 'VO', id, name, ages: agesIn(year) })
  }
  if (found.size === 0) {
    const year = Number(/\b(?:klas|leerjaar)\s*([1-6])(?!\d)/.exec(lower)?.[1] ?? (lower.includes('brugklas') ? 1 : 0))
    if (year > 0) found.set('VO', { context: 'VO', id: 'VO', name: 'Voortgezet onderwijs', ages: agesIn(year) })
  }
  return [...found.values()]
}

const agesIn = (year: number) => (year === 0 ? null : { from: year + 11, to: year + 12 })
