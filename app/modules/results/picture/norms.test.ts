import { randomUUID } from 'node:crypto'
import { knownNorms, type NormSet } from '@kantelpunt/school-results'
import { expect, it } from 'vitest'
import type { Database } from '../../../platform/database/database.ts'
import { system } from '../../../platform/database/scope.ts'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { platformMigrations } from '../../../platform/migrations.ts'
import { resultsMigrations } from '../migrations/index.ts'
import { loadPublished } from '../published/load-published.ts'
import { sampleInspectorate, sampleLevels } from '../published/sample-levels.ts'
import { makePicture } from './make-picture.ts'
import { allNorms } from './norms-store.ts'
import { newestPicture } from './picture-store.ts'

const source = 'Resultaten 2023-2024-2025'
const first = { source, signaal_1F: 85, signaal_1S2F: { '[20,30)': 68.3, '[30,40)': 40 } }
const corrected = { ...first, signaal_1S2F: { ...first.signaal_1S2F, '[20,30)': 68.9 } }
const schools = [{ code: '98AA00', weighting: 25, reading: 0.7, language: 0.7, arithmetic: 0.66 }]

onBothEngines('norms that are corrected', [...platformMigrations, ...resultsMigrations], (database) => {
  it('are refused under the same id, and count under an id of their own in a picture of their own', async () => {
    const db = database()
    await load(db, sampleLevels(schools))
    await load(db, sampleInspectorate(schools))
    expect(await load(db, first)).toMatchObject({ outcome: 'loaded', id: 'signal-values-2023-2024-2025' })
    expect(await make(db)).toMatchObject({ made: true })
    expect(await valueNow(db)).toBe(68.3)

    expect(await load(db, corrected)).toEqual({
      is: 'norms',
      outcome: 'refused',
      refusal: { ok: false, reason: 'id-taken', id: 'signal-values-2023-2024-2025' },
    })
    expect(await load(db, first)).toMatchObject({ outcome: 'again' })
    expect(await make(db)).toEqual({ made: false, reason: 'unchanged' })

    // Whatever the alphabet says: the order of loading counts.
    const others = [
      { ...corrected, id: 'z-correction' },
      { ...first, signaal_1S2F: { ...first.signaal_1S2F, '[20,30)': 69.1 }, id: 'a-correction' },
    ]
    for (const [place, other] of others.entries()) {
      expect(await load(db, other)).toMatchObject({ outcome: 'loaded', id: other.id })
      expect(await make(db)).toMatchObject({ made: true })
      expect(await valueNow(db)).toBe([68.9, 69.1][place])
    }
    expect((await db.run(system, newestPicture))?.recipe.together).toBe('a-correction')
    const ids = (await db.run(system, allNorms)).map(({ id }) => id)
    expect(ids).toEqual([
      'a-correction',
      'z-correction',
      'signal-values-2023-2024-2025',
      ...knownNorms.map(({ id }) => id),
    ])
  })

  it('can’t take the id of norms that come along', async () => {
    const [known] = knownNorms
    expect(await load(database(), known)).toMatchObject({ outcome: 'again' })
    expect(await load(database(), { ...known, minimumPupils: 16 })).toMatchObject({ refusal: { reason: 'id-taken' } })
  })

  it.each([
    ['id', 'x'.repeat(101)],
    ['id', 'a\u0000b'],
    ['title', 'a\u0000b'],
    ['validFrom', '2025-02-30'],
    ['schoolYears[0]', ['2024']],
  ])('are refused with an %s that can’t be kept', async (at, value) => {
    const field = at.replace('[0]', '')
    expect(await load(database(), { ...knownNorms[0], id: 'odd', [field]: value })).toMatchObject({
      refusal: { reason: 'not-norms', at },
    })
  })
})

/** A clock that never stands still. */
let time = Date.parse('2026-03-02T10:00:00Z')
const clock = () => new Date(++time)

function load(db: Database, content: unknown) {
  const bytes = new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content))
  return loadPublished(db, { path: 'file', bytes }, { by: null, clock, newId: randomUUID })
}

function make(db: Database) {
  return makePicture(db, { now: clock(), newId: randomUUID })
}

async function valueNow(db: Database): Promise<number | undefined> {
  const values = (await db.run(system, newestPicture))?.together.tables.find(byWeighting)?.values
  return values !== undefined && 'byWeighting' in values ? values.byWeighting[0]?.value : undefined
}

function byWeighting({ values }: NormSet['tables'][number]): boolean {
  return 'byWeighting' in values
}
