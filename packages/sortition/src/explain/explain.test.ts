import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Certificate, Leaf } from '../certificate/certificate.ts'
import type { Pool } from '../pool/pool.ts'
import { chancePicture, chancesByFeature } from './chance-picture.ts'
import { describeChance } from './describe-chance.ts'
import { explainChance } from './explain-chance.ts'
import { shownApart } from './small-groups.ts'

/** Forty people: 30 of primary schools and 10 of secondary schools; region north 37 and south 3. */
const pool: Pool = {
  seats: 8,
  features: [
    { name: 'sector', values: [quota('primary', 4, 4), quota('secondary', 4, 4)] },
    { name: 'region', values: [quota('north', 0, 8), quota('south', 0, 8)] },
    { name: 'age', values: [quota('young', 0, 8), quota('old', 0, 8)] },
  ],
  people: Array.from({ length: 40 }, (_, at) => ({
    id: `p${at}`,
    answers: [at < 30 ? 0 : 1, at >= 27 && at < 30 ? 1 : 0, at % 2],
  })),
  limits: [
    { name: 'address 1', people: [0, 1], most: 1 },
    { name: 'school A', people: [10, 11, 12, 13, 14, 15, 16], most: 2 },
  ],
  selected: [],
  excluded: [39],
}
const probabilities = Object.fromEntries(pool.people.map(({ id }, at) => [id, at < 30 ? 4 / 30 : 0.4]))

function quota(name: string, min: number, max: number) {
  return { name, min, max, minFlex: min, maxFlex: max }
}

function explained(id: string, certificate?: Certificate) {
  const found = explainChance(pool, { probabilities, certificate }, id)
  if (!found.ok) throw new Error(found.reason)
  return found.explanation
}

describe('what decided somebody’s chance', () => {
  it('compares the seats for a value with how many have it', () => {
    const primary = explained('p5')
    expect(primary).toMatchObject({ chance: 4 / 30, equal: 0.2, standing: 'below', fixed: undefined })
    expect(primary.values[0]).toMatchObject({ feature: 'sector', people: 30, effect: 'lowers', high: 4 / 30 })
    expect(describeChance(primary, 'nl').join(' ')).toBe(
      'Jouw kans was 13,3 %. Had iedereen evenveel kans gehad, dan was dat 20,0 %. Jouw kans was dus kleiner dan gemiddeld. "sector": "primary". Hiervoor waren er 4 plaatsen, en 30 mensen meldden zich. Dat zijn er veel: gemiddeld was hun kans hooguit 13,3 %. Dat maakte jouw kans kleiner. "region": "north". Hiervoor waren er 0 tot 8 plaatsen. Hoe vol of leeg deze groep was, zeggen we niet: hij is te klein, en dan zou het over een ander gaan. "age": "old". Hiervoor waren er 0 tot 8 plaatsen, en 20 mensen meldden zich. Dat maakte op zichzelf niet veel uit.',
    )
    const secondary = explained('p31')
    expect(secondary.values[0]).toMatchObject({ feature: 'sector', people: 10, effect: 'raises', low: 0.4 })
    expect(describeChance(secondary, 'en').join(' ')).toContain(
      'There were 4 seats for this, and 10 people signed up. Those are few: on average their chance was at least 40.0%. That made your chance larger.',
    )
  })

  it('says nothing that rests on fewer than five others, on either side', () => {
    // The three of the south, and the 37 of the north, from whom the three follow.
    for (const id of ['p28', 'p3']) {
      const region = explained(id).values.find(({ feature }) => feature === 'region')
      expect(region).toMatchObject({ people: undefined, low: undefined, high: undefined, effect: 'unsaid' })
      expect(describeChance(explained(id), 'en').join(' ')).not.toMatch(/\b(3|37) people/)
    }
    // Somebody else at the address signed up: that is theirs to tell. Seven of one school is no secret.
    expect(explained('p0').sharesLimit).toBe(false)
    expect(explained('p12').sharesLimit).toBe(true)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }), (sizes) => {
        const apart = shownApart(sizes)
        const hidden = sizes.filter((size, at) => size > 0 && apart[at] !== true)
        const people = hidden.reduce((sum, size) => sum + size, 0)
        const everyone = sizes.reduce((sum, size) => sum + size, 0)
        expect(sizes.every((size, at) => size === 0 || size >= 5 || apart[at] !== true)).toBe(true)
        // From the total nobody can work out one hidden group, unless that is all there is.
        if (hidden.length > 0 && people < everyone) {
          expect(hidden.length).toBeGreaterThan(1)
          expect(people).toBeGreaterThanOrEqual(5)
        }
      }),
    )
  })

  it('reads from the proof which quotas weighed where they meet', () => {
    const leaf: Leaf = { scale: 10, seats: 2, quotas: [[3], [], [0, -4]], limits: [], splits: [], lemmas: [] }
    const fact = { weights: {}, most: 1, proof: { people: [], atMost: 1, fewer: leaf, more: leaf } }
    const stage = { value: 0.1, bound: 0.1, floor: 0.1, settled: ['p5'], fact, highs: {} }
    const certificate: Certificate = { algorithm: 'leximin', gap: 0, impossible: [], lemmas: [], stages: [stage] }
    const weighed = Object.fromEntries(explained('p5', certificate).values.map((each) => [each.feature, each.weighed]))
    expect(weighed).toEqual({ sector: 'down', region: undefined, age: 'up' })
    expect(describeChance(explained('p5', certificate), 'nl').join(' ')).toMatch(/"age": "old".*in jouw voordeel/)
    const none = { ...certificate, impossible: [{ id: 'p5', fact }] }
    expect(describeChance(explained('p5', none), 'nl')).toContain(
      'Er bestaat geen panel met jou erin dat alle quota haalt.',
    )
  })

  it('knows who took no part, and whom it does not know', () => {
    expect(describeChance(explained('p39'), 'en')).toContain('You took no part in the draw.')
    expect(explainChance(pool, { probabilities }, 'x')).toEqual({ ok: false, reason: 'unknown-person' })
    expect(explainChance(pool, { probabilities: {} }, 'p1')).toEqual({ ok: false, reason: 'not-in-result' })
  })
})

describe('the picture of chances by feature', () => {
  const chances = pool.people.map(({ id }) => probabilities[id] ?? 0)

  it('has the means of all groups that are large enough, and the others together', () => {
    const rows = chancesByFeature(pool, chances)
    expect(rows.map(({ value, people }) => [value, people])).toEqual([
      ['primary', 30],
      ['secondary', 10],
      [undefined, 40],
      ['young', 20],
      ['old', 20],
    ])
    expect(rows[0]?.mean).toBeCloseTo(4 / 30, 12)
    expect(rows[1]?.mean).toBeCloseTo(0.4, 12)
    const { svg, table } = chancePicture(pool, chances, 'nl')
    expect(svg).toContain('gelijke kans 20,0 %')
    expect(svg.match(/<rect/g)).toHaveLength(5)
    expect(table).toContain(
      '<th colspan="3" scope="rowgroup">sector</th></tr><tr><td>primary</td><td>30</td><td>13,3 %</td></tr>',
    )
  })

  it('shows names as text, whatever they are', () => {
    const evil = { ...pool, features: [{ name: '<script>"&\u0000', values: [quota('a', 0, 8), quota('b', 0, 8)] }] }
    const { svg, table } = chancePicture(evil, chances, 'en')
    for (const text of [svg, table]) {
      expect(text).not.toContain('<script>')
      expect(text).toContain('&lt;script&gt;&quot;&amp;\ufffd')
    }
  })
})
