import { applicationOf, type Joint, type Market } from '../market/market.ts'
import { acceptable, addApplication, openApplications } from './applications.ts'
import type { Problem } from './problem.ts'
import { fieldsOf, gatherProblems, listOf, type Problems } from './problems.ts'
import { readCouples } from './read-couples.ts'
import { readPreferences } from './read-preferences.ts'
import { type ReadProgramme, readIds, readPriorities, readProgramme } from './read-programmes.ts'

/** One number has a bit for each group. */
const groupLimit = 31

export type MarketFile =
  | { readonly ok: true; readonly market: Market }
  /** The first hundred that are wrong, and how many there are. */
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly count: number }

/** Reads the JSON that the README describes. Refuses with all that is wrong, not the first only. */
export function readMarket(text: string): MarketFile {
  const problems = gatherProblems()
  const refused = () => ({ ok: false, problems: problems.all, count: problems.count }) as const
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
    problems.add({ kind: 'no-json', at: `line ${text.slice(0, position).split('\n').length}`, message })
    return refused()
  }
  const top = fieldsOf(read, 'the file', ['programmes', 'candidates', 'couples'], problems)
  if (top === undefined) return refused()
  for (const name of ['programmes', 'candidates']) if (!Array.isArray(top[name])) problems.expected(name, 'a list')
  if (problems.count > 0) return refused()
  const programmes = readIds(
    listOf(top.programmes, 'programmes', problems),
    'programmes',
    ['id', 'seats', 'priorities', 'quotas'],
    problems,
  )
  const candidates = readIds(
    listOf(top.candidates, 'candidates', problems),
    'candidates',
    ['id', 'preferences', 'scores', 'groups'],
    problems,
  )
  const its = programmes.fields.map((fields, p) => readProgramme(fields ?? {}, `programmes[${p}]`, problems))
  const all = openApplications(candidates.ids.length)
  const seen = new Int32Array(programmes.ids.length).fill(-1)
  const joint: Joint[] = []
  const couples = readCouples(
    listOf(top.couples, 'couples', problems),
    candidates.indexOf,
    programmes.indexOf,
    (candidate) => listOf(candidates.fields[candidate]?.preferences, '', gatherProblems()).length > 0,
    problems,
  )
  const named = namedByCouples(couples)
  for (let candidate = 0; candidate < candidates.ids.length; candidate++) {
    const fields = candidates.fields[candidate]
    const first = all.count
    for (const programme of named.get(candidate) ?? []) addApplication(all, programme, 0)
    if (fields !== undefined) {
      const together = named.has(candidate)
      const options = readPreferences(fields, candidate, programmes.indexOf, all, seen, problems, first, together)
      if (options !== undefined) joint.push({ members: [candidate, candidate], options })
    }
    all.starts[candidate + 1] = all.count
  }
  joint.push(...couples)
  usePriorities(its, candidates, all, problems)
  for (let candidate = 0; candidate < candidates.ids.length; candidate++)
    for (let k = all.starts[candidate] ?? 0; k < (all.starts[candidate + 1] ?? 0); k++)
      if (Number.isNaN(all.score[k]))
        problems.add({
          kind: 'no-score',
          at: `candidates[${candidate}].scores`,
          id: programmes.ids[all.programme[k] ?? 0] ?? '',
        })
  const groups = [...new Set(its.flatMap(({ quotas }) => quotas.map(({ group }) => group)))]
  if (groups.length > groupLimit) problems.add({ kind: 'too-many-groups', at: 'programmes', limit: groupLimit })
  const groupsOf = readGroups(candidates.fields, groups, problems)
  const market: Market = {
    candidates: candidates.ids,
    programmes: programmes.ids,
    seats: Int32Array.from(its, ({ seats }) => seats),
    ...acceptable(all),
    groups,
    groupsOf,
    quotas: its.map(({ quotas }) =>
      quotas.map(({ group, most, least }) => ({ group: groups.indexOf(group), most, least })),
    ),
    joint: [],
  }
  refuseCrossing(market, problems)
  return problems.count > 0 ? refused() : { ok: true, market: { ...market, joint: joint.map(possible(market)) } }
}

/** By member of a couple: the programmes that the couple names for that member. */
function namedByCouples(couples: readonly Joint[]): ReadonlyMap<number, ReadonlySet<number>> {
  const named = new Map<number, Set<number>>()
  for (const { members, options } of couples)
    for (const [m, member] of members.entries()) {
      const programmes = named.get(member) ?? new Set()
      for (const option of options) if ((option[m] ?? -1) >= 0) programmes.add(option[m] ?? 0)
      named.set(member, programmes)
    }
  return named
}

/** Without the choices where a programme does not accept somebody. */
const possible =
  (market: Market) =>
  ({ members, options }: Joint): Joint => ({
    members,
    options: options.filter((option) =>
      option.every((p, m) => p < 0 || applicationOf(market, members[m] ?? 0, p) >= 0),
    ),
  })

/** Where a programme has a list, the list is what counts. */
function usePriorities(
  programmes: readonly ReadProgramme[],
  { indexOf, ids }: { readonly indexOf: ReadonlyMap<string, number>; readonly ids: readonly string[] },
  all: ReturnType<typeof openApplications>,
  problems: Problems,
): void {
  if (programmes.every(({ priorities }) => priorities === undefined)) return
  const byProgramme: number[][] = programmes.map(() => [])
  const candidateOf = new Int32Array(all.count)
  for (let candidate = 0; candidate < ids.length; candidate++)
    for (let k = all.starts[candidate] ?? 0; k < (all.starts[candidate + 1] ?? 0); k++) {
      candidateOf[k] = candidate
      byProgramme[all.programme[k] ?? 0]?.push(k)
    }
  const ranks = new Int32Array(ids.length)
  for (const [p, { priorities }] of programmes.entries()) {
    if (priorities === undefined) continue
    const lent = readPriorities(priorities, `programmes[${p}]`, indexOf, ranks, problems)
    for (const k of byProgramme[p] ?? []) {
      const rank = ranks[candidateOf[k] ?? 0] ?? 0
      all.score[k] = rank === 0 ? Number.NEGATIVE_INFINITY : -rank
    }
    lent.clear()
  }
}

function readGroups(
  fields: readonly (Readonly<Record<string, unknown>> | undefined)[],
  groups: readonly string[],
  problems: Problems,
): Int32Array {
  const bitOf = new Map(groups.map((group, bit) => [group, 1 << bit]))
  const groupsOf = new Int32Array(fields.length)
  for (const [candidate, its] of fields.entries()) {
    if (its?.groups === undefined) continue
    for (const [k, group] of listOf(its.groups, `candidates[${candidate}].groups`, problems).entries())
      if (typeof group !== 'string' || group === '')
        problems.expected(`candidates[${candidate}].groups[${k}]`, 'a text that is not empty')
      else groupsOf[candidate] = (groupsOf[candidate] ?? 0) | (bitOf.get(group) ?? 0)
  }
  return groupsOf
}

/** Groups that cross, among those who apply, make a stable division impossible at times (Huang 2010): refused. */
function refuseCrossing({ starts, programme, groupsOf, quotas, groups, candidates }: Market, problems: Problems): void {
  if (quotas.every((its) => its.length < 2)) return
  const masks: Map<number, number>[] = quotas.map(() => new Map())
  for (let candidate = 0; candidate < candidates.length; candidate++)
    for (let k = starts[candidate] ?? 0; k < (starts[candidate + 1] ?? 0); k++)
      masks[programme[k] ?? 0]?.set(groupsOf[candidate] ?? 0, candidate)
  for (const [p, its] of quotas.entries())
    for (const [place, { group }] of its.entries())
      for (const [q, { group: other }] of its.slice(0, place).entries()) {
        const at = `programmes[${p}].quotas[${place}]`
        if (group === other) {
          problems.add({ kind: 'twice', at, id: groups[group] ?? '' })
          continue
        }
        const have = [...(masks[p] ?? [])]
        const some = (mine: boolean, theirs: boolean) =>
          have.find(([mask]) => ((mask & (1 << group)) !== 0) === mine && ((mask & (1 << other)) !== 0) === theirs)
        const both = some(true, true)
        if (both === undefined || some(true, false) === undefined || some(false, true) === undefined) continue
        problems.add({
          kind: 'groups-cross',
          at: `${at}, beside quotas[${q}]`,
          groups: [groups[other] ?? '', groups[group] ?? ''],
          id: candidates[both[1]] ?? '',
        })
      }
}
