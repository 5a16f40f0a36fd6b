import { learn, openBelief } from '../next/belief.ts'
import { nextPair } from '../next/next-pair.ts'
import { normalFrom } from '../uncertainty/distributions.ts'
import { collectVotes, type Votes } from '../votes/votes.ts'

/** How people answer, and how many. */
export interface SurveyPlan {
  /** What the items are worth to all people together, in log-odds; the highest `top` are the true top. */
  readonly abilities: readonly number[]
  readonly top: number
  readonly people: number
  /** Questions to each person, at most as many as there are pairs. */
  readonly questions: number
  /** How pairs are chosen; at random means uniformly among those the person has not seen. */
  readonly pairs: 'random' | 'adaptive'
  /**
   * Noise: a person's own worth of each item lies this much (standard deviation, log-odds) from that of all, and stays so for all of
   * the person's answers; each answer is then logistic. 0 makes all answers independent.
   */
  readonly disagreement: number
  /** e^tie of Davidson's model; 0 where nobody says "can't decide". */
  readonly tie?: number
  /** What the first place adds, in log-odds. */
  readonly home?: number
  /** Items, from this place on, that are only added after half of the questions. */
  readonly newcomersFrom?: number
}

/**
 * A survey as it could go: people answer in turns, all their first question, then all their second, so that each next pair is chosen
 * knowing what everyone said so far.
 */
export function simulateSurvey(plan: SurveyPlan, random: () => number): Votes {
  const { abilities, top, people, questions, pairs, disagreement, tie = 0, home = 0 } = plan
  const n = abilities.length
  const own = Array.from({ length: people }, () => abilities.map((worth) => worth + disagreement * normalFrom(random)))
  const seen = own.map(() => new Uint8Array(n * n))
  const collector = collectVotes()
  for (let item = 0; item < n; item++) collector.item(`${item + 1}`)
  const belief = openBelief(n)
  const first = plan.newcomersFrom ?? n
  for (let turn = 0; turn < questions; turn++) {
    const present = turn * 2 < questions ? first : n
    for (const [person, worths] of own.entries()) {
      const shownTo = seen[person]
      if (shownTo === undefined) continue
      const isSeen = (a: number, b: number) =>
        a >= present || b >= present || shownTo[Math.min(a, b) * n + Math.max(a, b)] === 1
      const pair =
        pairs === 'adaptive' ? nextPair(belief, { top, isSeen, random }) : randomPair(present, isSeen, random)
      if (pair === undefined) continue
      const { first: a, second: b } = pair
      shownTo[Math.min(a, b) * n + Math.max(a, b)] = 1
      const odds = Math.exp(((worths[a] ?? 0) - (worths[b] ?? 0) + home) / 2)
      const at = random() * (odds + 1 / odds + tie)
      const isTied = at >= odds + 1 / odds
      const isFirst = at < odds
      if (pairs === 'adaptive') learn(belief, a, b, isTied ? 0.5 : isFirst ? 1 : 0)
      const [one, other] = isFirst || isTied ? [a, b] : [b, a]
      collector.add({
        one: `${one + 1}`,
        other: `${other + 1}`,
        tied: isTied,
        home: one === a ? 1 : -1,
        voter: `${person + 1}`,
      })
    }
  }
  return collector.votes()
}

function randomPair(n: number, isSeen: (a: number, b: number) => boolean, random: () => number) {
  // Most pairs are unseen: trying is quicker than listing.
  for (let attempt = 0; attempt < 50; attempt++) {
    const first = Math.floor(random() * n)
    const second = Math.floor(random() * (n - 1))
    const pair = { first, second: second < first ? second : second + 1 }
    if (!isSeen(pair.first, pair.second)) return pair
  }
  const left: { readonly first: number; readonly second: number }[] = []
  for (let first = 0; first < n; first++)
    for (let second = 0; second < n; second++)
      if (first !== second && !isSeen(first, second)) left.push({ first, second })
  return left[Math.floor(random() * left.length)]
}

/** Whether the `top` highest of `values` are the `top` highest of the true abilities. */
export function reachesTop(abilities: readonly number[], values: ArrayLike<number>, top: number): boolean {
  const order = Array.from(abilities.keys())
  const highest = (of: (item: number) => number) => order.toSorted((a, b) => of(b) - of(a) || a - b).slice(0, top)
  const truth = new Set(highest((item) => abilities[item] ?? 0))
  return highest((item) => values[item] ?? 0).every((item) => truth.has(item))
}
