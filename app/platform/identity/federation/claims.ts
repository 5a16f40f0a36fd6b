import { z } from 'zod'
import type { Claims, Provider } from './provider.ts'

/** What the house wants to know of somebody with a school account. */
export interface SchoolAccount {
  readonly subject: string
  readonly email: string
  readonly emailVerified: boolean
  readonly name: string
  /** BRIN (`00AP`) of the school that the provider speaks of, and BRIN + vestiging (`00AP01`) where it says so. */
  readonly brin: string | null
  readonly branch: string | null
  readonly affiliation: 'employee' | 'pupil' | 'none'
}

const text = z.string().trim().min(1)
/** Federations send one value, or a list of them. */
const texts = z.union([text.transform((one) => [one]), z.array(text)]).catch([])

/** Reads what a provider said. Null where it did not even say who it is about. */
export function readClaims(
  { claims: names, brins }: Pick<Provider, 'claims' | 'brins'>,
  claims: Claims,
): SchoolAccount | null {
  const subject = text.safeParse(claims.sub)
  const email = z.email().safeParse(texts.parse(claims[names.email])[0]?.toLowerCase())
  if (!subject.success || !email.success) return null
  const branch = schoolCode(texts.parse(claims[names.branch])[0], /^[0-9]{2}[A-Z]{2}[0-9]{2}$/)
  const brin = schoolCode(texts.parse(claims[names.brin])[0], /^[0-9]{2}[A-Z]{2}/)?.slice(0, 4) ?? null
  // A branch of another school than the one named is a mistake at the provider: better no branch.
  const ownBranch = branch !== null && (brin === null || branch.startsWith(brin)) ? branch : null
  const school = brin ?? ownBranch?.slice(0, 4) ?? null
  const spokenFor = school !== null && (brins === undefined || brins.includes(school))
  return {
    subject: subject.data,
    email: email.data,
    emailVerified: z
      .union([z.boolean(), z.literal('true').transform(() => true)])
      .catch(false)
      .parse(claims[names.emailVerified]),
    name: texts.parse(claims[names.name])[0]?.slice(0, 100) ?? email.data.split('@')[0] ?? '',
    brin: spokenFor ? school : null,
    branch: spokenFor ? ownBranch : null,
    affiliation: affiliationIn(texts.parse(claims[names.affiliation])),
  }
}

function schoolCode(told: string | undefined, shape: RegExp): string | null {
  const code = told?.toUpperCase().replaceAll(/\s/g, '') ?? ''
  return shape.test(code) ? code : null
}

/**
 * eduPersonAffiliation, also in its scoped form (`employee@school`). Who teaches while studying is an employee; who is a
 * student only is a pupil.
 */
function affiliationIn(values: readonly string[]): SchoolAccount['affiliation'] {
  const plain = values.map((value) => value.toLowerCase().split('@')[0])
  if (plain.some((value) => value === 'employee' || value === 'staff' || value === 'faculty')) return 'employee'
  return plain.includes('student') ? 'pupil' : 'none'
}
