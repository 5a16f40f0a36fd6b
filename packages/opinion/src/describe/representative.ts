import { type GroupVotes, type Tally, tallyOf, tallyOfAll } from './group-votes.ts'
import { differenceTest, isCertain, share, shareTest } from './proportion-tests.ts'

/** A statement that marks a group: more than elsewhere, its people agree, or disagree. */
export interface Representative {
  /** Place of the statement. */
  readonly statement: number
  readonly side: 'agree' | 'disagree'
  /** People of the group on that side, and those who saw the statement. */
  readonly votes: number
  readonly seen: number
  /** (votes + 1) / (seen + 2), and its z against one half. */
  readonly probability: number
  readonly probabilityTest: number
  /** That probability over the one of all other groups together, and z of the difference of the two shares. */
  readonly representativeness: number
  readonly representativenessTest: number
  /** The statement that the group agrees with most; it always heads the list. */
  readonly bestAgree: boolean
}

const most = 5

/**
 * The statements that mark a group, five at most: the one it agrees with most, and those whose share is over one half and
 * over that of the others, both with 90 % certainty, by the product of both measures and both tests. Where none is,
 * the one that comes nearest. Agreement comes before disagreement. (Small, Bjorkegren, Erkkilä, Shaw & Megill 2021.)
 */
export function representativeOf(votes: GroupVotes, group: number, leftOut: Uint8Array): readonly Representative[] {
  const certain: Representative[] = []
  let nearest: Representative | undefined
  let nearestTest = Number.NEGATIVE_INFINITY
  let agreed: { readonly side: Side; readonly measure: Representative } | undefined
  for (let statement = 0; statement < votes.statements; statement++) {
    if (leftOut[statement] === 1) continue
    const own = tallyOf(votes, group, statement)
    const others = without(tallyOfAll(votes, statement), own)
    const agree = sideOf(own.agree, own.seen, others.agree, others.seen)
    const disagree = sideOf(own.disagree, own.seen, others.disagree, others.seen)
    const isAgreed = agree.representativenessTest > disagree.representativenessTest
    const stronger = isAgreed ? agree : disagree
    const side = isAgreed ? 'agree' : 'disagree'
    const measure: Representative = { statement, side, ...stronger, bestAgree: false }
    if (isMarked(agree) || isMarked(disagree)) certain.push(measure)
    if (stronger.representativenessTest > nearestTest) {
      nearest = measure
      nearestTest = stronger.representativenessTest
    }
    if (own.agree + own.disagree > 0 && agreesMore(agree, agreed?.side)) agreed = { side: agree, measure }
  }
  const best = agreed === undefined ? undefined : { ...agreed.measure, bestAgree: true }
  if (certain.length === 0) return best !== undefined ? [best] : nearest !== undefined ? [nearest] : []
  const rest = certain
    .filter(({ statement }) => statement !== best?.statement)
    .toSorted((one, other) => weightOf(other) - weightOf(one))
  const chosen = [...(best === undefined ? [] : [best]), ...rest].slice(0, most)
  return [...chosen.filter(({ side }) => side === 'agree'), ...chosen.filter(({ side }) => side === 'disagree')]
}

type Side = Pick<
  Representative,
  'votes' | 'seen' | 'probability' | 'probabilityTest' | 'representativeness' | 'representativenessTest'
>

function sideOf(votes: number, seen: number, otherVotes: number, otherSeen: number): Side {
  const probability = share(votes, seen)
  return {
    votes,
    seen,
    probability,
    probabilityTest: shareTest(votes, seen),
    representativeness: probability / share(otherVotes, otherSeen),
    representativenessTest: differenceTest(votes, seen, otherVotes, otherSeen),
  }
}

function isMarked({ probabilityTest, representativenessTest }: Side): boolean {
  return isCertain(probabilityTest) && isCertain(representativenessTest)
}

/** Whether a group agrees more with a statement than with the best until now: by all measures where that one marks it. */
function agreesMore(side: Side, best: Side | undefined): boolean {
  if (best === undefined)
    return isCertain(side.probabilityTest) || (side.representativeness > 1 && side.probability > 0.5)
  if (best.representativeness > 1) return weightOf(side) > weightOf(best)
  return side.probability * side.probabilityTest > best.probability * best.probabilityTest
}

function weightOf({ probability, probabilityTest, representativeness, representativenessTest }: Side): number {
  return representativeness * representativenessTest * probability * probabilityTest
}

function without(all: Tally, own: Tally): Tally {
  return { agree: all.agree - own.agree, disagree: all.disagree - own.disagree, seen: all.seen - own.seen }
}
