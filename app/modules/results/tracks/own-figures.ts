import { domains } from '@kantelpunt/school-results'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { numberWords } from '../number-words.ts'
import { newestPicture } from '../picture/picture-store.ts'
import { domainView } from '../school/domain-view.ts'
import { schoolText } from '../school/text.ts'
import type { Subject, TrackFigure } from './track.ts'

export interface OwnFigures {
  /** Code in the register; null where the school is not tied to it. */
  readonly code: string | null
  readonly figures: ReadonlyMap<Subject, TrackFigure>
}

/** What is published of the school of an organisation now: per domain the share at the target level against its norm. */
export async function ownFigures(trx: Trx, organisationId: string): Promise<OwnFigures> {
  const { school_code: code } = await trx
    .selectFrom('organisations')
    .select('school_code')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  const picture = code === null ? undefined : await newestPicture(trx)
  const school = code === null ? undefined : picture?.byLocation.get(code)
  if (picture === undefined || school === undefined) return { code, figures: new Map() }
  const figures = domains.map((domain): readonly [Subject, TrackFigure] => {
    const level = domainView(school, domain, { picture, similar: [] }).levels.find(
      ({ indicator }) => indicator === '1S/2F',
    )
    return [
      domain,
      {
        code,
        schoolYears: picture.schoolYears,
        low: level?.overYears?.low ?? null,
        high: level?.overYears?.high ?? null,
        norm: level?.norm ?? null,
        standing: level?.standing ?? 'no-norm',
      },
    ]
  })
  return { code, figures: new Map(figures) }
}

/** What stands with a track where nothing is published. */
export const noFigure: TrackFigure = {
  code: null,
  schoolYears: [],
  low: null,
  high: null,
  norm: null,
  standing: 'no-norm',
}

/** `25 to 33%`; undefined where nothing was published. */
export function shareWords(locale: Locale, { low, high }: TrackFigure): string | undefined {
  if (low === null || high === null) return undefined
  return schoolText(locale).school.share(numberWords(locale, low), numberWords(locale, high))
}
