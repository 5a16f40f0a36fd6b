/** How equal the chances of the people of a pool are. All are probabilities or shares, 0 to 1. */
export interface Statistics {
  readonly min: number
  readonly max: number
  /** 0 where everyone has the same chance, towards 1 where few people have all of it. */
  readonly gini: number
  /** 0 where anybody has no chance at all. */
  readonly geometricMean: number
  /** Which share of the people has less than the equal chance, seats ÷ people, and which share has more. */
  readonly shareBelowEqual: number
  readonly shareAboveEqual: number
}

/** Chances that differ less than this are the same: they come out of floating-point solvers. */
const same = 1e-9

/**
 * The figures by which the literature compares algorithms (Flanigan, Gölz, Gupta, Hennig, Procaccia, Nature 596, 2021, with
 * the Gini coefficient and the geometric mean). The Gini coefficient is the mean difference between two people over twice the
 * mean chance, Σᵢ Σⱼ |pᵢ − pⱼ| ÷ (2 n Σ p); with p sorted ascending, from 1, that is Σᵢ (2i − n − 1) pᵢ ÷ (n Σ p). The
 * geometric mean is taken as it is, without lifting zeros. Of an empty list, or where all are 0, the figures are 0.
 */
export function statisticsOf(probabilities: readonly number[]): Statistics {
  const count = probabilities.length
  const sorted = Float64Array.from(probabilities).sort()
  const total = sorted.reduce((sum, each) => sum + each, 0)
  const equal = count === 0 ? 0 : total / count
  const spread = sorted.reduce((sum, each, i) => sum + (2 * i + 1 - count) * each, 0)
  const logarithms = sorted.reduce((sum, each) => sum + Math.log(each), 0)
  const shareOf = (holds: (each: number) => boolean) => (count === 0 ? 0 : sorted.filter(holds).length / count)
  return {
    min: sorted[0] ?? 0,
    max: sorted[count - 1] ?? 0,
    // A sum of differences may end just below 0 where all are equal.
    gini: total > 0 ? Math.max(0, spread / (count * total)) : 0,
    geometricMean: count === 0 ? 0 : Math.exp(logarithms / count),
    shareBelowEqual: shareOf((each) => each < equal - same),
    shareAboveEqual: shareOf((each) => each > equal + same),
  }
}
