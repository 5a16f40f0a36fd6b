/** What share of reference levels is asked: the fundamental level, and the target level (1S for arithmetic, 2F for language). */
export type Indicator = '1F' | '1S/2F'

export const indicators: readonly Indicator[] = ['1F', '1S/2F']

/** The subjects that are tested, each with its own reference levels. */
export type Domain = 'reading' | 'language' | 'arithmetic'

export const domains: readonly Domain[] = ['reading', 'language', 'arithmetic']

/** What of a school is compared: its three domains taken together, so that one can make up for another, or one of them. */
export type Aspect = 'together' | Domain

export interface NormClass {
  /** Schoolweging from `from` up to, not including, `to`; the last class has its end too. */
  readonly from: number
  readonly to: number
  /** Percentage that must be reached: at least this is above. */
  readonly value: number
  /** How the value came about, where it was derived. */
  readonly derived?: DerivedValue
}

export interface DerivedValue {
  readonly schools: number
  /** Schools of this class below the norm for the domains together. */
  readonly below: number
  /** The lowest and highest value that the masked cells allow. */
  readonly masked: readonly [number, number]
  /** 95 % interval for the value over other schools like these; null where the class is too small for one. */
  readonly sampling: readonly [number | null, number | null]
}

export interface NormTable {
  readonly indicator: Indicator
  readonly aspect: Aspect
  /** One value for all schools, or a value per class of schoolweging, in order and without gaps. */
  readonly values: { readonly flat: number } | { readonly byWeighting: readonly NormClass[] }
}

/** A version of the norms, as data. */
export interface NormSet {
  readonly id: string
  readonly title: string
  readonly source: string
  /** Id of the norms for the domains together that these are as strict as, where they were derived. */
  readonly basedOn?: string
  /** The first day on which schools were judged with it, `2025-08-01`. */
  readonly validFrom: string
  /** The school years whose results it is for. */
  readonly schoolYears: readonly string[]
  /** Fewer pupils than this in those years, and a school is judged over more years: not with these norms. */
  readonly minimumPupils: number
  readonly tables: readonly NormTable[]
}

export type NormFound =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly reason: 'weighting-missing' | 'weighting-outside-table' | 'no-norm' }

/** The percentage that a school with that schoolweging must reach. */
export function normFor(set: NormSet, indicator: Indicator, aspect: Aspect, weighting: number | undefined): NormFound {
  const table = set.tables.find((each) => each.indicator === indicator && each.aspect === aspect)
  if (table === undefined) return { ok: false, reason: 'no-norm' }
  if ('flat' in table.values) return { ok: true, value: table.values.flat }
  if (weighting === undefined) return { ok: false, reason: 'weighting-missing' }
  const found = classOf(table.values.byWeighting, weighting)
  return found === undefined ? { ok: false, reason: 'weighting-outside-table' } : { ok: true, value: found.value }
}

/** The class that a schoolweging falls in. */
export function classOf<Class extends { readonly from: number; readonly to: number }>(
  classes: readonly Class[],
  weighting: number,
): Class | undefined {
  // CBS gives a weighting of 20 to 40, both included: the Inspectorate's file puts 40 into [39,40).
  const last = classes.at(-1)
  if (last !== undefined && weighting === last.to) return last
  return classes.find(({ from, to }) => from <= weighting && weighting < to)
}
