import type { Longest, Mechanism } from './mechanism.ts'

/**
 * Whether one who answers otherwise than the truth can gain. `never-gain-a-match`: nobody comes into an acceptable exchange
 * that way who would not be in one (for whom all acceptable ones are alike); `never-gain-in-rank`: nobody comes into a place
 * that she ranks higher; `may-gain`: nothing is claimed.
 */
export type CleverAnswers = 'never-gain-a-match' | 'never-gain-in-rank' | 'may-gain'

/** What a mechanism guarantees, by exchanges of at most `longest`. */
export interface Guarantee {
  readonly mechanism: Mechanism
  readonly longest: Longest
  readonly teachers: {
    /** Nobody goes where she doesn't want to go. */
    readonly individuallyRational: true
    readonly cleverAnswers: CleverAnswers
  }
  readonly schools: {
    /** `acceptable`: no school gets whom it doesn't accept; `improved`: only whom it ranks above who leaves. */
    readonly individuallyRational: 'acceptable' | 'improved'
    readonly cleverAnswers: CleverAnswers
  }
  /**
   * `greatest-weight`; `most-exchanges`: as many as there can be, and no other set serves the order better;
   * `best-for-teachers`: no other set of exchanges that both sides allow is better for one and worse for none, so nor is any
   * for teachers and schools together; `nothing-left`: those who stay have no exchange among themselves.
   */
  readonly reaches: 'greatest-weight' | 'most-exchanges' | 'best-for-teachers' | 'nothing-left'
  readonly source: string
}

const sources: Readonly<Record<Mechanism, string>> = {
  optimal: 'Edmonds 1965, Maximum matching and a polyhedron with 0,1-vertices',
  priority: 'Roth, Sönmez & Ünver 2005, Pairwise kidney exchange, Journal of Economic Theory 125',
  ttc: 'Dur & Ünver 2019, Two-sided matching via balanced exchange, Journal of Political Economy 127',
  block: 'Combe, Tercieux & Terrier 2022, The design of teacher assignment, Review of Economic Studies 89',
}

/**
 * What a mechanism guarantees. Trading in circles is safe from clever answers only where circles may be of any length: with
 * strict rankings no mechanism for limited exchanges is individually rational, efficient and strategy-proof at once (Nicolò &
 * Rodríguez-Álvarez 2012; Balbuzanov 2020).
 */
export function guaranteeOf(mechanism: Mechanism, longest: Longest): Guarantee {
  const trades = mechanism === 'ttc' || mechanism === 'block'
  const whole = trades && longest === 'any'
  const byTeachers = mechanism === 'priority' ? 'never-gain-a-match' : whole ? 'never-gain-in-rank' : 'may-gain'
  return {
    mechanism,
    longest,
    teachers: { individuallyRational: true, cleverAnswers: byTeachers },
    schools: {
      individuallyRational: mechanism === 'block' ? 'improved' : 'acceptable',
      cleverAnswers: mechanism === 'priority' ? 'never-gain-a-match' : 'may-gain',
    },
    reaches: reachedBy(mechanism, whole),
    source: sources[mechanism],
  }
}

function reachedBy(mechanism: Mechanism, whole: boolean): Guarantee['reaches'] {
  if (mechanism === 'optimal') return 'greatest-weight'
  if (mechanism === 'priority') return 'most-exchanges'
  return whole ? 'best-for-teachers' : 'nothing-left'
}
