import { system } from '../../platform/database/scope.ts'
import type { Services } from '../../platform/web/services.ts'
import { helpDemo } from './help/demo.ts'
import { makePicture } from './picture/make-picture.ts'
import { loadResults } from './published/load-results.ts'
import { type SampleSchool, sampleInspectorate, sampleLevels } from './published/sample-levels.ts'
import { secondaryDemo } from './secondary/demo.ts'

/**
 * Fictional results of the fictional primary schools of the demo: most are well enough, De Waterlelie hides weak arithmetic
 * behind good reading, a school with many disadvantaged pupils does better than its weighting lets expect, and Het Zandpad is
 * good at what De Waterlelie is not, and the other way round. Of two secondary schools there are the figures that `secondaryDemo` says.
 */
export async function resultsDemo({ db, clock, newId }: Pick<Services, 'db' | 'clock' | 'newId'>): Promise<void> {
  const codes = await db.run(system, (trx) =>
    trx
      .selectFrom('register_schools')
      .select('code')
      .where('code', 'like', '99%')
      .where('sector', '=', 'po')
      .orderBy('code')
      .execute(),
  )
  const schools = codes.map(({ code }, place) => fictional(code, place))
  if (schools.length === 0) return
  const options = { source: 'Fictief, voor het voorbeeld', by: null, clock, newId }
  for (const [path, text] of [
    ['leerresultaten-voorbeeld.csv', sampleInspectorate(schools)],
    ['referentieniveaus-voorbeeld.csv', sampleLevels(schools)],
  ] as const) {
    await loadResults(db, { path, bytes: new TextEncoder().encode(text) }, options)
  }
  await secondaryDemo(db, options)
  await makePicture(db, { now: clock(), newId })
  await db.run(system, (trx) => helpDemo(trx, clock()))
}

const chosen: Readonly<Record<string, Omit<SampleSchool, 'code'>>> = {
  '99WL00': { pupils: 34, reading: 0.82, language: 0.62, arithmetic: 0.24, below: 0.06, weighting: 29.4 },
  '99KB00': { pupils: 21, reading: 0.71, language: 0.57, arithmetic: 0.48, below: 0.05, weighting: 36.2 },
  '99ZP00': { pupils: 24, reading: 0.53, language: 0.5, arithmetic: 0.62, below: 0.08, weighting: 29.8 },
}

/** The others differ by their place in the list, so that the demo is the same every time. */
function fictional(code: string, place: number): SampleSchool {
  const turn = (step: number, range: number) => ((place * step) % 17) / 17 - 0.5 + range
  return {
    code,
    ...(chosen[code] ?? {
      pupils: 16 + ((place * 7) % 29),
      reading: 0.7 + 0.2 * turn(5, 0),
      language: 0.56 + 0.2 * turn(7, 0),
      arithmetic: 0.45 + 0.25 * turn(11, 0),
      below: 0.05,
      weighting: 24 + ((place * 5) % 13),
    }),
  }
}
