import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { figuresOfSchools, knownNorms, readResults, underRule } from '@kantelpunt/school-results'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../../platform/database/database.ts'
import { system } from '../../../platform/database/scope.ts'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { platformMigrations } from '../../../platform/migrations.ts'
import { resultsMigrations } from '../migrations/index.ts'
import { loadPublished, type PublishedAnswer } from '../published/load-published.ts'
import { type MadePicture, makePicture } from './make-picture.ts'
import { packFigures, unpackFigures } from './pack.ts'
import { newestPicture } from './picture-store.ts'

const migrations = [...platformMigrations, ...resultsMigrations]
const folder = join(import.meta.dirname, '../../../../../shared/data/results')

onBothEngines('a picture of nothing', migrations, (database) => {
  it('is not made', async () => {
    expect(await make(database())).toEqual({ made: false, reason: 'nothing-to-judge' })
    expect(await database().run(system, newestPicture)).toBeUndefined()
  })

  it('waits for norms of the same school years', async () => {
    const levels =
      'INSTELLINGSCODE;VESTIGINGSCODE;REKENEN_LAGER1F;REKENEN_1F;REKENEN_1S;REKENEN_2F;LV_LAGER1F;LV_1F;LV_2F;TV_LAGER1F;TV_1F;TV_2F;school_year\n00AP;0;<5;7;<5;0;0;<5;8;<5;5;5;2011-2012'
    expect(await load(database(), 'old.csv', new TextEncoder().encode(levels))).toMatchObject({ outcome: 'loaded' })
    expect(await make(database())).toEqual({ made: false, reason: 'no-norms' })
  })
})

describe.skipIf(!existsSync(folder))(
  'the picture of 2023–2025 (skipped where ../shared/data/results is missing)',
  () => {
    onBothEngines('made from what is kept', migrations, (database) => {
      it('has the figures of the files, is made once, and anew when a file comes that changes it', async () => {
        const db = database()
        for (const name of ['inspectie/leerresultaten.ods', 'duo-2025/scores_3year.csv']) {
          expect(await load(db, name, await readFile(join(folder, name)))).toMatchObject({ outcome: 'loaded' })
        }
        expect(await make(db)).toMatchObject({ made: true })
        expect(await make(db)).toEqual({ made: false, reason: 'unchanged' })
        const picture = await db.run(system, newestPicture)
        if (picture?.perDomain === undefined) throw new Error('no picture')
        const { perDomain } = picture
        expect(picture.schools).toEqual(await figuresOfFiles())
        expect(await db.run(system, newestPicture)).toBe(picture)
        const below = picture.schools.filter((school) => underRule(school, perDomain).verdict === 'below')
        expect(below.length).toBeGreaterThan(407)

        const signals = await readFile(join(folder, 'inspectie/signaleringswaarden_2023-2025.json'))
        expect(await load(db, 'signals.json', signals)).toMatchObject({ is: 'norms', outcome: 'loaded' })
        expect(await load(db, 'signals.json', signals)).toMatchObject({ is: 'norms', outcome: 'again' })
        const bytes = await readFile(join(folder, 'inspectie/leerresultaten__Data.csv'))
        expect(await load(db, 'leerresultaten-2025-12-01.csv', bytes)).toMatchObject({ outcome: 'loaded' })
        expect(await make(db)).toMatchObject({ made: true })
        const second = await db.run(system, newestPicture)
        expect(second?.recipe.files.map(({ name }) => name)).toEqual(
          expect.arrayContaining(['leerresultaten-2025-12-01.csv', 'scores_3year.csv']),
        )
        expect(second?.recipe).toMatchObject({ together: 'signal-values-2023-2024-2025', perDomain: perDomain.id })
        expect(second?.schools).toHaveLength(picture.schools.length)
      }, 120_000)
    })

    it('comes out of its bytes as it went in', async () => {
      const schools = await figuresOfFiles()
      const bytes = packFigures(schools)
      expect(unpackFigures(bytes)).toEqual(schools)
      expect(bytes.length).toBeLessThan(1_500_000)
    })
  },
)

async function figuresOfFiles() {
  const tables = []
  for (const name of ['inspectie/leerresultaten.ods', 'duo-2025/scores_3year.csv']) {
    const read = readResults(await readFile(join(folder, name)))
    if (!read.ok) throw new Error(read.reason)
    tables.push(...read.tables)
  }
  const [norms] = knownNorms
  const figures = norms === undefined ? undefined : figuresOfSchools(tables, norms)
  if (!figures?.ok) throw new Error('no figures')
  return figures.schools
}

function load(db: Database, path: string, bytes: Uint8Array): Promise<PublishedAnswer> {
  const clock = () => new Date('2026-03-02T10:00:00Z')
  return loadPublished(db, { path, bytes }, { by: null, clock, newId: randomUUID })
}

function make(db: Database): Promise<MadePicture> {
  return makePicture(db, { now: new Date(), newId: randomUUID })
}
