import type { Center } from '../groups/points.ts'
import type { Start } from '../picture/start.ts'
import { badJson, idOf, isObject, readJson } from './json.ts'
import { groupIdOf } from './read-members.ts'
import type { ReadingRefusal } from './refusal.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads where k-means begins: the published analysis of a conversation (`math-pca2.json`: `group-clusters`, `base-clusters`,
 * `pca`, `tids`, `mod-out`), an earlier result of ours (`groups`, `pca`), or centres alone (`[[x, y], …]`, `{ id: [x, y] }`, or either as `centers`).
 */
export function readStart(bytes: Uint8Array): { readonly ok: true; readonly start: Start } | ReadingRefusal {
  const json = readJson(bytes)
  if (!json.ok) return json
  const { value } = json
  const fields: Fields = isObject(value) ? value : {}
  const list = Array.isArray(value)
    ? value
    : (fields['group-clusters'] ?? fields.groups ?? fields.centers ?? centersById(fields))
  if (!Array.isArray(list) || list.length === 0) return badJson('.', 'start', value)
  const centers: Center[] = []
  const ids: (number | string)[] = []
  for (const [k, entry] of list.entries()) {
    const center = centerOf(isObject(entry) ? entry.center : entry)
    if (center === undefined) return badJson(`[${k}].center`, 'center', entry)
    centers.push(center)
    ids.push(groupIdOf((isObject(entry) ? idOf(entry.id) : undefined) ?? String(k)))
  }
  return {
    ok: true,
    start: {
      centers,
      ids,
      directions: directionsOf(fields),
      clusters: clustersOf(fields),
      leftOut: Array.isArray(fields['mod-out']) ? idsOf(fields['mod-out']) : undefined,
    },
  }
}

/** `{ "a": [x, y], … }` */
function centersById(fields: Fields): unknown {
  const entries = Object.entries(fields)
  return entries.every(([, center]) => centerOf(center) !== undefined)
    ? entries.map(([id, center]) => ({ id, center }))
    : undefined
}

function directionsOf({ pca, tids }: Fields): Start['directions'] {
  if (!isObject(pca)) return undefined
  const statements = idsOf(tids ?? pca.statements)
  const [first, second] = Array.isArray(pca.comps) ? pca.comps.map(numbersOf) : []
  const center = numbersOf(pca.center)
  if (first === undefined || second === undefined) return undefined
  if ([center, first, second].some(({ length }) => length !== statements.length)) return undefined
  return new Map(
    statements.map((id, j) => [id, { center: center[j] ?? 0, comps: [first[j] ?? 0, second[j] ?? 0] as const }]),
  )
}

function clustersOf({ 'base-clusters': base, 'group-clusters': groups }: Fields): Start['clusters'] {
  if (!isObject(base) || !Array.isArray(base.members) || !Array.isArray(groups)) return undefined
  return new Map(base.members.flatMap((members, cluster) => idsOf(members).map((id) => [id, cluster] as const)))
}

function centerOf(value: unknown): Center | undefined {
  const [x, y] = numbersOf(value)
  return x === undefined || y === undefined ? undefined : [x, y]
}

function idsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map((one) => idOf(one) ?? '') : []
}

function numbersOf(value: unknown): readonly number[] {
  if (!Array.isArray(value)) return []
  return value.every((one) => typeof one === 'number' && Number.isFinite(one)) ? value : []
}
