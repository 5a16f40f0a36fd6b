import { readDelimited } from '@kantelpunt/delimited-text'
import { fitModel, growthOf, tableData } from '@kantelpunt/mixed-models'
import { describe, expect, it } from 'vitest'
import { analyseGrowth } from './analyse-growth.ts'
import { describeStop } from './describe-stop.ts'
import { expectedAchievedSvg } from './expected-achieved.ts'
import { samplePupils } from './sample-pupils.ts'

const chosen = { school: 'school', earlier: 'groep 6 (score)', later: 'groep 8', background: [] }

function tableOf(text: string) {
  const table = readDelimited(new TextEncoder().encode(text))
  if (!table.ok) throw new Error(table.reason)
  return table
}

describe('the growth of schools from a file', () => {
  const text = samplePupils({ pupils: 1200, schools: 30 })

  it('is that of the model that anybody can fit, whatever the columns are called', () => {
    const answer = analyseGrowth(tableOf(text), { ...chosen, background: ['opleiding'] })
    const plain = tableOf(text.replace('groep 6 (score);groep 8', 'earlier;later'))
    const fit = fitModel('later ~ earlier + opleiding + (1 | school)', tableData(plain))
    if (!answer.ok || !fit.ok) throw new Error('Both fit')
    expect(answer.growth).toEqual({ ...growthOf(fit), group: 'school' })
    expect(answer.pupils).toBe(1200)
    expect(answer.slope).toBeGreaterThan(0)
  })

  it('is the same with decimal commas as with points', () => {
    const points = analyseGrowth(tableOf(text.replace(/(\d),(\d)/g, '$1.$2')), chosen)
    const quoted = text.replace(/[^;\n]*\d,\d[^;\n]*/g, '"$&"').replaceAll(';', ',')
    expect(text).toMatch(/\d,\d/)
    expect(analyseGrowth(tableOf(text), chosen)).toEqual(points)
    expect(analyseGrowth(tableOf(quoted), chosen)).toEqual(points)
  })

  it('leaves out rows in which something is missing, and counts them', () => {
    const [head = '', one = '', two = '', ...rest] = text.split('\n')
    const gaps = [head, one.replace(/;[^;]*;/, ';;'), two.replace(/^[^;]*/, ' n.v.t. '), ...rest].join('\n')
    const answer = analyseGrowth(tableOf(gaps), chosen)
    expect(answer).toMatchObject({ ok: true, pupils: 1198, missingRows: 2 })
  })

  it('has a dot for every school in the picture, with its name made safe', () => {
    const answer = analyseGrowth(tableOf(text.replaceAll('School 7;', 'De <b>Brug</b>;')), chosen)
    if (!answer.ok) throw new Error(answer.reason)
    const words = { title: 'a', summary: 'b', expected: 'c', achieved: 'd', asExpected: 'e' }
    const svg = expectedAchievedSvg(answer.growth, words, 'nl')
    expect(svg.match(/<circle/g)).toHaveLength(30)
    expect(svg).toContain('De &lt;b&gt;Brug&lt;/b&gt;')
    expect(svg).not.toContain('<b>')
  })
})

describe('a file that cannot be analysed', () => {
  const rows = (count: number, row: (k: number) => string) =>
    `school;groep 6 (score);groep 8;klas\n${Array.from({ length: count }, (_, k) => row(k)).join('\n')}`

  it('is refused at the first cell that is no number, with line and column', () => {
    const text = rows(40, (k) => `s${k % 4};${k === 20 ? 'ziek' : k};${(k * 7) % 11};a`)
    const answer = analyseGrowth(tableOf(text), chosen)
    expect(answer).toEqual({
      ok: false,
      reason: 'no-number',
      name: 'groep 6 (score)',
      text: 'ziek',
      line: 22,
      column: 2,
      cells: 1,
    })
    if (answer.ok) throw new Error('refused')
    expect(describeStop('nl', answer)).toBe(
      'In kolom ‘groep 6 (score)’ staat op regel 22 (kolom 2) ‘ziek’. Dat is geen getal. Zo zijn er 1.',
    )
  })

  it.each<readonly [string, string, Parameters<typeof analyseGrowth>[1]]>([
    ['one-school', rows(40, (k) => `s;${k};${(k * 7) % 11};a`), chosen],
    ['no-rows', rows(40, (k) => `;${k};${(k * 7) % 11};a`), chosen],
    ['no-rows', rows(40, (k) => `s${k % 4};;${(k * 7) % 11};a`), chosen],
    ['too-few-rows', rows(3, (k) => `s${k};${k};${(k * 7) % 11};a`), chosen],
    ['perfect-fit', rows(40, (k) => `s${k % 4};${k};${k};a`), chosen],
    ['says-nothing', rows(40, (k) => `s${k % 4};3;${(k * 7) % 11};a`), chosen],
    ['says-nothing', rows(40, (k) => `s${k % 4};${k};3;a`), chosen],
    ['says-nothing', rows(40, (k) => `s${k % 4};${k};${(k * 7) % 11};a`), { ...chosen, background: ['klas'] }],
    [
      'too-many-texts',
      rows(200, (k) => `s${k % 4};${k};${(k * 7) % 11};k${k % 60}`),
      { ...chosen, background: ['klas'] },
    ],
    ['column-twice', rows(40, (k) => `s${k % 4};${k};${(k * 7) % 11};a`), { ...chosen, later: 'school' }],
    ['unknown-column', rows(40, (k) => `s${k % 4};${k};${(k * 7) % 11};a`), { ...chosen, later: '' }],
  ])('is refused: %s', (reason, text, columns) => {
    const answer = analyseGrowth(tableOf(text), columns)
    expect(answer).toMatchObject({ ok: false, reason })
    if (answer.ok) throw new Error('refused')
    for (const locale of ['nl', 'en'] as const) expect(describeStop(locale, answer)).toMatch(/\.|\?$/)
  })
})
