import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { exampleInstrument } from './example-instrument.ts'
import { indicatorsOf, readInstrument, readInstrumentFile } from './instrument.ts'
import { ownInstrument } from './own-instrument.ts'

const copy = () => structuredClone(ownInstrument)
const faultsOf = (value: unknown) => {
  const read = readInstrument(value)
  return read.ok ? [] : read.faults.map(({ at, why }) => `${at} ${why}`)
}

describe('an instrument for structured observation', () => {
  it('that is shipped is one itself, in both languages, with nine indicators', () => {
    expect(readInstrumentFile(JSON.stringify(ownInstrument))).toEqual({ ok: true, instrument: ownInstrument })
    expect(indicatorsOf(ownInstrument).size).toBe(9)
    for (const domain of ownInstrument.domains) {
      for (const { text } of domain.indicators) expect(text.nl && text.en).toBeTruthy()
    }
  })

  it('the example to download is one, and is that of the description', async () => {
    expect(readInstrumentFile(JSON.stringify(exampleInstrument))).toEqual({ ok: true, instrument: exampleInstrument })
    const description = await readFile(new URL('../../../../docs/observation-format.md', import.meta.url), 'utf8')
    const [, shown = ''] = /```json\n([\s\S]*?)```/.exec(description) ?? []
    expect(JSON.parse(shown)).toEqual(exampleInstrument)
  })

  it('may be in one language', () => {
    const value = { ...copy(), name: { en: 'Only English' } }
    expect(faultsOf(value)).toEqual([])
    expect(faultsOf({ ...copy(), name: {} })).toEqual(['name language'])
  })

  it.each<readonly [string, (value: ReturnType<typeof copy>) => unknown, readonly string[]]>([
    ['no list', () => [], [' wrong-kind']],
    ['another format', (value) => ({ ...value, format: 'csv' }), ['format other-format']],
    ['a later version', (value) => ({ ...value, version: 2 }), ['version other-format']],
    ['no licence', ({ licence: _, ...value }) => value, ['licence missing']],
    ['a field that is not of the format', (value) => ({ ...value, weights: [1] }), ['weights unknown-field']],
    ['a scale of one step', (value) => ({ ...value, scale: value.scale.slice(0, 1) }), ['scale too-few']],
    [
      'a scale with a gap',
      (value) => ({ ...value, scale: value.scale.filter(({ score }) => score !== 2) }),
      ['scale[1].score scale-steps'],
    ],
    ['no domains', (value) => ({ ...value, domains: [] }), ['domains too-few']],
    [
      'an indicator twice',
      (value) => ({
        ...value,
        domains: value.domains.map((each) => ({ ...each, indicators: value.domains[0]?.indicators })),
      }),
      [1, 2].flatMap((d) => [0, 1, 2].map((i) => `domains[${d}].indicators[${i}].id same-id`)),
    ],
    ['a strange id', (value) => ({ ...value, id: 'Met Spaties' }), ['id id']],
    ['a number for words', (value) => ({ ...value, source: 3 }), ['source wrong-kind']],
  ])('is refused with the place of each fault: %s', (_, change, faults) => {
    expect(faultsOf(change(copy()))).toEqual(faults)
  })

  it('says so where a file is no JSON, and names a dozen faults at most', () => {
    expect(readInstrumentFile('{')).toEqual({ ok: false, faults: [{ at: '', why: 'not-json' }] })
    const many = { ...copy(), ...Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`x${i}`, i])) }
    expect(faultsOf(many).length).toBe(12)
  })
})
