import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { organisationScope, system, type Trx } from '../../../platform/database/scope.ts'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { migrations } from '../testing.ts'
import { compareCurriculum, findTerms, importCurriculum, suggestTerms } from './curriculum-store.ts'
import { findShared } from './library-store.ts'
import { everybody, libraryOf, now, own } from './testing.ts'

onBothEngines('the curriculum', migrations, (database) => {
  const { share } = libraryOf(database)

  it('is tagged with a curriculum of which what is gone stays known', async () => {
    const term = (code: string, label: string) => ({
      uri: `https://voorbeeld.example/${code}`,
      code,
      label,
      subject: '',
      level: '',
      broader: null,
      scheme: 'https://voorbeeld.example/',
    })
    const put = (...terms: readonly ReturnType<typeof term>[]) =>
      database().run(system, (trx) => importCurriculum(trx, terms, now))
    expect(await put(term('26', 'Rekenen met breuken'), term('27', 'Meten en wegen'))).toEqual({
      ok: true,
      added: 2,
      changed: 0,
      unchanged: 0,
      gone: 0,
    })
    expect(await put(term('26', 'Rekenen met breuken'), term('28', 'Tijd'))).toEqual({
      ok: true,
      added: 1,
      changed: 0,
      unchanged: 1,
      gone: 1,
    })
    expect(
      await database().run(everybody, async (trx) =>
        (await suggestTerms(trx, 'Rekenen', 'Een breuk is een deel', 5)).map(({ code }) => code),
      ),
    ).toEqual(['26'])
    expect(await database().run(everybody, (trx) => findTerms(trx, [], '26, 27; 99'))).toEqual({
      uris: ['https://voorbeeld.example/26'],
      ambiguous: [],
      unknown: ['27', '99'],
    })
    const id = await share(own, 'open', 'Met kerndoel', {
      terms: ['https://voorbeeld.example/26', 'https://voorbeeld.example/27'],
    })
    const shared = await database().run(everybody, (trx) => findShared(trx, id))
    expect(shared?.terms.map(({ code }) => code)).toEqual(['26', '27'])
    await expect(
      database().run(organisationScope(own), (trx) => importCurriculum(trx, [term('1', 'Vals')], now)),
    ).rejects.toThrow()
  })

  it('suggests for a lesson what is of its subject only', async () => {
    const term = (code: string, label: string, subject: string) => ({
      ...{ uri: `https://vak.example/${code}`, code, label, subject, level: '' },
      ...{ broader: null, scheme: 'https://vak.example/' },
    })
    const terms = [
      term('N1', 'Een verhaal over een deel schrijven', 'Nederlands'),
      term('R1', 'Een deel van een geheel', 'Rekenen en wiskunde'),
    ]
    await database().run(system, (trx) => importCurriculum(trx, terms, now))
    const suggested = (subject: string) =>
      database().run(everybody, async (trx) =>
        (await suggestTerms(trx, subject, 'Schrijven over een deel van een verhaal', 5))
          .map(({ code }) => code)
          .filter((code) => /^[NR]1$/.test(code)),
      )
    expect(await suggested('Rekenen')).toEqual(['R1'])
    expect(await suggested('Begrijpend lezen')).toEqual(['N1'])
    expect(await suggested('')).toEqual(['N1', 'R1'])
  })

  it('leaves other lists alone, and asks which one a code is of', async () => {
    const term = (list: string, code: string) => ({
      ...{ uri: `https://${list}.example/${code}`, code, label: `${list} ${code}`, subject: '', level: '' },
      ...{ broader: null, scheme: `https://${list}.example/` },
    })
    const bySystem = <R>(work: (trx: Trx) => Promise<R>) => database().run(system, work)
    await bySystem((trx) => importCurriculum(trx, [term('po', 'K1'), term('po', 'K2')], now))
    await bySystem((trx) => importCurriculum(trx, [term('vo', 'K2'), term('vo', 'K3')], now))
    const find = (ticked: readonly string[], typed: string) =>
      database().run(everybody, (trx) => findTerms(trx, ticked, typed))
    expect(await find([], 'k1')).toEqual({ uris: ['https://po.example/K1'], unknown: [], ambiguous: [] })
    const asked = await find([], 'K2')
    expect(asked.uris).toEqual([])
    expect(asked.ambiguous.map(({ uri }) => uri)).toEqual(['https://po.example/K2', 'https://vo.example/K2'])
    expect(await find(['https://vo.example/K2'], 'K2')).toEqual({
      uris: ['https://vo.example/K2'],
      unknown: [],
      ambiguous: [],
    })
    const taken = { ...term('vo', 'K9'), uri: 'https://po.example/K1' }
    expect(await bySystem((trx) => compareCurriculum(trx, [taken]))).toEqual({
      ...{ added: 1, changed: 0, unchanged: 0, gone: 2 },
      elsewhere: [{ uri: 'https://po.example/K1', scheme: 'https://po.example/' }],
    })
    expect(await bySystem((trx) => importCurriculum(trx, [taken], now))).toMatchObject({ ok: false })
    expect(await find([], 'K1, K3')).toMatchObject({ uris: ['https://po.example/K1', 'https://vo.example/K3'] })
    const nameless = sql`insert into curriculum_terms (uri, label, stems, imported_at, scheme)
      values ('https://x.example/1', 'x', '{}', now(), '')`
    await expect(bySystem((trx) => nameless.execute(trx))).rejects.toThrow(/check/)
  })
})
