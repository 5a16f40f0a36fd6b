import { readDelimited } from '@kantelpunt/delimited-text'
import type { SchoolGrowth } from '@kantelpunt/mixed-models'
import { beforeAll, describe, expect, it } from 'vitest'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { personas } from '../../../platform/identity/demo-people.ts'
import { identityDemo } from '../../../platform/identity/identity-demo.ts'
import { type House, openHouse, signInForTest } from '../../../platform/identity/testing.ts'
import { platformMigrations } from '../../../platform/migrations.ts'
import { results } from '../index.ts'
import { resultsMigrations } from '../migrations/index.ts'
import { analyseGrowth } from './analyse-growth.ts'
import { readSummary } from './read-summary.ts'
import { samplePupils } from './sample-pupils.ts'
import { protectedSummary, type Summary } from './summary.ts'

/** Thirty schools by code, the last of which has seven pupils. */
function analysed(): readonly SchoolGrowth[] {
  const text = samplePupils({ pupils: 1200, schools: 30 }).replace(/School (\d+)/g, (_, k) => `${10 + Number(k)}AB00`)
  let seven = 0
  const lines = text.split('\n').filter((line) => !line.startsWith('40AB00') || ++seven <= 7)
  const table = readDelimited(new TextEncoder().encode(lines.join('\n')))
  if (!table.ok) throw new Error(table.reason)
  const columns = { school: 'school', earlier: 'groep 6 (score)', later: 'groep 8', background: [] }
  const answer = analyseGrowth(table, columns)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.growth.schools
}

async function summaryOf(schools: readonly SchoolGrowth[]): Promise<Summary> {
  const summary = await protectedSummary(schools)
  if (summary === undefined) throw new Error('These schools can be kept')
  return summary
}

describe('a protected summary', () => {
  it('leaves out schools of fewer than ten pupils, and everything that is no figure of a school', async () => {
    const schools = analysed()
    expect(schools.find(({ level }) => level === '40AB00')?.pupils).toBe(7)
    const summary = await summaryOf(schools)
    expect(summary.schools.map(({ code }) => code)).toEqual(Array.from({ length: 29 }, (_, k) => `${11 + k}AB00`))
    expect(Object.keys(summary.schools[0] ?? {}).sort()).toEqual([
      'achieved',
      'code',
      'expected',
      'growth',
      'lower',
      'pupils',
      'upper',
      'verdict',
    ])
    expect(await readSummary(JSON.stringify(summary))).toEqual(summary)
  })

  it('is not made of schools by name, nor of one school', async () => {
    const schools = analysed()
    expect(await protectedSummary(schools.map((school) => ({ ...school, level: 'De Brug' })))).toBeUndefined()
    expect(await protectedSummary(schools.slice(0, 1))).toBeUndefined()
  })

  it.each<readonly [string, (summary: Summary) => unknown]>([
    [
      'a school of nine pupils',
      (s) => ({ ...s, schools: s.schools.map((x, k) => (k === 3 ? { ...x, pupils: 9 } : x)) }),
    ],
    [
      'other counts than the certificate is of',
      (s) => ({ ...s, schools: s.schools.map((x, k) => (k === 3 ? { ...x, pupils: x.pupils + 1 } : x)) }),
    ],
    ['a school more', (s) => ({ ...s, schools: [...s.schools, { ...s.schools[0], code: '99ZZ00' }] })],
    [
      'a name for a code',
      (s) => ({ ...s, schools: s.schools.map((x, k) => (k === 0 ? { ...x, code: 'Sem de Boer' } : x)) }),
    ],
    ['a field more', (s) => ({ ...s, schools: s.schools.map((x) => ({ ...x, note: 'Sem' })) })],
    ['words beside it', (s) => ({ ...s, note: 'Sem de Boer' })],
    ['words in the certificate', (s) => ({ ...s, certificate: { ...s.certificate, note: 'Sem' } })],
    ['rows hidden as possible tables', (s) => ({ ...s, certificate: { ...s.certificate, possibleTables: [[1, 2]] } })],
    ['a weaker rule', (s) => ({ ...s, certificate: { ...s.certificate, rule: { threshold: 2, width: 1 } } })],
    [
      'a verdict that its interval does not give',
      (s) => ({ ...s, schools: s.schools.map((x) => ({ ...x, lower: -1e6 })) }),
    ],
    ['schools in another order', (s) => ({ ...s, schools: s.schools.toReversed() })],
    ['a number that is none', (s) => ({ ...s, schools: s.schools.map((x) => ({ ...x, growth: null })) })],
    ['no certificate', ({ schools }) => ({ schools })],
    ['a text', () => 'Sem de Boer'],
  ])('is refused with %s', async (_, change) => {
    expect(await readSummary(JSON.stringify(change(await summaryOf(analysed()))))).toBeUndefined()
  })

  it('is refused where it is no JSON', async () => {
    expect(await readSummary('school;groep 6;groep 8')).toBeUndefined()
  })
})

onBothEngines('keeping a summary', [...platformMigrations, ...resultsMigrations], (database) => {
  let house: House
  const address = '/s/de-waterlelie/results/growth'
  const idOf = (name: string) => {
    const found = personas.find((persona) => persona.name === name)
    if (found === undefined) throw new Error(`The demo has no ${name}`)
    return found.id
  }
  beforeAll(async () => {
    const clock = () => new Date('2026-11-22T10:00:00Z')
    await identityDemo({ db: database(), clock })
    house = openHouse({ database: database(), routes: results.routes, clock })
  })

  it('shows it to who leads the school, once however often it is sent, and to nobody else', async () => {
    const leader = await signInForTest(house, idOf('Samira Mansouri'))
    const summary = JSON.stringify(await summaryOf(analysed()))
    const _op = '0199aaaa-0000-7000-8000-000000000001'
    for (let time = 0; time < 2; time++) expect((await leader.post(address, { _op, summary })).status).toBe(303)
    const { body } = await leader.get(address)
    expect(body.match(/11AB00/g)).toHaveLength(1)
    expect(body).not.toContain('40AB00')
    const teacher = await signInForTest(house, idOf('Lars Nijland'))
    expect((await teacher.get(address)).status).toBe(403)
    expect((await teacher.post(address, { summary })).status).toBe(403)
    expect(house.faults).toEqual([])
  })

  it('refuses anything that is no summary, and keeps nothing of it', async () => {
    const leader = await signInForTest(house, idOf('Samira Mansouri'))
    const before = (await leader.get(address)).body.match(/<details/g)?.length
    for (const summary of ['', 'Sem de Boer;1;2', '{"schools":[]}', 'x'.repeat(500_001)]) {
      expect((await leader.post(address, { summary })).status).toBe(422)
    }
    expect((await leader.get(address)).body.match(/<details/g)?.length).toBe(before)
    expect(house.faults).toEqual([])
  })
})
