import { randomUUID } from 'node:crypto'
import { readDelimited } from '@kantelpunt/delimited-text'
import type { SchoolGrowth } from '@kantelpunt/mixed-models'
import { beforeAll, describe, expect, it } from 'vitest'
import { organisationScope } from '../../../platform/database/scope.ts'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { demoPeople, deWaterlelie } from '../../../platform/identity/demo-people.ts'
import { identityDemo } from '../../../platform/identity/identity-demo.ts'
import { type House, openHouse, signInForTest } from '../../../platform/identity/testing.ts'
import { platformMigrations } from '../../../platform/migrations.ts'
import { results } from '../index.ts'
import { resultsMigrations } from '../migrations/index.ts'
import { analyseGrowth } from './analyse-growth.ts'
import { readSummary } from './read-summary.ts'
import { samplePupils } from './sample-pupils.ts'
import { protectedSummary, type Summary } from './summary.ts'
import { keepSummary } from './summary-store.ts'

/** Thirty schools by code, the last of which has seven pupils. */
function analysed(): { readonly schools: readonly SchoolGrowth[]; readonly spread: number } {
  const text = samplePupils({ pupils: 1200, schools: 30 }).replace(/School (\d+)/g, (_, k) => `${10 + Number(k)}AB00`)
  let seven = 0
  const lines = text.split('\n').filter((line) => !line.startsWith('40AB00') || ++seven <= 7)
  const table = readDelimited(new TextEncoder().encode(lines.join('\n')))
  if (!table.ok) throw new Error(table.reason)
  const columns = { school: 'school', earlier: 'groep 6 (score)', later: 'groep 8', background: [] }
  const answer = analyseGrowth(table, columns)
  if (!answer.ok) throw new Error(answer.reason)
  return { schools: answer.growth.schools, spread: answer.spread }
}

const codes = Array.from({ length: 30 }, (_, k) => `${11 + k}AB00`)

async function summaryOf(found: ReturnType<typeof analysed>, own: readonly string[] = codes): Promise<Summary> {
  const summary = await protectedSummary(found, own)
  if (summary === undefined) throw new Error('These schools can be kept')
  return summary
}

describe('a protected summary', () => {
  it('leaves out schools of fewer than ten pupils, and everything that is no figure of a school', async () => {
    const found = analysed()
    expect(found.schools.find(({ level }) => level === '40AB00')?.pupils).toBe(7)
    const summary = await summaryOf(found)
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

  it('is not made of schools by name, nor of those of others', async () => {
    const { schools, spread } = analysed()
    const named = schools.map((school) => ({ ...school, level: 'De Brug' }))
    expect(await protectedSummary({ schools: named, spread }, codes)).toBeUndefined()
    expect(await protectedSummary({ schools, spread }, ['99ZZ00'])).toBeUndefined()
    expect((await summaryOf({ schools, spread }, ['12AB00', '99ZZ00'])).schools.map(({ code }) => code)).toEqual([
      '12AB00',
    ])
  })

  it('says of no school more than is known: intervals only get wider, and no verdict gets surer', async () => {
    const { schools, spread } = analysed()
    const kept = (await summaryOf({ schools, spread })).schools
    for (const { code, lower, upper, achieved, pupils, verdict } of kept) {
      const exact = schools.find(({ level }) => level === code)
      if (exact === undefined) throw new Error(code)
      expect(lower).toBeLessThanOrEqual(exact.lower + 1e-9)
      expect(upper).toBeGreaterThanOrEqual(exact.upper - 1e-9)
      expect(Math.abs(achieved - exact.achieved)).toBeLessThanOrEqual((1.5 * spread) / pupils)
      if (verdict !== 'cannot-be-told-apart') expect(verdict).toBe(exact.verdict)
    }
  })

  it.each<readonly [string, (summary: Summary) => unknown]>([
    [
      'a school of nine pupils',
      (s) => ({ ...s, schools: s.schools.map((x, k) => (k === 3 ? { ...x, pupils: 9 } : x)) }),
    ],
    [
      'figures that are finer than they may be',
      (s) => ({ ...s, schools: s.schools.map((x, k) => (k === 3 ? { ...x, achieved: x.achieved + 0.01 } : x)) }),
    ],
    ['another spread', (s) => ({ ...s, spread: s.spread * 1.01 })],
    ['a spread that is too small for its intervals, and steps as small', (s) => ({ ...s, spread: 0.001 })],
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
  const signIn = (name: string) => signInForTest(house, demoPeople.find((person) => person.name === name)?.id ?? '')
  /** Of schools of the demo, the first two of which belong to one governing body. */
  const ownSummary = async (own: readonly string[] = ['99WL00', '99KB00']) => {
    const { schools, spread } = analysed()
    const renamed = schools.map((school, k) => ({ ...school, level: own[k] ?? school.level }))
    return JSON.stringify(await summaryOf({ schools: renamed, spread }, own))
  }
  beforeAll(async () => {
    const clock = () => new Date('2026-11-22T10:00:00Z')
    await identityDemo({ db: database(), clock })
    house = openHouse({ database: database(), routes: results.routes, clock })
  })

  it('shows it to who leads the school, once however often it is sent, and to nobody else', async () => {
    const leader = await signIn('Samira Mansouri')
    const summary = await ownSummary(['99WL00'])
    const _op = '0199aaaa-0000-7000-8000-000000000001'
    for (let time = 0; time < 2; time++) expect((await leader.post(address, { _op, summary })).status).toBe(303)
    const { body } = await leader.get(address)
    expect(body.match(/De Waterlelie, 99WL00/g)).toHaveLength(1)
    const teacher = await signIn('Lars Nijland')
    expect((await teacher.get(address)).status).toBe(403)
    expect((await teacher.post(address, { summary })).status).toBe(403)
    expect(house.faults).toEqual([])
  })

  it('refuses anything that is no summary, and keeps nothing of it', async () => {
    const leader = await signIn('Samira Mansouri')
    const before = (await leader.get(address)).body.match(/<details/g)?.length
    for (const summary of ['', 'Sem de Boer;1;2', '{"schools":[]}', 'x'.repeat(500_001)]) {
      expect((await leader.post(address, { summary })).status).toBe(422)
    }
    expect((await leader.get(address)).body.match(/<details/g)?.length).toBe(before)
    expect(house.faults).toEqual([])
  })

  it('refuses schools of others, and says which; a governing body keeps those of its schools', async () => {
    const leader = await signIn('Samira Mansouri')
    const two = await ownSummary(['99OC00', '99WL00'])
    const refused = await leader.post(address, { summary: two })
    expect([refused.status, refused.body.includes('99OC00: by the register of schools')]).toEqual([422, true])
    const board = await signIn('Carla van Wijngaarden')
    const ofBoard = '/s/het-stroomdal/results/growth'
    expect((await board.post(ofBoard, { summary: two })).status).toBe(422)
    expect((await board.post(ofBoard, { summary: await ownSummary() })).status).toBe(303)
    expect((await board.get(ofBoard)).body).toContain('De Klimboom, 99KB00')
    expect(house.faults).toEqual([])
  })

  it('keeps the same school three times in a school year, and again in the next', async () => {
    const leader = await signIn('Samira Mansouri')
    const summary = await ownSummary(['99WL00'])
    for (let more = 0; more < 2; more++) expect((await leader.post(address, { summary })).status).toBe(303)
    // A BRIN alone is the same school.
    for (const code of ['99WL00', '99WL']) {
      const answer = await leader.post(address, { summary: await ownSummary([code]) })
      expect([answer.status, answer.body.includes(`Of ${code} there are three summaries`)]).toEqual([422, true])
    }
    // Midnight in Amsterdam is two hours earlier in UTC then.
    const at = (time: string) =>
      database().run(organisationScope(deWaterlelie.id), async (trx) => {
        const kept = { id: randomUUID(), summary: JSON.parse(summary), at: new Date(time), by: randomUUID() }
        return (await keepSummary(trx, { organisationId: deWaterlelie.id, ...kept })).ok
      })
    expect([await at('2027-07-31T21:59:00Z'), await at('2027-07-31T22:01:00Z')]).toEqual([false, true])
    expect(house.faults).toEqual([])
  })
})
