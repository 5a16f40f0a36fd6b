import type { Interval } from '../cells/interval.ts'
import type { SchoolCode } from '../cells/school-code.ts'
import { type DomainCounts, domainCounts, hasEveryYear, pupilsOver } from '../judging/domain-counts.ts'
import { inspectorateFile, type PublishedOutcome } from '../judging/inspectorate-school.ts'
import { judgeTogether } from '../judging/judge-together.ts'
import { linkSchools } from '../judging/link-schools.ts'
import type { ShareBounds } from '../judging/share.ts'
import { shareOver } from '../judging/share-over.ts'
import { weightingsOf } from '../judging/weightings.ts'
import type { Kind } from '../layouts/layout.ts'
import { type Domain, domains, type Indicator, type NormSet } from '../norms/norm-set.ts'
import type { Refusal } from '../reading/refusal.ts'
import type { ResultsTable } from '../reading/results-table.ts'

/** The share of pupils that reached each level, per domain; undefined where there can't be a pupil. */
export type DomainShares = Readonly<Record<Domain, Readonly<Record<Indicator, ShareBounds | undefined>>>>

export interface YearFigures {
  readonly period: string
  readonly pupils: Interval
  readonly shares: DomainShares
}

/** What the Inspectorate says of a school, over the domains together. */
export interface TogetherFigures {
  readonly bounds: ShareBounds | undefined
  readonly published: PublishedOutcome | undefined
}

/** One school, with all that rules compare: shares as whole numbers, so that a rule can be held against it exactly. */
export interface SchoolFigures {
  /** DUO's location; undefined for a school of the Inspectorate whose location can't be told. */
  readonly location: SchoolCode | undefined
  /** The Inspectorate's object of supervision; undefined for a location whose object can't be told. */
  readonly object: SchoolCode | undefined
  readonly weighting: number | undefined
  /** Pupils over the years together, as the Inspectorate counts them where it does. */
  readonly pupils: Interval
  readonly together: Readonly<Record<Indicator, TogetherFigures>> | undefined
  /** By school year; empty where DUO has no counts of this school. */
  readonly years: readonly YearFigures[]
  /** Over the years together; undefined where one of them is missing. */
  readonly overYears: DomainShares | undefined
}

export interface FiguresOfSchools {
  readonly ok: true
  readonly schoolYears: readonly string[]
  readonly schools: readonly SchoolFigures[]
  /** Schools of the Inspectorate without counts by DUO, and those whose BRIN has several locations or objects. */
  readonly unlinked: { readonly noCounts: number; readonly severalLocations: number }
}

export type FiguresRefusal =
  | (Refusal & { readonly table?: ResultsTable })
  | { readonly ok: false; readonly reason: 'nothing-to-judge'; readonly found: readonly Kind[] }
  | { readonly ok: false; readonly reason: 'several-inspectorate-files' }

/**
 * The figures of every school in tables that were read: the Inspectorate's results (at most one file), DUO's reference levels
 * per domain, and schoolwegingen, as far as they are there. `norms` gives the school years and the fewest pupils that are
 * judged. A location and an object of supervision are one school only where a BRIN has one of each; else both are here apart.
 */
export function figuresOfSchools(tables: readonly ResultsTable[], norms: NormSet): FiguresOfSchools | FiguresRefusal {
  const ofKind = (kind: Kind) => tables.filter((table) => table.kind === kind)
  const [results, second] = ofKind('inspectorate-results')
  if (second !== undefined) return { ok: false, reason: 'several-inspectorate-files' }
  const file = results === undefined ? undefined : inspectorateFile(results)
  if (file?.ok === false) return { ...file, ...(results === undefined ? {} : { table: results }) }
  const levels = ofKind('reference-levels')
  const counts = levels.length === 0 ? undefined : domainCounts(levels)
  if (counts?.ok === false) return counts
  if (file === undefined && counts === undefined) {
    return { ok: false, reason: 'nothing-to-judge', found: [...new Set(tables.map(({ kind }) => kind))] }
  }
  const { schoolYears } = norms
  const weightings = weightingsOf(ofKind('school-weighting'))
  const locations = counts?.schools ?? new Map<string, DomainCounts>()
  const { linked, unlinked } = linkSchools(file?.schools ?? [], locations)
  const countsOf = new Map(linked.map(({ school, counts: own }) => [school, own]))
  const taken = new Set(countsOf.values())
  const judged = (file?.schools ?? []).map((school): SchoolFigures => {
    const own = countsOf.get(school)
    const each = (indicator: Indicator) =>
      judgeTogether(school, indicator, { ...norms, minimumPupils: 0 }, file?.decimals ?? 2)
    const together = (indicator: Indicator): TogetherFigures => ({
      bounds: each(indicator).bounds,
      published: school.published[indicator],
    })
    return {
      location: own?.code,
      object: school.code,
      weighting: school.weighting ?? weightings.of(school.code),
      pupils: each('1F').pupils,
      together: { '1F': together('1F'), '1S/2F': together('1S/2F') },
      ...countedFigures(own, schoolYears),
    }
  })
  const apart = [...locations.values()]
    .filter((own) => !taken.has(own))
    .map((own): SchoolFigures => {
      const each = domains.map((domain) => pupilsOver(own, schoolYears, domain))
      return {
        location: own.code,
        object: undefined,
        weighting: weightings.of(own.code),
        pupils: { low: Math.min(...each.map(({ low }) => low)), high: Math.max(...each.map(({ high }) => high)) },
        together: undefined,
        ...countedFigures(own, schoolYears),
      }
    })
  return { ok: true, schoolYears, schools: [...judged, ...apart], unlinked }
}

function countedFigures(
  counts: DomainCounts | undefined,
  schoolYears: readonly string[],
): Pick<SchoolFigures, 'years' | 'overYears'> {
  if (counts === undefined) return { years: [], overYears: undefined }
  const years = schoolYears.flatMap((period): readonly YearFigures[] => {
    const year = counts.years.get(period)
    if (year === undefined) return []
    const each = domains.map((domain) => pupilsOver(counts, [period], domain))
    return [
      {
        period,
        pupils: year.pupils ?? {
          low: Math.min(...each.map(({ low }) => low)),
          high: Math.max(...each.map(({ high }) => high)),
        },
        shares: sharesOver(counts, [period]),
      },
    ]
  })
  return { years, overYears: hasEveryYear(counts, schoolYears) ? sharesOver(counts, schoolYears) : undefined }
}

function sharesOver(counts: DomainCounts, schoolYears: readonly string[]): DomainShares {
  const of = (domain: Domain) => {
    const share = (indicator: Indicator) => shareOver(counts, schoolYears, [domain], indicator)
    return { '1F': share('1F'), '1S/2F': share('1S/2F') }
  }
  return { reading: of('reading'), language: of('language'), arithmetic: of('arithmetic') }
}
