import { buildMarket } from '../market/build-market.ts'
import { checkMarket } from '../market/check-market.ts'
import type { MarketInput, MarketRules, TeacherMarket } from '../market/market.ts'
import type { ExchangeFile } from '../reading/read-exchange.ts'
import { readJson } from '../reading/read-json.ts'
import type { ExchangeRefusal } from '../reading/refusal.ts'
import { isMarketRules, isSchool, isTeacher } from './record-guards.ts'

export type ReadMarket =
  | { readonly ok: true; readonly market: TeacherMarket; readonly file: ExchangeFile }
  /** `not-a-market`: arcs alone can't be explained. `arcs-do-not-follow`: from its teachers, schools and rules come other arcs. */
  | { readonly ok: false; readonly reason: 'not-a-market' | 'wrong-market' | 'arcs-do-not-follow' }
  | { readonly ok: false; readonly reason: 'unreadable'; readonly refusal: ExchangeRefusal }

/** Reads what `marketPieces` wrote, and builds the market again to see that its arcs are those of the rules. */
export function readMarketFile(bytes: Uint8Array): ReadMarket {
  const file = readJson(bytes)
  if (!file.ok) return { ok: false, reason: 'unreadable', refusal: file.refusal }
  const read: unknown = JSON.parse(new TextDecoder().decode(bytes))
  if (typeof read !== 'object' || read === null || !('market' in read)) return { ok: false, reason: 'not-a-market' }
  const found = recordsOf(read.market)
  if (found === undefined || checkMarket(found.input, found.rules).length > 0)
    return { ok: false, reason: 'wrong-market' }
  const market = buildMarket(found.input, found.rules, file.graph.from.length)
  if (!sameArcs(market, file)) return { ok: false, reason: 'arcs-do-not-follow' }
  return 'ids' in read && namesAll(read.ids, market)
    ? { ok: true, market, file }
    : { ok: false, reason: 'wrong-market' }
}

function recordsOf(read: unknown): { readonly input: MarketInput; readonly rules: MarketRules } | undefined {
  if (typeof read !== 'object' || read === null) return undefined
  if (!('system' in read && 'rules' in read && 'teachers' in read && 'schools' in read)) return undefined
  const { system, rules, teachers, schools } = read
  if (system !== 'rd' && system !== 'wgs84') return undefined
  if (!Array.isArray(teachers) || !Array.isArray(schools) || !isMarketRules(rules)) return undefined
  if (!teachers.every(isTeacher) || !schools.every(isSchool)) return undefined
  return { input: { system, teachers, schools }, rules }
}

/** Who reads results looks there for who is which number. */
function namesAll(ids: unknown, { teachers }: TeacherMarket): boolean {
  return Array.isArray(ids) && ids.length === teachers.length && teachers.every(({ id }, k) => ids[k] === id)
}

function sameArcs({ graph }: TeacherMarket, file: ExchangeFile): boolean {
  if (!file.directed || file.graph.n !== graph.n || file.graph.from.length !== graph.from.length) return false
  const weights = new Map<number, number>()
  for (const [k, from] of graph.from.entries()) weights.set(from * graph.n + (graph.to[k] ?? 0), graph.weight[k] ?? 0)
  return file.graph.from.every(
    (from, k) => weights.get(from * graph.n + (file.graph.to[k] ?? 0)) === file.graph.weight[k],
  )
}
