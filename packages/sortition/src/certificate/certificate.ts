/**
 * Why a distribution over panels is as fair as its algorithm promises. Everything rests on one kind of fact: people are given
 * weights, and no panel that keeps the rules weighs more than `most`. Then, whatever the distribution, the people's
 * probabilities, weighed, add up to `most` at the utmost (linear programming duality).
 *
 * A panel is a set of people, x in {0, 1} for each, that keeps the rules: Σ x = seats; for every feature and value
 * min ≤ Σ x ≤ max (the flex columns play no part); for every limit 0 ≤ Σ x ≤ most; x = 1 for the pool's `selected`,
 * x = 0 for its `excluded`. **The free** are all others but those that `impossible` names: fairness is about the free.
 */
export interface Certificate {
  readonly algorithm: 'leximin' | 'maximin' | 'nash' | 'goldilocks' | 'legacy'
  /**
   * How far, at most, the distribution is from the promise; what that means differs, see `Stage`. null where nothing is
   * promised (LEGACY). A verifier computes it anew from the stages and refuses a certificate that states less.
   */
  readonly gap: number | null
  /** Who is on no panel at all, each with the fact that proves it. Probability 0; left out of everything else. */
  readonly impossible: readonly Impossible[]
  /**
   * Facts on which others may lean: the first is proven from the rules alone, each next one from the rules and the lemmas
   * before it, all other facts from the rules and all lemmas.
   */
  readonly lemmas: readonly PanelFact[]
  /** LEXIMIN: until every free person is settled, each once. MAXIMIN, NASH, GOLDILOCKS: one. LEGACY: none. */
  readonly stages: readonly Stage[]
}

export interface Impossible {
  readonly id: string
  /** Weight 1 (or another positive one) for this person alone, and `most` 0. */
  readonly fact: PanelFact
}

/**
 * In all, p are the probabilities of this result, w the weights of the fact (0 for who is not named), n the number of free
 * people. Only free people have weights.
 *
 * **MAXIMIN.** w ≥ 0, Σ w > 0. No distribution has a smallest probability above most / Σ w: that is `bound`. `value` is the
 * smallest p among the free. gap = bound − value. `settled`: whoever has w > 0.
 *
 * **LEXIMIN.** w ≥ 0, and above 0 only for those whom this stage settles or a stage before it has settled; above 0 for all
 * that it settles. `floor` never falls from one stage to the next. With f(i) the floor of the stage that settles i,
 *
 *     slack = most − Σ w(i) · f(i) over all i with w(i) > 0,   and slack ≥ 0 (or the floors cannot be held together)
 *
 * so that nobody whom this stage settles can get more than f(i) + slack / w(i) in any distribution that leaves the
 * others with a weight at their floors: raising one there lowers another who has no more, which is what leximin means. Of
 * this result, p(i) ≥ f(i) up to the gap. gap = the largest, over all stages and those whom they settle, of slack / w(i)
 * and of f(i) − p(i), at least 0. `value` = the smallest p among those whom no stage before has settled;
 * `bound` = floor + slack / Σ w(i) over those whom this stage settles: the most that this smallest can be in any
 * distribution that keeps the floors of those settled before.
 *
 * **NASH.** w > 0 for all free people. As Σ w·p ≤ most, Π p ≤ Π most / (n·w): `bound` = the geometric mean of
 * most / (n·w(i)) over the free; `value` = the geometric mean of their p. gap = bound / value − 1.
 *
 * **GOLDILOCKS** (Baharav & Flanigan 2024, with γ = 1). Of the free, q = their part of the seats (seats less those already
 * selected) divided by n; the objective is max p / q + q / min p, and lower is fairer; 2 is the ideal. Here w may be negative:
 * `highs` h ≥ 0 gives weights to the promise that nobody's chance is high, and l = w + h, which must be ≥ 0, to the promise
 * that nobody's is low. With α = Σ l, β = Σ h > 0: α · min p − β · max p ≤ Σ w·p ≤ most, and so for any distribution the
 * objective is at least `bound` = the least of (α·m − most) / (β·q) + q / m over m > 0, which is
 * 2·√(α / β) − most / (β·q). `value` = the objective of this result. gap = value / bound − 1.
 */
export interface Stage {
  readonly value: number
  readonly bound: number
  /** LEXIMIN: what those settled here keep in later stages. Elsewhere the same as `bound`, and of no meaning. */
  readonly floor: number
  /** Ids. LEXIMIN: whom this stage settles; MAXIMIN: whoever has a weight; elsewhere empty. */
  readonly settled: readonly string[]
  readonly fact: PanelFact
  /** GOLDILOCKS: by id, integers ≥ 0; who is not named has 0. Elsewhere empty. */
  readonly highs: Readonly<Record<string, number>>
}

/** No panel weighs more than `most`. All numbers are integers within ±2^53; their sums may be larger (use BigInt). */
export interface PanelFact {
  /** By id; who is not named has weight 0. Never of people who are `selected` or `excluded`. */
  readonly weights: Readonly<Record<string, number>>
  readonly most: number
  readonly proof: Proof
}

/** Panels are divided until each part is so narrow that multipliers of the rules prove it. */
export type Proof = Split | Leaf

export interface Split {
  /**
   * Ids: of these, a panel has `atMost` or fewer (`fewer`, the rule 0 ≤ Σ x ≤ atMost), or more than that (`more`, the rule
   * atMost + 1 ≤ Σ x ≤ the number of these people).
   */
  readonly people: readonly string[]
  readonly atMost: number
  readonly fewer: Proof
  readonly more: Proof
}

/**
 * Multipliers, one for each rule: integers, in units of 1 / `scale` of a weight. A rule says low ≤ Σ a·x ≤ high; with
 * multiplier y it adds y·high to the total if y > 0, and y·low if y < 0. Of every person remains
 * r = scale·w − Σ y·a over all rules the person is in. Added to the total is r for those `selected`, nothing for those
 * `excluded`, and max(0, r) for everyone else, the impossible included (0 ≤ x ≤ 1). Every panel of this part then weighs at
 * most total / scale; weights of panels are integers, so the leaf proves the fact if total < scale · (most + 1).
 * A part without panels is proven in the same way: its multipliers make the total as low as is needed.
 */
export interface Leaf {
  /** Above 0. */
  readonly scale: number
  /** Of seats ≤ Σ x ≤ seats. */
  readonly seats: number
  /** By feature and value in the order of the pool, `quotas[feature][value]`, of min ≤ Σ x ≤ max; what is left out at the end
   * (of a row, or rows) is 0. */
  readonly quotas: readonly (readonly number[])[]
  /** By limit, in the order of the pool, of 0 ≤ Σ x ≤ most; what is left out at the end is 0. */
  readonly limits: readonly number[]
  /** By split on the way from the root to this leaf, of the rule of the side that was taken; left out at the end: 0. */
  readonly splits: readonly number[]
  /**
   * By lemma, of Σ weight·x ≤ its `most`; never below 0; left out at the end: 0. In the proof of a lemma only those before it.
   * (y adds y·most, and a is the lemma's weight of the person.)
   */
  readonly lemmas: readonly number[]
}
