/** Where something is wrong: a file, its line (from 1) and the name of the column, as far as there is one. */
interface Place {
  readonly file: 'quotas' | 'pool' | 'options' | 'selected' | 'excluded'
  readonly line?: number
  readonly column?: string
}

type Wrong =
  | { readonly reason: 'empty-file' }
  | { readonly reason: 'row-width'; readonly expected: number; readonly found: number }
  | { readonly reason: 'unclosed-quote' }
  | { readonly reason: 'missing-column'; readonly known: readonly string[] }
  | { readonly reason: 'column-twice' }
  | { readonly reason: 'no-quotas' }
  | { readonly reason: 'blank-cell' }
  | { readonly reason: 'no-number'; readonly text: string }
  | { readonly reason: 'control-character'; readonly text: string }
  | { readonly reason: 'value-twice'; readonly feature: string; readonly value: string; readonly earlier: number }
  | { readonly reason: 'min-above-max'; readonly value: string; readonly min: number; readonly max: number }
  | { readonly reason: 'flex-narrower'; readonly value: string; readonly flex: number; readonly quota: number }
  /** `by` is how many seats too many or too few; line is where the feature first stands. */
  | { readonly reason: 'mins-above-seats'; readonly feature: string; readonly sum: number; readonly seats: number }
  | { readonly reason: 'maxes-below-seats'; readonly feature: string; readonly sum: number; readonly seats: number }
  | { readonly reason: 'seats-no-number'; readonly seats: number }
  | { readonly reason: 'at-most-no-number'; readonly most: number }
  | { readonly reason: 'no-people' }
  | { readonly reason: 'too-many-people'; readonly people: number; readonly most: number }
  | { readonly reason: 'seats-above-people'; readonly seats: number; readonly people: number }
  | { readonly reason: 'blank-id' }
  | { readonly reason: 'id-twice'; readonly id: string; readonly earlier: number }
  | {
      readonly reason: 'unknown-value'
      readonly text: string
      readonly near: string | undefined
      /** The first of the values that are known, and how many there are. */
      readonly known: readonly string[]
      readonly count: number
    }
  | { readonly reason: 'unknown-id'; readonly id: string }
  | { readonly reason: 'selected-and-excluded'; readonly id: string }
  | { readonly reason: 'selected-above-seats'; readonly selected: number; readonly seats: number }
  /** As many more with this reason: the first hundred are listed. */
  | { readonly reason: 'more'; readonly of: Exclude<PoolProblem['reason'], 'more'>; readonly count: number }

/** What has to be put right before anyone can be drawn, and where. */
export type PoolProblem = Place & Wrong

/** What was done to read the files, for a person to check. */
export type PoolNote =
  /** A column was found by a name that differs in capitals, spaces, or how its letters are coded. */
  | {
      readonly kind: 'column-matched'
      readonly file: 'quotas' | 'pool'
      readonly asked: string
      readonly found: string
    }
  /** So was a value, of this many people. */
  | {
      readonly kind: 'value-matched'
      readonly feature: string
      readonly found: string
      readonly value: string
      readonly people: number
    }
  | { readonly kind: 'id-matched'; readonly asked: string; readonly found: string }
  /** No column of ids was named: people are known by the number of their row, from 1 below the header. */
  | { readonly kind: 'row-numbers'; readonly idColumn: string | undefined }
  /** People of whom all these columns are blank: no rule keeps them apart. */
  | { readonly kind: 'nothing-shared'; readonly columns: readonly string[]; readonly people: number }
  /** People who share a place of which some columns are blank: they count as sharing it. */
  | {
      readonly kind: 'partly-blank'
      readonly columns: readonly string[]
      readonly shared: string
      readonly people: number
    }

const listedPerReason = 100

/** Collects problems: the first hundred of each reason in each file, and how many more there are. */
export class Problems {
  readonly #listed: PoolProblem[] = []
  readonly #counts = new Map<string, { readonly first: PoolProblem; count: number }>()

  add(problem: PoolProblem): void {
    const kind = `${problem.file} ${problem.reason}`
    const seen = this.#counts.get(kind)
    if (seen === undefined) this.#counts.set(kind, { first: problem, count: 1 })
    else seen.count++
    if ((seen?.count ?? 1) <= listedPerReason) this.#listed.push(problem)
  }

  all(): readonly PoolProblem[] {
    const more: PoolProblem[] = []
    for (const { first, count } of this.#counts.values()) {
      if (count <= listedPerReason || first.reason === 'more') continue
      more.push({ file: first.file, reason: 'more', of: first.reason, count: count - listedPerReason })
    }
    return [...this.#listed, ...more]
  }
}
