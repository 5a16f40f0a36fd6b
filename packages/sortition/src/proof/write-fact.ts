import type { Leaf, PanelFact, Proof } from '../certificate/certificate.ts'
import type { Pool } from '../pool/pool.ts'
import type { Shape } from '../selection/shape.ts'
import type { WholeLeaf } from './leaf.ts'
import type { WholeProof } from './prove.ts'

const trimmed = (values: readonly number[]) => values.slice(0, values.findLastIndex((value) => value !== 0) + 1)

/** From profiles to people and from rows to rules: a fact as a certificate states it. */
export function writeFact(pool: Pool, shape: Shape, weights: Float64Array, most: number, proof: WholeProof): PanelFact {
  const named: Record<string, number> = Object.create(null)
  shape.profiles.forEach(({ people }, at) => {
    const weight = weights[at] ?? 0
    if (weight !== 0) for (const place of people) named[pool.people[place]?.id ?? ''] = weight
  })
  return { weights: { ...named }, most, proof: writeProof(pool, shape, proof) }
}

export function idsOf(pool: Pool, shape: Shape, profiles: readonly number[]): string[] {
  const places = profiles.flatMap((profile) => shape.profiles[profile]?.people ?? [])
  return places.toSorted((a, b) => a - b).map((place) => pool.people[place]?.id ?? '')
}

function writeProof(pool: Pool, shape: Shape, proof: WholeProof): Proof {
  if (!('profile' in proof)) return writeLeaf(pool, shape, proof)
  return {
    people: idsOf(pool, shape, [proof.profile]),
    atMost: proof.atMost,
    fewer: writeProof(pool, shape, proof.fewer),
    more: writeProof(pool, shape, proof.more),
  }
}

function writeLeaf(pool: Pool, shape: Shape, leaf: WholeLeaf): Leaf {
  let seats = 0
  const quotas = pool.features.map(({ values }) => values.map(() => 0))
  const limits = pool.limits.map(() => 0)
  shape.rows.forEach(({ rule }, row) => {
    const y = leaf.rows[row] ?? 0
    if (rule.kind === 'seats') seats = y
    else if (rule.kind === 'limits') for (const limit of rule.limits) limits[limit] = y
    else {
      const ofFeature = quotas[rule.feature]
      if (ofFeature !== undefined) ofFeature[rule.value] = y
    }
  })
  const byFeature = quotas.map(trimmed)
  return {
    scale: leaf.scale,
    seats,
    quotas: byFeature.slice(0, byFeature.findLastIndex((row) => row.length > 0) + 1),
    limits: trimmed(limits),
    splits: trimmed(leaf.sides),
    lemmas: trimmed(leaf.cuts),
  }
}
