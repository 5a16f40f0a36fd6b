/**
 * Votes between two items, one a place in the arrays: `one` was chosen above `other`, or tied with it. Items, people and groups
 * are places in their lists.
 */
export interface Votes {
  readonly items: readonly string[]
  readonly one: Int32Array
  readonly other: Int32Array
  /** 1 where it could not be decided. */
  readonly tied: Uint8Array
  /** Who had the place (home, left, first) whose effect may be estimated: 1 `one`, −1 `other`, 0 neither. */
  readonly home: Int8Array
  /** For how many votes it stands, ≥ 0; they are independent of each other where nobody is known to have cast them. */
  readonly count: Float64Array
  /** How much it weighs beside others; 1 where groups are not weighed. */
  readonly weight: Float64Array
  /** Who cast it; −1 where that is not known. */
  readonly voter: Int32Array
  readonly voters: readonly string[]
  /** −1 where it belongs to none. */
  readonly group: Int32Array
  readonly groups: readonly string[]
}

export interface Vote {
  readonly one: string
  readonly other: string
  readonly tied?: boolean
  readonly home?: 1 | -1 | 0
  readonly count?: number
  readonly voter?: string | undefined
  readonly group?: string | undefined
}

export interface VoteCollector {
  /** Makes an item known that may have no vote; gives its place. */
  item(id: string): number
  /** A vote of an item against itself is a bug. */
  add(vote: Vote): void
  readonly size: number
  votes(): Votes
}

/** Collects votes one by one. */
export function collectVotes(): VoteCollector {
  const items = places()
  const voters = places()
  const groups = places()
  let columns = columnsFor(1024)
  let size = 0
  return {
    item: items.of,
    get size() {
      return size
    },
    add: ({ one, other, tied = false, home = 0, count = 1, voter, group }) => {
      if (one === other) throw new Error(`a vote of ${one} against itself`)
      if (size === columns.one.length) columns = grown(columns)
      columns.one[size] = items.of(one)
      columns.other[size] = items.of(other)
      columns.tied[size] = tied ? 1 : 0
      columns.home[size] = home
      columns.count[size] = count
      columns.voter[size] = voter === undefined ? -1 : voters.of(voter)
      columns.group[size] = group === undefined ? -1 : groups.of(group)
      size++
    },
    votes: () => ({
      items: items.list,
      one: columns.one.slice(0, size),
      other: columns.other.slice(0, size),
      tied: columns.tied.slice(0, size),
      home: columns.home.slice(0, size),
      count: columns.count.slice(0, size),
      weight: new Float64Array(size).fill(1),
      voter: columns.voter.slice(0, size),
      voters: voters.list,
      group: columns.group.slice(0, size),
      groups: groups.list,
    }),
  }
}

/** The votes for which `keep` holds, of the same items, people and groups. */
export function someVotes(votes: Votes, keep: (vote: number) => boolean): Votes {
  const places = new Int32Array(votes.one.length)
  let size = 0
  for (let vote = 0; vote < places.length; vote++) if (keep(vote)) places[size++] = vote
  const kept = places.subarray(0, size)
  const ints = (column: Int32Array) => kept.map((vote) => column[vote] ?? -1)
  const floats = (column: Float64Array) => {
    const some = new Float64Array(size)
    for (let place = 0; place < size; place++) some[place] = column[kept[place] ?? 0] ?? 0
    return some
  }
  return {
    ...votes,
    one: ints(votes.one),
    other: ints(votes.other),
    tied: Uint8Array.from(ints(Int32Array.from(votes.tied))),
    home: Int8Array.from(ints(Int32Array.from(votes.home))),
    count: floats(votes.count),
    weight: floats(votes.weight),
    voter: ints(votes.voter),
    group: ints(votes.group),
  }
}

/** How many votes there are: decided and tied. */
export function countVotes({ tied, count }: Votes): { readonly decided: number; readonly tied: number } {
  let decided = 0
  let ties = 0
  for (const [vote, each] of count.entries()) {
    if (tied[vote] === 1) ties += each
    else decided += each
  }
  return { decided, tied: ties }
}

function places() {
  const list: string[] = []
  const known = new Map<string, number>()
  return {
    list: list as readonly string[],
    of: (id: string): number => {
      const found = known.get(id)
      if (found !== undefined) return found
      known.set(id, list.length)
      list.push(id)
      return list.length - 1
    },
  }
}

function columnsFor(length: number) {
  return {
    one: new Int32Array(length),
    other: new Int32Array(length),
    tied: new Uint8Array(length),
    home: new Int8Array(length),
    count: new Float64Array(length),
    voter: new Int32Array(length),
    group: new Int32Array(length),
  }
}

type Columns = ReturnType<typeof columnsFor>

function grown(columns: Columns): Columns {
  const bigger = columnsFor(columns.one.length * 2)
  bigger.one.set(columns.one)
  bigger.other.set(columns.other)
  bigger.tied.set(columns.tied)
  bigger.home.set(columns.home)
  bigger.count.set(columns.count)
  bigger.voter.set(columns.voter)
  bigger.group.set(columns.group)
  return bigger
}
