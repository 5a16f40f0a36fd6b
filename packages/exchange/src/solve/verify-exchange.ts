import type { CyclesCertificate } from '../cycles/certificate.ts'
import { type CyclesVerdict, verifyCycles } from '../cycles/verify-cycles.ts'
import { type MatchingVerdict, verifyMatching } from '../matching/verify-matching.ts'
import type { ExchangeFile } from '../reading/read-exchange.ts'
import { type ExchangeAnswer, edgesOf } from './solve-exchange.ts'

export type ExchangeVerdict =
  | MatchingVerdict
  | Extract<CyclesVerdict, { readonly sound: false }>
  | {
      readonly sound: false
      readonly why: 'another-file' | 'no-cycle' | 'twice-in-a-cycle' | 'claims-too-much'
    }

/**
 * Checks an answer and its proof against the file, without the code that made it: who swaps with whom, what that is worth,
 * and that nothing is worth more.
 */
export function verifyExchange(file: ExchangeFile, answer: ExchangeAnswer): ExchangeVerdict {
  const { n, arcs, cycles, objective, optimal, bound, gap, certificate } = answer
  const { scale } = certificate
  if (n !== file.graph.n || arcs !== file.graph.from.length || scale !== file.scale)
    return { sound: false, why: 'another-file' }
  if (certificate.kind === 'cycles') return verifyThrees(file, answer, certificate)
  const mate = new Int32Array(n).fill(-1)
  for (const cycle of cycles) {
    const [one = -1, other = -1] = cycle
    for (const v of cycle) if (!Number.isInteger(v) || v < 0 || v >= n) return { sound: false, why: 'no-cycle' }
    if (cycle.length !== 2) return { sound: false, why: 'no-cycle' }
    if (one === other || mate[one] !== -1 || mate[other] !== -1) return { sound: false, why: 'twice-in-a-cycle' }
    mate[one] = other
    mate[other] = one
  }
  if (!optimal || bound !== objective || gap !== 0) return { sound: false, why: 'claims-too-much' }
  // Whole again: the objective is an integer divided by a power of ten, rounded once.
  const whole = Math.round(objective * scale)
  if (whole / scale !== objective) return { sound: false, why: 'wrong-objective' }
  const duals = {
    vertices: Float64Array.from(certificate.vertices),
    innermost: Int32Array.from(certificate.innermost),
    sets: Float64Array.from(certificate.sets),
    around: Int32Array.from(certificate.around),
  }
  return verifyMatching(edgesOf(file), { mate, objective: whole, duals })
}

function verifyThrees(file: ExchangeFile, answer: ExchangeAnswer, certificate: CyclesCertificate): ExchangeVerdict {
  const { cycles, objective, bound, gap, optimal } = answer
  const { scale } = certificate
  // Whole again, as below: each is an integer divided by a power of ten, rounded once.
  const [worth, most] = [Math.round(objective * scale), Math.round(bound * scale)]
  if (!file.directed || worth / scale !== objective || most / scale !== bound)
    return { sound: false, why: 'wrong-objective' }
  const verdict = verifyCycles(file.graph, { cycles, objective: worth, bound: most, certificate })
  if (!verdict.sound) return verdict
  const lacks = most === 0 ? 0 : (most - worth) / most
  return optimal === (worth === most) && gap === lacks ? { sound: true } : { sound: false, why: 'claims-too-much' }
}
