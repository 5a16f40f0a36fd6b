import { normalBelow, pick } from './draws.ts'

/** What people in general would say, as the chance of each step of a scale from 1 on. */
export interface Opinion {
  readonly name: string
  readonly chances: readonly number[]
}

/** Opinions normal below the surface, cut at the steps: those beyond an end all give that end. */
export function roundedNormal(steps: number, mean: number, spread: number): readonly number[] {
  const below = (step: number) => (step === 0 ? 0 : step === steps ? 1 : normalBelow((step + 0.5 - mean) / spread))
  return Array.from({ length: steps }, (_, step) => below(step + 1) - below(step))
}

/** A team in two camps, this share of it near the low end. */
function camps(steps: number, low: number): readonly number[] {
  const [down, up] = [roundedNormal(steps, 1.5, 0.6), roundedNormal(steps, steps - 0.5, 0.6)]
  return down.map((chance, step) => low * chance + (1 - low) * (up[step] ?? 0))
}

/** From all of one mind to widely apart, from one end of the scale to the other, and split in two. */
export function opinions(steps: 3 | 5): readonly Opinion[] {
  const spreads = steps === 5 ? [0.6, 0.9, 1.3] : [0.5, 0.8]
  const means = Array.from({ length: 4 * steps - 3 }, (_, quarter) => 1 + quarter / 4)
  return [
    ...spreads.flatMap((spread) =>
      means.map((mean) => ({
        name: `${steps} steps, around ${mean}, spread ${spread}`,
        chances: roundedNormal(steps, mean, spread),
      })),
    ),
    ...[0.2, 0.35, 0.5].map((low) => ({ name: `${steps} steps, ${low} in a low camp`, chances: camps(steps, low) })),
  ]
}

export function meanOf(chances: readonly number[]): number {
  return chances.reduce((sum, chance, step) => sum + chance * (step + 1), 0)
}

export function varianceOf(chances: readonly number[]): number {
  const mean = meanOf(chances)
  return chances.reduce((sum, chance, step) => sum + chance * (step + 1 - mean) ** 2, 0)
}

export function answersOf(chances: readonly number[], n: number, random: () => number): readonly number[] {
  return Array.from({ length: n }, () => 1 + pick(chances, random))
}
