import type { SecondaryIndicator, SecondaryTrack } from './indicator.ts'

/** One norm of a version. A judgement year is the calendar year in which the last of the three school years ends. */
export interface SecondaryNorm {
  readonly indicator: SecondaryIndicator
  readonly track: SecondaryTrack
  readonly value: number
  /** Judgement years that it holds for; without `to` it holds on. */
  readonly from: number
  readonly to?: number
  /** What a school's own norm is lowered for, so that this one is the highest a school can have; left out where it is the same for all. */
  readonly loweredFor?: string
  readonly source?: string
}

/** How the mean over three years is taken; `unknown` leaves both open. */
export type MeanRule = 'weighted' | 'plain' | 'unknown'

/** A version of the norms of secondary schools, as data. */
export interface SecondaryNormSet {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly mean: MeanRule
  /** School years that no mean is taken over: an earlier one comes in their place. */
  readonly leftOutYears: readonly string[]
  readonly norms: readonly SecondaryNorm[]
  /** Judgement years in which an indicator is published or counted without being held against a norm. */
  readonly notJudged: readonly {
    readonly indicator: SecondaryIndicator
    readonly from: number
    readonly to: number
    readonly source?: string
  }[]
}

const model = 'https://www.onderwijsinspectie.nl/onderwerpen/onderwijsresultatenmodel-vo'
const lowered =
  'the background of pupils and the support that they need (apcg, and until 2020 lwoo; from 2020 moving up to havo and vwo)'

/**
 * What the Inspectorate says in so many words, and no more: two norms. The others of the model, and those of years after the
 * last that a source speaks of, are for whoever has them at hand to load.
 */
export const knownSecondaryNorms: readonly SecondaryNormSet[] = [
  {
    id: 'inspectorate-vo-certain-1',
    title: 'Onderwijsresultatenmodel vo 2016–2023: what is certain',
    source: `${model}/nieuw-model`,
    // The pages speak of a mean over three years, not of its weights.
    mean: 'unknown',
    leftOutYears: ['2020-2021'],
    norms: [
      {
        indicator: 'upper-success',
        track: 'havo',
        value: 80,
        from: 2016,
        to: 2019,
        loweredFor: lowered,
        source: `${model}/vraag-en-antwoord/waarom-gaat-de-norm-voor-het-bovenbouwsucces-voor-het-havo-wel-omhoog`,
      },
      {
        indicator: 'upper-success',
        track: 'havo',
        value: 82,
        from: 2020,
        to: 2023,
        loweredFor: lowered,
        source: `${model}/vraag-en-antwoord/waarom-gaat-de-norm-voor-het-bovenbouwsucces-voor-het-havo-wel-omhoog`,
      },
      {
        indicator: 'exam-marks',
        track: 'vmbo-k',
        value: 6.23,
        from: 2016,
        // The marks were not judged after this; that the norm stayed as it was in 2020 is on `wat-zijn-de-aanpassingen-…`.
        to: 2021,
        loweredFor: lowered,
        source: `${model}/vraag-en-antwoord/waarom-ligt-die-norm-voor-examencijfers-bij-bijvoorbeeld-vmbo-kader-op-623-een-leerling-heeft-toch-al-een-voldoende-bij-een-6`,
      },
    ],
    notJudged: [
      {
        indicator: 'exam-marks',
        from: 2022,
        to: 2024,
        source: `${model}/beoordeling-leerresultaten-vo-2022-2023`,
      },
    ],
  },
]

/** The norm that holds, and the version that it stands in. Of several versions the first that has one: the newest goes first. */
export function secondaryNormFor(
  sets: readonly SecondaryNormSet[],
  { indicator, track, year }: { indicator: SecondaryIndicator; track: SecondaryTrack; year: number },
): { readonly norm: SecondaryNorm; readonly set: SecondaryNormSet } | undefined {
  for (const set of sets) {
    const [norm] = set.norms
      .filter((each) => each.indicator === indicator && each.track === track)
      .filter(({ from, to }) => from <= year && year <= (to ?? year))
      .toSorted((one, other) => other.from - one.from)
    if (norm !== undefined) return { norm, set }
  }
  return undefined
}
