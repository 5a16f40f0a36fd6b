import { describe, expect, it } from 'vitest'
import { knownNorms } from '../norms/known-norms.ts'
import type { NormSet } from '../norms/norm-set.ts'
import { tablesOf, utf8 } from '../reading/sample-files.ts'
import { judgeResults } from './judge-results.ts'

const header =
  'ovt;Gemiddelde %1F 2223;Gemiddelde %1S/2F 2223;Aantal leerlingen 2223;Gemiddelde %1F 2324;Gemiddelde %1S/2F 2324;Aantal leerlingen 2324;Gemiddelde %1F 2425;Gemiddelde %1S/2F 2425;Aantal leerlingen 2425;Schoolweging;Gewogen driejaarsgemiddelde %1F;Gewogen driejaarsgemiddelde %1S/2F;Totaal aantal leerlingen 3 jaar;Uitkomst indicator 1F;Uitkomst indicator 1S/2F;'

function judge(...rows: readonly string[]) {
  const judged = judgeResults(tablesOf(utf8(`${header}\r\n${rows.map((row) => `${row};\r\n`).join('')}`)))
  if (!judged.ok) throw new Error(JSON.stringify(judged))
  return judged
}

/** Verdicts on 1F and 1S/2F of one school with those cells of three years, weighting, mean and total. */
function verdicts(years: string, weighting = '29.5', means = ';;') {
  return judge(`99ZZ|C1;${years};${weighting};${means};;`).judgements.map(({ judgement: { outcome } }) =>
    outcome.verdict === 'not-judged' ? outcome.reason : outcome.verdict,
  )
}

describe('the Inspectorate’s norms over three years', () => {
  it('are met by a mean that is the norm exactly', () => {
    // 51 of 60 levels each year is 85 %.
    expect(verdicts('85;85;20;85;85;20;85;85;20')).toEqual(['above', 'above'])
    // One level less in the first year: printed as 83.33.
    expect(verdicts('83,33;85;20;85;85;20;85;85;20')).toEqual(['below', 'above'])
  })

  it('weigh the years by their pupils, and not by their number', () => {
    expect(verdicts('100;100;30;80;40;60;80;40;60')).toEqual(['below', 'above'])
  })

  it('take percentages as printed where no whole number of pupils is behind them', () => {
    expect(verdicts('85;47,1;10;85;47,1;10;85;47,1;10')).toEqual(['above', 'above'])
    expect(verdicts('85;47,09;10;85;47,1;10;85;47,1;10')).toEqual(['above', 'below'])
  })

  it.each([
    ['20', 68.3],
    ['29.99', 47.1],
    ['30', 45.5],
    ['39.99', 30.3],
    // CBS goes up to 40, which belongs to the last class.
    ['40', 30.3],
  ])('for a schoolweging of %s ask %d', (weighting, norm) => {
    const { judgements } = judge(`99ZZ|C1;90;50;20;90;50;20;90;50;20;${weighting};;;;;`)
    expect(judgements.map(({ judgement }) => judgement.norm)).toEqual([85, norm])
  })

  it('are not held against a school without schoolweging, or with one that no table has; 1F needs none', () => {
    expect(verdicts('90;50;20;90;50;20;90;50;20', '')).toEqual(['above', 'weighting-missing'])
    expect(verdicts('90;50;20;90;50;20;90;50;20', '41')).toEqual(['above', 'weighting-outside-table'])
  })

  it('are not held against a school with a year missing, or under 15 pupils', () => {
    expect(verdicts('90;50;20;;;;90;50;20')).toEqual(['year-missing', 'year-missing'])
    expect(verdicts('*;*;*;*;*;*;*;*;*', '29.5', '90;50;14')).toEqual([
      'judged-over-five-years',
      'judged-over-five-years',
    ])
    expect(verdicts('*;*;*;*;*;*;*;*;*', '29.5', '*;*;*')).toEqual(['judged-over-five-years', 'judged-over-five-years'])
    expect(verdicts('*;*;*;*;*;*;;;', '29.5', '90;50;14')).toEqual(['year-missing', 'year-missing'])
  })

  it('use the figure over three years where the years are masked', () => {
    expect(verdicts('*;*;*;*;*;*;*;*;*', '29.5', '91,11;46,67;15')).toEqual(['above', 'below'])
  })

  it('say that it depends where masked pupils can tip the mean, and are certain where they can not', () => {
    // 40 % of 1 to 4 pupils beside 20 with 48 %: from 46.7 to 47.6 against 47.1.
    expect(verdicts('90;40;<5;90;48;10;90;48;10')).toEqual(['above', 'depends-on-masked'])
    expect(verdicts('90;40;<5;90;60;10;90;60;10')).toEqual(['above', 'above'])
    // From 13 to 16 pupils: perhaps too few to be judged at all.
    expect(verdicts('90;60;<5;90;60;6;90;60;6')).toEqual(['depends-on-masked', 'depends-on-masked'])
  })
})

const above = 'Boven de signaleringswaarde'
const below = 'Onder de signaleringswaarde'
const years = '90;50;20;90;50;20;90;50;20'

describe('judgements beside what is published', () => {
  it('count outcomes above and below, and name each that is not the same', () => {
    const { agreement, weightedMeans } = judge(
      `99ZZ|C1;${years};29.5;90;50;60;${above};${above}`,
      `99ZZ|C2;${years};29.5;90;49,9;60;${above};${below}`,
      `98ZZ|C1;${years};;90;50;60;${above};${above}`,
      `97ZZ|C1;90;50;20;;;;90;50;20;29.5;90;50;40;Te weinig gegevens;Te weinig gegevens`,
      `96ZZ|C1;90;40;<5;90;48;10;90;48;10;29.5;;;22;${above};${below}`,
    )
    expect(agreement).toMatchObject({
      schools: 5,
      outcomes: 8,
      agree: 5,
      disagree: 1,
      dependsOnMasked: 1,
      notJudged: 1,
      unjudgedByBoth: { indicators: 2, sameReason: 2 },
      judgedHereOnly: 0,
    })
    expect(agreement.named).toEqual([
      { school: '99ZZ|C2', line: 3, indicator: '1S/2F', published: 'below', verdict: 'above' },
      {
        school: '98ZZ|C1',
        line: 4,
        indicator: '1S/2F',
        published: 'above',
        verdict: 'not-judged',
        reason: 'weighting-missing',
      },
      { school: '96ZZ|C1', line: 6, indicator: '1S/2F', published: 'below', verdict: 'depends-on-masked' },
    ])
    expect(weightedMeans).toEqual({ compared: 6, largestDifference: expect.closeTo(0.1, 9) })
  })

  it('are counted without agreement where nothing is published', () => {
    expect(judge(`99ZZ|C1;${years};29.5;90;50;60;;`).agreement).toMatchObject({
      outcomes: 2,
      agree: 0,
      disagree: 0,
      above: 2,
    })
  })

  it('refuse an outcome that is no outcome, and a school that is there twice', () => {
    const read = (...rows: string[]) =>
      judgeResults(tablesOf(utf8(`${header}\n${rows.map((row) => `${row};\n`).join('')}`)))
    expect(read(`99ZZ|C1;${years};29.5;90;50;60;Goed;${above}`)).toMatchObject({
      reason: 'unreadable-outcome',
      line: 2,
      column: 15,
      text: 'Goed',
    })
    const school = `99ZZ|C1;${years};29.5;90;50;60;${above};${above}`
    expect(read(school, school)).toMatchObject({
      reason: 'school-twice',
      line: 3,
      school: '99ZZ|C1',
      earlier: 2,
      table: { kind: 'inspectorate-results' },
    })
  })
})

describe('norms for other years', () => {
  const other = header.replaceAll('2425', '2526').replaceAll('2324', '2425').replaceAll('2223', '2324')
  const withNorms = other.replace(';Gewogen', ';Signaleringswaarde 1F;Signaleringswaarde 1S/2F;Gewogen')
  const school = (code: string, weighting: string, norm: string) =>
    `${code};${years};${weighting};84;${norm};90;50;60;${above};${above};\n`

  it('are those that the file itself names', () => {
    const judged = judgeResults(
      tablesOf(utf8(`${withNorms}\n${school('99ZZ|C1', '29.5', '50,1')}${school('98ZZ|C1', '30.5', '49')}`)),
    )
    expect(judged).toMatchObject({
      ok: true,
      norms: { id: 'in-file-2023-2024-2025-2026' },
      agreement: { agree: 3, disagree: 1 },
    })
  })

  it('are asked for where the file names none, or two for one class', () => {
    const none = judgeResults(tablesOf(utf8(`${other}\n99ZZ|C1;${years};29.5;90;50;60;${above};${above};\n`)))
    expect(none).toEqual({
      ok: false,
      reason: 'no-norms-for-years',
      schoolYears: ['2023-2024', '2024-2025', '2025-2026'],
    })
    const two = judgeResults(
      tablesOf(utf8(`${withNorms}\n${school('99ZZ|C1', '29.5', '50,1')}${school('98ZZ|C1', '29.6', '49')}`)),
    )
    expect(two).toMatchObject({ reason: 'no-norms-for-years' })
  })

  it('can be given', () => {
    const [known] = knownNorms
    if (known === undefined) throw new Error('no norms')
    const given: NormSet = { ...known, tables: known.tables.map((table) => ({ ...table, values: { flat: 91 } })) }
    const judged = judgeResults(tablesOf(utf8(`${other}\n99ZZ|C1;${years};29.5;90;50;60;${above};${above};\n`)), {
      norms: [given],
    })
    expect(judged).toMatchObject({ agreement: { disagree: 2 } })
  })
})
