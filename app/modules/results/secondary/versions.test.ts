import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Database } from '../../../platform/database/database.ts'
import { system } from '../../../platform/database/scope.ts'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { platformMigrations } from '../../../platform/migrations.ts'
import { resultsMigrations } from '../migrations/index.ts'
import { loadPublished } from '../published/load-published.ts'
import { parseSecondaryFile } from './secondary-file.ts'
import { secondaryNorms } from './versions-store.ts'

const norm = { indicator: 'bovenbouwsucces', track: 'havo', value: 80, from: 2020 }
const norms = {
  is: 'secondary-norms',
  id: 'fictional-1',
  title: 'Fictional',
  source: 'https://example.org',
  mean: 'weighted',
  leftOutYears: ['2020-2021'],
  norms: [norm, { indicator: 'onderbouwsnelheid', track: 'alle', value: 95, from: 2020, loweredFor: 'apcg' }],
  notJudged: [],
}
const column = { header: 'Pace', is: 'value', indicator: 'onderbouwsnelheid', track: 'alle', schoolYear: '2023-2024' }
const columns = {
  is: 'secondary-columns',
  id: 'fictional-file-2024',
  title: 'Fictional file of 2024',
  source: 'https://example.org',
  school: 'Vestiging',
  columns: [column],
}

it.each([
  [{ ...norms, norms: [{ ...norm, track: 'mavo' }] }, 'norms.0.track'],
  [{ ...norms, norms: [{ ...norm, track: 'alle' }] }, 'norms.0.track'],
  [{ ...norms, norms: [{ ...norm, indicator: 'rendement' }] }, 'norms.0.indicator'],
  [{ ...norms, norms: [{ ...norm, value: 101 }] }, 'norms.0.value'],
  [{ ...norms, norms: [{ ...norm, from: 2024, to: 2020 }] }, 'norms.0.to'],
  [
    {
      ...norms,
      norms: [
        { ...norm, to: 2022 },
        { ...norm, from: 2022 },
      ],
    },
    'norms.1',
  ],
  [{ ...norms, leftOutYears: ['2020-2022'] }, 'leftOutYears.0'],
  [{ ...norms, mean: 'median' }, 'mean'],
  [{ ...norms, title: 'a\u0000b' }, 'title'],
  [{ ...columns, columns: [{ ...column, schoolYear: undefined }] }, 'columns.0.schoolYear'],
  [{ ...columns, columns: [column, { ...column, header: 'Again' }] }, 'columns.1'],
  [{ ...columns, columns: [{ ...column, is: 'pupils' }] }, 'columns'],
])('a version that says something else is refused at that place', (json, at) => {
  expect(parseSecondaryFile(json)).toMatchObject({ ok: false, reason: 'not-norms', at })
})

it('other JSON is left to others', () => {
  expect(parseSecondaryFile({ id: 'x' })).toBeUndefined()
})

onBothEngines('versions about secondary schools', [...platformMigrations, ...resultsMigrations], (database) => {
  it('are kept beside each other and never replaced', async () => {
    expect(await load(database(), norms)).toMatchObject({ is: 'norms', outcome: 'loaded', id: 'fictional-1' })
    expect(await load(database(), norms)).toMatchObject({ outcome: 'again' })
    expect(await load(database(), { ...norms, norms: [{ ...norm, value: 85 }] })).toMatchObject({
      outcome: 'refused',
      refusal: { reason: 'id-taken', id: 'fictional-1' },
    })
    expect(await load(database(), { ...norms, id: 'inspectorate-vo-certain-1' })).toMatchObject({
      refusal: { reason: 'id-taken' },
    })
    expect(await load(database(), { ...norms, id: 'fictional-2', norms: [{ ...norm, value: 85 }] })).toMatchObject({
      outcome: 'loaded',
    })
    const kept = await database().run(system, secondaryNorms)
    expect(kept.map(({ id, norms: [first] }) => [id, first?.value])).toEqual([
      ['fictional-2', 85],
      ['fictional-1', 80],
      ['inspectorate-vo-certain-1', 80],
    ])
  })

  it('let a file be read by its columns, and refuse one of another year whole', async () => {
    const file = 'Vestiging;Pace\r\n97ZZ07;93,1\r\n'
    expect(await load(database(), file)).toMatchObject({ outcome: 'refused', refusal: { reason: 'unknown-file' } })
    expect(await load(database(), columns)).toMatchObject({ is: 'norms', outcome: 'loaded' })
    expect(await load(database(), file)).toMatchObject({ is: 'results', outcome: 'loaded' })
    expect(await load(database(), file)).toMatchObject({ outcome: 'again' })
    expect(await load(database(), file.replace('Pace', 'Pace 25'))).toMatchObject({
      outcome: 'refused',
      refusal: { reason: 'unknown-file', nearest: 'Fictional file of 2024', missing: ['Pace'] },
    })
  })

  it('keep nothing of a file in our own form with a row that is wrong', async () => {
    const file = [
      'location;school_year;track;indicator;value;pupils',
      '97ZZ07;2023-2024;havo;bovenbouwsucces;81;40',
      '97ZZ07;2023-2024;mavo;bovenbouwsucces;81;40',
      '97ZZ07;2023;havo;examencijfers;61;40',
    ].join('\n')
    const rows = () =>
      database().run(system, (trx) =>
        trx
          .selectFrom('result_rows')
          .select((row) => row.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow(),
      )
    const before = await rows()
    expect(await load(database(), file)).toMatchObject({
      outcome: 'refused',
      refused: {
        total: 2,
        rows: [
          { reason: 'unknown-word', line: 3 },
          { reason: 'unreadable-number', line: 4 },
        ],
      },
    })
    expect(await rows()).toEqual(before)
  })
})

function load(db: Database, content: unknown) {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  const clock = () => new Date()
  const bytes = new TextEncoder().encode(text)
  return loadPublished(db, { path: 'file', bytes }, { by: null, clock, newId: randomUUID })
}
