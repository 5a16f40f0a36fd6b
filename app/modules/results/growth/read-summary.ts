import { usualRule, verifyCertificate } from '@kantelpunt/disclosure'
import { z } from 'zod'
import { coarseSpread, isCoarse } from './coarse-figures.ts'
import { fewPupils } from './limits.ts'
import { codePattern, countsOf, type Summary, verdictOf, verdicts } from './summary.ts'

/** More schools than a governing body has; a text of more signs holds something else. */
const mostSchools = 2000
export const mostSummarySigns = 500_000

const score = z.number().min(-1e9).max(1e9)
const school = z
  .strictObject({
    code: z.string().regex(codePattern),
    pupils: z.int().min(fewPupils).max(1_000_000),
    expected: score,
    achieved: score,
    growth: score,
    lower: score,
    upper: score,
    verdict: z.enum(verdicts),
  })
  .refine(
    ({ lower, growth, upper, verdict }) =>
      lower <= growth && growth <= upper && verdict === verdictOf({ lower, upper }),
  )
const summary = z.strictObject({
  schools: z.array(school).min(1).max(mostSchools),
  spread: score.refine((spread) => coarseSpread(spread) === spread),
  certificate: z.strictObject({
    form: z.literal('kantelpunt-table-certificate/1'),
    rule: z.strictObject({ threshold: z.number(), width: z.number() }),
    attacker: z.strictObject({ leastSuppressed: z.union([z.literal(0), z.literal(1)]) }),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    // Nothing in a summary is suppressed: there is no interval, and no other table is possible.
    minimalWidth: z.null(),
    possibleTables: z.array(z.array(z.number())).max(0),
  }),
})

/**
 * The summary that a page sent, if it is one: figures of schools by code, in the order of their codes, of 10 pupils or
 * more, in whole steps, with a certificate of these very counts under our own rule. Everything else is undefined, whatever it is.
 */
export async function readSummary(text: string): Promise<Summary | undefined> {
  const parsed = summary.safeParse(jsonOf(text))
  if (!parsed.success) return undefined
  const { schools, spread, certificate } = parsed.data
  if (!schools.every((each) => isCoarse(each, each.pupils, spread))) return undefined
  if (schools.some(({ code }, k) => k > 0 && !((schools[k - 1]?.code ?? '') < code))) return undefined
  const { threshold, width, zerosKnown = false } = usualRule
  const verdict = await verifyCertificate(certificate, [countsOf(schools)], [], undefined, {
    threshold,
    width,
    zerosKnown,
  })
  return verdict.ok && verdict.suppressed === 0 ? { schools, spread, certificate } : undefined
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
