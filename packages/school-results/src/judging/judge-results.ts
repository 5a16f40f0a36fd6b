import { deriveNorms, type SchoolToDeriveFrom } from '../deriving/derive-norms.ts'
import type { Kind } from '../layouts/layout.ts'
import { knownNorms } from '../norms/known-norms.ts'
import { type Indicator, indicators, type NormSet } from '../norms/norm-set.ts'
import { normsInFile } from '../norms/norms-in-file.ts'
import type { Refusal } from '../reading/refusal.ts'
import type { ResultsTable } from '../reading/results-table.ts'
import { type Agreement, agreementOf, type ComparedJudgement, type WeightedMeans, weightedMeans } from './agreement.ts'
import { type DomainCounts, domainCounts, type SamePupils, withCellsApart } from './domain-counts.ts'
import { type InspectorateFile, inspectorateFile } from './inspectorate-school.ts'
import { judgeCounts } from './judge-counts.ts'
import { judgeTogether } from './judge-together.ts'
import { type Links, linkSchools } from './link-schools.ts'
import {
  type Hidden,
  hiddenBehindMean,
  judgeDomains,
  type PerDomain,
  plainlyPerDomain,
  type SchoolPerDomain,
  type SchoolTogether,
  type SideBySide,
  sideBySide,
} from './policies.ts'
import { type Weightings, weightingsOf } from './weightings.ts'

export type JudgeRefusal =
  /** What only shows when rows are compared, with the table that it is in. */
  | (Refusal & { readonly table?: ResultsTable })
  /** None of the tables holds what is judged. */
  | { readonly ok: false; readonly reason: 'nothing-to-judge'; readonly found: readonly Kind[] }
  | { readonly ok: false; readonly reason: 'several-inspectorate-files' }
  /** Judging per domain or deriving norms needs the Inspectorate's results and DUO's reference levels. */
  | { readonly ok: false; readonly reason: 'needs-both-files'; readonly missing: Kind }
  | { readonly ok: false; readonly reason: 'no-norms-for-years'; readonly schoolYears: readonly string[] }
  | { readonly ok: false; readonly reason: 'no-schools' }

export interface Judged {
  readonly ok: true
  readonly norms: NormSet
  readonly judgements: readonly ComparedJudgement[]
  readonly agreement: Agreement
  readonly weightedMeans: WeightedMeans | undefined
  readonly perDomain: JudgedPerDomain | undefined
}

export interface JudgedPerDomain {
  readonly norms: NormSet
  readonly derivedHere: boolean
  /** Every school that is linked and judged under both policies. */
  readonly schools: readonly SchoolPerDomain[]
  readonly sideBySide: SideBySide
  readonly unlinked: Links['unlinked']
  /** Schools above for both indicators on the domains together, and those of them that are linked to counts. */
  readonly passTogether: number
  readonly passLinked: number
  readonly hidden: PerDomain
  /** The same without using that a year's pupils are the same in every domain. */
  readonly cellsApart: Hidden
  readonly samePupils: SamePupils | undefined
  /** What the norms for the domains together would say if they were held against each domain. */
  readonly plain: PerDomain
}

interface Gathered {
  readonly file: InspectorateFile | undefined
  readonly counts: ReadonlyMap<string, DomainCounts> | undefined
  readonly samePupils: SamePupils | undefined
  readonly weightings: Weightings
}

/**
 * Judges the schools in tables that were read: the Inspectorate's where they are there, else DUO's numbers per reference
 * level with the schoolweging beside them. `norms` are those to use; without, those for the school years of the file, and
 * else those the file itself names. Norms per domain are the given ones, else those that come along and are based on the
 * norms for the domains together, else derived from the two files.
 */
export function judgeResults(
  tables: readonly ResultsTable[],
  options: { readonly norms?: readonly NormSet[]; readonly perDomain?: boolean } = {},
): Judged | JudgeRefusal {
  const gathered = gather(tables)
  if (!gathered.ok) return gathered
  const { file, counts, weightings } = gathered
  const norms = chooseNorms(gathered, options.norms ?? [])
  if (norms === undefined) return { ok: false, reason: 'no-norms-for-years', schoolYears: yearsOf(gathered) }
  const judgements = file === undefined ? fromCounts(counts, norms, weightings) : fromFile(file, norms)
  const answer = {
    ok: true,
    norms,
    judgements,
    agreement: agreementOf(judgements),
    weightedMeans: file === undefined ? undefined : weightedMeans(file.schools),
  } as const
  if (options.perDomain !== true) return { ...answer, perDomain: undefined }
  if (counts === undefined) return { ok: false, reason: 'needs-both-files', missing: 'reference-levels' }
  const given = options.norms?.find(({ tables: each }) => each.some(({ aspect }) => aspect !== 'together'))
  const known = given ?? knownNorms.find(({ basedOn }) => basedOn === norms.id)
  const domainNorms = known ?? deriveFrom(file, counts, norms)
  if ('ok' in domainNorms) return domainNorms
  return {
    ...answer,
    perDomain: perDomain(
      file === undefined ? countsAlone(counts, weightings) : linkSchools(file.schools, counts),
      judgements,
      norms,
      domainNorms,
      {
        derivedHere: known === undefined,
        samePupils: gathered.samePupils,
      },
    ),
  }
}

/** Derives norms per domain from the Inspectorate's results and DUO's reference levels. */
export function deriveFromResults(
  tables: readonly ResultsTable[],
  options: { readonly norms?: readonly NormSet[]; readonly id?: string } = {},
): { readonly ok: true; readonly norms: NormSet } | JudgeRefusal {
  const gathered = gather(tables)
  if (!gathered.ok) return gathered
  const { file, counts } = gathered
  if (file === undefined) return { ok: false, reason: 'needs-both-files', missing: 'inspectorate-results' }
  if (counts === undefined) return { ok: false, reason: 'needs-both-files', missing: 'reference-levels' }
  const base = chooseNorms(gathered, options.norms ?? [])
  if (base === undefined) return { ok: false, reason: 'no-norms-for-years', schoolYears: yearsOf(gathered) }
  const norms = deriveFrom(file, counts, base, options.id)
  return 'ok' in norms ? norms : { ok: true, norms }
}

function gather(tables: readonly ResultsTable[]): ({ readonly ok: true } & Gathered) | JudgeRefusal {
  const ofKind = (kind: Kind) => tables.filter((table) => table.kind === kind)
  const weightings = weightingsOf(ofKind('school-weighting'))
  const [results, second] = ofKind('inspectorate-results')
  if (second !== undefined) return { ok: false, reason: 'several-inspectorate-files' }
  const levels = ofKind('reference-levels')
  const file = results === undefined ? undefined : inspectorateFile(results)
  if (file?.ok === false) return { ...file, ...(results === undefined ? {} : { table: results }) }
  const counts = levels.length === 0 ? undefined : domainCounts(levels)
  if (counts?.ok === false) return counts
  if (file === undefined && counts === undefined) {
    return { ok: false, reason: 'nothing-to-judge', found: [...new Set(tables.map(({ kind }) => kind))] }
  }
  return {
    ok: true,
    file: withWeightings(file, weightings),
    counts: counts?.schools,
    samePupils: counts?.samePupils,
    weightings,
  }
}

/** A file without a column of schoolweging takes it from the file of weightings beside it. */
function withWeightings(file: InspectorateFile | undefined, weightings: Weightings): InspectorateFile | undefined {
  if (file === undefined || file.schools.some(({ weighting }) => weighting !== undefined)) return file
  return { ...file, schools: file.schools.map((school) => ({ ...school, weighting: weightings.of(school.code) })) }
}

function chooseNorms(gathered: Gathered, given: readonly NormSet[]): NormSet | undefined {
  const isTogether = ({ tables }: NormSet) => tables.some(({ aspect }) => aspect === 'together')
  const asked = given.find(isTogether)
  if (asked !== undefined) return asked
  const years = yearsOf(gathered)
  const known = knownNorms.find((norms) => isTogether(norms) && norms.schoolYears.every((year) => years.includes(year)))
  const exact = gathered.file === undefined || known?.schoolYears.length === years.length
  if (known !== undefined && exact) return known
  return gathered.file === undefined ? undefined : normsInFile(gathered.file)
}

function yearsOf({ file, counts }: Gathered): readonly string[] {
  if (file !== undefined) return file.schoolYears
  return [...new Set([...(counts?.values() ?? [])].flatMap(({ years }) => [...years.keys()]))].toSorted()
}

function fromFile(file: InspectorateFile, norms: NormSet): readonly ComparedJudgement[] {
  return file.schools.flatMap((school) =>
    indicators.map((indicator) => ({
      code: school.code,
      line: school.line,
      judgement: judgeTogether(school, indicator, norms, file.decimals),
      published: school.published[indicator],
    })),
  )
}

function fromCounts(
  counts: ReadonlyMap<string, DomainCounts> | undefined,
  norms: NormSet,
  weightings: Weightings,
): readonly ComparedJudgement[] {
  return [...(counts?.values() ?? [])].flatMap((school) =>
    indicators.map((indicator) => ({
      code: school.code,
      line: school.line,
      judgement: judgeCounts(school, indicator, 'together', norms, { weighting: weightings.of(school.code) }),
      published: undefined,
    })),
  )
}

/** Without the Inspectorate's file every location is a school, with its schoolweging from the file beside it. */
function countsAlone(counts: ReadonlyMap<string, DomainCounts>, weightings: Weightings): Links {
  return {
    linked: [...counts.values()].map((each) => ({
      school: { code: each.code, line: each.line, weighting: weightings.of(each.code) },
      counts: each,
    })),
    unlinked: { noCounts: 0, severalLocations: 0 },
  }
}

function deriveFrom(
  file: InspectorateFile | undefined,
  counts: ReadonlyMap<string, DomainCounts>,
  base: NormSet,
  id = `per-domain-${base.id}`,
): NormSet | JudgeRefusal {
  if (file === undefined) return { ok: false, reason: 'needs-both-files', missing: 'inspectorate-results' }
  const schools = linkSchools(file.schools, counts).linked.map((link): SchoolToDeriveFrom => {
    const verdict = (indicator: Indicator) => judgeTogether(link.school, indicator, base, file.decimals).outcome
    return {
      weighting: link.school.weighting,
      counts: link.counts,
      together: { '1F': verdict('1F'), '1S/2F': verdict('1S/2F') },
    }
  })
  const derived = deriveNorms(base, schools, id)
  return derived.ok ? derived.norms : derived
}

function perDomain(
  { linked, unlinked }: Links,
  judgements: readonly ComparedJudgement[],
  base: NormSet,
  norms: NormSet,
  about: Pick<JudgedPerDomain, 'derivedHere' | 'samePupils'>,
): JudgedPerDomain {
  const bySchool = Map.groupBy(judgements, ({ code }) => code)
  const isAbove = ({ judgement }: ComparedJudgement) => judgement.outcome.verdict === 'above'
  const isCertain = (each: ComparedJudgement) => isAbove(each) || each.judgement.outcome.verdict === 'below'
  const together = linked.flatMap((link): readonly SchoolTogether[] => {
    const own = bySchool.get(link.school.code) ?? []
    const [first] = own
    if (first === undefined || !own.every(isCertain)) return []
    return [{ link, pupils: first.judgement.pupils, passes: own.every(isAbove) }]
  })
  const schools = judgeDomains(together, norms)
  const apart = together.map((school) => ({
    ...school,
    link: { ...school.link, counts: withCellsApart(school.link.counts) },
  }))
  return {
    ...about,
    norms,
    schools,
    sideBySide: sideBySide(schools),
    unlinked,
    passTogether: [...bySchool.values()].filter((own) => own.every(isAbove)).length,
    passLinked: together.filter(({ passes }) => passes).length,
    hidden: hiddenBehindMean(schools),
    cellsApart: hiddenBehindMean(judgeDomains(apart, norms)),
    plain: hiddenBehindMean(judgeDomains(together, plainlyPerDomain(base))),
  }
}
