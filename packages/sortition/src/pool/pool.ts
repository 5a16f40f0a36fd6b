/** Who can be drawn, what a panel has to look like, and how many seats it has. */
export interface Pool {
  readonly seats: number
  readonly features: readonly Feature[]
  /** A person is known by the place in this list; ids are for people who read. */
  readonly people: readonly Person[]
  readonly limits: readonly Limit[]
  /** Places of people who are on every panel. */
  readonly selected: readonly number[]
  /** Places of people who are on no panel. */
  readonly excluded: readonly number[]
}

/** A property by which a panel must resemble the population, such as sector or region. */
export interface Feature {
  readonly name: string
  readonly values: readonly Quota[]
}

/** How many members of a panel have this value: at least `min`, at most `max`, both inclusive. */
export interface Quota {
  readonly name: string
  readonly min: number
  readonly max: number
  /** How far `min` may be lowered and `max` raised where no panel keeps all quotas; equal to them where nothing was said. */
  readonly minFlex: number
  readonly maxFlex: number
}

export interface Person {
  readonly id: string
  /** For each feature, in order, the place of this person's value among the feature's values. */
  readonly answers: readonly number[]
}

/** At most `most` of these people are on one panel: those of one address, one school. */
export interface Limit {
  /** What they share, in words: `address Dorpsstraat 1, 1234 AB`. */
  readonly name: string
  /** Places of people. */
  readonly people: readonly number[]
  readonly most: number
}
