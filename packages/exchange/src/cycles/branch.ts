import type { Solver } from '@kantelpunt/solver'
import { isAllowed, type Pair, splitPairs } from './branch-pairs.ts'
import { type Budget, unitOf } from './budget.ts'
import type { Proof } from './certificate.ts'
import { type Chosen, chooseByShare } from './choose.ts'
import type { Column } from './column.ts'
import { findCuts } from './find-cuts.ts'
import { type Master, openMaster, type Place, type Relaxed } from './master.ts'
import { openSpare, type Proven, proveFor } from './prove.ts'

/** What there is to branch on: exchanges that a choice worth `target` may have, according to the proof of the root. */
export interface Branching {
  readonly n: number
  readonly times: number
  readonly root: Proven
  readonly columns: readonly Column[]
  readonly best: Chosen
  readonly target: number
  /** No choice is worth more. */
  readonly bound: number
}

/** What a search among branches came to. */
export interface Branched {
  readonly best: Chosen
  /** Nothing is worth more, which `proof` proves. */
  readonly bound: number
  readonly proof: Proof
}

interface Node {
  /** By column: whether it may still be chosen. */
  readonly open: Uint8Array
  /** Where to begin; undefined for the root. */
  readonly place: Place | undefined
  /** About what it is worth. */
  readonly guess: number
  proven: Proven
  branch?: Branches
}

interface Branches {
  readonly pair: Pair
  readonly together: Node
  readonly apart: Node
}

interface Search {
  readonly n: number
  readonly times: number
  readonly master: Master
  readonly budget: Budget
  best: Chosen
  /** What a choice must be worth to be of use. */
  goal: number
}

/** How often it goes straight down first, to find a good choice. */
const plunges = 1
/** How many pairs are tried before one is branched on, and for how many steps each. */
const trials = 3
const trialSteps = 40
const cutsPerNode = 10
const divisors = [2, 3]

/**
 * Goes on until the best choice worth `target` or more is found and proven, or that there is none, or a choice is worth
 * `bound`, or the time is over. Branches on whether two vertices are in an exchange together (Ryan and Foster 1981), first
 * straight down, then where most is left.
 */
export function branch(solver: Solver, branching: Branching, budget: Budget): Branched {
  const { n, times, root, columns, best, target, bound } = branching
  using master = openMaster(solver, n, unitOf(columns.map(({ weight }) => weight)))
  master.addColumns(columns)
  master.addCuts(root.proof.cuts)
  const all = new Uint8Array(master.columns.length).fill(1)
  const first: Node = { open: all, place: undefined, guess: root.worth / times, proven: root }
  const search: Search = { n, times, master, budget, best, goal: best.worth + 1 }
  const open = [first]
  const goesOn = () => open.length > 0 && !budget.over() && search.best.worth < bound
  for (let plunge = 0; plunge < plunges && goesOn(); plunge++) {
    let node: Node | undefined = takeBest(open)
    while (node !== undefined && !budget.over() && !isDone(search, node)) {
      const [better, other] = split(search, node)
      if (other !== undefined) open.push(other)
      node = better
    }
    if (node !== undefined) open.push(node)
  }
  search.goal = Math.max(search.goal, target)
  while (goesOn()) {
    const node = takeBest(open)
    if (node !== undefined && !isDone(search, node)) open.push(...split(search, node))
  }
  // Where nothing reaches the goal, nothing that would was left out.
  const proven = Math.max(search.goal - 1, Math.floor(worthOf(first) / times))
  return { best: search.best, bound: proven, proof: proofOf(first) }
}

function takeBest(open: Node[]): Node | undefined {
  open.sort((one, other) => one.guess - other.guess)
  return open.pop()
}

function isDone({ goal, times }: Search, { proven }: Node): boolean {
  return proven.worth < goal * times
}

/** Proves what it can of a node; its children, the better first, where that leaves room. */
function split(search: Search, node: Node): readonly Node[] {
  const { n, times, master, budget } = search
  const { columns } = master
  const relaxed = relaxWithCuts(search, node)
  if (relaxed === undefined) return []
  const { x, values, cutValues, objective } = relaxed
  const choice = chooseByShare(n, columns, x)
  if (choice.worth > search.best.worth) {
    search.best = choice
    search.goal = Math.max(search.goal, choice.worth + 1)
  }
  // The root's proof stays: it is about all exchanges, and these columns are the few that it leaves.
  if (node.place !== undefined) {
    const own = proveFor(n, times, opened(columns, node.open), { values, cuts: master.index.cuts, cutValues })
    if (own.worth < node.proven.worth) node.proven = own
  }
  if (isDone(search, node)) return []
  // What has more cover to spare than there is room for is in nothing that reaches the goal.
  const spare = openSpare(n, times, node.proven.proof)
  const room = node.proven.worth - search.goal * times
  const left = node.open.map((one, k) => {
    const column = columns[k]
    return one === 1 && column !== undefined && spare(column) <= room ? 1 : 0
  })
  const place = master.place()
  const child = (pair: Pair, isTogether: boolean): Node => {
    const open = left.map((one, k) => (one === 1 && isAllowed(columns[k], pair, isTogether) ? 1 : 0))
    const guess = Math.min(objective, master.estimate(budget, open, place, trialSteps))
    return { open, place, guess, proven: node.proven }
  }
  const enough = objective - search.goal + 1
  const gain = ({ guess }: Node) => Math.max(0.01, Math.min(enough, objective - guess))
  let picked: Branches | undefined
  let most = 0
  for (const pair of splitPairs(columns, x).slice(0, trials)) {
    if (budget.over()) return []
    const together = child(pair, true)
    const apart = child(pair, false)
    const score = gain(together) * gain(apart)
    if (score <= most) continue
    most = score
    picked = { pair, together, apart }
  }
  if (picked === undefined) return []
  node.branch = picked
  const { together, apart } = picked
  return together.guess >= apart.guess ? [together, apart] : [apart, together]
}

/** The relaxed packing of a node, with one round of cuts where it is still worth too much: they hold everywhere. */
function relaxWithCuts({ n, master, budget, goal }: Search, { open, place }: Node): Relaxed | undefined {
  const relaxed = master.relax(budget, open, place)
  if (relaxed === undefined || relaxed.objective < goal) return relaxed
  master.addCuts(findCuts(n, master.columns, relaxed.x, cutsPerNode, divisors))
  return master.relax(budget, open)
}

function* opened(columns: readonly Column[], open: Uint8Array): Iterable<Column> {
  for (const [k, column] of columns.entries()) if (open[k] === 1) yield column
}

function worthOf({ proven, branch }: Node): number {
  return branch === undefined ? proven.worth : Math.max(worthOf(branch.together), worthOf(branch.apart))
}

function proofOf({ proven: { proof }, branch }: Node): Proof {
  if (branch === undefined) return proof
  return { ...proof, branch: { pair: branch.pair, together: proofOf(branch.together), apart: proofOf(branch.apart) } }
}
