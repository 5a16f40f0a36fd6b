/**
 * How well a programme fits a candidate, in points, with the reasons. Points and criteria are data, with a version: who wants
 * other advice changes the data, and an old advice can be explained with the data of its day.
 */
export interface FitWeights {
  readonly version: string
  readonly criteria: readonly FitCriterion[]
}

interface Common {
  readonly criterion: CriterionId
  /** The most points that it gives, whole and ≥ 0. */
  readonly of: number
}

/** What a sentence can be said about. */
export type CriterionId =
  | 'subject'
  | 'qualification'
  | 'form'
  | 'travel'
  | 'shortage'
  | 'experience'
  | 'language'
  | 'start'

export type FitCriterion =
  /** All points where something on the candidate's list is on the programme's list. */
  | (Common & { readonly kind: 'shared'; readonly field: string })
  /** Points by the share of what the programme asks that the candidate has. */
  | (Common & { readonly kind: 'covers'; readonly field: string })
  /** All points up to `full`, none from `none`, in between by the share: minutes of travel, say. `full` < `none`. */
  | (Common & { readonly kind: 'at-most'; readonly field: string; readonly full: number; readonly none: number })
  /** All points from `full`, none up to `none`, in between by the share: years of experience, say. `none` < `full`. */
  | (Common & { readonly kind: 'at-least'; readonly field: string; readonly full: number; readonly none: number })
  /** All points where the programme says yes, whoever the candidate is: a subject with a shortage, say. */
  | (Common & { readonly kind: 'offered'; readonly field: string })

export type FitValue = string | number | boolean | readonly string[]

/** What is known of a candidate; what depends on the programme, such as travel, is under `at`, by id of the programme. */
export interface FitProfile {
  readonly values: Readonly<Record<string, FitValue>>
  readonly at?: Readonly<Record<string, Readonly<Record<string, FitValue>>>>
}

export interface FitProgramme {
  readonly id: string
  readonly values: Readonly<Record<string, FitValue>>
}

export interface FitReason {
  readonly criterion: CriterionId
  /** Whole, 0 ≤ points ≤ of. */
  readonly points: number
  readonly of: number
  /** `unknown`: a side says nothing, or something of another kind. No points, and worth asking. */
  readonly verdict: 'full' | 'part' | 'none' | 'unknown'
}

export interface Fit {
  readonly version: string
  /** The sum of the points of the reasons, exactly. */
  readonly score: number
  readonly of: number
  readonly reasons: readonly FitReason[]
}

/** Points in whole numbers, rounded down where a criterion is met in part, so that reasons add up to the score. */
export function fitScore(profile: FitProfile, programme: FitProgramme, weights: FitWeights): Fit {
  const own = profile.at?.[programme.id] ?? {}
  const reasons = weights.criteria.map((criterion): FitReason => {
    const mine = own[criterion.field] ?? profile.values[criterion.field]
    const share = shareOf(criterion, mine, programme.values[criterion.field])
    const points = share === undefined ? 0 : Math.floor(criterion.of * share + 1e-9)
    const verdict = share === undefined ? 'unknown' : share >= 1 ? 'full' : points > 0 ? 'part' : 'none'
    return { criterion: criterion.criterion, points, of: criterion.of, verdict }
  })
  return {
    version: weights.version,
    score: reasons.reduce((sum, { points }) => sum + points, 0),
    of: reasons.reduce((sum, { of }) => sum + of, 0),
    reasons,
  }
}

/**
 * Preferences where nobody gave a list: programmes by score, best first, those with the same score as good as each other. Left
 * out is what scores less than `least`. The form is that of `preferences` in the file of an admission.
 */
export function preferencesByFit(
  profile: FitProfile,
  programmes: readonly FitProgramme[],
  weights: FitWeights,
  least = 1,
): readonly (string | readonly string[])[] {
  const byScore = Map.groupBy(programmes, (programme) => fitScore(profile, programme, weights).score)
  return [...byScore]
    .filter(([score]) => score >= least)
    .toSorted(([one], [other]) => other - one)
    .map(([, group]) => {
      const ids = group.map(({ id }) => id)
      return ids.length === 1 ? (ids[0] ?? '') : ids
    })
}

/** What is wrong with weights: a criterion twice, points that are not whole, limits that are the wrong way round. */
export function checkWeights({
  criteria,
}: FitWeights): readonly { readonly criterion: string; readonly why: WrongWeight }[] {
  const seen = new Set<string>()
  return criteria.flatMap((its) => {
    const why: WrongWeight[] = []
    if (seen.has(its.criterion)) why.push('twice')
    seen.add(its.criterion)
    if (!Number.isSafeInteger(its.of) || its.of < 0) why.push('points-not-whole')
    if (its.kind === 'at-most' && !(its.full < its.none)) why.push('limits-turned')
    if (its.kind === 'at-least' && !(its.none < its.full)) why.push('limits-turned')
    return why.map((one) => ({ criterion: its.criterion, why: one }))
  })
}

export type WrongWeight = 'twice' | 'points-not-whole' | 'limits-turned'

/** Between 0 and 1; undefined where that cannot be told. */
function shareOf(
  criterion: FitCriterion,
  mine: FitValue | undefined,
  theirs: FitValue | undefined,
): number | undefined {
  switch (criterion.kind) {
    case 'offered':
      return typeof theirs === 'boolean' ? Number(theirs) : undefined
    case 'shared': {
      const [have, ask] = [listOf(mine), listOf(theirs)]
      return have && ask && (ask.some((one) => have.includes(one)) ? 1 : 0)
    }
    case 'covers': {
      const [have, ask] = [listOf(mine), listOf(theirs)]
      if (have === undefined || ask === undefined) return undefined
      return ask.length === 0 ? 1 : ask.filter((one) => have.includes(one)).length / ask.length
    }
    case 'at-most':
    case 'at-least': {
      if (typeof mine !== 'number' || !Number.isFinite(mine)) return undefined
      const share = (criterion.none - mine) / (criterion.none - criterion.full)
      return Math.min(1, Math.max(0, share))
    }
  }
}

/** Different texts; one text is a list of one. */
function listOf(value: FitValue | undefined): readonly string[] | undefined {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' ? [...new Set(value)] : undefined
}
