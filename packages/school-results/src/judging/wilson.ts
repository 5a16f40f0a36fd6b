import type { Share } from './share.ts'

/**
 * The interval of true shares that a share of so few pupils can come from (Wilson 1927), in percent. `z` is 1.96 for 95 %.
 * Pupils are taken as a sample of those the school could have had.
 */
export function wilsonInterval({ above, total }: Share, z: number): readonly [low: number, high: number] {
  const p = above / total
  const centre = p + z ** 2 / (2 * total)
  const spread = z * Math.sqrt((p * (1 - p)) / total + z ** 2 / (4 * total ** 2))
  const scale = 1 + z ** 2 / total
  return [(100 * Math.max(0, centre - spread)) / scale, (100 * Math.min(scale, centre + spread)) / scale]
}
