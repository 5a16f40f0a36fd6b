import type { ExchangeAnswer, MechanismAnswer } from '@kantelpunt/exchange'

/** A result from its text; undefined where it isn't one. Whether it is sound is for the verifier to say. */
export function readResult(bytes: Uint8Array): ExchangeAnswer | MechanismAnswer | undefined {
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (isOfMechanism(read)) return read
    return hasAnswer(read, isCertificate) && isAnswer(read) ? read : undefined
  } catch {
    return undefined
  }
}

/** The certificate decides which of the two it is: `hasAnswer` has looked. */
function isAnswer(read: object): read is ExchangeAnswer {
  return !('mechanism' in read)
}

function isOfMechanism(read: unknown): read is MechanismAnswer {
  if (!hasAnswer(read, isOfKind) || !('mechanism' in read && 'longest' in read)) return false
  const { mechanism, longest } = read
  return (
    (mechanism === 'priority' || mechanism === 'ttc' || mechanism === 'block') &&
    (longest === 2 || longest === 3 || longest === 'any')
  )
}

function isOfKind(read: unknown): boolean {
  if (typeof read !== 'object' || read === null || !('kind' in read && 'scale' in read)) return false
  if (read.kind === 'rounds') return typeof read.scale === 'number' && 'rounds' in read && isNumbers(read.rounds)
  return read.kind === 'priority' && 'times' in read && typeof read.times === 'number' && hasDuals(read)
}

function hasAnswer(read: unknown, isProof: (certificate: unknown) => boolean): read is object {
  if (typeof read !== 'object' || read === null) return false
  if (!('n' in read && 'arcs' in read && 'objective' in read && 'bound' in read && 'gap' in read)) return false
  if (!('optimal' in read && 'cycles' in read && 'certificate' in read)) return false
  const { n, arcs, objective, bound, gap, optimal, cycles, certificate } = read
  return (
    [n, arcs, objective, bound, gap].every((value) => typeof value === 'number') &&
    typeof optimal === 'boolean' &&
    Array.isArray(cycles) &&
    cycles.every(isNumbers) &&
    isProof(certificate)
  )
}

function isCertificate(read: unknown): boolean {
  if (typeof read !== 'object' || read === null) return false
  if (!('kind' in read && 'scale' in read)) return false
  if (read.kind === 'cycles') return typeof read.scale === 'number' && isOfCycles(read)
  return read.kind === 'matching' && hasDuals(read)
}

function hasDuals(read: object): boolean {
  if (!('scale' in read && 'vertices' in read && 'innermost' in read)) return false
  if (!('sets' in read && 'around' in read)) return false
  const { scale, vertices, innermost, sets, around } = read
  return typeof scale === 'number' && [vertices, innermost, sets, around].every(isNumbers)
}

function isOfCycles(read: object): boolean {
  if (!('times' in read && 'parts' in read)) return false
  return typeof read.times === 'number' && isListOf(read.parts, isPart)
}

function isPart(read: object): boolean {
  if (!('vertices' in read && 'bound' in read && 'proof' in read)) return false
  return isNumbers(read.vertices) && typeof read.bound === 'number' && isProof(read.proof, 0)
}

/** No search goes deeper, and following what does would be beyond the stack. */
const deepest = 1000

function isProof(read: unknown, depth: number): boolean {
  if (typeof read !== 'object' || read === null || !('values' in read && 'cuts' in read)) return false
  if (!isNumbers(read.values) || !isListOf(read.cuts, isCut)) return false
  if (!('branch' in read)) return true
  const { branch } = read
  if (depth > deepest || typeof branch !== 'object' || branch === null) return false
  if (!('pair' in branch && 'together' in branch && 'apart' in branch)) return false
  const { pair, together, apart } = branch
  return isNumbers(pair) && isProof(together, depth + 1) && isProof(apart, depth + 1)
}

function isCut(read: object): boolean {
  if (!('vertices' in read && 'shares' in read && 'of' in read && 'value' in read)) return false
  const { vertices, shares, of, value } = read
  return isNumbers(vertices) && isNumbers(shares) && typeof of === 'number' && typeof value === 'number'
}

function isListOf(read: unknown, is: (one: object) => boolean): boolean {
  return Array.isArray(read) && read.every((one) => typeof one === 'object' && one !== null && is(one))
}

function isNumbers(read: unknown): boolean {
  return Array.isArray(read) && read.every((value) => typeof value === 'number')
}
