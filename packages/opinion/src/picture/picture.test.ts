import { describe, expect, it } from 'vitest'
import { opinionText, tellRefusal } from '../telling/text.ts'
import { adjustedRand, madeUpConversation, randomFrom } from '../testing.ts'
import { noVotes, type Vote, type Votes, withVote } from '../votes/votes.ts'
import { picturedGroups } from './given-groups.ts'
import { makePicture, type Picture, type PictureOptions } from './picture.ts'
import { type OpinionResult, resultOf } from './result.ts'
import { groupStability } from './stability.ts'

const camps = madeUpConversation({ people: 90, statements: 20, groups: 3, filled: 0.7, seed: 1 })

describe('a picture', () => {
  it('finds the camps that people were made from, and tells what marks them', () => {
    const picture = pictureOf(camps.votes)
    const campOf = camps.votes.people.map((id) => camps.campOf[Number(id)])
    expect(adjustedRand([...picture.nearest], campOf)).toBeGreaterThan(0.9)
    const result = resultOf(picture)
    expect(result.groups.map(({ size }) => size).reduce((sum: number, size) => sum + (size ?? 0), 0)).toBe(90)
    for (const group of result.groups) expect(group.representative?.length).toBeGreaterThan(0)
    expect(everyNumber(result)).toBe(true)
  })

  it('plays no favourites: people and statements in another order give the same', () => {
    const mirrored = reversed(camps.votes)
    const [one, other] = [pictureOf(camps.votes), pictureOf(mirrored)]
    const places = new Map(mirrored.people.map((id, i) => [id, i]))
    expect(
      adjustedRand(
        [...one.nearest],
        camps.votes.people.map((id) => other.nearest[places.get(id) ?? -1]),
      ),
    ).toBe(1)
  })

  it('vote by vote, is the picture of all votes at once, but for the ids of groups', () => {
    const random = randomFrom(7)
    let { votes } = camps
    let picture = pictureOf(votes)
    for (let n = 0; n < 60; n++) {
      votes = withVote(votes, `new ${n % 7}`, String(Math.floor(20 * random())), voteFrom(random))
      picture = pictureOf(votes, { previous: picture })
    }
    const fresh = pictureOf(votes)
    expect(adjustedRand([...picture.nearest], [...fresh.nearest])).toBe(1)
    for (const k of [0, 1] as const)
      expect(
        Math.abs(picture.map.comps[k].reduce((sum, part, j) => sum + part * (fresh.map.comps[k][j] ?? 0), 0)),
      ).toBeCloseTo(1, 8)
    const sizes = (of: Picture) => [...of.groupVotes.agree].sort((one, other) => one - other)
    expect(sizes(picture)).toEqual(sizes(fresh))
  })

  it('keeps people in their group while votes arrive', () => {
    const random = randomFrom(8)
    let { votes } = camps
    let picture = pictureOf(votes)
    let [moves, flips] = [0, 0]
    for (let n = 0; n < 100; n++) {
      votes = withVote(votes, String(Math.floor(90 * random())), String(Math.floor(20 * random())), voteFrom(random))
      const next = pictureOf(votes, { previous: picture })
      for (let i = 0; i < 90; i++) if (idOf(next, i) !== idOf(picture, i)) moves++
      for (const k of [0, 1] as const)
        if (next.map.comps[k].reduce((sum, part, j) => sum + part * (picture.map.comps[k][j] ?? 0), 0) < 0) flips++
      picture = next
    }
    // 100 votes without a thought, of 90 people: one in fifty of the votes moves somebody.
    expect({ moves: moves <= 10, flips }).toEqual({ moves: true, flips: 0 })
  })

  it('begins with the first vote, refusing until there are five people who differ', () => {
    let votes = noVotes
    const reasons = new Set<string>()
    for (let i = 0; i < 12; i++)
      for (let j = 0; j < 8; j++) {
        votes = withVote(votes, `p${i}`, `s${j}`, i < 6 ? 1 : -1)
        const made = makePicture(votes)
        reasons.add(made.ok ? 'ok' : made.reason)
        if (made.ok) expect(everyNumber(resultOf(made.picture))).toBe(true)
      }
    expect([...reasons].sort()).toEqual(['no-differences', 'ok', 'too-few-people'])
  })

  it('says so where every statement is left out, rather than that all vote alike', () => {
    const notes = { leftOut: new Uint8Array(20).fill(1), aboutPeople: new Uint8Array(20) }
    const refused = makePicture(camps.votes, { notes })
    expect(refused).toEqual({ ok: false, reason: 'all-left-out', statements: 20 })
    if (!refused.ok) expect(tellRefusal(refused, opinionText.en)).toContain('All 20 statements are left out')
  })

  it('counts who voted seven times, or the fifteen who voted most', () => {
    const picture = pictureOf(withVote(withVote(camps.votes, 'a', '1', 1), 'a', '2', 1))
    expect(picture.counted[90]).toBe(0)
    expect(picture.groupVotes.sizes.reduce((sum, size) => sum + size, 0)).toBe(90)
    expect(resultOf(picture).participants?.a).toMatchObject({ counted: false })
    const few = madeUpConversation({ people: 16, statements: 30, groups: 2, filled: 0.1, seed: 2 })
    const made = makePicture(few.votes, { notes: { leftOut: new Uint8Array(30), aboutPeople: new Uint8Array(30) } })
    expect(made.ok && made.picture.counted.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(15)
  })
})

describe('small groups', () => {
  const sizes = [40, 30, 4]
  const groups = groupsOf(sizes)
  const picture = picturedGroups(camps.votes, groups, nothingKnown(camps.votes))

  it('are not described, and can not be found by subtracting', () => {
    const result = resultOf(picture)
    expect(result.groups[2]).toEqual({ id: 2, size: null, center: expect.any(Array) })
    const without = resultOf(
      picturedGroups(withoutPeople(camps.votes, 70, 74), groupsOf([40, 30]), nothingKnown(camps.votes)),
    )
    // As if they had not voted: every count, list and product.
    expect(result.groups.slice(0, 2).map(told)).toEqual(without.groups.map(told))
    expect(result.consensus).toEqual(without.consensus)
  })

  it('never come of themselves', () => {
    for (let seed = 0; seed < 30; seed++) {
      const { votes } = madeUpConversation({ people: 14 + seed, statements: 9, groups: 5, filled: 0.9, seed })
      const made = makePicture(votes)
      if (made.ok) expect(Math.min(...made.picture.groupVotes.sizes)).toBeGreaterThanOrEqual(5)
    }
  })
})

describe('a result for everybody', () => {
  const thin = madeUpConversation({ people: 40, statements: 12, groups: 2, filled: 0.35, seed: 4 }).votes
  const result = resultOf(pictureOf(thin), { forEverybody: true })

  it('has no participants and no statement that fewer than five of a group answered', () => {
    expect(result.participants).toBeUndefined()
    expect(result.withheld?.length).toBeGreaterThan(0)
    const text = JSON.stringify({ ...result, withheld: [], leftOut: [] })
    for (const id of result.withheld ?? []) expect(text).not.toContain(`"${id}"`)
    for (const { votes = {}, center } of result.groups) {
      expect(center).toBeUndefined()
      for (const { seen } of Object.values(votes)) expect(seen).toBeGreaterThanOrEqual(5)
    }
  })

  it('has means of the groups alone', () => {
    for (const [k, id] of result.pca.statements.entries()) {
      const cells = result.groups.map(({ votes }) => votes?.[id] ?? { agree: 0, disagree: 0, seen: 0 })
      const sum = cells.reduce((all, { agree, disagree }) => all + agree - disagree, 0)
      expect(result.pca.center[k]).toBeCloseTo(sum / cells.reduce((all, { seen }) => all + seen, 0), 12)
    }
  })

  it('has majorities of the groups alone', () => {
    const listed = [...result.consensus.agree, ...result.consensus.disagree]
    for (const { statement, seen } of listed)
      expect(seen).toBe(result.groups.reduce((sum, group) => sum + (group.votes?.[statement]?.seen ?? 0), 0))
  })
})

describe('stability', () => {
  it('is high for camps, low for chance, and the same from the same numbers', () => {
    const ofCamps = groupStability(pictureOf(camps.votes), { random: randomFrom(1), resamples: 40 })
    expect(Math.min(...ofCamps.groups.map(({ stable }) => stable))).toBeGreaterThan(0.9)
    expect(ofCamps).toEqual(groupStability(pictureOf(camps.votes), { random: randomFrom(1), resamples: 40 }))
    const chance = madeUpConversation({ people: 90, statements: 20, groups: 90, filled: 0.7, seed: 3 }).votes
    const ofChance = groupStability(pictureOf(chance), { random: randomFrom(1), resamples: 40 })
    expect(Math.max(...ofChance.groups.map(({ stable }) => stable))).toBeLessThan(0.7)
  })
})

function pictureOf(votes: Votes, options?: PictureOptions): Picture {
  const made = makePicture(votes, options)
  if (!made.ok) throw new Error(made.reason)
  return made.picture
}

function voteFrom(random: () => number): Vote {
  const number = random()
  return number < 0.4 ? 1 : number < 0.8 ? -1 : 0
}

function idOf(picture: Picture, person: number) {
  return picture.ids[picture.nearest[person] ?? -1]
}

function nothingKnown(votes: Votes) {
  const size = votes.statements.length
  return { leftOut: new Uint8Array(size), aboutPeople: new Uint8Array(size) }
}

function groupsOf(sizes: readonly number[]) {
  let from = 0
  return sizes.map((size, id) => {
    from += size
    return { id, members: Array.from({ length: size }, (_, n) => from - size + n) }
  })
}

function withoutPeople(votes: Votes, from: number, to: number): Votes {
  const [first, end] = [votes.starts[from] ?? 0, votes.starts[to] ?? 0]
  const gone = <Kind extends Int32Array | Int8Array>(all: Kind): number[] => [
    ...all.subarray(0, first),
    ...all.subarray(end),
  ]
  return {
    people: [...votes.people.slice(0, from), ...votes.people.slice(to)],
    statements: votes.statements,
    starts: Int32Array.from([
      ...votes.starts.subarray(0, from),
      ...[...votes.starts.subarray(to)].map((at) => at - (end - first)),
    ]),
    columns: Int32Array.from(gone(votes.columns)),
    values: Int8Array.from(gone(votes.values)),
  }
}

function told({ size, votes, representative }: OpinionResult['groups'][number]) {
  return { size, votes, representative }
}

function reversed(votes: Votes): Votes {
  let out = noVotes
  for (const [i, person] of [...votes.people.entries()].reverse())
    for (let at = (votes.starts[i + 1] ?? 0) - 1; at >= (votes.starts[i] ?? 0); at--)
      out = withVote(out, person, votes.statements[votes.columns[at] ?? 0] ?? '', (votes.values[at] ?? 0) as Vote)
  return out
}

/** Neither NaN nor infinite anywhere: in JSON both would be null. */
function everyNumber(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(everyNumber)
}
