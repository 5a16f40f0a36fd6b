import { groupInformedConsensus, type Majority, majorities } from '../describe/consensus.ts'
import { type GroupVotes, type Tally, tallyOf, tallyOfAll } from '../describe/group-votes.ts'
import { prioritiesOf } from '../describe/priorities.ts'
import { type Representative, representativeOf } from '../describe/representative.ts'
import { leastGroup } from '../groups/find-groups.ts'
import { statementExtremity } from '../map/opinion-map.ts'
import type { GroupId, Picture } from './picture.ts'
import type { Stability } from './stability.ts'

type ById<Value> = Readonly<Record<string, Value>>

export interface GroupResult {
  readonly id: GroupId
  /** People who count; null for a group of fewer than five, of which no vote is told. */
  readonly size: number | null
  readonly center?: readonly [x: number, y: number]
  readonly votes?: ById<Tally>
  readonly representative?: readonly Named<Representative>[]
}

/** The picture of a conversation as JSON, with ids for places. */
export interface OpinionResult {
  readonly people: number
  /** People who voted often enough to take part in groups. */
  readonly counted: number
  /** Statements that play no part in the map and in lists. */
  readonly leftOut: readonly string[]
  readonly pca: {
    readonly statements: readonly string[]
    readonly center: readonly number[]
    readonly comps: readonly [readonly number[], readonly number[]]
    readonly explained: readonly [number, number]
  }
  /** Personal data: each with a place and the nearest group. `counted: false` rests on too few votes to count anywhere. */
  readonly participants?: ById<{
    readonly x: number
    readonly y: number
    readonly group: GroupId | null
    readonly counted: boolean
  }>
  readonly groups: readonly GroupResult[]
  readonly consensus: {
    readonly agree: readonly Named<Majority>[]
    readonly disagree: readonly Named<Majority>[]
    readonly groupInformed: ById<number>
  }
  readonly priorities: ById<number>
  readonly silhouettes: Picture['found']['tried']
  readonly stability: Stability | null
  /** Where the result is for everybody: statements that some group answered with fewer than five. */
  readonly withheld?: readonly string[]
}

type Named<Item extends { readonly statement: number }> = Omit<Item, 'statement'> & { readonly statement: string }

export interface ResultOptions {
  readonly stability?: Stability | undefined
  /**
   * For everybody: without participants, and without statements that fewer than five people of some group answered, in any
   * count, list or product: what is left can't be subtracted to find them.
   */
  readonly forEverybody?: boolean | undefined
}

export function resultOf(picture: Picture, { stability, forEverybody = false }: ResultOptions = {}): OpinionResult {
  const { votes, map, groupVotes, leftOut, found, ids, tooSmall } = picture
  const isTold = votes.statements.map((_, j) => !forEverybody || answeredByEnough(groupVotes, j))
  const told = [...isTold.keys()].filter((j) => isTold[j])
  const unlisted = leftOut.map((out, j) => (isTold[j] ? out : 1))
  const idOf = (j: number) => votes.statements[j] ?? ''
  const named = <Item extends { readonly statement: number }>(items: readonly Item[]): readonly Named<Item>[] =>
    items.map((item) => ({ ...item, statement: idOf(item.statement) }))
  const byStatement = <Value>(tell: (statement: number) => Value): ById<Value> =>
    Object.fromEntries(told.map((j) => [idOf(j), tell(j)]))

  // An exact mean over all people is a fraction that gives away their number, and so who is in no group.
  const direction = (part: number) => (forEverybody ? Math.round(1000 * part) / 1000 : part)
  let next = 0
  const groups = ids.map((id, k): GroupResult => {
    // Where it is, the places of its people say too; a next time can begin there.
    const place = forEverybody ? {} : { center: found.centers[k] ?? ([0, 0] as const) }
    if (tooSmall[k] === 1) return { id, size: null, ...place }
    const described = next++
    return {
      id,
      size: groupVotes.sizes[described] ?? 0,
      ...place,
      votes: byStatement((j) => tallyOf(groupVotes, described, j)),
      representative: groupVotes.groups < 2 ? [] : named(representativeOf(groupVotes, described, unlisted)),
    }
  })
  // For everybody the groups alone: all people less the groups would tell of those few who are in none.
  const majorityVotes = forEverybody ? groupVotes : picture.allVotes
  const products = groupInformedConsensus(groupVotes)
  const priorities = prioritiesOf(groupVotes, statementExtremity(map), picture.aboutPeople)
  return {
    people: votes.people.length,
    counted: picture.counted.reduce((sum, one) => sum + one, 0),
    leftOut: [...leftOut.keys()].filter((j) => leftOut[j] === 1).map(idOf),
    pca: {
      statements: told.map(idOf),
      center: told.map((j) => (forEverybody ? meanOf(tallyOfAll(groupVotes, j)) : (map.center[j] ?? 0))),
      comps: [told.map((j) => direction(map.comps[0][j] ?? 0)), told.map((j) => direction(map.comps[1][j] ?? 0))],
      explained: map.explained,
    },
    ...(forEverybody ? {} : { participants: participantsOf(picture) }),
    groups,
    consensus: {
      agree: named(majorities(majorityVotes, 'agree', unlisted)),
      disagree: named(majorities(majorityVotes, 'disagree', unlisted)),
      groupInformed: byStatement((j) => products[j] ?? 0),
    },
    priorities: byStatement((j) => priorities[j] ?? 0),
    silhouettes: found.tried,
    stability: stability ?? null,
    ...(forEverybody ? { withheld: votes.statements.filter((_, j) => !isTold[j]) } : {}),
  }
}

function meanOf({ agree, disagree, seen }: Tally): number {
  return seen > 0 ? (agree - disagree) / seen : 0
}

function participantsOf({ votes, x, y, nearest, counted, ids }: Picture): NonNullable<OpinionResult['participants']> {
  return Object.fromEntries(
    votes.people.map((id, i) => [
      id,
      { x: x[i] ?? 0, y: y[i] ?? 0, group: ids[nearest[i] ?? -1] ?? null, counted: counted[i] === 1 },
    ]),
  )
}

function answeredByEnough(votes: GroupVotes, statement: number): boolean {
  for (let group = 0; group < votes.groups; group++)
    if (tallyOf(votes, group, statement).seen < leastGroup) return false
  return true
}
